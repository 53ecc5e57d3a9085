//! Which change of soil carbon does the default method of the IPCC assume on the fields of an aimak?

use std::collections::BTreeMap;

use aimak_core::{
    Aimak, AimakCode, Design, Finding, InputUse, IntervalKind, Land, ManagedField, Message,
    Quantity, Reason, SampleSize, SampleUnit, Subject, Survey, Withheld,
};
use serde::{Deserialize, Serialize};

use super::{
    Answer, Measured, Spread,
    finding::{About, merge_inputs},
    most_frequent,
};
use crate::{
    indicators::Indicator,
    soil::tier1::{
        ChangedField, ESTIMATE_KIND, FACTOR_SET, Sign, TRANSITION_YEARS, Tier1Place, mean_change,
    },
};

/// What the default method assumes on some land of an aimak.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assumed {
    /// The aimak.
    pub aimak: AimakCode,
    /// Which of its land.
    pub land: Land,
    /// The mean change by area over the documented fields, or why there is none.
    pub answer: Answer,
}

/// What is assumed everywhere: in every aimak over all its fields, and over its organic ones where rows say which these are.
pub fn assumed(survey: &Survey) -> Vec<Assumed> {
    let aimaks = survey.aimaks.iter();
    aimaks.flat_map(|aimak| in_aimak(survey, aimak)).collect()
}

fn in_aimak(survey: &Survey, aimak: &Aimak) -> Vec<Assumed> {
    let own = |field: &&ManagedField| field.aimak == aimak.code;
    let fields: Vec<&ManagedField> = survey.managed_fields.iter().filter(own).collect();
    let told = fields
        .iter()
        .any(|field| field.on_organic_land == Some(true));
    let organic = (told && aimak.organic_since.is_some()).then_some(Land::Organic);
    let on = |land| Assumed {
        aimak: aimak.code.clone(),
        land,
        answer: on_land(&fields, land),
    };
    std::iter::once(Land::WholeAimak)
        .chain(organic)
        .map(on)
        .collect()
}

/// The finding of one land: no change that anybody saw, and no state either, so it stands outside time.
pub fn finding(survey: &Survey, indicator: &'static Indicator, assumed: &Assumed) -> Finding {
    let about = About {
        survey,
        indicator,
        subject: Subject::Aimak(assumed.aimak.clone()),
        land: assumed.land,
    };
    about.finding(
        Quantity::Timeless,
        Design::DefaultMethod,
        assumed.answer.clone(),
    )
}

/// The mean of the fields on some land, with notes on those that are left out.
fn on_land(fields: &[&ManagedField], land: Land) -> Answer {
    let parted = Parted::of(fields, land);
    if parted.counted.is_empty() {
        return Err(if parted.refused.is_empty() {
            Withheld::because(Reason::NoData).with(Message::new("detail-no-managed-field"))
        } else {
            most_frequent(&parted.refused)
        });
    }
    let change = mean_change(&parted.counted)?;
    let half = change.half_width_t_per_ha();
    let mut notes = vec![Message::new("note-tier1-assumed")];
    notes.extend(told("note-tier1-fields-left-out", &parted.left_out_ha));
    notes.extend(told("note-tier1-organic-unknown", &parted.unknown_ha));
    if change.sign() == Sign::NoChange {
        notes.push(Message::new(change.sign().key()));
    }
    Ok(Measured {
        value: change.t_per_ha(),
        spread: Spread::Bounds {
            lo: change.t_per_ha() - half,
            hi: change.t_per_ha() + half,
            kind: IntervalKind::Parameter,
            confirmed: true,
        },
        sample: SampleSize {
            of: SampleUnit::Fields,
            n: parted.counted.len(),
            n_other: None,
        },
        flags: Vec::new(),
        notes,
        parameters: parameters(&parted.counted),
        inputs: parted.inputs,
    })
}

/// Fields of some land by what can be said of them.
#[derive(Default)]
struct Parted {
    /// Those whose change is assumed.
    counted: Vec<ChangedField>,
    /// The rows they came from.
    inputs: Vec<InputUse>,
    /// Why others are left out, and their areas.
    refused: Vec<Withheld>,
    left_out_ha: Vec<f64>,
    /// Areas of those that may or may not be organic land, where that is asked for.
    unknown_ha: Vec<f64>,
}

