//! Does the same comparison find an "effect" on what the transition cannot have changed?

use aimak_core::{EffectAnswer, EffectCheck, Reason, Withheld};

use super::{
    super::staggered::{Staggered, Window},
    asked::{Asked, Placebo},
    told,
};

/// The default effect on each of these outcomes.
pub(super) fn answers(asked: &Asked) -> Vec<EffectCheck> {
    let check = |placebo: &Placebo| EffectCheck {
        id: "sensitivity-placebo-outcome".to_owned(),
        of: Some(placebo.outcome.clone()),
        effect: answer(asked, placebo),
    };
    asked.placebos.iter().map(check).collect()
}

fn answer(asked: &Asked, placebo: &Placebo) -> EffectAnswer {
    let panel = placebo.panel.as_ref();
    let panel = panel.ok_or_else(|| Withheld::because(Reason::NoData))?;
    let (balanced, _) = panel.balanced();
    let effect = Staggered::under(&balanced, Window::Post, asked.design())?;
    Ok(told::staggered(&effect))
}

/// True where the interval of one of them leaves zero out.
pub(super) fn found(answers: &[EffectCheck]) -> bool {
    let mut values = answers
        .iter()
        .filter_map(|check| check.effect.as_ref().ok());
    values.any(|value| value.interval.holds_zero() == Some(false))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            super::{
                panel::{Panel, Start, Unit},
                verdict::Declared,
            },
            climb,
        },
        *,
    };

    /// Eight aimaks that began and eight that never did; `rise` comes to the former with the start.
    fn panel(rise: f64) -> Panel {
        let unit = |place: usize| {
            let organic = place < 8;
            let outcome = |period: i32| {
                let own = (f64::from(period) * 91.171 + place as f64 * 12.989).sin() * 43_758.545;
                let begun = if organic && period >= 3 { rise } else { 0.0 };
                Some(own.rem_euclid(1.0) + begun)
            };
            Unit {
                id: format!("{place:02}"),
                start: if organic { Start::In(3) } else { Start::Never },
                stratum: String::new(),
                outcomes: (0..6).map(outcome).collect(),
                covariates: vec![],
            }
        };
        Panel::new((0..6).collect(), vec![], (0..16).map(unit).collect())
    }

    fn asked(placebos: Vec<Placebo>) -> Asked {
        Asked {
            placebos,
            relevant: Some(0.5),
            declared: Declared {
                registered: true,
                randomised: false,
            },
            ..Asked::new("soc", 1)
        }
    }

    fn clay(rise: f64) -> Placebo {
        Placebo {
            outcome: "clay".to_owned(),
            panel: Some(panel(rise)),
        }
    }

    #[test]
    fn clay_that_rises_too_takes_a_step_and_clay_that_stays_none() {
        let of = |placebos| climb(&panel(2.0), &asked(placebos)).report;
        let (without, still, moved) = (of(vec![]), of(vec![clay(0.0)]), of(vec![clay(2.0)]));
        let step = "grade-placebo-outcome";
        assert_eq!(still.steps, without.steps);
        assert_eq!(still.confidence, without.confidence);
        assert!(moved.steps.iter().any(|taken| taken.id == step));
        assert_eq!(moved.confidence, without.confidence.lower());
        // clay is the panel of the effect itself: the same number to the last digit
        let found = moved.placebo_outcomes[0].effect.as_ref().unwrap();
        assert_eq!(Ok(found), moved.effect.as_ref());
        assert_eq!(moved.placebo_outcomes[0].of.as_deref(), Some("clay"));
    }

    #[test]
    fn what_was_never_seen_is_no_proof_of_anything() {
        let unseen = Placebo {
            outcome: "clay".to_owned(),
            panel: None,
        };
        let report = climb(&panel(2.0), &asked(vec![unseen])).report;
        let refused = report.placebo_outcomes[0].effect.as_ref().unwrap_err();
        assert_eq!(refused.reason, Reason::NoData);
        assert_eq!(
            report.steps,
            climb(&panel(2.0), &asked(vec![])).report.steps
        );
    }
}
