# Soil: methods of the laboratory, classes by scales, tables of a laboratory and what may be wrong with them.

## Units and methods of soil
unit-milligram-per-kilogram = milligrams per kilogram of fine earth
unit-percent-of-fine-earth = per cent of fine earth by mass
unit-decisiemens-per-metre = decisiemens per metre
symbol-milligram-per-kilogram = mg/kg
symbol-percent-of-fine-earth = %
symbol-decisiemens-per-metre = dS/m
method-soc-equal-depth = mean concentration of carbon over 0–20 cm, weighted by thickness
method-soil-equal-depth = mean over 0–20 cm, weighted by thickness
method-ec-equal-depth = mean conductivity over 0–20 cm, weighted by thickness

## Methods of the laboratory
parameter-carbon-method = Method of carbon
parameter-carbon-method-tyurin-humus = Tyurin (humus ÷ 1.724)
parameter-carbon-method-walkley-black = Walkley–Black, corrected for recovery
parameter-carbon-method-walkley-black-recovery-unstated = Walkley–Black, recovery not stated
parameter-carbon-method-dry-combustion = dry combustion without carbonates
parameter-carbon-method-loss-on-ignition = loss on ignition (÷ 2)
parameter-carbon-method-tyurin-calibrated = Tyurin, brought to dry combustion by paired samples
parameter-carbon-method-not-stated = not stated
parameter-carbon-method-several = several, see the note
parameter-ec-method = Conductivity measured in
parameter-ec-method-saturated-paste = extract of the saturated paste (ECe)
parameter-ec-method-one-to-five = suspension of 1 : 5 (EC 1:5)
parameter-ec-method-not-stated = not stated
parameter-humus-method = Method of humus
parameter-humus-method-tyurin = Tyurin
parameter-nutrient-method = Extract
parameter-nutrient-method-machigin = Machigin
parameter-nutrient-method-olsen = Olsen
lab-method-tyurin-humus = Tyurin (humus ÷ 1.724)
lab-method-walkley-black = Walkley–Black, corrected for recovery
lab-method-walkley-black-recovery-unstated = Walkley–Black, recovery not stated
lab-method-dry-combustion = dry combustion without carbonates
lab-method-loss-on-ignition = loss on ignition (÷ 2)
lab-method-tyurin-calibrated = Tyurin, brought to dry combustion by paired samples
lab-method-saturated-paste = extract of the saturated paste (ECe)
lab-method-one-to-five = suspension of 1 : 5 (EC 1:5)
detail-lab-methods = one by “{ $one }”, the other by “{ $other }”
note-lab-methods-several = The laboratory used several methods for these plots (or did not state one for all): their figures are not quite alike.
note-lab-method-not-stated = Method not stated: nobody said how the laboratory determined this, before or after. If it changed its method, part of the change is that of the method.

## Classes by named scales
note-class = By { $scale } the mean falls into the class “{ $class }”.
note-class-spans = By { $scale } the mean falls into the class “{ $class }”; its 95 % interval reaches from “{ $lowest }” to “{ $highest }”.
note-class-ph = The mean is { $usda } by the USDA scale; by the scale of the CIS it is { $cis }.
note-class-changed = By { $scale } the class passed from “{ $before }” to “{ $after }”: the 95 % intervals of both dates lie in different classes.
note-class-not-demonstrable = By { $scale } no change of class is demonstrable.
note-scale-recalled = The limits of { $scale } are those in common use; nobody has compared them with the printed source for this atlas yet.
note-ec-without-class = Conductivity was not measured in the extract of a saturated paste throughout: it has no class of salinity, and it is not converted.
soil-scale-ph-cis = the scale of soil monitoring of the CIS
soil-scale-ph-usda = the USDA scale of pH
soil-scale-humus-dstu-4362 = the humus scale of DSTU 4362:2004
soil-scale-p2o5-machigin = Machigin’s scale of P2O5
soil-scale-k2o-machigin = Machigin’s scale of K2O
soil-scale-p-olsen = Olsen’s scale of P
soil-scale-n-total = the scale of total nitrogen
soil-scale-salt-ece = the limit of the US Salinity Laboratory
soil-class-fertility-very-low = very low
soil-class-fertility-low = low
soil-class-fertility-medium = medium
soil-class-fertility-elevated = elevated
soil-class-fertility-high = high
soil-class-fertility-very-high = very high
soil-class-ph-ultra-acid = ultra acid
soil-class-ph-extremely-acid = extremely acid
soil-class-ph-very-strongly-acid = very strongly acid
soil-class-ph-strongly-acid = strongly acid
soil-class-ph-medium-acid = medium acid
soil-class-ph-moderately-acid = moderately acid
soil-class-ph-slightly-acid = slightly acid
soil-class-ph-near-neutral = near neutral
soil-class-ph-neutral = neutral
soil-class-ph-slightly-alkaline = slightly alkaline
soil-class-ph-moderately-alkaline = moderately alkaline
soil-class-ph-alkaline = alkaline
soil-class-ph-strongly-alkaline = strongly alkaline
soil-class-ph-very-strongly-alkaline = very strongly alkaline
soil-class-salt-not-saline = not saline
soil-class-salt-saline = saline

