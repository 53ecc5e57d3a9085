//! Which periods of a cohort show the effect, and against which one?

/// Which periods of a cohort are set against which one; all counted in periods of the panel, not in years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// All treated periods against the last before the start.
    Post,
    /// The period this many after the start (0 the first treated one), or before it where negative, against the last before.
    Exposure(i32),
    /// The period this many after the start against the one just before that period.
    Step(i32),
    /// A start moved ahead by this many periods, and nothing of the true one: the effect is nil where the lines are parallel.
    Placebo(usize),
}

impl Window {
    /// Pairs of (period, base) of a cohort that starts at a place of the panel.
    pub(super) fn cells(self, start: usize, periods: usize) -> Vec<(usize, usize)> {
        let place = |from_start: i32| {
            let place = start as i64 + i64::from(from_start);
            usize::try_from(place).ok().filter(|&place| place < periods)
        };
        let (from, to, base) = match self {
            Self::Post => (Some(start), periods, place(-1)),
            Self::Exposure(-1) => (None, periods, None),
            Self::Exposure(exposure) => {
                let at = place(exposure);
                (at, at.map_or(0, |at| at + 1), place(-1))
            }
            Self::Step(exposure) => {
                let at = place(exposure);
                (
                    at,
                    at.map_or(0, |at| at + 1),
                    exposure.checked_sub(1).and_then(place),
                )
            }
            Self::Placebo(lead) => {
                let moved = start.checked_sub(lead);
                (moved, start, moved.and_then(|moved| moved.checked_sub(1)))
            }
        };
        match (from, base) {
            (Some(from), Some(base)) => (from..to).map(|period| (period, base)).collect(),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_the_windows() {
        assert_eq!(Window::Post.cells(3, 5), [(3, 2), (4, 2)]);
        assert_eq!(Window::Exposure(1).cells(3, 5), [(4, 2)]);
        assert_eq!(Window::Exposure(-2).cells(3, 5), [(1, 2)]);
        assert_eq!(Window::Step(-1).cells(3, 5), [(2, 1)]);
        assert_eq!(Window::Placebo(2).cells(3, 5), [(1, 0), (2, 0)]);
        for nothing in [
            Window::Exposure(-1),
            Window::Exposure(2),
            Window::Step(-3),
            Window::Placebo(3),
        ] {
            assert_eq!(nothing.cells(3, 5), [], "{nothing:?}");
        }
    }
}
