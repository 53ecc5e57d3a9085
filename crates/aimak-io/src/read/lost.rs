//! Points outside every area: what was mistyped, in the whole column or in some rows?

use aimak_core::Message;
use geo::Point;
use proj::Proj;

use super::places::Places;
use crate::problem::{More, Problem};

/// How a pair of numbers may be meant as a place.
pub(super) struct Readings<'a> {
    /// As the mapping says.
    pub given: &'a Proj,
    /// As degrees, where the mapping says metres.
    pub degrees: Option<&'a Proj>,
    /// True where the mapping says degrees: the numbers may be metres of the working CRS.
    pub metres: bool,
}

impl<'a> Readings<'a> {
    /// Only as the columns say.
    pub fn of(given: &'a Proj) -> Self {
        Self {
            given,
            degrees: None,
            metres: false,
        }
    }

    /// A pair of numbers in the working CRS, if it is meant so.
    fn place(&self, meant: Meant, (x, y): (f64, f64)) -> Option<Point<f64>> {
        let proj = match meant {
            Meant::AsMapped => self.given,
            Meant::Degrees => self
                .degrees
                .filter(|_| x.abs() <= 180.0 && y.abs() <= 90.0)?,
            Meant::Metres => return self.metres.then(|| Point::new(x, y)),
        };
        proj.convert((x, y)).ok().map(Point::from)
    }
}

/// In which of the readings a slip is looked for.
#[derive(Clone, Copy)]
enum Meant {
    AsMapped,
    Degrees,
    Metres,
}

/// What a person may have done to a pair of coordinates: the code of its problem, and how to undo it.
struct Slip {
    code: &'static str,
    meant: Meant,
    undo: fn(f64, f64) -> (f64, f64),
}

/// Slips that are known, likelier ones first.
const SLIPS: [Slip; 6] = [
    Slip {
        code: "latitude-sign",
        meant: Meant::AsMapped,
        undo: |x, y| (x, -y),
    },
    Slip {
        code: "longitude-sign",
        meant: Meant::AsMapped,
        undo: |x, y| (-x, y),
    },
    Slip {
        code: "both-signs",
        meant: Meant::AsMapped,
        undo: |x, y| (-x, -y),
    },
    Slip {
        code: "coordinates-swapped",
        meant: Meant::AsMapped,
        undo: |x, y| (y, x),
    },
    Slip {
        code: "degrees-as-metres",
        meant: Meant::Degrees,
        undo: |x, y| (x, y),
    },
    Slip {
        code: "metres-as-degrees",
        meant: Meant::Metres,
        undo: |x, y| (x, y),
    },
];

/// A point outside every area.
struct Stray {
    row: usize,
    x: f64,
    y: f64,
    /// Which slips, undone, bring it into an area.
    mended: [bool; SLIPS.len()],
}

/// Points outside every area, and what would bring them in.
#[derive(Default)]
pub(super) struct Lost {
    /// Points that lie in an area as they stand.
    pub sound: usize,
    strays: Vec<Stray>,
}

impl Lost {
    /// Notes a point outside every area, by the number of its row.
    pub fn add(&mut self, row: usize, (x, y): (f64, f64), readings: &Readings, places: &Places) {
        let mends = |slip: &Slip| {
            let place = readings.place(slip.meant, (slip.undo)(x, y));
            place.is_some_and(|place| places.aimak_at(place).is_some())
        };
        let mended = SLIPS.each_ref().map(mends);
        self.strays.push(Stray { row, x, y, mended });
    }

    /// One problem for a column that is wrong throughout, because such a slip seldom comes alone; otherwise the rows by their slip.
    pub fn problems(self, file: &str, columns: &str) -> Vec<Problem> {
        let Self { sound, mut strays } = self;
        let mut problems = Vec::new();
        while !strays.is_empty() {
            let best = best(&strays);
            let (of_slip, rest): (Vec<_>, Vec<_>) = match best {
                // all rows belong to the column that is wrong, also those that need a second look afterwards
                Some((slip, _)) if sound > 0 => {
                    strays.into_iter().partition(|stray| stray.mended[slip])
                }
                _ => (strays, Vec::new()),
            };
            problems.extend(problem(&of_slip, best, sound, file, columns));
            strays = rest;
        }
        problems
    }
}

/// The first slip that mends most points, and how many.
fn best(strays: &[Stray]) -> Option<(usize, usize)> {
    let mends = |slip: usize| strays.iter().filter(|stray| stray.mended[slip]).count();
    let counts = (0..SLIPS.len()).map(|slip| (slip, mends(slip)));
    counts
        .filter(|(_, count)| *count > 0)
        .fold(None, |best: Option<(usize, usize)>, next| match best {
            Some(best) if best.1 >= next.1 => Some(best),
            _ => Some(next),
        })
}

/// The problem of points with one slip or none; where other points lie well, its rows are named.
fn problem(
    strays: &[Stray],
    slip: Option<(usize, usize)>,
    sound: usize,
    file: &str,
    columns: &str,
) -> Vec<Problem> {
    let Some((first, others)) = strays.split_first() else {
        return Vec::new();
    };
    let code = slip.map_or("outside-all-areas", |(slip, _)| SLIPS[slip].code);
    let mended = slip.map_or(0, |(_, mended)| mended);
    let problem = Problem::error(code, file)
        .at_row(first.row)
        .in_column(columns)
        .found(format!("{}, {}", first.x, first.y));
    let expected = problem.expected.clone().with("rows", strays.len());
    let hint = if sound > 0 {
        Message::new("hint-some-places").with("sound", sound)
    } else {
        problem
            .hint
            .clone()
            .with("mended", mended)
            .with("rows", strays.len())
    };
    let problem = problem.expecting(expected).hinting(hint);
    if sound == 0 || others.is_empty() {
        return vec![problem];
    }
    let further = Problem {
        row: None,
        found: String::new(),
        more: Box::new(More {
            causes: Vec::new(),
            further_rows: others.iter().map(|stray| stray.row).collect(),
        }),
        ..problem.clone()
    };
    vec![problem, further]
}
