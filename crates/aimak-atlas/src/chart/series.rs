//! How did it go year by year? Lines in their intervals, drawn by `plotters`.

use std::ops::Range;

use aimak_core::Bands;
use maud::{Markup, PreEscaped, html};
use plotters::{
    coord::{Shift, ranged1d::Ranged as _, types::RangedCoordf64},
    prelude::{
        ChartBuilder, Circle, Color as _, DrawingArea, DrawingAreaErrorKind, IntoDrawingArea as _,
        LineSeries, PathElement, Polygon, RGBColor, SVGBackend, ShapeStyle, Text,
    },
    style::{IntoFont as _, TextStyle},
};

/// Twice the width of the other charts: plotters draws in whole units.
const SIZE: (u32, u32) = (720, 400);
const INK: RGBColor = RGBColor(0x3a, 0x46, 0x53);
const GRID: RGBColor = RGBColor(0xdf, 0xdc, 0xd3);

/// How dark the 95 %, the 80 % and the 50 % interval lie behind a line. Each lies on the one before, so they add up towards the line.
const SHADES: [f64; 3] = [0.14, 0.2, 0.3];

/// A value in its time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Year, with fraction.
    pub when: f64,
    /// The value.
    pub value: f64,
    /// Its interval, if it has one.
    pub bounds: Option<(f64, f64)>,
    /// Its narrower intervals, if they are known.
    pub bands: Option<Bands>,
}

impl Point {
    /// Lowest and highest place it needs.
    pub(super) fn extent(&self) -> (f64, f64) {
        let (lo, hi) = self.bounds.unwrap_or((self.value, self.value));
        (lo.min(self.value), hi.max(self.value))
    }

    /// Its intervals, the widest first, with the place of their shade.
    fn intervals(&self) -> [Option<(f64, f64)>; 3] {
        let bands = self.bands;
        [self.bounds, bands.map(|b| b.most), bands.map(|b| b.half)]
    }
}

/// One line of the chart.
pub struct Line {
    /// What it stands for.
    pub label: String,
    /// CSS class of its key.
    pub class: &'static str,
    /// Its colour; the style sheet replaces it in the dark.
    pub colour: (u8, u8, u8),
    /// Its points in order of time, in runs: nothing is drawn between one run and the next, because nobody measured there.
    pub runs: Vec<Vec<Point>>,
}

impl Line {
    /// All points.
    pub fn points(&self) -> impl Iterator<Item = &Point> {
        self.runs.iter().flatten()
    }
}

/// Observations in order of time as runs without a gap. A refused one ends a run, and so does a step longer than
/// `longest_step`: a line across unmeasured years would show values that nobody saw.
pub fn runs(
    observed: impl IntoIterator<Item = (f64, Option<Point>)>,
    longest_step: f64,
) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    let mut last = f64::NEG_INFINITY;
    for (when, point) in observed {
        let Some(point) = point else {
            last = f64::NEG_INFINITY;
            continue;
        };
        match runs.last_mut() {
            Some(run) if when - last <= longest_step => run.push(point),
            _ => runs.push(vec![point]),
        }
        last = when;
    }
    runs
}

/// The lines over time. `since` marks the year of becoming organic with its label.
pub fn draw(
    lines: &[Line],
    since: Option<(f64, &str)>,
    title: &str,
    description: &str,
    number: &dyn Fn(f64, usize) -> String,
) -> Markup {
    let mut svg = String::new();
    let drawn = paint(
        &SVGBackend::with_string(&mut svg, SIZE).into_drawing_area(),
        lines,
        since,
        number,
    );
    if let Err(error) = drawn {
        // a string takes whatever is written; the table twin holds every number
        tracing::warn!(%error, "series chart");
    }
    // the backend's own root element has neither role nor name: ours takes its place
    let inner = svg
        .split_once('>')
        .and_then(|(_, rest)| rest.rsplit_once("</svg>"))
        .map_or("", |(inner, _)| inner);
    let inner: String = inner.lines().collect();
    html! {
        svg class="chart series" role="img" viewBox={ "0 0 " (SIZE.0) " " (SIZE.1) } width="360" height="200" {
            title { (title) }
            desc { (description) }
            (PreEscaped(inner))
        }
    }
}

