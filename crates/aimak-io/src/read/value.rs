//! What a cell means: a number, yes or no; and in which units numbers may come.

/// A measured quantity: the range that is physically possible, the unit of the survey, other units it may come in.
pub(super) struct Measure {
    /// Lowest possible value, in the unit of the survey.
    pub low: f64,
    /// Highest possible value.
    pub high: f64,
    /// Unit of the survey.
    pub unit: &'static str,
    /// Units a table may declare.
    pub units: &'static [Convert],
}

impl Measure {
    /// Any number.
    pub const ANY: Self = Self::plain(-1e300, 1e300);

    /// A number between two limits, without a unit of ours.
    pub const fn plain(low: f64, high: f64) -> Self {
        Self {
            low,
            high,
            unit: "1",
            units: &[],
        }
    }
}

/// A unit, and how a number in it becomes one in the unit of the survey.
///
/// A multiplier and a divisor, because 12 / 10 is 1.2 to the last bit and 12 × 0.1 is not.
pub(super) struct Convert {
    /// As written in the project file.
    pub name: &'static str,
    times: f64,
    over: f64,
}

pub(super) const fn times(name: &'static str, times: f64) -> Convert {
    Convert {
        name,
        times,
        over: 1.0,
    }
}

pub(super) const fn over(name: &'static str, over: f64) -> Convert {
    Convert {
        name,
        times: 1.0,
        over,
    }
}

/// Area of a field or a crop.
pub(super) const AREA: Measure = Measure {
    low: 0.0,
    high: 1e6,
    unit: "ha",
    units: &[
        times("ha", 1.0),
        over("sotka", 100.0),
        over("m2", 1e4),
        times("km2", 100.0),
    ],
};
/// Any amount, in the unit that stands beside it.
pub(super) const AMOUNT: Measure = Measure {
    low: 0.0,
    high: 1e12,
    unit: "",
    units: &[],
};
/// Depth of a layer limit below the surface.
pub(super) const DEPTH: Measure = Measure {
    low: 0.0,
    high: 1000.0,
    unit: "cm",
    units: &[times("cm", 1.0), times("m", 100.0), over("mm", 10.0)],
};
/// Soil organic carbon (METHODS A.3: 0–58 % of fine earth).
pub(super) const CARBON: Measure = Measure {
    low: 0.0,
    high: 58.0,
    unit: "%",
    units: &[
        times("%", 1.0),
        over("g/kg", 10.0),
        over("mg/kg", 1e4),
        times("g/g", 100.0),
    ],
};
/// Bulk density of the fine earth (METHODS A.3: 0.2–2.0 g/cm³).
pub(super) const DENSITY: Measure = Measure {
    low: 0.2,
    high: 2.0,
    unit: "g/cm³",
    units: &[
        times("g/cm³", 1.0),
        times("g/cm3", 1.0),
        times("t/m3", 1.0),
        times("kg/dm3", 1.0),
        over("kg/m3", 1e3),
    ],
};
/// Coarse fragments as a volume fraction (METHODS A.3: 0–0.95).
pub(super) const STONES: Measure = Measure {
    low: 0.0,
    high: 0.95,
    unit: "1",
    units: &[times("1", 1.0), over("%", 100.0)],
};
/// pH; below 2 or above 11 no soil has been found.
pub(super) const PH: Measure = Measure {
    low: 2.0,
    high: 11.0,
    unit: "pH",
    units: &[],
};
/// Cover of a species.
pub(super) const COVER: Measure = Measure {
    low: 0.0,
    high: 100.0,
    unit: "%",
    units: &[times("%", 1.0), times("1", 100.0)],
};
/// Counted individuals.
pub(super) const COUNT: Measure = Measure {
    low: 0.0,
    high: 1e9,
    unit: "1",
    units: &[times("1", 1.0)],
};
/// Precipitation of a month or a day; more never fell in a month.
pub(super) const PRECIPITATION: Measure = Measure {
    low: 0.0,
    high: 10_000.0,
    unit: "mm",
    units: &[times("mm", 1.0), times("cm", 10.0), times("m", 1e3)],
};
/// Mean temperature of a month or a day.
pub(super) const TEMPERATURE: Measure = Measure {
    low: -70.0,
    high: 60.0,
    unit: "°C",
    units: &[times("°C", 1.0)],
};
/// Longitude, latitude, easting, northing: the area decides whether a place can be right.
pub(super) const COORDINATE: Measure = Measure {
    low: -1e8,
    high: 1e8,
    unit: "",
    units: &[],
};

