# Почва: методы лаборатории, классы по шкалам, таблицы лаборатории и их ошибки. Ждёт проверки редактора.

## Units and methods of soil
unit-milligram-per-kilogram = миллиграммы на килограмм мелкозёма
unit-percent-of-fine-earth = проценты от массы мелкозёма
unit-decisiemens-per-metre = децисименсы на метр
symbol-milligram-per-kilogram = мг/кг
symbol-percent-of-fine-earth = %
symbol-decisiemens-per-metre = дСм/м
method-soc-equal-depth = средняя концентрация углерода в слое 0–20 см с весом толщины
method-soil-equal-depth = среднее по слою 0–20 см с весом толщины
method-ec-equal-depth = средняя электропроводность слоя 0–20 см с весом толщины

## Methods of the laboratory
parameter-carbon-method = Метод определения углерода
parameter-carbon-method-tyurin-humus = Тюрин (гумус ÷ 1,724)
parameter-carbon-method-walkley-black = Уокли–Блэк с поправкой на неполное окисление
parameter-carbon-method-walkley-black-recovery-unstated = Уокли–Блэк, поправка не указана
parameter-carbon-method-dry-combustion = сухое сжигание без карбонатов
parameter-carbon-method-loss-on-ignition = потеря при прокаливании (÷ 2)
parameter-carbon-method-tyurin-calibrated = Тюрин, приведённый к сухому сжиганию по парным пробам
parameter-carbon-method-not-stated = не указан
parameter-carbon-method-several = несколько, см. примечание
parameter-ec-method = Электропроводность измерена
parameter-ec-method-saturated-paste = вытяжка из насыщенной пасты (ECe)
parameter-ec-method-one-to-five = суспензия 1 : 5 (EC 1:5)
parameter-ec-method-not-stated = не указан
parameter-humus-method = Метод определения гумуса
parameter-humus-method-tyurin = Тюрин
parameter-nutrient-method = Вытяжка
parameter-nutrient-method-machigin = по Мачигину
parameter-nutrient-method-olsen = по Олсену
lab-method-tyurin-humus = Тюрин (гумус ÷ 1,724)
lab-method-walkley-black = Уокли–Блэк с поправкой на неполное окисление
lab-method-walkley-black-recovery-unstated = Уокли–Блэк, поправка не указана
lab-method-dry-combustion = сухое сжигание без карбонатов
lab-method-loss-on-ignition = потеря при прокаливании (÷ 2)
lab-method-tyurin-calibrated = Тюрин, приведённый к сухому сжиганию по парным пробам
lab-method-saturated-paste = вытяжка из насыщенной пасты (ECe)
lab-method-one-to-five = суспензия 1 : 5 (EC 1:5)
detail-lab-methods = одно — «{ $one }», другое — «{ $other }»
note-lab-methods-several = Лаборатория работала на этих площадках несколькими методами (или не для всех указала метод): значения не вполне однородны.
note-lab-method-not-stated = Метод не указан: не сказано, как лаборатория определяла это до или после. Если она сменила метод, часть изменения — от метода.

