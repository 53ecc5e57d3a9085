# Что наука говорит рядом с числами: ход расчёта, подробности отказа, пометки, примечания, шаги достоверности.
stage-indicators = Расчёт показателей

## Подробности отказа; они следуют за причиной
detail-plots = { $n ->
    [one] { $n } пробная площадка
    [few] { $n } пробные площадки
    [many] { $n } пробных площадок
   *[other] { $n } пробной площадки
    }, нужно не меньше { $needed }
detail-individuals = учтено особей: { $n }, нужно не меньше { $needed }
detail-years = лет со значением: { $n }, нужно не меньше { $needed }
detail-layers = отобрано слоёв: { $n }, нужно не меньше { $needed }
detail-plots-refused = обследовано площадок: { $n }, ни одну из них использовать нельзя
detail-needs-revisited-plots = для изменения в равной массе почвы нужны площадки, обследованные и до, и после
detail-depth-reached = полные пробы заканчиваются на { $reached } см, нужно { $needed } см
detail-mass-reached = опробовано { $reached } т/га минеральной почвы, нужно { $needed } т/га
detail-out-of-range = { $field } = { $found }, возможно от { $lowest } до { $highest }
detail-coverage = выборка охватывает около { $percent } % сообщества, нужно 50 %
detail-scales-differ = виды записаны по разным шкалам (число особей, покрытие, присутствие)
detail-presence-has-no-shares = по одному присутствию доли видов не определить
detail-valid-share = пригодные пиксели есть на { $percent } % площади
detail-sub-indicators = известно частей: { $n } из { $needed }
detail-other-crs = слой { $layer } в { $found }, а снимки в { $expected }: приведите их к одной проекции
detail-dem-crs = слой { $layer } в { $found }, а высоты в { $expected }: приведите их к одной проекции
detail-dem-cell = ячейки высот шириной { $found } м; для длины склона нужны квадратные ячейки не больше { $largest } м
detail-years-of-rain = полных лет с осадками в периоде: { $n }, нужно не меньше { $needed }
detail-no-soil-on-gentle-slopes = почвы на склонах до 50 % не видно
detail-pixels-of-class = пикселей по 30 м с оценкой: { $n }, чтобы назвать площадь, нужно не меньше { $needed }
detail-raster-fault = { $cause }
detail-first-observation = дата перехода: { $since }, первое наблюдение: { $first }
detail-nothing-before = в периоде «до» записей нет
detail-nothing-after = в периоде «после» записей нет
detail-nothing-before-or-after = ни в одном из двух периодов записей нет
detail-organic-aimaks = органических аймаков с данными: { $n }, нужно не меньше { $needed }
detail-comparison-aimaks = территорий сравнения с данными: { $n }, нужно не меньше { $needed }
detail-gap-days = самый длинный перерыв между пригодными снимками — { $n } сут., допустимо не больше { $longest }
detail-season-observed = пригодные снимки с { $first } по { $last }, сезон длится с { $from } по { $to }

## Причины для рядов снимков
detail-classes = классов земель на карте: { $n }, нужно не меньше { $needed }
detail-patches = участков этого класса: { $n }, нужно не меньше { $needed }
detail-edges = нет соседних ячеек, которые можно сравнить

## Почему показатель о людях не приводится
refused-no-answers = ответов нет
refused-few-answers = ответов: { $n }, нужно не меньше { $needed }
refused-few-items = вопросов: { $n }, для шкалы нужно не меньше { $needed }
refused-few-clusters = сёл: { $n }, нужно не меньше { $needed }
refused-unreliable = вопросы не измеряют одно и то же: альфа Кронбаха { $alpha }, нужно не меньше { $needed }
refused-check-reversed = альфа Кронбаха отрицательна ({ $alpha }): проверьте, не остался ли неперевёрнутым вопрос с обратной формулировкой
refused-no-spread = все ответы одинаковы
refused-out-of-range = ответ, вес или число выходит за допустимые пределы
refused-items-differ = в двух опросах различались формулировки или шкалы ответов
refused-units-differ = величины даны в разных единицах, валютах или относятся к разному
refused-no-base = нет величины, к которой можно отнести показатель

