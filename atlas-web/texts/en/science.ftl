# What the science says beside its numbers: progress, details of a refusal, remarks, notes, steps of confidence.
stage-indicators = Computing indicators

## Details of a refusal; they follow the reason
detail-plots = { $n ->
    [one] { $n } plot or farm
   *[other] { $n } plots or farms
    } of the { $needed } needed
detail-individuals = { $n } individuals counted, { $needed } needed
detail-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
    } with a value, { $needed } needed
detail-layers = { $n ->
    [one] { $n } layer
   *[other] { $n } layers
    } sampled, { $needed } needed
detail-plots-refused = { $n ->
    [one] { $n } plot was visited
   *[other] { $n } plots were visited
    }, none of them could be used
detail-crop-area = the area of some crops was not noted
detail-few-asked-once = a few people were asked on one date only, and the comparison would tell what they said; leave them out of the table or ask more
detail-needs-revisited-plots = change on equal soil mass needs plots that were visited before and after
detail-depth-reached = complete samples end at { $reached } cm, { $needed } cm are needed
detail-mass-reached = sampled down to { $reached } t/ha of mineral soil, { $needed } t/ha are needed
detail-out-of-range = { $field } is { $found }, possible are { $lowest } to { $highest }
detail-coverage = the sample covers about { $percent } % of the community, 50 % are needed
detail-beyond-twice = completeness of { $percent } % lies beyond twice the sample; the number of species can be estimated up to { $reached } %
detail-cover-code = the table of this cover scale has no code { $code }
detail-scales-differ = species were recorded on different scales (counts, cover, presence)
detail-presence-has-no-shares = presence alone gives no shares of species
detail-valid-share = usable here: { $percent } %
detail-less-than-a-cell = the land covers { $percent } % of one cell of the raster: a finer raster is needed
detail-sub-indicators = { $n } of the { $needed } parts are known
detail-other-crs = the layer { $layer } is in { $found }, the images are in { $expected }: bring both into one projection
detail-dem-crs = the layer { $layer } is in { $found }, the elevations are in { $expected }: bring both into one projection
detail-dem-cell = the cells of the elevations are { $found } m wide; the length of a slope needs square cells of { $largest } m or less
detail-years-of-rain = { $n ->
    [one] { $n } whole year
   *[other] { $n } whole years
    } of rain in the period, { $needed } needed
detail-no-soil-on-gentle-slopes = no soil on slopes up to 50 % was seen
detail-pixels-of-class = { $n } cells with a class (those finer than 30 m count by their area); at least { $needed } are needed
detail-raster-fault = { $cause }
detail-first-observation = organic since { $since }, first observation: { $first }
detail-nothing-before = no record in the period taken as before
detail-nothing-after = no record in the period taken as after
detail-nothing-before-or-after = no record in either of the two periods
detail-organic-aimaks = { $n ->
    [one] { $n } organic aimak
   *[other] { $n } organic aimaks
    } with data, { $needed } needed
detail-comparison-aimaks = { $n ->
    [one] { $n } comparison area
   *[other] { $n } comparison areas
    } with data, { $needed } needed
detail-gap-days = the longest gap between usable images is { $n } days, at most { $longest } are allowed
detail-season-observed = usable images from { $first } to { $last }, the season lasts from { $from } to { $to }

## Reasons of satellite series
detail-classes = { $n ->
    [one] { $n } class
   *[other] { $n } classes
    } of land on the map, { $needed } needed
detail-patches = { $n ->
    [one] { $n } patch
   *[other] { $n } patches
    } of the class, { $needed } needed
detail-edges = no two neighbouring cells to compare
detail-paired-samples = { $n ->
    [one] { $n } sample was measured both ways, { $needed } are needed
   *[other] { $n } samples were measured both ways, { $needed } are needed
    }
detail-texture-sum = the parts known sum to { $sum } %
detail-ph = pH is { $ph }
detail-factor = missing: { $factor }
detail-clusters = { $n ->
    [one] { $n } cluster
   *[other] { $n } clusters
    } of the { $needed } needed

## Why a figure on people is not given
refused-no-answers = nobody answered
refused-few-answers = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
    }, at least { $needed } are needed
refused-few-items = { $n ->
    [one] { $n } item
   *[other] { $n } items
    }, a scale needs at least { $needed }
refused-few-clusters = { $n ->
    [one] { $n } village
   *[other] { $n } villages
    }, at least { $needed } are needed
refused-unreliable = the items do not measure one thing: Cronbach’s alpha is { $alpha }, at least { $needed } is needed
refused-check-reversed = Cronbach’s alpha is negative ({ $alpha }): check whether an item worded the other way was left unreversed
refused-no-spread = all answers are alike
refused-out-of-range = an answer, a weight or a count lies outside its range
refused-items-differ = the two dates used different wordings or answer scales
refused-units-differ = the amounts have different units, currencies or kinds
refused-no-base = there is no base to relate the amount to

