# The page of data: terms, files, columns, citation; what metadata say.
data-terms = Before you use it
data-edition = Number and date
data-publisher = Published by
data-contact = Questions
data-address = Permanent address
data-time = Observed
data-time-span = { $first } to { $last }
data-frame = Where
data-frame-degrees = { $west }° to { $east }° east, { $south }° to { $north }° north
data-licence-of-all = Licence of every file: { $licence }.
data-licence-photos = Photos of places are not covered by it: ask the publisher before you use one.
data-licence-of-none = The project states no licence: ask the publisher before you use the files.

data-group-tables = Tables
data-group-lead-tables = Comma-separated UTF-8 for a spreadsheet, Parquet for programs; the rows are the same. Every number stands with its n, its method, and its interval or why it has none; where there is no number, the row tells why.
data-group-outlines = For a GIS
data-group-lead-outlines = Outlines in longitude and latitude (WGS 84), with figures. The GeoPackage opens in QGIS as layers: outlines, findings, and both joined.
data-group-maps = Maps by cell
data-group-lead-maps = Rasters in their own grid, with unit, method and edition in their tags, and the pictures made of them.
data-group-record = The whole record
data-group-lead-record = Everything the pages are made from, and what the run noted.
data-group-photos = Photos of eco-passports
data-group-lead-photos = They show places of the people who took them: ask the publisher before you use one elsewhere.
data-photos = { $n ->
    [one] { $n } file
   *[other] { $n } files
}
data-photos-listed = Too many to list here: release.json names each with its checksum.
kind-findings-gpkg = Outlines and all figures as layers (GeoPackage)
kind-effects-csv = Effects of the transition, every answer in a row (CSV)
kind-effects-parquet = Effects of the transition, every answer in a row (Parquet)
kind-passport-photo = Photo of an eco-passport (JPEG)

data-metadata = For catalogues and programs
data-metadata-lead = The same description in the words of four standards, and a list of all files. None of them holds a number that is not in the files.
data-metadata-schema-org = schema.org, for search engines for data (JSON-LD); pages of indicators carry theirs inside
data-metadata-stac = STAC 1.1, for programs that look for maps; an entry for each map by cell
data-metadata-ro-crate = RO-Crate 1.2, for repositories that keep the whole folder
data-metadata-dcat = DCAT-AP 3, for open data portals (Turtle)
data-metadata-manifest = Every file of the site with its checksum

data-columns = What the columns mean
data-columns-lead = An empty cell means: does not apply, or was not observed. In headline.geojson the same names follow the id of the indicator: soil_ph_value, soil_ph_interval_lo.
data-columns-of = { $file }, { $n ->
    [one] { $n } column
   *[other] { $n } columns
}
col-column = Column
col-meaning = What it means

data-cite = How to cite
data-cite-edition = Always name the edition: numbers of another one may differ.
data-cite-bibtex = for reference managers
data-cite-cff = for repositories
cite-line = { $publisher } ({ $year }): { $title }. Edition { $edition } ({ $date }), computed with { $program }.
cite-line-unsigned = { $title } ({ $year }). Edition { $edition } ({ $date }), computed with { $program }.
cite-simulated = Simulated data.

metadata-description = Figures of soil, erosion, biodiversity, land and opinions by area, with how sure they are: { $areas ->
    [one] { $areas } area
   *[other] { $areas } areas
} and { $indicators ->
    [one] { $indicators } indicator
   *[other] { $indicators } indicators
}. Every number stands with its n, its method, and its interval or why it has none; where there is no number, the reason is told.
metadata-uncertainty = How sure the numbers are: { $meanings }.
metadata-keywords = organic agriculture, soil, erosion, biodiversity, vegetation, Kyrgyzstan

problem-publication-licence = The licence cannot be followed
expected-publication-licence = an SPDX id such as CC-BY-4.0, or an address that begins with https://
hint-publication-licence = write CC-BY-4.0 with hyphens, not “CC BY 4.0”
problem-publication-contact = Nobody can be reached there
expected-publication-contact = an e-mail address, or the address of a page
hint-publication-contact = write it as in data@example.org or https://example.org/contact
problem-publication-address = The permanent address leads nowhere
expected-publication-address = the address of the folder of the atlas, https://…
hint-publication-address = begin with https:// and end before index.html

