//! Texture, stocks, equal mass, bulk density, health.

use aimak_core::SoilLayer;
use aimak_science::soil::{
    bulk_density::{CoreSample, DensityEnsemble, DensitySource, Pedotransfer, PedotransferInput},
    carbon_reading::CarbonMethod,
    content::{CalciumCarbonate, Content, K2O, MassUnit, P2O5},
    health::{
        ClimateClass, HealthIndicator, HealthScores, MatterClass, Mineralogy, PhOptimum, Score,
        TextureGroup, aggregate_score, bulk_density_score, carbon_score, ph_score, potassium_score,
    },
    stock::{CarbonChange, FixedDepth, MassCurve, MonotoneSpline, Sampling, StockMethod},
    stock_error::{MeasuredLayer, StockErrors},
    texture::{Texture, TextureClass},
};

use super::Vectors;

/// A layer with numbers in the order of METHODS.
fn layer(top_cm: f64, bottom_cm: f64, carbon: f64, density: f64, coarse: f64) -> SoilLayer {
    SoilLayer {
        top_cm,
        bottom_cm,
        carbon_percent: Some(carbon),
        bulk_density_g_per_cm3: Some(density),
        coarse_fraction: Some(coarse),
        ph: None,
        ..SoilLayer::default()
    }
}

fn example() -> ([SoilLayer; 3], [SoilLayer; 3]) {
    let before = [
        layer(0.0, 10.0, 2.10, 1.18, 0.08),
        layer(10.0, 30.0, 1.55, 1.29, 0.12),
        layer(30.0, 50.0, 0.90, 1.38, 0.15),
    ];
    let after = [
        layer(0.0, 10.0, 2.45, 1.08, 0.08),
        layer(10.0, 30.0, 1.62, 1.24, 0.12),
        layer(30.0, 50.0, 0.92, 1.38, 0.15),
    ];
    (before, after)
}

pub fn compare(vectors: &Vectors) {
    texture(vectors);
    stocks(vectors);
    equal_mass(vectors);
    bulk_density(vectors);
    health(vectors);
    let unit = |key, found| vectors.near("A.units", key, found, 6);
    let percent = MassUnit::Percent;
    unit(
        "P_from_P2O5",
        Content::<P2O5>::new(1.0, percent)
            .unwrap()
            .phosphorus()
            .percent(),
    );
    unit(
        "K_from_K2O",
        Content::<K2O>::new(1.0, percent)
            .unwrap()
            .potassium()
            .percent(),
    );
    let carbonate = Content::<CalciumCarbonate>::new(1.0, percent).unwrap();
    unit("C_in_CaCO3", carbonate.carbon().percent());
}

fn texture(vectors: &Vectors) {
    let keys = vectors.table.as_object().unwrap().keys();
    let mut points = 0;
    for key in keys {
        let Some(parts) = key.strip_prefix("A.texture.") else {
            continue;
        };
        let parts: Vec<f64> = parts
            .split('_')
            .filter_map(|part| part.parse().ok())
            .collect();
        let [sand, silt, clay] = parts[..] else {
            continue;
        };
        let class = TextureClass::of(Texture::new(sand, silt, clay).unwrap());
        let expected = vectors.value(key).as_str().unwrap();
        assert_eq!(class.key().replace('_', " "), expected, "{key}");
        points += 1;
    }
    assert_eq!(points, 12);
}

fn stocks(vectors: &Vectors) {
    let (before, _) = example();
    let stock = |depth_cm| {
        let stock = FixedDepth { depth_cm }.stock(&before).unwrap();
        stock.carbon_t_per_ha
    };
    vectors.near("A.stock.fd30", "", stock(30.0), 6);
    vectors.near("A.stock.fd20", "", stock(20.0), 6);
    vectors.near("A.stock.layers", "0", stock(10.0), 6);
    vectors.near("A.stock.layers", "1", stock(30.0) - stock(10.0), 6);
    let core = CoreSample::new(310.0, 80.0, 350.0).unwrap();
    vectors.near("A.poeplau", "M4", core.carbon_t_per_ha(1.8, 30.0), 6);
    vectors.near(
        "A.poeplau",
        "M4_FSS",
        core.fine_earth_t_per_ha(30.0) / 100.0,
        6,
    );
    vectors.near("A.poeplau", "rockvolfrac", core.stone_fraction(), 6);
    let m3 = 1.8 * core.fine_earth_density_g_per_cm3() * 30.0 * (1.0 - core.stone_fraction());
    vectors.near("A.poeplau", "M3", m3, 6);
    let errors = StockErrors {
        carbon_cv: 0.10,
        density_cv: 0.06,
        thickness_cv: 0.03,
        coarse_cv: 0.30,
        carbon_density_correlation: -0.4,
    };
    let one = MeasuredLayer {
        carbon_percent: 1.8,
        density_g_per_cm3: 1.25,
        thickness_cm: 30.0,
        coarse_fraction: 0.10,
    };
    let error = errors.of_layer(&one).unwrap();
    let (lo, hi) = error.interval().bounds().unwrap();
    vectors.near("A.err", "stock", error.carbon_t_per_ha, 4);
    vectors.near("A.err", "cv", error.cv().unwrap(), 4);
    vectors.near("A.err", "sd", error.sd_t_per_ha, 4);
    vectors.near("A.err", "lo95", lo, 4);
    vectors.near("A.err", "hi95", hi, 4);
    let apart = StockErrors {
        carbon_density_correlation: 0.0,
        ..errors
    };
    vectors.near(
        "A.err",
        "cv_r0",
        apart.of_layer(&one).unwrap().cv().unwrap(),
        4,
    );
}

