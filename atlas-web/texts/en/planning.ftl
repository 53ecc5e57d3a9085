# Forms to fill in and plans of a sampling.
help-template = Write a workbook to fill in, with a sheet for every kind of table, and a project file that reads it.
help-template-example = Examples:
    {"  "}aimak template --out forms.xlsx
    {"  "}aimak template --kind plots,soil --out soil.xlsx --project soil.toml --boundaries aimaks.gpkg --date 2026-11-30 --before 2012-2015 --after 2020-2023
arg-template-out = The workbook to write (.xlsx); one that is there already is never overwritten
arg-template-kind = Sheets, separated by commas: plots, soil, species, cover, crops, answers, programme, weather, species_list, managed_fields (default: all)
arg-template-project = Write this project file too, which reads the workbook as it is
arg-template-boundaries = Borders of the areas, any vector file
arg-template-code = Field of the borders with the code of the area (default: code)
arg-template-name = Field of the borders with the name of the area (default: name)
arg-template-organic-since = Field of the borders with the date of becoming organic (default: organic_since)
arg-template-crs = Working CRS in metres (default: EPSG:32643, the east of Kyrgyzstan; the west is EPSG:32642)
arg-template-date = Date of the edition, as 2026-11-30
arg-template-before = Years before the change, as 2012-2015
arg-template-after = Years after the change, as 2020-2023
cli-template-done = Workbook written to { $out }: { $sheets } sheets to fill in.
cli-template-project = Project file written. When the sheets are filled in: aimak check { $file }
problem-template-exists = There is a file in this place already
expected-template-exists = a name that is not taken: the file may hold what somebody filled in
hint-template-exists = give another name, or move the file away
form-readme-title = Forms of the monitoring: how to fill them in
form-readme-how = Fill in the sheets from row 2 on, a row for each plot, layer, species, crop or person. Choose a cell to see what belongs there.
form-readme-examples = Examples stand on the sheet "examples". They are invented and are never read.
form-readme-empty = Leave a cell empty where nothing was measured; never write 0 for it. Sheets you do not need stay empty.
form-readme-names = No names of people and no telephone numbers: farms and respondents are numbers. Do not change the names of sheets and of columns in row 1.
form-readme-check = Then run "aimak check" on the project file: it names every cell that does not fit.
form-needed = needed
form-optional = may stay empty
form-allowed-text = text
form-allowed-number = a number from { $low } to { $high } { $unit }
form-allowed-count = a whole number from 0
form-allowed-day = a day, as 2019-05-14
form-allowed-year = a year from { $first } to { $last }
form-allowed-month = a month or a day as text: 2019-05 or 2019-05-14
form-allowed-answer = a code: 1 I do not agree at all … 5 I agree fully, 9 I do not know
form-allowed-list = a word of the list
form-plots = Plots: where they are
form-soil = Soil layers, as the laboratory measured them
form-species = Species, counted
form-cover = Species by cover; fill in either this sheet or the one of counts for a visit, not both
form-crops = Crops and varieties of farms, by year: the rotation shows in the years
form-answers = Answers of people to four statements
form-programme = What the programme reports of itself, by year
form-weather = Weather of a station, a row for each month or day
form-species-list = Species of the Red List and species that tell of their habitat: one row each
form-managed-fields = Fields and how each was managed before and after: from it the default method of the IPCC assumes a change of soil carbon. An empty cell says that nobody wrote it down
form-project-about = Project file of the forms, written by "aimak template". It reads the workbook beside it; nothing here need be changed.
form-project-title = Monitoring from the forms
form-column-plot = Name of the plot, the same on every sheet
form-column-aimak = Code of the area, as in the borders
form-column-longitude = Longitude, degrees east (WGS 84)
form-column-latitude = Latitude, degrees north (WGS 84)
form-column-stratum = Stratum of the plan: kind of land or soil
form-column-on-organic-land = On organic land
form-column-date = Day of the visit
form-column-year = Year
form-column-top-cm = Upper limit of the layer, cm
form-column-bottom-cm = Lower limit of the layer, cm
form-column-carbon-percent = Organic carbon, % of fine earth (not humus)
form-column-bulk-density-g-per-cm3 = Bulk density of the fine earth, g/cm³
form-column-coarse-percent = Stones over 2 mm, % of volume
form-column-ph = pH in water
form-column-humus-percent = Humus by Tyurin, %, as the laboratory wrote it; then leave carbon empty
form-column-p2o5-mg-per-kg = Available P2O5 by Machigin, mg/kg
form-column-k2o-mg-per-kg = Available K2O by Machigin, mg/kg
form-column-species = Scientific name of the species
form-column-red-list = Category of the Red List
form-column-indicator = Tells of the state of its habitat
form-column-count = Individuals counted
form-column-cover-percent = Cover of the species, %
form-column-farm = Number of the farm, no name
form-column-crop = Crop
form-column-variety = Variety
form-column-area-ha = Area under it, ha
form-column-village = Village
form-column-respondent = Number of the person, no name
form-column-organic-pays = Organic farming is good for our village.
form-column-soil-is-alive = Soil is alive and needs care.
form-column-chemicals-needed = There is no good harvest without chemicals.
form-column-roads-are-good = The roads of our village are good.
form-column-topic = What the figure is about
form-column-of = Crop, product or kind of animal, where it is about one
form-column-amount = The figure
form-column-unit = Its unit
form-column-reporters = Farms or people behind the figure
form-column-source = Who says so: report, register, count
form-column-month-or-day = Month or day
form-column-precipitation-mm = Precipitation of the month or day, mm
form-column-temperature-c = Mean temperature of the month or day, °C
form-column-field = Number of the field, no name
form-column-field-area-ha = Area of the field, ha
form-column-climate-zone = Climate zone of the IPCC
form-column-soil-group = Soil group: chernozem, chestnut soil, sierozem are high_activity_clay
form-column-land-before = What grew there before
form-column-tillage-before = Tillage before: full, reduced, none
form-column-input-before = Organic matter that came back before: low when straw is taken or burnt, medium when it stays, high with green manure or grasses
form-column-land-after = What grows there now
form-column-tillage-after = Tillage now
form-column-input-after = Organic matter that comes back now; high_with_manure needs the two columns to the right
form-column-manure-recorded = Records of the farm show the manure
form-column-manure-diverted = That manure was taken from another field
help-plan-sampling = How many plots does it take to see a change? Asked before anybody digs.
help-plan-sampling-example = Examples:
    {"  "}aimak plan-sampling --sd 12 --correlation 0.875 --change 3 --out plan.csv
    {"  "}aimak plan-sampling --pilot pilot.csv --stratum land --areas field=1200,pasture=800 --change 3 --out plan.csv