## Remarks that stay with a value
flag-coarse-fragments-assumed-zero = Stones were not recorded and are taken as none: on stony ground the stock is too high.
flag-bulk-density-unusual = Some bulk densities are unusual for mineral soil (below 0.7 or above 1.8 g/cm³).
flag-esm-linear = With two layers the soil between them is read off straight lines instead of a curve.
flag-own-reference-mass = Plots without an earlier visit are measured in their own soil mass.
flag-varieties-not-noted = Some crops were noted without their variety; each of them counts as one variety.
flag-likeness-of-neighbours-assumed = Fewer than five villages were drawn: how alike neighbours answer was assumed (intraclass correlation 0.05).
flag-ph-part-of-topsoil = pH was measured in a part of the upper 30 cm only.
flag-reprojected-bilinear = The raster was projected into metres by bilinear interpolation before it was read.
flag-harmonised-collection-1 = Landsat 5 and 7 were matched to Landsat 8 by lines fitted on the older Landsat Collection 1.
flag-harmonised-sentinel-2c = Sentinel-2C was matched to Landsat by the lines of Sentinel-2A, because it has none of its own.
flag-harmonised-broad-nir = The broad near-infrared band of Sentinel-2 was matched to Landsat by the line of the narrow one.
flag-erosion-extrapolated = The input lies outside what the erosion equation was fitted to.
flag-erosion-steep = Slopes above 50 % lie outside the data of the erosion model: they are shown and left out of totals.
flag-rain-of-few-years = { $n ->
    [one] The rain is that of { $n } year
   *[other] The rain is that of { $n } years
    }: fewer than ten are weather rather than climate.
flag-years-left-out = { $n ->
    [one] { $n } year of the period is left out
   *[other] { $n } years of the period are left out
    }, because too little of the land was seen.
flag-erodibility-unusual = Soil erodibility is unusual (below 0.004 or above 0.10): check texture and carbon.
flag-very-fine-sand-from-sand = Very fine sand was not measured and is derived from sand.
flag-snowmelt-not-modelled = Snow melts here in spring; what its water carries off is not in this number.
flag-irrigation-erosion-not-modelled = Furrow irrigation on a slope: the soil it carries off is not in this number.
flag-wind-daily = The wind is a mean of whole days: the loss is strongly underestimated, because soil moves in gusts of hours.
flag-wind-coarse = The wind is coarser than hourly: the loss is underestimated.
flag-wind-reanalysis = The wind comes from a reanalysis, which misses local winds of valleys and passes.
flag-wind-observations-scaled = Some observations are missing; what was observed stands for them.
flag-wind-periods-missing = Periods with too few observations are left out: a sum is too low, and in the loss of a year other years stand for them.
flag-wind-evapotranspiration = Evapotranspiration was not measured and is derived from temperature; in strong, dry wind it is more, and the loss too.
flag-wind-snow-unknown = Snow depth is not known and no snow was assumed: the loss in winter is overestimated.
flag-wind-irrigation-unknown = Irrigation is not in the record and none was assumed.
flag-wind-soil-extrapolated = The soil lies outside those the erodible fraction was fitted to.
flag-wind-clay-below-one = Clay below 1 % counts as 1 %.
flag-wind-carbonate-assumed-zero = Carbonate was not measured and counts as 0: the index is too high on calcareous soil.
flag-wind-ridges-extrapolated = The ridges are rougher than the equation of roughness knows: beyond 18 cm it would call higher ridges worse.
flag-wind-field-length-assumed = The length of the field along the wind is not known; 200 m were assumed.
flag-soil-extrapolated = The soil lies outside what the equation was fitted to.
flag-soil-loss-on-ignition = Carbon is derived from loss on ignition, which also drives off water bound in clay.
flag-soil-recovery-unstated = The laboratory does not say whether its carbon by Walkley and Black was corrected for recovery; it is taken as it is.
flag-soil-density-pedotransfer = Bulk density was not measured and is predicted by equations fitted elsewhere.
flag-soil-density-other-date = Bulk density was measured in the same field on another date.
flag-soil-kachinsky-interpolated = Texture was analysed after Kachinsky; clay below 0.002 mm is interpolated between 0.001 and 0.005 mm.
flag-soil-grains-assumed-absent = Grains of 1–2 mm were not sieved and are taken as none: sand is too low where there are some.
flag-soil-averaged-by-thickness = Bulk density was not measured; layers are averaged by their thickness and not by their mass.
flag-soil-spline-across-gap = The depths asked for cross a gap between the sampled layers; there the curve is a straight line.
flag-soil-index-judgement = The index is a summary and not a measurement: its curves were fitted to soils and crops of the USA, its weights are judgement.
flag-soil-index-calcareous = pH of calcareous soil scores low although it is native to the place.
flag-soil-residue-taken-as-cut = For this crop no coefficient of above-ground residue exists; it is taken as cut and carried off.
flag-soil-factor-range-unknown = For one of the factors no range is known to us: the interval leaves its uncertainty out and is too narrow.
tier1-gain = By the default method of the IPCC the soil gains carbon; this is assumed, not measured.
tier1-loss = By the default method of the IPCC the soil loses carbon; this is assumed, not measured.
tier1-sign-not-determined = The sign is not determined by the default method of the IPCC: its interval holds zero.
tier1-no-change = The default method of the IPCC knows no difference between the two ways of managing the land.

