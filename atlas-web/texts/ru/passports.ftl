# Экопаспорта мест: страницы, ошибки таблиц, `aimak withdraw`. Ждёт проверки редактором.

## Страницы
nav-passports = Места
passports-title = Экопаспорта мест
passports-lead = Родники, старые деревья, пастбища и священные места, описанные учениками, чабанами и травниками. Показано только то, что авторы согласились открыть.
passports-all = Все экопаспорта
passports-counted-only = { $n ->
    [one] Записано ещё { $n } место: авторы согласны только на учёт в подсчётах.
    [few] Записано ещё { $n } места: авторы согласны только на учёт в подсчётах.
   *[other] Записано ещё { $n } мест: авторы согласны только на учёт в подсчётах.
}
passports-none-public = Сейчас открытых экопаспортов нет.
place-kind-spring = Родник
place-kind-tree = Дерево
place-kind-grove = Роща
place-kind-pasture = Пастбище
place-kind-sacred-place = Священное место
place-kind-wetland = Болото
place-kind-herb-place = Место сбора трав
place-kind-other = Другое место
place-kinds-spring = Родники
place-kinds-tree = Деревья
place-kinds-grove = Рощи
place-kinds-pasture = Пастбища
place-kinds-sacred-place = Священные места
place-kinds-wetland = Болота
place-kinds-herb-place = Места сбора трав
place-kinds-other = Другие места
place-state-good = хорошее
place-state-fair = среднее
place-state-poor = плохое
judge-pupils = ученики
judge-shepherds = чабаны
judge-herbalists = травники
judge-residents = местные жители
judge-experts = специалисты
passport-names = Названия
passport-aimak = Айылный аймак
passport-photos = Фотографии
passport-photo-alt = { $kind } «{ $name }», фотография
passport-photo-large = Крупнее: { $what }
passport-photo-by = Фото: { $author }
passport-where = Где находится
passport-map-title = { $name }: где находится
passport-map-desc = Контур айылного аймака. Место отмечено настолько точно, насколько это можно сообщить.
passport-place-point = Точка показана точно: те, кто знает место, согласились.
passport-place-cell = Место лежит где-то в отмеченном прямоугольнике, не дальше { $distance } от его середины. Точнее не сообщается, чтобы защитить его и тех, кто там живёт.
passport-place-kept-back = Где находится место, не сообщается, чтобы защитить его и тех, кто там живёт.
passport-place-not-recorded = Координаты не записаны.
passport-metres = { $n } м
passport-kilometres = { $n } км
passport-degrees = { $south }–{ $north }° с. ш., { $west }–{ $east }° в. д.
passport-degrees-point = { $latitude }° с. ш., { $longitude }° в. д.
passport-states = Состояние по годам
passport-states-note = Каждая оценка — суждение тех, кто указан рядом, а не измерение.
passport-latest-state = Состояние: { $state } ({ $date })
col-state = Состояние
col-judged-by = Кто оценил
passport-species = Замеченные виды
passport-last-seen = последний раз: { $date }
passport-knowledge = Местные знания
passport-threats = Угрозы
passport-recommendations = Что следует сделать
passport-text-ky = на кыргызском языке
passport-text-ru = на русском языке
passport-text-en = на английском языке
passport-about = Как сделана эта запись
passport-recorded = Описано
passport-authors = Авторы
passport-pupils = ученики, { $school }, { $class } класс
passport-pupils-of-school = ученики, { $school }
passport-authors-unnamed = не названы
passport-consent = Согласие
passport-consent-words = Авторы согласились, чтобы эта запись была открытой. Детей никогда не называют по имени; на фотографиях никого нельзя узнать, либо согласились сами изображённые или опекуны детей.
passport-withdraw = Снятие
passport-withdraw-words = Тот, кто сделал запись или показан в ней, может попросить проект снять её. Причину называть не нужно; запись убирают из всех выпусков.
passport-id = Код записи
passport-withdrawn = Снято по просьбе
passport-withdrawn-words = Этот экопаспорт снят по просьбе тех, кого он касается ({ $date }). Он убран из всех выпусков.

## Не вошло
exclusion-passports-counted-only = места, авторы которых согласны только на учёт в подсчётах
exclusion-passports-internal = места, которые не открыты
exclusion-passport-photos = фотографии, которые не открыты или на которые нет согласия

