# The page of an indicator, and the records of its numbers.
indicator-in-short = How it is measured, in short
indicator-to-card = Formula, unit, references
indicators-single-areas = Known for single areas only: nothing is told of all organic aimaks together.
effects-and-change = The number differs from the change above: the effect compares the figures of every aimak at each time; the change above compares the two periods, where it can on plots or people seen both times.
indicator-table = The figures of this indicator as a table (CSV)
indicator-table-columns = For each figure: value, interval and its kind, n, method and version, what may be claimed, confidence, or why it is withheld. Names of columns are the same in every language.
indicator-raster = Map cell by cell as a raster (cloud-optimised GeoTIFF): { $quantity }

## Order and tiers
ranking-tier = Tier { $tier } – { $n ->
    [one] { $n } area
   *[other] { $n } areas
}: their order cannot be told
ranking-tier-alone = Tier { $tier } – one area, apart from the others
ranking-without-rank = With a number, but without a place: nobody can say how sure it is
ranking-tiers-desc = Areas by rank, with intervals. Areas of one tier stand together, because their order cannot be told. The table after the chart lists the ranks.
ranking-tiers-note = By rank; 1 is the highest value. Within a tier read the lines, not the places; areas on both sides of a line between tiers may not differ either. Beside each area: the ranks it may have (95 %).
ranking-table = Ranks and tiers
ranking-rank = Rank by value
ranking-places = Possible ranks (95 %)
ranking-tier-column = Tier
ranking-among-first = Chance to be among the first { $n }
ranking-among-first-method = The chance to be among the first is where the values and their errors point when nothing else is known of the areas (Laird and Louis 1989); where true values lie near each other it is surer than it should be, the possible ranks are not.
ranking-method = Possible ranks follow from the differences between areas and their standard errors: an area stands surely before another only where the difference is beyond chance, all comparisons of an area taken together (Mogstad and others 2024). Tiers take all pairs together. Only values that were sampled apart in each area have ranks.

## Spread
spread-title = How the values spread
spread-desc = One dot for each area on one scale; dots that would cover each other are stacked. The table on this page lists the values.
spread-note = One dot is one area. Where the two kinds lie apart, this was only seen: other causes than the transition may explain it.
spread-note-one = One dot is one area.
spread-group = { $what }: { $n }

## Through time
over-time-years = Year by year
over-time-periods = Period by period
over-time-rule = { $all } years have a figure; { $shown } are drawn, spread evenly, the first and the last among them.
over-time-land = All maps share one scale. Organic aimaks: their organic land where it has a figure, the same land on every map. Comparison areas: the whole aimak.
over-time-scale = All maps share one scale.

## About the numbers
about-all-numbers = Every figure of this indicator, with all that stands behind it
numbers-title = About the numbers: { $indicator }
numbers-lead = Every figure with all digits, interval, n, method, parameters and input files: enough to judge it and to repeat it.
numbers-jump = Figures of
numbers-cite = How to cite
numbers-citation = { $project }. Edition { $edition }, { $date }. { $indicator }. { $program }.
numbers-again = To see the same from a release folder:
numbers-dated = Figures by date
numbers-band = { $level } % interval
numbers-family = Together with the indicators declared beside it
numbers-se = Standard error
numbers-df = Degrees of freedom
numbers-p = p of the same test
card-indicator-id = Name in files
