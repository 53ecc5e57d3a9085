//! By which method of the laboratory were the figures found, and may those of two dates be compared?
//!
//! A laboratory that changed its method looks like a soil that changed (METHODS 0, rule 6; A.2).

use std::collections::BTreeSet;

use aimak_core::{
    Arg, CarbonMethod, ConductivityMethod, Message, Reason, SoilLayer, Visit, Withheld,
};

use super::visits::Seen;
use crate::{
    indicators::Recorded,
    soil::{carbon_reading::remark_of, figure::SoilFigure},
};

/// Stands for a method nobody stated.
const NOT_STATED: &str = "not_stated";

/// The methods behind some figures; empty where there is but one method for such a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Determination {
    stated: BTreeSet<&'static str>,
    unstated: bool,
}

/// The name under which evidence states the method; `None` where such a figure has but one.
const fn parameter_of(recorded: Recorded) -> Option<&'static str> {
    match recorded {
        Recorded::Carbon => Some("carbon_method"),
        Recorded::Soil(SoilFigure::Conductivity) => Some("ec_method"),
        Recorded::Soil(_) | Recorded::Ph | Recorded::Species | Recorded::Crops => None,
    }
}

/// The method of a layer's figure, `not_stated` where nobody said; `None` where the layer has no such figure.
fn of_layer(recorded: Recorded, layer: &SoilLayer) -> Option<&'static str> {
    let stated = match recorded {
        Recorded::Carbon => {
            layer.carbon_percent?;
            layer.carbon_method.map(CarbonMethod::key)
        }
        Recorded::Soil(SoilFigure::Conductivity) => {
            layer.conductivity_ds_per_m?;
            layer.conductivity_method.map(ConductivityMethod::key)
        }
        Recorded::Soil(_) | Recorded::Ph | Recorded::Species | Recorded::Crops => return None,
    };
    Some(stated.unwrap_or(NOT_STATED))
}

impl Determination {
    /// The methods of a visit.
    pub(super) fn of(recorded: Recorded, visit: &Visit) -> Self {
        let mut found = Self::default();
        for method in visit
            .soil
            .iter()
            .filter_map(|layer| of_layer(recorded, layer))
        {
            if method == NOT_STATED {
                found.unstated = true;
            } else {
                found.stated.insert(method);
            }
        }
        found
    }

    /// The methods of several visits.
    pub(super) fn of_all(recorded: Recorded, seen: &[Seen]) -> Self {
        let each = seen.iter().map(|seen| Self::of(recorded, seen.visit));
        each.fold(Self::default(), |all, one| all.and(&one))
    }

    /// These and others.
    pub(super) fn and(&self, other: &Self) -> Self {
        Self {
            stated: self.stated.union(&other.stated).copied().collect(),
            unstated: self.unstated || other.unstated,
        }
    }

    /// Refuses figures of different methods.
    ///
    /// # Errors
    /// `METHOD_MISMATCH`.
    pub(super) fn of_one_method(&self) -> Result<(), Withheld> {
        let mut stated = self.stated.iter();
        let (Some(one), Some(other)) = (stated.next(), stated.next()) else {
            return Ok(());
        };
        let detail = Message::new("detail-lab-methods")
            .with("one", entry(one))
            .with("other", entry(other));
        Err(Withheld::because(Reason::MethodMismatch).with(detail))
    }

    /// The parameter that names the method.
    pub(super) fn parameter(&self, recorded: Recorded) -> Option<(String, String)> {
        let mut all: Vec<&str> = self.stated.iter().copied().collect();
        all.extend(self.unstated.then_some(NOT_STATED));
        let value = match all[..] {
            [] => return None,
            [one] => one,
            _ => "several",
        };
        Some((parameter_of(recorded)?.to_owned(), value.to_owned()))
    }

    /// What the reader of a state must know of it.
    pub(super) fn note_of_state(&self) -> Option<Message> {
        let several = self.stated.len() + usize::from(self.unstated) > 1;
        several.then(|| Message::new("note-lab-methods-several"))
    }

