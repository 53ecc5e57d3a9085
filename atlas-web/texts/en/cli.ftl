# Words of the command line.
help-usage = Usage
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-aimak = Before-and-after evidence for organic rural districts, and an atlas that opens anywhere.
help-aimak-example = Example:
    {"  "}aimak demo --out demo && aimak run demo/monitoring.toml --out release && aimak atlas release --out site
help-check = Read everything the project file names and report every problem; writes nothing.
help-check-example = Example:
    {"  "}aimak check monitoring.toml
help-run = Compute a release folder from a project file.
help-run-example = Example:
    {"  "}aimak run monitoring.toml --out release
help-atlas = Publish a release folder as a static site in Kyrgyz, Russian and English.
help-atlas-example = Example:
    {"  "}aimak atlas release --out site
help-serve = Show a site on this computer (127.0.0.1 only) until Ctrl-C.
help-serve-example = Example:
    {"  "}aimak serve site --port 8080
help-demo = Write an invented region with its project file, to try everything on.
help-demo-example = Example:
    {"  "}aimak demo --out demo
help-indicators = List the indicators, or print the card of one.
help-indicators-example = Example:
    {"  "}aimak indicators soc_stock
help-explain = Tell how a number came about: inputs, rows, formula, parameters, program version.
help-explain-example = Example:
    {"  "}aimak explain release DEMO-01 soc_stock
help-zonal = Figures of a raster inside polygons, by exact coverage; no project file needed.
help-zonal-example = Example:
    {"  "}aimak zonal --raster ndvi.tif --polygons fields.gpkg --id field --stats count,mean,stdev,quantile=0.9 --out fields.csv
    Figures: count, sum, mean, min, max, variance, stdev, cv, median, quantile=0.9, majority, minority, variety, area_ha, shares, weighted_mean, weighted_sum.
    A cell counts by the fraction of it that the polygon covers. With several bands the columns begin with band_1_, band_2_, ...
help-trend = Trends of a series of images, cell by cell: Theil-Sen slope, Mann-Kendall p and tau, as cloud-optimised GeoTIFFs.
help-trend-example = Example:
    {"  "}aimak trend --raster ndvi_2005_2024.tif --fdr 0.05 --polygons aimaks.gpkg --id code --out trend
    Several images of one year are averaged to one value of the year. A cell needs 8 valid years.
help-composite = A dated series without clouds out of satellite scenes: masks, one index, the median of the clear days of each month or season.
help-composite-example = Example:
    {"  "}aimak composite --scenes landsat/ sentinel2/ --every month --out series
    Scenes are Landsat 5, 7, 8, 9 Collection 2 Level 2 and Sentinel-2 Level 2A as USGS and ESA name their files; scale and offset come from their metadata.
    Indices: ndvi, evi, evi2, savi, msavi2, ndwi, ndmi, bsi, nbr, nbr2, ndsi, kndvi.
    A table (--table) has the columns file, date, sensor, blue, green, red, nir, nir_narrow, swir1, swir2 (or index), mask, keep, buffer, buffer_m, scale, offset. A band is its number in the file, or another file (clouds.tif:2). keep lists classes parted by blanks, or is qa_pixel or scl.
    Written are <index>.tif and count.tif with a band for each date, and about.json. aimak trend and aimak productivity read them as they are.
help-productivity = Annual productivity: the area under NDVI over each growing season, cell by cell, with the reason where there is none.
help-productivity-example = Example:
    {"  "}aimak composite --scenes landsat/ sentinel2/ --every day --out days
    {"  "}aimak productivity --raster days/ndvi.tif --dem dem.tif --out productivity
    {"  "}aimak trend --raster productivity/productivity.tif --out trend
    Neighbouring observations are joined by a straight line if at most 48 days lie between them; the first and last must lie within 16 days of the limits of the season. A month stands for its middle day.
help-degradation = Land degradation by SDG 15.3.1: productivity, land cover and soil carbon, cell by cell and in hectares by polygon.
help-degradation-example = Example:
    {"  "}aimak degradation --productivity ndvi_{"{year}"}.tif --land-cover cover_{"{year}"}.tif --soil-carbon soc_{"{year}"}.tif --baseline 2000-2015 --reporting 2004-2019 --polygons aimaks.gpkg --id code --out degradation
help-landscape = Patterns of land cover by polygon (patches, edges, diversity, distances), or a map of Rao's Q.
help-landscape-example = Examples:
    {"  "}aimak landscape --land-cover cover.tif --polygons aimaks.gpkg --id code --out pattern.csv
    {"  "}aimak landscape --raster ndvi.tif --rao 9 --polygons aimaks.gpkg --id code --out rao
    A cell belongs to a polygon by its centre: patches are made of whole cells, and neighbours share none.
