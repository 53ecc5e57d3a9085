# Turnover of species, species on lists, diversity within and between places

# Units
unit-species-per-plot = number of species on a plot
symbol-species-per-plot = species per plot
counted-species-per-plot = species per plot

# What came and went between two periods
quantity-between = Turned over: { $before } → { $after }
quantity-difference-between = Difference from comparison land: { $before } → { $after }
verdict-between = Turnover as a whole is never zero, whoever farms
verdict-more-between = More than on comparison land
verdict-less-between = Less than on comparison land
verdict-uncertain-between = Cannot be told from no difference
claim-observed-between = { $indicator }: { $value } ({ $period }, { $land }). Turnover as a whole is never zero: two visits never find the same, whoever farms. Only the difference from comparison land tells something.
claim-differed-from-comparison-between = { $indicator }: larger by { $value } than on land that did not change its farming ({ $level } % interval: { $interval }; a minus means smaller), { $land }. This is consistent with an effect of the transition; confidence: { $confidence }.
claim-difference-seen-with-very-low-confidence-between = { $indicator }: a difference of { $value } from land that did not change its farming was seen ({ $level } % interval: { $interval }; a minus means smaller), { $before } → { $after }, { $land }. Confidence is very low: nothing can be said about its causes.
claim-no-change-larger-than-bound-between = No difference from comparison land larger than { $bound } was found: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $land }.
claim-difference-cannot-tell-between = The data cannot show whether this differs from comparison land: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $land }. A difference smaller than { $detectable } could easily be missed.
claim-difference-cannot-tell-unknown-between = The data cannot show whether this differs from comparison land: { $indicator }, { $value } ({ $level } % interval: { $interval }), { $land }.
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

# aimak diversity
arg-diversity-sites = The column of plots within what is compared; --partition, --multi-site and --revisits compare their amounts (default: that of --plots)
arg-diversity-partition = A table of diversity within plots (alpha), between them (beta, an effective number of plots) and of all (gamma), by the orders of --q, every plot weighing the same; limits by drawing the plots again
arg-diversity-multi-site = A table of how different all plots together are: turnover, nestedness and their sum, by presence and by amounts; and at equal numbers of plots
arg-diversity-revisits = The column that tells the two visits to a plot apart, for instance a year; needs --turnover
arg-diversity-turnover = A table of what came and went on each plot between its two visits (--revisits)
arg-diversity-nested = Groups within groups, the widest first and those that have the kinds last: village,farm. The table to write then holds the diversity of every level; counts may be hectares or heads
cli-diversity-partition-note = Alpha, beta and gamma are of the plots that were searched; gamma and beta rise with their number.
cli-diversity-multi-site-note = Dissimilarity of many plots rises with their number: compare what stands under equal_, which is at as many plots as the smallest group has.
cli-diversity-turnover = { $by }: { $value } % of the species turned over, 95 % interval { $low } to { $high }; plots: { $plots }.
cli-diversity-turnover-difference = { $one } less { $other }: { $value } percentage points, 95 % interval { $low } to { $high }.
cli-diversity-turnover-once = Plots visited at one of the two times only, left out: { $n }.
cli-diversity-turnover-note = Turnover is never zero: weather and other observers alone make species seem to come and go. Only a difference from comparison plots tells something.
cli-diversity-nested-note = Diversity never rises from a wider level to one within it. Compare the equal weights with those by amount: where they differ, large holdings decide.
problem-diversity-no-sites = This compares plots, and no column of plots was named
expected-diversity-no-sites = the column of plots within what is compared
hint-diversity-no-sites = For instance --sites plot.
problem-diversity-two-times = This column does not hold two visits
expected-diversity-two-times = two different values, one for each visit
hint-diversity-two-times = Keep the rows of two visits, or put years together into a column with two values such as before and after.