impl Parted {
    fn of(fields: &[&ManagedField], land: Land) -> Self {
        // by name, so that a sum of doubles has one order
        let mut fields = fields.to_vec();
        fields.sort_by(|a, b| a.id.cmp(&b.id));
        let mut parted = Self::default();
        for field in fields {
            match (land, field.on_organic_land) {
                (Land::WholeAimak, _) | (_, Some(true)) => parted.add(field),
                (_, None) => parted.unknown_ha.push(field.area_ha),
                (_, Some(false)) => {}
            }
        }
        parted
    }

    fn add(&mut self, field: &ManagedField) {
        match changed(field) {
            Ok(changed) => {
                self.counted.push(changed);
                merge_inputs(&mut self.inputs, std::slice::from_ref(&field.row));
            }
            Err(why) => {
                self.refused.push(why);
                self.left_out_ha.push(field.area_ha);
            }
        }
    }
}

/// A field of which everything is documented and has a factor, or what is missing.
fn changed(field: &ManagedField) -> Result<ChangedField, Withheld> {
    let record = &field.record;
    let changed = ChangedField {
        place: Tier1Place {
            zone: record.zone.clone()?,
            soil: record.soil.clone()?,
        },
        before: record.before.clone()?,
        after: record.after.clone()?,
        area_ha: field.area_ha,
    };
    mean_change(&[changed]).map(|_| changed)
}

/// A note on how many fields of which area; none where there are none.
fn told(note: &'static str, areas_ha: &[f64]) -> Option<Message> {
    let hectares = tenths(areas_ha.iter().sum());
    let note = Message::new(note).with("n", areas_ha.len());
    (!areas_ha.is_empty()).then(|| note.with("hectares", hectares))
}

/// Hectares to a tenth: fields are not measured better.
fn tenths(hectares: f64) -> f64 {
    (10.0 * hectares).round() / 10.0
}

