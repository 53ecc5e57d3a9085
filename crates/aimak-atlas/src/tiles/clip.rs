//! What of a line or an area lies inside a square?

/// A place.
pub type Place = (f64, f64);

/// A square whose sides are `least` and `most`, both ways.
#[derive(Clone, Copy, Debug)]
pub struct Square {
    /// Left and upper side.
    pub least: f64,
    /// Right and lower side.
    pub most: f64,
}

impl Square {
    /// The parts of a line inside, in its order: each piece of it clipped by itself (Liang and Barsky 1984, ACM Transactions on
    /// Graphics 3:1–22) and joined to the one before where that ended inside.
    pub fn line(self, line: &[Place]) -> Vec<Vec<Place>> {
        let mut parts: Vec<Vec<Place>> = Vec::new();
        let mut goes_on = false;
        for pair in line.windows(2) {
            let Some((from, to)) = self.piece(pair[0], pair[1]) else {
                goes_on = false;
                continue;
            };
            match parts.last_mut() {
                Some(part) if goes_on && from == pair[0] => part.push(to),
                _ => parts.push(vec![from, to]),
            }
            goes_on = to == pair[1];
        }
        parts
    }

    /// The part of a straight piece inside.
    fn piece(self, from: Place, to: Place) -> Option<(Place, Place)> {
        let step = (to.0 - from.0, to.1 - from.1);
        let (mut first, mut last) = (0.0_f64, 1.0_f64);
        let sides = [
            (-step.0, from.0 - self.least),
            (step.0, self.most - from.0),
            (-step.1, from.1 - self.least),
            (step.1, self.most - from.1),
        ];
        for (towards, room) in sides {
            if towards == 0.0 {
                if room < 0.0 {
                    return None;
                }
            } else if towards < 0.0 {
                first = first.max(room / towards);
            } else {
                last = last.min(room / towards);
            }
        }
        let at = |t: f64| (from.0 + t * step.0, from.1 + t * step.1);
        let begin = if first == 0.0 { from } else { at(first) };
        let end = if last == 1.0 { to } else { at(last) };
        (first <= last).then_some((begin, end))
    }

    /// The part of a ring inside, the first corner not repeated; empty where there is none (Sutherland and Hodgman 1974,
    /// Communications of the ACM 17:32–42). Parts of an area in several pieces stay joined along the sides of the square, which the
    /// margin around a tile keeps out of sight.
    pub fn ring(self, ring: &[Place]) -> Vec<Place> {
        let sides: [(usize, f64, f64); 4] = [
            (0, 1.0, self.least),
            (0, -1.0, self.most),
            (1, 1.0, self.least),
            (1, -1.0, self.most),
        ];
        let mut corners = ring.to_vec();
        for (axis, sign, side) in sides {
            corners = beyond(&corners, |place: Place| {
                sign * ([place.0, place.1][axis] - side)
            });
        }
        corners
    }

    /// Whether a place lies inside; the right and the lower side belong to the next square.
    pub fn holds(self, (x, y): Place) -> bool {
        let inside = |v: f64| v >= self.least && v < self.most;
        inside(x) && inside(y)
    }
}

/// The part of a ring on the side of a line on which `distance` is not negative.
fn beyond(ring: &[Place], distance: impl Fn(Place) -> f64) -> Vec<Place> {
    let mut kept = Vec::with_capacity(ring.len() + 4);
    let Some(&last) = ring.last() else {
        return kept;
    };
    let mut before = last;
    for &corner in ring {
        let (a, b) = (distance(before), distance(corner));
        if (a < 0.0) != (b < 0.0) {
            let t = a / (a - b);
            kept.push((
                before.0 + t * (corner.0 - before.0),
                before.1 + t * (corner.1 - before.1),
            ));
        }
        if b >= 0.0 {
            kept.push(corner);
        }
        before = corner;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: Square = Square {
        least: 0.0,
        most: 10.0,
    };

    #[test]
    fn a_line_leaves_and_comes_back() {
        let line = [
            (-5.0, 5.0),
            (5.0, 5.0),
            (15.0, 5.0),
            (15.0, 8.0),
            (8.0, 8.0),
        ];
        let parts = SQUARE.line(&line);
        assert_eq!(
            parts,
            [
                vec![(0.0, 5.0), (5.0, 5.0), (10.0, 5.0)],
                vec![(10.0, 8.0), (8.0, 8.0)]
            ]
        );
        assert!(SQUARE.line(&[(-1.0, -1.0), (11.0, -1.0)]).is_empty());
        // past a corner
        assert!(SQUARE.line(&[(-3.0, 5.0), (5.0, 25.0)]).is_empty());
    }

    #[test]
    fn an_area_cut_by_a_side() {
        let square = [(5.0, 2.0), (15.0, 2.0), (15.0, 6.0), (5.0, 6.0)];
        let mut cut = SQUARE.ring(&square);
        cut.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        assert_eq!(cut, [(5.0, 2.0), (5.0, 6.0), (10.0, 2.0), (10.0, 6.0)]);
        let around = [(-1.0, -1.0), (11.0, -1.0), (11.0, 11.0), (-1.0, 11.0)];
        assert_eq!(SQUARE.ring(&around).len(), 4);
        assert!(
            SQUARE
                .ring(&[(20.0, 0.0), (30.0, 0.0), (30.0, 9.0)])
                .is_empty()
        );
    }

    #[test]
    fn a_place_on_a_side_belongs_to_one_square() {
        assert!(SQUARE.holds((0.0, 3.0)));
        assert!(!SQUARE.holds((10.0, 3.0)));
    }
}
