# Words of the pages. Terms follow GLOSSARY.md.

## Units, by key
unit-tonne-carbon-per-hectare = tonnes of carbon per hectare
unit-gram-per-kilogram = grams per kilogram of fine earth
unit-ph = pH units
unit-species = number of species
unit-effective-species = effective number of species
unit-effective-crops = effective number of crops
unit-varieties = number of varieties
unit-ndvi = vegetation index (NDVI), from −1 to 1
unit-ndvi-per-year = change of the vegetation index (NDVI) in a year
unit-tonne-per-hectare-year = tonnes of soil per hectare and year
unit-percent = per cent
symbol-tonne-carbon-per-hectare = t C/ha
symbol-gram-per-kilogram = g/kg
symbol-ph = pH
symbol-species = species
symbol-effective-species = effective species
symbol-effective-crops = effective crops
symbol-varieties = varieties
symbol-ndvi = NDVI
symbol-ndvi-per-year = NDVI a year
symbol-tonne-per-hectare-year = t/ha per year
symbol-percent = %
symbol-percent-points = percentage points
counted-species = species
counted-effective-species = effective species
counted-effective-crops = effective crops
counted-varieties = varieties

## What an interval stands for
interval-sampling = other sample plots could have been drawn
interval-among-aimaks = other aimaks could have been chosen
interval-year-to-year = other years could have been seen
interval-parameter = the factors of the formula are uncertain
interval-model = the model itself is uncertain
no-interval-census = no interval: all usable pixels are counted, nothing was sampled
no-interval-too-few-units = no interval: fewer than two plots or aimaks
no-interval-too-few-years = no interval: fewer than three years with a value in a period
sample-plots = sample plots
sample-paired-plots = sample plots visited before and after
sample-farms = farms
sample-paired-farms = farms visited before and after
sample-persons = people asked
sample-paired-persons = people asked before and after
sample-years = years
sample-cells = raster cells
sample-aimaks = aimaks
sample-fields = fields whose management is documented

## Evidence
design-state = a state seen at one time
design-before-after = before and after, nothing to compare with
design-trend = the course of one area over many years, nothing to compare with
design-within-aimak = before and after, organic land against non-organic land of the same aimak
design-one-against-many = one organic area against comparison areas
design-many-against-many = organic aimaks against comparison aimaks
confidence-very-low = very low
confidence-low = low
confidence-moderate = medium
confidence-high = high

## Land, theme, direction
land-whole-aimak = Whole aimak
land-organic = Organic land
land-untreated = Non-organic land
on-land-whole-aimak = in the whole aimak
on-land-organic = on organic land
on-land-untreated = on non-organic land
theme-soil = Soil
theme-erosion = Erosion
theme-biodiversity = Biodiversity
theme-farming = Farming
theme-people = People
theme-vegetation = Vegetation
theme-land = Land
theme-terrain = Terrain
better-higher = More is better.
better-lower = Less is better.
better-neutral = Neither more nor less is better in itself; it depends on the place.

## Which number it is
quantity-timeless = Value, independent of time
quantity-state = Value, { $period }
quantity-at = Value, { $date }
quantity-trend = Trend, { $years }
quantity-over-years = Assessment, { $years }
years-from-to = { $first }–{ $last }
quantity-change = Change: { $before } → { $after }
quantity-difference = Change compared with the comparison land: { $before } → { $after }
short-change = Change
short-difference = Against the comparison land
short-trend = Trend
short-latest = Latest value

