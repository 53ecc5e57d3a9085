# Слова страниц. Термины — по GLOSSARY.md. Ждёт проверки редактором.

## Единицы
unit-tonne-carbon-per-hectare = тонны углерода на гектар
unit-gram-per-kilogram = граммы на килограмм мелкозёма
unit-ph = единицы pH
unit-species = число видов
unit-effective-species = эффективное число видов
unit-effective-crops = эффективное число культур
unit-varieties = число сортов
unit-ndvi = вегетационный индекс (NDVI), от −1 до 1
unit-ndvi-per-year = изменение вегетационного индекса (NDVI) за год
unit-tonne-per-hectare-year = тонн почвы с гектара в год
unit-percent = проценты
symbol-tonne-carbon-per-hectare = т C/га
symbol-gram-per-kilogram = г/кг
symbol-ph = pH
symbol-species = видов
symbol-effective-species = эффективных видов
symbol-effective-crops = эффективных культур
symbol-varieties = сортов
symbol-ndvi = NDVI
symbol-ndvi-per-year = NDVI в год
symbol-tonne-per-hectare-year = т/га в год
symbol-percent = %
symbol-percent-points = п. п.
counted-species = вида
counted-effective-species = эффективного вида
counted-effective-crops = эффективной культуры
counted-varieties = сорта

## Что означает интервал
interval-sampling = могли быть выбраны другие пробные площадки
interval-among-aimaks = могли быть выбраны другие аймаки
interval-year-to-year = могли наблюдаться другие годы
interval-parameter = множители формулы известны не точно
interval-model = сама модель известна не точно
no-interval-census = интервала нет: учтены все пригодные пиксели, выборки не было
no-interval-too-few-units = интервала нет: меньше двух площадок или аймаков
no-interval-too-few-years = интервала нет: в периоде меньше трёх лет со значением
sample-plots = пробные площадки
sample-paired-plots = площадки, обследованные до и после
sample-farms = хозяйства
sample-paired-farms = хозяйства, опрошенные до и после
sample-persons = опрошенные
sample-paired-persons = опрошенные и до, и после
sample-years = годы
sample-cells = ячейки растра
sample-aimaks = аймаки
sample-fields = поля с документированным ведением хозяйства

## Свидетельства
design-state = состояние на один момент
design-before-after = до и после, сравнить не с чем
design-trend = ход на одной территории за много лет, сравнить не с чем
design-within-aimak = до и после, органические земли против земель вне органического хозяйства того же аймака
design-one-against-many = одна органическая территория против территорий сравнения
design-many-against-many = органические аймаки против аймаков сравнения
confidence-very-low = очень низкая
confidence-low = низкая
confidence-moderate = средняя
confidence-high = высокая

## Земли, темы, направление
land-whole-aimak = Весь аймак
land-organic = Органические земли
land-untreated = Земли вне органического хозяйства
on-land-whole-aimak = по всему аймаку
on-land-organic = на органических землях
on-land-untreated = на землях вне органического хозяйства
theme-soil = Почва
theme-erosion = Эрозия
theme-biodiversity = Биоразнообразие
theme-farming = Земледелие
theme-people = Люди
theme-vegetation = Растительность
theme-land = Земля
theme-terrain = Рельеф
better-higher = Чем больше, тем лучше.
better-lower = Чем меньше, тем лучше.
better-neutral = Само по себе ни больше, ни меньше не лучше: зависит от места.

## Что это за число
quantity-timeless = Значение, не зависит от времени
quantity-state = Значение, { $period }
quantity-at = Значение, { $date }
quantity-trend = Тренд, { $years }
quantity-over-years = Оценка, { $years }
years-from-to = { $first }–{ $last }
quantity-change = Изменение: { $before } → { $after }
quantity-difference = Изменение относительно земель сравнения: { $before } → { $after }
short-change = Изменение
short-difference = Относительно сравнения
short-trend = Тренд
short-latest = Последнее значение