arg-plan-sampling-pilot = A pilot table with a row for each plot: value and, if there are, stratum and the value of a second visit
arg-plan-sampling-value = Its column of values (default: value)
arg-plan-sampling-after = Its column of values of a second visit to the same plots
arg-plan-sampling-stratum = Its column of strata
arg-plan-sampling-sd = Standard deviation between plots, where there is no pilot
arg-plan-sampling-correlation = Correlation between two visits to the same plots, from -1 to 1 (without it only other plots are planned)
arg-plan-sampling-change = The change that should be seen, in the unit of the values
arg-plan-sampling-areas = Areas of the strata: field=1200,pasture=800
arg-plan-sampling-out = The table to write: .csv or .parquet
cli-plan-paired = The same plots visited twice: { $n } plots show a change of { $change } (5 %, power 80 %).
cli-plan-independent = Other plots each time: { $n } plots before and { $n } after show a change of { $change } (5 %, power 80 %).
cli-plan-guess = The standard deviation is a guess. If it is twice as large, about four times as many plots are needed; a pilot of ten plots says more than a guess.
cli-plan-pilot = The standard deviation comes from a pilot of { $n } plots. A pilot knows it badly: with ten plots the true one may be 1.8 times as large.
cli-plan-villages = The numbers hold for plots drawn one by one. Where whole villages change over together, the village is the unit, and more plots in it help little.
cli-plan-stratum = { $stratum }: { $neyman } plots by area and spread, { $proportional } by area alone.
problem-plan-spread = Nothing tells how much plots differ
expected-plan-spread = either a pilot table with at least two plots (in every stratum) or a standard deviation above 0
hint-plan-spread = give --pilot FILE or --sd NUMBER
problem-plan-number = This number cannot be
expected-plan-number = a change above 0 that fewer than a million plots show, and a correlation from -1 to 1
hint-plan-number = check --change, --sd and --correlation
problem-plan-areas = The areas do not agree with the strata
expected-plan-areas = an area above 0 for every stratum of the pilot, and for no other
hint-plan-areas = write them as --areas field=1200,pasture=800, with --stratum COLUMN
help-plan = What could be seen? The smallest effect of the transition that a design would show, when an expected one becomes visible, and what helps most. Asked before the season.
help-plan-example = Examples:
    {"  "}aimak plan --treated 10 --comparison 10 --waves 4 --plots 30 --aimak-sd 1.5 --plot-sd 6 --relevant 2 --out plan
    {"  "}aimak plan --treated 5,5 --starts 3,4 --comparison 14 --waves 6 --pilot plots.csv --unit aimak --plot plot --time year --outcome soc --expected 0.5 --per-wave --out plan
