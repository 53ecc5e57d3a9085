# Effects: panels, designs, grades and sentences.
design-parallel-trends = organic aimaks against comparison aimaks, at least four of each, where no difference in earlier trends was found
design-staggered = aimaks that began at different times, each against aimaks that never began, where no difference in earlier trends was found
design-randomised = the beginning was drawn by lot
claim-estimated-effect = In { $n } aimaks that chose to join, the transition changed { $indicator } by an estimated { $value } ({ $level } % interval: { $interval }), { $land }; confidence: { $confidence }. It does not show what would happen where joining were compulsory.
grade-trends-untested = One step down: trends before the transition could not be tested.
grade-trends-differ = One step down: trends before the transition differed already.
grade-placebo = One step down: a transition date that never was gave an effect too.
grade-attrition = One step down: { $percent } % of the aimaks were not seen each time.
grade-strata-alone = One step down: no comparison aimak in { $strata }; an event that hits this area alone would look like an effect.
grade-region-starts-together = One step down: organic aimaks of one area began all together, and they alone ({ $strata }); an event of that area would look like an effect, and the interval does not know of it.
grade-hangs-on-one = One step down: the result hangs on a single aimak or area.
grade-not-registered = One step down: nobody declared before the season that this would be looked at.
grade-proxy = One step down: what was measured stands for something else.
grade-method-break = One step down: laboratory, sensor or observer changed on the way.
grade-weather = One step down: the weather was not taken out.
grade-up-robust = One step up: every check agrees, and the test of earlier trends could have seen a difference.
grade-up-large = One step up: the effect is more than twice the smallest that could be seen.
advice-register = Declare the indicators and the change that matters, with a date, before the next season.
advice-relevant = Say which effect would matter: without it nobody can say that none was found.
advice-starts-mixed = Where it can still be chosen, let aimaks of one area begin in different years: { $strata }.
advice-more-comparison = { $n } more comparison { $n ->
    [one] aimak
   *[other] aimaks
 } would make four.
advice-more-treated = { $n } more organic { $n ->
    [one] aimak
   *[other] aimaks
 } would make four.
advice-lost = Visit the aimaks that were not seen each time again.
advice-plan = An effect that matters could not be seen: before the next season, work out which addition would help most (aimaks, plots or waves).
effect-claim-changed-without-comparison = { $indicator } changed by { $value } ({ $level } % interval: { $interval }) in { $n } { called-among }. Nothing was compared: weather or other causes may explain part or all of it.
effect-claim-differed-from-comparison = Compared with { $comparison } { called-compared } that did not change, the change of { $indicator } differed by { $value } ({ $level } % interval: { $interval }; a minus means less) in { $n } { called-joined } that chose to join. This is consistent with an effect of the transition; confidence: { $confidence }. It does not show what would happen where joining were compulsory.
effect-claim-estimated-effect = In { $n } { called-joined } that chose to join, the transition changed { $indicator } by an estimated { $value } ({ $level } % interval: { $interval }); confidence: { $confidence }. It does not show what would happen where joining were compulsory.
effect-claim-seen-with-very-low-confidence = { $indicator }: a difference of { $value } was seen ({ $level } % interval: { $interval }) in { $n } { called-among }. Confidence is very low: nothing can be said about its causes.
effect-claim-no-change-larger-than-bound = No effect larger than { $bound } was found: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $n } { called-count }.
effect-claim-cannot-tell = The data cannot show whether the transition changed this: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $n } { called-count }. An effect smaller than { $detectable } could easily be missed.
effect-claim-no-interval-no-sentence = { $indicator }: { $value } in { $n } { called-among }. Without an interval nothing can be said about how sure this is.
help-effect = Did the transition change it? Effects of a panel of aimaks with comparison areas: by start and time, with checks, grade and sentence.
help-effect-example = Examples:
    {"  "}aimak effect --panel panel.csv --unit aimak --time year --outcome soc --treated-from since --out effect
    {"  "}aimak effect --panel plots.csv --unit aimak --plot plot --time year --outcome soc --treated-from since --strata oblast --relevant 2 --registered 2026-03-01 --out effect
