//! A release stands whole or not at all, always in the same bytes.

use std::{collections::BTreeMap, fs, path::Path};

use aimak_core::{
    Abundance, AimakCode, Bands, Claim, Confidence, Design, EffectCheck, EffectReport, EffectValue,
    Evidence, Finding, Interval, IntervalKind, Land, Message, MethodRef, Outcome, PeriodId,
    Quantity, Reason, Release, SampleSize, SampleUnit, Silent, Subject, Unit, Withheld,
    effect::Permutation, estimate::Estimate,
};
use aimak_science::{draft, simulate::Region};
use gdal::vector::LayerAccess as _;
use geo::{MultiPolygon, polygon};

use super::{Unwritten, read_release};
use crate::{digest, problem::Problem, raster, read::Loaded};

/// A release without maps.
fn release(dir: &Path, draft: &Release, loaded: &Loaded) -> Result<Release, Problem> {
    super::release(dir, draft, loaded, &[], &Silent).map_err(|unwritten| match unwritten {
        Unwritten::Problem(problem) => *problem,
        Unwritten::Interrupted => unreachable!("nobody interrupts"),
    })
}

/// Every file of a folder with its bytes.
fn files(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let entries = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .map(|path| (name(&path), fs::read(&path).unwrap()))
        .collect()
}

fn evidence() -> Evidence {
    Evidence {
        design: Design::BeforeAfter,
        confidence: Confidence::Low,
        grade_steps: Vec::new(),
        claim: Claim::ChangedWithoutComparison,
        method: MethodRef {
            id: "PH_MEAN".to_owned(),
            version: 1,
        },
        parameters: BTreeMap::new(),
        inputs: Vec::new(),
        smallest_detectable: Some(0.5),
        no_change_beyond: None,
        notes: Vec::new(),
    }
}

/// One finding with a number, one without.
fn findings(code: &AimakCode) -> Vec<Finding> {
    let estimate = Estimate {
        value: 0.1 + 0.2,
        unit: Unit::Ph,
        bands: Some(Bands {
            half: (0.125, 0.5),
            most: (-0.125, 0.625),
            se: 0.25,
            df: 20.0,
        }),
        interval: Interval::Between {
            lo: -0.25,
            hi: 0.75,
            level: 0.95,
            kind: IntervalKind::Sampling,
        },
        sample: SampleSize {
            of: SampleUnit::Plots,
            n: 12,
            n_other: Some(9),
        },
        flags: Vec::new(),
    };
    let period = |id: &str| PeriodId(id.to_owned());
    let finding = |quantity, outcome| Finding {
        indicator: "soil_ph".to_owned(),
        subject: Subject::Aimak(code.clone()),
        land: Land::WholeAimak,
        treated_share_percent: Some(12.5),
        quantity,
        outcome,
        evidence: evidence(),
    };
    vec![
        finding(
            Quantity::State {
                period: period("after"),
            },
            Outcome::Withheld(Withheld::because(Reason::TooFewPlots)),
        ),
        finding(
            Quantity::Change {
                before: period("before"),
                after: period("after"),
            },
            Outcome::Estimated(estimate),
        ),
    ]
}

/// An effect of four aimaks against nine, what they changed withheld, one check.
fn effect() -> EffectReport {
    let value = EffectValue {
        value: 1.5,
        se: Some(0.5),
        df: Some(10.0),
        interval: Interval::Between {
            lo: 0.25,
            hi: 2.75,
            level: 0.95,
            kind: IntervalKind::AmongAimaks,
        },
        p: Some(0.015_625),
        treated: 4,
        comparison: 9,
    };
    EffectReport {
        outcome: "soil_ph".to_owned(),
        periods: vec![0, 1],
        left_out_times: Vec::new(),
        units: Vec::new(),
        effect: Ok(value.clone()),
        point: None,
        described: Err(Withheld::because(Reason::TooFewClusters)),
        pooled: Vec::new(),
        permutation: Ok(Permutation {
            p: 0.031_25,
            arrangements: 715.0,
            least_p: 0.001,
            drawn: None,
        }),
        family_p: None,
        correction: aimak_core::Correction::default(),
        trends: Ok(None),
        since_start: Vec::new(),
        cells: Vec::new(),
        parts: Vec::new(),
        checks: Vec::new(),
        balance: Vec::new(),
        sensitivity: vec![EffectCheck {
            id: "sensitivity-without-unit".to_owned(),
            of: Some("S-1".to_owned()),
            effect: Ok(value),
        }],
        placebo_outcomes: Vec::new(),
        likeness: None,
        breakdown: None,
        smallest_detectable: Some(1.25),
        smallest_detectable_in_family: None,
        relevant: None,
        design: Design::ManyAgainstMany,
        start: Confidence::Moderate,
        steps: ["grade-trends-untested", "grade-not-registered"]
            .map(Message::new)
            .to_vec(),
        confidence: Confidence::Low,
        claim: Claim::EstimatedEffect,
        no_effect_beyond: None,
        advice: Vec::new(),
        parameters: BTreeMap::new(),
    }
}

