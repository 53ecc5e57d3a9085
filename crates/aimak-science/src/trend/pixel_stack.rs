//! Which value has this pixel in that year, however the stack lies in memory?

use aimak_core::{Reason, Withheld};

/// One raster of a stack: values and which of them hold.
#[derive(Clone, Copy, Debug)]
pub struct Layer<'a, T> {
    /// Values, meaningless where not valid.
    pub values: &'a [T],
    /// Which values hold.
    pub valid: &'a [bool],
}

/// Values of many pixels at common times.
#[derive(Clone, Debug)]
pub struct PixelStack<'a, T> {
    years: &'a [f64],
    pixels: usize,
    layout: Layout<'a, T>,
}

#[derive(Clone, Debug)]
enum Layout<'a, T> {
    TimeByPixel(Vec<Layer<'a, T>>),
    PixelByTime(Layer<'a, T>),
}

impl<'a, T: Copy + Into<f64>> PixelStack<'a, T> {
    /// One layer per year, all of the same pixels.
    ///
    /// # Errors
    /// `OUT_OF_RANGE` where years do not strictly rise, or lengths differ.
    pub fn of_layers(years: &'a [f64], layers: Vec<Layer<'a, T>>) -> Result<Self, Withheld> {
        let pixels = layers.first().map_or(0, |layer| layer.values.len());
        let even = |layer: &Layer<T>| layer.values.len() == pixels && layer.valid.len() == pixels;
        if layers.len() != years.len() || !layers.iter().all(even) {
            return Err(Withheld::because(Reason::OutOfRange));
        }
        rising(years)?;
        Ok(Self {
            years,
            pixels,
            layout: Layout::TimeByPixel(layers),
        })
    }

    /// The whole series of the first pixel, then of the second, and so on.
    ///
    /// # Errors
    /// As [`Self::of_layers`].
    pub fn of_series(years: &'a [f64], series: Layer<'a, T>) -> Result<Self, Withheld> {
        rising(years)?;
        let whole = !years.is_empty() && series.values.len().is_multiple_of(years.len());
        if !whole || series.valid.len() != series.values.len() {
            return Err(Withheld::because(Reason::OutOfRange));
        }
        Ok(Self {
            years,
            pixels: series.values.len() / years.len(),
            layout: Layout::PixelByTime(series),
        })
    }

    /// Number of pixels.
    pub fn pixels(&self) -> usize {
        self.pixels
    }

    /// The common times.
    pub fn years(&self) -> &'a [f64] {
        self.years
    }

    /// What is stored for a pixel at the year of a position, and whether it holds; a value that is not finite does not,
    /// whatever the mask says.
    pub(super) fn stored(&self, pixel: usize, position: usize) -> (f64, bool) {
        let (layer, cell) = match &self.layout {
            Layout::TimeByPixel(layers) => (&layers[position], pixel),
            Layout::PixelByTime(series) => (series, pixel * self.years.len() + position),
        };
        let value: f64 = layer.values[cell].into();
        (value, layer.valid[cell] & value.is_finite())
    }

    /// All years of a pixel with their values, missing ones too.
    pub(super) fn observations(&self, pixel: usize) -> Vec<(f64, Option<f64>)> {
        let at = |(position, year): (usize, &f64)| {
            let (value, holds) = self.stored(pixel, position);
            (*year, holds.then_some(value))
        };
        self.years.iter().enumerate().map(at).collect()
    }
}

fn rising(years: &[f64]) -> Result<(), Withheld> {
    let rising = years.windows(2).all(|pair| pair[0] < pair[1]);
    if rising && years.iter().all(|year| year.is_finite()) {
        Ok(())
    } else {
        Err(Withheld::because(Reason::OutOfRange))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_layouts_hold_the_same_values() {
        let years = [2001.0, 2002.0];
        let valid = [true, false, true, true, true, true];
        let series = PixelStack::of_series(
            &years,
            Layer {
                values: &[1_i16, 2, 3, 4, 5, 6],
                valid: &valid,
            },
        )
        .unwrap();
        let layers = vec![
            Layer {
                values: &[1_i16, 3, 5][..],
                valid: &[true; 3][..],
            },
            Layer {
                values: &[2, 4, 6],
                valid: &[false, true, true],
            },
        ];
        let layers = PixelStack::of_layers(&years, layers).unwrap();
        let expected = [Some(1.0), None, Some(3.0), Some(4.0), Some(5.0), Some(6.0)];
        for (cell, expected) in expected.into_iter().enumerate() {
            let (pixel, position) = (cell / 2, cell % 2);
            for (value, holds) in [
                series.stored(pixel, position),
                layers.stored(pixel, position),
            ] {
                assert_eq!(holds.then_some(value), expected);
            }
        }
        assert_eq!((series.pixels(), layers.pixels()), (3, 3));
    }

    #[test]
    fn unfit_stacks_are_refused() {
        let years = [1.0, 2.0, 3.0];
        let (values, valid) = ([1.0_f64; 6], [true; 6]);
        let series = |years, values, valid| PixelStack::of_series(years, Layer { values, valid });
        assert!(series(&years, &values, &valid).is_ok());
        assert!(series(&years, &values[..4], &valid[..4]).is_err());
        assert!(series(&years, &values, &valid[..5]).is_err());
        assert!(series(&[1.0, 1.0, 2.0], &values, &valid).is_err());
        assert!(series(&[1.0, 2.0, f64::INFINITY], &values, &valid).is_err());
        assert!(series(&[], &values[..0], &valid[..0]).is_err());
        let layer = Layer {
            values: &values[..],
            valid: &valid[..],
        };
        let short = Layer {
            values: &values[1..],
            ..layer
        };
        assert!(PixelStack::of_layers(&years, vec![layer; 2]).is_err());
        assert!(PixelStack::of_layers(&years, vec![layer, layer, short]).is_err());
        assert!(PixelStack::of_layers(&years, vec![layer; 3]).is_ok());
    }
}