## Фразы, которые допускает вывод
claim-observed = { $indicator }: { $value } ({ $period }, { $land }). Это то, что наблюдалось в этом месте и в это время; об изменении это ничего не говорит.
claim-observed-timeless = { $indicator }: { $value }, { $land }. Это описание места; во времени оно не сравнивается.
claim-changed-without-comparison = { $indicator }: изменение { $value } ({ $level } % интервал: { $interval }), { $before } → { $after }, { $land }. Сравнения с другими землями здесь нет; погода или другие причины могут объяснять часть изменения или всё изменение.
claim-differed-from-comparison = { $indicator }: по сравнению с землями, где хозяйствование не менялось, разница в изменении { $value } ({ $level } % интервал: { $interval }; минус означает «меньше»), { $land }. Это согласуется с эффектом перехода; степень достоверности: { $confidence }.
claim-seen-with-very-low-confidence = { $indicator }: наблюдалось изменение { $value } ({ $level } % интервал: { $interval }), { $before } → { $after }, { $land }. Степень достоверности очень низкая: о причинах ничего сказать нельзя.
claim-difference-seen-with-very-low-confidence = { $indicator }: по сравнению с землями, где хозяйствование не менялось, наблюдалась разница в изменении { $value } ({ $level } % интервал: { $interval }; минус означает «меньше»), { $before } → { $after }, { $land }. Степень достоверности очень низкая: о причинах ничего сказать нельзя.
claim-no-change-larger-than-bound = Изменений больше чем на { $bound } не обнаружено: { $indicator }, { $value } ({ $level } % интервал: { $interval }), { $land }.
claim-cannot-tell = Данные не позволяют сказать, было ли изменение: { $indicator }, { $value } ({ $level } % интервал: { $interval }), { $land }. Изменение меньше { $detectable } могло бы остаться незамеченным.
claim-cannot-tell-unknown = Данные не позволяют сказать, было ли изменение: { $indicator }, { $value } ({ $level } % интервал: { $interval }), { $land }.
claim-trend-without-comparison = { $indicator }: { $value } ({ $level } % интервал: { $interval }), { $period }, { $land }. Сравнения с другими землями здесь нет; погода или другие причины могут объяснять часть изменения или всё изменение.
claim-trend-seen-with-very-low-confidence = { $indicator }: наблюдался тренд { $value } ({ $level } % интервал: { $interval }), { $period }, { $land }. Степень достоверности очень низкая: о причинах ничего сказать нельзя.
claim-trend-cannot-tell = Данные не позволяют сказать, есть ли тренд: { $indicator }, { $value } ({ $level } % интервал: { $interval }), { $period }, { $land }.
claim-difference-cannot-tell = Данные не позволяют сказать, отличается ли изменение от изменения на землях сравнения: { $indicator }, { $value } ({ $level } % интервал: { $interval }), { $land }. Разница меньше { $detectable } могла бы остаться незамеченной.
claim-difference-cannot-tell-unknown = Данные не позволяют сказать, отличается ли изменение от изменения на землях сравнения: { $indicator }, { $value } ({ $level } % интервал: { $interval }), { $land }.
claim-no-interval-no-sentence = { $indicator }: { $value }, { $land }. Без интервала нельзя сказать, насколько это надёжно.

## Почему числа нет
reason-no-data = таких данных нет
reason-too-few-plots = слишком мало пробных площадок для интервала
reason-too-few-years = слишком мало лет в периоде
reason-series-too-short = слишком мало лет с пригодными значениями для тренда
reason-too-few-clusters = слишком мало аймаков на одной из сторон сравнения
reason-period-undefined = период не определён: он отсчитывается от даты, которой у этой территории нет
reason-always-organic = органический ещё до первого наблюдения: состояния «до» нет
reason-before-period-after-transition = период, взятый как «до», лежит после перехода; его нужно было бы задать относительно перехода
reason-treated-area-unknown = неизвестно, какие земли органические, а весь аймак ими не является
reason-no-comparison = ни у одной территории сравнения нет таких данных
reason-gap-at-depth = почвенные пробы оставляют разрыв по глубине или начинаются не с поверхности
reason-esm-needs-deeper-sample = отбор закончился выше той массы почвы, которую нужно сравнить
reason-bulk-density-missing = объёмная плотность не измерена
reason-method-mismatch = до и после измерено разными методами
reason-effort-missing = слишком малый объём наблюдений, чтобы сравнивать число видов
reason-valid-area-below70 = пригодные пиксели есть меньше чем на 70 % площади
reason-too-few-pixels = слишком мало пикселей
reason-outside-raster = территория лежит вне растра
reason-out-of-range = значение вне физически возможных пределов
reason-raster-unreadable = растр там не читается
reason-subindicator-missing = неизвестна часть показателя (продуктивность, покров или углерод почвы)
reason-gap-too-long = слишком долгая часть сезона прошла без пригодного снимка
reason-season-not-covered = начало или конец сезона не видны на снимках
reason-factor-missing = один из множителей уравнения не измерен
reason-too-few-observations = в периоде слишком мало наблюдений
reason-texture-sum = песок, пыль и глина в сумме не дают 100 %
reason-method-unknown = метод лаборатории неизвестен
reason-carbonate-missing = определён общий углерод почвы, в которой могут быть карбонаты, а карбонаты не измерены
reason-bd-ptf = объёмная плотность измерена не в оба срока, поэтому об изменении в равной массе почвы судить нельзя
reason-activity-data-missing = действия хозяйств не документированы
reason-suppressed = за числом стоит так мало людей, что по нему можно узнать одного из них
lacking-column = нет данных: { $column }

