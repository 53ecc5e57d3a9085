# Eco-passports of local places: pages, problems of their tables, `aimak withdraw`.

## Pages
nav-passports = Places
passports-title = Eco-passports of local places
passports-lead = Springs, old trees, pastures and sacred places, described by pupils, shepherds and herbalists. Only what their authors agreed to make public is shown.
passports-all = All eco-passports
passports-counted-only = { $n ->
    [one] { $n } more place is recorded; its authors only wish it to be counted.
   *[other] { $n } more places are recorded; their authors only wish them to be counted.
}
passports-none-public = At present no eco-passport is public.
place-kind-spring = Spring
place-kind-tree = Tree
place-kind-grove = Grove
place-kind-pasture = Pasture
place-kind-sacred-place = Sacred place
place-kind-wetland = Wetland
place-kind-herb-place = Place of herbs
place-kind-other = Other place
place-kinds-spring = Springs
place-kinds-tree = Trees
place-kinds-grove = Groves
place-kinds-pasture = Pastures
place-kinds-sacred-place = Sacred places
place-kinds-wetland = Wetlands
place-kinds-herb-place = Places of herbs
place-kinds-other = Other places
place-state-good = good
place-state-fair = fair
place-state-poor = poor
judge-pupils = pupils
judge-shepherds = shepherds
judge-herbalists = herbalists
judge-residents = people of the place
judge-experts = specialists
passport-names = Names
passport-aimak = Aimak
passport-photos = Photos
passport-photo-alt = { $kind } “{ $name }”, photo
passport-photo-large = Larger: { $what }
passport-photo-by = Photo: { $author }
passport-where = Where it lies
passport-map-title = { $name }: where it lies
passport-map-desc = Outline of the aimak. The place is marked as exactly as it may be told.
passport-place-point = The point is shown exactly: those who know the place agreed.
passport-place-cell = The place lies somewhere in the marked rectangle, at most { $distance } from its middle. It is told no more exactly, to protect it and those who live there.
passport-place-kept-back = Where it lies is not told, to protect the place and those who live there.
passport-place-not-recorded = No coordinates were taken.
passport-metres = { $n } m
passport-kilometres = { $n } km
passport-degrees = { $south }–{ $north }° N, { $west }–{ $east }° E
passport-degrees-point = { $latitude }° N, { $longitude }° E
passport-states = State over time
passport-states-note = Each class is the judgement of those named beside it, not a measurement.
passport-latest-state = State: { $state } ({ $date })
col-state = State
col-judged-by = Judged by
passport-species = Species seen
passport-last-seen = last seen { $date }
passport-knowledge = Local knowledge
passport-threats = Threats
passport-recommendations = What should be done
passport-text-ky = in Kyrgyz
passport-text-ru = in Russian
passport-text-en = in English
passport-about = How this record was made
passport-recorded = Described
passport-authors = Authors
passport-pupils = pupils, { $school }, class { $class }
passport-pupils-of-school = pupils, { $school }
passport-authors-unnamed = not named
passport-consent = Consent
passport-consent-words = Its authors agreed that this record is public. Children are never named; on photos nobody can be recognised, or those shown, or their guardians, agreed.
passport-withdraw = Withdrawal
passport-withdraw-words = Whoever made the record or is shown in it can ask the project to withdraw it. No reason is needed; it is then removed from all editions.
passport-id = Code
passport-withdrawn = Withdrawn on request
passport-withdrawn-words = This eco-passport was withdrawn on { $date } at the request of those it concerns. It was removed from all editions.

## Left out
exclusion-passports-counted-only = places whose authors only wish them to be counted
exclusion-passports-internal = places that are not public
exclusion-passport-photos = photos that are not public or lack a consent

