# Слова командной строки. Ждёт проверки редактором.
help-usage = Вызов
help-commands = Команды
help-arguments = Аргументы
help-options = Параметры
help-aimak = Свидетельства «до и после» для органических аймаков и атлас, который открывается где угодно.
help-aimak-example = Пример:
    {"  "}aimak demo --out demo && aimak run demo/monitoring.toml --out release && aimak atlas release --out site
help-check = Прочитать всё, что названо в файле проекта, и сообщить обо всех ошибках; ничего не записывает.
help-check-example = Пример:
    {"  "}aimak check monitoring.toml
help-run = Рассчитать папку выпуска по файлу проекта.
help-run-example = Пример:
    {"  "}aimak run monitoring.toml --out release
help-atlas = Опубликовать папку выпуска как статический сайт на кыргызском, русском и английском языках.
help-atlas-example = Пример:
    {"  "}aimak atlas release --out site
help-serve = Показать сайт на этом компьютере (только 127.0.0.1), до нажатия Ctrl-C.
help-serve-example = Пример:
    {"  "}aimak serve site --port 8080
help-demo = Записать вымышленный регион с файлом проекта, чтобы всё попробовать.
help-demo-example = Пример:
    {"  "}aimak demo --out demo
help-indicators = Перечислить показатели или показать карточку одного из них.
help-indicators-example = Пример:
    {"  "}aimak indicators soc_stock
help-explain = Рассказать, как получено число: исходные файлы, строки, формула, параметры, версия программы.
help-explain-example = Пример:
    {"  "}aimak explain release DEMO-01 soc_stock
help-zonal = Показатели растра внутри полигонов по точному покрытию ячеек; файл проекта не нужен.
help-zonal-example = Пример:
    {"  "}aimak zonal --raster ndvi.tif --polygons fields.gpkg --id field --stats count,mean,stdev,quantile=0.9 --out fields.csv
    Показатели: count, sum, mean, min, max, variance, stdev, cv, median, quantile=0.9, majority, minority, variety, area_ha, shares, weighted_mean, weighted_sum.
    Ячейка учитывается той долей, которую покрывает полигон. Если каналов несколько, столбцы начинаются с band_1_, band_2_, ...
help-trend = Тренды ряда снимков по ячейкам: наклон Тейла — Сена, p и тау Манна — Кендалла, в виде файлов Cloud Optimized GeoTIFF.
help-trend-example = Пример:
    {"  "}aimak trend --raster ndvi_2005_2024.tif --fdr 0.05 --polygons aimaks.gpkg --id code --out trend
    Несколько снимков одного года усредняются в одно значение года. Ячейке нужны 8 лет с данными.
help-composite = Датированный ряд без облаков из спутниковых сцен: маски, один индекс, медиана ясных дней каждого месяца или сезона.
help-composite-example = Пример:
    {"  "}aimak composite --scenes landsat/ sentinel2/ --every month --out series
    Сцены — это Landsat 5, 7, 8, 9 Collection 2 Level 2 и Sentinel-2 Level 2A с именами файлов, какие дают USGS и ESA; множитель и сдвиг берутся из их метаданных.
    Индексы: ndvi, evi, evi2, savi, msavi2, ndwi, ndmi, bsi, nbr, nbr2, ndsi, kndvi.
    В таблице (--table) столбцы file, date, sensor, blue, green, red, nir, nir_narrow, swir1, swir2 (или index), mask, keep, buffer, buffer_m, scale, offset. Канал — это его номер в файле или другой файл (clouds.tif:2). В keep перечислены классы через пробел либо стоит qa_pixel или scl.
    Записываются <индекс>.tif и count.tif с каналом на каждую дату и about.json. Команды aimak trend и aimak productivity читают их как есть.
help-productivity = Годовая продуктивность: площадь под кривой NDVI за каждый вегетационный сезон по ячейкам; где её нет, названа причина.
help-productivity-example = Пример:
    {"  "}aimak composite --scenes landsat/ sentinel2/ --every day --out days
    {"  "}aimak productivity --raster days/ndvi.tif --dem dem.tif --out productivity
    {"  "}aimak trend --raster productivity/productivity.tif --out trend
    Соседние наблюдения соединяются прямой, если между ними не больше 48 суток; первое и последнее должны отстоять от границ сезона не больше чем на 16 суток. Месяц представлен своим средним днём.
help-degradation = Деградация земель по показателю ЦУР 15.3.1: продуктивность, земной покров и почвенный углерод по ячейкам и в гектарах по полигонам.
help-degradation-example = Пример:
    {"  "}aimak degradation --productivity ndvi_{"{year}"}.tif --land-cover cover_{"{year}"}.tif --soil-carbon soc_{"{year}"}.tif --baseline 2000-2015 --reporting 2004-2019 --polygons aimaks.gpkg --id code --out degradation
help-landscape = Рисунок земного покрова по полигонам (участки, границы, разнообразие, расстояния) или карта Q Рао.
help-landscape-example = Примеры:
    {"  "}aimak landscape --land-cover cover.tif --polygons aimaks.gpkg --id code --out pattern.csv
    {"  "}aimak landscape --raster ndvi.tif --rao 9 --polygons aimaks.gpkg --id code --out rao
    Ячейка принадлежит полигону по своему центру: участки состоят из целых ячеек, и у соседей нет общих.
