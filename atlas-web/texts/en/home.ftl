# Home: the first screen, the choice of a map, the search.

## First screen
home-surest-hint = All organic aimaks together: of each theme the surest change, not the largest.
home-states-hint = The first indicator of each theme, with its lowest and its highest area.
home-nothing-stands-out = No change of all organic aimaks together stands out from chance.
home-col-what = What changed
home-col-by = By how much
home-col-sure = How sure
home-col-lowest = Lowest
home-col-highest = Highest
home-more = { $n ->
    [one] { $n } more change
   *[other] { $n } more changes
}
home-cannot-tell = Cannot be told from no change:
home-without-pooled = No figure for all organic aimaks together:
home-all = All indicators
home-all-plain = All indicators
home-way-all = All indicators, each aimak by itself
home-way-all-plain = All indicators
home-way-indicators = What each indicator means
home-way-summary = The same in sentences
home-way-map = Explore the map

## The map of home
home-map-choice = The map shows
home-map-links = Maps of the other indicators
map-elsewhere = The figures of this map as a table

## Search
search-label = Search
search-hint = Name, code or indicator
search-found = Found
search-kind-aimak = aimak
search-kind-aimak-plain = area
search-kind-place = place
search-kind-indicator = indicator
search-kind-method = method
search-also = also: { $what }
search-code = code { $what }
search-similar = similar: { $what }
