//! How were fields managed, and who wrote it down?

use aimak_core::{
    Aimak, ClimateZone, CroplandUse, Input, InputUse, ManagedField, Management, ManagementRecord,
    ManureRecord, SoilGroup, Tillage, Undocumented, Withheld,
};

use super::{places::Places, streams::Stream};

/// Fields in an aimak; in an organic one the first half are organic.
const FIELDS: usize = 8;
/// Share of fields of which nobody wrote down how they were managed before.
const FORGOTTEN: f64 = 0.12;
/// Share of fields in the warm valleys.
const WARM: f64 = 0.15;
/// Share of sandy fields.
const SANDY: f64 = 0.15;

/// The fields of the region, sorted by aimak and name.
pub fn fields(seed: u64, places: &Places) -> Vec<ManagedField> {
    let of_aimak = |aimak: &Aimak| {
        let mut stream = Stream::named(seed, &["managed_fields", &aimak.code.0]);
        (1..=FIELDS)
            .map(|number| field(&mut stream, aimak, number))
            .collect::<Vec<_>>()
    };
    places.aimaks.iter().flat_map(of_aimak).collect()
}

fn field(stream: &mut Stream, aimak: &Aimak, number: usize) -> ManagedField {
    let on_organic_land = aimak.organic_since.map(|_| number <= FIELDS / 2);
    let area_ha = (stream.between(0.6, 18.0) * 10.0).round() / 10.0;
    let zone = if stream.uniform() < WARM {
        ClimateZone::WarmTemperateDry
    } else {
        ClimateZone::CoolTemperateDry
    };
    let soil = if stream.uniform() < SANDY {
        SoilGroup::Sandy
    } else {
        SoilGroup::HighActivityClay
    };
    let input = if stream.uniform() < 0.25 {
        Input::Low
    } else {
        Input::Medium
    };
    let forgotten = stream.uniform() < FORGOTTEN && number > 1;
    let before = if forgotten {
        Err(Undocumented::Management.withheld())
    } else {
        Ok(crops(Tillage::Full, input))
    };
    let later = later(stream, on_organic_land == Some(true), input);
    let later = later.or_else(|moved| if number > 1 { Err(moved) } else { Ok(input) });
    let tillage = if stream.uniform() < 0.25 {
        Tillage::Reduced
    } else {
        Tillage::Full
    };
    let after = later.map(|input| crops(tillage, input));
    ManagedField {
        id: format!("f{number:02}"),
        aimak: aimak.code.clone(),
        area_ha,
        on_organic_land,
        record: ManagementRecord {
            zone: Ok(zone),
            soil: Ok(soil),
            before,
            after,
        },
        row: InputUse {
            source: "managed_fields".to_owned(),
            used: 1,
        },
    }
}

/// What comes back to a field later: more to most organic ones, some of it manure; that of a few only came from another field of the aimak.
fn later(stream: &mut Stream, organic: bool, before: Input) -> Result<Input, Withheld> {
    let drawn = stream.uniform();
    let manure = |moved| ManureRecord::documented(true, Some(moved)).map(Input::HighWithManure);
    match drawn {
        _ if !organic => Ok(before),
        drawn if drawn < 0.25 => manure(false),
        drawn if drawn < 0.33 => manure(true),
        drawn if drawn < 0.80 => Ok(Input::HighWithoutManure),
        _ => Ok(before),
    }
}

const fn crops(tillage: Tillage, input: Input) -> Management {
    Management::Cropland {
        land: CroplandUse::LongTermAnnual,
        tillage,
        input,
    }
}