help-soil = Что лист лаборатории говорит о каждом почвенном профиле: органический углерод до глубины как концентрация и, где измерена плотность, как запас; класс гранулометрического состава; pH, гумус, фосфор, калий и азот по классам.
help-soil-example = Примеры:
    {"  "}aimak soil --layers sheet.xlsx --out profiles.csv
    {"  "}aimak soil --layers sheet.csv --depth 20 --carbon dry-combustion --out profiles.parquet
    {"  "}aimak soil --layers sheet.csv --ec saturated-paste --calibrate pairs.csv --spline depths.csv --health 3,4 --out profiles.csv
    В листе строка на каждый слой: profile, top_cm, bottom_cm; углерод одним из столбцов humus_percent (Тюрин), organic_carbon_percent, organic_carbon_g_per_kg, organic_matter_percent (потери при прокаливании), total_carbon_percent (с carbonate_percent); если известно, bulk_density_g_per_cm3 (мелкозёма), coarse_percent (по объёму), ph (в воде), sand_percent, silt_percent, clay_percent (границы USDA), p2o5_machigin_mg_per_kg, k2o_machigin_mg_per_kg, nitrogen_percent.
    Без плотности запаса нет, и он не выдумывается: строка говорит почему.
help-survey = Что люди ответили на упорядоченные вопросы (Лайкерт), по группам: числа, медиана, согласие с 95 %-ми границами; и изменилось ли это между двумя датами.
help-survey-example = Примеры:
    {"  "}aimak survey --answers answers.csv --items soil_alive,organic_pays --by village --out questions.csv
    {"  "}aimak survey --answers answers.csv --items soil_alive,organic_pays --by wave --before 2019 --after 2024 --person id --changes changes.csv --out questions.csv
    {"  "}aimak survey --answers answers.csv --items soil_alive,organic_pays --by village --publishable --out public.csv
    В таблице строка на каждого человека (и дату) и столбец на каждый вопрос. С --person сравниваются одни и те же люди (панель), без него — две выборки разных людей; выборка целых сёл менее надёжна, чем говорят эти границы.
    --publishable скрывает каждое число, которое указывает меньше чем на пять человек, и всё, что его выдало бы.
help-diversity = Сколько видов, насколько поровну, сколько не найдено и насколько места различны: числа Хилла, Чао, полнота, сравнение при равной полноте, несходства.
help-diversity-example = Примеры:
    {"  "}aimak diversity --counts species.csv --by plot --out diversity.csv
    {"  "}aimak diversity --counts species.csv --by year --plots plot --coverage common --curve curves.csv --out years.csv
    {"  "}aimak diversity --counts species.csv --by plot --cover braun-blanquet-turboveg --matrix pairs.csv --measure bray-curtis --out cover.csv
    {"  "}aimak diversity --counts species.csv --by land --sites plot --partition parts.csv --multi-site sites.csv --revisits year --turnover turnover.csv --out land.csv
    {"  "}aimak diversity --counts crops.csv --by aimak --species crop --count area_ha --nested village,farm --out levels.csv
    Таблица длинная: строка на каждое место и вид, с числом. Число 0 оставляет место, где ничего не найдено. С --plots выборкой служит присутствие на площадках (Чао2), а не особи (Чао1).
    На каждое значение --by пишется строка: n, s_obs, coverage, hill_q0 …, chao1_classic, chao1_bias_corrected, ace (с se и 95 %-ми границами), asymptotic_q0 …; с --coverage ещё compared_q0 … с 95 %-ми границами или причина, почему их нет.
help-erosion = Сколько почвы вода смывает со склонов (RUSLE) и сколько из этого доходит до водотока (доставка наносов): шесть карт и таблица по водосборам.
help-erosion-example = Примеры:
    {"  "}aimak erosion --dem dem.tif --erosivity 900 --erodibility 0.035 --cover 0.08 --out erosion
    {"  "}aimak erosion --dem dem.tif --erosivity station.csv --erodibility k.tif --cover worldcover.tif --cover-table classes.csv --watersheds basins.gpkg --id name --out erosion
    {"  "}aimak erosion --dem dem.tif --erosivity r.tif --erodibility k.tif --cover ndvi.tif --cover-ndvi van-der-knijff --ls invest --out erosion_invest
    В таблице станции — строка на каждый месяц или день: date, precipitation_mm, temperature_c. В таблице классов: class, c и по желанию p и surface (soil, water, rock, ice, settlement); подходят и имена InVEST (lucode, usle_c, usle_p).
    Записываются ls.tif, soil_loss.tif, ic.tif, sdr.tif, export.tif, deposition.tif, watersheds.csv (с 95 %-ми интервалами) и about.json. В суммы входят склоны до 50 %; более крутые стоят в отдельных столбцах.
help-wind = Сколько почвы ветер уносит с полей до и после (RWEQ), или индекс их подверженности (ILSWE).
help-wind-example = Примеры:
    {"  "}aimak wind --weather station.csv --fields fields.csv --height 10 --elevation 1600 --latitude 42.4 --out wind
    {"  "}aimak wind --index --weather station.csv --fields fields.csv --latitude 42.4 --out wind_index
    В таблице погоды — строка на каждый час (или сутки): time, wind_m_per_s, rain_mm, temperature_c; если известно, snow_depth_mm, etp_mm, irrigation_mm, temperature_min_c, temperature_max_c. Суточный ветер сильно занижает потери: давайте часовой.
    В таблице полей — строка на каждое поле и период (метка, например before и after): field, period, sand_percent, silt_percent, clay_percent, organic_carbon_percent, carbonate_percent, ridge_height_cm, ridge_spacing_cm, chain_roughness_cm, residue_cover_percent, silhouette_cm2_per_m2, canopy_fraction, length_m; для индекса ещё surface (bare, sparse, crops, grass, shrubs, forest, water).
    Голая и гладкая поверхность — это 0; пустая ячейка значит «не измеряли», и вместо потерь у поля будет причина. Таблицы: CSV, Parquet, XLSX или ODS.
    Записываются fields.csv (множители, потери в т/га, 95 %-й интервал, оговорки), periods.csv, weather.csv и about.json. Для полей, не для горных склонов; с водной эрозией не складывать.
