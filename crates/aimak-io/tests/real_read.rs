//! The real projects under `tests/real`, read; every number asserted here can be counted in the files by hand.

use std::{collections::BTreeSet, path::PathBuf};

use aimak_core::{PartialDate, Silent, SpeciesScale, VisitTime};
use aimak_io::{
    problem::Problem,
    read::{Loaded, load},
};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// True where the shared data lie beside the repository; their absence is loud, and in CI a failure.
fn shared_data() -> bool {
    let there = root().join("../shared/data").is_dir();
    let required = std::env::var("AIMAK_REQUIRE_SHARED").is_ok_and(|value| value == "1");
    assert!(
        there || !required,
        "AIMAK_REQUIRE_SHARED=1, and ../shared/data is missing"
    );
    if !there {
        #[expect(clippy::print_stderr, reason = "a skipped test must be seen")]
        {
            eprintln!("SKIPPED: ../shared/data is missing; this test read nothing");
        }
    }
    there
}

fn read(name: &str) -> Result<Loaded, Vec<Problem>> {
    load(&root().join("tests/real").join(name), &Silent)
}

fn sound(name: &str) -> Loaded {
    read(name).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"))
}

#[test]
fn fergana_has_35_fields_and_five_images() {
    if !shared_data() {
        return;
    }
    let loaded = sound("fergana.toml");
    let survey = &loaded.survey;
    assert_eq!(survey.aimaks.len(), 35);
    assert_eq!(loaded.outlines_wgs84.len(), 35);
    let codes: BTreeSet<&str> = survey
        .aimaks
        .iter()
        .map(|aimak| aimak.code.0.as_str())
        .collect();
    assert!(codes.contains("F1") && codes.contains("F35"));
    // the layer carries the area of each field as its authors measured it, m²; the first one 114 852
    let first = survey
        .aimaks
        .iter()
        .find(|aimak| aimak.code.0 == "F1")
        .unwrap();
    let area = geo::Area::unsigned_area(&first.outline);
    assert!((area / 114_852.0 - 1.0).abs() < 0.01, "{area}");
    assert_eq!(survey.rasters.len(), 1);
    assert_eq!(survey.rasters[0].bands.len(), 5);
    assert_eq!(
        (survey.rasters[0].grid.width, survey.rasters[0].grid.height),
        (227, 112)
    );
}

#[test]
fn south_moravia_has_90_plots_visited_twice() {
    if !shared_data() {
        return;
    }
    let survey = sound("south_moravia.toml").survey;
    assert_eq!(survey.plots.len(), 90);
    assert!(
        survey
            .plots
            .iter()
            .all(|plot| plot.visits.len() == 2 && plot.aimak.0 == "SM")
    );
    let protected = survey
        .plots
        .iter()
        .filter(|plot| plot.on_organic_land == Some(true))
        .count();
    let outside = survey
        .plots
        .iter()
        .filter(|plot| plot.on_organic_land == Some(false))
        .count();
    assert_eq!((protected, outside), (40, 50));
    let (old, new): (Vec<_>, Vec<_>) = survey
        .plots
        .iter()
        .flat_map(|plot| &plot.visits)
        .partition(|visit| matches!(visit.time, VisitTime::Period(_)));
    assert_eq!(
        (old.len(), new.len()),
        (90, 90),
        "the old visits carry no date"
    );
    assert!(new.iter().all(
        |visit| matches!(visit.time, VisitTime::Date(PartialDate::Day(day)) if day.year() == 2022)
    ));
    assert!(
        old.iter().all(|visit| visit.soil.is_empty()),
        "soil pH 0 stands for: not measured"
    );
    assert!(
        new.iter()
            .all(|visit| visit.soil.len() == 1 && visit.soil[0].ph.is_some())
    );
    let visits = || survey.plots.iter().flat_map(|plot| &plot.visits);
    assert!(visits().all(|visit| visit.species_scale == Some(SpeciesScale::CoverPercent)));
    let taxa: BTreeSet<&str> = visits()
        .flat_map(|visit| &visit.species)
        .map(|found| found.species.as_str())
        .collect();
    // 340 columns with their layers; no taxon stands in two layers
    assert_eq!(taxa.len(), 340);
    assert!(taxa.contains("Acer campestre") && !taxa.iter().any(|name| name.contains('_')));
}

#[test]
fn ala_archa_has_two_basins_and_a_projected_dem() {
    if !shared_data() {
        return;
    }
    let survey = sound("ala_archa.toml").survey;
    let names: Vec<&str> = survey
        .aimaks
        .iter()
        .map(|aimak| aimak.name.en.as_ref())
        .collect();
    assert_eq!(names, ["Ala Archa", "Alamedin"]);
    assert_eq!(survey.rasters.len(), 1);
    assert!(survey.rasters[0].reprojected, "the file is in degrees");
}

#[test]
fn the_53_rayons_have_names_in_three_languages() {
    if !shared_data() {
        return;
    }
    let survey = sound("rayons.toml").survey;
    assert_eq!(survey.aimaks.len(), 53);
    for aimak in &survey.aimaks {
        let name = &aimak.name;
        assert!(
            !name.ky.is_empty() && !name.ru.is_empty() && !name.en.is_empty(),
            "{name:?}"
        );
        assert!(aimak.code.0.starts_with("KG"), "{}", aimak.code);
    }
}

#[test]
fn the_broken_project_names_everything_at_once() {
    if !shared_data() {
        return;
    }
    let problems = read("broken.toml").unwrap_err();
    let one = |code: &str| {
        let found = problems.iter().find(|problem| problem.code == code);
        found.unwrap_or_else(|| panic!("{code} is missing among {problems:#?}"))
    };
    assert_eq!(one("unknown-key").column.as_deref(), Some("project.sede"));
    assert_eq!(
        one("invalid-shape").feature.as_deref(),
        Some("A2"),
        "the Zhabay basin"
    );
    assert!(one("vector-no-crs").file.ends_with("parcels.csv"));
    assert!(one("raster-no-crs").file.ends_with("no_crs.asc"));
    assert!(one("raster-no-overlap").file.ends_with("ndvi.tif"));
    let nimroz = one("latitude-sign");
    assert!(nimroz.file.ends_with("nimroz.csv") && nimroz.row == Some(2));
    assert_eq!(
        nimroz.hint.args["rows"],
        aimak_core::Arg::Number(152.0),
        "all rows"
    );
    assert_eq!(
        nimroz.hint.args["mended"],
        aimak_core::Arg::Number(152.0),
        "all of them mended"
    );
    let words = one("not-a-number");
    assert_eq!(
        (words.column.as_deref(), words.found.as_str()),
        (Some("Depth"), "0 - 30")
    );
    assert_eq!(
        one("no-field").hint.args["word"],
        aimak_core::Arg::Text("PH".into())
    );
}
