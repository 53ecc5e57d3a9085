# What changed since the last edition.
news-title = What changed since the edition before
news-first = This is the first edition, { $edition }: there is none before it.
news-elsewhere = This folder carries one edition. What changed since the one before it stands in the atlas on the web.
news-unreadable = Edition { $edition } came before. It was written by an older program in another way, so the two cannot be compared figure by figure; both stand in this folder.
news-since = Compared with edition { $edition }, { $date }
news-nothing = Nothing changed that a reader would see.
news-short = In short
news-count-said = Figures that say something else now
news-count-number = Figures with another number, saying the same
news-count-new = New figures
news-count-gone = Figures no longer given
news-count-same = Figures that read the same
news-program = Another version of the program: { $old } → { $new }
news-table = All figures that differ, as a table (CSV)
news-effects = Effects of the transition
news-statements = Statements on single areas that read differently
news-more = { $n } more stand in the table:
news-numbers = Figures by indicator
news-indicators = Indicators
news-method = Another method, or another version of it
news-aimaks = Aimaks
news-organic = Another date of becoming organic
news-checksum = The same file with another content (checksum before, checksum now)
news-new = New
news-gone = No longer there
news-withdrawn = { $n ->
    [one] { $n } place was withdrawn on request. Its address stays and says so.
   *[other] { $n } places were withdrawn on request. Their addresses stay and say so.
}
news-column-indicator = Indicator
news-column-was = Before
news-column-is = Now
