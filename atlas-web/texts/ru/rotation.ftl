# Смена культур на полях. Ждёт проверки редактора.
help-rotation = Насколько разнообразна смена культур на каждом поле? Сложность севооборота и доля бобовых по тому, что росло год за годом.
help-rotation-example = Пример:
    {"  "}aimak rotation --fields fields.csv --out rotation.csv
    Столбцы: field, year, crop; где известно, cover_crop и legume (да или нет). Строка на каждое поле и год.
arg-rotation-fields = Что росло на полях: CSV, Parquet, XLSX или ODS
arg-rotation-out = Таблица, которую записать, строка на поле: .csv или .parquet
cli-rotation-done = Записано в { $out }: полей { $fields }, из них с показателем { $given }.
cli-rotation-note = Показатель — корень из числа видов, умноженного на число смен главной культуры; в более длинном ряду больше места для смен, поэтому сравнивайте ряды равной длины. Менее четырёх лет или с пропущенным годом его нет.
detail-rotation-gap = никто не сообщил, что росло между { $after } и { $before }
problem-year-twice = Год стоит для этого поля дважды
expected-year-twice = одна строка на поле и год
hint-year-twice = вторая культура года пишется в столбец cover_crop
problem-not-a-year = Это не год
expected-not-a-year = целое число, как 2019
hint-not-a-year = напишите только год
