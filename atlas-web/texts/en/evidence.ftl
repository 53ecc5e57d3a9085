# Evidence: agreement of answers, families, placebo outcomes, advice with numbers, paired neighbours.
grade-as-effect = One step down: the effect over all periods of this indicator is less sure.
grade-placebo-outcome = One step down: an outcome that the transition cannot have changed shows an effect too.
effect-family-holm = With allowance for the indicators declared together (Holm: the chance that any of them is found where there is nothing stays 5 %): p { $p }.
effect-family-benjamini-hochberg = With allowance for the indicators declared together (Benjamini–Hochberg: of those found, on average 5 % at most are nothing): p { $p }.
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
advice-not-enough = An effect that matters would easily be missed, and not even { $n } more aimaks of each kind would mend it. More plots or waves may, or an outcome that varies less.
advice-waves-before = Testing earlier trends takes { $needed } surveys before the start; { $n } { $n ->
    [one] is
   *[other] are
 } missing. For aimaks that have begun it is too late: survey those yet to begin.
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
 } organic from the first wave on: no “before” is known. There pairs of neighbouring organic and other fields can be compared: that shows a difference, never a change.
power-add-treated = {"  "}{ $n } more organic { $n ->
    [one] aimak
   *[other] aimaks
 }, by the same dates: { $percent } % ({ $smallest }){ $asked ->
    [0] {""}
   *[other] , found in { $chance } % of cases
 }; { $visits } more plot visits
help-pairs = How do organic fields differ from the fields beside them? For aimaks that nobody saw before they became organic: a difference, never a change.
help-pairs-example = Examples:
    {"  "}aimak pairs --fields fields.csv --pair pair --organic organic --outcome soc --aimak aimak --out pairs
    {"  "}aimak pairs --fields fields.csv --pair pair --organic organic --outcome soc --aimak aimak --relevant 2 --registered 2026-03-01 --name "organic carbon, t/ha" --out pairs
arg-pairs-fields = A table with a row for each field, or for each plot of a field (CSV, Parquet, XLSX)
arg-pairs-pair = Its column of pairs: the organic field and the field beside it carry the same name
arg-pairs-organic = Its column that says which field is organic: yes or no
arg-pairs-outcome = Its column of the outcome
arg-pairs-aimak = Its column of aimaks, which then are the units
arg-pairs-relevant = The difference that would matter, in the unit of the outcome
arg-pairs-registered = Date on which outcome and pairs were declared
arg-pairs-proxy = The outcome stands for something that was not measured
arg-pairs-name = Name of the outcome in sentences (default: its column)
arg-pairs-seed = Seed of the draws
arg-pairs-out = The folder to write; it must not be there or be one of this command
problem-pairs-aimak-changes = The fields of a pair lie in two aimaks
expected-pairs-aimak-changes = one aimak for both fields of a pair
hint-pairs-aimak-changes = neighbours lie side by side: correct the aimak or take another field for the pair
problem-pairs-too-few = Too few pairs for a comparison
expected-pairs-too-few = at least five pairs of which both fields were measured, in at least two aimaks where aimaks are named
hint-pairs-too-few = measure more pairs; of a single aimak leave --aimak out, the result then holds for its fields alone
detail-field-pairs = { $n } whole pairs, at least { $needed } are needed
pairs-claim-differs = { $pairs } pairs of neighbouring fields{ $aimaks ->
    [0] {""}
   *[other] {" "}in { $aimaks } aimaks
 }: on organic fields { $indicator } differs by { $value } (95 % interval: { $interval }) from the fields beside them; confidence: low.
pairs-claim-seen = { $pairs } pairs of neighbouring fields{ $aimaks ->
    [0] {""}
   *[other] {" "}in { $aimaks } aimaks
 }: a difference of { $value } (95 % interval: { $interval }) was seen between organic fields and those beside them, { $indicator }. Confidence is very low.
pairs-claim-no-difference-beyond = No difference larger than { $bound } was found between organic fields and those beside them: { $indicator }, { $value } (95 % interval: { $interval }), { $pairs } pairs{ $aimaks ->
    [0] {""}
   *[other] {" "}in { $aimaks } aimaks
 }.
pairs-claim-cannot-tell = The data cannot show whether organic fields differ from those beside them: { $indicator }, { $value } (95 % interval: { $interval }), { $pairs } pairs{ $aimaks ->
    [0] {""}
   *[other] {" "}in { $aimaks } aimaks
 }.
pairs-reach = The fields were seen once. Whether they differed already when the organic ones began nobody knows: this is neither a change nor its cause.
pairs-detectable = Smallest difference that could be seen (5 %, power 80 %): { $least }.
pairs-exchange = Exchanging the two fields: p = { $p } ({ $n } ways, { $exact ->
    [1] all gone through
   *[other] drawn
 }).
pairs-grade = Design: neighbouring fields seen once (E3). Confidence begins low and ends { $confidence }; it never rises above low.
pairs-unit-aimak = The aimak is the unit: the mean of its pairs counts once, however many there are.
pairs-incomplete = { $n } { $n ->
    [one] pair was
   *[other] pairs were
 } left out because one of its fields was not measured.
pairs-done = Table and sentences: { $out }
grade-pairs-without-aimak = One step down: nobody said in which aimaks the pairs lie; pairs of one aimak share its weather and its history.
grade-few-pairs = One step down: few units ({ $n }; with fewer than { $needed } exchanging the fields cannot reach 5 %).
called-among = { $called ->
    [sites] sites
    [fields] fields
    [units] units
   *[aimaks] aimaks
 }
called-compared = { $called ->
    [sites] sites
    [fields] fields
    [units] units
   *[aimaks] aimaks
 }
called-joined = { $called ->
    [sites] sites
    [fields] fields
    [units] units
   *[aimaks] aimaks
 }
called-count = { $called ->
    [sites] sites
    [fields] fields
    [units] units
   *[aimaks] aimaks
 }
called-themselves = { $called ->
    [sites] sites
    [fields] fields
    [units] units
   *[aimaks] aimaks
 }
arg-effect-called = What the units are called in sentences: aimaks, sites, fields or units
power-indicator = { $indicator }: smallest effect that could be seen { $smallest }, at the strictest step of { $n } indicators { $family }.
power-best-plots = What helps most: { $n } more { $n ->
    [one] plot
   *[other] plots
 } in each aimak and wave leave { $percent } % of it.
power-best-comparison = What helps most: { $n } more comparison { $n ->
    [one] aimak
   *[other] aimaks
 } leave { $percent } % of it.
power-best-treated = What helps most: { $n } more organic { $n ->
    [one] aimak
   *[other] aimaks
 } leave { $percent } % of it.
power-best-waves = What helps most: { $n } more { $n ->
    [one] wave
   *[other] waves
 } leave { $percent } % of it.
problem-plan-outcomes = Outcomes and effects that matter do not agree
expected-plan-outcomes = at most twenty outcomes, with one effect that matters for all or one for each
hint-plan-outcomes = write them in the same order: --outcome soc,ph --relevant 2,0.2