## Пометки, которые остаются при значении
flag-coarse-fragments-assumed-zero = Доля камней не записана и принята равной нулю: на каменистых почвах запас завышен.
flag-bulk-density-unusual = Часть значений объёмной плотности необычна для минеральной почвы (ниже 0,7 или выше 1,8 г/см³).
flag-esm-linear = При двух слоях промежуточные значения взяты по прямым, а не по кривой.
flag-own-reference-mass = Площадки без более раннего обследования измерены в собственной массе почвы.
flag-ph-part-of-topsoil = pH измерен лишь в части верхних 30 см.
flag-reprojected-bilinear = Перед чтением растр переведён в метры билинейной интерполяцией.
flag-harmonised-collection-1 = Landsat 5 и 7 приведены к Landsat 8 по прямым, подобранным на прежней коллекции Landsat (Collection 1).
flag-harmonised-sentinel-2c = Sentinel-2C приведён к Landsat по прямым Sentinel-2A, потому что собственных у него нет.
flag-harmonised-broad-nir = Широкий ближний инфракрасный канал Sentinel-2 приведён к Landsat по прямой узкого канала.
flag-erosion-extrapolated = Исходные данные выходят за пределы, для которых подобрано уравнение эрозии.
flag-erosion-steep = Склоны круче 50 % выходят за пределы данных модели эрозии: они показаны, но в итоги не входят.
flag-rain-of-few-years = Лет с осадками: { $n }. Меньше десяти лет — это погода, а не климат.
flag-years-left-out = Пропущено лет периода: { $n }, потому что видно слишком мало земли.
flag-erodibility-unusual = Эродируемость почвы необычна (меньше 0,004 или больше 0,10): проверьте гранулометрический состав и углерод.
flag-very-fine-sand-from-sand = Очень мелкий песок не измеряли, он рассчитан по содержанию песка.
flag-snowmelt-not-modelled = Весной здесь тает снег; смыв талыми водами в это число не входит.
flag-irrigation-erosion-not-modelled = Полив по бороздам на склоне: смыв поливной водой в это число не входит.
flag-wind-daily = Ветер — среднее за целые сутки: потери сильно занижены, потому что почву уносят порывы, которые длятся часы.
flag-wind-coarse = Ветер измерен реже, чем раз в час: потери занижены.
flag-wind-reanalysis = Ветер взят из реанализа, который не видит местных ветров долин и перевалов.
flag-wind-observations-scaled = Части наблюдений нет; за них стоят имеющиеся.
flag-wind-periods-missing = Периоды, в которых слишком мало наблюдений, опущены: сумма занижена, а в годовых потерях за них стоят другие годы.
flag-wind-evapotranspiration = Испаряемость не измеряли, она рассчитана по температуре; при сильном сухом ветре она выше, а с ней и потери.
flag-wind-snow-unknown = Высота снега неизвестна, принято, что снега нет: зимние потери завышены.
flag-wind-irrigation-unknown = Полива в записях нет, принято, что его не было.
flag-wind-soil-extrapolated = Почва выходит за пределы, для которых подобрано уравнение эродируемой доли.
flag-wind-clay-below-one = Содержание глины ниже 1 % принято за 1 %.
flag-wind-carbonate-assumed-zero = Карбонаты не измеряли, принято 0: на карбонатной почве индекс завышен.
flag-wind-ridges-extrapolated = Гребни грубее, чем знает уравнение шероховатости: выше 18 см оно считало бы более высокие гребни худшими.
flag-wind-field-length-assumed = Длина поля вдоль ветра неизвестна; принято 200 м.

