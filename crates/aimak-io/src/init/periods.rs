//! Which years were before, and which after?

use std::collections::BTreeSet;

use aimak_core::Message;

use crate::template::period;

/// Periods as they may be meant.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Periods {
    /// First and last year before, and after.
    pub before: Option<(i16, i16)>,
    /// First and last year after.
    pub after: Option<(i16, i16)>,
    /// Why a person must look at them.
    pub ask: Option<Message>,
}

impl Periods {
    /// From the years of visits and of becoming organic. The year of becoming organic itself belongs to neither.
    ///
    /// Without that year the longest pause between visits parts them, which is a guess and asked about.
    pub fn of(visits: &BTreeSet<i16>, organic: &BTreeSet<i16>) -> Self {
        let span = |years: &[i16]| Some((*years.first()?, *years.last()?));
        let all: Vec<i16> = visits.iter().copied().collect();
        if let (Some(first), Some(last)) = (organic.first(), organic.last()) {
            let before: Vec<i16> = all.iter().copied().filter(|year| year < first).collect();
            let after: Vec<i16> = all.iter().copied().filter(|year| year > last).collect();
            let one_side = before.is_empty() || after.is_empty();
            let ask = (one_side || first != last).then(|| Message::new("init-ask-periods"));
            return Self {
                before: span(&before),
                after: span(&after),
                ask,
            };
        }
        let ask = Some(Message::new("init-ask-periods"));
        let pauses = all
            .windows(2)
            .enumerate()
            .map(|(place, years)| (years[1] - years[0], place + 1));
        // the first of equal pauses
        let longest = pauses
            .filter(|(pause, _)| *pause > 1)
            .max_by_key(|(pause, place)| (*pause, std::cmp::Reverse(*place)));
        match longest {
            Some((_, place)) => Self {
                before: span(&all[..place]),
                after: span(&all[place..]),
                ask,
            },
            None => Self {
                before: span(&all),
                after: None,
                ask,
            },
        }
    }

    /// The sections of the project file.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (role, years) in [("before", self.before), ("after", self.after)] {
            if let Some(years) = years {
                period(&mut text, role, years);
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(visits: &[i16], organic: &[i16]) -> Periods {
        Periods::of(
            &visits.iter().copied().collect(),
            &organic.iter().copied().collect(),
        )
    }

    #[test]
    fn the_year_of_becoming_organic_parts_them() {
        let found = of(&[2012, 2015, 2017, 2020, 2021], &[2017]);
        assert_eq!(
            (found.before, found.after, found.ask),
            (Some((2012, 2015)), Some((2020, 2021)), None)
        );
    }

    #[test]
    fn without_it_the_longest_pause_does_and_is_asked_about() {
        let found = of(&[1985, 1986, 2022], &[]);
        assert_eq!(
            (found.before, found.after),
            (Some((1985, 1986)), Some((2022, 2022)))
        );
        assert!(found.ask.is_some());
        assert_eq!(of(&[2020, 2021], &[]).after, None, "no pause");
        assert_eq!(of(&[], &[]).before, None);
    }
}