## Problems of soil tables
problem-carbon-method-column = The method of carbon does not fit the columns
expected-carbon-method-column = a column in which { $method } can stand: { $columns }
hint-carbon-method-column = map the column the laboratory wrote into, or correct carbon_method; two methods need two tables
problem-nutrient-method-missing = Phosphorus or potassium without its extract
expected-nutrient-method-missing = nutrient_method = "machigin" or "olsen"
hint-nutrient-method-missing = look at the sheet of the laboratory; the two are different quantities and are never converted
problem-nutrient-method-olsen = Olsen’s extract is for phosphorus only
expected-nutrient-method-olsen = no column of potassium in a table by Olsen
hint-nutrient-method-olsen = put potassium into a table of its own with nutrient_method = "machigin", if that is how it was determined
problem-ec-method-missing = Electrical conductivity without its method
expected-ec-method-missing = ec_method = "saturated_paste" or "one_to_five"
hint-ec-method-missing = look at the sheet of the laboratory; the suspension of 1:5 reads several times lower than the paste
problem-nutrient-twice = A row has a nutrient both as oxide and as element
expected-nutrient-twice = one of the two
hint-nutrient-twice = keep what the laboratory wrote and empty the other
problem-carbon-recovery-applied = Carbon by Walkley and Black was corrected for recovery here
expected-carbon-recovery-applied = a method that the laboratory corrected itself, or this factor
hint-carbon-recovery-applied = if the laboratory did correct, say carbon_method = "walkley_black"
exclusion-carbonate-missing = total carbon of soil that may hold carbonates, and carbonates were not measured
exclusion-more-carbonate-than-carbon = more carbon in carbonates than carbon in all

## aimak soil
value-classes = classes
arg-soil-before = The sheet of the same profiles at an earlier date
arg-soil-before-carbon = How organic carbon was determined in that sheet (default: as in --layers)
arg-soil-changes = A further table to write: the change of the carbon stock of every profile, at fixed depth and on equal soil mass by lines and by spline, or why there is none
cli-soil-changes = Changes written to { $out }. On equal soil mass loosening and compaction do not count; at fixed depth they do. These are single profiles without an interval: what they say of the land needs a project file with the plan of sampling.
arg-soil-ec = In what the sheet’s electrical conductivity was measured: saturated-paste (has classes of salinity) or one-to-five (has none); without it no class is told
arg-soil-calibrate = Samples analysed both ways: tyurin_carbon_percent or humus_percent, and combustion_carbon_percent, 20 rows or more; carbon by Tyurin is brought to dry combustion by the line through them
arg-soil-spline = A second table to write: carbon, pH and clay at 0–5, 5–15, 15–30, 30–60 and 60–100 cm by a spline that keeps the mean of every layer
arg-soil-smoothing = Smoothing of the spline; 0 keeps every layer’s mean exactly, 0.1 is in common use (default: 0)
arg-soil-health = Scores of soil health: class of organic matter of such soils (1 most – 4 least) and class of climate (1 warm and wet, 2 warm and dry, 3 cold and wet, 4 cold and dry), for instance 3,4
arg-soil-best-ph = The pH that scores best, for instance that of the native soil (default: 6.8, wheat)
cli-soil-spline = Standard depths written to { $out }. They are read off a curve through the layers and were not sampled; nothing is told below the deepest layer.
cli-soil-calibration = Dry combustion = { $intercept } (± { $intercept_se }) + { $slope } (± { $slope_se }) · Tyurin, in % of carbon, standard errors in brackets; scatter { $residual } %, pairs { $n }, Tyurin from { $lowest } to { $highest } %. The error of the line is common to all samples and does not shrink with their number.
cli-soil-health-note = Scores read single figures by curves fitted to soils and crops of the USA; their weights are judgement. The index is a summary and not a measurement: it does not compare soils of different texture, a change smaller than twice the error of the laboratory is none, and calcareous soil scores low in pH although it is native (--best-ph).
problem-texture-twice = A row has texture by two systems
expected-texture-twice = parts of the USDA or fractions of Kachinsky
hint-texture-twice = Keep what the laboratory determined and empty the others.
problem-calibration-pairs = Too few samples were analysed both ways
expected-calibration-pairs = { $needed } pairs or more
hint-calibration-pairs = Analyse more samples by both methods; until then two dates of different methods cannot be compared.
problem-calibration-line = The samples calibrate nothing
expected-calibration-line = Tyurin values that differ, and combustion that rises with them
hint-calibration-line = Check that the two columns belong to the same samples and are both per cent of carbon.
problem-soil-smoothing = The smoothing cannot be
expected-soil-smoothing = a number from 0 to 1000
hint-soil-smoothing = Leave it out to keep the mean of every layer.
problem-soil-best-ph = The best pH cannot be
expected-soil-best-ph = a number from 2 to 11
hint-soil-best-ph = Give the pH of the native soil, or leave it out for wheat (6.8).
soil-scale-kachinsky-steppe = Kachinsky’s scale of physical clay
soil-class-grains-loose-sand = loose sand
soil-class-grains-cohesive-sand = cohesive sand
soil-class-grains-sandy-loam = sandy loam
soil-class-grains-light-loam = light loam
soil-class-grains-medium-loam = medium loam
soil-class-grains-heavy-loam = heavy loam
soil-class-grains-light-clay = light clay
soil-class-grains-medium-clay = medium clay
soil-class-grains-heavy-clay = heavy clay

