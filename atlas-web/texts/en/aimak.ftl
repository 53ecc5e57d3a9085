# The page of an aimak: its head, the comparison areas beside it, the other indicators, what stands on paper.

headline-heading = What changed, and how sure is it?
headline-rule = Chosen by a rule and not by result: of the indicators with a change and an interval here, one of each theme, then a second of each, and so on, up to { $most }. So indicators whose change cannot be told from none stand here too.
headline-how = How to read the pictures
headline-read = In the pictures a dot is a value (open: before; filled: after). Its line fades from the 50 % over the 80 % to the 95 % interval; where the narrower ones are not known, the 95 % line stands alone.
headline-states-desc = Dots are values, lines their intervals. The same numbers stand below the picture.
headline-change-desc = Dot: change; line: its interval; vertical line: no change. The same numbers stand above the picture.
headline-course-desc = One dot for each year; the dashed line is the start of the transition. Every number stands on the page of the theme.

beside-heading = Beside the comparison areas
beside-lead = What changed here, and what changed in the comparison areas over the same time. This describes and does not explain: the areas differ in more than their farming, so a distance between the dots is not an effect.
beside-of-group = Where the project names groups of areas, only those of the same group stand here.
beside-effects = What can be said about effects
beside-effect = effect
beside-picture = Side by side
beside-show = Show pictures and numbers
beside-own = This aimak
beside-lowest = Lowest
beside-middle = In the middle
beside-highest = Highest
beside-areas = Comparison areas
beside-desc = Large dot with its line: this aimak; small dots: comparison areas; upright stroke: the area in the middle of them, or both where two stand there. The same numbers stand beside the picture.

rest-heading = All other indicators
rest-heading-all = Indicators
rest-themes = All charts and figures by theme:

paper-choice = On paper: two A4 pages, down to here.
paper-everything = To print everything, follow this link first
paper-legend = Signs: ▲ ▼ a change whose 95 % interval excludes zero; △ ▽ seen, confidence very low; ≈ cannot be told from no change; ○ not shown. Pictures: open dot before, filled dot after; lines fade from the 50 % over the 80 % to the 95 % interval.
paper-more = All other indicators, what is not known and why, methods and sources stand on the page itself.
paper-code = Code of this address for a phone
paper-address = Its address in the atlas, which does not change: { $address }
