# Страница данных: условия, файлы, столбцы, цитирование; что говорят метаданные.
data-terms = Прежде чем использовать
data-edition = Номер и дата
data-publisher = Издатель
data-contact = Вопросы
data-address = Постоянный адрес
data-time = Время наблюдений
data-time-span = { $first } – { $last }
data-frame = Место
data-frame-degrees = от { $west }° до { $east }° в.{"\u00A0"}д., от { $south }° до { $north }° с.{"\u00A0"}ш.
data-licence-of-all = Лицензия всех файлов: { $licence }.
data-licence-photos = На фотографии мест она не распространяется: прежде чем использовать их, спросите издателя.
data-licence-of-none = Лицензия не указана: спросите издателя, прежде чем использовать файлы.

data-group-tables = Таблицы
data-group-lead-tables = CSV через запятую в UTF-8 для электронных таблиц, Parquet для программ; строки одни и те же. Каждое число — с n, методом и интервалом или причиной, почему его нет; где нет числа, строка говорит почему.
data-group-outlines = Для ГИС
data-group-lead-outlines = Границы в градусах долготы и широты (WGS 84) вместе с числами. GeoPackage открывается в QGIS как слои: границы, числа и то и другое вместе.
data-group-maps = Карты по ячейкам
data-group-lead-maps = Растры в собственной сетке, с единицей, методом и выпуском в тегах, и изображения, сделанные из них.
data-group-record = Полная запись
data-group-lead-record = Всё, из чего сделаны страницы, и журнал расчёта.
data-group-photos = Фотографии экопаспортов
data-group-lead-photos = На них места тех людей, которые их сняли: прежде чем использовать фотографию, спросите издателя.
data-photos = { $n ->
    [one] { $n } файл
    [few] { $n } файла
    [many] { $n } файлов
   *[other] { $n } файла
}
data-photos-listed = Их слишком много для списка: release.json называет каждую с контрольной суммой.
kind-findings-gpkg = Границы и все числа как слои (GeoPackage)
kind-effects-csv = Эффекты перехода, каждый ответ в своей строке (CSV)
kind-effects-parquet = Эффекты перехода, каждый ответ в своей строке (Parquet)
kind-passport-photo = Фотография экопаспорта (JPEG)

data-metadata = Для каталогов и программ
data-metadata-lead = Одно и то же описание словами четырёх стандартов и список всех файлов. Ни в одном нет числа, которого нет в файлах.
data-metadata-schema-org = schema.org — для поиска данных (JSON-LD); у страниц показателей своё описание внутри
data-metadata-stac = STAC 1.1 — для программ, которые ищут карты; запись для каждой карты по ячейкам
data-metadata-ro-crate = RO-Crate 1.2 — для хранилищ, которые сохраняют всю папку
data-metadata-dcat = DCAT-AP 3 — для порталов открытых данных (Turtle)
data-metadata-manifest = Все файлы сайта с контрольными суммами

data-columns = Что значат столбцы
data-columns-lead = Пустая ячейка значит: не относится к делу или не наблюдалось. В headline.geojson те же имена стоят после id показателя: soil_ph_value, soil_ph_interval_lo.
data-columns-of = { $file }, { $n ->
    [one] { $n } столбец
    [few] { $n } столбца
    [many] { $n } столбцов
   *[other] { $n } столбца
}
col-column = Столбец
col-meaning = Что значит

data-cite = Как цитировать
data-cite-edition = Всегда называйте выпуск: в другом выпуске числа могут быть иными.
data-cite-bibtex = для программ учёта литературы
data-cite-cff = для хранилищ
cite-line = { $publisher } ({ $year }): { $title }. Выпуск { $edition } ({ $date }), рассчитано программой { $program }.
cite-line-unsigned = { $title } ({ $year }). Выпуск { $edition } ({ $date }), рассчитано программой { $program }.
cite-simulated = Смоделированные данные.

metadata-description = Числа о почве, эрозии, биоразнообразии, землях и мнениях по территориям с указанием, насколько они надёжны: { $areas ->
    [one] { $areas } территория
    [few] { $areas } территории
    [many] { $areas } территорий
   *[other] { $areas } территории
}, { $indicators ->
    [one] { $indicators } показатель
    [few] { $indicators } показателя
    [many] { $indicators } показателей
   *[other] { $indicators } показателя
}. Каждое число — с n, методом и интервалом или причиной, почему его нет; где нет числа, указана причина.
metadata-uncertainty = Насколько надёжны числа: { $meanings }.
metadata-keywords = органическое земледелие, почва, эрозия, биоразнообразие, растительность, Кыргызстан

problem-publication-licence = По такой лицензии ничего не найти
expected-publication-licence = идентификатор SPDX, например CC-BY-4.0, или адрес, который начинается с https://
hint-publication-licence = пишите CC-BY-4.0 через дефисы, а не «CC BY 4.0»
problem-publication-contact = По этому адресу никого не найти
expected-publication-contact = адрес электронной почты или адрес страницы
hint-publication-contact = пишите как data@example.org или https://example.org/contact
problem-publication-address = Постоянный адрес никуда не ведёт
expected-publication-address = адрес папки атласа, https://…
hint-publication-address = начните с https:// и закончите до index.html

