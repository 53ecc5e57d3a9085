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
soil-scale-ph-cis = шкала мониторинга почв СНГ
soil-scale-ph-usda = шкала pH USDA
soil-scale-humus-dstu-4362 = шкала гумуса ДСТУ 4362:2004
soil-scale-p2o5-machigin = шкала Мачигина для P2O5
soil-scale-k2o-machigin = шкала Мачигина для K2O
soil-scale-p-olsen = шкала Олсена для P
soil-scale-n-total = шкала общего азота
soil-scale-salt-ece = граница Лаборатории засоления США
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
