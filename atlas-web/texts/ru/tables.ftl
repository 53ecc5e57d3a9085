# Как таблицы проекта лежат в своих файлах.
problem-key-without-use = Для такого файла этот ключ ничего не значит
expected-key-without-use = `sheet` — для электронных таблиц, `layer` — для файлов карт, `header_row` и `first_row` — для CSV и электронных таблиц
hint-key-without-use = уберите ключ или проверьте расширение файла
problem-first-row-above = Данные начинаются выше заголовка
expected-first-row-above = `first_row` больше, чем `header_row` (1, если не указан); строки считаются как в электронной таблице
hint-first-row-above = укажите номер первой строки с данными или уберите ключ
problem-no-header-row = Строка, названная заголовком, пуста, или её нет
expected-no-header-row = строка с именами столбцов
hint-no-header-row = исправьте `header_row`: строки считаются как в электронной таблице, пустые тоже
hint-header-row = имена стоят в строке { $row }: добавьте в таблицу header_row = { $row }
hint-units-row = исправьте ячейки; если в этой строке не данные, а единицы или подписи, добавьте в таблицу first_row = { $row }
hint-sheet-units-row = исправьте ячейки; если в этой строке не данные, а единицы или подписи, удалите её
hint-sheet-layer = сохраните нужный слой в отдельный файл
hint-marked-thousands = напишите { $plain }: знак между тысячами в других странах читают как десятичную запятую

# даты
problem-date-order = Дату можно понять двояко
expected-date-order = в таблице `dates = "day_first"` ({ $day_first }) или `dates = "month_first"` ({ $month_first })
hint-date-order = добавьте ключ: ни одна дата столбца не показывает, что имеется в виду, а угадывать программа не станет
problem-date-orders-mixed = В датах одного столбца то день стоит первым, то месяц
expected-date-orders-mixed = один порядок; в строке { $day_first } первым стоит день, в строке { $month_first } — месяц
hint-date-orders-mixed = пишите даты в виде 2019-05-14 или разделите таблицу по тем, кто её заполнял
hint-other-order = в этой дате порядок иной, чем указано в `dates`: исправьте ячейку или ключ
hint-two-digit-year = пишите год четырьмя цифрами
hint-excel-days = если это дни по счёту Excel, добавьте в таблицу dates = "excel"; иначе пишите 2019-05-14

# места
problem-not-degrees = Не долгота и не широта
expected-not-degrees = градусы в виде 42.4261, 42°25'34" с.ш. или 42 25 34; минуты и секунды меньше 60
hint-not-degrees = исправьте ячейки; если такая запись в файле означает, что место неизвестно, добавьте её в список `missing` точно в том же виде
problem-feature-no-point = Объект — не точка
expected-feature-no-point = одна точка или объект без геометрии
hint-feature-no-point = проверьте, тот ли слой указан; в QGIS точки из площадей делает «Центроиды»
problem-degrees-as-metres = Точки лежат вне территорий, а если числа — градусы, то внутри
expected-degrees-as-metres = метры указанной системы координат и точки внутри территорий; вне их лежит { $rows }
hint-degrees-as-metres = укажите столбцы как `longitude` и `latitude` вместо `x` и `y`: тогда внутри окажутся { $mended } из { $rows } точек
problem-metres-as-degrees = Точки лежат вне территорий, а если числа — метры, то внутри
expected-metres-as-degrees = градусы и точки внутри территорий; вне их лежит { $rows }
hint-metres-as-degrees = укажите столбцы как `x` и `y` вместо `longitude` и `latitude`: тогда внутри окажутся { $mended } из { $rows } точек
hint-some-places = исправьте ячейки названных строк; остальные точки таблицы лежат внутри ({ $sound })

# выгрузки анкет
hint-export = файл похож на выгрузку анкеты, где вопросы стоят в группах: добавьте в таблицу export = "{ $export }", тогда группы в именах можно опускать
hint-name-group = так кончаются имена нескольких столбцов ({ $columns }): напишите нужное имя полностью
hint-place-part = в ячейке стоит место целиком: напишите longitude = {"{"} name = "{ $column }", part = "longitude" {"}"} и так же latitude
problem-part-without-use = Часть бывает только у долготы, широты и глубин слоя
expected-part-without-use = `part` "longitude" или "latitude" в `columns.longitude` и `columns.latitude`, "top" в `columns.top_cm`, "bottom" в `columns.bottom_cm`
hint-part-without-use = уберите `part`
problem-parent-where = Не сказано, где строки, к которым относится повторяющаяся группа
expected-parent-where = parent = {"{"} sheet = "..." {"}"} для электронной таблицы, parent = {"{"} file = "..." {"}"} для отдельного файла
hint-parent-where = укажите лист или файл со строками самой анкеты
problem-no-parent = Строка повторяющейся группы не относится ни к одной строке анкеты
expected-no-parent = значение, которое есть в столбце индексов анкеты
hint-no-parent = выгрузите обе таблицы заново, со всеми записями, или исправьте `parent.key` и `parent.index`
problem-parent-twice = У двух строк анкеты один и тот же индекс
expected-parent-twice = свой индекс у каждой строки
hint-parent-twice = выгрузите анкету заново или исправьте `parent.index`
problem-list-presence = В списке видов в одной ячейке нет количеств
expected-list-presence = при `layout = "list"` — `scale = "presence"` и без `columns.amount`
hint-list-presence = исправьте ключи или запишите каждый вид отдельной строкой с его количеством
problem-cover-step = Такого кода в шкале покрытия нет
expected-cover-step = код шкалы { $scale }: { $known }
hint-cover-step = напишите код, как он есть в шкале, или укажите для таблицы другую шкалу
