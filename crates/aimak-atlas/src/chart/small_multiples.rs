//! How did the map change from year to year? Small maps on one scale; outlines are drawn once and used again.

use maud::{Markup, html};

use crate::outline::MAP_WIDTH;

/// One area of one small map.
pub struct Area {
    /// Place of its outline among those shared.
    pub outline: usize,
    /// Its colour.
    pub fill: &'static str,
    /// How sure it is: `robust`, `no_interval`, `withheld`, `none`.
    pub look: &'static str,
    /// Name and value in words.
    pub words: String,
}

/// One small map.
pub struct Panel {
    /// Its year or period.
    pub label: String,
    /// Its areas, in the order of the outlines.
    pub areas: Vec<Area>,
}

/// What all small maps share.
pub struct Shared<'s> {
    /// Outlines as paths.
    pub outlines: Vec<&'s str>,
    /// Places of organic areas among them: their outline is strong.
    pub organic: Vec<usize>,
    /// Height of the sheet.
    pub height: f64,
    /// What they show; the year or period follows.
    pub title: String,
}

/// At most `most` of `n` places, spread evenly, the first and the last among them.
pub fn chosen(n: usize, most: usize) -> Vec<usize> {
    if n <= most {
        return (0..n).collect();
    }
    let last = most - 1;
    // whole numbers, rounded half up: the same places on every machine
    (0..most)
        .map(|i| (2 * i * (n - 1) + last) / (2 * last))
        .collect()
}

/// The maps, in order; the first and the last have strong labels.
pub fn draw(panels: &[Panel], shared: &Shared<'_>) -> Markup {
    let last = panels.len().saturating_sub(1);
    html! {
        ol class="small-multiples" { @for (i, panel) in panels.iter().enumerate() {
            li class=[(i == 0 || i == last).then_some("end")] {
                p class="panel-label" { (panel.label) }
                div class="map-frame" { (one(panel, shared, i == 0)) }
            }
        } }
    }
}

fn one(panel: &Panel, shared: &Shared<'_>, first: bool) -> Markup {
    let height = format!("{:.0}", shared.height.ceil());
    html! {
        svg class="map-svg small-map" role="img" viewBox={ "0 0 " (MAP_WIDTH) " " (height) } width=(MAP_WIDTH) height=(height) {
            title { (shared.title) ": " (panel.label) }
            @if first { defs { @for (i, path) in shared.outlines.iter().enumerate() { path id={ "o" (i) } d=(path) {} } } }
            @for area in &panel.areas {
                use href={ "#o" (area.outline) } class={ "area " (area.look) } fill=(area.fill) { title { (area.words) } }
                @if area.look == "no_interval" { use href={ "#o" (area.outline) } class="stippled" fill="url(#stipple)" {} }
            }
            // what is not shown stays dotted, organic or not
            @for area in panel.areas.iter().filter(|area| shared.organic.contains(&area.outline)) {
                @let dotted = matches!(area.look, "withheld" | "none");
                use href={ "#o" (area.outline) } class={ "organic-outline" (if dotted { " dotted" } else { "" }) } {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_the_last_are_always_among_the_chosen() {
        assert_eq!(chosen(3, 8), [0, 1, 2]);
        assert_eq!(chosen(25, 8), [0, 3, 7, 10, 14, 17, 21, 24]);
        assert_eq!(chosen(9, 8), [0, 1, 2, 3, 5, 6, 7, 8]);
        for n in 9..200 {
            let places = chosen(n, 8);
            assert_eq!((places[0], places[7], places.len()), (0, n - 1, 8));
            assert!(
                places.windows(2).all(|pair| pair[0] < pair[1]),
                "{n}: {places:?}"
            );
        }
        assert!(chosen(0, 8).is_empty());
    }

    #[test]
    fn outlines_are_written_once_for_all_maps() {
        let area = |outline| Area {
            outline,
            fill: "#faccfa",
            look: "robust",
            words: "A: 1".into(),
        };
        let panel = |label: &str| Panel {
            label: label.into(),
            areas: vec![area(0), area(1)],
        };
        let shared = Shared {
            outlines: vec!["M0 0l9 9z", "M9 9l9 9z"],
            organic: vec![1],
            height: 400.2,
            title: "Greenness".into(),
        };
        let html = draw(&[panel("2000"), panel("2010"), panel("2024")], &shared).into_string();
        assert_eq!(html.matches(" d=\"").count(), 2);
        assert_eq!(html.matches("<use ").count(), 3 * 3);
        assert_eq!(html.matches("class=\"end\"").count(), 2);
        assert!(html.contains("<title>Greenness: 2010</title>"));
    }
}
