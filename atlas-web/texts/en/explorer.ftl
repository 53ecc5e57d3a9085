# The map page: choosing, comparing, moving about. English; ky and ru hold the same ids.

nav-map = Map
explorer-title = Map of the indicators
explorer-lead = Choose an indicator and what to see of it: a period, a year, the change, or two of them beside each other.
explorer-link = Explore on the map
explorer-opening = The map is loading …
explorer-failed = The interactive map could not start here. The still map remains; still maps of the other indicators are listed below.

explorer-controls = What the map shows
explorer-indicator = Indicator
explorer-scene = What is shown
explorer-group-areas = By area
explorer-group-years = Year by year
explorer-group-cells = Cell by cell
explorer-more = View and colours
explorer-mode = View
explorer-mode-one = one map
explorer-mode-swipe = divided by a line
explorer-mode-side = side by side
explorer-mode-flip = in turn
explorer-other = Compared with
explorer-change = Show the change between them
explorer-palette = Second set of colours
explorer-relief = Relief around the areas

explorer-swipe = Dividing line between the two maps
explorer-swipe-at = { $left }: { $share } % of the width; the rest: { $right }
explorer-flip = Show { $label }
explorer-years = Year
explorer-play = Run through the years
explorer-pause = Stop

explorer-filter-hint = Press a row to see its areas alone.
explorer-filter-hint-cells = Press a row to see its cells alone.
explorer-show-all = Show all again
explorer-areas = Areas on the map
explorer-locate = Show on the map: { $name }
explorer-close = Close
explorer-keys = With the keyboard: go to the map with Tab, move it with the arrows, zoom with + and −. The line below the map tells what lies under the cross.
explorer-nothing-here = nothing is shown here

explorer-said = { $title }. With a number: { $given }. Without: { $withheld }.
explorer-said-change = { $title }. With a number: { $given }, of which not certain: { $uncertain }. Without: { $withheld }.
explorer-said-cells = { $title }.
explorer-at-most = { $value } or less
explorer-at-least = { $value } or more
explorer-no-cells = The cells could not be loaded here. The page of the indicator has them as a still map.

explorer-drawn = Still maps of all indicators
explorer-drawn-hint = Each page has its map as a drawing with a table of the same values; it needs no script.
