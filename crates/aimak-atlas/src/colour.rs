//! Which colour stands for which value?
//!
//! Change: `ColorBrewer` 2.0 `BrBG`, seven classes, symmetric about zero; the teal end always means better (or more, where
//! neither is better). Values: Crameri's batlow, at most six classes, light to dark; between limits that the field has agreed on
//! `ColorBrewer` `YlOrBr`.

use aimak_core::Direction;

/// `ColorBrewer` `BrBG`, seven classes, brown to teal (Brewer, Harrower and Penn State; colorbrewer2.org).
const BRBG: [&str; 7] = [
    "#8c510a", "#d8b365", "#f6e8c3", "#f5f5f5", "#c7eae5", "#5ab4ac", "#01665e",
];
/// Six of the ten discrete colours of batlow, light to dark (Crameri 2018, doi:10.5281/zenodo.1243862).
const BATLOW: [&str; 6] = [
    "#faccfa", "#f8a17b", "#d29343", "#687b3e", "#1c5a62", "#001959",
];
/// `ColorBrewer` `YlOrBr`, seven classes, light to dark.
const YLORBR: [&str; 7] = [
    "#ffffd4", "#fee391", "#fec44f", "#fe9929", "#ec7014", "#cc4c02", "#8c2d04",
];
/// Most classes of values: as many as the scheme has colours.
const MOST: f64 = BATLOW.len() as f64;
/// Fill of an area without a number.
pub const BLANK: &str = "#ffffff";

/// A scheme of colours for one map.
#[derive(Clone, Debug, PartialEq)]
pub struct Scheme {
    /// Name and source, for the legend.
    pub name: &'static str,
    /// Classes from low to high.
    pub classes: Vec<Class>,
    /// Decimals the class limits need.
    pub decimals: usize,
}

/// A class of values: `lo <= value < hi`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Class {
    /// Lower limit; `None` for the lowest class.
    pub lo: Option<f64>,
    /// Upper limit; `None` for the highest.
    pub hi: Option<f64>,
    /// Its colour.
    pub fill: &'static str,
}

impl Scheme {
    /// Place of the class that holds `value`.
    pub fn class_of(&self, value: f64) -> usize {
        self.classes
            .iter()
            .position(|class| class.hi.is_none_or(|hi| value < hi))
            .unwrap_or(0)
    }

    /// Colour of `value`.
    pub fn fill(&self, value: f64) -> &'static str {
        self.classes
            .get(self.class_of(value))
            .map_or(BLANK, |class| class.fill)
    }
}

/// Seven classes about zero, wide enough for every value; their limits are never finer than the printed digit `finest`.
pub fn diverging(values: &[f64], better: Direction, finest: f64) -> Scheme {
    let largest = values
        .iter()
        .fold(0.0_f64, |largest, value| largest.max(value.abs()));
    let step = nice_step((2.0 * largest / 7.0).max(2.0 * finest));
    let limits: Vec<f64> = [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5]
        .iter()
        .map(|factor| factor * step)
        .collect();
    let mut colours = BRBG;
    if better == Direction::Lower {
        colours.reverse();
    }
    Scheme {
        name: "ColorBrewer BrBG",
        classes: classes(&limits, &colours),
        decimals: decimals(step / 2.0),
    }
}

/// At most six classes from the lowest to the highest value, none finer than the printed digit `finest`, none that only
/// values beyond the highest could fill.
pub fn sequential(values: &[f64], finest: f64) -> Scheme {
    let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let (lowest, highest) = if values.is_empty() {
        (0.0, 1.0)
    } else {
        (lowest, highest)
    };
    let mut step = nice_step(((highest - lowest) / MOST).max(finest));
    let mut start = (lowest / step).floor() * step;
    while start + MOST * step < highest {
        step = nice_step(step * 1.01);
        start = (lowest / step).floor() * step;
    }
    // a value on the last limit belongs to the class below it: "100 and more" per cent cannot be
    let needed = ((highest - start) / step - 1e-9).ceil().clamp(1.0, MOST);
    let limits: Vec<f64> = (1..needed as usize)
        .map(|i| start + i as f64 * step)
        .collect();
    let colours: Vec<&str> = (0..needed as usize)
        .map(|i| BATLOW[(((i as f64 + 0.5) * MOST / needed - 0.5).round()) as usize])
        .collect();
    Scheme {
        name: "Crameri batlow",
        classes: classes(&limits, &colours),
        decimals: decimals(step),
    }
}