## Примечания к числу
note-paired = Учтены только площадки, обследованные оба раза; каждая сравнивается сама с собой.
note-paired-left-out = Учтены только площадки, обследованные оба раза; каждая сравнивается сама с собой. Не учтено посещений площадок, обследованных лишь один раз: { $n }.
note-lands-by-area = Органические и остальные земли аймака учтены по их площади, сколько бы площадок на них ни было.
note-lands-as-sampled = Площадки на органических и на остальных землях учтены поровну, потому что площади или места известны недостаточно: показатель говорит о площадках, как они заложены, а не об аймаке по площади.
note-lands-together = Площадки органических и остальных земель взяты вместе, как они заложены; виды не взвешены по площади этих земель.
note-independent-samples = До и после обследованы разные площадки: сравниваются две независимые выборки, а это даёт меньше, чем обследовать одни и те же площадки дважды.
note-plots-refused = Обследованных площадок, которые не удалось использовать (данные неполны или выходят за пределы): { $n }.
note-weather-of-the-years = Видны все пиксели. Интервал отражает различия между годами, в том числе погоду.
note-few-years = Видны все пиксели, но в периоде меньше трёх лет со значением: насколько различаются годы, в том числе из-за погоды, неизвестно.
note-years-left-out = Не учтено лет, когда была видна слишком малая часть территории: { $n }.
note-terrain-does-not-change = Рельеф не меняется с переходом: это характеристика территории, учтены все ячейки.
note-soil-loss-modelled = Это модель многолетнего плоскостного смыва, а не измерение. Оврагов, оползней, селей, талых вод, полива и ветра в ней нет; вода и ветер никогда не складываются.
note-soil-loss-areas = Учтено: { $counted } га почвы на склонах до 50 %. Не учтено: { $steep } га более крутых склонов, { $nosoil } га воды, льда и населённых пунктов, { $missing } га без данных.
note-soil-loss-parts = Из изменения { $change } т/га в год на растительный покров приходится { $cover }, на дожди { $rain }; { $interaction } возникает только там, где меняется и то и другое, и поделено между ними поровну.
note-cover-is-management-and-weather = Растительный покров зависит не только от хозяйства, но и от дождей: его часть — хозяйство и погода вместе.
note-cells-soil-loss-blank = Ячейки без цвета не имеют значения: вода, лёд, населённые пункты, склоны круче 50 % или нет данных.
note-cells-not-tested-together = Каждая ячейка показана сама по себе и не проверялась тестом: среди многих ячеек некоторые круто растут или падают случайно. Что можно сказать о территории, сказано в её числе.
note-degradation-hectares = { $degraded ->
    [few] Деградировало: пикселей слишком мало, чтобы назвать гектары.
   *[other] Деградировало: { $degraded } га.
    } { $stable ->
    [few] Стабильно: слишком мало пикселей.
   *[other] Стабильно: { $stable } га.
    } { $improved ->
    [few] Улучшилось: слишком мало пикселей.
   *[other] Улучшилось: { $improved } га.
    } О { $missing } % земель ничего не известно.
note-degradation-since-baseline = Относительно базового периода: { $recent ->
    [few] новая деградация — слишком мало пикселей;
   *[other] новая деградация — { $recent } га;
    } { $persistent ->
    [few] деградировали раньше и не восстановились — слишком мало пикселей;
   *[other] деградировали раньше и не восстановились — { $persistent } га;
    } { $recovered ->
    [few] новое улучшение — слишком мало пикселей.
   *[other] новое улучшение — { $recovered } га.
    }
note-productivity-takes-a-decade = Зелёность, видимая из космоса, отзывается медленно: по данным глобального исследования, от начала восстановления или устойчивого землепользования до заметного тренда продуктивности проходит не менее примерно десяти лет. Три–пять лет перехода здесь обычно не видны, поэтому «без изменений» — не признак неудачи.
note-test-does-not-confirm = Интервал не содержит нуля, но тест по тем же годам тренда не подтверждает (p не меньше 0,05); действует более осторожный вывод.
note-rao-is-a-proxy = Q Рао говорит, насколько различны соседние пиксели, а не сколько там видов: что одно идёт вслед за другим, нужно показать на месте. Смешанные посевы, тень и полив тоже похожи на разнообразие.
note-before-reaches-into-organic-years = Период, взятый как «до перехода», захватывает годы, когда земля уже была органической.
note-trends-before-not-tested = Не проверено, одинаково ли менялись органические территории и территории сравнения до перехода.
note-within-aimak = Органические земли сравниваются с прочими землями того же аймака. События, затронувшие лишь одни из них, в интервал не входят.

