//! Turnover, listed species and diversity within and between places, beside vegan and betapart, through the program.

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use crate::{
    diversity::{close, number, reference, table},
    program::{Said, aimak, arg, findings, release, shared_data},
};

const PROJECT: &str = r#"
[project]
id = "meadows"
title.en = "Meadows"
languages = ["en"]
crs = "EPSG:32643"
edition = { id = "1", date = "2026-11-30" }

[boundaries]
file = "areas.geojson"
code = "code"
name.en = "name"
organic_since = "since"

[[periods]]
id = "before"
name.en = "before"
role = "before"
from = "2012-01-01"
to = "2016-01-01"

[[periods]]
id = "after"
name.en = "after"
role = "after"
from = "2020-01-01"
to = "2024-01-01"

[[tables]]
id = "plots"
kind = "plots"
file = "plots.csv"
columns = { plot = "plot", aimak = "aimak", on_organic_land = "organic" }

[[tables]]
id = "species"
kind = "species"
file = "species.csv"
scale = "presence"
layout = "long"
columns = { plot = "plot", date = "year", species = "species" }

[[tables]]
id = "red"
kind = "species_list"
file = "red.csv"
columns = { species = "species", red_list = "category", indicator = "tells" }
"#;

const AREAS: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"A","name":"Alpha","since":"2017"},
"geometry":{"type":"Polygon","coordinates":[[[75.0,42.0],[75.2,42.0],[75.2,42.2],[75.0,42.2],[75.0,42.0]]]}}]}"#;

const PLOTS: &str = "plot,aimak,organic\nP,A,yes\nQ,A,yes\nR,A,no\nS,A,no\n";

/// P: 1 stays, 1 goes, 2 come; Q: 2 stay, 1 comes; R and S: nothing changes.
const SPECIES: &str = "plot,year,species
P,2014,Poa\nP,2014,Rumex\nP,2022,Poa\nP,2022,Stipa\nP,2022,Tulipa
Q,2014,Poa\nQ,2014,Rumex\nQ,2022,Poa\nQ,2022,Rumex\nQ,2022,Tulipa
R,2014,Poa\nR,2022,Poa\nS,2014,Rumex\nS,2014,Poa\nS,2022,Rumex\nS,2022,Poa
";

const RED: &str = "species,category,tells\nTulipa,EN,no\nPoa,LC,\nRumex,нет,да\n";

fn run(dir: &Path, red: &str) -> Said {
    for (name, text) in [
        ("monitoring.toml", PROJECT),
        ("areas.geojson", AREAS),
        ("plots.csv", PLOTS),
        ("species.csv", SPECIES),
        ("red.csv", red),
    ] {
        std::fs::write(dir.join(name), text).unwrap();
    }
    let (file, out) = (dir.join("monitoring.toml"), dir.join("release"));
    aimak(&["run", arg(&file), "--out", arg(&out)])
}

