//! What has been counted of one zone in one band?

use std::collections::BTreeMap;

use aimak_core::{Block, Samples, Valid};

use super::{
    coverage::Coverage,
    moments::{FloatMoments, Moments, WholeMoments},
    sample::{Check, Every, Except, Masked, Sample},
    span_cells::{add_alike, add_parts, list_alike, wider},
    values::{Frequencies, Values, add_whole},
};

/// What is to be counted. Nobody pays for what nobody asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Needs {
    /// The sum of squares around the mean.
    pub spread: bool,
    /// How often each value occurs.
    pub values: bool,
    /// The area of cells whose value is above this.
    pub above: Option<f64>,
}

/// Sums over the cells of a zone. The default is the identity of [`Tally::merge`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// True where the zone meets the raster.
    met: bool,
    sums: Sums,
    /// Lowest and highest stored number.
    range: Option<(f64, f64)>,
    values: Option<Values>,
    /// Coverage of cells above the threshold.
    above: f64,
    /// Area on the ground, m².
    area_m2: f64,
    /// From stored numbers to values.
    scale: (f64, f64),
}

/// Sums of stored numbers of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Sums {
    #[default]
    Nothing,
    Float(FloatMoments),
    Whole(WholeMoments),
}

impl Sums {
    fn merge(self, later: Self) -> Self {
        match (self, later) {
            (Self::Nothing, other) | (other, Self::Nothing) => other,
            (Self::Float(a), Self::Float(b)) => Self::Float(a.merge(b)),
            (Self::Whole(a), Self::Whole(b)) => Self::Whole(a.merge(b)),
            _ => unreachable!("invariant: a band stores one kind of number"),
        }
    }

    fn rounded(self) -> FloatMoments {
        match self {
            Self::Nothing => FloatMoments::default(),
            Self::Float(moments) => moments,
            Self::Whole(moments) => moments.rounded(),
        }
    }
}

/// Sums of a zone in values, ready to be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Totals {
    /// False where the zone does not meet the raster.
    pub met: bool,
    /// Σ f over valid cells.
    pub cells: f64,
    /// Σ f·x.
    pub sum: f64,
    /// Σ f·(x − mean)²; meaningless unless asked for.
    pub squares: f64,
    /// Lowest and highest value of any touched cell.
    pub range: Option<(f64, f64)>,
    /// Σ f over cells above the threshold.
    pub above: f64,
    /// Ground area of the covered valid cells, m².
    pub area_m2: f64,
    /// How often each value occurs; empty unless asked for.
    pub frequencies: Frequencies,
}

impl Totals {
    /// Coverage-weighted mean.
    pub fn mean(&self) -> Option<f64> {
        (self.cells > 0.0).then(|| self.sum / self.cells)
    }

    /// Population variance, weighted by coverage.
    pub fn variance(&self) -> Option<f64> {
        (self.cells > 0.0).then(|| self.squares / self.cells)
    }

    /// Share of a zone of `zone_cells` cells that is valid; rounding may not lift it over one.
    pub fn valid_share(&self, zone_cells: f64) -> f64 {
        if zone_cells > 0.0 {
            (self.cells / zone_cells).min(1.0)
        } else {
            0.0
        }
    }
}

impl Tally {
    /// Counts the covered cells of a block, which holds the window of `coverage`. `cell_area_m2` gives the ground area of a
    /// cell by its row of the grid.
    pub fn count(
        coverage: &Coverage,
        block: &Block,
        needs: Needs,
        cell_area_m2: &dyn Fn(usize) -> f64,
    ) -> Self {
        let place = Placed {
            coverage,
            block,
            needs,
            cell_area_m2,
        };
        match &block.samples {
            Samples::U8(stored) => place.whole(stored),
            Samples::I16(stored) => place.whole(stored),
            Samples::U16(stored) => place.whole(stored),
            Samples::I32(stored) => place.whole(stored),
            Samples::U32(stored) => place.whole(stored),
            Samples::F32(stored) => place.float(stored, |full, part| Values::Single { full, part }),
            Samples::F64(stored) => place.float(stored, |full: Vec<f64>, part| {
                let full = full.into_iter().map(|value| (value, 1.0));
                Values::Double(full.chain(part).collect())
            }),
        }
    }

