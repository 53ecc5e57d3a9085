//! Which corners of a line does a zoom not show?

use super::clip::Place;

/// A line without the corners that lie nearer than `tolerance` to the line without them (Douglas and Peucker 1973,
/// Cartographica 10:112–122). Its ends stay; a ring is a line that ends where it begins.
pub fn simplified(line: &[Place], tolerance: f64) -> Vec<Place> {
    let mut kept = vec![false; line.len()];
    let (Some(first), Some(last)) = (kept.first().map(|_| 0), line.len().checked_sub(1)) else {
        return Vec::new();
    };
    kept[first] = true;
    kept[last] = true;
    let mut open = vec![(first, last)];
    while let Some((from, to)) = open.pop() {
        let between = from + 1..to;
        let far = between.map(|corner| (distance(line[corner], line[from], line[to]), corner));
        // of equally far ones the first
        let farthest = far.rev().max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, corner)) = farthest.filter(|(distance, _)| *distance > tolerance) {
            kept[corner] = true;
            open.extend([(from, corner), (corner, to)]);
        }
    }
    let corners = line.iter().zip(kept).filter(|(_, kept)| *kept);
    corners.map(|(corner, _)| *corner).collect()
}

/// Distance of a place to a straight piece.
fn distance((x, y): Place, from: Place, to: Place) -> f64 {
    let step = (to.0 - from.0, to.1 - from.1);
    let length = step.0.hypot(step.1);
    let along = if length == 0.0 {
        0.0
    } else {
        ((x - from.0) * step.0 + (y - from.1) * step.1) / (length * length)
    };
    let t = along.clamp(0.0, 1.0);
    (x - from.0 - t * step.0).hypot(y - from.1 - t * step.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_corners_that_are_seen_stay() {
        let line = [(0.0, 0.0), (1.0, 0.1), (2.0, 0.0), (3.0, 3.0), (4.0, 0.0)];
        let fewer = simplified(&line, 0.5);
        assert_eq!(fewer, [(0.0, 0.0), (2.0, 0.0), (3.0, 3.0), (4.0, 0.0)]);
        assert_eq!(simplified(&line, 0.05), line);
        assert!(simplified(&[], 1.0).is_empty());
    }

    #[test]
    fn a_ring_keeps_its_shape() {
        let ring = [
            (0.0, 0.0),
            (5.0, 0.01),
            (10.0, 0.0),
            (10.0, 10.0),
            (0.0, 10.0),
            (0.0, 0.0),
        ];
        let fewer = simplified(&ring, 0.1);
        assert_eq!(
            fewer,
            [
                (0.0, 0.0),
                (10.0, 0.0),
                (10.0, 10.0),
                (0.0, 10.0),
                (0.0, 0.0)
            ]
        );
    }
}
