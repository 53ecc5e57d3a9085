# Tiles of the interactive maps, base map and relief
stage-atlas-tiles = Writing map tiles
stage-relief = Drawing the relief
kind-basemap = Base map: rivers, lakes, roads, places (GeoJSON, WGS 84)
kind-relief = Relief (PNG, colours are heights)
problem-basemap-shape = A feature has the wrong shape for its kind
expected-basemap-shape = { $kind ->
    [line] a line
    [area] an area
   *[point] a point
}
hint-basemap-shape = correct `kind`, or name another layer of the file
problem-basemap-outside = Nothing of the layer lies on the map
expected-basemap-outside = at least one feature within or near the areas
hint-basemap-outside = check file and coordinate system, or leave the layer out
problem-basemap-rank = A rank is not a whole number from 1 to 9
expected-basemap-rank = 1 for the most important things, 9 for those that only the closest view shows
hint-basemap-rank = correct the value, or leave out `rank`