help-soil = What a laboratory sheet says about every soil profile: organic carbon to a depth as concentration and, where bulk density was measured, as stock; texture class; pH, humus, phosphorus, potassium and nitrogen by class.
help-soil-example = Examples:
    {"  "}aimak soil --layers sheet.xlsx --out profiles.csv
    {"  "}aimak soil --layers sheet.csv --depth 20 --carbon dry-combustion --out profiles.parquet
    {"  "}aimak soil --layers sheet.csv --ec saturated-paste --calibrate pairs.csv --spline depths.csv --health 3,4 --out profiles.csv
    The sheet has a row for each layer: profile, top_cm, bottom_cm; carbon by one of humus_percent (Tyurin), organic_carbon_percent, organic_carbon_g_per_kg, organic_matter_percent (loss on ignition), total_carbon_percent (with carbonate_percent); and if known bulk_density_g_per_cm3 (of fine earth), coarse_percent (by volume), ph (in water), sand_percent, silt_percent, clay_percent (limits of the USDA), p2o5_machigin_mg_per_kg, k2o_machigin_mg_per_kg, nitrogen_percent.
    Without bulk density there is no stock and none is made up: the row says why.
help-survey = What people answered to ordered questions (Likert), by group: counts, median, agreement with 95 % limits; and whether it changed between two dates.
help-survey-example = Examples:
    {"  "}aimak survey --answers answers.csv --items soil_alive,organic_pays --by village --out questions.csv
    {"  "}aimak survey --answers answers.csv --items soil_alive,organic_pays --by wave --before 2019 --after 2024 --person id --changes changes.csv --out questions.csv
    {"  "}aimak survey --answers answers.csv --items soil_alive,organic_pays --by village --publishable --out public.csv
    The table has a row for each person (and date) and a column for each question. With --person the same people are compared (panel), without it two samples of different people; a sample of whole villages is less sure than the limits here say.
    --publishable keeps back every count that points at fewer than five persons, and all that would tell it.
help-diversity = How many kinds there are, how evenly, how many were not found, and how different places are: Hill numbers, Chao, coverage, comparison at equal coverage, dissimilarities.
help-diversity-example = Examples:
    {"  "}aimak diversity --counts species.csv --by plot --out diversity.csv
    {"  "}aimak diversity --counts species.csv --by year --plots plot --coverage common --curve curves.csv --out years.csv
    {"  "}aimak diversity --counts species.csv --by plot --cover braun-blanquet-turboveg --matrix pairs.csv --measure bray-curtis --out cover.csv
    {"  "}aimak diversity --counts species.csv --by land --sites plot --partition parts.csv --multi-site sites.csv --revisits year --turnover turnover.csv --out land.csv
    {"  "}aimak diversity --counts crops.csv --by aimak --species crop --count area_ha --nested village,farm --out levels.csv
    The table is long: a row for each place and species, with a count. A count of 0 makes a place known where nothing was found. With --plots presence on plots is the sample (Chao2) instead of individuals (Chao1).
    One row is written for each value of --by: n, s_obs, coverage, hill_q0 …, chao1_classic, chao1_bias_corrected, ace (each with se and 95 % limits), asymptotic_q0 …; with --coverage also compared_q0 … with 95 % limits, or the reason why not.
help-erosion = Soil that water carries off slopes (RUSLE), and how much of it reaches a stream (sediment delivery): six maps and a table by watershed.
help-erosion-example = Examples:
    {"  "}aimak erosion --dem dem.tif --erosivity 900 --erodibility 0.035 --cover 0.08 --out erosion
    {"  "}aimak erosion --dem dem.tif --erosivity station.csv --erodibility k.tif --cover worldcover.tif --cover-table classes.csv --watersheds basins.gpkg --id name --out erosion
    {"  "}aimak erosion --dem dem.tif --erosivity r.tif --erodibility k.tif --cover ndvi.tif --cover-ndvi van-der-knijff --ls invest --out erosion_invest
    A station's table has a row for each month or day: date, precipitation_mm, temperature_c. A table of classes has class, c, and if wanted p and surface (soil, water, rock, ice, settlement); the names of InVEST (lucode, usle_c, usle_p) serve as well.
    Written are ls.tif, soil_loss.tif, ic.tif, sdr.tif, export.tif, deposition.tif, watersheds.csv (with 95 % intervals) and about.json. Totals hold slopes up to 50 %; steeper land stands in columns of its own.