## Classes by named scales
note-class = { $scale }: среднее попадает в класс «{ $class }».
note-class-spans = { $scale }: среднее попадает в класс «{ $class }»; его 95 % интервал простирается от «{ $lowest }» до «{ $highest }».
note-class-ph = По шкале СНГ среднее — «{ $cis }»; по шкале USDA — «{ $usda }».
note-class-changed = { $scale }: класс сменился с «{ $before }» на «{ $after }» — 95 % интервалы обеих дат лежат в разных классах.
note-class-not-demonstrable = { $scale }: смена класса не подтверждается данными.
note-scale-recalled = { $scale }: границы классов взяты общеупотребительные; с печатным источником для этого атласа их ещё не сверяли.
note-ec-without-class = Электропроводность измерена не везде в вытяжке из насыщенной пасты: класса засоления у неё нет, и она не пересчитывается.
soil-scale-ph-cis = Шкала мониторинга почв СНГ
soil-scale-ph-usda = Шкала pH USDA
soil-scale-humus-dstu-4362 = Шкала гумуса ДСТУ 4362:2004
soil-scale-p2o5-machigin = Шкала Мачигина для P2O5
soil-scale-k2o-machigin = Шкала Мачигина для K2O
soil-scale-p-olsen = Шкала Олсена для P
soil-scale-n-total = Шкала общего азота
soil-scale-salt-ece = Граница Лаборатории засоления США
soil-class-fertility-very-low = очень низкое
soil-class-fertility-low = низкое
soil-class-fertility-medium = среднее
soil-class-fertility-elevated = повышенное
soil-class-fertility-high = высокое
soil-class-fertility-very-high = очень высокое
soil-class-ph-ultra-acid = сверхкислая
soil-class-ph-extremely-acid = крайне кислая
soil-class-ph-very-strongly-acid = очень сильнокислая
soil-class-ph-strongly-acid = сильнокислая
soil-class-ph-medium-acid = среднекислая
soil-class-ph-moderately-acid = умеренно кислая
soil-class-ph-slightly-acid = слабокислая
soil-class-ph-near-neutral = близкая к нейтральной
soil-class-ph-neutral = нейтральная
soil-class-ph-slightly-alkaline = слабощелочная
soil-class-ph-moderately-alkaline = умеренно щелочная
soil-class-ph-alkaline = щелочная
soil-class-ph-strongly-alkaline = сильнощелочная
soil-class-ph-very-strongly-alkaline = очень сильнощелочная
soil-class-salt-not-saline = незасолённая
soil-class-salt-saline = засолённая

## Problems of soil tables
problem-carbon-method-column = Метод определения углерода не подходит к столбцам
expected-carbon-method-column = столбец, в котором может стоять { $method }: { $columns }
hint-carbon-method-column = укажите столбец, который заполняла лаборатория, или исправьте carbon_method; для двух методов нужны две таблицы
problem-nutrient-method-missing = Фосфор или калий без указания вытяжки
expected-nutrient-method-missing = nutrient_method = "machigin" или "olsen"
hint-nutrient-method-missing = посмотрите в ведомости лаборатории: это разные величины, они не пересчитываются
problem-nutrient-method-olsen = Вытяжка Олсена — только для фосфора
expected-nutrient-method-olsen = нет столбца калия в таблице по Олсену
hint-nutrient-method-olsen = вынесите калий в отдельную таблицу с nutrient_method = "machigin", если он определён так
problem-ec-method-missing = Электропроводность без указания способа
expected-ec-method-missing = ec_method = "saturated_paste" или "one_to_five"
hint-ec-method-missing = посмотрите в ведомости лаборатории: в суспензии 1:5 значение в несколько раз ниже, чем в пасте
problem-nutrient-twice = В строке элемент питания указан и оксидом, и элементом
expected-nutrient-twice = одно из двух
hint-nutrient-twice = оставьте то, что записала лаборатория, а другое очистите
problem-carbon-recovery-applied = Углерод по Уокли и Блэку здесь исправлен на неполное окисление
expected-carbon-recovery-applied = метод, исправленный самой лабораторией, или этот множитель
hint-carbon-recovery-applied = если лаборатория уже исправила, укажите carbon_method = "walkley_black"
exclusion-carbonate-missing = общий углерод почвы, в которой могут быть карбонаты, а карбонаты не измерены
exclusion-more-carbonate-than-carbon = углерода в карбонатах больше, чем всего углерода

