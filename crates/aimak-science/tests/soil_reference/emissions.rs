//! Default stocks of the IPCC, nitrous oxide, urea.

use aimak_core::{ClimateZone, CroplandUse, Input, Management, ManureRecord, SoilGroup, Tillage};
use aimak_science::soil::{
    fertiliser::{
        Crop, CropResidue, FertiliserClimate, FieldSetting, GlobalWarmingPotential, Irrigation,
        NitrogenAmount, NitrogenSource, SyntheticKind, avoided, co2_from_urea_kg, nitrous_oxide,
        urea_of_nitrogen_kg,
    },
    tier1::{Tier1Place, factors, reference_stock},
};

use super::Vectors;

const PLACE: Tier1Place = Tier1Place {
    zone: ClimateZone::CoolTemperateDry,
    soil: SoilGroup::HighActivityClay,
};

fn fields(tillage: Tillage, input: Input) -> Management {
    Management::Cropland {
        land: CroplandUse::LongTermAnnual,
        tillage,
        input,
    }
}

pub fn compare(vectors: &Vectors) {
    default_stocks(vectors);
    nitrogen(vectors);
    let urea = urea_of_nitrogen_kg(100.0).unwrap();
    vectors.near("A.n2o.urea_CO2_100kgN", "urea_kg", urea, 3);
    vectors.near(
        "A.n2o.urea_CO2_100kgN",
        "kgCO2",
        co2_from_urea_kg(urea).unwrap(),
        3,
    );
    residues(vectors);
}

fn default_stocks(vectors: &Vectors) {
    let manure = Input::HighWithManure(ManureRecord::documented(true, Some(false)).unwrap());
    let stock = |tillage, input| PLACE.stock(&fields(tillage, input)).unwrap().t_per_ha();
    for (part, tillage, input) in [
        ("base_full_medium", Tillage::Full, Input::Medium),
        ("low", Tillage::Full, Input::Low),
        ("high_no_manure", Tillage::Full, Input::HighWithoutManure),
        ("high_manure", Tillage::Full, manure),
        ("reduced_high_manure", Tillage::Reduced, manure),
    ] {
        vectors.near("A.ipcc.soc", part, stock(tillage, input), 4);
    }
    let change = |before, after| {
        let (before, after) = (fields(Tillage::Full, before), fields(Tillage::Full, after));
        PLACE.change(Some(&before), Some(&after)).unwrap()
    };
    for (key, before, after) in [
        ("A.ipcc.medium_to_highmanure", Input::Medium, manure),
        (
            "A.ipcc.medium_to_high",
            Input::Medium,
            Input::HighWithoutManure,
        ),
        ("A.ipcc.low_to_medium", Input::Low, Input::Medium),
    ] {
        let change = change(before, after);
        vectors.near(key, "dSOC_total_tC_ha", change.t_per_ha(), 4);
        vectors.near(key, "tC_ha_yr", change.after_years(1.0).unwrap().0, 4);
        // emission is positive with us, removal there
        let removal = -change.co2_t_per_ha_year().0;
        vectors.near(key, "tCO2_ha_yr", removal, 4);
        vectors.near(key, "aimak1000ha_tCO2_yr", 1000.0 * removal, 4);
    }
    let manured = change(Input::Medium, manure);
    let relative = 100.0 * manured.half_width_t_per_ha() / manured.t_per_ha();
    vectors.near("A.ipcc.unc", "combined_pct", relative, 3);
    let reference = reference_stock(PLACE.zone, PLACE.soil).unwrap();
    let [land_use, ..] = factors(fields(Tillage::Full, Input::Medium), PLACE.zone).unwrap();
    let common = reference
        .half_width_percent
        .hypot(land_use.half_width_percent);
    vectors.near("A.ipcc.unc", "rel_refxFLU_pct", common, 3);
    let input_alone = (relative.powi(2) - common.powi(2)).sqrt();
    vectors.near("A.ipcc.unc", "rel_FI_diff_pct", input_alone, 3);
}

fn nitrogen(vectors: &Vectors) {
    let synthetic = [NitrogenAmount {
        source: NitrogenSource::Synthetic(SyntheticKind::Unknown),
        kg: 100.0,
    }];
    for (key, climate, irrigation) in [
        (
            "A.n2o.synth100kg_agg",
            FertiliserClimate::Aggregated,
            Irrigation::RainFed,
        ),
        (
            "A.n2o.synth100kg_dry_rainfed",
            FertiliserClimate::Dry,
            Irrigation::RainFed,
        ),
        (
            "A.n2o.synth100kg_wet",
            FertiliserClimate::Wet,
            Irrigation::RainFed,
        ),
        (
            "A.n2o.synth100kg_dry_irrigated",
            FertiliserClimate::Dry,
            Irrigation::Surface,
        ),
    ] {
        let found = nitrous_oxide(
            &synthetic,
            FieldSetting {
                climate,
                irrigation,
            },
        )
        .unwrap();
        vectors.near(key, "direct_kgN2O", found.direct_kg, 4);
        vectors.near(key, "vol", found.volatilised_kg, 4);
        vectors.near(key, "leach", found.leached_kg, 4);
        vectors.near(key, "total", found.total_kg(), 4);
        vectors.near(
            key,
            "kgCO2e_AR5",
            found.co2e_kg(GlobalWarmingPotential::Ar5),
            4,
        );
        vectors.near(
            key,
            "kgCO2e_AR6",
            found.co2e_kg(GlobalWarmingPotential::Ar6),
            4,
        );
    }
    let manure = [NitrogenAmount {
        source: NitrogenSource::Organic,
        kg: 60.0,
    }];
    let setting = FieldSetting {
        climate: FertiliserClimate::Aggregated,
        irrigation: Irrigation::RainFed,
    };
    let replaced = avoided(Some(&synthetic), Some(&manure), setting).unwrap();
    let co2e = replaced.co2e_kg(GlobalWarmingPotential::Ar5);
    vectors.near("A.n2o.replace100synth_by60manure_agg_AR5", "", co2e, 3);
}

fn residues(vectors: &Vectors) {
    for (key, crop, fresh_yield_kg_per_ha, removed) in [
        (
            "A.n2o.residue_winter_wheat_3t_0removed",
            Crop::WinterWheat,
            3000.0,
            0.0,
        ),
        (
            "A.n2o.residue_winter_wheat_3t_60removed",
            Crop::WinterWheat,
            3000.0,
            0.6,
        ),
        (
            "A.n2o.residue_barley_2t_60removed",
            Crop::Barley,
            2000.0,
            0.6,
        ),
    ] {
        let residue = CropResidue {
            crop,
            fresh_yield_kg_per_ha,
            removed,
            burnt: 0.0,
            combustion_factor: 1.0,
            years_between_renewals: 1.0,
        };
        let nitrogen = residue.nitrogen().unwrap();
        vectors.near(key, "N_ag", nitrogen.above_kg_per_ha, 4);
        vectors.near(key, "N_bg", nitrogen.below_kg_per_ha, 4);
        vectors.near(key, "N_total", nitrogen.total_kg_per_ha(), 4);
    }
}
