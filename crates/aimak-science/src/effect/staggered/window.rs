//! Which periods of a cohort show the effect, and against which one?

/// Which periods of a cohort are set against which one; all counted in periods of the panel, not in years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// All treated periods against the base: the last period before the start and what may be anticipated of it.
    Post,
    /// The period this many after the start (0 the first treated one), or before it where negative, against the base.
    Exposure(i32),
    /// The period this many after the start against the one just before that period; of those that may be anticipated none.
    Step(i32),
    /// A start moved ahead by this many periods from the first that may be anticipated, and nothing of the true one: the effect is nil
    /// where the lines are parallel.
    Placebo(usize),
}

impl Window {
    /// Pairs of (period, base) of a cohort by the place of its start and the number of periods before all that its treatment may do.
    pub(super) fn cells(
        self,
        (start, clean): (usize, usize),
        periods: usize,
    ) -> Vec<(usize, usize)> {
        let place = |from_start: i32| {
            let place = start as i64 + i64::from(from_start);
            usize::try_from(place).ok().filter(|&place| place < periods)
        };
        let (from, to, base) = match self {
            Self::Post => (Some(start), periods, clean.checked_sub(1)),
            Self::Exposure(exposure) => {
                let base = clean.checked_sub(1);
                let at = place(exposure).filter(|&at| Some(at) != base);
                (at, at.map_or(0, |at| at + 1), base)
            }
            Self::Step(exposure) => {
                let at = place(exposure).filter(|at| !(clean..start).contains(at));
                (
                    at,
                    at.map_or(0, |at| at + 1),
                    exposure.checked_sub(1).and_then(place),
                )
            }
            Self::Placebo(lead) => {
                let moved = clean.checked_sub(lead);
                (moved, clean, moved.and_then(|moved| moved.checked_sub(1)))
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
        assert_eq!(Window::Post.cells((3, 3), 5), [(3, 2), (4, 2)]);
        assert_eq!(Window::Exposure(1).cells((3, 3), 5), [(4, 2)]);
        assert_eq!(Window::Exposure(-2).cells((3, 3), 5), [(1, 2)]);
        assert_eq!(Window::Step(-1).cells((3, 3), 5), [(2, 1)]);
        assert_eq!(Window::Placebo(2).cells((3, 3), 5), [(1, 0), (2, 0)]);
        for nothing in [
            Window::Exposure(-1),
            Window::Exposure(2),
            Window::Step(-3),
            Window::Placebo(3),
        ] {
            assert_eq!(nothing.cells((3, 3), 5), [], "{nothing:?}");
        }
    }

    #[test]
    fn what_may_be_anticipated_is_no_base() {
        let cells = |window: Window| window.cells((3, 2), 5);
        assert_eq!(cells(Window::Post), [(3, 1), (4, 1)]);
        assert_eq!(cells(Window::Exposure(-1)), [(2, 1)]);
        assert_eq!(cells(Window::Exposure(-2)), []);
        assert_eq!(cells(Window::Step(-1)), []);
        assert_eq!(cells(Window::Step(-2)), [(1, 0)]);
        assert_eq!(cells(Window::Placebo(1)), [(1, 0)]);
        assert_eq!(Window::Post.cells((1, 0), 5), []);
    }
}
