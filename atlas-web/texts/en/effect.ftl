# Effects: panels, designs, grades and sentences.
design-parallel-trends = organic aimaks against comparison aimaks, at least four of each, whose earlier trends do not differ
design-staggered = aimaks that began at different times, each against aimaks that never began, with earlier trends that do not differ
design-randomised = the beginning was drawn by lot
claim-estimated-effect = In { $n } aimaks that chose to join, the transition changed { $indicator } by an estimated { $value } ({ $level } % interval: { $interval }), { $land }; confidence: { $confidence }. It does not show what happens where joining is ordered.
grade-trends-untested = One step down: trends before the transition could not be tested.
grade-trends-differ = One step down: trends before the transition differed already.
grade-placebo = One step down: a transition date that never was gave an effect too.
grade-attrition = One step down: { $percent } % of the aimaks were not seen each time.
grade-strata-alone = One step down: no comparison aimak in { $strata }; an event that hits this area alone would look like an effect.
grade-hangs-on-one = One step down: the result hangs on a single aimak or area.
grade-not-registered = One step down: nobody declared before the season that this would be looked at.
grade-proxy = One step down: what was measured stands for something else.
grade-method-break = One step down: laboratory, sensor or observer changed on the way.
grade-weather = One step down: the weather was not taken out.
grade-up-robust = One step up: every check agrees, and the test of earlier trends could have seen a difference.
grade-up-large = One step up: the effect is more than twice the smallest that could be seen.
advice-register = Declare the indicators and the change that matters in the project file, with a date, before the next season.
advice-relevant = Say which effect would matter (--relevant): without it nobody can say that none was found.
advice-comparison-in = Observe comparison aimaks in { $strata } too.
advice-more-comparison = { $n } more comparison { $n ->
    [one] aimak
   *[other] aimaks
 } would make four.
advice-more-treated = { $n } more organic { $n ->
    [one] aimak
   *[other] aimaks
 } would make four.
advice-before = Observe aimaks at least twice before they begin; for those that have begun this is too late.
advice-lost = Visit the aimaks that were not seen each time again.
advice-plan = An effect that matters could not be seen: `aimak plan` tells which addition helps most.
effect-claim-changed-without-comparison = { $indicator } changed by { $value } ({ $level } % interval: { $interval }) in { $n } aimaks. Nothing was compared: weather or other causes may explain part or all of it.
effect-claim-differed-from-comparison = Compared with { $comparison } aimaks that did not change, { $indicator } changed by { $value } more ({ $level } % interval: { $interval }; a minus means less) in { $n } aimaks that chose to join. This is consistent with an effect of the transition; confidence: { $confidence }. It does not show what happens where joining is ordered.
effect-claim-estimated-effect = In { $n } aimaks that chose to join, the transition changed { $indicator } by an estimated { $value } ({ $level } % interval: { $interval }); confidence: { $confidence }. It does not show what happens where joining is ordered.
effect-claim-seen-with-very-low-confidence = { $indicator }: a difference of { $value } was seen ({ $level } % interval: { $interval }) in { $n } aimaks. Confidence is very low: nothing can be said about its causes.
effect-claim-no-change-larger-than-bound = No effect larger than { $bound } was found: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $n } aimaks.
effect-claim-cannot-tell = The data cannot show whether the transition changed this: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $n } aimaks. An effect smaller than { $detectable } could easily be missed.
effect-claim-no-interval-no-sentence = { $indicator }: { $value } in { $n } aimaks. Without an interval nothing can be said about how sure this is.
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
effect-described = Without comparison: the { $n } aimaks themselves changed by { $value } ({ $interval }). What is more than the effect would have been claimed wrongly.
effect-detectable = Smallest effect that could be seen: { $one }; at the strictest step of its family { $family }.
effect-permutation = Exchanging the dates of the transition: p = { $p } ({ $n } ways, { $drawn ->
    [0] all gone through
   *[other] { $drawn } drawn
 }).
effect-trends = Trends before the transition: p = { $p } over { $n } leads; a drift that would make the effect that matters (or the one found) would be seen in { $power } % of cases.
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
detail-effect-periods = { $before } times before and { $after } from the start on, at least { $needed } are needed on a side
detail-effect-same-rain = rain was alike in all years
detail-effect-separated = the properties of { $units } aimaks tell without doubt who is organic: nobody is alike
detail-effect-sides = { $treated } organic and { $comparison } comparison aimaks, at least { $needed } are needed
detail-effect-units = { $n } aimaks, at least { $needed } are needed
detail-effect-years = { $n } years, at least { $needed } are needed
detail-leads-dependent = { $leads } times before the start cannot be told apart over { $units } aimaks
detail-leads-without-freedom = { $leads } times before the start leave { $df } degrees of freedom
detail-no-overlap = { $treated } organic and { $comparison } comparison aimaks are too unlike
detail-no-such-period = none of { $n } times fits
detail-periods = { $n } times, at least { $needed } are needed
detail-periods-before = { $n } times before the start, at least { $needed } are needed
detail-regression-singular = { $columns } columns of the regression cannot be told apart
