# Evidence: agreement of answers, families, placebo outcomes, advice with numbers, paired neighbours.
grade-as-effect = One step down: the effect over all periods of this indicator is less sure.
grade-placebo-outcome = One step down: an outcome that the transition cannot have changed shows an effect too.
effect-family-holm = Raised for the indicators declared together (Holm: the chance that any of them is found where there is nothing stays 5 %): p { $p }.
effect-family-benjamini-hochberg = Raised for the indicators declared together (Benjamini–Hochberg: of those found, on average 5 % at most are nothing): p { $p }.
effect-placebo-outcome = { $outcome }, which the transition cannot have changed, looked at in the same way: { $answer }.
arg-effect-placebo = Its columns of outcomes that the transition cannot have changed, such as the share of clay: an effect on one of them is a warning
problem-effect-placebo = An outcome cannot be its own check
expected-effect-placebo = a column that the transition cannot have changed
hint-effect-placebo = name another column, for instance clay, or leave --placebo out
problem-effects-placebo = An indicator that the transition cannot have changed is tested for change
expected-effects-placebo = an indicator that is not in family
hint-effects-placebo = take it out of family or out of placebo
advice-comparison-areas = Observe comparison aimaks in these areas too, at least { $n } in each: { $strata }. Without them an event of the area cannot be told from an effect.
advice-enough-comparison = An effect that matters would easily be missed. If chance goes on varying as it did here, { $n } more comparison { $n ->
    [one] aimak
   *[other] aimaks
 } would let it be seen in 80 % of cases, should there be one. So few aimaks know that variation only roughly.
advice-enough-both = An effect that matters would easily be missed, and comparison aimaks alone do not mend it. If chance goes on varying as it did here, { $n } more organic aimaks and as many for comparison would let it be seen in 80 % of cases, should there be one.
advice-not-enough = An effect that matters would easily be missed, and not even { $n } more aimaks of each kind would mend it. More plots or waves may (`aimak plan`), or an outcome that varies less.
advice-waves-before = To test earlier trends { $needed } waves before the start are needed; { $n } { $n ->
    [one] is
   *[other] are
 } missing. For aimaks that have begun it is too late: observe such as have yet to begin.
advice-waves-next = { $n } { $n ->
    [one] aimak of this panel begins
   *[other] aimaks of this panel begin
 } { $dated ->
    [1] in { $start } or later
   *[other] after the last wave
 }: observe them and the comparison aimaks once more before that and again after it, and their earlier trends can be tested.
advice-pairs = { $n } { $n ->
    [one] aimak was
   *[other] aimaks were
 } organic from the first wave on and have no “before”. There neighbouring organic and other fields can be compared (`aimak pairs`): that shows a difference, never a change.