arg-plan-treated = How many aimaks become organic; with several starts the number of each: 5,5
arg-plan-starts = In which wave each of these groups begins, counted from 1: 3,4 (default for one group: 3)
arg-plan-comparison = How many comparison aimaks never begin
arg-plan-waves = How many waves there will be in all (default: 4)
arg-plan-years-apart = Years from wave to wave (default: 1)
arg-plan-plots = Plots of an aimak in a wave (default: as in the pilot, else 30)
arg-plan-visits = Which plots a wave sees: same (those of the first) or anew (others); default: same where it is known how alike a plot stays to itself
arg-plan-aimak-sd = Standard deviation of what happens to an aimak in a wave and to no other, in the unit of the outcome
arg-plan-autocorrelation = Its correlation from wave to wave, from 0 to 0.95 (default: 0, which is the careful guess)
arg-plan-plot-sd = Standard deviation between the plots of an aimak in a wave
arg-plan-revisit-correlation = Correlation of a plot with itself in another wave, from 0 to 0.95, where plots are revisited
arg-plan-pilot = A table of plots seen before, instead of guesses: a row for each plot and time, three waves at least (CSV, Parquet, XLSX)
arg-plan-unit = Its column of aimaks
arg-plan-plot = Its column of plots
arg-plan-time = Its column of years or numbers of waves
arg-plan-outcome = Its column of the outcome
arg-plan-treated-from = Its column of the first organic year; aimaks that are organic already are left out
arg-plan-relevant = The effect that would matter, in the unit of the outcome
arg-plan-expected = The effect that is expected; without it the one that matters is held against the design
arg-plan-per-wave = The expected effect is added anew with each wave, as carbon gathers in soil
arg-plan-family = How many indicators will be tested together; the smallest effect is also told at the strictest step (default: 1)
arg-plan-name = Name of the outcome in the picture (default: its column)
arg-plan-out = The folder to write; it must not be there or be one of this command
value-numbers = numbers
power-start = { $n } in wave { $wave }
power-design = Design: organic aimaks, by the wave in which they begin: { $starts }; comparison aimaks: { $comparison }; waves: { $waves }; plots of an aimak in a wave: { $plots } ({ $same ->
    [1] the same each time
   *[other] others each time
 }).
power-smallest = Smallest effect that could be seen (5 %, power 80 %): { $smallest }, in the mean of the waves from the start on.
power-family = At the strictest step of { $n } indicators tested together: { $smallest }.
power-family-unreached = Exchanging the dates of the transition gives no p below { $p }: by it the strictest step cannot be reached, however large the effect.
power-relevant-missed = The effect that matters, { $relevant }, is smaller: it could easily be missed, and nobody could say that there is none.
power-relevant-seen = The effect that matters, { $relevant }, would be found in at least 80 % of cases.
power-chance = An effect of { $effect } would be found in { $bound ->
    [1] more than { $percent }
    [2] less than { $percent }
   *[other] { $percent }
 } % of cases.
power-chance-growing = An effect that grows by { $each } with each wave is { $effect } in the mean of the waves from the start on; it would be found in { $bound ->
    [1] more than { $percent }
    [2] less than { $percent }
   *[other] { $percent }
 } % of cases.
power-visible-planned = It is visible (power 80 %) with the waves that are planned.
power-visible-later = It becomes visible (power 80 %) with { $waves } waves. In years: { $years } after the first wave, { $since } after the first start.
power-visible-never = Waves alone do not make it visible, not even { $waves } of them.
power-additions = About a quarter more work, spent in one way (waves and aimaks come whole). What is left of the smallest effect, the most helpful first:
power-add-plots = {"  "}{ $n } more { $n ->
    [one] plot
   *[other] plots
 } in each aimak and wave: { $percent } % ({ $smallest }){ $asked ->
    [0] {""}
   *[other] , found in { $chance } % of cases
 }; { $visits } more plot visits
power-add-comparison = {"  "}{ $n } more comparison { $n ->
    [one] aimak
   *[other] aimaks
 }: { $percent } % ({ $smallest }){ $asked ->
    [0] {""}
   *[other] , found in { $chance } % of cases
 }; { $visits } more plot visits
power-add-waves = {"  "}{ $n } more { $n ->
    [one] wave
   *[other] waves
 }: { $percent } % ({ $smallest }){ $asked ->
    [0] {""}
   *[other] , found in { $chance } % of cases
 }; { $visits } more plot visits