## Sentences a finding may carry
claim-observed = { $indicator }: { $value } ({ $period }, { $land }). This says what was seen, where and when; it says nothing about change.
claim-observed-timeless = { $indicator }: { $value }, { $land }. This describes the place and is not compared over time.
claim-changed-without-comparison = { $indicator } changed by { $value } ({ $level } % interval: { $interval }), { $before } → { $after }, { $land }. No other land was compared here; weather or other causes may explain part or all of it.
claim-differed-from-comparison = Compared with land that did not change its farming, the change of { $indicator } differed by { $value } ({ $level } % interval: { $interval }; a minus means less), { $land }. This is consistent with an effect of the transition; confidence: { $confidence }.
claim-seen-with-very-low-confidence = { $indicator }: a change of { $value } was seen ({ $level } % interval: { $interval }), { $before } → { $after }, { $land }. Confidence is very low: nothing can be said about its causes.
claim-difference-seen-with-very-low-confidence = { $indicator }: compared with land that did not change its farming, a difference in change of { $value } was seen ({ $level } % interval: { $interval }; a minus means less), { $before } → { $after }, { $land }. Confidence is very low: nothing can be said about its causes.
claim-no-change-larger-than-bound = No change larger than { $bound } was found: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $land }.
claim-cannot-tell = The data cannot show whether this changed: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $land }. A change smaller than { $detectable } could easily be missed.
claim-cannot-tell-unknown = The data cannot show whether this changed: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $land }.
claim-trend-without-comparison = { $indicator }: { $value } ({ $level } % interval: { $interval }), { $period }, { $land }. No other land was compared here; weather or other causes may explain part or all of it.
claim-trend-seen-with-very-low-confidence = { $indicator }: a trend of { $value } was seen ({ $level } % interval: { $interval }), { $period }, { $land }. Confidence is very low: nothing can be said about its causes.
claim-trend-cannot-tell = The data cannot show whether there is a trend: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $period }, { $land }.
claim-difference-cannot-tell = The data cannot show whether the change differs from that of comparison land: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $land }. A difference smaller than { $detectable } could easily be missed.
claim-difference-cannot-tell-unknown = The data cannot show whether the change differs from that of comparison land: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $land }.
claim-no-interval-no-sentence = { $indicator }: { $value }, { $land }. Without an interval nothing can be said about how sure this is.

## Why there is no number
reason-no-data = no data of this kind
reason-too-few-plots = too few sample plots for an interval
reason-too-few-years = too few years in the period
reason-series-too-short = too few years with usable values for a trend
reason-too-few-clusters = too few aimaks on one side of the comparison
reason-period-undefined = the period cannot be placed: it counts from a date this area does not have
reason-always-organic = organic before the first observation: there is no “before”
reason-before-period-after-transition = the period taken as “before” lies after the transition; it would have to be set relative to the transition
reason-treated-area-unknown = which land is organic is not known, and the whole aimak is not the treated land
reason-no-comparison = no comparison area has such data
reason-gap-at-depth = the soil samples leave a gap in depth or do not start at the surface
reason-esm-needs-deeper-sample = sampling ended above the soil mass that has to be compared
reason-bulk-density-missing = bulk density was not measured
reason-method-mismatch = before and after were measured by different methods
reason-effort-missing = too little sampling effort to compare numbers of species
reason-valid-area-below70 = less than 70 % of the area has usable pixels
reason-too-few-pixels = too few pixels
reason-outside-raster = the area lies outside the raster
reason-out-of-range = a value is outside its physical range
reason-raster-unreadable = the raster could not be read there
reason-subindicator-missing = a part of the indicator (productivity, land cover or soil carbon) is unknown
reason-gap-too-long = too long a time of the season passed without a usable image
reason-season-not-covered = the beginning or the end of the season was not seen
reason-factor-missing = a factor of the equation was not measured
reason-too-few-observations = too few observations in the period
reason-texture-sum = sand, silt and clay do not sum to 100 %
reason-method-unknown = the method of the laboratory is not known
reason-carbonate-missing = total carbon of soil that may hold carbonates, and carbonates were not measured
reason-bd-ptf = bulk density is missing on at least one of the two dates, so change on equal soil mass cannot be judged
reason-activity-data-missing = what the farms did is not documented
reason-suppressed = so few people stand behind the number that it could point at one of them
lacking-column = { $column } is missing

## Frame of every page
site-language = English
nav-label = Pages
nav-home = Overview
nav-indicators = Indicators
nav-methods = Methods
nav-data = Data
nav-skip = To the content
languages-label = Languages
choose-language = Choose a language
simulated-title = Simulated data
simulated-banner = Simulated data. This region is invented: nothing here says anything about a real place.
simulated-footer = All data on this page are simulated.
footer-edition = Edition { $edition }, { $date }
footer-program = Made by { $program }
footer-permanent = Permanent address of this edition
footer-newest = Newest edition
footer-frozen = This is the frozen copy of edition { $edition }; its numbers never change.
footer-review = Kyrgyz and Russian texts await review by a native editor.
editions-title = Editions