/// Classes between given limits, light to dark; beyond seven the darkest stands for all.
pub fn between(limits: &[f64]) -> Scheme {
    let last = YLORBR.len() - 1;
    let colours: Vec<&str> = (0..=limits.len()).map(|i| YLORBR[i.min(last)]).collect();
    let finest = limits.iter().map(|limit| decimals(*limit)).max();
    Scheme {
        name: "ColorBrewer YlOrBr",
        classes: classes(limits, &colours),
        decimals: finest.unwrap_or(0),
    }
}

fn classes(limits: &[f64], colours: &[&'static str]) -> Vec<Class> {
    let class = |(i, fill): (usize, &&'static str)| Class {
        lo: i.checked_sub(1).and_then(|i| limits.get(i)).copied(),
        hi: limits.get(i).copied(),
        fill,
    };
    colours.iter().enumerate().map(class).collect()
}

/// The smallest of 1, 2, 2.5, 5 times a power of ten that is at least `least`; 1 for zero.
pub fn nice_step(least: f64) -> f64 {
    if least <= 0.0 || !least.is_finite() {
        return 1.0;
    }
    let power = 10_f64.powi(least.log10().floor() as i32);
    [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= least)
        .unwrap_or(least)
}

/// Decimals needed to write multiples of `step`.
pub fn decimals(step: f64) -> usize {
    (0..6)
        .find(|&d| {
            let scaled = step * 10_f64.powi(d);
            (scaled - scaled.round()).abs() < 1e-6
        })
        .unwrap_or(6) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_lies_in_the_middle_class() {
        let scheme = diverging(&[-1.0, 3.2], Direction::Higher, 0.1);
        assert_eq!(scheme.class_of(0.0), 3);
        assert_eq!(scheme.fill(3.2), "#01665e");
        assert_eq!(scheme.decimals, 1);
    }

    #[test]
    fn better_is_teal_whatever_the_sign() {
        assert_eq!(
            diverging(&[-3.0], Direction::Lower, 0.1).fill(-3.0),
            "#01665e"
        );
        assert_eq!(
            diverging(&[-3.0], Direction::Higher, 0.1).fill(-3.0),
            "#8c510a"
        );
    }

    #[test]
    fn values_fill_the_classes() {
        let scheme = sequential(&[3.1, 27.0], 0.1);
        assert_eq!(scheme.classes.len(), 6);
        assert_eq!(scheme.class_of(3.1), 0);
        assert_eq!(scheme.class_of(27.0), 5);
        // six was asked of an empty list before; classes that nothing can fill are no longer made
        assert!(!sequential(&[], 0.1).classes.is_empty());
        assert_eq!(sequential(&[5.0], 0.1).class_of(5.0), 0);
    }

    #[test]
    fn no_class_lies_above_the_highest_value() {
        let scheme = sequential(&[79.0, 100.0], 0.1);
        let last = scheme.classes.last().unwrap();
        assert!(last.lo.unwrap() < 100.0, "{last:?}");
        assert_eq!(scheme.class_of(100.0), scheme.classes.len() - 1);
    }

    #[test]
    fn no_class_is_narrower_than_the_printed_digit() {
        // two fields a hundredth of a pH unit apart had six classes of 0.002
        let scheme = sequential(&[7.401, 7.412], 0.01);
        for class in &scheme.classes {
            let width = class.hi.zip(class.lo).map_or(0.01, |(hi, lo)| hi - lo);
            assert!(width > 0.009_99, "{class:?}");
        }
        assert!(scheme.decimals <= 2);
        assert!(diverging(&[0.001], Direction::Higher, 0.01).decimals <= 2);
    }

    #[test]
    fn given_limits_keep_their_places() {
        let scheme = between(&[1.0, 2.0, 5.0, 10.0, 20.0, 50.0]);
        assert_eq!(scheme.classes.len(), 7);
        assert_eq!(
            [0.0, 1.0, 49.9, 50.0].map(|v| scheme.class_of(v)),
            [0, 1, 5, 6]
        );
        assert_eq!((scheme.fill(300.0), scheme.decimals), ("#8c2d04", 0));
        assert_eq!(between(&[0.5]).decimals, 1);
    }

    #[test]
    fn steps_are_nice() {
        assert_eq!(nice_step(0.23), 0.25);
        assert_eq!(nice_step(6.0), 10.0);
        assert_eq!(decimals(0.125), 3);
    }
}
