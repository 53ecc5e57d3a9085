# The sequence of crops on fields.
help-rotation = How varied is the sequence of crops on every field? Rotational complexity and the share of legumes, from what grew year by year.
help-rotation-example = Example:
    {"  "}aimak rotation --fields fields.csv --out rotation.csv
    Columns: field, year, crop; where known cover_crop and legume (yes or no). A row for each field and year.
arg-rotation-fields = What grew on the fields: CSV, Parquet, XLSX or ODS
arg-rotation-out = The table to write, a row for each field: .csv or .parquet
cli-rotation-done = Written to { $out }: { $fields } fields, { $given } of them with an index.
cli-rotation-note = The index is the root of species times changes of the main crop; a longer sequence has more room for changes, so compare sequences of equal length. Below four years, or with a year missing, there is none.
detail-rotation-gap = nobody told what grew between { $after } and { $before }
problem-year-twice = The year stands there twice for this field
expected-year-twice = one row for each field and year
hint-year-twice = a second crop of the year belongs into the column cover_crop
problem-not-a-year = This is no year
expected-not-a-year = a whole number, as 2019
hint-not-a-year = write the year alone