## Notes on a number
note-paired = Only plots or farms visited on both dates count; each is compared with itself.
note-paired-left-out = Only plots or farms visited on both dates count; each is compared with itself. { $n ->
    [one] { $n } visit to a plot seen on one date only was left out.
   *[other] { $n } visits to plots seen on one date only were left out.
    }
note-lands-by-area = Organic land and the other land of the aimak count by their areas, however many plots each has.
note-lands-as-sampled = Plots on organic and on other land count alike, because their areas or places are not known well enough: the figure speaks of the plots as they were laid out, not of the aimak by area.
note-lands-together = Plots of organic and of other land are taken together as they were laid out; species do not count by the area of each land.
note-independent-samples = Different plots or farms were visited before and after: two independent samples are compared, which tells less than visiting the same ones twice.
note-people-who-answered = It speaks for the people who were asked and had an opinion.
note-same-people = The same people were asked before and after; each is compared with himself or herself.
note-other-people = Different people were asked before and after: two samples are compared.
note-people-lost = Some people were asked before and not again; if they think otherwise, the change is off.
note-plots-refused = { $n ->
    [one] { $n } visited plot could not be used because its data are incomplete or out of range.
   *[other] { $n } visited plots could not be used because their data are incomplete or out of range.
    }
note-weather-of-the-years = All usable pixels are counted, nothing was sampled. The interval holds the differences between years, the weather among them.
note-few-years = All usable pixels are counted, but a period holds fewer than three years with a value: how far years differ, the weather among them, is not known.
note-years-left-out = { $n ->
    [one] { $n } year was left out because too little of the area was visible.
   *[other] { $n } years were left out because too little of the area was visible.
    }
note-terrain-does-not-change = Terrain does not change with the transition: this figure describes the area, and all cells with a value are counted.
note-soil-loss-modelled = This is a model of sheet and rill erosion over many years, not a measurement. Gullies, landslides, mudflows, snow-melt, irrigation and wind are not in it; water and wind are never added.
note-soil-loss-areas = Counted: { $counted } ha of soil on slopes up to 50 %. Left out: { $steep } ha of steeper slopes, { $nosoil } ha of water, ice and settlements, { $missing } ha without data.
note-soil-loss-parts = In the model's middle estimate { $cover } of { $change } t/ha per year fall to plant cover and { $rain } to rain ({ $interaction } arises only where both change and is shared equally between them); as uncertain as the change itself.
note-cover-is-management-and-weather = Plant cover follows rain as well as farming: its contribution is management and weather together.
note-cells-soil-loss-blank = Cells without colour have no value: water, ice, settlements, slopes above 50 %, or missing data.
note-cells-not-tested-together = Each cell stands for itself and was not tested: among many cells some rise or fall steeply by chance. What may be said of an area stands in its figure.
note-degradation-hectares = { $degraded ->
    [few] Degraded: too few pixels to state hectares.
   *[other] Degraded: { $degraded } ha.
    } { $stable ->
    [few] Stable: too few pixels.
   *[other] Stable: { $stable } ha.
    } { $improved ->
    [few] Improved: too few pixels.
   *[other] Improved: { $improved } ha.
    } Of { $missing } % of the land nothing is known.
note-degradation-since-baseline = Against the baseline: { $recent ->
    [few] newly degraded – too few pixels;
   *[other] newly degraded { $recent } ha;
    } { $persistent ->
    [few] degraded before and not recovered – too few pixels;
   *[other] degraded before and not recovered { $persistent } ha;
    } { $recovered ->
    [few] newly improved – too few pixels.
   *[other] newly improved { $recovered } ha.
    }