help-wind = Soil that wind carries off fields, before and after (RWEQ), or an index of how prone they are (ILSWE).
help-wind-example = Examples:
    {"  "}aimak wind --weather station.csv --fields fields.csv --height 10 --elevation 1600 --latitude 42.4 --out wind
    {"  "}aimak wind --index --weather station.csv --fields fields.csv --latitude 42.4 --out wind_index
    The weather has a row for each hour (or day): time, wind_m_per_s, rain_mm, temperature_c; and if known snow_depth_mm, etp_mm, irrigation_mm, temperature_min_c, temperature_max_c. Days underestimate the loss strongly: give hours.
    The fields have a row for each field and period (a label such as before or after): field, period, sand_percent, silt_percent, clay_percent, organic_carbon_percent, carbonate_percent, ridge_height_cm, ridge_spacing_cm, chain_roughness_cm, residue_cover_percent, silhouette_cm2_per_m2, canopy_fraction, length_m; for the index also surface (bare, sparse, crops, grass, shrubs, forest, water).
    Bare and smooth is 0; an empty cell is not measured, and the field then has a reason instead of a loss. Tables are CSV, Parquet, XLSX or ODS.
    Written are fields.csv (factors, loss in t/ha, 95 % interval, flags), periods.csv, weather.csv and about.json. For fields, not for mountain slopes; never to be added to erosion by water.
help-terrain = Water on a DEM: hollows filled, where water flows, how much collects, slope, aspect, streams and basins, as cloud-optimised GeoTIFFs.
help-terrain-example = Examples:
    {"  "}aimak terrain --dem dem.tif --out terrain
    {"  "}aimak terrain --dem N51E067.tif N51E068.tif --sinks lakes.gpkg --routing d8 --streams 500 --out terrain
    A DEM in degrees is projected first to square cells in metres. Lakes without an outlet (Issyk-Kul) must be named with --sinks, or they are filled up to the pass from which they would run over.
help-schema = Print the JSON Schema of the project file, so that editors complete and check it.
help-schema-example = Example:
    {"  "}aimak schema > monitoring.schema.json
help-texts = List the Kyrgyz and Russian texts that wait for a native editor.
help-texts-example = Example:
    {"  "}aimak texts --review > texts.tsv