fn equal_mass(vectors: &Vectors) {
    let (before, after) = example();
    let curves = [("base", &before), ("follow", &after)];
    for (name, layers) in curves {
        let curve = MassCurve::new(layers, 30.0).unwrap();
        for (i, mass) in curve.mass_t_per_ha().iter().enumerate() {
            let key = format!("A.esm.{name}_cum_mineral_t_ha");
            vectors.near(&key, &i.to_string(), *mass, 4);
        }
        for (i, carbon) in curve.carbon_t_per_ha().iter().enumerate() {
            let key = format!("A.esm.{name}_cum_soc_t_ha");
            vectors.near(&key, &i.to_string(), *carbon, 4);
        }
    }
    let curve = MassCurve::new(&after, 30.0).unwrap();
    let spline = MonotoneSpline::new(curve.mass_t_per_ha(), curve.carbon_t_per_ha());
    for (i, slope) in spline.slopes().iter().enumerate() {
        vectors.near("A.esm.hyman_slopes", &i.to_string(), *slope, 8);
    }
    let sampling = |layers| Sampling {
        layers,
        density: DensitySource::Measured,
        carbon: Some(CarbonMethod::DryCombustion),
    };
    let change = |method| {
        CarbonChange::between(&sampling(&before), &sampling(&after), 30.0, method).unwrap()
    };
    let near = |part, found| vectors.near("A.esm", part, found, 4);
    let fixed = change(StockMethod::FixedDepth);
    near("FD_base", fixed.before.carbon_t_per_ha);
    near("FD_follow", fixed.after.carbon_t_per_ha);
    near("FD_change", fixed.change_t_per_ha());
    let lines = change(StockMethod::EsmLinear);
    near("ref_mineral_mass_30cm", lines.reference_t_per_ha.unwrap());
    near("ESM_linear_follow", lines.after.carbon_t_per_ha);
    near("ESM_linear_change", lines.change_t_per_ha());
    let spline = change(StockMethod::EsmSpline);
    near("ESM_hyman_follow", spline.after.carbon_t_per_ha);
    near("ESM_hyman_change", spline.change_t_per_ha());
    let total = change(StockMethod::EsmLinearTotal);
    vectors.near(
        "A.esm.WH_totalmass_linear",
        "ref",
        total.reference_t_per_ha.unwrap(),
        4,
    );
    vectors.near(
        "A.esm.WH_totalmass_linear",
        "follow",
        total.after.carbon_t_per_ha,
        4,
    );
}

fn bulk_density(vectors: &Vectors) {
    let soil = PedotransferInput {
        carbon: Content::new(1.8, MassUnit::Percent).unwrap(),
        texture: Texture::new(30.0, 48.0, 22.0),
    };
    // the table also has a linear variant of Manrique & Jones that METHODS A.5 does not list
    for (equation, name) in Pedotransfer::ALL.into_iter().zip([
        "Adams_Rawls_MBD1.27",
        "Alexander1980a",
        "Alexander1980b",
        "ManriqueJones1991",
        "Hollis2012_cultivated",
        "Hollis2012_mineral",
        "Han2012_sqrt",
        "Han2012_mix",
        "Song2005",
        "Wu2003",
        "Yang2007",
    ]) {
        vectors.near(
            "A.bdptf",
            name,
            equation.density(&soil).unwrap().g_per_cm3,
            4,
        );
    }
    let loam = Pedotransfer::Adams {
        mineral_g_per_cm3: 1.55,
    };
    vectors.near(
        "A.bdptf",
        "Adams_Rawls_MBD1.55",
        loam.density(&soil).unwrap().g_per_cm3,
        4,
    );
    let median = DensityEnsemble::default().density(&soil).unwrap();
    vectors.near("A.bdptf.ensemble6", "median", median.g_per_cm3, 4);
}

