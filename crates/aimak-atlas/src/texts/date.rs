//! How does a language write a date?

use aimak_core::{Lang, PartialDate};

const EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// Nominative, for a month without a day.
const RU: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];
/// Genitive, after a day.
const RU_AFTER_DAY: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
const KY: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

/// The date in words, as precise as it is known.
pub(super) fn words(lang: Lang, date: PartialDate) -> String {
    let year = date.year();
    let month = |names: [&'static str; 12], month: i8| names[(month - 1).clamp(0, 11) as usize];
    match (lang, date) {
        (_, PartialDate::Year(_)) => year.to_string(),
        (Lang::En, PartialDate::Month(_, m)) => format!("{} {year}", month(EN, m)),
        (Lang::Ru, PartialDate::Month(_, m)) => format!("{} {year} г.", month(RU, m)),
        (Lang::Ky, PartialDate::Month(_, m)) => format!("{year}-ж., {}", month(KY, m)),
        (Lang::En, PartialDate::Day(d)) => format!("{} {} {year}", d.day(), month(EN, d.month())),
        (Lang::Ru, PartialDate::Day(d)) => {
            format!("{} {} {year} г.", d.day(), month(RU_AFTER_DAY, d.month()))
        }
        (Lang::Ky, PartialDate::Day(d)) => {
            format!("{year}-ж., {}-{}", d.day(), month(KY, d.month()))
        }
    }
}

#[cfg(test)]
mod tests {

    use super::*;

    /// CLDR's long dates of the three languages for one day.
    #[test]
    fn dates_follow_cldr() {
        let day: PartialDate = "2025-07-04".parse().unwrap();
        assert_eq!(words(Lang::Ky, day), "2025-ж., 4-июль");
        assert_eq!(words(Lang::Ru, day), "4 июля 2025 г.");
        assert_eq!(words(Lang::En, day), "4 July 2025");
    }

    #[test]
    fn a_date_is_no_more_precise_than_known() {
        assert_eq!(words(Lang::Ru, "2025-07".parse().unwrap()), "июль 2025 г.");
        assert_eq!(words(Lang::Ky, "2025".parse().unwrap()), "2025");
    }
}