## Рамка каждой страницы
site-language = Русский
nav-label = Страницы
nav-home = Обзор
nav-indicators = Показатели
nav-methods = Методы
nav-data = Данные
nav-skip = К содержанию
languages-label = Языки
choose-language = Выберите язык
simulated-title = Смоделированные данные
simulated-banner = Смоделированные данные. Этот край вымышлен: здесь ничего не сказано о каком-либо настоящем месте.
simulated-footer = Все данные на этой странице смоделированы.
footer-edition = Выпуск { $edition }, { $date }
footer-program = Создано программой { $program }
footer-permanent = Постоянный адрес этого выпуска
footer-newest = Новейший выпуск
footer-frozen = Это сохранённая копия выпуска { $edition }; числа в ней не меняются.
footer-review = Кыргызские и русские тексты ждут проверки редактором — носителем языка.
editions-title = Выпуски

## Главная
home-lead = { $organic ->
    [one] { $organic } органический аймак
    [few] { $organic } органических аймака
    [many] { $organic } органических аймаков
   *[other] { $organic } органических аймаков
} и { $comparison ->
    [one] { $comparison } территория сравнения
    [few] { $comparison } территории сравнения
    [many] { $comparison } территорий сравнения
   *[other] { $comparison } территорий сравнения
}: что изменилось, где и насколько это надёжно?
home-lead-plain = { $areas ->
    [one] { $areas } территория
    [few] { $areas } территории
    [many] { $areas } территорий
   *[other] { $areas } территорий
}: что измерено, где и насколько это надёжно?
home-changed = Что изменилось
home-changed-hint = Все органические аймаки вместе и каждый в отдельности.
home-headline-difference = Все органические аймаки вместе, по сравнению с территориями сравнения:
home-headline-change = Все органические аймаки вместе, без сравнения:
home-tally-changes = Каждый органический аймак сам по себе, без сравнения:
home-areas = Найдите свой аймак
home-areas-organic = Органические аймаки
home-areas-comparison = Территории сравнения
home-areas-all = Территории
home-no-pooled = Общего числа для всех органических аймаков нет.
find-label = Поиск по названию или коду
find-none = Ничего не найдено
find-some = Найдено: { $n }
tally-rose = рост
tally-fell = снижение
tally-seen = наблюдалось, достоверность очень низкая
tally-uncertain = нельзя отличить от отсутствия изменений
tally-no-interval = без интервала
tally-withheld = не показано
tally-of-areas = Территории:
tally-measured = есть число
tally-item = { $what }: { $n }
mark-organic = органический с { $year } года
mark-comparison = территория сравнения