fn parameters(counted: &[ChangedField]) -> BTreeMap<String, String> {
    let hectares = tenths(counted.iter().map(|field| field.area_ha).sum());
    [
        ("estimate_kind", ESTIMATE_KIND.to_owned()),
        ("factor_set", FACTOR_SET.to_owned()),
        ("transition_years", TRANSITION_YEARS.to_string()),
        ("fields_ha", hectares.to_string()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

#[cfg(test)]
mod tests {
    use aimak_core::{
        Claim, ClimateZone, Confidence, CroplandUse, Input, Management, ManagementRecord,
        ManureRecord, SoilGroup, Tillage, Undocumented,
    };

    use super::*;
    use crate::{indicators::by_id, simulate::Region};

    const fn crops(input: Input) -> Management {
        Management::Cropland {
            land: CroplandUse::LongTermAnnual,
            tillage: Tillage::Full,
            input,
        }
    }

    fn manure() -> Input {
        Input::HighWithManure(ManureRecord::documented(true, Some(false)).unwrap())
    }

    /// A field on chernozem in a cool dry valley that was of medium input.
    fn field(id: &str, area_ha: f64, after: Management) -> ManagedField {
        ManagedField {
            id: id.to_owned(),
            aimak: AimakCode("DEMO-01".to_owned()),
            area_ha,
            on_organic_land: None,
            record: ManagementRecord {
                zone: Ok(ClimateZone::CoolTemperateDry),
                soil: Ok(SoilGroup::HighActivityClay),
                before: Ok(crops(Input::Medium)),
                after: Ok(after),
            },
            row: InputUse {
                source: "fields".to_owned(),
                used: 1,
            },
        }
    }

    fn measured(fields: &[ManagedField], land: Land) -> Answer {
        on_land(&fields.iter().collect::<Vec<_>>(), land)
    }

    fn half(measured: &Measured) -> f64 {
        let (lo, hi) = measured.spread.interval(measured.value).bounds().unwrap();
        (hi - lo) / 2.0
    }

    /// METHODS A.10.4: +12.2507 t/ha, ± 47.268 %; half the area of it, half the change and half its width.
    #[test]
    fn the_worked_example_and_a_field_beside_it_that_stays() {
        let gain = measured(&[field("a", 4.0, crops(manure()))], Land::WholeAimak).unwrap();
        assert!((gain.value - 12.2507).abs() < 5e-5);
        assert!((half(&gain) / gain.value - 0.47268).abs() < 5e-6);
        let both = [
            field("a", 4.0, crops(manure())),
            field("b", 4.0, crops(Input::Medium)),
        ];
        let mean = measured(&both, Land::WholeAimak).unwrap();
        assert!((mean.value - gain.value / 2.0).abs() < 1e-12);
        assert!((half(&mean) - half(&gain) / 2.0).abs() < 1e-12);
        assert_eq!((mean.sample.of, mean.sample.n), (SampleUnit::Fields, 2));
        assert_eq!(mean.inputs[0].used, 2);
        assert_eq!(mean.parameters["estimate_kind"], "IPCC_TIER1");
        assert_eq!(mean.parameters["factor_set"], "2019R");
    }

    #[test]
    fn the_order_of_fields_does_not_matter_to_the_last_bit() {
        let mut fields: Vec<ManagedField> = [0.7, 3.1, 12.9, 5.3]
            .into_iter()
            .zip([
                manure(),
                Input::Low,
                Input::HighWithoutManure,
                Input::Medium,
            ])
            .enumerate()
            .map(|(id, (area, after))| field(&id.to_string(), area, crops(after)))
            .collect();
        let one = measured(&fields, Land::WholeAimak).unwrap();
        fields.reverse();
        assert_eq!(measured(&fields, Land::WholeAimak).unwrap(), one);
    }

    #[test]
    fn undocumented_fields_are_counted_and_told() {
        let undocumented = |id, area_ha| {
            let mut field = field(id, area_ha, crops(Input::Medium));
            field.record.before = Err(Undocumented::Management.withheld());
            field
        };
        let fields = [
            field("a", 4.0, crops(manure())),
            undocumented("b", 2.25),
            undocumented("c", 1.0),
        ];
        let mean = measured(&fields, Land::WholeAimak).unwrap();
        assert!(
            (mean.value - 12.2507).abs() < 5e-5,
            "they do not count as unchanged"
        );
        let told = Message::new("note-tier1-fields-left-out").with("n", 2_usize);
        assert!(
            mean.notes.contains(&told.with("hectares", 3.3)),
            "{:?}",
            mean.notes
        );
        let none = measured(&fields[1..], Land::WholeAimak).unwrap_err();
        assert_eq!(none.reason, Reason::ActivityDataMissing);
        let nothing = measured(&[], Land::WholeAimak).unwrap_err();
        assert_eq!(nothing.reason, Reason::NoData);
    }

    #[test]
    fn organic_land_is_what_rows_call_so() {
        let on = |organic, field: ManagedField| ManagedField {
            on_organic_land: organic,
            ..field
        };
        let fields = [
            on(Some(true), field("a", 4.0, crops(manure()))),
            on(Some(false), field("b", 9.0, crops(Input::Medium))),
            on(None, field("c", 1.5, crops(Input::Medium))),
        ];
        let organic = measured(&fields, Land::Organic).unwrap();
        assert!((organic.value - 12.2507).abs() < 5e-5);
        let told = Message::new("note-tier1-organic-unknown").with("n", 1_usize);
        assert!(organic.notes.contains(&told.with("hectares", 1.5)));
    }

    /// What is assumed never gets a sentence on change, and its confidence is very low.
    #[test]
    fn findings_say_that_they_are_assumed() {
        let mut survey = Region::small(3).survey();
        let aimak = survey.aimaks[0].code.clone();
        let indicator = by_id("soc_tier1_change").unwrap();
        let mut claim = |after: Input| {
            let mut own = field("a", 4.0, crops(after));
            own.aimak = aimak.clone();
            survey.managed_fields = vec![own];
            let all = assumed(&survey);
            let mine = all.iter().find(|assumed| assumed.aimak == aimak).unwrap();
            let finding = finding(&survey, indicator, mine);
            assert_eq!(finding.quantity, Quantity::Timeless);
            assert_eq!(finding.evidence.confidence, Confidence::VeryLow);
            assert_eq!(finding.evidence.grade_steps[0].id, "grade-default-method");
            assert_eq!(finding.evidence.smallest_detectable, None);
            let others = all.iter().filter(|assumed| assumed.aimak != aimak);
            assert!(others.into_iter().all(|assumed| assumed.answer.is_err()));
            (finding.evidence.claim, finding.evidence.notes)
        };
        assert_eq!(claim(manure()).0, Claim::AssumedByDefaultMethod);
        let without = claim(Input::HighWithoutManure).0;
        assert_eq!(without, Claim::AssumedSignNotDetermined);
        let (unchanged, notes) = claim(Input::Medium);
        assert_eq!(unchanged, Claim::AssumedByDefaultMethod);
        assert!(notes.contains(&Message::new("tier1-no-change")));
    }
}