arg-global-lang = Language of messages
arg-global-threads = Number of worker threads (default: all cores); results do not depend on it
arg-global-quiet = Say only errors and results
arg-global-json = Print results as JSON
arg-global-help = Print this help
arg-global-version = Print the version
arg-check-file = The project file, usually monitoring.toml
arg-run-file = The project file, usually monitoring.toml
arg-run-out = The release folder to write; the last good one stays until the new one is whole
arg-atlas-release = The release folder
arg-atlas-out = The site folder to write; the last good one stays until the new one is whole
arg-serve-site = The site folder
arg-serve-port = Port (default: 8080); 0 takes a free one
arg-demo-out = The folder to write
arg-demo-seed = Seed of another invented region
arg-indicators-id = An indicator, for instance soc_stock
arg-explain-release = The release folder
arg-explain-aimak = Code of the aimak, or organic_aimaks for all organic aimaks together
arg-explain-indicator = The indicator
arg-zonal-raster = The raster: a file, an http address (read by range requests), or a name GDAL knows
arg-zonal-band = One band, from 1; all bands if not given
arg-zonal-polygons = The polygons: any vector file GDAL reads
arg-zonal-layer = Layer of the polygons, if the file has several
arg-zonal-id = The field that names the polygons; it becomes the first column; without it they are numbered from 1
arg-zonal-stats = The figures, separated by commas; each becomes a column
arg-zonal-weights = A second raster whose first band weights the values; its cells must nest with those of the raster
arg-zonal-skip-invalid = Leave invalid polygons without figures instead of refusing them
arg-zonal-out = The table to write: .csv, .parquet or .gpkg
arg-trend-raster = The series: a file with a band for each image, or a pattern such as ndvi_{"{year}"}.tif
arg-trend-dates = Dates of the bands in order, separated by commas, or a file that lists them; else the band names tell
arg-trend-test = standard (exact for few years without ties, else normal), normal, exact, hamed-rao (serial correlation, lags 1-3), hamed-rao-all-lags
arg-trend-seasonal = Compare each month only with the same month of other years (seasonal Kendall); bands need a month
arg-trend-min-years = Fewest valid years of a cell (default: 8)
arg-trend-fdr = Level of the false discovery rate over all cells (Benjamini-Hochberg), for instance 0.05: writes q and direction
arg-trend-interval = Write the 95 % interval of the slope too (slower)
arg-trend-polygons = Polygons whose mean series are tested too; written to polygons.csv
arg-trend-id = The field that names the polygons; without it they are numbered from 1
arg-trend-skip-invalid = Leave invalid polygons without a trend instead of refusing them
arg-trend-out = The folder to write; the last good one stays until the new one is whole
arg-composite-scenes = Folders of scenes, or folders that hold such folders
arg-composite-table = A table that lists images in no known layout, one each row
arg-composite-stack = Instead of scenes: a dated stack of an index that was computed and masked already
arg-composite-dates = Dates of the bands of the stack, separated by commas, or a file that lists them; else the band names tell
arg-composite-index = The index (default: ndvi)
arg-composite-every = Which images make one layer: day, month or season (default: month)
arg-composite-season = First and last day of the season; images outside it are left out (default with --every season: 04-01..10-31)
arg-composite-min-clear = Fewest clear days of a value (default: 2, with --every day 1)
arg-composite-harmonise = oli: every sensor as Landsat 8 would have seen it; none: as it is (default: oli where there are several families of sensors)
arg-composite-grid = A raster whose grid and extent are used (default: those of the first scene)
arg-composite-nearest = Take cells that lie across the grid by their nearest centre instead of refusing them
arg-composite-out = The folder to write; the last good one stays until the new one is whole
arg-productivity-raster = The series of NDVI: a file with a band for each date, or a pattern such as ndvi_{"{year}"}{"{month}"}{"{day}"}.tif
arg-productivity-dates = Dates of the bands in order, separated by commas, or a file that lists them; else the band names tell
arg-productivity-season = First and last day of the growing season, the same every year (default: 04-01..10-31)
arg-productivity-dem = Elevations, m: the season then depends on the belt
arg-productivity-belts = Seasons above elevations, separated by commas (default with --dem: 2500=05-01..09-30)
arg-productivity-floor = NDVI of bare soil, which does not count (default: 0.1)
arg-productivity-max-gap = The longest gap between observations that is crossed, days (default: 48)
arg-productivity-edge = How far from the limits of the season the first and last observation may lie, days (default: 16)
arg-productivity-out = The folder to write; the last good one stays until the new one is whole
arg-degradation-productivity = Annual productivity or NDVI (from -1 to 1): a file with a band for each image, or a pattern such as ndvi_{"{year}"}.tif
arg-degradation-dates = Dates of its bands in order, separated by commas, or a file that lists them; else the band names tell
arg-degradation-land-cover = Land cover of two or more years, one map a year; in the CRS of productivity, its own cells may have any size
arg-degradation-land-cover-dates = Dates of its bands, as under --dates
arg-degradation-legend = What its codes mean: esa-cci, worldcover, unccd7, or a file with lines code,class (default: esa-cci)
arg-degradation-matrix = What a change of land cover means: unccd, kyrgyz-pasture (ploughed pasture is a loss), or a TOML file (default: unccd)
arg-degradation-soil-carbon = Soil carbon in t/ha of two or more years; one map is that of the first year of land cover, and --climate then models the rest
arg-degradation-soil-carbon-dates = Dates of its bands, as under --dates
arg-degradation-climate = Climate for the model of soil carbon: temperate-dry, temperate-moist, tropical-dry, tropical-moist, tropical-montane
arg-degradation-soil-units = Codes of soil types; with land cover they make the units within which performance is compared
arg-degradation-baseline = Sixteen years of the baseline, for instance 2000-2015; writes the status against it too
arg-degradation-reporting = Sixteen years that are reported, for instance 2004-2019 (default: the last sixteen)
arg-degradation-variant = The rules: default, unccd-reporting (the manual), trends-earth (to reproduce that program)
arg-degradation-any-available = Let the known sub-indicators decide where others are missing; writes sdg_complete too
arg-degradation-polygons = Polygons whose areas are wanted; written to polygons.csv in hectares
arg-degradation-id = The field that names the polygons; without it they are numbered from 1
arg-degradation-skip-invalid = Leave invalid polygons without areas instead of refusing them
arg-degradation-out = The folder to write; the last good one stays until the new one is whole
arg-landscape-land-cover = Land cover with codes 0 to 255 on square cells in metres
arg-landscape-raster = Values such as NDVI, for --rao
arg-landscape-band = The band, from 1 (default: 1)
arg-landscape-metrics = all, levels (landscape, class, patch), ids such as l_shdi, or abbreviations such as pd (default: landscape,class)
arg-landscape-four-neighbours = Cells that touch at a corner only belong to different patches (default: to one)
arg-landscape-search-radius = Radius within which PROX looks for patches, m (default: 500)
arg-landscape-join-distance = Largest distance at which CONNECT calls patches joined, m (default: 500)
arg-landscape-rao = Side of the moving window of Rao's Q in cells, odd, for instance 9
arg-landscape-step = Values closer than this count as equal in Rao's Q (default: 0.01, for NDVI)
arg-landscape-polygons = The polygons: any vector file GDAL reads
arg-landscape-id = The field that names the polygons; without it they are numbered from 1
arg-landscape-skip-invalid = Leave invalid polygons without figures instead of refusing them
arg-landscape-out = The table to write (.csv or .parquet); with --rao the folder
arg-soil-layers = The sheet: CSV, Parquet, XLSX or ODS, a row for each layer
arg-soil-depth = Depth of concentration and stock in cm (default: 30)
arg-soil-carbon = How organic carbon was determined where the sheet has a column of it: dichromate (recovery unstated), dichromate-corrected, dry-combustion or tyurin (default: dichromate)
arg-soil-out = The table to write, a row for each profile: .csv or .parquet
arg-survey-answers = The questionnaire: CSV, Parquet, XLSX or ODS, a row for each person
arg-survey-items = Columns of the questions, separated by commas
arg-survey-scale = Codes of the answers from strong disagreement to strong agreement (default: 1-5)
arg-survey-reversed = Questions where agreement speaks against what the others ask for
arg-survey-do-not-know = The code of "I do not know"
arg-survey-declined = The code of a refusal to answer
arg-survey-by = The column of groups or dates
arg-survey-before = The group that was asked before
arg-survey-after = The group that was asked after
arg-survey-person = The column that names persons, where the same were asked twice
arg-survey-cluster = The column of villages that were drawn as a whole: limits then know that people of one village answer alike (at least 5 villages)
arg-survey-publishable = Keep back what points at few persons (fewer than 5 of a group, groups below 10)
arg-survey-changes = A second table: the change of every question from --before to --after
arg-survey-out = The table to write, a row for each question and group: .csv or .parquet
arg-diversity-counts = The table: CSV, Parquet, XLSX or ODS, a row for each place and species
arg-diversity-by = The column of what is compared: plot, year, land
arg-diversity-species = The column of species (default: species)
arg-diversity-count = The column of counts, or of cover with --cover (default: count)
arg-diversity-plots = The column of plots within what is compared: presence on plots is then the sample
arg-diversity-cover = The counts are cover: percent, braun-blanquet-turboveg, reichelt-wilmanns-turboveg, braun-blanquet-middles or drude-middles. Cover tells no coverage and no Chao
arg-diversity-q = Orders of the Hill numbers (default: 0,1,2)
arg-diversity-coverage = Compare all at this coverage, a share such as 0.9, or common: the highest that all reach at twice their size
arg-diversity-bootstraps = Samples drawn for standard errors; 0 for none (default: 200)
arg-diversity-seed = Seed of the draws (default: 1)
arg-diversity-curve = A second table: rarefaction and extrapolation up to twice the sample, 40 points for each order
arg-diversity-matrix = A third table: dissimilarities of all pairs
arg-diversity-measure = Of amounts: bray-curtis, bray-balanced, bray-gradient, ruzicka, ruzicka-balanced, ruzicka-gradient; of presence: sorensen, turnover, nestedness, jaccard, jaccard-turnover, jaccard-nestedness (default: bray-curtis)
arg-diversity-out = The table to write: .csv or .parquet
arg-erosion-dem = The DEM: one file, or several that lie side by side or overlap with equal heights
arg-erosion-crs = The CRS to project to, in metres (default: that of the DEM, or the UTM zone of its middle if it is in degrees)
arg-erosion-sinks = Polygons of lakes and basins without an outlet; they keep their heights and take up what flows in
arg-erosion-erosivity = R, MJ mm/(ha h yr): a number, a raster, or the table of a weather station (CSV, Parquet, XLSX, ODS)
arg-erosion-erosivity-equation = How the rain of a station becomes R: fournier (from its months) or annual (from its sum), both Renard & Freimund 1994 (default: fournier)
arg-erosion-erodibility = K, t ha h/(ha MJ mm): a number, a raster, or an equation with the parts of a soil in per cent: epic=sand,silt,clay,carbon or mean-diameter=sand,silt,clay or nomograph=sand,silt,clay,carbon,structure(1-4),permeability(1 rapid - 6 very slow)
arg-erosion-cover = C, 0 to 1: a number or a raster; with --cover-table a raster of classes, with --cover-ndvi a raster of NDVI
arg-erosion-cover-table = C, and if wanted P and surface, for each class of the raster in --cover
arg-erosion-cover-ndvi = C from NDVI by an equation: van-der-knijff, durigon, almagro or kulikov. They differ by a factor of five and see no mulch: for comparison, not as the only answer
arg-erosion-practice = P, 0 to 1: a number, a raster, or a practice everywhere, by the slope of each cell: contouring, strip-cropping (USDA Handbook 537, slopes as long as --l-max), shin-contouring, shin-strip-cropping, shin-terracing (Shin 1999). Default: 1, no practice
arg-erosion-watersheds = Polygons to sum over; without them the whole DEM is summed
arg-erosion-id = The field that names the watersheds; without it they are numbered
arg-erosion-skip-invalid = Leave invalid polygons without figures instead of refusing them
arg-erosion-routing = Where water goes: mfd (all lower neighbours), d8 (the steepest one), dinf (between two, along the steepest direction); default: mfd
arg-erosion-ls = The method from the DEM on: desmet-govers (lengths in metres; default) or invest (the chain of InVEST SDR 3.20 as its code runs it, for comparison)
arg-erosion-streams = Cells that must drain through a cell for it to be a stream (default: 1000)
arg-erosion-k = k of the delivery ratio: how slowly it rises with connectivity (default: 2)
arg-erosion-ic0 = IC at which half of the highest ratio is reached (default: 0.5)
arg-erosion-sdr-max = The highest delivery ratio of a slope, above 0 and up to 1 (default: 0.8)
arg-erosion-l-max = The longest slope in metres; with --ls invest the largest length factor, as InVEST has it (default: 122)
arg-erosion-seed = Seed of the draws for the intervals (default: 1)
arg-erosion-out = The folder to write; the last good one stays until the new one is whole
arg-wind-weather = The weather, hour by hour (or day by day)
arg-wind-fields = The fields, a row for each field and period
arg-wind-height = Height of the wind instrument above ground, m (default: 10); the wind is brought down to 2 m
arg-wind-threshold = Wind at 2 m below which nothing moves, m/s (default: 5)
arg-wind-elevation = Elevation above the sea, m, for the density of the air; the index needs none
arg-wind-latitude = Degrees north; needed where etp_mm was not measured: evapotranspiration is then derived from temperature (Hargreaves, else Thornthwaite)
arg-wind-reanalysis = The wind comes from a reanalysis such as ERA5-Land; every result is flagged
arg-wind-every = Periods: half-month or month (default: half-month, the 15 days of RWEQ)
arg-wind-index = Write the index ILSWE instead of a loss: a rank without a unit, from monthly means
arg-wind-seed = Seed of the draws for the intervals (default: 1)
arg-wind-out = The folder to write; the last good one stays until the new one is whole
arg-terrain-dem = The DEM: one file, or several that lie side by side or overlap with equal heights
arg-terrain-crs = The CRS to project to, in metres (default: that of the DEM, or the UTM zone of its middle if it is in degrees)
arg-terrain-sinks = Polygons of lakes and basins without an outlet; they keep their heights and take up what flows in
arg-terrain-routing = Where water goes: mfd (all lower neighbours), d8 (the steepest one), dinf (between two, along the steepest direction); default: mfd
arg-terrain-streams = Cells that must drain through a cell for it to be a stream (default: 1000)
arg-terrain-out = The folder to write; the last good one stays until the new one is whole
arg-texts-review = Each text with its key and language
cli-error = Error
cli-warning = Warning
cli-row = row { $row }
cli-feature = feature { $feature }
cli-column = column { $column }
cli-found = Found:
cli-found-nothing = nothing
cli-expected = Expected:
cli-hint = To mend it:
cli-problems = { $errors ->
    [one] { $errors } problem. Nothing was written.
   *[other] { $errors } problems. Nothing was written.
}
cli-interrupted = Interrupted. Nothing was written; the last good output is untouched.
cli-check-good = The project is sound: aimaks { $aimaks }, plots { $plots } with { $visits } visits, raster layers { $rasters }, warnings { $remarks }.
cli-run-kept-back = Kept back of { $source }: { $rows } – { $reason }
cli-run-left-out = Left out of { $source }: { $rows } of { $of } rows ({ $which }) – { $reason }
cli-run-done = Release written to { $dir }: { $findings } figures, { $withheld } withheld with a reason. Publish it with: aimak atlas { $dir } --out site
cli-atlas-done = Atlas published to { $dir }: { $pages } pages, { $files } files, { $megabytes } MB. Open { $dir }/index.html, or run: aimak serve { $dir }
cli-demo-done = Demo region written. Next: aimak run { $file } --out release
cli-serve-at = The atlas is at { $address } — Ctrl-C ends it.
cli-serve-no-site = { $dir } has no index.html. Publish a site first: aimak atlas RELEASE --out { $dir }
cli-serve-failed = Cannot serve on port { $port }: { $cause }. Try another one: --port 0
cli-no-indicator = There is no indicator { $id }. Known: { $known }
cli-withheld = Not shown
cli-explain-nothing = The release holds nothing on { $indicator } for { $aimak }.
    Aimaks: { $aimaks }
    Indicators: { $indicators }