help-terrain = Вода на ЦМР: заполненные понижения, куда течёт вода, сколько её собирается, уклон, экспозиция, водотоки и бассейны, в виде облачно-оптимизированных GeoTIFF.
help-terrain-example = Примеры:
    {"  "}aimak terrain --dem dem.tif --out terrain
    {"  "}aimak terrain --dem N51E067.tif N51E068.tif --sinks lakes.gpkg --routing d8 --streams 500 --out terrain
    ЦМР в градусах сначала проецируется на квадратные ячейки в метрах. Бессточные озёра (Иссык-Куль) нужно назвать через --sinks, иначе они заполняются до перевала, через который перелились бы.
help-schema = Вывести JSON Schema файла проекта, чтобы редакторы подсказывали и проверяли его.
help-schema-example = Пример:
    {"  "}aimak schema > monitoring.schema.json
help-texts = Перечислить кыргызские и русские тексты, которые ждут проверки редактором — носителем языка.
help-texts-example = Пример:
    {"  "}aimak texts --review > texts.tsv
arg-global-lang = Язык сообщений
arg-global-threads = Число рабочих потоков (по умолчанию все ядра); результат от него не зависит
arg-global-quiet = Сообщать только ошибки и результаты
arg-global-json = Вывести результаты в формате JSON
arg-global-help = Показать эту справку
arg-global-version = Показать версию
arg-check-file = Файл проекта, обычно monitoring.toml
arg-run-file = Файл проекта, обычно monitoring.toml
arg-run-out = Папка выпуска; прежняя остаётся, пока новая не готова целиком
arg-atlas-release = Папка выпуска
arg-atlas-out = Папка сайта; прежняя остаётся, пока новая не готова целиком
arg-serve-site = Папка сайта
arg-serve-port = Порт (по умолчанию 8080); 0 — любой свободный
arg-demo-out = Папка для записи
arg-demo-seed = Начальное число другого вымышленного региона
arg-indicators-id = Показатель, например soc_stock
arg-explain-release = Папка выпуска
arg-explain-aimak = Код аймака или organic_aimaks — все органические аймаки вместе
arg-explain-indicator = Показатель
arg-zonal-raster = Растр: файл, адрес http (читается по частям) или имя, известное GDAL
arg-zonal-band = Один канал, начиная с 1; если не указан, все каналы
arg-zonal-polygons = Полигоны: любой векторный файл, который читает GDAL
arg-zonal-layer = Слой с полигонами, если в файле их несколько
arg-zonal-id = Поле с названиями полигонов; оно станет первым столбцом; без него они нумеруются с 1
arg-zonal-stats = Показатели через запятую; каждый становится столбцом
arg-zonal-weights = Второй растр, первый канал которого служит весом; его ячейки должны вкладываться в ячейки растра или наоборот
arg-zonal-skip-invalid = Оставить неправильные полигоны без показателей, а не отказываться от работы
arg-zonal-out = Таблица, которая будет записана: .csv, .parquet или .gpkg
arg-trend-raster = Ряд: файл, где у каждого снимка свой канал, или шаблон имён, например ndvi_{"{year}"}.tif
arg-trend-dates = Даты каналов по порядку через запятую или файл с их списком; иначе их говорят имена каналов
arg-trend-test = standard (точный при малом числе лет без совпадений, иначе нормальный), normal, exact, hamed-rao (автокорреляция, лаги 1–3), hamed-rao-all-lags
arg-trend-seasonal = Сравнивать каждый месяц только с тем же месяцем других лет (сезонный тест Кендалла); у слоёв нужен месяц
arg-trend-min-years = Наименьшее число лет с данными в ячейке (по умолчанию 8)
arg-trend-fdr = Уровень доли ложных открытий по всем ячейкам (Бенджамини — Хохберг), например 0.05: записываются q и direction
arg-trend-interval = Записать также 95-процентный интервал наклона (медленнее)
arg-trend-polygons = Полигоны, средние ряды которых тоже проверяются; записывается polygons.csv
arg-trend-id = Поле с названиями полигонов; без него они нумеруются с 1
arg-trend-skip-invalid = Оставить неправильные полигоны без тренда, а не отказываться от работы
arg-trend-out = Папка, которая будет записана; прежняя остаётся, пока новая не готова
arg-composite-scenes = Папки сцен или папки, в которых они лежат
arg-composite-table = Таблица снимков, сложенных иначе: по одному в строке
arg-composite-stack = Вместо сцен: датированный ряд уже посчитанного и маскированного индекса
arg-composite-dates = Даты каналов ряда через запятую или файл с ними; иначе их называют имена каналов
arg-composite-index = Индекс (по умолчанию ndvi)
arg-composite-every = Какие снимки дают один слой: day (день), month (месяц) или season (сезон); по умолчанию month
arg-composite-season = Первый и последний день сезона; снимки вне его не берутся (по умолчанию при --every season: 04-01..10-31)
arg-composite-min-clear = Сколько ясных дней нужно значению (по умолчанию 2, при --every day — 1)
arg-composite-harmonise = oli: каждый датчик так, как увидел бы Landsat 8; none: как есть (по умолчанию oli, если семейств датчиков несколько)
arg-composite-grid = Растр, чьи сетка и охват используются (по умолчанию — первой сцены)
arg-composite-nearest = Брать ячейки, лежащие поперёк сетки, по ближайшему центру, а не отвергать их
arg-composite-out = Папка для записи; прежняя остаётся, пока новая не готова целиком
arg-productivity-raster = Ряд NDVI: файл с каналом на каждую дату или шаблон имён, например ndvi_{"{year}"}{"{month}"}{"{day}"}.tif
arg-productivity-dates = Даты каналов по порядку через запятую или файл с ними; иначе их называют имена каналов
arg-productivity-season = Первый и последний день вегетационного сезона, одинаковые каждый год (по умолчанию 04-01..10-31)
arg-productivity-dem = Высоты, м: тогда сезон зависит от пояса
arg-productivity-belts = Сезоны выше высот, через запятую (по умолчанию при --dem: 2500=05-01..09-30)
arg-productivity-floor = NDVI голой почвы, который не считается (по умолчанию 0.1)
arg-productivity-max-gap = Самый длинный перерыв между наблюдениями, через который проводится прямая, сут. (по умолчанию 48)
arg-productivity-edge = Насколько первое и последнее наблюдение могут отстоять от границ сезона, сут. (по умолчанию 16)
arg-productivity-out = Папка для записи; прежняя остаётся, пока новая не готова целиком
arg-degradation-productivity = Годовая продуктивность или NDVI (от -1 до 1): файл, где у каждого снимка свой канал, или шаблон имён, например ndvi_{"{year}"}.tif
arg-degradation-dates = Даты её каналов по порядку через запятую или файл с их списком; иначе их говорят имена каналов
arg-degradation-land-cover = Земной покров за два года и более, по одной карте на год; в системе координат продуктивности, размер ячеек может быть любым
arg-degradation-land-cover-dates = Даты его каналов, как в --dates
arg-degradation-legend = Что значат его коды: esa-cci, worldcover, unccd7 или файл со строками «код,класс» (по умолчанию esa-cci)
arg-degradation-matrix = Что значит смена покрова: unccd, kyrgyz-pasture (распашка пастбища считается потерей) или файл TOML (по умолчанию unccd)
arg-degradation-soil-carbon = Почвенный углерод в т/га за два года и более; одна карта относится к первому году земного покрова, остальное тогда считает модель с --climate
arg-degradation-soil-carbon-dates = Даты его каналов, как в --dates
arg-degradation-climate = Климат для модели почвенного углерода: temperate-dry, temperate-moist, tropical-dry, tropical-moist, tropical-montane
arg-degradation-soil-units = Коды типов почв; вместе с земным покровом они образуют единицы, внутри которых сравнивается отдача земли (performance)
arg-degradation-baseline = Шестнадцать лет базового периода, например 2000-2015; записывается также статус относительно него
arg-degradation-reporting = Шестнадцать отчётных лет, например 2004-2019 (по умолчанию последние шестнадцать)
arg-degradation-variant = Правила: default, unccd-reporting (по руководству), trends-earth (чтобы воспроизвести эту программу)
arg-degradation-any-available = Решать по известным частям показателя, если других нет; записывается также sdg_complete
arg-degradation-polygons = Полигоны, площади в которых нужны; записываются в polygons.csv в гектарах
arg-degradation-id = Поле с названиями полигонов; без него они нумеруются с 1
arg-degradation-skip-invalid = Оставить неправильные полигоны без площадей, а не отказываться от работы
arg-degradation-out = Папка, которая будет записана; прежняя остаётся, пока новая не готова
arg-landscape-land-cover = Земной покров с кодами от 0 до 255 на квадратных ячейках в метрах
arg-landscape-raster = Значения, например NDVI, для --rao
arg-landscape-band = Канал, начиная с 1 (по умолчанию 1)
arg-landscape-metrics = all, уровни (landscape, class, patch), имена вроде l_shdi или сокращения вроде pd (по умолчанию landscape,class)
arg-landscape-four-neighbours = Ячейки, которые касаются только углом, относятся к разным участкам (по умолчанию к одному)
arg-landscape-search-radius = Радиус, в котором PROX ищет участки, м (по умолчанию 500)
arg-landscape-join-distance = Наибольшее расстояние, на котором CONNECT считает участки связанными, м (по умолчанию 500)
arg-landscape-rao = Сторона скользящего окна Q Рао в ячейках, нечётная, например 9
arg-landscape-step = Значения ближе этого шага считаются в Q Рао равными (по умолчанию 0.01, для NDVI)
arg-landscape-polygons = Полигоны: любой векторный файл, который читает GDAL
arg-landscape-id = Поле с названиями полигонов; без него они нумеруются с 1
arg-landscape-skip-invalid = Оставить неправильные полигоны без показателей, а не отказываться от работы
arg-landscape-out = Таблица, которая будет записана (.csv или .parquet); с --rao папка
arg-soil-layers = Лист: CSV, Parquet, XLSX или ODS, строка на каждый слой
arg-soil-depth = Глубина концентрации и запаса, см (по умолчанию 30)
arg-soil-carbon = Как определён органический углерод, если он стоит в листе: dichromate (поправка не указана), dichromate-corrected (с поправкой), dry-combustion (сухое сжигание) или tyurin (Тюрин); по умолчанию dichromate
arg-soil-out = Таблица для записи, строка на каждый профиль: .csv или .parquet
arg-survey-answers = Анкета: CSV, Parquet, XLSX или ODS, строка на каждого человека
arg-survey-items = Столбцы вопросов через запятую
arg-survey-scale = Коды ответов от полного несогласия до полного согласия (по умолчанию 1-5)
arg-survey-reversed = Вопросы, где согласие говорит против того, о чём спрашивают остальные
arg-survey-do-not-know = Код ответа «не знаю»
arg-survey-declined = Код отказа отвечать
arg-survey-by = Столбец групп или дат
arg-survey-before = Группа, опрошенная до
arg-survey-after = Группа, опрошенная после
arg-survey-person = Столбец с обозначением человека, если одних и тех же опросили дважды
arg-survey-cluster = Столбец сёл, отобранных целиком: тогда пределы учитывают, что люди одного села отвечают похоже (не менее 5 сёл)
arg-survey-publishable = Скрыть то, что указывает на немногих (меньше 5 человек, группы меньше 10)
arg-survey-changes = Вторая таблица: изменение каждого вопроса от --before к --after
arg-survey-out = Таблица для записи, строка на каждый вопрос и группу: .csv или .parquet
arg-diversity-counts = Таблица: CSV, Parquet, XLSX или ODS, строка на каждое место и вид
arg-diversity-by = Столбец того, что сравнивают: площадка, год, земля
arg-diversity-species = Столбец видов (по умолчанию species)
arg-diversity-count = Столбец чисел, с --cover покрытия (по умолчанию count)
arg-diversity-plots = Столбец площадок внутри сравниваемого: тогда выборкой служит присутствие на площадках
arg-diversity-cover = Числа — это покрытие: percent, braun-blanquet-turboveg, reichelt-wilmanns-turboveg, braun-blanquet-middles или drude-middles. По покрытию нет ни полноты выборки, ни Чао
arg-diversity-q = Порядки чисел Хилла (по умолчанию 0,1,2)
arg-diversity-coverage = Сравнить всё при этой полноте, доля вроде 0.9, или common: наибольшая, которой все достигают при удвоенной выборке
arg-diversity-bootstraps = Сколько выборок для стандартных ошибок; 0 — ни одной (по умолчанию 200)
arg-diversity-seed = Начальное число случайных выборок (по умолчанию 1)
arg-diversity-curve = Вторая таблица: разрежение и продолжение до удвоенной выборки, 40 точек для каждого порядка
arg-diversity-matrix = Третья таблица: несходства всех пар
arg-diversity-measure = По количествам: bray-curtis, bray-balanced, bray-gradient, ruzicka, ruzicka-balanced, ruzicka-gradient; по присутствию: sorensen, turnover, nestedness, jaccard, jaccard-turnover, jaccard-nestedness (по умолчанию bray-curtis)
arg-diversity-out = Таблица для записи: .csv или .parquet
arg-erosion-dem = ЦМР: один файл или несколько, которые лежат рядом или перекрываются с равными высотами
arg-erosion-crs = Система координат в метрах, в которую проецировать (по умолчанию система ЦМР, а если она в градусах, зона UTM её середины)
arg-erosion-sinks = Полигоны бессточных озёр и впадин; они сохраняют свои высоты и принимают то, что в них течёт
arg-erosion-erosivity = R, МДж·мм/(га·ч·год): число, растр или таблица метеостанции (CSV, Parquet, XLSX, ODS)
arg-erosion-erosivity-equation = Как из дождя станции получается R: fournier (по месяцам) или annual (по годовой сумме), оба по Renard & Freimund 1994 (по умолчанию fournier)
arg-erosion-erodibility = K, т·га·ч/(га·МДж·мм): число, растр или уравнение с составом почвы в процентах: epic=песок,пыль,глина,углерод, mean-diameter=песок,пыль,глина либо nomograph=песок,пыль,глина,углерод,структура(1-4),водопроницаемость(1 быстрая - 6 очень медленная)
arg-erosion-cover = C, от 0 до 1: число или растр; с --cover-table растр классов, с --cover-ndvi растр NDVI
arg-erosion-cover-table = C и по желанию P и поверхность для каждого класса растра из --cover
arg-erosion-cover-ndvi = C по NDVI, уравнение: van-der-knijff, durigon, almagro или kulikov. Они расходятся в пять раз и не видят мульчи: для сравнения, не как единственный ответ
arg-erosion-practice = P, от 0 до 1: число, растр или приём повсюду, по уклону каждой ячейки: contouring, strip-cropping (USDA Handbook 537, длина склона --l-max), shin-contouring, shin-strip-cropping, shin-terracing (Shin 1999). По умолчанию 1, без приёмов
arg-erosion-watersheds = Полигоны, по которым суммировать; без них суммируется вся ЦМР
arg-erosion-id = Поле с именами водосборов; без него они нумеруются
arg-erosion-skip-invalid = Оставить неверные полигоны без чисел, а не отказывать
arg-erosion-routing = Куда течёт вода: mfd (ко всем более низким соседям), d8 (к самому крутому), dinf (между двумя, по самому крутому направлению); по умолчанию mfd
arg-erosion-ls = Метод, начиная с ЦМР: desmet-govers (длины в метрах; по умолчанию) или invest (цепочка InVEST SDR 3.20 так, как её выполняет его код, для сравнения)
arg-erosion-streams = Сколько ячеек должно стекать через ячейку, чтобы она была водотоком (по умолчанию 1000)
arg-erosion-k = k коэффициента доставки: как медленно он растёт со связностью (по умолчанию 2)
arg-erosion-ic0 = IC, при котором достигается половина наибольшего коэффициента (по умолчанию 0,5)
arg-erosion-sdr-max = Наибольший коэффициент доставки на склоне, больше 0 и не больше 1 (по умолчанию 0,8)
arg-erosion-l-max = Наибольшая длина склона в метрах; с --ls invest наибольший множитель длины, как в InVEST (по умолчанию 122)
arg-erosion-seed = Начальное число случайных выборок для интервалов (по умолчанию 1)
arg-erosion-out = Папка для записи; прежняя остаётся, пока новая не готова целиком
arg-wind-weather = Погода, час за часом (или по суткам)
arg-wind-fields = Поля, строка на каждое поле и период
arg-wind-height = Высота анемометра над землёй, м (по умолчанию 10); ветер приводится к 2 м
arg-wind-threshold = Ветер на 2 м, ниже которого почва не движется, м/с (по умолчанию 5)
arg-wind-elevation = Высота над уровнем моря, м, для плотности воздуха; индексу не нужна
arg-wind-latitude = Градусы северной широты; нужны, если etp_mm не измеряли: испаряемость тогда считается по температуре (Харгривс, иначе Торнтвейт)
arg-wind-reanalysis = Ветер взят из реанализа, например ERA5-Land; это отмечается в каждом результате
arg-wind-every = Периоды: half-month (полмесяца) или month (месяц); по умолчанию half-month, 15 суток RWEQ
arg-wind-index = Записать индекс ILSWE вместо потерь: ранг без единицы, по месячным средним
arg-wind-seed = Начальное число случайных выборок для интервалов (по умолчанию 1)
arg-wind-out = Папка для записи; прежняя остаётся, пока новая не готова целиком
arg-terrain-dem = ЦМР: один файл или несколько, которые лежат рядом или перекрываются с равными высотами
arg-terrain-crs = Система координат в метрах, в которую проецировать (по умолчанию система ЦМР, а если она в градусах, зона UTM её середины)
arg-terrain-sinks = Полигоны бессточных озёр и впадин; они сохраняют свои высоты и принимают то, что в них течёт
arg-terrain-routing = Куда течёт вода: mfd (ко всем более низким соседям), d8 (к самому крутому), dinf (между двумя, по самому крутому направлению); по умолчанию mfd
arg-terrain-streams = Сколько ячеек должно стекать через ячейку, чтобы она была водотоком (по умолчанию 1000)
arg-terrain-out = Папка, которая будет записана; прежняя остаётся, пока новая не готова целиком
arg-texts-review = Каждый текст: ключ, язык, слова
cli-error = Ошибка
cli-warning = Предупреждение
cli-row = строка { $row }
cli-feature = объект { $feature }
cli-column = столбец { $column }
cli-found = Найдено:
cli-found-nothing = ничего
cli-expected = Ожидалось:
cli-hint = Как исправить:
cli-problems = { $errors ->
    [one] { $errors } ошибка. Ничего не записано.
    [few] { $errors } ошибки. Ничего не записано.
    [many] { $errors } ошибок. Ничего не записано.
   *[other] { $errors } ошибки. Ничего не записано.
}
cli-interrupted = Прервано. Ничего не записано; прежний результат не тронут.
cli-check-good = Проект в порядке: аймаков { $aimaks }, площадок { $plots }, посещений { $visits }, растровых слоёв { $rasters }, предупреждений { $remarks }.
cli-run-kept-back = Не опубликовано из { $source }: { $rows } – { $reason }
cli-run-left-out = Не использовано из { $source }: строк { $rows } из { $of } ({ $which }) – { $reason }
cli-run-done = Выпуск записан в { $dir }: чисел { $findings }, не показано с указанием причины { $withheld }. Опубликовать: aimak atlas { $dir } --out site
cli-atlas-done = Атлас опубликован в { $dir }: страниц { $pages }, файлов { $files }, { $megabytes } МБ. Откройте { $dir }/index.html или выполните: aimak serve { $dir }
cli-demo-done = Вымышленный регион записан. Дальше: aimak run { $file } --out release
cli-serve-at = Атлас открыт по адресу { $address } — Ctrl-C завершает работу.
cli-serve-no-site = В { $dir } нет index.html. Сначала опубликуйте сайт: aimak atlas RELEASE --out { $dir }
cli-serve-failed = Не удалось открыть порт { $port }: { $cause }. Попробуйте другой: --port 0
cli-no-indicator = Показателя { $id } нет. Есть: { $known }
cli-withheld = Не показано
cli-explain-nothing = В выпуске ничего нет о { $indicator } для { $aimak }.
    Аймаки: { $aimaks }
    Показатели: { $indicators }
