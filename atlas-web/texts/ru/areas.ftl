# Слова, зависящие от вида проекта; слова карт и графиков территорий.

## Проект без органических аймаков: сравнивать не с чем
home-lead-organic = { $organic ->
    [one] { $organic } органический аймак
    [few] { $organic } органических аймака
    [many] { $organic } органических аймаков
   *[other] { $organic } органических аймаков
}: что изменилось, где и насколько это надёжно?
home-changed-plain = Что измерено
home-changed-hint-plain = Один знак — одна территория.
compare-title-plain = Сравнить территории
compare-lead-plain = Каждая территория рядом с другими, по одним и тем же показателям.
compare-matrix-plain = Все территории
home-areas-plain = Найдите территорию
land-whole-aimak-plain = Вся территория
on-land-whole-aimak-plain = по всей территории

## Проект без данных
nothing-measured = Здесь пока ничего не измерено.
nothing-measured-begin = Пока есть только границы и названия. С чего начать:
nothing-measured-data = Укажите данные в файле проекта monitoring.toml: пробы почвы, описания растений, спутниковые снимки или модель рельефа. Что по ним можно измерить, показывает команда «aimak indicators».
nothing-measured-check = Проверьте данные:
nothing-measured-publish = Выполните расчёт и опубликуйте атлас снова:
map-boundaries = Границы и названия
map-boundaries-desc = Карта территорий без значений. В списке на этой странице те же территории. Проекция: равновеликая азимутальная Ламберта.

## Сколько наблюдений стоит за числом
sample-organic-aimaks = { $n } из { $all ->
    [one] { $all } органического аймака
   *[other] { $all } органических аймаков
}
sample-comparison-areas = { $n ->
    [one] { $n } территория сравнения
    [few] { $n } территории сравнения
    [many] { $n } территорий сравнения
   *[other] { $n } территорий сравнения
}
sample-with-comparison = { $organic }, { $comparison }
sample-one-aimak = этот аймак и { $comparison }
sample-count = { $of }: { $n }
sample-count-two = { $of }: { $n } + { $other }

## Карты, графики, карточки
legend-no-interval = число без интервала: насколько оно надёжно, сказать нельзя
row-compared = относительно земель сравнения
chart-ranking-desc-plain = Упорядочено по значению.
chart-ranking-refused = Не показано (причины — в таблице): { $areas }.
map-and-chart-table = Карта и график в виде таблицы
unknown-missing = Нет чисел:
compare-this-plain = Сравнить с другими территориями
compare-place-plain = Территория { $place }
compare-choose-plain = Выберите от двух до четырёх территорий — они встанут рядом, по каждому показателю на одной шкале.