## Ошибки таблиц
problem-passport-word = Неизвестное слово
expected-passport-word = одно из слов этого столбца
hint-passport-word = выберите одно из них
problem-passport-column = Столбец назван почти так же, как известный
expected-passport-column = имя точно в известном виде; неизвестный столбец не читается
hint-passport-column = исправьте имя в заголовке
problem-passport-id = Идентификатор не может стать частью адреса
expected-passport-id = не больше 60 знаков: буквы a–z, цифры, - и _
hint-passport-id = напишите его латиницей без пробелов: ak-bulak
problem-passport-twice = Встречается дважды
expected-passport-twice = каждое место и каждая фотография места один раз; большие и малые буквы не различаются
hint-passport-twice = удалите одну из строк или измените её
problem-passport-consent-missing = Не записано, на что было согласие
expected-passport-consent-missing = public, aggregated_only или internal
hint-passport-consent-missing = спросите и заполните ячейку; до тех пор запись считается внутренней и не публикуется
problem-passport-sensitive-exact = Место уязвимо, а показать его хотят точно
expected-passport-sensitive-exact = либо категория уязвимости, либо точное место
hint-passport-sensitive-exact = напишите «нет» для точного места или оставьте уязвимость пустой
problem-passport-other-aimak = Место лежит не в том айылном аймаке, что указан в строке
expected-passport-other-aimak = координаты внутри названного аймака
hint-passport-other-aimak = проверьте и то, и другое; использован код из строки
problem-passport-unknown-place = Места нет в таблице мест
expected-passport-unknown-place = идентификатор места
hint-passport-unknown-place = исправьте идентификатор или добавьте место; если ошибка в его собственной строке, сначала исправьте её
problem-passport-date-later = Дата позже выпуска
expected-passport-date-later = не позже { $edition }
hint-passport-date-later = исправьте дату или дату выпуска в файле проекта
problem-passport-contact = В тексте для публикации есть что-то похожее на телефон, адрес или координату
expected-passport-contact = текст без них
hint-passport-contact = уберите это; если это не они, запишите число короче
problem-observation-empty = В строке нет ни состояния, ни вида
expected-observation-empty = state вместе с judged_by или species
hint-observation-empty = заполните что-то одно или удалите строку
problem-photo-missing = Фотографии нет в папке
expected-photo-missing = имя файла в папке фотографий
hint-photo-missing = скопируйте фотографию туда или исправьте имя; большие буквы и расширение важны
problem-photo-face-consent = На открытой фотографии есть тот, кто не дал согласия
expected-photo-face-consent = «да», если согласны все, кого можно узнать, а за детей — опекуны
hint-photo-face-consent = получите согласие или напишите internal в столбце consent; ещё лучше фотография без лиц
problem-photo-face-unknown = Неизвестно, можно ли кого-то узнать на фотографии
expected-photo-face-unknown = да или нет
hint-photo-face-unknown = посмотрите на фотографию и заполните ячейку; до тех пор она не публикуется
problem-photo-type = Файл — не фотография, которую можно прочесть
expected-photo-type = JPEG или PNG; одного расширения в имени мало
hint-photo-type = сохраните как JPEG; на iPhone это «Наиболее совместимые» в настройках камеры
problem-photo-too-large = Фотография слишком большая
expected-photo-too-large = не больше { $megabytes } МБ и { $megapixels } млн пикселей
hint-photo-too-large = уменьшите её; в атласе показывается 1600 пикселей
problem-photo-damaged = Фотография повреждена
expected-photo-damaged = файл, который просмотрщик открывает целиком
hint-photo-damaged = скопируйте её с камеры ещё раз
problem-withdraw-nothing = Не указано, откуда снимать
expected-withdraw-nothing = --project, --release или --site
hint-withdraw-nothing = сначала назовите проект: тогда следующий запуск не опубликует запись снова
problem-withdraw-no-passports = В проекте нет экопаспортов
expected-withdraw-no-passports = раздел [eco_passports] в файле проекта
hint-withdraw-no-passports = проверьте, тот ли файл проекта назван

## Команды
cli-check-passports = Экопаспорта: прочитано { $places ->
    [one] { $places } место
    [few] { $places } места
   *[other] { $places } мест
}, из них можно опубликовать { $shown }, с { $photos ->
    [one] { $photos } фотографией
   *[other] { $photos } фотографиями
}.
help-withdraw = Снимает экопаспорт: из проекта, чтобы следующие запуски его не публиковали, и из каждого выпуска в папках и на сайтах.
help-withdraw-example = Пример:
    {"  "}aimak withdraw ak-bulak --date 2026-12-01 --project monitoring.toml --release release --site site --dry-run
arg-withdraw-id = Идентификатор экопаспорта
arg-withdraw-date = Дата просьбы; программа не смотрит на часы
arg-withdraw-project = Файл проекта; записывается его список снятых экопаспортов
arg-withdraw-release = Папка выпуска, которую надо очистить; можно указать несколько раз
arg-withdraw-site = Сайт, который надо очистить, со всеми выпусками; можно указать несколько раз
arg-withdraw-dry-run = Только сказать, что произойдёт
value-passport = экопаспорт
value-date = дата
cli-withdraw-would = Произошло бы следующее (ничего не изменено):
cli-withdraw-did = Снято: { $id }
cli-withdraw-list = { $file }: идентификатор внесён в список; следующие запуски его не опубликуют
cli-withdraw-listed = { $file }: идентификатор уже в списке
cli-withdraw-removed = { $dir }: убрано, контрольные суммы обновлены (выпуски: { $editions })
cli-withdraw-release-removed = { $dir }: убрано, контрольные суммы обновлены
cli-withdraw-not-there = { $dir }: там его нет
cli-withdraw-never = { $id } нет ни в таблицах, ни в указанных выпусках и сайтах. Проверьте написание.
cli-withdraw-copies = Замените эти копии и попросите тех, у кого они есть, удалить старые:
cli-withdraw-no-copies = В файле проекта копии не перечислены (copies = [...] в [eco_passports]). Вспомните о хостингах, флешках, школьных компьютерах и веб-архивах.
cli-withdraw-no-project = Файл проекта не назван: следующий запуск опубликует запись снова. Выполните команду ещё раз с --project.