cli-explain-program = Программа
cli-explain-design = Схема сравнения
cli-explain-confidence = Степень достоверности
cli-explain-input = исходный файл { $path } (использовано строк или каналов: { $used }), sha256 { $sha256 }
stage-write = Запись выпуска
stage-pixels = Чтение пикселов слоя { $layer }
cli-zonal-projected = Полигоны ({ $from }) пересчитаны в систему координат растра ({ $to }); длинные стороны предварительно разделены.
cli-zonal-done = Записано в { $out }: полигонов { $polygons }, столбцов { $columns }.
cli-trend-yearly = Снимков: { $images }, лет: { $years }; снимки одного года усреднены в одно значение.
cli-trend-done = Записано в { $out }: тренд есть у { $cells } ячеек из { $all }.
cli-trend-share = Из них растёт { $rising } %, снижается { $falling } % при доле ложных открытий { $level }.
cli-composite-found = { $images ->
    [one] { $images } снимок
    [few] { $images } снимка
   *[other] { $images } снимков
} с { $first } по { $last }; датчики: { $sensors }
cli-composite-grid = Сетка: { $width } × { $height } ячеек по { $cell } ({ $crs }). Каналы с более крупными ячейками не интерполируются: ячейка берёт число под своим центром.
cli-composite-harmonised = Датчики приведены к сопоставимому виду: каждый канал так, как увидел бы его Landsat 8. Чтобы узнать, много ли это меняет, повторите с --harmonise none.
cli-composite-not-harmonised = Несколько семейств датчиков стоят рядом как есть; NDVI между ними может различаться на несколько сотых без всякой причины на земле.
cli-composite-done = Записано в { $out }: { $layers ->
    [one] { $layers } слой
    [few] { $layers } слоя
   *[other] { $layers } слоёв
} { $index }; значение есть у { $share } % ячеек.
cli-productivity-done = Записано в { $out }: { $years ->
    [one] { $years } год
    [few] { $years } года
   *[other] { $years } лет
}; значение есть в { $cells } случаях из { $all } (ячейка и год).
cli-productivity-refused = Без значения { $cells }: { $reason } ({ $code })
cli-written-with-gaps = Записано с пробелами: не удалось прочитать { $n ->
    [one] { $n } часть
    [few] { $n } части
   *[other] { $n } частей
} файлов, они считаются не увиденными.
stage-dem-read = Чтение высот
stage-dem-project = Проецирование высот в метры
stage-terrain-fill = Заполнение понижений
stage-terrain-plateaus = Сток с ровных мест
stage-terrain-flow = Направление воды
stage-erosion = Путь воды и наносов
stage-maps = Запись карт
cli-dem-mosaic = Файлы ({ $files }) образуют одну ЦМР; ячеек, которые есть в нескольких из них с равными высотами: { $shared }.
cli-dem-projected = ЦМР спроецирована из { $from } (ячейки { $width } × { $height } м на местности) в { $to }, квадратные ячейки { $cell } м, билинейно.
cli-dem-grid = { $width } × { $height } ячеек по { $dx } × { $dy } м.
cli-terrain-done = Записано в { $out }: ячеек с высотой { $cells }, бассейнов { $basins }.
cli-terrain-hollows = Чтобы вода вышла из понижений, поднято ячеек: { $raised } ({ $percent } %), не больше чем на { $deepest } м. Понижение, которое намного глубже ошибок ЦМР, может быть настоящим: назовите его через --sinks.
cli-terrain-streams = Ячеек водотоков: { $streams }; через каждую стекает не меньше { $threshold } ячеек. Одного порога для всех ландшафтов нет, сравните с реками на карте. Наибольшая площадь водосбора { $largest } км².
cli-terrain-edge = Вода из-за края ЦМР не учтена: водосборы, которые выходят за край, занижены.
stage-maps-packing = Сжатие карт
cli-erosion-bilinear = { $factor } перенесён из { $file } на ячейки ЦМР, билинейно.
cli-erosion-nearest = { $factor } перенесён из { $file } на ячейки ЦМР: класс под центром каждой.
cli-erosion-rain = Дождь станции без снега — { $rain } мм в год, полных лет: { $years }; отсюда R { $erosivity } МДж·мм/(га·ч·год).
cli-erosion-done = Записано в { $out }: средние потери почвы на склонах до 50 % — { $mean } т/га в год на { $counted } га; до водотоков доходит { $export } т в год.
cli-erosion-left-out = Не вошло в суммы: круче 50 % { $steep } га (в отдельных столбцах), без почвы { $masked } га, без одного из множителей или у края { $missing } га.
cli-erosion-edge = { $n ->
    [one] { $n } участок достигает
    [few] { $n } участка достигают
   *[other] { $n } участков достигают
} края ЦМР: вода и наносы из-за края там не учтены.
cli-erosion-invest = Рассчитано так, как это делает InVEST SDR 3.20: эти карты нельзя сравнивать с картами другого метода, один только LS у них может различаться вчетверо.
cli-erosion-caveat = Оценка по RUSLE, не измерение: многолетнее среднее плоскостного и ручейкового смыва. Овраги, сели, оползни, размыв берегов, талые воды, полив и обработка в неё не входят. Интервалы отражают только неопределённость множителей.
stage-diversity = Подсчёт видов
stage-diversity-curve = Кривые по усилию
cli-diversity-joined = Строк, где вид назван в том же месте второй раз: { $n }. Они объединены.
cli-diversity-done = Записано в { $out }: строк { $rows }.
cli-diversity-coverage = Сравнение при полноте { $percent } %.
cli-diversity-note = Оценки Чао — нижние границы числа видов. Числа, полученные разным усилием, прямо не сравнивают; сравнивайте их при равной полноте (--coverage common).
cli-diversity-cover-note = Числа Хилла порядков 1 и 2 по покрытию точны настолько, насколько узки классы; число видов по покрытию зависит от обследованной площади.
cli-soil-done = Записано в { $out }: профилей { $profiles }, из них с запасом органического углерода до { $depth } см: { $stocks }.
cli-soil-note = Для запаса нужна измеренная плотность; концентрация о запасе ничего не говорит. Две даты сравнивают на равной массе почвы и только одним методом определения углерода (aimak run).
cli-survey-done = Записано в { $out }: вопросов { $items }, строк ответов { $rows }.
cli-survey-alpha = Альфа Кронбаха всех вопросов вместе { $alpha } (95 % от { $low } до { $high }, полных строк { $persons }).
cli-survey-panel = Сравниваются одни и те же люди: доля двух высших ответов (Ньюкомб, p по мид-p Мак-Немара) и доля поднявшихся минус доля опустившихся. Выбывшие между датами не учтены.
cli-survey-waves = Сравниваются две выборки разных людей: доля двух высших ответов (Ньюкомб) и дельта Клиффа (Манн — Уитни). Границы верны для людей, отобранных по одному; для целых сёл уверенность меньше.
cli-survey-clusters = Пределы учитывают сёла: эффект плана говорит, во сколько раз дисперсия больше, чем у людей, отобранных поодиночке.
cli-survey-private = Малые числа показаны: таблицы для тех, у кого есть сами ответы, не для публикации (--publishable).
stage-digests = Контрольные суммы исходных файлов
cli-degradation-done = Записано в { $out } по правилам { $variant }. Другие правила дают другие доли: называйте их при каждом числе.
cli-degradation-share = Из ячеек с классом деградировало { $degraded } %, улучшилось { $improved } %; класс есть у { $cells } ячеек из { $all }.
cli-degradation-no-units = Без земного покрова или типов почв неизвестно, на что способна земля такого рода: нет показателя performance, а с ним и продуктивности.
cli-degradation-no-indicator = Для показателя нужны продуктивность, земной покров и почвенный углерод; с --any-available решают известные части.
cli-landscape-done = Записано в { $out }: полигонов { $polygons }, строк { $rows }.
cli-landscape-note = Рисунок зависит от размера ячейки, легенды и классификатора: сравнивайте только карты одного продукта и не говорите об изменении без ошибки классификации.
cli-rao-done = Записано в { $out }: значение есть у { $cells } ячеек.
stage-wind = Расчёт полей
cli-wind-done = Записано в { $out }: строк по полям — { $rows }.
cli-wind-all = Все поля
cli-wind-loss-year = { $label }: потери от ветра { $middle } т/га в год в середине ряда полей ({ $n }), от { $low } до { $high }.
cli-wind-loss-sum = { $label }: потери от ветра { $middle } т/га за всё время записей в середине ряда полей ({ $n }), от { $low } до { $high }. В записях есть не все периоды года, поэтому годовых потерь нет.
cli-wind-index = { $label }: ILSWE (среднее геометрическое, от 0 до 1) { $middle } в середине ряда полей ({ $n }), от { $low } до { $high }.
cli-wind-remark = { $words } (строк: { $n })
cli-wind-withheld-field = Строк по полям без значения: { $n } — { $reason } ({ $lacking })
cli-wind-withheld-period = Периодов погоды без значения: { $n } — { $reason } ({ $lacking })
cli-wind-note = Оценка по RWEQ, не измерение: для пахотных полей, не для горных склонов. Не складывайте с водной эрозией; интервал отражает только неопределённость множителей.
cli-wind-index-note = ILSWE — ранг без единицы. Это не потери, с ними он не сравнивается и с водной эрозией не складывается.

