# A first project file, drafted from the files themselves.
help-init = Look at your files and write a first project file that reads them, with a question wherever something is not sure.
help-init-example = Examples:
    {"  "}aimak init aimaks.gpkg soil.xlsx plots.csv ndvi_2013.tif ndvi_2021.tif
    {"  "}aimak init data/* --out monitoring.toml --lang ky
arg-init-files = Borders, organic parcels, tables (every sheet of a workbook) and rasters, in any order
arg-init-out = The project file to write (default: monitoring.toml); one that is there already is never overwritten
cli-init-found = { $file }: { $kind } ({ $used } of { $of })
cli-init-done = Project file drafted: { $file }. Questions in it: { $questions }
cli-init-question = { $number }. { $question }
cli-init-next = Answer them in the file (lines that begin with # ???), then: aimak check { $file }
init-kind-boundaries = borders of areas
init-kind-parcels = organic parcels
init-kind-plots = plots, columns read
init-kind-soil-layers = soil layers, columns read
init-kind-species = species, columns read
init-kind-crop-varieties = crops and varieties, columns read
init-kind-survey-answers = answers of people, columns read
init-kind-programme = figures of the programme, columns read
init-kind-weather = weather, columns read
init-kind-elevation = elevation, bands
init-kind-ndvi = NDVI, bands
init-kind-land-cover = land cover, bands
init-kind-soil-erodibility = soil erodibility, bands
init-kind-soil-carbon = soil carbon, bands
init-kind-unknown = not recognised
init-title = Monitoring
init-about = Drafted by "aimak init" from the files themselves. Look at every line; answer the lines that begin with # ???, then run "aimak check".
init-crs = the UTM zone of the middle; areas and distances are measured in it
init-table = { $file }: rows { $rows }, header in row { $header }
init-unused = not read: { $column } ({ $holds })
init-personal = looks like personal data; leave it out of the file if you can
init-holds-nothing = empty
init-holds-numbers = numbers from { $low } to { $high }
init-holds-dates = dates from { $first } to { $last }
init-holds-words = words, { $different } different
init-question-words = write the words people heard, in all languages
init-ask-boundaries = No file of polygons with the borders of the aimaks was given. Which file is it, and which field holds their code?
init-ask-code = No field looks like the code of the aimak. Which one is it? Until then areas are counted in the order of the file.
init-ask-organic = Which field says since when an aimak is organic (organic_since = "...")? Without it every area is a comparison area.
init-ask-periods = Which years are before, which after? The periods below come from the years in the tables and may be wrong.
init-ask-kind = { $file } was not recognised. What is it (plots, soil_layers, species, crop_varieties, survey_answers, programme, weather)?
init-ask-scale = What do the numbers of species mean: count, cover_percent, presence, or codes of cover (braun_blanquet_turboveg, reichelt_wilmanns_turboveg, braun_blanquet_middles, drude_middles)? Taken for { $scale }.
init-ask-codes = Answers have codes from { $low } to { $high }. Is the highest full agreement, and is one of them "I do not know" (do_not_know = ...)? Which question asks for support (support = true), which is worded the other way round (reversed = true)?
init-ask-unit = { $file }: in which unit is "{ $column }"? The header does not say; { $unit } would fit its numbers.
init-ask-date = { $file }: no column holds a date. When was this: a column (date = "..."), or one period for the whole table (period = "before")?
init-ask-column = { $file }: which column is { $key }? None was recognised.
init-ask-role = { $file }: what do the pixels mean (elevation, ndvi, land_cover, soil_carbon, soil_erodibility)?
init-ask-dates = { $file }: which dates have its { $bands } bands (dates = ["2013-07", ...])?
init-kind-species-list = species lists (Red List, indicators), columns read
init-kind-managed-fields = fields and their management, columns read
init-ask-carbon-method = { $file }: how was carbon determined (carbon_method = "tyurin_humus", "walkley_black", "dry_combustion" ...)? A change is told only between two dates of one method.
init-ask-nutrient-method = { $file }: in which extract were phosphorus and potassium determined? Taken for "machigin", the usual one for calcareous soils.
init-ask-ec-method = { $file }: was conductivity measured in a saturated paste ("saturated_paste") or in 1 part of soil to 5 of water ("one_to_five")? Only the first has classes of salinity.
init-ask-occurrences = { $file } holds records of species, not plots: use aimak occurrences. They show where species were seen, never what changed.
