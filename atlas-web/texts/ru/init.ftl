# Первый файл проекта, составленный по самим файлам. Ждёт проверки редактора.
help-init = Просмотреть ваши файлы и записать первый файл проекта, который их читает, с вопросом везде, где что-то неясно.
help-init-example = Примеры:
    {"  "}aimak init aimaks.gpkg soil.xlsx plots.csv ndvi_2013.tif ndvi_2021.tif
    {"  "}aimak init data/* --out monitoring.toml --lang ky
arg-init-files = Границы, органические участки, таблицы (каждый лист книги) и растры, в любом порядке
arg-init-out = Файл проекта, который записать (по умолчанию monitoring.toml); уже существующий никогда не перезаписывается
cli-init-found = { $file }: { $kind } ({ $used } из { $of })
cli-init-done = Файл проекта составлен: { $file }. Вопросов в нём: { $questions }
cli-init-question = { $number }. { $question }
cli-init-next = Ответьте на них в файле (строки, начинающиеся с # ???), затем: aimak check { $file }
init-kind-boundaries = границы районов
init-kind-parcels = органические участки
init-kind-plots = площадки, прочитано столбцов
init-kind-soil-layers = слои почвы, прочитано столбцов
init-kind-species = виды, прочитано столбцов
init-kind-crop-varieties = культуры и сорта, прочитано столбцов
init-kind-survey-answers = ответы людей, прочитано столбцов
init-kind-programme = показатели программы, прочитано столбцов
init-kind-weather = погода, прочитано столбцов
init-kind-elevation = рельеф, каналов
init-kind-ndvi = NDVI, каналов
init-kind-land-cover = земной покров, каналов
init-kind-soil-erodibility = эродируемость почвы, каналов
init-kind-soil-carbon = углерод почвы, каналов
init-kind-unknown = не распознано
init-title = Мониторинг
init-about = Составлено командой «aimak init» по самим файлам. Просмотрите каждую строку; ответьте на строки, начинающиеся с # ???, затем запустите «aimak check».
init-crs = зона UTM середины; в ней измеряются площади и расстояния
init-table = { $file }: строк { $rows }, заголовок в строке { $header }
init-unused = не читается: { $column } ({ $holds })
init-personal = похоже на личные данные; по возможности уберите из файла
init-holds-nothing = пусто
init-holds-numbers = числа от { $low } до { $high }
init-holds-dates = даты от { $first } до { $last }
init-holds-words = слова, разных { $different }
init-question-words = напишите слова, которые слышали люди, на всех языках
init-ask-boundaries = Файл полигонов с границами аймаков не дан. Какой это файл и в каком поле стоит их код?
init-ask-code = Ни одно поле не похоже на код аймака. Какое это поле? До тех пор районы считаются по порядку в файле.
init-ask-organic = Какое поле говорит, с какого времени аймак органический (organic_since = "...")? Без него все районы — территории сравнения.
init-ask-periods = Какие годы — до перехода, какие — после? Периоды ниже взяты из лет в таблицах и могут быть неверны.
init-ask-kind = { $file } не распознан. Что это (plots, soil_layers, species, crop_varieties, survey_answers, programme, weather)?
init-ask-scale = Что означают числа у видов: count (число особей), cover_percent (покрытие), presence (присутствие) или коды шкалы покрытия (braun_blanquet_turboveg, reichelt_wilmanns_turboveg, braun_blanquet_middles, drude_middles)? Принято { $scale }.
init-ask-codes = Коды ответов от { $low } до { $high }. Означает ли высший полное согласие, и есть ли среди них «не знаю» (do_not_know = ...)? Какой вопрос спрашивает о поддержке (support = true), какой сформулирован наоборот (reversed = true)?
init-ask-unit = { $file }: в каких единицах «{ $column }»? Заголовок этого не говорит; к его числам подошла бы { $unit }.
init-ask-date = { $file }: ни в одном столбце нет даты. Когда это было: столбец (date = "...") или один период для всей таблицы (period = "before")?
init-ask-column = { $file }: какой столбец — { $key }? Ни один не распознан.
init-ask-role = { $file }: что означают пиксели (elevation, ndvi, land_cover, soil_carbon, soil_erodibility)?
init-ask-dates = { $file }: какие даты у каналов ({ $bands }) (dates = ["2013-07", ...])?
init-kind-species-list = списки видов (Красная книга, индикаторы), прочитано столбцов
init-kind-managed-fields = поля и ведение хозяйства на них, прочитано столбцов
init-ask-carbon-method = { $file }: каким методом определён углерод (carbon_method = "tyurin_humus", "walkley_black", "dry_combustion" ...)? Изменение сообщается только между датами с одним методом.
init-ask-nutrient-method = { $file }: в какой вытяжке определены фосфор и калий? Принято "machigin", обычный метод для карбонатных почв.
init-ask-ec-method = { $file }: электропроводность измерена в насыщенной пасте ("saturated_paste") или в вытяжке 1:5 ("one_to_five")? Классы засоления есть только для первой.
init-ask-occurrences = { $file } содержит записи о встречах видов, а не площадки: используйте aimak occurrences. Они показывают, где видели виды, и никогда — что изменилось.
