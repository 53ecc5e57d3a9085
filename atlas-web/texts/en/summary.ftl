# The national summary: two sheets of paper.
nav-summary = Summary
summary-title = What is known so far
summary-indicators = { $n ->
    [one] { $n } indicator of all organic aimaks together.
   *[other] { $n } indicators of all organic aimaks together.
}
summary-found = More or less than in the comparison aimaks
summary-none-found = No effect that matters was found
summary-cannot-tell = No effect can be told yet
summary-seen = Seen, but with very low confidence
summary-alone = Changed, with nothing to compare with
summary-other = A value, no statement on change
summary-effect = Difference
summary-aimaks = Aimaks: { $treated } organic, { $comparison } comparison
summary-why = Reasons and pictures
summary-for-all = All indicators.
summary-for = For: { $indicators }.
summary-for-some = For { $n } of { $all } indicators.
summary-not-known = What is not known
summary-weak = Of { $all } indicators { $n ->
    [one] { $n } has
   *[other] { $n } have
} very low confidence: what was seen there may have any cause.
summary-always = { $n ->
    [one] { $n } organic aimak was
   *[other] { $n } organic aimaks were
} organic before the first observation: nothing can be said about what the transition changed there.
summary-without = No figure of all organic aimaks together ({ $why }):
summary-not-asked = known for single areas only, not compared between organic and comparison aimaks
summary-chosen = All organic aimaks chose to join. What would happen where joining were compulsory, nobody has seen.
summary-more = Pictures, tests, reasons and every number:
