# How the tables of a project lie in their files.
problem-key-without-use = A key does nothing for a file of this kind
expected-key-without-use = `sheet` for spreadsheets, `layer` for map files, `header_row` and `first_row` for CSV and spreadsheets
hint-key-without-use = remove the key, or check the ending of the file name
problem-first-row-above = The data begin above their header
expected-first-row-above = `first_row` greater than `header_row` (1 if not given); rows are counted as a spreadsheet counts
hint-first-row-above = name the number of the first row that holds data, or remove the key
problem-no-header-row = The row named as header is empty or not there
expected-no-header-row = a row with the names of the columns
hint-no-header-row = correct `header_row`: rows are counted as a spreadsheet counts, blank ones too
hint-header-row = the names stand in row { $row }: add header_row = { $row } to the table
hint-units-row = correct the cells; if the row is no data but holds units or labels, add first_row = { $row } to the table
hint-sheet-units-row = correct the cells; if the row is no data but holds units or labels, delete it
hint-sheet-layer = save the one layer into a file of its own
hint-marked-thousands = write { $plain }: a mark between thousands is read as a decimal point in other countries

# dates
problem-date-order = A date can mean two days
expected-date-order = `dates = "day_first"` ({ $day_first }) or `dates = "month_first"` ({ $month_first }) in the table
hint-date-order = add the key: no date of the column tells which is meant, and it is never guessed
problem-date-orders-mixed = The dates of one column have the day first here and the month first there
expected-date-orders-mixed = one order; in row { $day_first } the day comes first, in row { $month_first } the month
hint-date-orders-mixed = write the dates as 2019-05-14, or split the table by who filled it in
hint-other-order = this date has its parts in the other order than `dates` says: correct the cell or the key
hint-two-digit-year = write the year with four digits
hint-excel-days = if these are days as Excel counts them, add dates = "excel" to the table; otherwise write 2019-05-14

# places
problem-not-degrees = No longitude or latitude
expected-not-degrees = degrees such as 42.4261, 42°25'34" N or 42 25 34; minutes and seconds below 60
hint-not-degrees = correct the cells; if this is the file’s way to say that the place is unknown, add it to the list `missing` exactly as it is written
problem-feature-no-point = A feature is no point
expected-feature-no-point = a single point, or no shape at all
hint-feature-no-point = check that the right layer is named; in QGIS, Centroids makes points of areas
problem-degrees-as-metres = Points lie outside all areas, and inside if their numbers are degrees
expected-degrees-as-metres = metres of the declared coordinate system, and points inside an area; outside lie { $rows }
hint-degrees-as-metres = map the columns as `longitude` and `latitude` instead of `x` and `y`: { $mended } of { $rows } points then lie inside
problem-metres-as-degrees = Points lie outside all areas, and inside if their numbers are metres
expected-metres-as-degrees = degrees, and points inside an area; outside lie { $rows }
hint-metres-as-degrees = map the columns as `x` and `y` instead of `longitude` and `latitude`: { $mended } of { $rows } points then lie inside
hint-some-places = correct the cells of the rows named; other points of the table lie inside as they are ({ $sound })

# exports of forms
hint-export = the file looks like an export of a form whose questions stand in groups: add export = "{ $export }" to the table, and names may leave the groups out
hint-name-group = several columns end so ({ $columns }): name the one that is meant in full
hint-place-part = the cell holds a whole place: write longitude = {"{"} name = "{ $column }", part = "longitude" {"}"}, and latitude likewise
problem-part-without-use = Longitude, latitude and the depths of a layer alone have a part
expected-part-without-use = `part` "longitude" or "latitude" in `columns.longitude` and `columns.latitude`, "top" in `columns.top_cm`, "bottom" in `columns.bottom_cm`
hint-part-without-use = remove `part`
problem-parent-where = It is not said where the rows stand that a repeat group belongs to
expected-parent-where = parent = {"{"} sheet = "..." {"}"} for a spreadsheet, parent = {"{"} file = "..." {"}"} for a file of its own
hint-parent-where = name the sheet or the file with the rows of the form itself
problem-no-parent = A row of a repeat group belongs to no row of the form
expected-no-parent = a value that the parent’s column of indices holds
hint-no-parent = export both tables once more, of all entries; or correct `parent.key` and `parent.index`
problem-parent-twice = Two rows of the form have the same index
expected-parent-twice = an index of its own for every row
hint-parent-twice = export the form once more, or correct `parent.index`
problem-list-presence = A list of species in one cell holds no amounts
expected-list-presence = `scale = "presence"` and no `columns.amount` with `layout = "list"`
hint-list-presence = correct the keys, or put every species into a row of its own with its amount
problem-cover-step = The code is none of the scale of cover
expected-cover-step = a code of { $scale }: { $known }
hint-cover-step = write the code as the scale has it, or name another scale of the table