#[test]
fn four_plots_by_hand_from_project_file_to_site() {
    let dir = tempfile::tempdir().unwrap();
    run(dir.path(), RED).good();
    let out = dir.path().join("release");
    let release = release(&out);
    let of = |indicator: &str, land: &str, quantity: &str| {
        let found = findings(&release, indicator);
        let mut fits = found
            .into_iter()
            .filter(|f| f["land"] == land && !f["quantity"][quantity].is_null());
        let found = fits.find(|f| f["subject"]["aimak"] == "A").unwrap();
        found["outcome"]["estimated"]["value"]
            .as_f64()
            .unwrap_or_else(|| panic!("{found}"))
    };
    // P: Jaccard 3/4 = 2/3 + 1/12; Q: 1/3, nothing replaced
    let organic = |indicator| of(indicator, "organic", "between");
    close(
        organic("species_turnover"),
        100.0 * (3.0 / 4.0 + 1.0 / 3.0) / 2.0,
        1e-12,
        "turnover",
    );
    close(
        organic("species_turnover_replacement"),
        100.0 / 3.0,
        1e-12,
        "replacement",
    );
    close(
        organic("species_turnover_nestedness"),
        100.0 * (1.0 / 12.0 + 1.0 / 3.0) / 2.0,
        1e-12,
        "nestedness",
    );
    close(
        of("species_turnover", "untreated", "between"),
        0.0,
        1e-12,
        "nothing changed there",
    );
    let compared = of("species_turnover", "organic", "difference_of_changes");
    close(compared, 100.0 * 13.0 / 24.0, 1e-12, "difference");
    // Tulipa came to P and Q; Rumex went from P and stayed on Q
    close(
        of("red_list_species", "organic", "change"),
        1.0,
        1e-12,
        "red list",
    );
    close(
        of("indicator_species", "organic", "change"),
        -0.5,
        1e-12,
        "indicators",
    );
    let red = findings(&release, "red_list_species");
    let told = red
        .iter()
        .find(|f| f["land"] == "organic" && !f["quantity"]["change"].is_null())
        .unwrap();
    let notes = told["evidence"]["notes"].to_string();
    assert!(
        notes.contains("note-species-unlisted"),
        "Stipa is on no list: {notes}"
    );
    let site = dir.path().join("site");
    aimak(&["atlas", arg(&out), "--out", arg(&site)]).good();
    let page = std::fs::read_to_string(site.join("en/indicator/species_turnover.html")).unwrap();
    assert!(
        page.contains("never zero"),
        "the card says what turnover is"
    );
    let page = std::fs::read_to_string(site.join("en/aimak/A/biodiversity.html")).unwrap();
    assert!(
        page.contains("two visits never find the same"),
        "and so does the page of the aimak"
    );
    for name in ["Tulipa", "Rumex"] {
        assert!(!page.contains(name), "no species is named: {name}");
    }
}

#[test]
fn mistakes_in_a_list_of_species_are_told_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let said = run(
        dir.path(),
        "species,category,tells\nTulipa,ENN,no\nPoa,LC,perhaps\nPoa,VU,no\n,CR,no\n",
    );
    assert_eq!(said.code, 1);
    for told in [
        "red.csv",
        "row 2",
        "neither a category of the Red List",
        "ENN",
        "perhaps",
        "A species stands twice",
        "row 4",
        "row 5",
    ] {
        assert!(said.err.contains(told), "{told}: {}", said.err);
    }
    assert!(!dir.path().join("release").exists(), "nothing half-written");
    let said = run(
        dir.path(),
        "species,category,tells\nPoa,VU,no\nTulipa greigii,CR,no\n",
    )
    .good();
    assert!(said.err.contains("Tulipa greigii"), "{}", said.err);
    assert!(
        said.err.contains("no record of the project names"),
        "{}",
        said.err
    );
}

/// The dune meadows as a long table, with a column for each of `further` that a plot's number decides.
fn dune(to: &Path, further: impl Fn(&str) -> Vec<String>, header: &str) {
    let mut text = format!("plot,species,count,{header}\n");
    for (plot, row) in table(&reference("vegan/data_dune.csv")) {
        for (species, count) in row.iter().filter(|(name, _)| !name.is_empty()) {
            let _ = writeln!(
                text,
                "{plot},{species},{count},{}",
                further(&plot).join(",")
            );
        }
    }
    std::fs::write(to, text).unwrap();
}