/// A small region with two findings; a remark quotes what must stay private.
fn example() -> (Release, Loaded) {
    let survey = Region::small(7).survey();
    let code = survey.aimaks[0].code.clone();
    let draft = draft::release(&survey, findings(&code));
    // clockwise, which RFC 7946 does not allow for an outer ring
    let outline: MultiPolygon = polygon![
        (x: 74.1, y: 42.0), (x: 74.1, y: 42.5), (x: 74.612_345_678, y: 42.5), (x: 74.6, y: 42.0),
    ]
    .into();
    let outlines_wgs84 = survey
        .aimaks
        .iter()
        .map(|aimak| (aimak.code.clone(), outline.clone()))
        .collect();
    let remark = Problem::warning("duplicate-row", "soil.csv")
        .at_row(9)
        .in_column("ph")
        .found("Asanov, plot P-77");
    let (rasters, ..) = raster::open(&[], Path::new("."), "EPSG:32643");
    (
        draft,
        Loaded {
            survey,
            rasters,
            outlines_wgs84,
            basemap: crate::read::Basemap::default(),
            passports: crate::read::Passports::default(),
            remarks: vec![remark],
        },
    )
}

#[test]
fn the_same_draft_gives_the_same_bytes_and_reads_back() {
    let (draft, loaded) = example();
    let dir = tempfile::tempdir().unwrap();
    let [one, two] = ["one", "deep/two"].map(|name| dir.path().join(name));
    let written = release(&one, &draft, &loaded).unwrap();
    release(&two, &draft, &loaded).unwrap();
    assert_eq!(files(&one), files(&two));
    assert_eq!(read_release(&one).unwrap(), written);
    let paths: Vec<&str> = written
        .assets
        .iter()
        .map(|asset| asset.path.as_str())
        .collect();
    assert_eq!(
        paths,
        [
            "exclusions.csv",
            "findings.csv",
            "findings.gpkg",
            "findings.parquet",
            "log.txt",
            "outlines.geojson"
        ]
    );
    for asset in &written.assets {
        let found = digest::sha256_file(&one.join(&asset.path)).unwrap();
        assert_eq!(found, (asset.sha256.clone(), asset.bytes));
    }
    assert!(files(&one)["release.json"].ends_with(b"}\n"));
}