power-stated = The spread is a guess, and the result with it: where the true spread is twice as large, so is the smallest effect. Plots already seen in several aimaks (--pilot) say more than a guess.
power-pilot = Spread by the pilot (aimaks: { $aimaks }, waves: { $waves }): aimaks { $aimak-sd } with a correlation of { $autocorrelation } from wave to wave, plots { $plot-sd } with a correlation of { $revisit } to themselves. Such a pilot knows it badly: the true spread may be { $times } times as large, and the smallest effect with it. Its waves have to lie as far apart as those planned.
power-pilot-no-shock = The pilot saw nothing happen to single aimaks beyond what its plots explain. With few aimaks that may be luck: do not rely on so small an effect.
power-pilot-left-out = Left out of the pilot: organic aimaks { $treated }, aimaks with fewer than two plots in some wave { $aimaks }, plots not seen in every wave { $plots }.
power-villages = The aimak is the unit. Villages that join together count as one: count those that decide by themselves.
power-oblast = A drought or a price that hits a whole oblast is not in these numbers: choose comparison aimaks in the same oblasts.
power-done = Tables and picture: { $out }
power-least-p = even the rarest exchange of dates has p = { $p }: 5 % cannot be reached
power-picture = Smallest effect that could be seen
power-picture-of = { $indicator }: smallest effect that could be seen
power-picture-description = The smallest effect seen with 80 % power by number of waves, a line for each number of comparison aimaks; the dot is the plan, the dashed line the effect that matters or is expected.
power-picture-upwards = Smallest effect (5 %, power 80 %)
power-picture-axis = Waves in all. At the lines: number of comparison aimaks; the dot is the plan
power-picture-matters = effect that matters
power-picture-expected = expected effect
power-picture-planned = Plan: { $waves } waves, smallest effect { $smallest }
problem-plan-too-few = So few aimaks cannot show an effect, whatever its size
expected-plan-too-few = enough aimaks of both kinds that exchanging the dates of the transition can reach 5 %
hint-plan-too-few = at least { $enough } comparison aimaks beside { $treated } organic ones, or { $others } organic ones beside { $comparison }
hint-plan-too-few-comparison = at least { $enough } comparison aimaks beside { $treated } organic ones
hint-plan-too-few-treated = at least { $others } organic aimaks beside { $comparison } comparison aimaks
hint-plan-too-few-both = more organic aimaks and more comparison aimaks: at least four of each
problem-plan-starts = Groups of aimaks and their starts do not agree
expected-plan-starts = as many starts as groups: --treated 5,5 --starts 3,4
hint-plan-starts = say for each group the wave in which it begins
problem-plan-start = In such a wave nobody can begin
expected-plan-start = waves from 2 to { $waves }, each once
hint-plan-start = at least one wave lies before each start; put groups that begin in one wave together
problem-plan-aimaks = Such a number of aimaks cannot be
expected-plan-aimaks = at least one aimak in each group, and at most 10000
hint-plan-aimaks = check --treated and --comparison
problem-plan-waves = Such a number of waves cannot be
expected-plan-waves = from 2 to 60 waves
hint-plan-waves = one wave before the start and one from it on are the least: --waves 4
problem-plan-plots = Such a number of plots cannot be
expected-plan-plots = from 1 to 100000 plots of an aimak in a wave
hint-plan-plots = check --plots
problem-plan-years = Such a time between waves cannot be
expected-plan-years = more than 0 and at most 100 years
hint-plan-years = waves every fifth year: --years-apart 5
problem-plan-expected = This is no expected effect
expected-plan-expected = a number other than 0, in the unit of the outcome
hint-plan-expected = say how large the effect is expected to be: --expected 2, or with each wave: --expected 0.5 --per-wave
problem-plan-sd = This is no spread
expected-plan-sd = standard deviations of 0 or more, not both 0, in the unit of the outcome
hint-plan-sd = check --aimak-sd and --plot-sd
problem-plan-correlation = This is no correlation that can be planned with
expected-plan-correlation = a number from 0 to 0.95
hint-plan-correlation = without knowledge leave it out: 0 is the careful guess
problem-plan-visits = Nobody knows how alike a plot stays to itself
expected-plan-visits = a correlation, or a pilot that saw the same plots again
hint-plan-visits = give --revisit-correlation 0.5, or --visits anew
problem-plan-pilot = The pilot tells no spread
expected-plan-pilot = two aimaks that are not yet organic, each with two plots in each of three waves, and values that vary
hint-plan-pilot = take more of what was seen, or state the spread: --aimak-sd, --plot-sd
