//! Does a text that is to be published hold a telephone number, an address or a coordinate?

/// Digits of a telephone number, country code or leading zero included, at least.
const PHONE_DIGITS: usize = 9;
/// Decimals from which a number is a coordinate rather than a measurement.
const COORDINATE_DECIMALS: usize = 4;
/// What stands behind minutes of a degree.
const MINUTES: [char; 2] = ['\'', '′'];

/// The first part of a text that looks like one of them. A guard for those who type, not a proof: what is written in words passes.
pub(super) fn found(text: &str) -> Option<&str> {
    mail(text).or_else(|| number(text))
}

/// A word with an `@` in it.
fn mail(text: &str) -> Option<&str> {
    let mut words = text.split_whitespace();
    words.find(|word| {
        word.split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty())
    })
}

/// A stretch of digits and what stands between the digits of a telephone number or a coordinate.
fn number(text: &str) -> Option<&str> {
    let between = |c: char| " -()+.,°'′\"″\u{a0}\u{2011}".contains(c);
    let mut stretches = text.split(|c: char| !(c.is_ascii_digit() || between(c)));
    stretches.find_map(|stretch| {
        let stretch = stretch.trim_start_matches(|c: char| !(c.is_ascii_digit() || c == '+'));
        let stretch =
            stretch.trim_end_matches(|c: char| !(c.is_ascii_digit() || MINUTES.contains(&c)));
        (is_phone(stretch) || is_coordinate(stretch)).then_some(stretch)
    })
}

/// Nine digits or more with no comma between them; dates and years are none of them.
fn is_phone(stretch: &str) -> bool {
    let digits = |part: &str| {
        let others = part.split_whitespace().filter(|word| !is_date(word));
        let digits = others.flat_map(str::chars).filter(char::is_ascii_digit);
        digits.count()
    };
    stretch
        .split([',', '°'])
        .any(|part| digits(part) >= PHONE_DIGITS)
}

/// A word of years, or of a year with a month and a day: `2019-2024`, `05.2024`, `18.05.2024`, `2024-05-18`.
fn is_date(word: &str) -> bool {
    let groups = word.split(|c: char| !c.is_ascii_digit());
    let groups: Vec<&str> = groups.filter(|group| !group.is_empty()).collect();
    let number = |group: &&str| group.parse::<u32>().unwrap_or(u32::MAX);
    let year = |group: &&str| group.len() == 4 && (1800..2200).contains(&number(group));
    let short = |group: &&str| group.len() <= 2 && number(group) <= 31;
    groups.iter().any(year) && groups.iter().all(|group| year(group) || short(group))
}

/// A number with many decimals, or degrees with minutes.
fn is_coordinate(stretch: &str) -> bool {
    let words = stretch.split_whitespace().filter(|word| !is_date(word));
    let decimals = words.flat_map(|word| word.split(['.', ',']).skip(1));
    let many = |after: &str| {
        let digits = after.chars().take_while(char::is_ascii_digit);
        digits.count() >= COORDINATE_DECIMALS
    };
    let minutes = |after: &str| {
        let after = after.trim_start();
        after.starts_with(|c: char| c.is_ascii_digit()) && after.contains(MINUTES)
    };
    decimals.into_iter().any(many) || stretch.split('°').skip(1).any(minutes)
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn contacts_and_coordinates_are_found_in_several_habits() {
        for (text, part) in [
            ("Чалыңыз: +996 555 12-34-56, рахмат", "+996 555 12-34-56"),
            ("тел. 0555123456", "0555123456"),
            ("(0555) 12 34 56", "0555) 12 34 56"),
            ("жазыңыз: ai.peri@mail.kg", "ai.peri@mail.kg"),
            ("74.51234, 42.81234", "74.51234, 42.81234"),
            ("74,51234 чыгыш", "74,51234"),
            ("42°48′31″ N", "42°48′31"),
            ("42° 48.5' N", "42° 48.5'"),
        ] {
            assert_eq!(found(text), Some(part), "{text}");
        }
    }

    #[test]
    fn years_measurements_and_temperatures_pass() {
        for text in [
            "2019-2024, 2005 2006 2007",
            "1 250 000 сом, 3,75 га",
            "суу +8 °C, 0,125 л/с",
            "pH 7.4; 12–15 чакырым @ эмес",
            "1987-жылы 400 түп, 2003-жылы 120",
            "0.5 л/с, 6.25 мг/л",
            "18.05.2024 20.06.2024, 05.2024, 2024-05-18 2024-05-19",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