## Карта
map-desc = Карта территорий. В таблице после карты те же значения. Проекция: равновеликая азимутальная Ламберта.
map-title = { $indicator }{ "\u00A0" }— { $quantity }
map-land-mixed = Органические аймаки: их органические земли, где по ним есть число. Территории сравнения: весь аймак.
map-land-one = { $land }: показано на карте.
map-open = Открыть интерактивную карту (около { $mb } МБ)
map-close = Вернуться к простой карте
map-failed = Интерактивная карта здесь не запустилась; остаётся простая.
map-table = То же в таблице
map-selected = Ярко — эта территория, бледно — остальные.
map-zoom-in = Приблизить
map-zoom-out = Отдалить
map-reset = Показать всё
map-open-page = Открыть страницу
map-gesture-ctrl = Масштаб: колесо мыши с нажатой клавишей Ctrl
map-gesture-command = Масштаб: колесо мыши с нажатой клавишей ⌘
map-gesture-touch = Двигайте карту двумя пальцами
legend-title = Условные обозначения
legend-colour = Цвет
legend-meaning = Значение
legend-areas = Территорий
legend-uncertain = нельзя отличить от отсутствия изменений (в интервал входит ноль) или степень достоверности очень низкая
legend-withheld = не показано; причина — на странице территории
legend-none = такого числа нет
legend-organic = толстый контур: органический аймак
legend-range = от { $lo } до { $hi }
legend-below = меньше { $hi }
legend-above = { $lo } и больше
legend-source = Цвета: { $scheme }

## Страница аймака
aimak-profile = Профиль
aimak-code = Код
aimak-names = Названия
aimak-aliases = Другие написания
aimak-organic-since = Дата перехода
aimak-comparison = Территория сравнения
aimak-status = Статус
aimak-area = Площадь
aimak-organic-land = Органические земли
aimak-valid-from = Существует с
aimak-valid-to = Упразднён
aimak-predecessors = Образован из
aimak-unit-note = Границы наблюдаемой территории неизменны; позднейшие объединения и переименования меняют только подпись.
profile-farmers = Фермеры
profile-people = Население
profile-women-led = Руководит женщина
profile-hectares = Земли, га (по заявлению)
profile-eco-schools = Школы с экоклассами
profile-suppressed = меньше { $n }, не показано
answer-yes = да
answer-no = нет
hectares = { $value } га
share-known = органические земли — { $share } % аймака
share-of-aimak = { $share } % аймака
share-unknown = Доля органических земель неизвестна
share-none = Органических земель нет: территория сравнения
aimak-at-a-glance = Коротко
aimak-indicators = Показатели
aimak-map = Где это
aimak-unknown = Что неизвестно и почему
aimak-unknown-none = Все запрошенные числа есть; насколько они надёжны, сказано возле каждого.
aimak-themes = Темы
aimak-overview = Этот аймак
aimak-sources = Источники
aimak-all-figures = Другие числа этого показателя
aimak-compare-pooled = Все органические аймаки вместе
no-figure = Числа нет
caveats = Читать с осторожностью

## Графики
chart-before-after = До и после
chart-before-after-desc = Точки — значения, линии — их интервалы. В таблице после графика те же значения.
chart-change = Изменение
chart-change-desc = Точка — изменение; линия — его интервал; вертикальная черта — без изменений.
chart-series = Год за годом
chart-series-desc = Одна точка на каждый год. В таблице после графика те же значения.
chart-series-dates = Снимок за снимком
chart-series-dates-desc = Одна точка на каждый снимок. В таблице после графика те же значения.
chart-series-weather = Зелёность зависит от дождя, снега и жары: в сухой год она ниже повсюду. Один хороший или плохой год — это погода, а не тенденция.
chart-series-organic = органический с { $year } года
chart-ranking = Все территории рядом
chart-ranking-desc = Упорядочено по значению. Где линии перекрываются, порядок может быть случайным.
chart-ranking-note = Упорядочено по значению. Где линии перекрываются, порядок мало что значит: смотрите на линии, а не на места.
chart-table = То же в таблице
zero-line = без изменений

## Таблицы
col-area = Территория
col-land = Земли
col-figure = Показанное число
col-value = Значение
col-interval = Интервал
col-lo = От
col-hi = До
col-n = n
col-verdict = Что можно сказать
col-reason = Почему
col-indicator = Показатель
col-date = Дата
col-status = Статус
col-file = Файл
col-size = Размер
col-sha256 = SHA-256
col-licence = Лицензия
col-citation = Как ссылаться
col-format = Что это
interval-words = { $level } % интервал: от { $lo } до { $hi }
interval-short = от { $lo } до { $hi }
verdict-rose = Рост
verdict-fell = Снижение
verdict-seen = Наблюдалось, степень достоверности очень низкая
verdict-unchanged = Без изменений
verdict-more = Рост больше (или снижение меньше), чем на землях сравнения
verdict-less = Рост меньше (или снижение больше), чем на землях сравнения
verdict-uncertain = Нельзя отличить от отсутствия изменений
verdict-no-interval = Число без интервала
verdict-withheld = Не показано
verdict-value = Состояние, а не изменение
verdict-timeless = Описывает место

