# Turnover of species, species on lists, diversity within and between places

# Units
unit-species-per-plot = number of species on a plot
symbol-species-per-plot = species per plot
counted-species-per-plot = species per plot

# What came and went between two periods
quantity-between = Turned over: { $before } → { $after }
verdict-between = Turnover: never zero, whoever farms
verdict-more-between = More than on comparison land
verdict-less-between = Less than on comparison land
claim-observed-between = { $indicator }: { $value } ({ $period }, { $land }). This is never zero: two visits never find the same, whoever farms. Only the difference from comparison land tells something.
claim-differed-from-comparison-between = { $indicator }: larger by { $value } than on land that did not change its farming ({ $level } % interval: { $interval }; a minus means smaller), { $land }. This is consistent with an effect of the transition; confidence: { $confidence }.
claim-difference-seen-with-very-low-confidence-between = { $indicator }: a difference of { $value } from land that did not change its farming was seen ({ $level } % interval: { $interval }; a minus means smaller), { $before } → { $after }, { $land }. Confidence is very low: nothing can be said about its causes.
claim-no-change-larger-than-bound-between = No difference from comparison land larger than { $bound } was found: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $land }.
claim-cannot-tell-between = The data cannot show whether this differs from comparison land: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $land }. A difference smaller than { $detectable } could easily be missed.
claim-cannot-tell-unknown-between = The data cannot show whether this differs from comparison land: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $land }.
note-turnover-never-zero = Weather, the day of the visit and another observer alone make species seem to come and go. Read the difference from comparison land, not this number.
detail-turnover-needs-revisits = turnover needs plots that were visited in both periods

# Species on lists
note-species-unlisted = { $n ->
    [one] Of { $all } species found, { $n } is on no list of the project and counts as unmarked.
   *[other] Of { $all } species found, { $n } are on no list of the project and count as unmarked.
 }
detail-no-species-list = no list of the project says which species these are
problem-species-listed-twice = A species stands twice in the lists of species
expected-species-listed-twice = each species once, in one list
hint-species-listed-twice = Delete one of the two rows; where they disagree, keep what the cited list says.
problem-species-list-not-recorded = Species of the list that no record of the project names
expected-species-list-not-recorded = names written as in the tables of species
hint-species-list-not-recorded = Rare species may simply be absent. If the names are written in another way (with an author, an older name), write them as in the records, or they do not count.
problem-unknown-red-list-category = This is neither a category of the Red List nor yes or no
expected-unknown-red-list-category = EX, EW, RE, CR, EN, VU, NT, LC, DD, NA, NE, or yes or no
hint-unknown-red-list-category = Write the category with its two letters, or yes where your list counts the species as threatened.

# Methods
method-temporal-jaccard = Jaccard’s dissimilarity of two visits, mean of plots
method-temporal-jaccard-turnover = Jaccard’s dissimilarity of two visits, its part of replacement, mean of plots
method-temporal-jaccard-nestedness = Jaccard’s dissimilarity of two visits, its part of gain or loss, mean of plots
method-marked-species-red-list = threatened species found, mean of plots
method-marked-species-indicator = indicator species found, mean of plots