## Columns of the findings
column-indicator = Id of the indicator, the same everywhere in the atlas
column-unit = Unit of value and interval
column-subject = Code of the aimak; organic_aimaks for all organic ones together
column-name-ky = Name of the aimak in Kyrgyz
column-name-ru = Name of the aimak in Russian
column-name-en = Name of the aimak in English
column-land = Which land: whole_aimak, organic, untreated
column-treated-share-percent = Share of organic land in the aimak, per cent
column-quantity = What of the indicator: state (in a period), at (on a date), trend (per year), over_years, change (after minus before), between (what two periods do not have in common), difference_of_changes (against the comparison), timeless
column-period-before = Id of the period taken as before
column-period-after = Id of the period taken as after
column-period = Id of the period of a state
column-date = Date or year; first and last year of a trend, parted by a slash
column-value = The number, unrounded; empty where it is not shown
column-interval-lo = Lower end of the interval
column-interval-hi = Upper end of the interval
column-interval-level = Its level: 0.95 is a 95 % interval
column-interval-kind = Where its spread comes from: sampling (other plots), among_aimaks (other aimaks), year_to_year (other years), parameter (factors of a formula), model
column-no-interval-reason = Why there is no interval: census (everything was seen), too_few_units, too_few_years
column-interval-50-lo = Lower end of the 50 % interval, where it is known
column-interval-50-hi = Upper end of the 50 % interval
column-interval-80-lo = Lower end of the 80 % interval, where it is known
column-interval-80-hi = Upper end of the 80 % interval
column-n = How many stand behind the number; those before, or on organic land, where two groups are compared
column-n-other = How many in the other group: after, or in the comparison
column-n-of = What was counted: plots, farms, persons, years, cells, aimaks; paired_… were seen both times
column-design = How the data came about; decides what may be said
column-design-code = The same as a code, from E1 (a state) to E7 (drawn by lot)
column-confidence = How confident one may be: very_low, low, moderate, high
column-claim = Which sentence the number may carry
column-smallest-detectable = Smallest change this design would show with 80 % power, in the unit of the value
column-no-change-beyond = Change beyond which none was found, where that is the sentence
column-method = Id of the method; the methods page explains it
column-method-version = Version of the method: raised whenever its results change
column-withheld-reason = Why there is no number, as a code; the methods page words every code
column-flags = Remarks that stay with the number, as codes
column-edition = The edition this row belongs to
column-simulated = true for invented data

## Columns of the effects
column-kind = What the row answers: effect, described_change (nothing compared), since_start, cell, part, check (the same question asked otherwise), sensitivity (data changed on purpose)
column-told-first = true for the answer that the atlas tells first
column-which = Which part, check or change of the data
column-cohort = When the cohort began
column-time = The period; for since_start the periods since the start
column-se = Standard error
column-df = Degrees of freedom; empty for an error that holds for many units only
column-band-lo = Lower limit that holds for all parts of a kind at once
column-band-hi = Upper limit that holds for all parts of a kind at once
column-p = Two-sided p of this answer
column-n-treated = Treated aimaks behind it
column-n-comparison = Comparison aimaks behind it
column-permutation-p = p of the effect by permuting starts; the same in every row of an indicator, like all columns after it
column-permutation-least-p = The least p that these lots can give
column-family-p = p raised for the number of indicators declared together (Holm)
column-trends-p = p of the test of trends before the start
column-smallest-detectable-in-family = The smallest effect at the strictest step of the family
column-relevant = The effect that matters, as declared beforehand
column-no-effect-beyond = Effect beyond which none was found, where that is the sentence
column-breakdown = How strongly trends would have to differ, as a multiple of what was seen before, until nothing is left
column-treated-share-percent-least = Organic land in the aimaks of the effect, the least share of the area of one, per cent
column-treated-share-percent-median = The middle share
column-treated-share-percent-most = The greatest share
column-grade-steps = Each step of confidence down or up, as codes
column-units-treated = Aimaks that began within the series
column-units-comparison = Aimaks that never began
column-units-later = Aimaks that began after the series
column-units-always-treated = Aimaks organic from the first period on: in no effect
column-units-incomplete = Aimaks not seen in every period: in no effect
column-parameters = Parameters as used