## Об этом числе
about-number = Об этом числе
about-figure = Что показано
about-unrounded = Без округления
about-interval = Интервал
about-interval-meaning = Что охватывает интервал
about-n = Число наблюдений
about-land = Земли
about-share = Доля органических земель
about-share-unknown = неизвестна
about-method = Метод
about-version = версия { $version }
about-parameters = Параметры
about-inputs = Исходные файлы
about-input = { $path } (использовано строк или каналов: { $used })
about-design = Схема сравнения
about-confidence = Степень достоверности
about-confidence-steps = Шаги вверх или вниз
about-detectable = Наименьшее обнаружимое изменение
about-detectable-meaning = такое изменение эта схема показала бы в 80 случаях из 100
about-notes = Оговорки
about-flags = Замечания
about-program = Программа
about-code-link = Как устроен метод

## Страница показателя
indicator-question = Вопрос
indicator-card = Как это измеряют
indicator-downloads = Скачать
indicator-pooled = Все органические аймаки вместе
indicator-where = Где
indicator-no-map = Ни у одной территории нет числа, которое можно показать на карте.
indicators-title = Показатели
card-unit = Единица
card-formula = Формула
card-method = Метод
method-soc-fd = запас углерода до заданной глубины
method-soc-esm = запас углерода в равной массе почвы
method-ph-topsoil = среднее pH верхнего слоя с весом толщины
method-richness-at-coverage = число видов при равной полноте учёта
method-hill-1 = число Хилла порядка 1
method-ndvi-season-mean = среднее по пикселям, датам сезона и годам
method-mk-sen = наклон по Тейлу и Сену, тест Манна и Кендалла
method-sdg-15-3-1 = ЦУР 15.3.1: земля считается деградировавшей, если ухудшился хотя бы один признак
method-sdg-15-3-1-productivity = ЦУР 15.3.1, часть о продуктивности
method-slope-horn = уклон по восьми соседним ячейкам (метод Хорна)
method-rusle = пересмотренное универсальное уравнение потерь почвы, множители — по картам и осадкам
method-rusle-split = части изменения смыва, среднее обоих порядков (Шепли)
method-crop-hill-1 = число Хилла порядка 1 по площадям культур
method-varieties-per-farm = число сортов, среднее по хозяйствам
method-top-two-share = доля двух высших ответов с интервалом Уилсона
card-range = Возможные значения
card-explanation = Как получено число
card-references = Литература
card-better = Что лучше
card-interval = Что означает интервал
card-over-years = Все годы вместе дают одно число; «до» и «после» у него нет.
card-profile-only = Сведение профиля: оно описывает место и не сравнивается во времени.

## Методы
methods-lead = Как получено каждое число на этих страницах. Каждая карточка относится к одному показателю.
methods-intervals = Что охватывает интервал
methods-intervals-lead = У каждого числа сказано, какую неопределённость охватывает его интервал. Виды никогда не смешиваются.
methods-designs = Схемы сравнения и что можно утверждать
methods-designs-lead = Схема решает, насколько сильной может быть фраза. Изменение без сравнения никогда не называется эффектом.
methods-designs-codes = Буква с цифрой — сила схемы: слабее всех E0 (мнение эксперта или один снимок), сильнее всех E7 (переход назначен по жребию). Чем больше цифра, тем надёжнее может быть вывод. Схемы, которые знает программа:
methods-reasons = Почему число не показано
methods-reasons-lead = Недостаточные или непригодные данные — тоже ответ. Вот все причины, которые знает программа.
methods-codes-hint = Код после слов — то, как это записано в файлах.
methods-periods = Периоды
methods-period-relative = от года { $from } до года { $to }, считая от перехода каждой территории
methods-period-absolute = с { $from } до { $to }, этот день не входит
methods-colours = Цвета
methods-colours-text = Изменение: ColorBrewer BrBG, семь классов, симметрично относительно нуля. Значения: Crameri batlow, до шести классов; смыв почвы по ячейкам: ColorBrewer YlOrBr с принятыми границами. Штриховка: нельзя отличить от отсутствия изменений или степень достоверности очень низкая.