## aimak soil-tier1
help-soil-tier1 = What the default method of the IPCC (2019 Refinement, Tier 1) assumes of carbon in the soil of fields whose management changed: stocks of the upper 30 cm and the change over 20 years, each with its interval. An assumption, never a measurement.
help-soil-tier1-example = Examples:
    {"  "}aimak soil-tier1 --fields fields.csv --out tier1.csv
    Columns: id; climate_zone, or mean_temperature_c, warmest_month_c, frost_days, precipitation_mm, potential_evapotranspiration_mm and elevation_m; soil_group, or wrb_group with sand_percent and clay_percent; land_before, tillage_before, input_before and the same with _after; manure_recorded and manure_diverted (yes or no), which high_with_manure needs.
arg-soil-tier1-fields = The fields: CSV, Parquet, XLSX or ODS, a row for each
arg-soil-tier1-out = The table to write: .csv or .parquet
cli-soil-tier1-done = Written to { $out }: { $fields } fields; the sign of the change is determined for { $determined } and not determined by the default method for { $open }; { $withheld } lack a figure on management, climate or soil.
cli-soil-tier1-note = These are defaults of the IPCC and never a measurement. An interval that holds zero means: sign not determined by the default method. Carbon moves for 20 years and then no more; manure counts only where records show it and no other field lost it. Figures do not add to measured stocks.
problem-tier1-word = A word is none of the classes of the default method
expected-tier1-word = one of the classes
hint-tier1-word = Take the class that fits; an empty cell says that nobody documented it.
flag-class-limits-recalled = the limits of a class were written down from memory and wait to be checked

## The default method of the IPCC in a project: what is assumed, never measured
design-default-method = assumed by a default method from how land was managed; nothing was measured
method-ipcc-tier1 = default method of the IPCC (Tier 1, 2019 Refinement), mean of fields by area
quantity-assumed = By the default method, not measured
claim-assumed-by-default-method = Assumed by the IPCC default method, not measured: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $land }.
claim-assumed-sign-not-determined = Assumed by the IPCC default method, not measured: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $land }. The interval holds zero: the sign is not determined by the default method.
verdict-assumed = Assumed, not measured
verdict-assumed-sign-not-determined = Assumed; sign not determined by the default method
tally-assumed = assumed, not measured
legend-assumed = hatched: assumed by the IPCC default method, not measured
card-assumed = Nothing was measured for this figure: it follows from how fields were managed and from tables of the IPCC.
grade-default-method = One step down: a default method assumes it from how land was managed; nothing was measured.
note-tier1-assumed = A mean by area over the fields whose management is documented, not over all land. The default method takes the stock to move for 20 years and then no more. This figure neither adds to measured carbon nor stands in for it.
note-tier1-fields-left-out = { $n ->
    [one] { $n } field ({ $hectares } ha) is left out: its management, climate or soil is not documented, or the tables have no factor for it.
   *[other] { $n } fields ({ $hectares } ha) are left out: their management, climate or soil is not documented, or the tables have no factor for them.
    }
note-tier1-organic-unknown = { $n ->
    [one] Of { $n } field ({ $hectares } ha) nobody noted whether it is organic land; it does not count here.
   *[other] Of { $n } fields ({ $hectares } ha) nobody noted whether they are organic land; they do not count here.
    }
detail-no-managed-field = no field is listed with how it was managed
tier1-lacks-climate-zone = climate zone
tier1-lacks-soil-group = soil group
tier1-lacks-management = how the fields were managed before and after
tier1-lacks-manure-record = records of manure that was not taken from another field
parameter-estimate-kind = Kind of figure
parameter-estimate-kind-ipcc-tier1 = assumed, IPCC Tier 1
parameter-factor-set = Set of factors
parameter-factor-set-2019r = 2019 Refinement of the IPCC
parameter-transition-years = Years until the change is complete
parameter-fields-ha = Area of the fields counted, ha
problem-field-twice = A field stands twice in the tables of managed fields
expected-field-twice = each field of an aimak once
hint-field-twice = Delete one of the two rows, or give two fields two names.
problem-field-without-area = A field has no area
expected-field-without-area = an area above 0 ha
hint-field-without-area = Note the area of the field in hectares; without it the field has no weight in the mean of the aimak.
