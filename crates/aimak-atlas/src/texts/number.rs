//! How does a language write a number?

use aimak_core::Lang;

/// U+2212; the hyphen of the keyboard is shorter than a digit is wide and breaks at line ends.
const MINUS: char = '\u{2212}';

/// Digits of a number nobody gave decimals for.
const SIGNIFICANT_DIGITS: i32 = 4;

/// `value` with exactly `decimals` decimals, in groups of three.
pub(super) fn fixed(lang: Lang, value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        // a release never holds one; a hole in the page would be worse than a dash
        return "–".to_owned();
    }
    let digits = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let (group, point) = match lang {
        Lang::En => (',', '.'),
        Lang::Ru | Lang::Ky => ('\u{a0}', ','),
    };
    let mut text = String::new();
    if value < 0.0 && digits.contains(|c: char| ('1'..='9').contains(&c)) {
        text.push(MINUS);
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// Decimals with which a value that is not zero does not read as zero: up to three more than asked for.
///
/// Beyond that the value is zero for every reader, for instance what rounding in the machine left of a difference.
pub(super) fn visible_decimals(value: f64, decimals: usize) -> usize {
    let reads_as_zero = |places: usize| value.abs() < 0.5 * 10_f64.powi(-(places as i32));
    (decimals..=decimals + 3)
        .find(|places| !reads_as_zero(*places))
        .unwrap_or(decimals)
}

/// `value` as short as it can stand: whole numbers whole, others with four significant
/// digits and at least one decimal, no trailing zeros.
pub(super) fn shortest(lang: Lang, value: f64) -> String {
    if value.fract() == 0.0 || !value.is_finite() {
        return fixed(lang, value, 0);
    }
    let magnitude = value.abs().log10().floor() as i32;
    let decimals = (SIGNIFICANT_DIGITS - 1 - magnitude).clamp(1, 9) as usize;
    let text = fixed(lang, value, decimals);
    if decimals == 0 {
        text
    } else {
        text.trim_end_matches('0')
            .trim_end_matches(['.', ','])
            .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_and_points_follow_the_language() {
        assert_eq!(fixed(Lang::En, 1_234_567.891, 2), "1,234,567.89");
        assert_eq!(fixed(Lang::Ky, 1_234_567.891, 2), "1\u{a0}234\u{a0}567,89");
        assert_eq!(fixed(Lang::Ru, 999.0, 0), "999");
        assert_eq!(fixed(Lang::En, 1000.0, 0), "1,000");
    }

    #[test]
    fn a_minus_is_a_minus_and_zero_has_none() {
        assert_eq!(fixed(Lang::En, -0.5, 1), "−0.5");
        assert_eq!(fixed(Lang::En, -0.04, 1), "0.0");
    }

    #[test]
    fn what_is_not_zero_does_not_read_as_zero() {
        assert_eq!(visible_decimals(-0.03, 1), 2);
        assert_eq!(visible_decimals(0.05, 1), 1);
        assert_eq!(visible_decimals(-0.000_4, 1), 4);
        assert_eq!(visible_decimals(1e-17, 1), 1);
        assert_eq!(visible_decimals(0.0, 1), 1);
        assert_eq!(visible_decimals(12.0, 1), 1);
    }

    #[test]
    fn numbers_without_decimals_given_keep_four_digits() {
        assert_eq!(shortest(Lang::En, 12.0), "12");
        assert_eq!(shortest(Lang::Ru, 0.25), "0,25");
        assert_eq!(shortest(Lang::En, 0.012_345_6), "0.01235");
        assert_eq!(shortest(Lang::En, 1.299_95), "1.3");
        assert_eq!(shortest(Lang::En, 10_000.5), "10,000.5");
    }
}