impl Measure {
    /// A number in `unit`, in the unit of the survey; `None` for a unit this quantity does not come in.
    pub fn convert(&self, number: f64, unit: Option<&str>) -> Option<f64> {
        let Some(unit) = unit else {
            return Some(number);
        };
        let known = self.units.iter().find(|known| known.name == unit)?;
        Some(number * known.times / known.over)
    }

    /// True for depths of soil layers.
    pub fn is_depth(&self) -> bool {
        self.unit == DEPTH.unit
    }

    /// The quantity a key of `columns` stands for.
    pub fn of_key(key: &str) -> Option<&'static Self> {
        match key {
            "top_cm" | "bottom_cm" => Some(&DEPTH),
            "area_ha" => Some(&AREA),
            "carbon_percent" => Some(&CARBON),
            "bulk_density_g_per_cm3" => Some(&DENSITY),
            "coarse_fraction" => Some(&STONES),
            "ph" => Some(&PH),
            "amount" => Some(&COVER),
            "precipitation_mm" => Some(&PRECIPITATION),
            "temperature_c" => Some(&TEMPERATURE),
            _ => super::laboratory::of_key(key),
        }
    }
}

/// Lowest and highest possible number of a column of the project file and its unit, as the forms to fill in tell them.
pub(crate) fn range_of(key: &str) -> Option<(f64, f64, &'static str)> {
    Measure::of_key(key).map(|measure| (measure.low, measure.high, measure.unit))
}

/// Whether a column of the project file may come in a unit.
pub(crate) fn knows_unit(key: &str, unit: &str) -> bool {
    Measure::of_key(key).is_some_and(|measure| measure.convert(1.0, Some(unit)).is_some())
}

/// A number with decimal point or comma, blanks between thousands, and the typographic minus.
///
/// A blank stands between groups of three digits only: `0 30` is two numbers, and was meant as a range of depths or as minutes.
pub(crate) fn number(text: &str) -> Option<f64> {
    // most cells are bare digits
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let plain = text
        .trim()
        .replace(['\u{a0}', '\u{202f}'], " ")
        .replace(',', ".")
        .replace('\u{2212}', "-");
    let joined = if plain.contains(' ') {
        joined_thousands(&plain)?
    } else {
        plain
    };
    joined
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
}

/// Digits of groups parted by single blanks: one to three, then always three, then perhaps decimals.
fn joined_thousands(plain: &str) -> Option<String> {
    let whole = plain.split('.').next().unwrap_or_default();
    let mut groups = whole.trim_start_matches(['-', '+']).split(' ');
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().unwrap_or_default();
    let leads = (1..=3).contains(&first.len()) && digits(first) && !first.starts_with('0');
    let follow = groups.all(|group| group.len() == 3 && digits(group));
    let blank_later = plain[whole.len()..].contains(' ');
    (leads && follow && !blank_later).then(|| plain.replace(' ', ""))
}

/// A number whose thousands are marked with a point, a comma or an apostrophe, written so that it can be meant in one way only.
///
/// Such numbers are not read: `1.234` is a little more than one in one country and more than a thousand in another.
pub(super) fn unmarked(text: &str) -> Option<String> {
    let mark = text.chars().find(|c| matches!(c, '.' | ',' | '\'' | '’'))?;
    let plain = number(&text.replace(mark, " "))?;
    (number(text).is_none()).then(|| plain.to_string())
}

