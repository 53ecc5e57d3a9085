# An aimak in a few cards, for a meeting in its village.
tour-link = A few cards for a village meeting
tour-title = { $name } in a few cards
tour-lead = To read one by one, or to print on one sheet (A3) for a wall.
tour-all = Everything on this aimak
tour-card = { $n } of { $all }
tour-next = Next
tour-who = Who lives here?
tour-soil = What happened to the soil?
tour-erosion = How much soil does the rain wash away?
tour-biodiversity = What grows and lives here?
tour-farming = What do the farms grow?
tour-people = What do people think?
tour-vegetation = How green are fields and pastures?
tour-land = In what state is the land?
tour-terrain = What is the land like?
tour-sure = Confidence:
tour-unknown = What is not known?
tour-unknown-none = Every change that was looked for has a number. That does not make each one sure: read the dots and the intervals.
tour-interval = Two numbers behind a change are its limits: the truth very likely lies between them. Where zero lies between them, these data cannot tell whether anything changed.
tour-more = { $n ->
    [0] No other indicator was looked at here.
    [one] { $n } more indicator was looked at here.
   *[other] { $n } more indicators were looked at here.
}