## Подстановки и ошибки командной строки
value-options = параметры
value-command = команда
value-file = файл
value-dir = папка
value-site = сайт
value-release = выпуск
value-aimak = аймак
value-indicator = показатель
value-id = показатель
value-port = порт
value-seed = число
value-n = число
value-raster = растр
value-name = имя
value-field = поле
value-list = список
value-test = проверка
value-level = уровень
value-legend = легенда
value-matrix = матрица
value-climate = климат
value-years = годы
value-variant = правила
value-metres = метры
value-side = сторона
value-step = шаг
value-out = таблица
value-index = индекс
value-span = отрезок
value-days = дни
value-way = способ
value-belts = пояса
value-ndvi = NDVI
value-speed = скорость
value-degrees = градусы
value-factor = число или растр
value-rain = число, растр или таблица
value-table = таблица
value-equation = уравнение
value-method = метод
value-routing = сток
value-cells = ячейки
value-share = доля
value-number = число
value-crs = система
value-column = столбец
value-scale = шкала
value-measure = мера
value-cm = см
value-soil = число, растр или почва
value-practice = число, растр или приём
cli-usage-no-such-command = Команды { $word } нет.
cli-usage-command-missing = Не указана команда.
cli-usage-no-such-argument = Параметра или аргумента { $word } здесь нет.
cli-usage-argument-missing = Не хватает: { $args }
cli-usage-value-missing = Для { $arg } не указано значение.
cli-usage-wrong-value = { $value } — неверное значение для { $arg }.
cli-usage-twice = { $arg } указывают только один раз.
cli-usage-together = { $arg } и { $other } нельзя указать вместе.
cli-usage-other = Командная строка неверна.
cli-usage-help = Подробнее: aimak --help

arg-atlas-usb = Записать копию для флешки в новую папку внутри SITE с именем проекта и датой; открывается двойным щелчком
arg-atlas-single-file = Записать аймак CODE (или «all» — все) одним HTML-файлом на каждый язык, с графиками и методами; --lang выбирает один язык
cli-atlas-stick-done = Готово для флешки: { $dir } (страниц { $pages }, файлов { $files }, { $megabytes } МБ). Копируйте папку целиком; как открыть, сказано в READ ME.txt.
cli-atlas-single-done = { $file }: { $megabytes } МБ