/// Two numbers with a dash or a blank between them, as a range of depths is often written: `0 - 30`, `0–30`, `0 30`.
pub(crate) fn range(text: &str) -> Option<(f64, f64)> {
    let text = text.trim();
    let dash = text.split_once(['-', '–', '—']);
    let (low, high) = dash.or_else(|| text.split_once(char::is_whitespace))?;
    Some((number(low)?, number(high)?)).filter(|(low, high)| low < high)
}

/// Both depths of a layer in one cell, with or without their unit: `0-20`, `0 – 20 см`.
pub(crate) fn depths(text: &str) -> Option<(f64, f64)> {
    range(text.trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c.is_whitespace()))
}

/// Yes or no in three languages.
pub(super) fn flag(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "y" | "yes" | "true" | "1" | "да" | "ооба" => Some(true),
        "n" | "no" | "false" | "0" | "нет" | "жок" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_several_habits() {
        assert_eq!(number("7,5"), Some(7.5));
        assert_eq!(number("1 234.5"), Some(1234.5));
        assert_eq!(number("\u{2212}3"), Some(-3.0));
        assert_eq!(
            (number("<0.1"), number("NaN"), number("1.234,5")),
            (None, None, None)
        );
    }

    #[test]
    fn a_blank_stands_between_thousands_only() {
        assert_eq!(number("1 234,5"), Some(1234.5));
        assert_eq!(number("-12\u{a0}345\u{202f}678"), Some(-12_345_678.0));
        for text in [
            "0 30", "1 23", "1 2345", "1  234", "1,5 000", "012 345", "1 234 5", "- 5", "12 e", " ",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn marked_thousands_are_refused_and_rewritten() {
        for (text, plain) in [
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1'234", "1234"),
            ("1.234.567", "1234567"),
        ] {
            assert_eq!(
                (number(text), unmarked(text).as_deref()),
                (None, Some(plain)),
                "{text}"
            );
        }
        for text in ["1.234", "7,5", "1.5.2019", "12,34,5", "a.b"] {
            assert_eq!(unmarked(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn grouped_thousands_are_read_as_they_were_meant(whole in 0_u64..10_u64.pow(12), cents in 0_u32..100) {
            let digits = whole.to_string();
            let grouped: Vec<&str> = {
                let head = digits.len() % 3;
                let rest = digits.as_bytes()[head..].chunks(3).map(|group| std::str::from_utf8(group).unwrap());
                Some(&digits[..head]).filter(|head| !head.is_empty()).into_iter().chain(rest).collect()
            };
            let text = format!("{},{cents:02}", grouped.join(" "));
            let plain: f64 = format!("{digits}.{cents:02}").parse().unwrap();
            proptest::prop_assert_eq!(number(&text), Some(plain));
        }
    }

    #[test]
    fn depths_may_have_their_unit() {
        for text in ["0-20", "0 – 20 см", "0-20см.", "0–20 cm"] {
            assert_eq!(depths(text), Some((0.0, 20.0)), "{text}");
        }
        assert_eq!(
            (depths("20"), depths("A"), depths("20-0")),
            (None, None, None)
        );
    }

    #[test]
    fn a_range_is_two_numbers() {
        for text in ["0 - 30", "0–30", " 0—30 ", "0 30"] {
            assert_eq!(range(text), Some((0.0, 30.0)), "{text}");
        }
        assert_eq!(
            (range("-5"), range("30-0"), range("a-b")),
            (None, None, None)
        );
    }

    #[test]
    fn grams_per_kilogram_are_tenths_of_a_per_cent() {
        assert_eq!(CARBON.convert(12.0, Some("g/kg")), Some(1.2));
        assert_eq!(CARBON.convert(12.0, Some("cm")), None);
        assert_eq!(DEPTH.convert(0.3, Some("m")), Some(30.0));
    }
}
