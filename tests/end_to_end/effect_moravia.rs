//! The resurvey of South Moravia as before/after with comparison: what its true design carries, number by number as docs/effects.md says.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    path::{Path, PathBuf},
};

use crate::program::{Said, aimak, arg, root, shared_data, table};

/// A table by column name. Cells may hold commas within quotes.
fn read(name: &str) -> Vec<BTreeMap<String, String>> {
    let file =
        "../shared/data/biodiversity/smor_resurvey/Klinkovska_et_al_semi_dry_grasslands_S_Moravia_";
    let text = std::fs::read_to_string(root().join(format!("{file}{name}.csv"))).unwrap();
    let cells = |line: &str| {
        let mut cells = vec![String::new()];
        let mut quoted = false;
        for letter in line.chars() {
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                letter => cells.last_mut().unwrap().push(letter),
            }
        }
        cells
    };
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.lines().map(cells);
    let header = lines.next().unwrap();
    let row = |cells: Vec<String>| header.iter().cloned().zip(cells).collect();
    lines.map(row).collect()
}

/// Who counts as having begun between the rounds.
#[derive(Clone, Copy, PartialEq)]
enum Begun {
    /// Reserves that no record of 1985/86 names; those it names had begun before.
    NotNamedBefore,
    /// Those it names: what no beginning can have made.
    NamedBefore,
    /// All.
    All,
}

/// A row for each plot and round: site, plot, year, since, species of dry grassland.
fn panel(dir: &Path, begun: Begun) -> PathBuf {
    let head = read("head");
    let dry: BTreeSet<String> = read("species_data")
        .into_iter()
        .filter(|row| row["THE"] == "TRUE")
        .map(|row| row["Taxon"].clone())
        .collect();
    assert_eq!(dry.len(), 29);
    // layers of a species are one species: the number at the end of its name is the layer
    let found = |visit: &BTreeMap<String, String>| {
        let seen = visit
            .iter()
            .filter(|(_, cover)| cover.parse::<f64>().is_ok_and(|cover| cover > 0.0));
        let names: BTreeSet<&str> = seen
            .filter_map(|(name, _)| Some(name.rsplit_once('_')?.0))
            .collect();
        names.into_iter().filter(|name| dry.contains(*name)).count()
    };
    let visits: BTreeMap<String, usize> = read("species")
        .iter()
        .map(|visit| (visit["Releve_number"].clone(), found(visit)))
        .collect();
    // SPR: státní přírodní rezervace, a state nature reserve
    let before = head
        .iter()
        .filter(|row| row["Rs_observ"] == "1980" && row["protected"] == "Y");
    let named: BTreeSet<&str> = before
        .filter(|row| row["Locality"].contains("SPR"))
        .map(|row| row["site"].as_str())
        .collect();
    assert_eq!(named.len(), 7);
    let mut text = "site,plot,year,since,dry_grassland\n".to_owned();
    for row in &head {
        let protected = row["protected"] == "Y";
        let is_named = named.contains(row["site"].as_str());
        let since = match (protected, begun) {
            (false, _) => 0,
            (true, Begun::All) => 2022,
            (true, _) if is_named == (begun == Begun::NamedBefore) => 2022,
            (true, _) => 1980,
        };
        let year = if row["Rs_observ"] == "1980" {
            1985
        } else {
            2022
        };
        let side = if protected { "inside" } else { "outside" };
        let dry = visits[&row["Releve_number"]];
        let _ = writeln!(
            text,
            "{} {side},{},{year},{since},{dry}",
            row["site"], row["Rs_plot"]
        );
    }
    let path = dir.join("plots.csv");
    std::fs::write(&path, text).unwrap();
    path
}

fn effect(panel: &Path, unit: &[&str], out: &Path) -> Said {
    let columns = [
        "effect",
        "--panel",
        arg(panel),
        "--time",
        "year",
        "--outcome",
        "dry_grassland",
        "--treated-from",
        "since",
        "--name",
        "Species of dry grassland",
        "--out",
        arg(out),
    ];
    aimak(&[&columns[..], unit].concat()).good()
}

const SITES: [&str; 4] = ["--unit", "site", "--plot", "plot"];

/// Difference, standard error, degrees of freedom, units on both sides.
fn found(out: &Path) -> ([f64; 3], [String; 2]) {
    let rows = table(&out.join("checks.csv"));
    let row = rows.iter().find(|row| row["check"] == "effect").unwrap();
    let numbers = ["att", "se", "df"].map(|column| row[column].parse().unwrap());
    (
        numbers,
        ["treated", "comparison"].map(|column| row[column].clone()),
    )
}

/// Words with one plain space between them: no-break spaces of a sentence, line ends of the page.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn page() -> String {
    let text = std::fs::read_to_string(root().join("docs/effects.md")).unwrap();
    spaced(&text)
}

/// Means of sites, their changes and Welch's formula by Python's `csv`, `statistics` and `math` from the same three files.
#[test]
fn what_the_resurvey_of_south_moravia_may_say() {
    if !shared_data() {
        return;
    }
    let expected = [
        (
            Begun::NotNamedBefore,
            [3.059_444_444_444_4, 2.298_200_616_468_7, 5.104_080_587_334],
            ["5", "24"],
        ),
        (
            Begun::NamedBefore,
            [3.740_873_015_873, 1.160_075_744_682_8, 17.113_685_499_408],
            ["7", "24"],
        ),
        (
            Begun::All,
            [3.456_944_444_444_4, 1.250_522_584_486_9, 24.822_070_097_804],
            ["12", "24"],
        ),
    ];
    let page = page();
    let dir = tempfile::tempdir().unwrap();
    for (begun, numbers, units) in expected {
        let out = dir.path().join("out");
        let said = effect(&panel(dir.path(), begun), &SITES, &out);
        let (own, own_units) = found(&out);
        for (own, expected) in own.into_iter().zip(numbers) {
            assert!((own - expected).abs() < 1e-9, "{own} {expected}");
        }
        assert_eq!(own_units, units);
        // the sentence stands on the page, letter by letter
        let sentence = spaced(said.err.lines().next().unwrap());
        assert!(page.contains(&sentence), "{sentence}");
        assert!(
            said.err.contains("(E4)") && said.err.contains("ends very low"),
            "{}",
            said.err
        );
    }
    // as if plots were units: the interval is a third narrower than that of their sites, and wrong
    let out = dir.path().join("out");
    let said = effect(&panel(dir.path(), Begun::All), &["--unit", "plot"], &out);
    let (own, own_units) = found(&out);
    assert!((own[0] - 2.24).abs() < 1e-9, "−2.00 inside, −4.24 outside");
    assert_eq!(own_units, ["40", "50"]);
    assert!(
        page.contains(&spaced(said.err.lines().next().unwrap())),
        "{}",
        said.err
    );
}

/// Reserves that had begun before the first round have no "before": they are counted, shown, and in no effect.
#[test]
fn reserves_of_before_the_first_round_are_in_no_effect() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let said = effect(&panel(dir.path(), Begun::NotNamedBefore), &SITES, &out);
    assert!(
        said.err.contains("organic from the first time on 7"),
        "{}",
        said.err
    );
    let units = table(&out.join("units.csv"));
    let role = |role: &str| units.iter().filter(|row| row["role"] == role).count();
    assert_eq!(
        [role("treated"), role("comparison"), role("always_treated")],
        [5, 24, 7]
    );
    // nobody knows trends before 1985: there is one round
    assert!(
        page()
            .contains("Trends before the transition could not be tested: too few times before it.")
    );
    assert!(
        said.err
            .contains("Trends before the transition could not be tested: too few times before it.")
    );
}