## aimak soil
value-classes = классы
arg-soil-before = Лист тех же разрезов на более раннюю дату
arg-soil-before-carbon = Как определён органический углерод в этом листе (по умолчанию как в --layers)
arg-soil-changes = Ещё одна таблица: изменение запаса углерода каждого разреза, на фиксированной глубине и на равной массе почвы по линиям и по сплайну, или почему его нет
cli-soil-changes = Изменения записаны в { $out }. На равной массе почвы разрыхление и уплотнение не сказываются; на фиксированной глубине сказываются. Это отдельные разрезы без интервала: что они говорят о земле, покажет файл проекта с планом отбора.
arg-soil-ec = В чём измерена электропроводность листа: saturated-paste (насыщенная паста, есть классы засоления) или one-to-five (суспензия 1:5, классов нет); без этого класс не указывается
arg-soil-calibrate = Пробы, проанализированные двумя методами: tyurin_carbon_percent или humus_percent и combustion_carbon_percent, не меньше 20 строк; углерод по Тюрину приводится к сухому сжиганию по прямой через них
arg-soil-spline = Вторая таблица: углерод, pH и ил на глубинах 0–5, 5–15, 15–30, 30–60 и 60–100 см по сплайну, сохраняющему среднее каждого слоя
arg-soil-smoothing = Сглаживание сплайна; 0 точно сохраняет среднее каждого слоя, 0.1 обычно в ходу (по умолчанию 0)
arg-soil-health = Баллы здоровья почвы: класс органического вещества таких почв (1 больше всего – 4 меньше всего) и класс климата (1 тёплый влажный, 2 тёплый сухой, 3 холодный влажный, 4 холодный сухой), например 3,4
arg-soil-best-ph = pH с наивысшим баллом, например у природной почвы (по умолчанию 6.8, пшеница)
cli-soil-spline = Стандартные глубины записаны в { $out }. Они сняты с кривой через слои, а не отобраны; ниже самого глубокого слоя ничего не говорится.
cli-soil-calibration = Сухое сжигание = { $intercept } (± { $intercept_se }) + { $slope } (± { $slope_se }) · Тюрин, в % углерода, в скобках стандартные ошибки; разброс { $residual } %, пар { $n }, Тюрин от { $lowest } до { $highest } %. Ошибка прямой общая для всех проб и с их числом не уменьшается.
cli-soil-health-note = Баллы читают отдельные показатели по кривым, подобранным для почв и культур США; веса — экспертные. Индекс — сводка, а не измерение: он не сравнивает почвы разного гранулометрического состава, изменение меньше двойной ошибки лаборатории не считается изменением, а карбонатная почва получает низкий балл pH, хотя это её природное свойство (--best-ph).
problem-texture-twice = В строке гранулометрический состав по двум системам
expected-texture-twice = части USDA или фракции Качинского
hint-texture-twice = Оставьте то, что определяла лаборатория, а остальное очистите.
problem-calibration-pairs = Слишком мало проб проанализировано двумя методами
expected-calibration-pairs = не меньше { $needed } пар
hint-calibration-pairs = Проанализируйте больше проб обоими методами; до этого две даты с разными методами сравнивать нельзя.
problem-calibration-line = Пробы ничего не калибруют
expected-calibration-line = различающиеся значения по Тюрину, с которыми растёт сжигание
hint-calibration-line = Проверьте, что оба столбца относятся к одним пробам и оба в процентах углерода.
problem-soil-smoothing = Такого сглаживания не бывает
expected-soil-smoothing = число от 0 до 1000
hint-soil-smoothing = Не указывайте его, чтобы сохранить среднее каждого слоя.
problem-soil-best-ph = Такого лучшего pH не бывает
expected-soil-best-ph = число от 2 до 11
hint-soil-best-ph = Укажите pH природной почвы или не указывайте ничего для пшеницы (6.8).
soil-scale-kachinsky-steppe = Шкала Качинского по физической глине
soil-class-grains-loose-sand = песок рыхлый
soil-class-grains-cohesive-sand = песок связный
soil-class-grains-sandy-loam = супесь
soil-class-grains-light-loam = суглинок лёгкий
soil-class-grains-medium-loam = суглинок средний
soil-class-grains-heavy-loam = суглинок тяжёлый
soil-class-grains-light-clay = глина лёгкая
soil-class-grains-medium-clay = глина средняя
soil-class-grains-heavy-clay = глина тяжёлая

## aimak soil-tier1
help-soil-tier1 = Что метод МГЭИК по умолчанию (Уточнение 2019, уровень 1) предполагает об углероде почвы полей, где сменилось ведение хозяйства: запас верхних 30 см и изменение за 20 лет, всегда с интервалом. Это допущение, а не измерение.
help-soil-tier1-example = Примеры:
    {"  "}aimak soil-tier1 --fields fields.csv --out tier1.csv
    Столбцы: id; climate_zone или mean_temperature_c, warmest_month_c, frost_days, precipitation_mm, potential_evapotranspiration_mm и elevation_m; soil_group или wrb_group с sand_percent и clay_percent; land_before, tillage_before, input_before и те же с _after; manure_recorded и manure_diverted (да или нет), без которых нет high_with_manure.