arg-effect-panel = The panel: a row for each aimak and time, or for each plot (CSV, Parquet, XLSX)
arg-effect-unit = Its column of aimaks, which are the units
arg-effect-time = Its column of years or numbers of waves
arg-effect-outcome = Its column of the outcome
arg-effect-treated-from = Its column of the first organic year; 0 or empty where an aimak never began
arg-effect-strata = Its column of areas (oblast) within which the dates could have been exchanged
arg-effect-covariates = Columns of what is known of an aimak and does not change, such as elevation
arg-effect-plot = Its column of plots, where rows are plots; they are averaged
arg-effect-weight = Its column of weights of plots
arg-effect-control = With what aimaks are compared: never (those that never began) or not-yet (also those that begin later)
arg-effect-method = How covariates are taken into account: dr (doubly robust), reg (regression), ipw (weighting)
arg-effect-base = From which period a change before the start is counted: varying (the one just before it) or universal (the last before the start, as all later ones)
arg-effect-anticipation = Periods before the start in which aimaks may change already
arg-effect-permutations = How many other starts are drawn where they cannot all be listed
arg-effect-draws = How many draws make the uniform bands
arg-effect-seed = Seed of the draws
arg-effect-relevant = The effect that would matter, in the unit of the outcome
arg-effect-name = Name of the outcome in sentences (default: its column)
arg-effect-family = How many indicators are tested together; the smallest effect is also told at the strictest step
arg-effect-registered = Date on which outcome and design were declared
arg-effect-proxy = The outcome stands for something that was not measured
arg-effect-method-break = Laboratory, sensor or observer changed on the way
arg-effect-weather = The outcome follows the weather, which was not taken out
arg-effect-randomised = The beginning was drawn by lot
arg-effect-out = The folder to write; it must not be there or be one of this command
problem-panel-time = This is no whole number
expected-panel-time = a year or the number of a wave: 2021
hint-panel-time = write the year alone; a date has to be cut to its year
problem-panel-unit-twice = An aimak stands twice at one time
expected-panel-unit-twice = one row for each aimak and time
hint-panel-unit-twice = where rows are plots, name their column: --plot COLUMN; else remove one of the rows
problem-panel-plot-twice = A plot stands twice at one time
expected-panel-plot-twice = one row for each plot and time
hint-panel-plot-twice = remove one of the rows or give the plots different names
problem-panel-start-changes = The first organic year of an aimak is not the same in all its rows
expected-panel-start-changes = one first organic year for an aimak
hint-panel-start-changes = write the same year, or 0, in every row of the aimak
problem-panel-stratum-changes = The area of an aimak is not the same in all its rows
expected-panel-stratum-changes = one area for an aimak
hint-panel-stratum-changes = write the same area in every row of the aimak
problem-panel-covariate-changes = What should not change with time changes
expected-panel-covariate-changes = one value for an aimak in all its rows
hint-panel-covariate-changes = give the value before the first start in every row: what comes after may be part of the effect
cli-line = { $words }
cli-effect-left-out = Left out of the effect, and shown in units.csv: organic from the first time on { $always }, not seen each time { $incomplete }.
cli-effect-done = Tables, pictures and sentences: { $out }
problem-effect-relevant = This is no size of an effect
expected-effect-relevant = a number above 0 in the unit of the outcome
hint-effect-relevant = say which effect would matter, whichever way it goes: --relevant 2
effect-described = Without comparison: the { $n } { called-themselves } themselves changed by { $value } ({ $interval }). Take away what changed in the comparison, and this difference is left.
effect-detectable = Smallest effect that could be seen: { $one }; at the strictest step of its family { $family }.
effect-permutation = Exchanging the dates of the transition: p { $p } ({ $n } ways, { $drawn ->
    [0] all gone through
   *[other] { $drawn } drawn
 }).
