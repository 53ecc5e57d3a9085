//! Which stored number counts, and what is it worth?

/// A number as rasters store it.
pub(super) trait Sample: Copy + PartialOrd + Send + Sync {
    /// Lowest number of the kind, the start of a search for the highest.
    const LOWEST: Self;
    /// Highest number of the kind, the start of a search for the lowest.
    const HIGHEST: Self;
    /// The number in double precision; exact for every kind.
    fn value(self) -> f64;
    /// True for NaN.
    fn is_nan(self) -> bool;
    /// A nodata number as this kind stores it; `None` where it cannot.
    fn of_nodata(nodata: f64) -> Option<Self>;
}

macro_rules! whole_number {
    ($($kind:ty),*) => {$(
        impl Sample for $kind {
            const LOWEST: Self = Self::MIN;
            const HIGHEST: Self = Self::MAX;
            fn value(self) -> f64 {
                f64::from(self)
            }
            fn is_nan(self) -> bool {
                false
            }
            fn of_nodata(nodata: f64) -> Option<Self> {
                let stored = nodata as Self;
                (f64::from(stored) == nodata).then_some(stored)
            }
        }
    )*};
}

whole_number!(u8, i16, u16, i32, u32);

impl Sample for f32 {
    const LOWEST: Self = Self::NEG_INFINITY;
    const HIGHEST: Self = Self::INFINITY;
    fn value(self) -> f64 {
        f64::from(self)
    }
    fn is_nan(self) -> bool {
        self.is_nan()
    }
    fn of_nodata(nodata: f64) -> Option<Self> {
        Some(nodata as Self)
    }
}

impl Sample for f64 {
    const LOWEST: Self = Self::NEG_INFINITY;
    const HIGHEST: Self = Self::INFINITY;
    fn value(self) -> f64 {
        self
    }
    fn is_nan(self) -> bool {
        self.is_nan()
    }
    fn of_nodata(nodata: f64) -> Option<Self> {
        Some(nodata)
    }
}

/// A rule which cells hold a value. NaN never does.
pub(super) trait Check<T>: Copy {
    /// True where the cell at this place of the block, which stores this number, holds a value.
    fn counts(self, place: usize, stored: T) -> bool;
}

/// Every cell.
#[derive(Clone, Copy)]
pub(super) struct Every;

impl<T: Sample> Check<T> for Every {
    fn counts(self, _: usize, stored: T) -> bool {
        !stored.is_nan()
    }
}

/// Every cell that does not store the nodata number.
#[derive(Clone, Copy)]
pub(super) struct Except<T>(pub T);

impl<T: Sample> Check<T> for Except<T> {
    fn counts(self, _: usize, stored: T) -> bool {
        stored != self.0 && !stored.is_nan()
    }
}

/// The cells of a mask.
#[derive(Clone, Copy)]
pub(super) struct Masked<'a>(pub &'a [bool]);

impl<T: Sample> Check<T> for Masked<'_> {
    fn counts(self, place: usize, stored: T) -> bool {
        self.0[place] && !stored.is_nan()
    }
}