#[test]
fn the_table_has_a_row_for_every_finding_and_every_digit() {
    let (draft, loaded) = example();
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("release");
    release(&place, &draft, &loaded).unwrap();
    let csv = fs::read_to_string(place.join("findings.csv")).unwrap();
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), 3);
    assert_eq!(
        rows[0].join(" "),
        "indicator unit subject name_ky name_ru name_en land treated_share_percent quantity \
        period_before period_after period date value interval_lo interval_hi interval_level interval_kind \
        no_interval_reason interval_50_lo interval_50_hi interval_80_lo interval_80_hi se df n n_other n_of design design_code \
        confidence claim smallest_detectable no_change_beyond method method_version withheld_reason flags edition simulated"
    );
    let cell = |row: usize, column: &str| {
        rows[row][rows[0].iter().position(|name| *name == column).unwrap()]
    };
    let withheld = [
        "quantity",
        "period",
        "period_before",
        "value",
        "n",
        "withheld_reason",
    ];
    assert_eq!(
        withheld.map(|column| cell(1, column)),
        ["state", "after", "", "", "", "TOO_FEW_PLOTS"]
    );
    let change = [
        "unit",
        "period_before",
        "period_after",
        "value",
        "interval_lo",
        "interval_50_lo",
        "interval_80_hi",
        "se",
        "df",
        "n",
        "n_other",
        "n_of",
        "design_code",
    ];
    let expected = [
        "pH",
        "before",
        "after",
        "0.30000000000000004",
        "-0.25",
        "0.125",
        "0.625",
        "0.25",
        "20.0",
        "12",
        "9",
        "plots",
        "E2",
    ];
    assert_eq!(change.map(|column| cell(2, column)), expected);
    let parquet = files(&place)["findings.parquet"].clone();
    assert!(parquet.starts_with(b"PAR1") && parquet.ends_with(b"PAR1"));
}

#[test]
fn a_gis_finds_outlines_findings_and_both_together() {
    let (draft, loaded) = example();
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("release");
    release(&place, &draft, &loaded).unwrap();
    let file = gdal::Dataset::open(place.join("findings.gpkg")).unwrap();
    let rows = |name: &str| file.layer_by_name(name).unwrap().feature_count();
    assert_eq!(rows("aimaks"), draft.aimaks.len() as u64);
    assert_eq!(rows("findings"), 2);
    let mut joined = file.layer_by_name("findings_by_aimak").unwrap();
    let features: Vec<_> = joined.features().collect();
    assert_eq!(features.len(), 2);
    let change = features.last().unwrap();
    assert!(change.geometry().is_some());
    let number = |name: &str| {
        let field = change.field_index(name).unwrap();
        change.field_as_double(field).unwrap()
    };
    assert_eq!(number("value"), Some(0.1 + 0.2));
    assert_eq!(number("interval_50_hi"), Some(0.5));
    let withheld = features[0].field_index("value").unwrap();
    assert_eq!(features[0].field_as_double(withheld).unwrap(), None);
    // the clock of the machine stands nowhere in it
    let bytes = &files(&place)["findings.gpkg"];
    let date = draft.project.edition.date.first_day().to_string() + "T00:00:00.000Z";
    let moments = bytes
        .windows(date.len())
        .filter(|at| *at == date.as_bytes());
    assert_eq!(moments.count(), 3, "one for each layer");
}

#[test]
fn effects_are_told_with_p_grade_and_the_smallest_that_would_be_seen() {
    let (mut draft, loaded) = example();
    draft.effects = vec![effect()];
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("release");
    release(&place, &draft, &loaded).unwrap();
    let csv = fs::read_to_string(place.join("effects.csv")).unwrap();
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    let cell = |row: usize, column: &str| {
        rows[row][rows[0].iter().position(|name| *name == column).unwrap()]
    };
    let of = |row: usize, columns: [&str; 5]| columns.map(|column| cell(row, column));
    assert_eq!(
        of(1, ["kind", "told_first", "value", "interval_hi", "p"]),
        ["effect", "true", "1.5", "2.75", "0.015625"]
    );
    assert_eq!(
        of(
            1,
            [
                "n_treated",
                "n_comparison",
                "permutation_p",
                "smallest_detectable",
                "grade_steps"
            ]
        ),
        [
            "4",
            "9",
            "0.03125",
            "1.25",
            "grade-trends-untested grade-not-registered"
        ]
    );
    assert_eq!(
        of(
            2,
            [
                "kind",
                "told_first",
                "value",
                "withheld_reason",
                "design_code"
            ]
        ),
        ["described_change", "false", "", "TOO_FEW_CLUSTERS", "E4"]
    );
    assert_eq!(
        of(3, ["kind", "which", "value", "confidence", "simulated"]),
        [
            "sensitivity",
            "sensitivity-without-unit S-1",
            "1.5",
            "low",
            "true"
        ]
    );
    let file = gdal::Dataset::open(place.join("findings.gpkg")).unwrap();
    assert_eq!(file.layer_by_name("effects").unwrap().feature_count(), 3);
}