/// R, vegan 2.6-4: `p <- decostand(dune[Management == m, ], "total")`; alpha `mean(specnumber(p))`, `exp(mean(diversity(p)))`,
/// `1/mean(rowSums(p^2))`; gamma the same of `colMeans(p)`.
#[test]
fn dune_meadows_are_parted_as_by_vegan() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let management = table(&reference("vegan/data_dune_env.csv"));
    dune(
        &at("dune.csv"),
        |plot| vec![management[plot]["Management"].clone()],
        "management",
    );
    aimak(&[
        "diversity",
        "--counts",
        arg(&at("dune.csv")),
        "--by",
        "management",
        "--sites",
        "plot",
        "--partition",
        arg(&at("parts.csv")),
        "--multi-site",
        arg(&at("sites.csv")),
        "--out",
        arg(&at("out.csv")),
    ])
    .good();
    let expected = [
        (
            "SF",
            6.0,
            [9.166_666_667, 7.684_123_127, 6.505_921_398],
            [21.0, 14.564_306_075, 11.845_672_122],
        ),
        (
            "BF",
            3.0,
            [10.333_333_333, 9.510_514_003, 8.833_950_609],
            [16.0, 13.049_198_156, 11.189_374_378],
        ),
        (
            "HF",
            5.0,
            [12.6, 11.682_750_09, 10.916_930_66],
            [21.0, 17.738_885_57, 15.733_090_66],
        ),
        (
            "NM",
            6.0,
            [8.0, 7.365_625_706, 6.841_037_453],
            [21.0, 16.839_204_405, 14.578_467_322],
        ),
    ];
    let text = std::fs::read_to_string(at("parts.csv")).unwrap();
    let rows: Vec<BTreeMap<String, String>> = by_column(&text);
    assert_eq!(rows.len(), 12);
    for (name, plots, alpha, gamma) in expected {
        for q in 0..3 {
            let row = rows
                .iter()
                .find(|row| row["management"] == name && number(row, "q") == f64::from(q as u8))
                .unwrap();
            let what = format!("{name} {q}");
            close(number(row, "plots"), plots, 0.0, &what);
            close(number(row, "alpha"), alpha[q], 1e-9, &what);
            close(number(row, "gamma"), gamma[q], 1e-9, &what);
            close(number(row, "beta"), gamma[q] / alpha[q], 1e-9, &what);
            assert!(number(row, "beta_low") < number(row, "beta"), "{what}");
            assert!(number(row, "gamma_high") > number(row, "gamma"), "{what}");
        }
    }
    let sites = table(&at("sites.csv"));
    // three plots are the smallest group: for it nothing is left to draw
    close(
        number(&sites["BF"], "equal_sor"),
        number(&sites["BF"], "beta_sor"),
        1e-12,
        "as many as there are",
    );
    assert_eq!(sites["SF"]["equal_plots"], "3");
    assert!(
        number(&sites["SF"], "equal_sor") < number(&sites["SF"], "beta_sor"),
        "fewer plots differ less"
    );
}

/// betapart 1.6.1: `beta.multi` and `beta.multi.abund` of the whole of the dune meadows.
#[test]
fn all_dune_meadows_together_differ_as_by_betapart() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    dune(&at("dune.csv"), |_| vec!["dune".to_owned()], "all");
    aimak(&[
        "diversity",
        "--counts",
        arg(&at("dune.csv")),
        "--by",
        "all",
        "--sites",
        "plot",
        "--multi-site",
        arg(&at("sites.csv")),
        "--out",
        arg(&at("out.csv")),
    ])
    .good();
    let text = std::fs::read_to_string(reference("betapart/multi.json")).unwrap();
    let theirs: serde_json::Value = serde_json::from_str(&text).unwrap();
    let found = &table(&at("sites.csv"))["dune"];
    for (family, name) in [
        ("multi", "beta.SIM"),
        ("multi", "beta.SNE"),
        ("multi", "beta.SOR"),
        ("multi", "beta.JTU"),
        ("multi", "beta.JNE"),
        ("multi", "beta.JAC"),
        ("multi_abund", "beta.BRAY.BAL"),
        ("multi_abund", "beta.BRAY"),
        ("multi_abund", "beta.RUZ.GRA"),
    ] {
        let expected = theirs[family]["dune"][name].as_f64().unwrap();
        let column = name.to_lowercase().replace('.', "_");
        close(number(found, &column), expected, 1e-12, name);
    }
}