fn paint(
    area: &DrawingArea<SVGBackend<'_>, Shift>,
    lines: &[Line],
    since: Option<(f64, &str)>,
    number: &dyn Fn(f64, usize) -> String,
) -> Result<(), DrawingAreaErrorKind<std::io::Error>> {
    let (x, y) = ranges(lines);
    let decimals = tick_decimals(&y);
    let long = x.end - x.start > 3.0;
    let mut chart = ChartBuilder::on(area)
        .margin(8)
        .margin_right(16)
        .x_label_area_size(34)
        .y_label_area_size(76)
        .build_cartesian_2d(x, y.clone())?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(GRID.mix(0.0))
        .bold_line_style(GRID)
        .axis_style(GRID)
        .label_style(style(21))
        .x_labels(6)
        .y_labels(TICKS)
        .x_label_formatter(&|year| moment(*year, long))
        .y_label_formatter(&|value| number(*value, decimals))
        .draw()?;
    if let Some((year, label)) = since {
        chart.draw_series([PathElement::new(
            vec![(year, y.start), (year, y.end)],
            INK.stroke_width(2),
        )])?;
        chart.draw_series([Text::new(label.to_owned(), (year + 0.15, y.end), style(20))])?;
    }
    for line in lines {
        let (red, green, blue) = line.colour;
        let colour = RGBColor(red, green, blue);
        for run in &line.runs {
            for (level, shade) in SHADES.into_iter().enumerate() {
                let areas = stretches(run, level).into_iter();
                let areas = areas
                    .filter(|stretch| stretch.len() > 1)
                    .map(|s| outline(&s));
                chart.draw_series(areas.map(|area| Polygon::new(area, colour.mix(shade))))?;
            }
            // a single point has no area: its interval stands as a line
            let single = stretches(run, 0).into_iter().filter(|s| s.len() == 1);
            chart.draw_series(single.flatten().map(|(x, lo, hi)| {
                PathElement::new(
                    vec![(x, lo), (x, hi)],
                    ShapeStyle::from(colour).stroke_width(2),
                )
            }))?;
            let path = run.iter().map(|point| (point.when, point.value));
            chart.draw_series(LineSeries::new(path, colour.stroke_width(3)))?;
        }
        let dots = line.points().map(|point| (point.when, point.value));
        chart.draw_series(dots.map(|place| Circle::new(place, 5, colour.filled())))?;
    }
    area.present()
}

/// Neighbouring points of a run that all have the interval of a level: time, lower and upper end.
fn stretches(run: &[Point], level: usize) -> Vec<Vec<(f64, f64, f64)>> {
    let mut stretches: Vec<Vec<(f64, f64, f64)>> = vec![Vec::new()];
    for point in run {
        match (point.intervals()[level], stretches.last_mut()) {
            (Some((lo, hi)), Some(last)) => last.push((point.when, lo, hi)),
            _ => stretches.push(Vec::new()),
        }
    }
    stretches.retain(|stretch| !stretch.is_empty());
    stretches
}

/// Along the upper ends and back along the lower ones.
fn outline(stretch: &[(f64, f64, f64)]) -> Vec<(f64, f64)> {
    let upper = stretch.iter().map(|(x, _, hi)| (*x, *hi));
    let lower = stretch.iter().rev().map(|(x, lo, _)| (*x, *lo));
    upper.chain(lower).collect()
}

/// Most ticks upwards.
const TICKS: usize = 5;

/// Decimals that tell the ticks apart which the axis will really have.
fn tick_decimals(y: &Range<f64>) -> usize {
    let ticks = RangedCoordf64::from(y.clone()).key_points(TICKS);
    let steps = ticks.windows(2).map(|pair| pair[1] - pair[0]);
    steps.map(crate::colour::decimals).max().unwrap_or(0).max(1)
}

/// Words in the colour of ink; the style sheet chooses the font.
fn style(size: i32) -> TextStyle<'static> {
    ("sans-serif", size).into_font().color(&INK)
}

/// Room for every point and its interval.
fn ranges(lines: &[Line]) -> (Range<f64>, Range<f64>) {
    let start = (
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::INFINITY,
        f64::NEG_INFINITY,
    );
    let points = lines.iter().flat_map(Line::points);
    let (x0, x1, y0, y1) = points.fold(start, |(x0, x1, y0, y1), point| {
        let (lo, hi) = point.extent();
        (
            x0.min(point.when),
            x1.max(point.when),
            y0.min(lo),
            y1.max(hi),
        )
    });
    if !x0.is_finite() {
        return (0.0..1.0, 0.0..1.0);
    }
    let (wide, high) = ((x1 - x0).max(0.2), (y1 - y0).max(1e-3));
    (
        x0 - wide * 0.03..x1 + wide * 0.03,
        y0 - high * 0.08..y1 + high * 0.12,
    )
}