## Problems of the tables
problem-passport-word = An unknown word
expected-passport-word = one of the words of this column
hint-passport-word = choose one of them
problem-passport-column = A column is named almost like one that is known
expected-passport-column = the name exactly as it is known; a column that is not known is not read
hint-passport-column = correct the name in the header
problem-passport-id = The id cannot become part of an address
expected-passport-id = at most 60 letters a–z, digits, - and _
hint-passport-id = write it in Latin letters without spaces: ak-bulak
problem-passport-twice = It stands twice
expected-passport-twice = each place, and each photo of a place, once; capitals make no difference
hint-passport-twice = delete one of the rows or change it
problem-passport-consent-missing = Nobody wrote down what was agreed to
expected-passport-consent-missing = public, aggregated_only or internal
hint-passport-consent-missing = ask, and fill in the cell; until then it counts as internal and is not published
problem-passport-sensitive-exact = A place is sensitive and is to be shown exactly
expected-passport-sensitive-exact = either a category of sensitivity or an exact point
hint-passport-sensitive-exact = write no for the exact point, or leave the sensitivity empty
problem-passport-other-aimak = A place lies in another aimak than its row says
expected-passport-other-aimak = coordinates inside the aimak named
hint-passport-other-aimak = check both; the code of the row was used
problem-passport-unknown-place = The place is not in the table of places
expected-passport-unknown-place = the id of a place
hint-passport-unknown-place = correct the id or add the place; if its own row has a problem, mend that first
problem-passport-date-later = A date lies after the edition
expected-passport-date-later = not later than { $edition }
hint-passport-date-later = correct the date, or the date of the edition in the project file
problem-passport-contact = A text to be published holds what looks like a telephone number, an address or a coordinate
expected-passport-contact = text without them
hint-passport-contact = take it out; if it is none, write the number shorter
problem-observation-empty = A row tells neither a state nor a species
expected-observation-empty = state with judged_by, or species
hint-observation-empty = fill in one of them or delete the row
problem-photo-missing = The photo is not in its folder
expected-photo-missing = the name of a file in the folder of photos
hint-photo-missing = copy the photo there, or correct its name; capitals and the ending count
problem-photo-face-consent = A public photo shows somebody who did not agree
expected-photo-face-consent = yes, where all who can be recognised, or the guardians of children, agreed
hint-photo-face-consent = ask for the consent, or write internal in the column consent; a photo without faces is better still
problem-photo-face-unknown = It is not known whether somebody can be recognised on the photo
expected-photo-face-unknown = yes or no
hint-photo-face-unknown = look at the photo and fill in the cell; until then it is not published
problem-photo-type = The file is no photo that can be read
expected-photo-type = JPEG or PNG; the name’s ending alone makes none
hint-photo-type = save it as JPEG; iPhones do so with “Most Compatible” in the settings of the camera
problem-photo-too-large = The photo is too large
expected-photo-too-large = at most { $megabytes } MB and { $megapixels } million pixels
hint-photo-too-large = make it smaller; the atlas shows 1600 pixels
problem-photo-damaged = The photo is damaged
expected-photo-damaged = a file that a picture viewer opens to the end
hint-photo-damaged = copy it again from the camera
problem-withdraw-nothing = There is nowhere to withdraw it from
expected-withdraw-nothing = --project, --release or --site
hint-withdraw-nothing = name the project first: then no later run publishes it again
problem-withdraw-no-passports = The project has no eco-passports
expected-withdraw-no-passports = a section [eco_passports] in the project file
hint-withdraw-no-passports = check that the right project file is named

## Commands
cli-check-passports = Eco-passports: { $places ->
    [one] { $places } place read
   *[other] { $places } places read
}, { $shown } of them may be published, with { $photos ->
    [one] { $photos } photo
   *[other] { $photos } photos
}.
help-withdraw = Withdraws an eco-passport: from the project, so that no later run publishes it, and from every edition of releases and sites.
help-withdraw-example = Example:
    {"  "}aimak withdraw ak-bulak --date 2026-12-01 --project monitoring.toml --release release --site site --dry-run
arg-withdraw-id = The id of the eco-passport
arg-withdraw-date = Date of the request; the program reads no clock
arg-withdraw-project = The project file; its list of withdrawn passports is written
arg-withdraw-release = A release folder to clean; may stand several times
arg-withdraw-site = A site to clean, with all its editions; may stand several times
arg-withdraw-dry-run = Only tell what would happen
value-passport = eco-passport
value-date = date
cli-withdraw-would = This would happen (nothing was changed):
cli-withdraw-did = Withdrawn: { $id }
cli-withdraw-list = { $file }: the id is written into the list; no later run publishes it
cli-withdraw-listed = { $file }: the id stands in the list already
cli-withdraw-removed = { $dir }: removed, checksums renewed (editions: { $editions })
cli-withdraw-release-removed = { $dir }: removed, checksums renewed
cli-withdraw-not-there = { $dir }: it is not in there
cli-withdraw-never = Neither the tables nor the releases and sites given hold { $id }. Check the spelling.
cli-withdraw-copies = Replace these copies, and ask those who hold them to delete the old one:
cli-withdraw-no-copies = The project file lists no copies (copies = [...] in [eco_passports]). Think of hosts, memory sticks, school computers and web archives.
cli-withdraw-no-project = No project file was named: the next run would publish it again. Run the command once more with --project.
