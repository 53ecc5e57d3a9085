//! Into which class does a mean of soil fall, and did it pass into another?
//!
//! A class is read off the number and told beside it; it is never the result (METHODS A.6).

use aimak_core::{Arg, ConductivityMethod, Message};

use super::Measured;
use crate::{
    indicators::Recorded,
    soil::{
        figure::SoilFigure,
        scales::{
            ClassChange, PH_CIS, PH_USDA, Scale, Standing, class_change, entry_of_class,
            entry_of_scale,
        },
    },
};

/// The scales on which means are read.
fn scales(recorded: Recorded, measured: &Measured) -> Vec<&'static Scale> {
    match recorded {
        Recorded::Ph => vec![&PH_USDA, &PH_CIS],
        // the suspension of 1:5 has no class until somebody states a conversion
        Recorded::Soil(SoilFigure::Conductivity) if !of_paste(measured) => Vec::new(),
        Recorded::Soil(figure) => vec![figure.scale()],
        Recorded::Carbon | Recorded::Species | Recorded::Crops => Vec::new(),
    }
}

/// True where there are scales for such figures at all.
pub(super) const fn has_classes(recorded: Recorded) -> bool {
    matches!(recorded, Recorded::Ph | Recorded::Soil(_))
}

/// True where conductivity was measured in the saturated paste throughout.
fn of_paste(measured: &Measured) -> bool {
    let method = measured.parameters.get("ec_method");
    method.is_some_and(|method| method == ConductivityMethod::SaturatedPaste.key())
}

fn word(scale: &Scale, class: &str) -> Arg {
    Arg::entry(&entry_of_class(scale, class))
}

fn named(id: &str, scale: &Scale) -> Message {
    Message::new(id).with("scale", Arg::entry(&entry_of_scale(scale)))
}

/// Notes on the class of a mean.
pub(super) fn of_state(recorded: Recorded, measured: &Measured) -> Vec<Message> {
    let mut notes: Vec<Message> = if recorded == Recorded::Ph {
        of_ph(measured.value).into_iter().collect()
    } else {
        let scales = scales(recorded, measured);
        let class = |scale: &&Scale| of_scale(scale, measured);
        scales.iter().filter_map(class).collect()
    };
    if recorded == Recorded::Soil(SoilFigure::Conductivity) && !of_paste(measured) {
        notes.push(Message::new("note-ec-without-class"));
    }
    let recalled = scales(recorded, measured).into_iter();
    let recalled = recalled.filter(|scale| scale.standing == Standing::Recalled);
    notes.extend(recalled.map(|scale| named("note-scale-recalled", scale)));
    notes
}

/// pH by both scales; each language puts its own first.
fn of_ph(value: f64) -> Option<Message> {
    let of = |scale: &Scale| Some(word(scale, scale.class(value)?));
    let note = Message::new("note-class-ph");
    Some(note.with("usda", of(&PH_USDA)?).with("cis", of(&PH_CIS)?))
}

/// The class of a mean, and the classes its interval reaches.
fn of_scale(scale: &Scale, measured: &Measured) -> Option<Message> {
    let class = scale.class(measured.value)?;
    let bounds = measured.spread.interval(measured.value).bounds();
    let reached =
        bounds.and_then(|(lo, hi)| Some((scale.class(lo.max(scale.lowest))?, scale.class(hi)?)));
    let note = match reached {
        Some((lowest, highest)) if lowest != highest => named("note-class-spans", scale)
            .with("lowest", word(scale, lowest))
            .with("highest", word(scale, highest)),
        _ => named("note-class", scale),
    };
    Some(note.with("class", word(scale, class)))
}

/// Notes on the change of class between the states of two dates.
pub(super) fn of_change(recorded: Recorded, before: &Measured, after: &Measured) -> Vec<Message> {
    let change = |scale: &Scale| {
        let interval = |measured: &Measured| measured.spread.interval(measured.value);
        let found = class_change(scale, &interval(before), &interval(after)).ok()?;
        Some(match found {
            ClassChange::Changed { before, after } => named("note-class-changed", scale)
                .with("before", word(scale, before))
                .with("after", word(scale, after)),
            ClassChange::NotDemonstrable => named("note-class-not-demonstrable", scale),
        })
    };
    let (first, last) = (scales(recorded, before), scales(recorded, after));
    let both = first.into_iter().filter(|scale| last.contains(scale));
    both.filter_map(change).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use aimak_core::{IntervalKind, SampleSize, SampleUnit};

    use super::{super::Spread, *};

    fn measured(value: f64, lo: f64, hi: f64) -> Measured {
        Measured {
            value,
            spread: Spread::Bounds {
                lo,
                hi,
                kind: IntervalKind::Sampling,
                confirmed: true,
            },
            sample: SampleSize {
                of: SampleUnit::Plots,
                n: 9,
                n_other: None,
            },
            flags: Vec::new(),
            notes: Vec::new(),
            parameters: BTreeMap::new(),
            inputs: Vec::new(),
        }
    }

    fn ids(notes: &[Message]) -> Vec<&str> {
        notes.iter().map(|note| note.id.as_str()).collect()
    }

    const HUMUS: Recorded = Recorded::Soil(SoilFigure::Humus);

    #[test]
    fn a_mean_has_its_class_and_says_which_classes_it_reaches() {
        let sure = of_state(HUMUS, &measured(2.5, 2.2, 2.8));
        assert_eq!(ids(&sure), ["note-class"]);
        assert_eq!(
            sure[0].args["class"],
            Arg::entry("soil-class-fertility-medium")
        );
        let unsure = of_state(HUMUS, &measured(2.5, 1.9, 3.1));
        assert_eq!(ids(&unsure), ["note-class-spans"]);
        assert_eq!(
            unsure[0].args["lowest"],
            Arg::entry("soil-class-fertility-low")
        );
        let recalled = of_state(
            Recorded::Soil(SoilFigure::P2o5),
            &measured(20.0, 18.0, 22.0),
        );
        assert_eq!(ids(&recalled), ["note-class", "note-scale-recalled"]);
    }

    #[test]
    fn a_class_changes_only_where_both_intervals_lie_within_one() {
        let low = measured(1.7, 1.4, 1.9);
        let moved = of_change(HUMUS, &low, &measured(2.4, 2.1, 2.7));
        assert_eq!(ids(&moved), ["note-class-changed"]);
        let unsure = of_change(HUMUS, &low, &measured(2.4, 1.8, 3.0));
        assert_eq!(ids(&unsure), ["note-class-not-demonstrable"]);
        assert!(of_change(Recorded::Carbon, &low, &low).is_empty());
        assert_eq!(
            of_change(
                Recorded::Ph,
                &measured(7.0, 6.9, 7.1),
                &measured(8.0, 7.9, 8.1)
            )
            .len(),
            2
        );
    }

    #[test]
    fn only_the_saturated_paste_has_classes() {
        let salt = Recorded::Soil(SoilFigure::Conductivity);
        let mut state = measured(6.0, 5.0, 7.0);
        state
            .parameters
            .insert("ec_method".to_owned(), "one_to_five".to_owned());
        assert_eq!(ids(&of_state(salt, &state)), ["note-ec-without-class"]);
        assert!(of_change(salt, &state, &state).is_empty());
        state
            .parameters
            .insert("ec_method".to_owned(), "saturated_paste".to_owned());
        assert_eq!(ids(&of_state(salt, &state)), ["note-class"]);
    }
}