#[test]
fn outlines_are_as_rfc_7946_wants_them() {
    let (draft, loaded) = example();
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("release");
    release(&place, &draft, &loaded).unwrap();
    let json: serde_json::Value =
        serde_json::from_slice(&files(&place)["outlines.geojson"]).unwrap();
    assert_eq!(
        json["features"].as_array().unwrap().len(),
        draft.aimaks.len()
    );
    let properties = json["features"][0]["properties"].as_object().unwrap();
    let names: Vec<&str> = properties.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["code", "name_en", "name_ky", "name_ru", "organic_since"]
    );
    let ring: Vec<[f64; 2]> =
        serde_json::from_value(json["features"][0]["geometry"]["coordinates"][0][0].clone())
            .unwrap();
    assert!(ring.contains(&[74.612_346, 42.5]), "six decimals: {ring:?}");
    let twice_area: f64 = ring
        .windows(2)
        .map(|edge| edge[0][0] * edge[1][1] - edge[1][0] * edge[0][1])
        .sum();
    assert!(twice_area > 0.0, "the outer ring runs counterclockwise");
}

#[test]
fn nothing_private_is_published() {
    let (_, mut loaded) = example();
    let code = loaded.survey.aimaks[0].code.clone();
    let plot = &mut loaded.survey.plots[0];
    plot.id = "PLANTED-PLOT".to_owned();
    plot.place = Some(geo::Point::new(512_345.678, 4_712_345.678));
    plot.visits[0].species.push(Abundance {
        species: "Tulipa planted-orchid".to_owned(),
        amount: 1.0,
    });
    let draft = draft::release(&loaded.survey, findings(&code));
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("release");
    release(&place, &draft, &loaded).unwrap();
    let log = String::from_utf8(files(&place)["log.txt"].clone()).unwrap();
    assert!(
        log.contains("remark soil.csv, row 9, column ph: duplicate-row\n"),
        "{log}"
    );
    let plots = &loaded.survey.plots;
    let secrets = ["Asanov", "P-77", "512345", "4712345", "planted-orchid"];
    let ids = plots.iter().map(|plot| plot.id.as_str());
    let secrets: Vec<&str> = ids.chain(secrets).collect();
    for (name, bytes) in files(&place) {
        let text = String::from_utf8_lossy(&bytes);
        let seen = secrets.iter().find(|secret| text.contains(**secret));
        assert_eq!(seen, None, "{name}");
    }
}

#[test]
fn a_release_replaces_a_release_and_nothing_else() {
    let (draft, loaded) = example();
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("release");
    fs::create_dir(&place).unwrap();
    release(&place, &draft, &loaded).unwrap();
    let old = files(&place);
    let later = Release {
        findings: Vec::new(),
        ..draft.clone()
    };
    release(&place, &later, &loaded).unwrap();
    assert_ne!(files(&place), old);
    let left: Vec<String> = fs::read_dir(dir.path())
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(left, ["release"], "no scaffolding stays behind");

    fs::write(place.join("notes.txt"), "mine").unwrap();
    let before = files(&place);
    let refused = release(&place, &draft, &loaded).unwrap_err();
    assert_eq!(
        (refused.code, refused.found.as_str()),
        ("folder-not-ours", "notes.txt")
    );
    assert_eq!(files(&place), before);

    let foreign = dir.path().join("foreign");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("findings.csv"), "mine").unwrap();
    assert_eq!(
        release(&foreign, &draft, &loaded).unwrap_err().code,
        "folder-not-ours"
    );
    assert_eq!(
        release(&foreign.join("findings.csv"), &draft, &loaded)
            .unwrap_err()
            .code,
        "folder-not-ours"
    );
    assert_eq!(files(&foreign)["findings.csv"], b"mine");
}

#[test]
fn a_release_of_another_version_is_refused_by_its_version() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(read_release(dir.path()).unwrap_err().code, "no-release");
    fs::write(
        dir.path().join("release.json"),
        r#"{ "schema": "aimak-release/9", "else": 1 }"#,
    )
    .unwrap();
    assert_eq!(
        read_release(dir.path()).unwrap_err().found,
        "aimak-release/9"
    );
}