/// betapart 1.6.1: `beta.temp` of the odd plots of the dune meadows (before) and the even ones (after).
#[test]
fn plots_turn_over_as_by_betapart() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let further = |plot: &str| {
        let number: u32 = plot.parse().unwrap();
        let (pair, year) = (
            number.div_ceil(2),
            if number % 2 == 1 { 1999 } else { 2022 },
        );
        vec![
            format!("pair{pair}"),
            year.to_string(),
            if pair > 5 { "b" } else { "a" }.to_owned(),
        ]
    };
    dune(&at("dune.csv"), further, "pair,year,land");
    let run = |further: &[&str]| {
        let (counts, turnover, out) = (at("dune.csv"), at("turnover.csv"), at("out.csv"));
        let mut args = vec![
            "diversity",
            "--counts",
            arg(&counts),
            "--by",
            "land",
            "--turnover",
            arg(&turnover),
            "--out",
            arg(&out),
        ];
        args.extend(further);
        aimak(&args)
    };
    let said = run(&["--sites", "pair", "--revisits", "year"]).good();
    assert!(said.err.contains("a less b"), "{}", said.err);
    assert!(said.err.contains("never zero"), "{}", said.err);
    let theirs = table(&reference("betapart/temporal_dune_odd_even.csv"));
    let text = std::fs::read_to_string(at("turnover.csv")).unwrap();
    let rows = by_column(&text);
    assert_eq!(rows.len(), 10);
    for row in rows {
        let pair: u32 = row["plot"].trim_start_matches("pair").parse().unwrap();
        let expected = &theirs[&(2 * pair - 1).to_string()];
        for name in ["sim", "sne", "sor", "jtu", "jne", "jac"] {
            let what = format!("{pair} {name}");
            close(
                number(&row, &format!("beta_{name}")),
                number(expected, &format!("beta.{name}")),
                1e-12,
                &what,
            );
        }
        close(
            number(&row, "gained") + number(&row, "lost"),
            number(&row, "beta_jac"),
            1e-12,
            "gains and losses",
        );
    }
    // --sites forgotten; a column that holds twenty values
    let said = run(&["--revisits", "year"]);
    assert!(
        said.code == 1 && said.err.contains("--sites plot"),
        "{}",
        said.err
    );
    let said = run(&["--sites", "pair", "--revisits", "plot"]);
    assert!(
        said.code == 1 && said.err.contains("does not hold two visits"),
        "{}",
        said.err
    );
}

/// The example of `diversity/nested.rs`, worked by hand: V has farms A (half wheat, half barley) and B, W has C.
#[test]
fn crops_of_farms_in_villages_by_hand() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let crops = "aimak,village,farm,crop,ha\nT,V,A,wheat,0.5\nT,V,A,wheat,0.5\nT,V,A,barley,1\nT,V,B,wheat,1\nT,W,C,barley,1\n";
    std::fs::write(at("crops.csv"), crops).unwrap();
    let run = |count: &str| {
        aimak(&[
            "diversity",
            "--counts",
            arg(&at("crops.csv")),
            "--by",
            "aimak",
            "--species",
            "crop",
            "--count",
            count,
            "--nested",
            "village,farm",
            "--out",
            arg(&at("levels.csv")),
        ])
    };
    run("ha").good();
    let text = std::fs::read_to_string(at("levels.csv")).unwrap();
    let rows = by_column(&text);
    let of = |q: &str, weight: &str, level: &str| {
        let fits = |row: &&BTreeMap<String, String>| {
            number(row, "q") == q.parse::<f64>().unwrap()
                && row["weight"] == weight
                && row["level"] == level
        };
        number(rows.iter().find(fits).unwrap(), "diversity")
    };
    let levels = |q, weight| ["all", "village", "farm"].map(|level| of(q, weight, level));
    for (found, expected) in levels("0", "equal")
        .into_iter()
        .zip([2.0, 5.0 / 3.0, 4.0 / 3.0])
    {
        close(found, expected, 1e-12, "kinds");
    }
    let village = 0.75 * (3_f64.ln() - 2.0 / 3.0 * 2_f64.ln());
    for (found, expected) in
        levels("1", "amount")
            .into_iter()
            .zip([2.0, village.exp(), 2_f64.sqrt()])
    {
        close(found, expected, 1e-12, "area");
    }
    let said = run("hectares");
    assert!(
        said.code == 1 && said.err.contains("hectares"),
        "{}",
        said.err
    );
}

/// Rows by column, in the order of the file.
fn by_column(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let row = |line: &str| {
        header
            .iter()
            .zip(line.split(','))
            .map(|(name, cell)| ((*name).to_owned(), cell.to_owned()))
            .collect()
    };
    lines.map(row).collect()
}