## Столбцы чисел
column-indicator = Id показателя, один и тот же во всём атласе
column-unit = Единица значения и интервала
column-subject = Код аймака; organic_aimaks — все органические вместе
column-name-ky = Название аймака по-кыргызски
column-name-ru = Название аймака по-русски
column-name-en = Название аймака по-английски
column-land = Какие земли: whole_aimak (весь аймак), organic (органические), untreated (остальные)
column-treated-share-percent = Доля органических земель в аймаке, %
column-quantity = Что именно: state (значение за период), at (на дату), trend (за год), over_years, change (после минус до), between (что у двух периодов не общее), difference_of_changes (по сравнению с другими), timeless (вне времени)
column-period-before = Id периода «до»
column-period-after = Id периода «после»
column-period = Id периода, за который дано значение
column-date = Дата или год; у тренда — первый и последний год через косую черту
column-value = Число без округления; пусто, если не показано
column-interval-lo = Нижняя граница интервала
column-interval-hi = Верхняя граница интервала
column-interval-level = Его уровень: 0.95 — это 95 % интервал
column-interval-kind = Откуда разброс: sampling (другие площадки), among_aimaks (другие аймаки), year_to_year (другие годы), parameter (множители формулы), model (сама модель)
column-no-interval-reason = Почему нет интервала: census (видно всё), too_few_units (мало единиц), too_few_years (мало лет)
column-interval-50-lo = Нижняя граница 50 % интервала, если он известен
column-interval-50-hi = Верхняя граница 50 % интервала
column-interval-80-lo = Нижняя граница 80 % интервала, если он известен
column-interval-80-hi = Верхняя граница 80 % интервала
column-n = Сколько наблюдений за числом; если групп две — до перехода или на органических землях
column-n-other = Сколько во второй группе: после перехода или в сравнении
column-n-of = Что считали: plots (площадки), farms (хозяйства), persons (люди), years (годы), cells (ячейки), aimaks (аймаки); paired_… — наблюдались оба раза
column-design = Как получены данные; от этого зависит, что можно сказать
column-design-code = То же кодом, от E1 (состояние) до E7 (по жребию)
column-confidence = Степень достоверности: very_low (очень низкая), low (низкая), moderate (средняя), high (высокая)
column-claim = Какое предложение можно сказать об этом числе
column-smallest-detectable = Наименьшее изменение, которое такие данные показали бы с мощностью 80 %, в единицах значения
column-no-change-beyond = Изменение, больше которого не найдено, если таково предложение
column-method = Id метода; он объяснён на странице методов
column-method-version = Версия метода: растёт, когда меняются его результаты
column-withheld-reason = Почему числа нет, кодом; слова для каждого кода — на странице методов
column-flags = Пометки, которые остаются при числе, кодами
column-edition = Выпуск, к которому относится строка
column-simulated = true, если данные вымышлены

## Столбцы эффектов
column-kind = На что отвечает строка: effect (эффект), described_change (без сравнения), since_start (время от начала), cell (группа и период), part (часть), check (тот же вопрос иначе), sensitivity (данные изменены намеренно)
column-told-first = true у ответа, который атлас называет первым
column-which = Какая часть, проверка или какое изменение данных
column-cohort = Когда группа начала переход
column-time = Период; у since_start — число периодов от начала
column-se = Стандартная ошибка
column-df = Степени свободы; пусто, если ошибка верна лишь для многих единиц
column-band-lo = Нижний предел, верный сразу для всех частей одного вида
column-band-hi = Верхний предел, верный сразу для всех частей одного вида
column-p = Двустороннее p этого ответа
column-n-treated = Сколько за ним аймаков с переходом
column-n-comparison = Сколько за ним территорий сравнения
column-permutation-p = p эффекта при перестановке начал; как и все столбцы дальше, одинаково во всех строках показателя
column-permutation-least-p = Наименьшее p, которое могут дать эти жребии
column-family-p = p с поправкой на число показателей, объявленных вместе (Холм)
column-trends-p = p проверки трендов до начала
column-smallest-detectable-in-family = Наименьший обнаружимый эффект на самом строгом шаге этой поправки
column-relevant = Эффект, который важен, как объявлено заранее
column-no-effect-beyond = Эффект, больше которого не найдено, если таково предложение
column-breakdown = Во сколько раз сильнее, чем видно до начала, должны различаться тренды, чтобы ничего не осталось
column-treated-share-percent-least = Органические земли в аймаках эффекта: наименьшая доля площади аймака, проценты
column-treated-share-percent-median = Медиана этих долей
column-treated-share-percent-most = Наибольшая доля
column-grade-steps = Каждый шаг достоверности вниз или вверх, кодами
column-units-treated = Аймаки, начавшие переход внутри ряда
column-units-comparison = Аймаки, которые его не начинали
column-units-later = Аймаки, начавшие после ряда
column-units-always-treated = Аймаки, органические с первого периода: в эффект не входят
column-units-incomplete = Аймаки, которые видны не во все периоды: в эффект не входят
column-parameters = Параметры, с которыми считали
