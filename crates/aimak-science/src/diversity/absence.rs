//! How likely is it that none of a species is drawn?

/// Chances that none of `k` marked ones is among `m` drawn from `n`: `C(n − k, m)/C(n, m) = Π_{j<k} (n − m − j)/(n − j)`.
///
/// The product holds for real `m` too, where the binomials are Gamma functions; it grows from one `k` to the next, which
/// a difference of four `ln Γ` would not, at twenty times the cost in a bootstrap.
pub(super) struct Absent {
    n: f64,
    m: f64,
    marked: u64,
    chance: f64,
}

/// Chances below this are nothing beside the 1 they are taken from.
const NEVER: f64 = 1e-18;

impl Absent {
    pub(super) fn new(n: u64, m: f64) -> Self {
        Self {
            n: n as f64,
            m,
            marked: 0,
            chance: 1.0,
        }
    }

    /// The chance for `k` marked ones; `k` must not fall from call to call.
    pub(super) fn among(&mut self, k: u64) -> f64 {
        if k as f64 + self.m > self.n {
            return 0.0;
        }
        while self.marked < k && self.chance > NEVER {
            let j = self.marked as f64;
            self.chance *= (self.n - self.m - j) / (self.n - j);
            self.marked += 1;
        }
        if self.chance > NEVER {
            self.chance
        } else {
            0.0
        }
    }
}

/// The chance for every number of marked ones from 0 to where it is nothing.
pub(super) struct AbsenceTable(Vec<f64>);

impl AbsenceTable {
    /// Chances of up to `most` marked ones among `m` drawn from `n`.
    pub(super) fn new(n: u64, m: u64, most: u64) -> Self {
        let mut absent = Absent::new(n, m as f64);
        let chances = (0..=most).map(|k| absent.among(k));
        Self(chances.take_while(|chance| *chance > 0.0).collect())
    }

    /// The chance that none of `k` marked ones is drawn.
    pub(super) fn of(&self, k: u64) -> f64 {
        self.0.get(k as usize).copied().unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// C(5, 3)/C(7, 3) = 10/35; more than n − m marked ones cannot all be missed.
    #[test]
    fn chances_by_hand() {
        let table = AbsenceTable::new(7, 3, 7);
        assert!((table.of(2) - 10.0 / 35.0).abs() < 1e-15);
        assert_eq!((table.of(0), table.of(5)), (1.0, 0.0));
        assert!((table.of(4) - 1.0 / 35.0).abs() < 1e-15);
    }
}
