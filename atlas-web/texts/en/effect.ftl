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