arg-soil-tier1-fields = Поля: CSV, Parquet, XLSX или ODS, строка на каждое
arg-soil-tier1-out = Таблица для записи: .csv или .parquet
cli-soil-tier1-done = Записано в { $out }: полей { $fields }; знак изменения определён у { $determined }, не определён методом по умолчанию у { $open }; у { $withheld } нет данных о ведении хозяйства, климате или почве.
cli-soil-tier1-note = Это значения МГЭИК по умолчанию, а не измерение. Интервал, содержащий ноль, означает: знак не определён методом по умолчанию. Углерод меняется 20 лет и потом больше нет; навоз учитывается, только если он записан и не взят с другого поля. С измеренными запасами эти числа не складываются.
problem-tier1-word = Слово не входит в классы метода по умолчанию
expected-tier1-word = один из классов
hint-tier1-word = Возьмите подходящий класс; пустая ячейка значит, что это не задокументировано.
flag-class-limits-recalled = границы одного из классов записаны по памяти и ждут проверки

## Стандартный метод МГЭИК в проекте: что предполагается и никогда не измерено
design-default-method = стандартный метод предполагает это по тому, как велось хозяйство; ничего не измерено
method-ipcc-tier1 = стандартный метод МГЭИК (уровень 1, Уточнение 2019 года), среднее по полям с учётом площади
quantity-assumed = По стандартному методу, не измерено
claim-assumed-by-default-method = Предполагается стандартным методом МГЭИК, не измерено: { $indicator }, { $value } ({ $level } % интервал: { $interval }), { $land }.
claim-assumed-sign-not-determined = Предполагается стандартным методом МГЭИК, не измерено: { $indicator }, { $value } ({ $level } % интервал: { $interval }), { $land }. В интервал входит ноль: знак стандартным методом не определён.
verdict-assumed = Предполагается, не измерено
verdict-assumed-sign-not-determined = Предполагается; знак стандартным методом не определён
tally-assumed = предполагается, не измерено
legend-assumed = штриховка: предполагается стандартным методом МГЭИК, не измерено
card-assumed = Для этого числа ничего не измеряли: оно следует из того, как велось хозяйство на полях, и из таблиц МГЭИК.
grade-default-method = На шаг ниже: это предполагает стандартный метод по тому, как велось хозяйство; ничего не измерено.
note-tier1-assumed = Среднее с учётом площади по полям, ведение хозяйства на которых документировано, а не по всей земле. Стандартный метод считает, что запас меняется 20 лет и потом больше нет. Это число нельзя ни складывать с измеренным углеродом, ни ставить на его место.
note-tier1-fields-left-out = Не учтено полей: { $n } ({ $hectares } га); ведение хозяйства, климат или почва на них не документированы, или в таблицах для них нет множителя.
note-tier1-organic-unknown = Не отмечено, органическая ли это земля, у полей: { $n } ({ $hectares } га); здесь они не учтены.
detail-no-managed-field = ни одного поля с записью о ведении хозяйства
tier1-lacks-climate-zone = климатическая зона
tier1-lacks-soil-group = группа почв
tier1-lacks-management = как велось хозяйство на полях до и после
tier1-lacks-manure-record = записи о навозе, который не взят с другого поля
parameter-estimate-kind = Вид числа
parameter-estimate-kind-ipcc-tier1 = предполагаемое, МГЭИК, уровень 1
parameter-factor-set = Набор множителей
parameter-factor-set-2019r = Уточнение МГЭИК 2019 года
parameter-transition-years = За сколько лет изменение завершается
parameter-fields-ha = Площадь учтённых полей, га
problem-field-twice = Поле стоит в таблицах полей дважды
expected-field-twice = каждое поле аймака один раз
hint-field-twice = Удалите одну из двух строк или дайте двум полям разные имена.
problem-field-without-area = У поля нет площади
expected-field-without-area = площадь больше 0 га
hint-field-without-area = Запишите площадь поля в гектарах: без неё у поля нет веса в среднем по аймаку.