effect-trends = Trends before the transition: p { $p } over { $n } leads; a drift that would make the effect that matters (or the one found) would be seen in { $power } % of cases.
effect-trends-untested = Trends before the transition could not be tested: too few times before it.
effect-grade = Design: { $design } ({ $code }). Confidence begins { $start } and ends { $confidence }.
effect-since = { $n } periods since the start
effect-event-study = { $indicator }: before and after the transition
effect-event-study-description = Difference from the comparison aimaks by periods since the transition, with 95 % intervals; the open dot is the period before it.
effect-event-study-axis = Periods since the transition; lines are 95 % intervals
effect-start = transition
effect-forest = { $indicator }: the same question in other ways
effect-forest-description = The effect, the change without comparison, and the effect by other methods, each with its 95 % interval.
check-effect = Effect
check-described = Change without comparison
check-units-alike = Each aimak counted once
check-other-comparison = The other comparison group
check-sun-abraham = Event-time regression (Sun–Abraham)
check-covariates = Differences of the aimaks taken out
check-before-after-control = Before/after against comparison
check-wild-bootstrap = The same, wild bootstrap
check-synthetic = Synthetic comparison
check-matched-distance = Nearest aimaks
check-matched-propensity = Aimaks as likely to join
check-interrupted = Break of the yearly series
detail-arrangements = { $n } ways to exchange the dates: the least p is { $least-p }
value-columns = columns
value-text = text
detail-comparison-units = { $n } comparison aimaks, at least { $needed } are needed
detail-near-units = { $n } comparison aimaks near organic ones, at least { $needed } are needed
detail-far-units = { $n } comparison aimaks far from organic ones, at least { $needed } are needed
detail-covariates-dependent = { $covariates } properties cannot be told apart over { $n } comparison aimaks
detail-draws-without-spread = { $effects } effects do not vary over { $draws } draws
detail-effect-collinear = { $columns } columns cannot be told apart over { $rows } rows
detail-effect-gaps = only { $neighbours } of { $years } years follow one another
detail-effect-irrigated = the land is watered: rain does not explain it
detail-effect-no-covariates = nothing is known of the aimaks by which they could be matched
detail-effect-one-cluster = one of { $clusters } aimaks carries the result alone
detail-effect-periods = { $before } { $before ->
    [one] time
   *[other] times
 } before and { $after } from the start on, at least { $needed } are needed on a side
detail-effect-same-rain = rain was alike in all years
detail-effect-separated = the properties of { $units } aimaks tell without doubt who is organic: nobody is alike
detail-effect-sides = { $treated } organic and { $comparison } comparison aimaks, at least { $needed } are needed
detail-effect-units = { $n } aimaks, at least { $needed } are needed
detail-effect-years = { $n } years, at least { $needed } are needed
detail-leads-dependent = { $leads } times before the start cannot be told apart over { $units } aimaks
detail-leads-without-freedom = { $leads } times before the start leave { $df } degrees of freedom
detail-no-overlap = { $treated } organic and { $comparison } comparison aimaks are too unlike
detail-no-such-period = none of { $n } times fits
detail-periods = { $n } { $n ->
    [one] time
   *[other] times
 }, at least { $needed } are needed
detail-periods-before = { $n } { $n ->
    [one] time
   *[other] times
 } before the start, at least { $needed } are needed
detail-regression-singular = { $columns } columns of the regression cannot be told apart
detail-treated-units = { $n } organic aimaks, at least { $needed } are needed
detail-no-spread = nothing varies
detail-units = { $n } aimaks, at least { $needed } are needed
detail-units-with-place = { $n } aimaks with a place, at least { $needed } are needed
detail-units-without-neighbour = { $n } aimaks without a neighbour
detail-waves = { $n } { $n ->
    [one] time
   *[other] times
 }, at least { $needed } are needed