## Шаги достоверности
grade-one-organic-aimak = На ступень ниже: сравнивается единственный органический аймак.
grade-area-shocks-not-included = На ступень ниже: сравниваются площадки одного аймака; события, затронувшие только органические или только прочие земли, в интервал не входят.
grade-few-aimaks = На ступень ниже: аймаков мало (органических { $organic }, для сравнения { $comparison }; желательно по четыре с каждой стороны).
grade-few-plots = На ступень ниже: площадок мало ({ $n }; желательно пять).
grade-imprecise = На ступень ниже: интервал допускает и отсутствие изменений, и существенное изменение.
grade-indirect-ndvi = На ступень ниже: зелёность, видимая из космоса, — косвенный признак.
grade-indirect-erosion-model = На ступень ниже: сравнивается модель смыва, а не измеренный смыв.

## Параметры методов: имя, затем значения-слова
parameter-target-depth-cm = Глубина, см
parameter-depth-cm = Глубина, см
parameter-depth-cm-0-30-as-far-as-recorded = 0–30, насколько записано
parameter-visit = Какое обследование
parameter-visit-last-of-period = последнее в периоде
parameter-reference-mass = Опорная масса
parameter-reference-mass-own-baseline-30-cm = минеральная масса слоя 0–30 см той же площадки при первом обследовании
parameter-curve = Кривая массы
parameter-curve-spline-or-lines-with-two-layers = сплайн; при двух слоях — прямые
parameter-replicates = Число повторных выборок
parameter-resampled = Что выбиралось заново
parameter-resampled-plots = площадки
parameter-resampled-individuals-or-presences = особи или встречи, включая ещё не увиденные виды
parameter-target-coverage-percent = Полнота учёта, %
parameter-layer = Слой растра
parameter-season-months = Месяцы сезона
parameter-days = Дни периода
parameter-before = Дни «до»
parameter-after = Дни «после»
parameter-trend-test = Тест
parameter-trend-test-mann-kendall = Манн–Кендалл
parameter-null-distribution = Распределение статистики
parameter-null-distribution-exact = точное
parameter-null-distribution-normal = нормальное
parameter-p-value = p, двустороннее
parameter-kendall-tau = Тау-a Кендалла
parameter-variance-factor = Множитель дисперсии из-за сходства соседних лет
parameter-variant = Чьи правила
parameter-variant-default = собственные (двусторонние 5 %)
parameter-variant-unccd-reporting = руководство КБО ООН по отчётности
parameter-variant-trends-earth = как Trends.Earth
parameter-reporting-years = Отчётный период
parameter-baseline-years = Базовый период
parameter-trend-years = Годы тренда продуктивности
parameter-recent-years = Последние годы продуктивности
parameter-land-cover-legend = Легенда земного покрова
parameter-land-cover-legend-unccd = семь классов КБО ООН
parameter-land-cover-legend-esa-cci = ESA-CCI
parameter-land-cover-legend-esa-worldcover = ESA WorldCover
parameter-transition-matrix = Матрица смены земного покрова
parameter-erosivity = Эрозионная сила дождей R, МДж мм/(га ч) в год
parameter-erosivity-before = Эрозионная сила дождей R до, МДж мм/(га ч) в год
parameter-erosivity-after = Эрозионная сила дождей R после, МДж мм/(га ч) в год
parameter-erosivity-equation = Уравнение R
parameter-erosivity-equation-renard-freimund-fournier = Ренар и Фраймунд 1994, изменённый индекс Фурнье
parameter-erosivity-equation-renard-freimund-annual = Ренар и Фраймунд 1994, дожди за год
parameter-length-equation = Длина склонов L
parameter-length-equation-desmet-govers = Десмет и Говерс 1996, до 122 м
parameter-erodibility = Смываемость почвы K, т га ч/(га МДж мм)
parameter-years-of-rain = Лет с осадками
parameter-years-of-cover = Лет растительного покрова
parameter-variance-share-r = Доля R в неопределённости, %
parameter-variance-share-k = Доля K в неопределённости, %
parameter-variance-share-ls = Доля LS в неопределённости, %
parameter-variance-share-c = Доля C в неопределённости, %