/// A tick of the time axis: a year, or year and month where the series is short.
fn moment(year: f64, long: bool) -> String {
    let whole = year.floor();
    if long {
        return if (year - year.round()).abs() < 0.01 {
            format!("{}", year.round())
        } else {
            String::new()
        };
    }
    let month = ((year - whole) * 12.0).floor() as i64 + 1;
    format!("{whole}-{month:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(year: i16, bounds: Option<(f64, f64)>) -> Point {
        Point {
            when: f64::from(year),
            value: 0.4,
            bounds,
            bands: None,
        }
    }

    #[test]
    fn no_two_ticks_read_alike() {
        for y in [0.35..0.60, 0.0..1.0, 0.352..0.361, 3.0..41.0, -0.02..0.2] {
            let decimals = tick_decimals(&y);
            let ticks = RangedCoordf64::from(y.clone()).key_points(TICKS);
            let mut words: Vec<String> = ticks.iter().map(|v| format!("{v:.decimals$}")).collect();
            words.dedup();
            assert_eq!(words.len(), ticks.len(), "{y:?}: {words:?}");
        }
    }

    #[test]
    fn a_series_has_a_name_and_every_point() {
        let points = (2005..2010)
            .map(|year| at(year, Some((0.3, 0.5))))
            .collect();
        let line = Line {
            label: "x".into(),
            class: "organic",
            colour: (1, 2, 3),
            runs: vec![points],
        };
        let svg = draw(
            &[line],
            Some((2007.0, "organic")),
            "NDVI & more",
            "d",
            &|v, d| format!("{v:.d$}"),
        )
        .into_string();
        assert!(svg.contains("<title>NDVI &amp; more</title>"));
        assert_eq!(svg.matches("<circle").count(), 5);
        assert!(!svg.contains("style="));
    }

    #[test]
    fn no_line_crosses_years_that_nobody_measured() {
        let refused = 2011;
        let observed = [2005, 2006, 2008, 2009, 2010, refused, 2012]
            .map(|year| (f64::from(year), (year != refused).then(|| at(year, None))));
        let runs = runs(observed, 1.0);
        let years: Vec<Vec<f64>> = runs
            .iter()
            .map(|run| run.iter().map(|point| point.when).collect())
            .collect();
        assert_eq!(
            years,
            [
                vec![2005.0, 2006.0],
                vec![2008.0, 2009.0, 2010.0],
                vec![2012.0]
            ]
        );
        let line = Line {
            label: String::new(),
            class: "organic",
            colour: (1, 2, 3),
            runs,
        };
        let svg = draw(&[line], None, "t", "d", &|v, d| format!("{v:.d$}")).into_string();
        assert_eq!(svg.matches("<circle").count(), 6);
        assert_eq!(svg.matches("stroke=\"#010203\"").count(), 3, "{svg}");
    }

    #[test]
    fn intervals_are_areas_that_darken_towards_the_line() {
        let bands = Bands {
            half: (0.37, 0.43),
            most: (0.34, 0.46),
            se: 0.05,
            df: 30.0,
        };
        let known = |year| Point {
            bands: Some(bands),
            ..at(year, Some((0.3, 0.5)))
        };
        let line = |run: Vec<Point>| Line {
            label: String::new(),
            class: "organic",
            colour: (1, 2, 3),
            runs: vec![run],
        };
        let number = |v: f64, d: usize| format!("{v:.d$}");
        let svg = |run| draw(&[line(run)], None, "t", "d", &number).into_string();
        assert_eq!(
            svg(vec![known(2005), known(2006)])
                .matches("<polygon")
                .count(),
            3
        );
        // without narrower intervals the 95 % one alone
        let plain = vec![at(2005, Some((0.3, 0.5))), at(2006, Some((0.3, 0.5)))];
        assert_eq!(svg(plain).matches("<polygon").count(), 1);
        // no area reaches over a year without interval
        let broken = [
            known(2005),
            known(2006),
            at(2007, None),
            known(2008),
            known(2009),
        ];
        assert_eq!(svg(broken.to_vec()).matches("<polygon").count(), 6);
        assert_eq!(stretches(&[at(2005, None)], 0).len(), 0);
    }

    #[test]
    fn short_series_name_months() {
        assert_eq!(moment(2016.34, false), "2016-05");
        assert_eq!(moment(2016.0, true), "2016");
        assert_eq!(moment(2016.5, true), "");
    }
}