## Данные
data-lead = Каждое число с n, методом и интервалом или причиной, почему его нет, — для свободной проверки.
data-files = Файлы этого выпуска
data-headline = Границы с главным числом каждого показателя
data-sources = Исходные файлы
licence-not-stated = лицензия не указана
citation-not-stated = ссылка не указана
data-exclusions = Строки, которые не использованы
data-exclusions-rows = { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
    [many] { $rows } строк
   *[other] { $rows } строки
}
data-verify = Контрольная сумма (SHA-256) показывает, дошёл ли файл без изменений.
kind-outlines = Границы (GeoJSON, WGS 84)
kind-exclusions-csv = Неиспользованные строки (CSV)
data-exclusions-of = из { $of }
kind-findings-csv = Все числа, по одному в строке (CSV)
kind-findings-parquet = Все числа, по одному в строке (Parquet)
kind-release = Всё, как записала программа (JSON)
kind-headline = Границы с главными числами (GeoJSON)
kind-log = Журнал расчёта
kind-other = Файл выпуска
bytes = { $n } байт
kilobytes = { $n } кБ
megabytes = { $n } МБ

## Ошибки и шаги
stage-atlas = Создание страниц
stage-atlas-files = Проверка выпуска
atlas-error-read = Не удаётся прочитать { $path }: { $cause }
atlas-error-write = Не удаётся записать { $path }: { $cause }
atlas-error-parse = { $path } повреждён: { $cause }
atlas-error-schema = Этот выпуск следует договору { $found }; программа читает { $expected }. Повторите расчёт этой версией.
atlas-error-digest = { $path } — не тот файл, с которым создан выпуск: его SHA-256 { $found }, ожидался { $expected }. Повторите расчёт.
atlas-error-path = Выпуск называет файл вне своей папки: { $path }
atlas-error-not-a-site = Папка { $path } не пуста и не является атласом. Выберите пустую или новую папку, чтобы ничего вашего не было заменено.
atlas-error-cancelled = Прервано. Последний удачный сайт не тронут.

## Карты по ячейкам
cells-title = { $indicator } по ячейкам: { $quantity }
cells-desc = Цвета ячеек объяснены в легенде; числа по каждой территории стоят в таблице.
cells-download = Растр для ГИС (GeoTIFF)
indicator-cells = По ячейкам
cell-class-none = нет значения
cell-class-degraded = деградация
cell-class-stable = стабильно
cell-class-improved = улучшение
cell-class-declining = снижение
cell-class-early-decline = начало снижения
cell-class-stable-but-stressed = стабильно, но плохо
cell-class-improving = улучшение
cell-class-water = вода, не учитывается
kind-map-raster = Карта по ячейкам для ГИС (облачный GeoTIFF)
kind-map-picture = Изображение карты по ячейкам (PNG, числа — коды)