## Home
home-lead = { $organic ->
    [one] { $organic } organic aimak
   *[other] { $organic } organic aimaks
} and { $comparison ->
    [one] { $comparison } comparison area
   *[other] { $comparison } comparison areas
}: what changed, where, and how sure is it?
home-lead-plain = { $areas ->
    [one] { $areas } area
   *[other] { $areas } areas
}: what was measured, where, and how sure is it?
home-changed = What changed
home-changed-hint = All organic aimaks together, and each one by itself.
home-headline-difference = All organic aimaks together, compared with the comparison areas:
home-headline-change = All organic aimaks together, without a comparison:
home-tally-changes = Each organic aimak by itself, without a comparison:
home-areas = Find your aimak
home-areas-organic = Organic aimaks
home-areas-comparison = Comparison areas
home-areas-all = Areas
home-no-pooled = No figure for all organic aimaks together.
find-label = Search by name or code
find-none = Nothing found
find-some = Found: { $n }
tally-rose = rise
tally-fell = fall
tally-seen = seen, confidence very low
tally-uncertain = cannot be told from no change
tally-no-interval = without interval
tally-withheld = not shown
tally-of-areas = Areas:
tally-measured = with a number
tally-item = { $what }: { $n }
mark-organic = organic since { $year }
mark-comparison = comparison area

## Map
map-desc = Map of the areas. The table after the map lists the same values. Projection: Lambert azimuthal equal-area.
map-title = { $indicator }{ "\u00A0" }– { $quantity }
map-land-mixed = Organic aimaks: their organic land where it has a figure. Comparison areas: the whole aimak.
map-land-one = { $land } is shown.
map-open = Open the interactive map (about { $mb } MB)
map-close = Back to the plain map
map-failed = The interactive map could not start here; the plain map stays.
map-table = The same as a table
map-selected = Strong colour: this area; pale: the others.
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-reset = Show everything
map-open-page = Open the page
map-gesture-ctrl = Hold Ctrl and turn the wheel to zoom
map-gesture-command = Hold ⌘ and turn the wheel to zoom
map-gesture-touch = Use two fingers to move the map
legend-title = Legend
legend-colour = Colour
legend-meaning = Meaning
legend-areas = Areas
legend-uncertain = cannot be told from no change (the interval holds zero), or seen with very low confidence
legend-withheld = not shown; the reason is on the page of the area
legend-none = no such figure
legend-organic = strong outline: organic aimak
legend-range = { $lo } to { $hi }
legend-below = below { $hi }
legend-above = { $lo } and more
legend-source = Colours: { $scheme }

## Aimak page
aimak-profile = Profile
aimak-code = Code
aimak-names = Names
aimak-aliases = Also written
aimak-organic-since = Organic since
aimak-comparison = Comparison area
aimak-status = Status
aimak-area = Area
aimak-organic-land = Organic land
aimak-valid-from = Exists since
aimak-valid-to = Dissolved
aimak-predecessors = Formed from
aimak-unit-note = The monitored unit is frozen; later mergers and renamings change only its label.
profile-farmers = Farmers
profile-people = Population
profile-women-led = Led by a woman
profile-hectares = Land, ha (declared)
profile-eco-schools = Schools with eco-classes
profile-suppressed = fewer than { $n }, not shown
answer-yes = yes
answer-no = no
hectares = { $value } ha
share-known = { $share } % of the aimak is organic land
share-of-aimak = { $share } % of the aimak
share-unknown = Share of organic land: not known
share-none = No organic land: comparison area
aimak-at-a-glance = At a glance
aimak-indicators = Indicators
aimak-map = Where it lies
aimak-unknown = What is not known, and why
aimak-unknown-none = Every figure asked for could be given; how sure it is stands beside each.
aimak-themes = Themes
aimak-overview = This aimak
aimak-sources = Sources
aimak-all-figures = More figures of this indicator
aimak-compare-pooled = All organic aimaks together
no-figure = No figure
caveats = Read with care