fn health(vectors: &Vectors) {
    let (matter, silty) = (MatterClass::Low, TextureGroup::Silty);
    let near = |key: &str, part: &str, score: Score| vectors.near(key, part, score.value(), 4);
    let carbon = |soc| carbon_score(soc, matter, silty, ClimateClass::ColdDry).unwrap();
    for soc in ["1.2", "1.8", "2.4"] {
        near("A.smaf.soc", soc, carbon(soc.parse().unwrap()));
    }
    let density = |density: &str, texture| {
        bulk_density_score(density.parse().unwrap(), texture, Mineralogy::Other).unwrap()
    };
    for value in ["1.1", "1.25", "1.4", "1.55"] {
        near("A.smaf.bd_tex3", value, density(value, silty));
    }
    for value in ["1.4", "1.6", "1.7"] {
        near("A.smaf.bd_tex1", value, density(value, TextureGroup::Sandy));
    }
    for value in ["50", "120", "200"] {
        near(
            "A.smaf.k_tex3",
            value,
            potassium_score(value.parse().unwrap(), silty).unwrap(),
        );
    }
    for value in ["10", "25", "40", "60"] {
        let score = aggregate_score(value.parse().unwrap(), matter, silty, false);
        near("A.smaf.agg_om3_tex3", value, score.unwrap());
    }
    for value in ["6.0", "6.8", "7.8", "8.4"] {
        near(
            "A.smaf.ph_b6.8_c1.0",
            value,
            ph_score(value.parse().unwrap(), PhOptimum::WHEAT).unwrap(),
        );
    }
    index(vectors, carbon(1.8), density("1.25", silty));
}

fn index(vectors: &Vectors, carbon: Score, density: Score) {
    let (matter, silty) = (MatterClass::Low, TextureGroup::Silty);
    let scores = vec![
        (HealthIndicator::Carbon, carbon),
        (HealthIndicator::BulkDensity, density),
        (
            HealthIndicator::Aggregates,
            aggregate_score(25.0, matter, silty, false).unwrap(),
        ),
        (
            HealthIndicator::Ph,
            ph_score(7.8, PhOptimum::WHEAT).unwrap(),
        ),
        (
            HealthIndicator::Potassium,
            potassium_score(120.0, silty).unwrap(),
        ),
    ];
    for (i, (_, score)) in scores.iter().enumerate() {
        let expected = vectors.value("A.sqi.all")["scores"][i].as_f64().unwrap();
        assert!((score.value() - expected).abs() < 5.1e-5);
    }
    let soil = HealthScores {
        texture: silty,
        calcareous: false,
        scores,
    };
    let whole = soil.index().unwrap();
    vectors.near("A.sqi", "weighted", whole.weighted, 4);
    vectors.near("A.sqi", "unweighted", whole.unweighted, 4);
    vectors.near("A.sqi.all", "weighted", whole.weighted, 4);
    vectors.near(
        "A.sqi.all",
        "geometric_weighted",
        whole.weighted_geometric,
        4,
    );
    vectors.near("A.sqi.all", "geometric_unweighted", whole.geometric, 4);
    vectors.near("A.sqi.all", "min", whole.minimum, 4);
    let without = HealthScores {
        scores: soil.scores[..4].to_vec(),
        ..soil
    };
    vectors.near(
        "A.sqi",
        "missing_K_renormalised",
        without.index().unwrap().weighted,
        4,
    );
}

/// R's splines through cumulative carbon, to 1e-9 relative.
pub fn compare_splines(vectors: &Vectors) {
    let numbers = |value: &serde_json::Value| -> Vec<f64> {
        let list = value.as_array().unwrap();
        list.iter().map(|number| number.as_f64().unwrap()).collect()
    };
    let places = numbers(vectors.value("xout"));
    for date in ["before", "after"] {
        let mass = numbers(&vectors.value("cum_mass")[date]);
        let carbon = numbers(&vectors.value("cum_SOC")[date]);
        let expected = numbers(&vectors.value("est")[date]["hyman"]);
        let spline = MonotoneSpline::new(&mass, &carbon);
        for (place, expected) in places.iter().zip(expected) {
            let found = spline.at(*place);
            assert!(
                (found - expected).abs() <= 1e-9 * expected,
                "{date} {place}: {found} {expected}"
            );
        }
    }
}

/// Stocks of two dates, whose reference mass is all fine earth.
pub fn compare_toy(vectors: &Vectors) {
    let profile = |date: &str| -> Vec<SoilLayer> {
        let rows = vectors.value("data")[date].as_array().unwrap();
        rows.iter()
            .map(|row| {
                let [top, bottom, density, carbon, coarse] =
                    [0, 1, 2, 3, 4].map(|column| row[column].as_f64().unwrap());
                layer(top, bottom, carbon / 10.0, density, coarse)
            })
            .collect()
    };
    let (before, after) = (profile("before"), profile("after"));
    let sampling = |layers| Sampling {
        layers,
        density: DensitySource::Measured,
        carbon: Some(CarbonMethod::DryCombustion),
    };
    for (key, method) in [
        ("FD_0_30", StockMethod::FixedDepth),
        ("ESM_linear", StockMethod::EsmLinearTotal),
    ] {
        let change =
            CarbonChange::between(&sampling(&before), &sampling(&after), 30.0, method).unwrap();
        vectors.near(key, "before", change.before.carbon_t_per_ha, 9);
        vectors.near(key, "after", change.after.carbon_t_per_ha, 9);
        vectors.near(key, "change", change.change_t_per_ha(), 9);
        if let Some(reference) = change.reference_t_per_ha {
            vectors.near("reference_mass", "", reference, 9);
        }
    }
}