cli-explain-program = Program
cli-explain-design = Design
cli-explain-confidence = Confidence
cli-explain-input = input { $path } (rows or bands used: { $used }), sha256 { $sha256 }
stage-write = Writing the release
stage-pixels = Reading pixels of { $layer }
cli-zonal-projected = The polygons ({ $from }) were projected to the raster ({ $to }); long edges were divided before.
cli-zonal-done = Written to { $out }: { $polygons } polygons, { $columns } columns.
cli-trend-yearly = { $images } images of { $years } years: the images of a year are averaged to one value.
cli-trend-done = Written to { $out }: { $cells } of { $all } cells have a trend.
cli-trend-share = { $rising } % of them rise and { $falling } % fall at a false discovery rate of { $level }.
cli-composite-found = { $images ->
    [one] { $images } image
   *[other] { $images } images
} from { $first } to { $last }; sensors: { $sensors }
cli-composite-grid = Grid: { $width } × { $height } cells of { $cell } ({ $crs }). Bands with larger cells are not interpolated: each cell takes the number under its centre.
cli-composite-harmonised = The sensors are made comparable: every band as Landsat 8 would have seen it. To see how much that does, run it again with --harmonise none.
cli-composite-not-harmonised = Several families of sensors stand side by side as they are; between them NDVI can differ by a few hundredths for no reason on the ground.
cli-composite-done = Written to { $out }: { $layers ->
    [one] { $layers } layer
   *[other] { $layers } layers
} of { $index }; { $share } % of the cells have a value.
cli-productivity-done = Written to { $out }: { $years ->
    [one] { $years } year
   *[other] { $years } years
}; { $cells } of { $all } cells and years have a value.
cli-productivity-refused = { $cells } have none: { $reason } ({ $code })
cli-written-with-gaps = It was written, with gaps: { $n ->
    [one] { $n } part
   *[other] { $n } parts
} of the files could not be read and count as not seen.
stage-dem-read = Reading heights
stage-dem-project = Projecting heights to metres
stage-terrain-fill = Filling hollows
stage-terrain-plateaus = Draining plateaus
stage-terrain-flow = Routing water
stage-erosion = Following water and sediment
stage-maps = Writing maps
cli-dem-mosaic = { $files } files make one DEM; { $shared } cells stand in several of them, with equal heights.
cli-dem-projected = The DEM was projected from { $from } (cells of { $width } × { $height } m on the ground) to { $to }, square cells of { $cell } m, bilinear.
cli-dem-grid = { $width } × { $height } cells of { $dx } × { $dy } m.
cli-terrain-done = Written to { $out }: { $cells } cells with a height, { $basins } basins.
cli-terrain-hollows = { $raised } cells ({ $percent } %) were raised to let hollows run over, by up to { $deepest } m. A hollow far deeper than the errors of the DEM may be real: name it with --sinks.
cli-terrain-streams = { $streams } cells are streams: at least { $threshold } cells drain through them. No threshold fits all landscapes; compare with mapped rivers. The largest contributing area is { $largest } km².
cli-terrain-edge = Water from beyond the edge of the DEM is not counted: catchments that reach beyond it are too small.
stage-maps-packing = Packing maps
cli-erosion-bilinear = { $factor } was brought from { $file } onto the cells of the DEM, bilinear.
cli-erosion-nearest = { $factor } was brought from { $file } onto the cells of the DEM: the class under the centre of each.
cli-erosion-rain = The station's rain without snow is { $rain } mm a year in { $years } whole years, which gives R { $erosivity } MJ mm/(ha h yr).
cli-erosion-done = Written to { $out }: mean soil loss on slopes up to 50 % is { $mean } t/ha per year on { $counted } ha; { $export } t a year reach a stream.
cli-erosion-left-out = Left out of totals: { $steep } ha steeper than 50 % (in columns of their own), { $masked } ha without soil, { $missing } ha with a missing factor or at the edge.
cli-erosion-edge = { $n ->
    [one] { $n } area reaches
   *[other] { $n } areas reach
} the edge of the DEM: water and sediment from beyond it are not counted there.
cli-erosion-invest = Computed as InVEST SDR 3.20 does: its maps must not be compared with those of the other method, whose LS alone can differ by a factor of four.
cli-erosion-caveat = Estimated by RUSLE, not measured: the long-term mean of sheet and rill erosion. Gullies, mudflows, landslides, banks, snow-melt, irrigation and tillage are not in it. The intervals hold the uncertainty of the factors only.
stage-diversity = Counting kinds
stage-diversity-curve = Drawing curves by effort
cli-diversity-joined = Rows that name a species a second time in the same place: { $n }. They were joined.
cli-diversity-done = Written to { $out }: { $rows } rows.
cli-diversity-coverage = Compared at a coverage of { $percent } %.
cli-diversity-note = Chao's estimates are lower bounds of richness. Numbers of different effort must not be compared as they are; compare them at equal coverage (--coverage common).
cli-diversity-cover-note = Hill numbers of order 1 and 2 from cover are as good as the classes are wide; richness from cover depends on the area searched.
cli-soil-done = Written to { $out }: { $profiles } profiles, { $stocks } of them with a stock of organic carbon to { $depth } cm.
cli-soil-note = A stock needs measured bulk density; a concentration says nothing about a stock. Two dates are compared on equal soil mass and by one method of carbon only (aimak run).
cli-survey-done = Written to { $out }: { $items } questions, { $rows } rows of answers.
cli-survey-alpha = Cronbach's alpha of the questions together is { $alpha } (95 % from { $low } to { $high }, { $persons } complete rows).
cli-survey-panel = The same people are compared: share in the two highest codes (Newcombe, p by mid-p McNemar) and the share that rose less the share that fell. Who was lost in between is not in it.
cli-survey-waves = Two samples of different people are compared: share in the two highest codes (Newcombe) and Cliff's delta (Mann–Whitney). Limits hold for people drawn one by one; whole villages are less sure.
cli-survey-clusters = Limits know the villages: the design effect says how many times the variance is that of people drawn one by one.
cli-survey-private = Small counts are shown: the tables are for those who hold the answers, not for publication (--publishable).
stage-digests = Checksums of the source files
cli-degradation-done = Written to { $out } by the rules { $variant }. Other rules give other shares: name them with every figure.
cli-degradation-share = { $degraded } % of the cells with a class are degraded, { $improved } % are improved; { $cells } of { $all } cells have a class.
cli-degradation-no-units = Without land cover or soil units nobody knows what land of a kind can yield: performance is missing, and with it productivity.
cli-degradation-no-indicator = The indicator needs productivity, land cover and soil carbon; with --any-available the known ones decide.
cli-landscape-done = Written to { $out }: { $polygons } polygons, { $rows } rows.
cli-landscape-note = Patterns depend on cell size, legend and classifier: compare only maps of one product, and no change without its classification error.
cli-rao-done = Written to { $out }: { $cells } cells have a value.
stage-wind = Computing the fields
cli-wind-done = Written to { $out }: { $rows } rows of fields.
cli-wind-all = All fields
cli-wind-loss-year = { $label }: loss by wind { $middle } t/ha in a year in the middle of { $n } fields, from { $low } to { $high }.
cli-wind-loss-sum = { $label }: loss by wind { $middle } t/ha over the whole record in the middle of { $n } fields, from { $low } to { $high }. The record does not hold every period of a year, so there is no loss of a year.
cli-wind-index = { $label }: ILSWE (geometric mean, 0 to 1) { $middle } in the middle of { $n } fields, from { $low } to { $high }.
cli-wind-remark = { $words } (rows: { $n })
cli-wind-withheld-field = Rows of fields without a value: { $n } — { $reason } ({ $lacking })
cli-wind-withheld-period = Periods of weather without a value: { $n } — { $reason } ({ $lacking })
cli-wind-note = Estimated by RWEQ, not measured: for cultivated fields, not for mountain slopes. Never add it to erosion by water; the interval holds the uncertainty of the factors only.
cli-wind-index-note = ILSWE is a rank without a unit. It is no loss and is not compared with one, nor added to erosion by water.