## Charts
chart-before-after = Before and after
chart-before-after-desc = Dots are values, lines their intervals. The table after the chart lists the same values.
chart-change = Change
chart-change-desc = Dot: change; line: its interval; vertical line: no change.
chart-series = Year by year
chart-series-desc = One dot for each year. The table after the chart lists the same values.
chart-series-dates = Image by image
chart-series-dates-desc = One dot for each image. The table after the chart lists the same values.
chart-series-weather = Greenness follows rain, snow and heat: a dry year pulls it down everywhere. One good or bad year is weather, not a trend.
chart-series-organic = organic since { $year }
chart-ranking = All areas side by side
chart-ranking-desc = Sorted by value. Where the lines overlap, the order may be chance.
chart-ranking-note = Sorted by value. Where the lines overlap, the order says little: read the lines, not the places.
chart-table = The same as a table
zero-line = no change

## Tables
col-area = Area
col-land = Land
col-figure = Figure
col-value = Value
col-interval = Interval
col-lo = From
col-hi = To
col-n = n
col-verdict = What can be said
col-reason = Why
col-indicator = Indicator
col-date = Date
col-status = Status
col-file = File
col-size = Size
col-sha256 = SHA-256
col-licence = Licence
col-citation = Citation
col-format = What it is
interval-words = { $level } % interval: { $lo } to { $hi }
interval-short = { $lo } to { $hi }
verdict-rose = Rose
verdict-fell = Fell
verdict-seen = Seen, confidence very low
verdict-unchanged = No change
verdict-more = Rose more (or fell less) than the comparison
verdict-less = Rose less (or fell more) than the comparison
verdict-uncertain = Cannot be told from no change
verdict-no-interval = Number without interval
verdict-withheld = Not shown
verdict-value = A state, not a change
verdict-timeless = Describes the place

## About this number
about-number = About this number
about-figure = Figure
about-unrounded = Unrounded
about-interval = Interval
about-interval-meaning = What the interval covers
about-n = Number of observations
about-land = Land
about-share = Share of organic land
about-share-unknown = not known
about-method = Method
about-version = version { $version }
about-parameters = Parameters
about-inputs = Input files
about-input = { $path } (rows or bands used: { $used })
about-design = Design
about-confidence = Confidence
about-confidence-steps = Steps up or down
about-detectable = Smallest detectable change
about-detectable-meaning = what this design would show in 80 of 100 cases
about-notes = Caveats
about-flags = Remarks
about-program = Program
about-code-link = How the method works

## Indicator page
indicator-question = Question
indicator-card = How it is measured
indicator-downloads = Download
indicator-pooled = All organic aimaks together
indicator-where = Where
indicator-no-map = No area has a figure that could be mapped.
indicators-title = Indicators
card-unit = Unit
card-formula = Formula
card-method = Method
method-soc-fd = carbon stock down to a fixed depth
method-soc-esm = carbon stock in equal soil mass
method-ph-topsoil = mean pH of the topsoil, weighted by thickness
method-richness-at-coverage = number of species at equal completeness
method-hill-1 = Hill number of order 1
method-ndvi-season-mean = mean over pixels, dates of the season and years
method-mk-sen = slope after Theil and Sen, test after Mann and Kendall
method-sdg-15-3-1 = SDG 15.3.1, one part degraded makes the land degraded
method-sdg-15-3-1-productivity = productivity part of SDG 15.3.1
method-slope-horn = slope from eight neighbouring cells (Horn’s method)
method-rusle = revised universal soil loss equation, its factors from maps and rain
method-rusle-split = parts of a change of soil loss, mean of both orders (Shapley)
method-crop-hill-1 = Hill number of order 1 of the areas of crops
method-varieties-per-farm = number of varieties, mean of farms
method-top-two-share = share of the two highest answers, with Wilson’s interval
card-range = Possible values
card-explanation = How the figure is made
card-references = References
card-better = Which way is better
card-interval = What the interval means
card-over-years = All years are taken together into one figure; there is no before and after of it.
card-profile-only = A figure of the profile: it describes the place and is not compared over time.