    /// What the reader of a change must know of it.
    pub(super) fn note_of_change(&self) -> Option<Message> {
        self.unstated
            .then(|| Message::new("note-lab-method-not-stated"))
    }
}

/// The entry that words a method.
fn entry(method: &str) -> Arg {
    Arg::entry(&format!("lab-method-{}", method.replace('_', "-")))
}

/// Remarks that a method of carbon brings with it.
pub(super) fn remarks(recorded: Recorded, visit: &Visit) -> Vec<Message> {
    if recorded != Recorded::Carbon {
        return Vec::new();
    }
    let methods: BTreeSet<CarbonMethod> = visit
        .soil
        .iter()
        .filter(|layer| layer.carbon_percent.is_some())
        .filter_map(|layer| layer.carbon_method)
        .collect();
    let remarks = methods.into_iter().filter_map(remark_of);
    remarks.map(Message::from).collect()
}

#[cfg(test)]
mod tests {
    use aimak_core::{PartialDate, VisitTime};

    use super::*;

    fn visit(methods: &[Option<CarbonMethod>]) -> Visit {
        let layer = |(place, method): (usize, &Option<CarbonMethod>)| SoilLayer {
            top_cm: 10.0 * place as f64,
            bottom_cm: 10.0 * (place + 1) as f64,
            carbon_percent: Some(1.5),
            carbon_method: *method,
            ..SoilLayer::default()
        };
        Visit {
            soil: methods.iter().enumerate().map(layer).collect(),
            ..Visit::at(VisitTime::Date(PartialDate::Year(2020)))
        }
    }

    #[test]
    fn two_methods_do_not_compare_and_one_or_none_does() {
        let of =
            |methods: &[Option<CarbonMethod>]| Determination::of(Recorded::Carbon, &visit(methods));
        let (tyurin, burnt) = (
            Some(CarbonMethod::TyurinHumus),
            Some(CarbonMethod::DryCombustion),
        );
        let refused = of(&[tyurin]).and(&of(&[burnt])).of_one_method();
        assert_eq!(refused.unwrap_err().reason, Reason::MethodMismatch);
        assert!(of(&[tyurin, burnt]).of_one_method().is_err());
        assert!(of(&[tyurin]).and(&of(&[tyurin])).of_one_method().is_ok());
        let unknown = of(&[tyurin]).and(&of(&[None]));
        assert!(unknown.of_one_method().is_ok() && unknown.note_of_change().is_some());
        assert_eq!(of(&[tyurin]).note_of_change(), None);
        let named = |methods: &[_]| of(methods).parameter(Recorded::Carbon).unwrap().1;
        assert_eq!(
            (named(&[burnt]), named(&[None])),
            ("dry_combustion".to_owned(), "not_stated".to_owned())
        );
        assert_eq!(of(&[burnt]).parameter(Recorded::Ph), None);
    }

    #[test]
    fn loss_on_ignition_brings_its_remark() {
        let ignited = visit(&[Some(CarbonMethod::LossOnIgnition); 2]);
        assert_eq!(remarks(Recorded::Carbon, &ignited).len(), 1);
        assert!(remarks(Recorded::Ph, &ignited).is_empty());
    }

    #[test]
    fn every_method_has_words_in_three_languages() {
        let texts = [
            include_str!("../../../../atlas-web/texts/ky/soil.ftl"),
            include_str!("../../../../atlas-web/texts/ru/soil.ftl"),
            include_str!("../../../../atlas-web/texts/en/soil.ftl"),
        ];
        let carbon = CarbonMethod::ALL
            .map(CarbonMethod::key)
            .map(|key| ("carbon", key));
        let salt = ConductivityMethod::ALL
            .map(ConductivityMethod::key)
            .map(|key| ("ec", key));
        for (of, key) in carbon.into_iter().chain(salt) {
            let key = key.replace('_', "-");
            for id in [
                format!("parameter-{of}-method-{key}"),
                format!("lab-method-{key}"),
            ] {
                let entry = format!("\n{id} = ");
                assert!(texts.iter().all(|text| text.contains(&entry)), "{id}");
            }
        }
    }
}
