//! Where a place lies: the outline of its aimak, and in it a cell or a point.

use aimak_core::{EcoPassport, Message, PassportPlace};
use maud::{Markup, html};

use super::BASE;
use crate::{
    map,
    outline::{self, MAP_WIDTH, Outline, Shape},
    view::View,
    wording::exact,
};

/// A cell narrower than this is hard to find on the map and gets a ring around it, map units.
const FINDABLE: f64 = 36.0;

/// The map with what it means in words.
pub(super) fn place(view: &View<'_>, passport: &EcoPassport) -> Markup {
    let drawn = match passport.place {
        PassportPlace::Point { .. } | PassportPlace::Cell { .. } => drawing(view, passport),
        PassportPlace::KeptBack | PassportPlace::NotRecorded => {
            map::locator(view, &passport.aimak, BASE)
        }
    };
    html! {
        section aria-labelledby="where" {
            h2 id="where" { (view.t("passport-where")) }
            figure class="map locator-figure" {
                @if let Some(svg) = drawn { (svg) }
                figcaption class="quiet" { (words(view, passport.place)) }
            }
        }
    }
}

/// How exactly the place is told, and why no more exactly.
fn words(view: &View<'_>, place: PassportPlace) -> Markup {
    let degrees = |degrees: f64, size: f64| {
        // as many decimals as the edges of the cell have
        let decimals = (0..5).find(|n| 10_f64.powi(-n) <= size * 1.5).unwrap_or(5);
        view.words.number(degrees, decimals as usize)
    };
    match place {
        PassportPlace::Point {
            longitude,
            latitude,
        } => {
            let at = Message::new("passport-degrees-point")
                .with("latitude", degrees(latitude, 1e-5))
                .with("longitude", degrees(longitude, 1e-5));
            html! { (view.words.message(&at)) br; (view.t("passport-place-point")) }
        }
        PassportPlace::Cell {
            west,
            south,
            size_degrees,
            uncertainty_m,
        } => {
            let at = Message::new("passport-degrees")
                .with("south", degrees(south, size_degrees))
                .with("north", degrees(south + size_degrees, size_degrees))
                .with("west", degrees(west, size_degrees))
                .with("east", degrees(west + size_degrees, size_degrees));
            let within = Message::new("passport-place-cell");
            let within = within.with("distance", distance(view, uncertainty_m));
            // a line of its own: a Russian direction ends with a full stop
            html! {
                (view.words.message(&at)) br;
                data value=(exact(uncertainty_m)) data-value=(exact(uncertainty_m)) { (view.words.message(&within)) }
            }
        }
        PassportPlace::KeptBack => html! { (view.t("passport-place-kept-back")) },
        PassportPlace::NotRecorded => html! { (view.t("passport-place-not-recorded")) },
    }
}

/// A distance a person can grasp: metres, or kilometres from two of them.
fn distance(view: &View<'_>, metres: f64) -> String {
    let (id, n) = if metres < 2000.0 {
        ("passport-metres", view.words.number(metres, 0))
    } else {
        ("passport-kilometres", view.words.number(metres / 1e3, 1))
    };
    view.words.message(&Message::new(id).with("n", n))
}

/// The cell as a shape: corners of degrees, closed.
fn cell(west: f64, south: f64, size: f64) -> Outline {
    let (east, north) = (west + size, south + size);
    let corners = [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
    ];
    Outline {
        code: String::new(),
        properties: serde_json::Map::new(),
        shape: Shape::Polygon(vec![corners.map(Vec::from).to_vec()]),
    }
}

/// The aimak alone on a sheet of its own: on the map of all aimaks a cell would be a dot.
fn drawing(view: &View<'_>, passport: &EcoPassport) -> Option<Markup> {
    let mut shapes: Vec<Outline> = view
        .outlines
        .iter()
        .filter(|outline| outline.code == passport.aimak.0)
        .cloned()
        .collect();
    let (middle, size) = match passport.place {
        PassportPlace::Cell {
            west,
            south,
            size_degrees,
            ..
        } => {
            shapes.push(cell(west, south, size_degrees));
            (
                (west + size_degrees / 2.0, south + size_degrees / 2.0),
                size_degrees,
            )
        }
        PassportPlace::Point {
            longitude,
            latitude,
        } => ((longitude, latitude), 0.0),
        PassportPlace::KeptBack | PassportPlace::NotRecorded => return None,
    };
    let sheet = outline::sheet(&shapes)?;
    let (x, y) = sheet.placing.onto_sheet(middle);
    let (right, _) = sheet.placing.onto_sheet((middle.0 + size, middle.1));
    let (title, height) = (title(view, passport), format!("{:.0}", sheet.height.ceil()));
    let round = |length: f64| format!("{length:.1}");
    Some(html! {
        svg class="map-svg place-map" role="img" viewBox={ "0 0 " (MAP_WIDTH) " " (height) } width=(MAP_WIDTH) height=(height) {
            title { (title) }
            desc { (view.t("passport-map-desc")) }
            @for (code, path) in &sheet.paths {
                @if code.is_empty() { path class="told-cell" d=(path) {} } @else { path class="place" d=(path) {} }
            }
            @if size == 0.0 { circle class="told-point" cx=(round(x)) cy=(round(y)) r="9" {} }
            @if right - x < FINDABLE { circle class="told-ring" cx=(round(x)) cy=(round(y)) r="34" {} }
        }
    })
}

fn title(view: &View<'_>, passport: &EcoPassport) -> String {
    let title = Message::new("passport-map-title").with("name", view.local(&passport.name));
    view.words.message(&title)
}

#[cfg(test)]
mod tests {
    use aimak_core::Lang;

    use super::*;
    use crate::sample;

    #[test]
    fn degrees_have_the_decimals_of_their_grid() {
        let release = sample::release("2026-1", false);
        let view = View::of(&release, Lang::En);
        let told = |west, south, size_degrees| {
            let place = PassportPlace::Cell {
                west,
                south,
                size_degrees,
                uncertainty_m: 692.0,
            };
            words(&view, place).into_string()
        };
        assert!(told(72.05, 42.07, 0.01).starts_with("42.07–42.08° N, 72.05–72.06° E"));
        assert!(told(72.0, 42.0, 0.1).starts_with("42.0–42.1° N, 72.0–72.1° E"));
        assert!(told(72.053, 42.072, 0.001).starts_with("42.072–42.073° N"));
        assert!(told(72.05, 42.07, 0.01).contains("data-value=\"692.0\""));
        assert_eq!(distance(&view, 6909.0), "6.9\u{a0}km");
    }
}
