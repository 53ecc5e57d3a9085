# Words of pages that depend on the kind of project, and of maps and charts of areas.

## A project without organic aimaks: nothing is compared
home-lead-organic = { $organic ->
    [one] { $organic } organic aimak
   *[other] { $organic } organic aimaks
}: what changed, where, and how sure is it?
home-changed-plain = What was measured
home-changed-hint-plain = One mark for each area.
compare-title-plain = Compare areas
compare-lead-plain = Every area beside others, by the same indicators.
compare-matrix-plain = All areas
home-areas-plain = Find an area
land-whole-aimak-plain = Whole area
on-land-whole-aimak-plain = in the whole area

## A project without data
nothing-measured = Nothing has been measured here yet.
nothing-measured-begin = So far there are only boundaries and names. How to begin:
nothing-measured-data = Name your data in the project file monitoring.toml: soil samples, plant records, satellite images or an elevation model. The command “aimak indicators” lists what can be measured with them.
nothing-measured-check = Check the data:
nothing-measured-publish = Analyse them and publish the atlas again:
map-boundaries = Boundaries and names
map-boundaries-desc = Map of the areas without values. The list on this page names the same areas. Projection: Lambert azimuthal equal-area.

## How many stand behind a number
sample-organic-aimaks = { $n } of { $all ->
    [one] { $all } organic aimak
   *[other] { $all } organic aimaks
}
sample-comparison-areas = { $n ->
    [one] { $n } comparison area
   *[other] { $n } comparison areas
}
sample-with-comparison = { $organic }, { $comparison }
sample-one-aimak = this aimak and { $comparison }
sample-count = { $of }: { $n }
sample-count-two = { $of }: { $n } + { $other }

## Maps, charts, cards
legend-no-interval = number without an interval: how sure it is cannot be said
row-compared = against the comparison land
chart-ranking-desc-plain = Sorted by value.
chart-ranking-refused = Not shown; the reasons stand in the table: { $areas }.
map-and-chart-table = Map and chart as a table
unknown-missing = Missing:
compare-this-plain = Compare with other areas
compare-place-plain = Area { $place }
compare-choose-plain = Choose two to four areas; they then stand side by side, on one scale for each indicator.
