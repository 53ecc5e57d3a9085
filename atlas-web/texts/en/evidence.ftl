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