## Methods page
methods-lead = How every number on these pages came about. Each card belongs to one indicator.
methods-intervals = What an interval covers
methods-intervals-lead = Every number says which kind of uncertainty its interval covers. The kinds are never mixed.
methods-designs = Designs, and what may be said
methods-designs-lead = The design decides how strong a sentence may be. A change without comparison is never called an effect.
methods-designs-codes = A letter with a digit tells the strength of a design: weakest is E0 (an expert’s word or a single photo), strongest E7 (the transition was given out by lot). The higher the digit, the surer a conclusion can be. The designs the program knows:
methods-reasons = Why a number is not shown
methods-reasons-lead = Too little or unfit data is an answer too. These are all reasons the program knows.
methods-codes-hint = The code after the words is how the files write it.
methods-periods = Periods
methods-period-relative = from year { $from } to year { $to }, counted from each area’s own transition
methods-period-absolute = from { $from }, before { $to }
methods-colours = Colours
methods-colours-text = Change: ColorBrewer BrBG, seven classes, symmetric about zero. Values: Crameri batlow, up to six classes; soil loss cell by cell: ColorBrewer YlOrBr with agreed limits. Hatching means: cannot be told from no change, or seen with very low confidence.

## Data page
data-lead = Every number with its n, its method, and its interval or why it has none, free to check.
data-files = Files of this edition
data-headline = The outlines with the headline figure of every indicator
data-sources = Input files
licence-not-stated = licence not stated
citation-not-stated = citation not stated
data-exclusions = Rows that were left out
data-exclusions-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
data-verify = The checksum (SHA-256) shows whether a file arrived unchanged.
kind-outlines = Outlines (GeoJSON, WGS 84)
kind-exclusions-csv = Rows that were left out (CSV)
data-exclusions-of = of { $of }
kind-findings-csv = All figures, one per row (CSV)
kind-findings-parquet = All figures, one per row (Parquet)
kind-release = Everything, as the program wrote it (JSON)
kind-headline = Outlines with headline figures (GeoJSON)
kind-log = Log of the analysis
kind-other = File of the release
bytes = { $n } bytes
kilobytes = { $n } kB
megabytes = { $n } MB

## Errors and stages
stage-atlas = Making pages
stage-atlas-files = Checking the release
atlas-error-read = { $path } cannot be read: { $cause }
atlas-error-write = { $path } cannot be written: { $cause }
atlas-error-parse = { $path } is damaged: { $cause }
atlas-error-schema = This release follows the contract { $found }; this program reads { $expected }. Run the analysis again with this version.
atlas-error-digest = { $path } is not the file the release was made with: its SHA-256 is { $found }, expected { $expected }. Run the analysis again.
atlas-error-path = The release names a file outside its folder: { $path }
atlas-error-not-a-site = { $path } exists, is not empty and is no atlas. Choose an empty or new folder, so that nothing of yours is replaced.
atlas-error-cancelled = Interrupted. The last good site is untouched.

## Maps by cell
cells-title = { $indicator }, cell by cell: { $quantity }
cells-desc = The colours of the cells are explained in the legend; the figures of each area stand in the table.
cells-download = The raster for a GIS (GeoTIFF)
indicator-cells = Cell by cell
cell-class-none = no value
cell-class-degraded = degraded
cell-class-stable = stable
cell-class-improved = improved
cell-class-declining = declining
cell-class-early-decline = early decline
cell-class-stable-but-stressed = stable but stressed
cell-class-improving = improving
cell-class-water = water, not counted
kind-map-raster = Map by cell for a GIS (cloud-optimised GeoTIFF)
kind-map-picture = Picture of a map by cell (PNG, numbers are codes)

