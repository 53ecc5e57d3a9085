# Home: the first screen, the choice of a map, the search.

## First screen
home-surest-hint = Все органические аймаки вместе: по каждой теме самое достоверное изменение, а не самое большое.
home-states-hint = Первый показатель каждой темы: территории с наименьшим и наибольшим значением.
home-nothing-stands-out = Ни одно изменение по всем органическим аймакам вместе не выделяется на фоне случайности.
home-col-what = Что изменилось
home-col-by = На сколько
home-col-sure = Насколько достоверно
home-col-lowest = Наименьшее
home-col-highest = Наибольшее
home-more = { $n ->
    [one] ещё { $n } изменение
    [few] ещё { $n } изменения
    [many] ещё { $n } изменений
   *[other] ещё { $n } изменения
}
home-cannot-tell = Нельзя отличить от отсутствия изменений:
home-without-pooled = Нет значения по всем органическим аймакам вместе:
home-all = Все показатели
home-all-plain = Все показатели
home-way-all = Все показатели, каждый аймак отдельно
home-way-all-plain = Все показатели
home-way-indicators = Что означает каждый показатель
home-way-summary = То же самое словами
home-way-map = Изучить карту

## The map of home
home-map-choice = На карте
home-map-links = Карты других показателей
map-elsewhere = Значения этой карты в виде таблицы

## Search
search-label = Поиск
search-hint = Название, код или показатель
search-found = Найденное
search-kind-aimak = аймак
search-kind-aimak-plain = территория
search-kind-place = место
search-kind-indicator = показатель
search-kind-method = метод
search-also = также: { $what }
search-code = код { $what }
search-similar = похоже: { $what }