detail-cohort-units = { $n } aimaks began in { $cohort }, at least { $needed } are needed
detail-cohort-without-before = aimaks that began in { $cohort } were not seen before
nav-effects = Effects
effects-lead = Did going organic change it? What the organic aimaks together changed beyond the aimaks they are compared with.
effects-how = The aimak is the unit. A sentence is never stronger than the weaker of design and confidence, and where two tests disagree the more cautious one decides.
effects-summary = All effects
effects-column-indicator = Indicator
effects-column-verdict = What was found
effects-column-effect = Difference (95 % interval)
effects-column-grade = Confidence
effects-detectable = What could have been seen
effects-verdict-more = More than without the transition
effects-verdict-less = Less than without the transition
effects-verdict-seen = Seen, causes unknown
effects-verdict-none = No effect that matters was found
effects-verdict-cannot-tell = The data cannot tell
effects-verdict-no-number = No number can be given
effects-picture = Before and after the transition, against comparison aimaks
effects-grade = How sure
effects-advice = What would make it surer
effects-share = Organic land
effect-shares = { $least } to { $most } % of the area of an aimak (median { $median } %)
effect-share-one = { $share } % of the area of an aimak
effect-share-unknown = not known for { $n } of them
effects-tests = Tests
effects-other-ways = The same question in other ways
effects-who = Who takes part
effects-breakdown = The finding would be gone if trends had differed { $times } times as much as the most seen before the transition.
effects-rules = How effects are found
effects-rules-words = Each organic aimak is compared with aimaks that did not change, from the last time before its transition on. The interval reflects differences between aimaks, not between plots. Exchanging the dates of the transition between aimaks shows how often chance alone gives as much. Confidence starts by the design and goes down for everything that weakens it.
effects-on-indicator = Effect of the transition
effects-why = Picture, reasons for the grade, and what would make it surer
role-treated = Organic
role-comparison = Comparison
role-later = Organic after the last observation
role-always-treated = Organic before the first observation: in no effect
role-incomplete = Not seen each time: in no effect
sensitivity-placebo-date = With { $n } dates at which nothing began: { $least } to { $most }.
sensitivity-without-unit = Leaving out one aimak at a time ({ $n }): { $least } to { $most }.
sensitivity-without-stratum = Leaving out one area at a time ({ $n }): { $least } to { $most }.
problem-effects-strata = The area of the aimaks is no field of the profile
expected-effects-strata = a field named under [boundaries] profile
hint-effects-strata = add the field to profile, for instance oblast = "oblast", or leave strata out
effects-verdict-above = More than in comparison aimaks
effects-verdict-below = Less than in comparison aimaks
effects-times-left-out = Left out, because some aimak was not seen then: { $times }.
arg-effect-place = Its columns of easting and northing in metres, for likeness of neighbours and spill-over: x,y
problem-effect-place = These are not two columns
expected-effect-place = the columns of easting and northing, in metres
hint-effect-place = name both, with a comma: --place x,y
effect-likeness = Likeness of neighbours once the effect is taken: Moran's I { $i } (without likeness { $expected }), p { $p }.
sensitivity-spillover = Comparison aimaks near organic ones changed by { $least } against those farther away. Were this spill-over, the figure above would be too small or too large by part of it.
sensitivity-far-only = Against the comparison aimaks farther away alone: { $least }.
effects-column-detectable = Smallest detectable change
effect-trends-without-power = Trends before the transition: p { $p } over { $n } leads; too few aimaks to say which drift would have been seen.
effect-balance = { $indicator }: how alike matching made both sides
effect-balance-description = Difference between organic and comparison aimaks in each property, in standard deviations before matching: open dot all aimaks, filled dot the matched ones. The pale band, 0.1 on either side, is usually called alike.
effect-balance-caption = Differences between both sides in standard deviations: open dot before matching, filled dot after; the pale band is usually called alike
effect-balance-row = { $before } before matching, { $after } after
check-rain = Each year at its usual rain
detail-effect-rain-missing = the rain of { $unit } is not known at every time
detail-effect-covariates-missing = not every property is known of { $n } aimaks, { $unit } among them
arg-effect-rain = Column of the rain of each year: the effect is also found as if each year had had its usual rain
arg-effect-water = What water that is: rain-fed (rain on land that gets no other) or supply (water brought to watered land); the rain of watered land says nothing and cannot be named
problem-effect-rain = The outcome cannot be its own rain
expected-effect-rain = another column
hint-effect-rain = name the column with the rain of each unit and year
problem-effects-covariates = A property of the aimaks is neither an indicator nor a field of the profile
expected-effects-covariates = the id of an indicator, or a field with numbers named under [boundaries] profile
hint-effects-covariates = write for instance covariates = ["slope_mean"], or add the field to profile

parameter-effect = Effect
parameter-effect-group-time-mean-of-unit-periods = mean over groups with the same start and over periods; every aimak in every period weighs the same
parameter-interval = Interval
parameter-interval-welch-t-unit-sums = Welch’s t over the sums of aimaks
parameter-comparison = Compared with
parameter-comparison-never-treated = areas that do not change their farming
parameter-comparison-not-yet-treated = areas that have not changed their farming yet
parameter-cells-comparison = Each group and period compared with
parameter-cells-comparison-never-treated = areas that do not change their farming
parameter-cells-comparison-not-yet-treated = areas that have not changed their farming yet
parameter-correction = Correction for several indicators
parameter-correction-holm = Holm
parameter-correction-benjamini-hochberg = Benjamini–Hochberg
parameter-seed = Seed of the random numbers
parameter-permutations = Permutations drawn
parameter-band-draws = Draws for the intervals of all periods together
parameter-anticipation = Periods before the start that may already change
parameter-family = Indicators declared together