note-productivity-takes-a-decade = Greenness seen from space answers slowly: a global study found that at least about ten years pass after restoration or sustainable land management began before trends of productivity show it. Three to five years of transition will normally not be visible here: by itself this figure tells neither success nor failure of the transition.
note-test-does-not-confirm = The interval leaves zero out, but the test of the same years does not confirm a trend (p of 0.05 or more); the more cautious of the two governs.
note-rao-is-a-proxy = Rao’s Q tells how different neighbouring pixels are, not how many species live there: that the two go together must be shown on the spot. Mixed crops, shadow and irrigation look like diversity too.
note-before-reaches-into-organic-years = The period taken as before reaches into years in which the land was already organic.
note-trends-before-not-tested = Whether organic and comparison areas moved alike before the transition has not been tested.
note-within-aimak = Organic land is compared with non-organic land of the same aimak. Events that hit only one of them are not in the interval.

## Steps of confidence
grade-one-organic-aimak = One step down: a single organic aimak is compared.
grade-area-shocks-not-included = One step down: plots of one aimak are compared; events that hit only the organic or only the non-organic land are not in the interval.
grade-few-aimaks = One step down: few aimaks ({ $organic } organic, { $comparison } for comparison; four on each side are wanted).
grade-few-plots = One step down: few plots ({ $n }; five are wanted).
grade-imprecise = One step down: the interval holds both no change and a change that would matter.
grade-indirect-ndvi = One step down: greenness seen from space is an indirect sign.
grade-indirect-erosion-model = One step down: a model of soil loss is compared, not soil that was measured.
grade-indirect-words = One step down: what people say is an indirect sign of what they do.

## Parameters of the methods: the name, then values that are words
parameter-target-depth-cm = Depth, cm
parameter-depth-cm = Depth, cm
parameter-depth-cm-0-30-as-far-as-recorded = 0–30, as far as recorded
parameter-visit = Which visit
parameter-visit-last-of-period = the last of the period
parameter-reference-mass = Reference mass
parameter-reference-mass-own-baseline-30-cm = mineral mass of the upper 30 cm of the plot’s own first visit
parameter-curve = Mass curve
parameter-curve-spline-or-lines-with-two-layers = spline; straight lines with two layers
parameter-replicates = Number of redrawn samples
parameter-resampled = What was drawn again
parameter-resampled-plots = plots
parameter-resampled-individuals-or-presences = individuals or presences, unseen species included
parameter-target-coverage-percent = Completeness of the survey, %
parameter-layer = Raster layer
parameter-season-months = Months of the season
parameter-days = Days of the period
parameter-before = Days before
parameter-after = Days after
parameter-trend-test = Test
parameter-trend-test-mann-kendall = Mann–Kendall
parameter-null-distribution = Distribution of the test
parameter-null-distribution-exact = exact
parameter-null-distribution-normal = normal
parameter-p-value = p, two-sided
parameter-kendall-tau = Kendall’s tau-a
parameter-variance-factor = Factor of the variance for resemblance of neighbouring years
parameter-variant = Rules followed
parameter-variant-default = own (two-sided 5 %)
parameter-variant-unccd-reporting = UNCCD reporting manual
parameter-variant-trends-earth = as Trends.Earth
parameter-reporting-years = Reporting period
parameter-baseline-years = Baseline
parameter-trend-years = Years of the trend of productivity
parameter-recent-years = Recent years of productivity
parameter-land-cover-legend = Legend of land cover
parameter-land-cover-legend-unccd = seven classes of the UNCCD
parameter-land-cover-legend-esa-cci = ESA-CCI
parameter-land-cover-legend-esa-worldcover = ESA WorldCover
parameter-transition-matrix = Matrix of land cover changes
parameter-transition-matrix-unccd-default = the default of the UNCCD
parameter-erosivity = Erosivity of the rain R, MJ mm/(ha h) a year
parameter-erosivity-before = Erosivity R before, MJ mm/(ha h) a year
parameter-erosivity-after = Erosivity R after, MJ mm/(ha h) a year
parameter-erosivity-equation = Equation of R
parameter-erosivity-equation-renard-freimund-fournier = Renard & Freimund 1994, modified Fournier index
parameter-erosivity-equation-renard-freimund-annual = Renard & Freimund 1994, rain of the year
parameter-length-equation = Length of slopes L
parameter-length-equation-desmet-govers = Desmet & Govers 1996, up to 122 m
parameter-erodibility = Erodibility of the soil K, t ha h/(ha MJ mm)
parameter-years-of-rain = Years of rain
parameter-years-of-cover = Years of plant cover
parameter-variance-share-r = Share of R in the uncertainty, %
parameter-variance-share-k = Share of K in the uncertainty, %
parameter-variance-share-ls = Share of LS in the uncertainty, %
parameter-variance-share-c = Share of C in the uncertainty, %