## Placeholders and mistakes of the command line
value-options = options
value-command = command
value-file = file
value-dir = folder
value-site = site
value-release = release
value-aimak = aimak
value-indicator = indicator
value-id = indicator
value-port = port
value-seed = number
value-n = number
value-raster = raster
value-name = name
value-field = field
value-list = list
value-test = test
value-level = level
value-legend = legend
value-matrix = matrix
value-climate = climate
value-years = years
value-variant = rules
value-metres = metres
value-side = side
value-step = step
value-out = table
value-index = index
value-span = span
value-days = days
value-way = way
value-belts = belts
value-ndvi = NDVI
value-speed = speed
value-degrees = degrees
value-factor = number or raster
value-rain = number, raster or table
value-table = table
value-equation = equation
value-method = method
value-routing = routing
value-cells = cells
value-share = share
value-number = number
value-crs = CRS
value-column = column
value-scale = scale
value-measure = measure
value-cm = cm
value-soil = number, raster or soil
value-practice = number, raster or practice
cli-usage-no-such-command = There is no command { $word }.
cli-usage-command-missing = A command is missing.
cli-usage-no-such-argument = There is no option or argument { $word } here.
cli-usage-argument-missing = Missing: { $args }
cli-usage-value-missing = { $arg } needs a value.
cli-usage-wrong-value = { $value } is no right value for { $arg }.
cli-usage-twice = { $arg } may be given only once.
cli-usage-together = { $arg } and { $other } cannot be given together.
cli-usage-other = The command line is not right.
cli-usage-help = More: aimak --help

arg-atlas-usb = Write a copy for a stick into a new folder below SITE, named by project and date; it opens by double-click
arg-atlas-single-file = Write the aimak CODE (or "all") as one HTML file for each language, with its charts and methods; --lang chooses one language
cli-atlas-stick-done = Ready for a stick: { $dir } ({ $pages } pages, { $files } files, { $megabytes } MB). Copy the whole folder; its READ ME.txt says how to open it.
cli-atlas-single-done = { $file }: { $megabytes } MB
