//! What do the cells of one span add: one by one, or equal neighbours together?

use super::{
    moments::Moments,
    sample::{Check, Sample},
};

/// Adds cells covered in part and returns their lowest and highest.
pub(super) fn add_parts<T: Sample, M: Moments<T>>(
    moments: &mut M,
    cells: &[T],
    at: usize,
    check: impl Check<T>,
    fraction: f64,
) -> Option<(T, T)> {
    let mut range = None;
    for (k, &stored) in cells.iter().enumerate() {
        if check.counts(at + k, stored) {
            moments.add_part(fraction, stored);
            range = wider(range, Some((stored, stored)));
        }
    }
    range
}

/// Adds and lists equal neighbours together, and returns the lowest and highest: classes come in long runs.
pub(super) fn add_alike<T: Sample, M: Moments<T>>(
    moments: &mut M,
    cells: &[T],
    at: usize,
    check: impl Check<T>,
    fraction: f64,
    mut list: impl FnMut(T, usize),
) -> Option<(T, T)> {
    let mut range = None;
    list_alike(cells, at, check, |value, n| {
        moments.add_alike(fraction, value, n);
        range = wider(range, Some((value, value)));
        list(value, n);
    });
    range
}

/// The range that holds both.
pub(super) fn wider<T: PartialOrd + Copy>(
    one: Option<(T, T)>,
    other: Option<(T, T)>,
) -> Option<(T, T)> {
    match (one, other) {
        (Some((low, high)), Some((lower, higher))) => Some((
            if lower < low { lower } else { low },
            if higher > high { higher } else { high },
        )),
        _ => one.or(other),
    }
}

/// Tells each value of a stretch with the number of equal neighbours.
pub(super) fn list_alike<T: Sample>(
    cells: &[T],
    at: usize,
    check: impl Check<T>,
    mut list: impl FnMut(T, usize),
) {
    let mut place = at;
    for alike in cells.chunk_by(|a, b| a == b) {
        // a mask may part equal neighbours
        let n = (0..alike.len())
            .filter(|k| check.counts(place + k, alike[0]))
            .count();
        if n > 0 {
            list(alike[0], n);
        }
        place += alike.len();
    }
}
