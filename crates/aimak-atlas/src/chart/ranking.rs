//! How do the areas stand side by side? Dots with intervals; areas whose order cannot be told stand together.

use maud::{Markup, html};

use super::{Mark, WIDTH, axis::Axis, extent, frame, mark, px, shortened, wrapped};

/// Height of a row, and of a line of a heading.
const LINE: f64 = 19.0;
const HEADING_LINE: f64 = 14.0;
/// Room above the first row and below each group.
const GAP: f64 = 6.0;
/// Room on the right for the places an area may take.
const RANKS: f64 = 52.0;
/// Letters of small print that fit into the chart, and of a name that fit beside the dots.
const LETTERS: usize = 58;
const NAME_LETTERS: usize = 17;

/// One area of a ranking.
pub struct Row {
    /// Its dot.
    pub mark: Mark,
    /// Its page.
    pub href: String,
    /// The places it may take, where they are known.
    pub places: Option<String>,
}

/// Areas that stand together: those of one tier, or all where nobody knows tiers.
pub struct Group {
    /// What they have in common; nothing where there is only one group.
    pub heading: Option<String>,
    /// Its areas, in order.
    pub rows: Vec<Row>,
}

/// What is written beside the dots.
pub struct Words<'t> {
    /// Name of the chart.
    pub title: &'t str,
    /// What it shows, for readers who do not see it.
    pub description: &'t str,
    /// Quantity and unit, below the axis.
    pub axis: &'t str,
    /// Over the places, where they are known.
    pub places: &'t str,
}

/// A group where it is drawn.
struct Placed<'g> {
    heading: Vec<String>,
    top: f64,
    rows: &'g [Row],
}

impl Placed<'_> {
    fn first_row(&self) -> f64 {
        self.top + HEADING_LINE * self.heading.len() as f64
    }

    fn bottom(&self) -> f64 {
        self.first_row() + LINE * self.rows.len() as f64
    }
}

/// Places the groups one below the other.
fn placed(groups: &[Group], first: f64) -> Vec<Placed<'_>> {
    let mut top = first;
    let mut place = |group: &'_ Group| {
        let heading = group.heading.as_deref();
        let heading = heading.map_or_else(Vec::new, |words| wrapped(words, LETTERS));
        let lines = heading.len() as f64;
        let here = top;
        top += HEADING_LINE * lines + LINE * group.rows.len() as f64 + GAP;
        (heading, here)
    };
    let tops: Vec<(Vec<String>, f64)> = groups.iter().map(&mut place).collect();
    let with_rows = groups.iter().zip(tops);
    with_rows
        .map(|(group, (heading, top))| Placed {
            heading,
            top,
            rows: &group.rows,
        })
        .collect()
}

/// All areas on one scale, in the order given.
pub fn draw(
    groups: &[Group],
    words: &Words<'_>,
    zero: bool,
    number: &dyn Fn(f64, usize) -> String,
) -> Markup {
    let rows = || groups.iter().flat_map(|group| &group.rows);
    let ranked = rows().any(|row| row.places.is_some());
    let right = WIDTH - 8.0 - if ranked { RANKS } else { 0.0 };
    let marks: Vec<Mark> = rows().map(|row| row.mark.clone()).collect();
    let (lo, hi) = extent(&marks);
    let range = if zero {
        (lo.min(0.0), hi.max(0.0))
    } else {
        (lo, hi)
    };
    let axis = Axis::new(range, 128.0, right);
    let placed = placed(groups, if ranked { LINE } else { GAP });
    let bands: Vec<(f64, f64)> = placed
        .iter()
        .map(|group| (group.first_row() - 2.0, group.bottom()))
        .collect();
    let bottom = bands.last().map_or(GAP, |(_, bottom)| *bottom);
    let axis_words = wrapped(words.axis, LETTERS);
    let content = html! {
        @if ranked { text class="axis-words" x=(px(WIDTH - 8.0)) y="12" text-anchor="end" { (words.places) } }
        (axis.draw(&bands, zero, number))
        @for group in &placed { (group_rows(group, &axis)) }
        @for (i, part) in axis_words.iter().enumerate() {
            text class="axis-words" x=(px(WIDTH - 8.0)) y=(px(bottom + 31.0 + HEADING_LINE * i as f64)) text-anchor="end" { (part) }
        }
    };
    let height = bottom + 22.0 + HEADING_LINE * axis_words.len() as f64;
    frame("ranking", height, words.title, words.description, &content)
}

/// The heading of a group and its rows.
fn group_rows(group: &Placed<'_>, axis: &Axis) -> Markup {
    html! {
        @for (i, part) in group.heading.iter().enumerate() {
            text class="tier-words" x="8" y=(px(group.top + HEADING_LINE * i as f64 + 8.0)) { (part) }
        }
        @for (i, row) in group.rows.iter().enumerate() {
            @let y = group.first_row() + LINE * (i as f64 + 0.5);
            a href=(row.href) {
                text class="row-name" x="120" y=(px(y + 4.0)) text-anchor="end" { (shortened(&row.mark.label, NAME_LETTERS)) }
            }
            (mark(&row.mark, y, &|value| axis.x(value)))
            @if let Some(places) = &row.places {
                text class="places" x=(px(WIDTH - 8.0)) y=(px(y + 4.0)) text-anchor="end" { (places) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(label: &str, value: f64, places: Option<&str>) -> Row {
        Row {
            mark: Mark {
                label: label.into(),
                class: "organic".into(),
                value,
                bounds: Some((value - 1.0, value + 1.0)),
                bands: None,
                words: String::new(),
            },
            href: "x.html".into(),
            places: places.map(str::to_owned),
        }
    }

    fn drawn(groups: &[Group]) -> String {
        let words = Words {
            title: "t",
            description: "d",
            axis: "Change",
            places: "rank",
        };
        draw(groups, &words, true, &|v, d| format!("{v:.d$}")).into_string()
    }

    /// Where texts of a class stand, from top to bottom.
    fn heights(svg: &str, class: &str) -> Vec<f64> {
        let class = format!("class=\"{class}\"");
        let texts = svg.split(&class).skip(1);
        let y = texts.map(|text| {
            text.split(" y=\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
        });
        y.map(|y| y.parse().unwrap()).collect()
    }

    #[test]
    fn a_heading_stands_above_its_rows_and_below_those_before() {
        let group = |heading: &str, rows| Group {
            heading: Some(heading.into()),
            rows,
        };
        let svg = drawn(&[
            group(
                "first tier",
                vec![row("A", 3.0, Some("1–2")), row("B", 2.0, Some("1–2"))],
            ),
            group("second tier", vec![row("C", -1.0, Some("3"))]),
        ]);
        let (headings, names) = (heights(&svg, "tier-words"), heights(&svg, "row-name"));
        assert_eq!((headings.len(), names.len()), (2, 3));
        assert!(headings[0] < names[0] && names[0] < names[1]);
        assert!(names[1] < headings[1] && headings[1] < names[2]);
        assert!(svg.contains(">1–2</text>") && svg.contains(">rank</text>"));
    }

    #[test]
    fn without_places_the_dots_have_the_whole_width() {
        let one = |places| Group {
            heading: None,
            rows: vec![row("A", 3.0, places)],
        };
        let (plain, ranked) = (drawn(&[one(None)]), drawn(&[one(Some("1"))]));
        assert!(!plain.contains(">rank</text>"));
        let dot = |svg: &str| -> f64 {
            let x = svg.split(" cx=\"").nth(1).unwrap();
            x.split('"').next().unwrap().parse().unwrap()
        };
        assert!(dot(&plain) > dot(&ranked) + 20.0);
    }
}