# what people said
questions-heading = What people said
questions-lead = Shares of the people who were asked and had an opinion. Answers are told in the finest classes each of which has no fewer people than the project's limit, or none. A change stands out only where its 95 % interval leaves out zero and the test of all answers agrees (p of 0.05 at most: did more people move up or down than chance would move?).
questions-words-not-deeds = This is what people say. It is no proof of what they do, nor of why opinions changed.
questions-change = Change
question-quoted = “{ $text }”
question-control = A control question: it has nothing to do with the programme.
question-reversed = Worded the other way round: those who disagree speak for the programme, so the scale is turned.
question-support = The main statement: its share is the indicator of support.
question-share-for = { $share } % agree (95 % interval { $lo }–{ $hi } %; n = { $n })
question-share-against = { $share } % disagree (95 % interval { $lo }–{ $hi } %; n = { $n })
question-share-alone = The share changed and the test of all answers does not confirm it: { $before } % before, { $after } % after; difference { $change } percentage points (95 % interval { $lo } to { $hi }).
question-rose = The share rose from { $before } % to { $after } %: by { $change } percentage points (95 % interval { $lo } to { $hi }).
question-fell = The share fell from { $before } % to { $after } %: by { $change } percentage points (95 % interval { $lo } to { $hi }).
question-no-change = No change stands out: { $before } % before, { $after } % after; difference { $change } percentage points (95 % interval { $lo } to { $hi }).
question-same-people = The same { $n } people were asked twice.
question-other-people = Different people were asked: { $before } before, { $after } after.
question-woman = women { $share } % ({ $lo }–{ $hi } %; n = { $n })
question-man = men { $share } % ({ $lo }–{ $hi } %; n = { $n })
question-sexes-of-all = By sex only for all aimaks together, because here it would point at few people:
question-p-below = Test of all answers: p below { $p } after allowing for all questions asked (Holm).
question-p = Test of all answers: p = { $p } after allowing for all questions asked (Holm).
question-controls-moved = By the test of all answers, a question that has nothing to do with the programme moved as well: people may have become more polite, or the times have changed.
answer-against = disagree
answer-neither = neither
answer-for = agree
answer-not-for = do not agree
answer-1-of-5 = fully disagree
answer-2-of-5 = rather disagree
answer-3-of-5 = neither
answer-4-of-5 = rather agree
answer-5-of-5 = fully agree
answer-reversed-against = agree
answer-reversed-neither = neither
answer-reversed-for = disagree
answer-reversed-not-for = do not disagree
answer-reversed-1-of-5 = fully agree
answer-reversed-2-of-5 = rather agree
answer-reversed-3-of-5 = neither
answer-reversed-4-of-5 = rather disagree
answer-reversed-5-of-5 = fully disagree

# the programme in figures
programme-heading = The programme in figures
programme-lead = As reported, year by year. These figures are counted or reported, have no sampling interval, and are as good as their source. A year without a figure is missing, not zero.
programme-what = What
programme-sources = Sources: { $sources }
produce-wheat = wheat
produce-barley = barley
produce-maize = maize
produce-rice = rice
produce-bean = beans
produce-potato = potatoes
produce-onion = onions
produce-carrot = carrots
produce-tomato = tomatoes
produce-garlic = garlic
produce-sugar-beet = sugar beet
produce-sunflower = sunflower
produce-safflower = safflower
produce-cotton = cotton
produce-alfalfa = alfalfa
produce-sainfoin = sainfoin
produce-apple = apples
produce-apricot = apricots
produce-walnut = walnuts
produce-honey = honey
produce-milk = milk
produce-meat = meat
produce-wool = wool
produce-sheep = sheep
produce-goat = goats
produce-cattle = cattle
produce-horse = horses
produce-yak = yaks
produce-poultry = poultry
produce-bee = bee colonies
topic-fertiliser-applied = Mineral fertiliser applied
topic-pesticide-applied = Pesticides applied
topic-harvest = Harvest
topic-harvested-area = Area harvested
topic-organic-sales = Organic produce sold
topic-organic-revenue = Revenue from organic produce
topic-certified-land = Certified land
topic-livestock = Livestock
topic-pasture = Pasture
topic-medicinal-plants = Medicinal plants known
topic-crop-wild-relatives = Wild relatives of crops
topic-irrigation-water = Irrigation water
topic-water-places = Springs and canals observed
topic-waste-places = Dumps observed
topic-trainings = Trainings
topic-eco-classes = Eco-class lessons
topic-fairs = Fairs
amount-kg-product = kg of product
amount-kg-active = kg of active substance
amount-t = t
amount-ha = ha
amount-head = head
amount-livestock-unit = livestock units
amount-m3 = m³
amount-event = events
amount-attendance = attendances
amount-place = places
amount-kind = kinds
amount-som = som at prices of { $year }
