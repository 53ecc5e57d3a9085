//! A code on paper that a phone reads: the address of the page.

use std::fmt::Write as _;

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

/// Modules of white around the code (ISO/IEC 18004, 6.3.8).
const QUIET: usize = 4;

/// The code of an address as a drawing, black on white; `None` where the address is longer than a code can hold.
///
/// Level M: a seventh of it may be lost to a fold or a stain.
pub(super) fn drawn(address: &str, label: &str) -> Option<Markup> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let size = code.width() + 2 * QUIET;
    Some(html! {
        svg class="address-code" role="img" aria-label=(label) viewBox={ "0 0 " (size) " " (size) } shape-rendering="crispEdges" {
            path class="code-ground" d={ "M0 0h" (size) "v" (size) "h-" (size) "z" } {}
            path class="code-dark" d=(dark(&code)) {}
        }
    })
}

/// Dark modules as rectangles one module high, from left to right and from top to bottom.
fn dark(code: &QrCode) -> String {
    let (width, colours) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (y, row) in colours.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, other| one == other) {
            if run[0] == Color::Dark {
                let (left, top, n) = (x + QUIET, y + QUIET, run.len());
                let _ = write!(path, "M{left} {top}h{n}v1h-{n}z");
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a reader of codes (rqrr) sees on the drawing, four pixels a module.
    fn read(svg: &str) -> String {
        let of = |begin: &str| svg.split(begin).nth(1).unwrap().split('"').next().unwrap();
        let size: usize = of("viewBox=\"0 0 ")
            .split(' ')
            .next()
            .unwrap()
            .parse()
            .unwrap();
        let mut dark = vec![false; size * size];
        for piece in of("class=\"code-dark\" d=\"").split('M').skip(1) {
            let (at, run) = piece.split_once('h').unwrap();
            let (x, y) = at.split_once(' ').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let n: usize = run.split('v').next().unwrap().parse().unwrap();
            dark[y * size + x..y * size + x + n].fill(true);
        }
        let mut seen = rqrr::PreparedImage::prepare_from_greyscale(4 * size, 4 * size, |x, y| {
            if dark[y / 4 * size + x / 4] { 0 } else { 255 }
        });
        let grids = seen.detect_grids();
        assert_eq!(grids.len(), 1);
        grids[0].decode().unwrap().1
    }

    #[test]
    fn a_reader_reads_the_address() {
        for address in [
            "https://atlas.example.kg/e/2026-1/ky/aimak/DEMO-01.html",
            "https://a.kg/",
            "https://xn--80a1acny.example/атлас/e/2026-1/ky/aimak/KG-06~5f1.html",
        ] {
            let svg = drawn(address, "code").unwrap().into_string();
            assert_eq!(read(&svg), address);
        }
    }

    #[test]
    fn what_no_code_holds_is_not_drawn() {
        assert!(drawn(&"long".repeat(2000), "").is_none());
    }
}
