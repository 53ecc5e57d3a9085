//! In which words are climate, soil and management of a field written?

use aimak_core::{
    ClimateZone, CroplandUse, GrasslandCondition, Input, Management, SoilGroup, Tillage,
};

/// A closed list of words and what each means.
pub(crate) type Meanings<T> = [(&'static str, T)];

/// Climate zones.
pub(crate) const ZONES: [(&str, ClimateZone); 12] = [
    ("tropical_montane", ClimateZone::TropicalMontane),
    ("tropical_wet", ClimateZone::TropicalWet),
    ("tropical_moist", ClimateZone::TropicalMoist),
    ("tropical_dry", ClimateZone::TropicalDry),
    ("warm_temperate_moist", ClimateZone::WarmTemperateMoist),
    ("warm_temperate_dry", ClimateZone::WarmTemperateDry),
    ("cool_temperate_moist", ClimateZone::CoolTemperateMoist),
    ("cool_temperate_dry", ClimateZone::CoolTemperateDry),
    ("boreal_moist", ClimateZone::BorealMoist),
    ("boreal_dry", ClimateZone::BorealDry),
    ("polar_moist", ClimateZone::PolarMoist),
    ("polar_dry", ClimateZone::PolarDry),
];
/// Soil groups.
pub(crate) const SOILS: [(&str, SoilGroup); 6] = [
    ("high_activity_clay", SoilGroup::HighActivityClay),
    ("low_activity_clay", SoilGroup::LowActivityClay),
    ("sandy", SoilGroup::Sandy),
    ("spodic", SoilGroup::Spodic),
    ("volcanic", SoilGroup::Volcanic),
    ("wetland", SoilGroup::Wetland),
];
/// Names of the WRB that the groups of the default method are known of.
pub(crate) const WRB_GROUPS: [&str; 15] = [
    "Chernozem",
    "Kastanozem",
    "Phaeozem",
    "Calcisol",
    "Cambisol",
    "Luvisol",
    "Vertisol",
    "Solonetz",
    "Acrisol",
    "Lixisol",
    "Ferralsol",
    "Nitisol",
    "Podzol",
    "Andosol",
    "Gleysol",
];

/// What land is used for.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Land {
    Native,
    Crops(CroplandUse),
    Grass(GrasslandCondition),
}

/// Uses of land.
pub(crate) const LANDS: [(&str, Land); 10] = [
    ("native", Land::Native),
    ("annual_crops", Land::Crops(CroplandUse::LongTermAnnual)),
    ("perennial_crops", Land::Crops(CroplandUse::Perennial)),
    ("set_aside", Land::Crops(CroplandUse::SetAside)),
    ("paddy", Land::Crops(CroplandUse::Paddy)),
    ("grassland", Land::Grass(GrasslandCondition::Nominal)),
    (
        "grassland_grazed_hard",
        Land::Grass(GrasslandCondition::HighIntensityGrazing),
    ),
    (
        "grassland_degraded",
        Land::Grass(GrasslandCondition::SeverelyDegraded),
    ),
    (
        "grassland_improved",
        Land::Grass(GrasslandCondition::Improved { high_input: false }),
    ),
    (
        "grassland_improved_high_input",
        Land::Grass(GrasslandCondition::Improved { high_input: true }),
    ),
];
/// Ways of tilling.
pub(crate) const TILLAGES: [(&str, Tillage); 3] = [
    ("full", Tillage::Full),
    ("reduced", Tillage::Reduced),
    ("none", Tillage::None),
];

/// What comes back to the soil, before anybody asked for records of manure.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum InputWord {
    Low,
    Medium,
    High,
    HighWithManure,
}

/// Classes of input.
pub(crate) const INPUTS: [(&str, InputWord); 4] = [
    ("low", InputWord::Low),
    ("medium", InputWord::Medium),
    ("high", InputWord::High),
    ("high_with_manure", InputWord::HighWithManure),
];

/// The words of a list.
pub(crate) fn words<T>(known: &Meanings<T>) -> Vec<&'static str> {
    known.iter().map(|(word, _)| *word).collect()
}

/// The word of a climate zone.
pub fn zone_key(zone: ClimateZone) -> &'static str {
    key_of(&ZONES, &zone)
}

/// The word of a soil group.
pub fn soil_key(soil: SoilGroup) -> &'static str {
    key_of(&SOILS, &soil)
}

/// The words of land, tillage and input; only cropland has all three.
pub(crate) fn management_keys(management: Management) -> [&'static str; 3] {
    match management {
        Management::Native => [key_of(&LANDS, &Land::Native), "", ""],
        Management::Grassland(condition) => [key_of(&LANDS, &Land::Grass(condition)), "", ""],
        Management::Cropland {
            land,
            tillage,
            input,
        } => {
            let input = match input {
                Input::Low => InputWord::Low,
                Input::Medium => InputWord::Medium,
                Input::HighWithoutManure => InputWord::High,
                Input::HighWithManure(_) => InputWord::HighWithManure,
            };
            [
                key_of(&LANDS, &Land::Crops(land)),
                key_of(&TILLAGES, &tillage),
                key_of(&INPUTS, &input),
            ]
        }
    }
}

fn key_of<T: PartialEq>(known: &Meanings<T>, wanted: &T) -> &'static str {
    let found = known.iter().find(|(_, meant)| meant == wanted);
    found.map_or("", |(word, _)| word)
}

#[cfg(test)]
mod tests {
    use aimak_core::ManureRecord;
    use aimak_science::soil::tier1::soil_group;

    use super::*;

    #[test]
    fn every_name_of_the_wrb_has_a_group() {
        for name in WRB_GROUPS {
            assert!(soil_group(name, None).is_some(), "{name}");
        }
        assert_eq!(
            zone_key(ClimateZone::CoolTemperateDry),
            "cool_temperate_dry"
        );
        assert_eq!(soil_key(SoilGroup::Sandy), "sandy");
    }

    #[test]
    fn management_has_its_words() {
        let record = ManureRecord::documented(true, Some(false)).unwrap();
        let crops = Management::Cropland {
            land: CroplandUse::Perennial,
            tillage: Tillage::None,
            input: Input::HighWithManure(record),
        };
        let grass = Management::Grassland(GrasslandCondition::Improved { high_input: true });
        assert_eq!(
            management_keys(crops),
            ["perennial_crops", "none", "high_with_manure"]
        );
        assert_eq!(
            management_keys(grass),
            ["grassland_improved_high_input", "", ""]
        );
    }
}