# что сказали люди
questions-heading = Что сказали люди
questions-lead = Доли тех, кого спросили и у кого было мнение. Ответы показаны в самых дробных группах, в каждой из которых людей не меньше предела, принятого проектом, или нет никого. Изменение выделяется, только если ноль не входит в его 95 % интервал и то же говорит проверка всех ответов (p не больше 0,05: сместились ли ответы вверх или вниз чаще, чем по случайности?).
questions-words-not-deeds = Это слова людей. Они не доказывают ни поступков, ни того, почему мнения изменились.
questions-change = Изменение
question-quoted = «{ $text }»
question-control = Контрольный вопрос: он не связан с программой.
question-reversed = Утверждение сформулировано наоборот: за программу говорят несогласные, поэтому шкала перевёрнута.
question-support = Главное утверждение: его доля — показатель поддержки.
question-share-for = Согласны { $share } % (95 % интервал { $lo }–{ $hi } %; n = { $n })
question-share-against = Не согласны { $share } % (95 % интервал { $lo }–{ $hi } %; n = { $n })
question-share-alone = Доля изменилась, но проверка всех ответов этого не подтверждает: { $before } % до, { $after } % после; разница { $change } п. п. (95 % интервал от { $lo } до { $hi }).
question-rose = Доля выросла с { $before } % до { $after } %: на { $change } п. п. (95 % интервал от { $lo } до { $hi }).
question-fell = Доля снизилась с { $before } % до { $after } %: на { $change } п. п. (95 % интервал от { $lo } до { $hi }).
question-no-change = Изменение не выделяется: { $before } % до, { $after } % после; разница { $change } п. п. (95 % интервал от { $lo } до { $hi }).
question-same-people = Одни и те же люди опрошены дважды: { $n }.
question-other-people = Опрошены разные люди: { $before } до, { $after } после.
question-woman = женщины { $share } % ({ $lo }–{ $hi } %; n = { $n })
question-man = мужчины { $share } % ({ $lo }–{ $hi } %; n = { $n })
question-sexes-of-all = По полу — только для всех аймаков вместе, потому что здесь можно было бы узнать немногих:
question-p-below = Проверка всех ответов: p меньше { $p } с поправкой на все заданные вопросы (Холм).
question-p = Проверка всех ответов: p = { $p } с поправкой на все заданные вопросы (Холм).
question-controls-moved = По проверке всех ответов сдвинулся и вопрос, не связанный с программой: возможно, люди стали вежливее или изменились времена.
answer-against = не согласны
answer-neither = ни да, ни нет
answer-for = согласны
answer-not-for = не соглашаются
answer-1-of-5 = совсем не согласны
answer-2-of-5 = скорее не согласны
answer-3-of-5 = ни да, ни нет
answer-4-of-5 = скорее согласны
answer-5-of-5 = полностью согласны
answer-reversed-against = согласны
answer-reversed-neither = ни да, ни нет
answer-reversed-for = не согласны
answer-reversed-not-for = не возражают
answer-reversed-1-of-5 = полностью согласны
answer-reversed-2-of-5 = скорее согласны
answer-reversed-3-of-5 = ни да, ни нет
answer-reversed-4-of-5 = скорее не согласны
answer-reversed-5-of-5 = совсем не согласны

# программа в цифрах
programme-heading = Программа в цифрах
programme-lead = По отчётам, год за годом. Эти числа подсчитаны или взяты из отчётов, выборочного интервала у них нет, и верны они настолько, насколько верен источник. Год без числа — пропуск, а не ноль.
programme-what = Что
programme-sources = Источники: { $sources }
produce-wheat = пшеница
produce-barley = ячмень
produce-maize = кукуруза
produce-rice = рис
produce-bean = фасоль
produce-potato = картофель
produce-onion = лук
produce-carrot = морковь
produce-tomato = помидоры
produce-garlic = чеснок
produce-sugar-beet = сахарная свёкла
produce-sunflower = подсолнечник
produce-safflower = сафлор
produce-cotton = хлопок
produce-alfalfa = люцерна
produce-sainfoin = эспарцет
produce-apple = яблоки
produce-apricot = абрикосы
produce-walnut = грецкие орехи
produce-honey = мёд
produce-milk = молоко
produce-meat = мясо
produce-wool = шерсть
produce-sheep = овцы
produce-goat = козы
produce-cattle = крупный рогатый скот
produce-horse = лошади
produce-yak = яки
produce-poultry = домашняя птица
produce-bee = пчелиные семьи
topic-fertiliser-applied = Внесено минеральных удобрений
topic-pesticide-applied = Применено пестицидов
topic-harvest = Урожай
topic-harvested-area = Убранная площадь
topic-organic-sales = Продано органической продукции
topic-organic-revenue = Выручка за органическую продукцию
topic-certified-land = Сертифицированные земли
topic-livestock = Скот
topic-pasture = Пастбища
topic-medicinal-plants = Известные лекарственные растения
topic-crop-wild-relatives = Дикие родичи культурных растений
topic-irrigation-water = Вода для полива
topic-water-places = Обследованные родники и каналы
topic-waste-places = Обследованные свалки
topic-trainings = Тренинги
topic-eco-classes = Занятия экоклассов
topic-fairs = Ярмарки
amount-kg-product = кг препарата
amount-kg-active = кг действующего вещества
amount-t = т
amount-ha = га
amount-head = голов
amount-livestock-unit = условных голов
amount-m3 = м³
amount-event = мероприятий
amount-attendance = посещений
amount-place = мест
amount-kind = видов
amount-som = сомов в ценах { $year } года
