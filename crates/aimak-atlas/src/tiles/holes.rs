//! What stands in a picture of numbers where none is known?

/// A picture whose holes (NaN) are filled from the same picture at half its size, whose holes are filled in the same way: near the rim as it
/// is there, farther away the smoother ("pull-push": Gortler, Grzeszczuk, Szeliski & Cohen 1996, Proceedings of SIGGRAPH:43–54).
/// Without any number it stays as it is.
pub fn filled(values: Vec<f32>, width: usize) -> Vec<f32> {
    let height = values.len() / width;
    if values.len() == 1 || values.iter().all(|value| !value.is_nan()) {
        return values;
    }
    let (cols, rows) = (width.div_ceil(2), height.div_ceil(2));
    let at = |col: usize, row: usize| {
        let inside = col < width && row < height;
        if inside {
            values[row * width + col]
        } else {
            f32::NAN
        }
    };
    let mean = |place: usize| {
        let (col, row) = (2 * (place % cols), 2 * (place / cols));
        let four = [
            (col, row),
            (col + 1, row),
            (col, row + 1),
            (col + 1, row + 1),
        ];
        mean_of_known(four.map(|(col, row)| at(col, row)))
    };
    let half = filled((0..cols * rows).map(mean).collect(), cols);
    let value = |(place, value): (usize, &f32)| {
        if value.is_nan() {
            between(&half, cols, place % width, place / width)
        } else {
            *value
        }
    };
    values.iter().enumerate().map(value).collect()
}

/// The mean of the numbers among four; NaN where there is none.
pub fn mean_of_known(four: [f32; 4]) -> f32 {
    let known = four.into_iter().filter(|value| !value.is_nan());
    let (sum, count) = known.fold((0.0, 0.0), |(sum, n), value| (sum + value, n + 1.0));
    sum / count
}

/// The number at a pixel, interpolated in a picture of half the size.
fn between(half: &[f32], cols: usize, col: usize, row: usize) -> f32 {
    let rows = half.len() / cols;
    // the middle of a pixel lies a quarter of a larger one beside the middle of that: the nearer one weighs three quarters
    let near = |place: usize, last: usize| {
        let own = place / 2;
        let other = if place.is_multiple_of(2) {
            own.saturating_sub(1)
        } else {
            (own + 1).min(last)
        };
        [(own, 0.75), (other, 0.25)]
    };
    let (across, down) = (near(col, cols - 1), near(row, rows - 1));
    let both = down.into_iter().flat_map(|r| across.map(|c| (c, r)));
    both.map(|((c, u), (r, v))| u * v * half[r * cols + c])
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hole_gets_what_is_around_it() {
        let nan = f32::NAN;
        assert_eq!(filled(vec![7.0, nan, nan, nan, nan, 7.0], 3), [7.0; 6]);
        let slope: Vec<f32> = (0..64).map(|place| (place % 8) as f32).collect();
        let mut torn = slope.clone();
        for place in [27, 28, 35, 36] {
            torn[place] = nan;
        }
        for (place, (found, expected)) in filled(torn, 8).iter().zip(&slope).enumerate() {
            assert!((found - expected).abs() < 1.5, "{place}: {found}");
        }
        assert!(filled(vec![nan; 6], 3).iter().all(|value| value.is_nan()));
    }
}
