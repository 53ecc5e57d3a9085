# Aimaks side by side.

nav-compare = Compare
compare-title = Compare aimaks
compare-lead = Every aimak beside the others, with the same indicators. A difference between two aimaks is not an effect of the transition.
compare-this = Compare with other aimaks
compare-side-by-side = Choose two to four
compare-place = Aimak { $place }
compare-nobody = none
compare-choose = Choose two to four aimaks; they then stand side by side, on one scale for each indicator.
compare-chosen = Side by side: { "{names}" }
compare-others = Band: from the lowest to the highest comparison area; upright stroke: the area in the middle, or both where two stand there.
compare-others-said = Comparison areas ({ $n }): lowest { $lowest }; in the middle { $middle }; highest { $highest }
compare-matrix = All aimaks
compare-rule = Changes, each with a link to its interval, sentence and source. The indicators were chosen by a rule and not by result: of those with a change anywhere, one of each theme, then a second of each, and so on, up to { $most }.
compare-rule-plain = The latest values, each with a link to its source. The indicators were chosen by a rule: one of each theme, then a second of each, and so on, up to { $most }.
compare-sign-told = the change’s 95 % interval excludes zero
compare-sign-seen = seen, confidence very low
compare-sign-uncertain = cannot be told from no change
compare-sign-value = a value, or a number without interval
compare-sign-withheld = not shown; the reason is behind the link
