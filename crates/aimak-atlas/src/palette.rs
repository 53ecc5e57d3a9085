//! Which colours can a reader switch to?
//!
//! The colours of [`crate::colour`] fall in brightness and are safe for the common colour-vision deficiencies. Who still cannot
//! part two of them may take a second set, each colour for one of the first: `ColorBrewer` 2.0 `PuOr` for changes (orange and
//! violet instead of brown and teal) and *cividis* for values (Nuñez, Anderton and Renslow 2018, doi:10.1371/journal.pone.0199239),
//! made to look alike with and without a deficiency. A test looks at both sets through the eyes of Machado, Oliveira and
//! Fernandes (2009, doi:10.1109/TVCG.2009.113).

/// Each default colour of a change with its counterpart: `BrBG` and `PuOr`, seven classes.
const CHANGES: [(&str, &str); 7] = [
    ("#8c510a", "#b35806"),
    ("#d8b365", "#f1a340"),
    ("#f6e8c3", "#fee0b6"),
    ("#f5f5f5", "#f7f7f7"),
    ("#c7eae5", "#d8daeb"),
    ("#5ab4ac", "#998ec3"),
    ("#01665e", "#542788"),
];
/// batlow and cividis, six classes, light to dark.
const VALUES: [(&str, &str); 6] = [
    ("#faccfa", "#ffea46"),
    ("#f8a17b", "#cbba69"),
    ("#d29343", "#958f78"),
    ("#687b3e", "#666970"),
    ("#1c5a62", "#31446b"),
    ("#001959", "#00204d"),
];
/// `YlOrBr` and cividis, seven classes, light to dark.
const LIMITED: [(&str, &str); 7] = [
    ("#ffffd4", "#ffea46"),
    ("#fee391", "#d3c164"),
    ("#fec44f", "#a69d75"),
    ("#fe9929", "#7c7b78"),
    ("#ec7014", "#575c6d"),
    ("#cc4c02", "#233e6c"),
    ("#8c2d04", "#00204d"),
];

/// The counterpart of a colour; grey, white and the blue of water stand in both sets.
pub fn alternative(fill: &'static str) -> &'static str {
    let pairs = CHANGES.iter().chain(&VALUES).chain(&LIMITED);
    let found = pairs.copied().find(|(default, _)| *default == fill);
    found.map_or(fill, |(_, other)| other)
}

/// The counterpart of a scheme's name.
pub fn alternative_name(name: &'static str) -> &'static str {
    match name {
        "ColorBrewer BrBG" => "ColorBrewer PuOr",
        "Crameri batlow" | "ColorBrewer YlOrBr" => "cividis",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use aimak_core::Direction;

    use super::*;
    use crate::{cells::class_fill, colour};

    type Colour = [f64; 3];

    /// Machado et al. 2009, table 1, severity 1.0: protan, deutan, tritan; rows give linear red, green, blue.
    const EYES: [[Colour; 3]; 3] = [
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ];

    fn linear(hex: &str) -> Colour {
        [1, 3, 5].map(|at| {
            let c = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if c <= 0.040_45 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    fn times(rows: &[Colour; 3], c: Colour) -> Colour {
        rows.map(|row| row.iter().zip(c).map(|(a, b)| a * b).sum::<f64>())
    }

    /// CIE L*a*b*, D65.
    fn lab(c: Colour) -> Colour {
        let xyz = times(
            &[
                [0.412_456, 0.357_576, 0.180_438],
                [0.212_673, 0.715_152, 0.072_175],
                [0.019_334, 0.119_192, 0.950_304],
            ],
            c.map(|x| x.clamp(0.0, 1.0)),
        );
        let f = |t: f64| {
            if t > 0.008_856 {
                t.cbrt()
            } else {
                7.787 * t + 16.0 / 116.0
            }
        };
        let [x, y, z] = [f(xyz[0] / 0.950_47), f(xyz[1]), f(xyz[2] / 1.088_83)];
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    fn apart(a: Colour, b: Colour) -> f64 {
        a.iter()
            .zip(b)
            .map(|(a, b)| (a - b).powi(2))
            .sum::<f64>()
            .sqrt()
    }

    /// The nearest two of several colours, over ordinary eyes and the three deficiencies.
    fn nearest(fills: &[&str]) -> f64 {
        let mut least = f64::INFINITY;
        for eye in [None, Some(0), Some(1), Some(2)] {
            let seen: Vec<Colour> = fills
                .iter()
                .map(|fill| linear(fill))
                .map(|c| lab(eye.map_or(c, |eye: usize| times(&EYES[eye], c))))
                .collect();
            for (i, a) in seen.iter().enumerate() {
                for b in &seen[..i] {
                    least = least.min(apart(*a, *b));
                }
            }
        }
        least
    }

    fn both(fills: &[&'static str]) -> (f64, f64) {
        let others: Vec<&str> = fills.iter().map(|fill| alternative(fill)).collect();
        (nearest(fills), nearest(&others))
    }

    /// A just noticeable difference is about 2.3. The default set keeps twice that, the second set four times, and it always parts
    /// its colours better: else there would be no reason to switch.
    fn holds(name: &str, (default, other): (f64, f64)) {
        assert!(default > 5.0, "{name}: {default}");
        assert!(other > 10.0, "{name} instead: {other}");
        assert!(other > default, "{name}: {default} and {other}");
    }

    #[test]
    fn neighbours_stay_apart_for_every_eye() {
        let changes = colour::diverging(&[3.0], Direction::Higher, 0.1);
        let values = colour::sequential(&[0.0, 60.0], 0.1);
        let limited = colour::between(&[1.0, 2.0, 5.0, 10.0, 20.0, 50.0]);
        for scheme in [changes, values, limited] {
            let fills = scheme.classes.iter().map(|class| class.fill);
            holds(scheme.name, both(&fills.collect::<Vec<_>>()));
        }
        let keys = [
            "declining",
            "early_decline",
            "stable_but_stressed",
            "stable",
            "improving",
            "water",
        ];
        holds("classes", both(&keys.map(class_fill)));
    }

    #[test]
    fn every_colour_of_a_scheme_has_its_counterpart() {
        let scheme = colour::diverging(&[3.0], Direction::Lower, 0.1);
        let others: Vec<&str> = scheme
            .classes
            .iter()
            .map(|class| alternative(class.fill))
            .collect();
        assert_eq!(
            (others[0], others[3], others[6]),
            ("#542788", "#f7f7f7", "#b35806")
        );
        assert_eq!(alternative("#9ecae1"), "#9ecae1", "water is water");
        assert_eq!(alternative_name(scheme.name), "ColorBrewer PuOr");
    }
}