    /// This tally and a later one.
    #[must_use]
    pub fn merge(mut self, later: Self) -> Self {
        if !self.met {
            return later;
        }
        if !later.met {
            return self;
        }
        self.sums = self.sums.merge(later.sums);
        self.range = match (self.range, later.range) {
            (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
            (one, other) => one.or(other),
        };
        match (&mut self.values, later.values) {
            (Some(all), Some(later)) => all.merge(later),
            (none, later) => *none = later,
        }
        self.above += later.above;
        self.area_m2 += later.area_m2;
        self
    }

    /// The sums in values: `stored × scale + offset`.
    pub fn totals(self) -> Totals {
        let (scale, offset) = self.scale;
        let FloatMoments {
            weight,
            sum,
            squares,
        } = self.sums.rounded();
        let value = |stored: f64| stored * scale + offset;
        Totals {
            met: self.met,
            cells: weight,
            sum: sum * scale + offset * weight,
            squares: squares * scale * scale,
            range: self.range.map(|(low, high)| {
                let (a, b) = (value(low), value(high));
                (a.min(b), a.max(b))
            }),
            above: self.above,
            area_m2: self.area_m2,
            frequencies: self
                .values
                .map(|values| values.frequencies(scale, offset))
                .unwrap_or_default(),
        }
    }
}

/// A polygon over a block.
struct Placed<'a> {
    coverage: &'a Coverage,
    block: &'a Block,
    needs: Needs,
    cell_area_m2: &'a dyn Fn(usize) -> f64,
}

impl Placed<'_> {
    fn whole<T: Sample + Into<i64>>(&self, stored: &[T]) -> Tally {
        let mut counted = BTreeMap::new();
        let (moments, mut tally) = self.checked(stored, |value: T, fraction, n| {
            add_whole(&mut counted, value.into(), fraction * n as f64);
        });
        tally.sums = Sums::Whole(moments);
        tally.values = self.needs.values.then_some(Values::Whole(counted));
        tally
    }

    fn float<T: Sample>(
        &self,
        stored: &[T],
        listed: impl FnOnce(Vec<T>, Vec<(f64, f64)>) -> Values,
    ) -> Tally {
        let (mut full, mut part) = (Vec::new(), Vec::new());
        let (moments, mut tally) = self.checked(stored, |value: T, fraction, _| {
            if fraction == 1.0 {
                full.push(value);
            } else {
                part.push((value.value(), fraction));
            }
        });
        tally.sums = Sums::Float(moments);
        tally.values = self.needs.values.then(|| listed(full, part));
        tally
    }

    /// Counts with the cheapest rule that says which cells hold a value.
    fn checked<T: Sample, M: Moments<T>>(
        &self,
        stored: &[T],
        list: impl FnMut(T, f64, usize),
    ) -> (M, Tally) {
        match &self.block.valid {
            Valid::All => self.walk(stored, Every, list),
            Valid::Except(nodata) => match T::of_nodata(*nodata) {
                Some(nodata) => self.walk(stored, Except(nodata), list),
                None => self.walk(stored, Every, list),
            },
            Valid::Cells(valid) => self.walk(stored, Masked(valid), list),
        }
    }

    /// Walks the spans of every row from the left. `list` hears of cells one by one, or of `n` alike at once.
    fn walk<T: Sample, M: Moments<T>>(
        &self,
        stored: &[T],
        check: impl Check<T>,
        mut list: impl FnMut(T, f64, usize),
    ) -> (M, Tally) {
        let window = self.coverage.window;
        let (skip_rows, skip_cols) = (
            window.row - self.block.window.row,
            window.col - self.block.window.col,
        );
        let mut moments = M::default();
        let mut tally = Tally {
            scale: (self.block.scale, self.block.offset),
            ..Tally::default()
        };
        let mut range: Option<(T, T)> = None;
        for row in 0..window.height {
            let before = moments.weight();
            let start = (skip_rows + row) * self.block.window.width + skip_cols;
            for span in self.coverage.row(row) {
                tally.met = true;
                let at = start + span.col;
                let cells = &stored[at..at + span.len];
                let mut list = |value, n| list(value, span.fraction, n);
                let seen = if self.needs.values && M::EXACT {
                    add_alike(&mut moments, cells, at, check, span.fraction, list)
                } else {
                    if self.needs.values {
                        list_alike(cells, at, check, &mut list);
                    }
                    if span.fraction == 1.0 {
                        moments.add_full(cells, at, check, self.needs.spread)
                    } else {
                        add_parts(&mut moments, cells, at, check, span.fraction)
                    }
                };
                range = wider(range, seen);
                tally.above += self.above(cells, at, check) * span.fraction;
            }
            tally.area_m2 += (moments.weight() - before) * (self.cell_area_m2)(window.row + row);
        }
        tally.range = range.map(|(low, high)| (low.value(), high.value()));
        (moments, tally)
    }

    /// How many cells lie above the threshold.
    fn above<T: Sample>(&self, cells: &[T], at: usize, check: impl Check<T>) -> f64 {
        let Some(threshold) = self.needs.above else {
            return 0.0;
        };
        let Block { scale, offset, .. } = self.block;
        let above = |(k, stored): (usize, &T)| {
            check.counts(at + k, *stored) && stored.value() * scale + offset > threshold
        };
        cells.iter().enumerate().filter(|&cell| above(cell)).count() as f64
    }
}
