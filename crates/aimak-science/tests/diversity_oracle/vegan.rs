//! `diversity`, `renyi(hill = TRUE)`, `estimateR`, `rarefy`, `specaccum`, `specpool`, `vegdist`.

use std::collections::BTreeMap;

use aimak_science::diversity::{
    ChaoVariant, Dissimilarity, DissimilarityMatrix, Estimator, Sample,
    accumulation::accumulation,
    ace::{RARE, ace},
    chao::chao,
    expected_richness::expected_richness,
    hill::{hill_number, shannon},
    indices::{concentration, encounter_chance, pielou},
    pool::{Pool, PoolEstimate},
};

use super::{all, close, counts, json, numbers, rows, table};

fn amounts(counts: &[u64]) -> Vec<f64> {
    counts.iter().map(|x| *x as f64).collect()
}

#[test]
fn indices_and_hill_numbers() {
    let mut compared = 0;
    for name in ["dune", "mite"] {
        let (Some(plots), Some(rows)) = (
            counts(&format!("vegan/data_{name}.csv")),
            rows(&format!("vegan/alpha_{name}.csv")),
        ) else {
            return;
        };
        for (counts, row) in plots.iter().zip(&rows) {
            let (amounts, sample) = (amounts(counts), Sample::of_individuals(counts));
            for (column, value) in row {
                let found = match column.as_str() {
                    "N" => sample.size() as f64,
                    "S" => sample.observed() as f64,
                    "shannon" => shannon(&amounts).unwrap(),
                    "shannon_log2" => shannon(&amounts).unwrap() / 2_f64.ln(),
                    "simpson" => 1.0 - concentration(&amounts).unwrap(),
                    "invsimpson" => 1.0 / concentration(&amounts).unwrap(),
                    "pielou" => pielou(&amounts).unwrap(),
                    "simpson_unbiased" => encounter_chance(&sample).unwrap(),
                    "hill_qInf" => hill_number(&amounts, f64::INFINITY).unwrap(),
                    hill if hill.starts_with("hill_q") => {
                        hill_number(&amounts, hill[6..].parse().unwrap()).unwrap()
                    }
                    _ => continue,
                };
                close(found, value.parse().unwrap(), 1e-12, column);
                compared += 1;
            }
        }
    }
    assert!(compared > 90 * 15, "{compared}");
}

#[test]
fn chao1_ace_and_rarefaction() {
    let (mut rarefied, mut without_ace) = (0, 0);
    for name in ["dune", "mite"] {
        let (Some(plots), Some(rows)) = (
            counts(&format!("vegan/data_{name}.csv")),
            rows(&format!("vegan/alpha_{name}.csv")),
        ) else {
            return;
        };
        for (counts, row) in plots.iter().zip(&rows) {
            let sample = Sample::of_individuals(counts);
            let theirs = |column: &str| row.get(column).map(|value| value.parse::<f64>().unwrap());
            let ours = chao(&sample, ChaoVariant::BiasCorrectedLargeSample).unwrap();
            close(
                ours.estimate,
                theirs("vegan_S.chao1").unwrap(),
                1e-12,
                "chao1",
            );
            close(ours.se, theirs("vegan_se.chao1").unwrap(), 1e-7, "chao1 se");
            match theirs("vegan_S.ACE") {
                Some(expected) => {
                    let found = ace(&sample).unwrap();
                    assert_eq!(found.estimator, Estimator::Ace);
                    close(found.estimate, expected, 1e-12, "ACE");
                }
                None => without_ace += 1,
            }
            for (column, mean) in row
                .iter()
                .filter(|(column, _)| column.starts_with("rarefy_"))
            {
                let Ok(m) = column[7..].parse() else { continue };
                let Some(found) = expected_richness(&sample, m) else {
                    continue;
                };
                close(found.mean, mean.parse().unwrap(), 1e-10, column);
                close(
                    found.sd,
                    theirs(&format!("rarefy_se_{m}")).unwrap(),
                    1e-6,
                    column,
                );
                rarefied += 1;
            }
        }
    }
    assert!(
        rarefied > 300 && without_ace < 5,
        "{rarefied} {without_ace}"
    );
}

/// vegan's error of ACE is the delta method on another function: its gradient takes the coverage of rare species as
/// `1 + f₁/(n_rare − 1)` and the variation uncut. With that function, differentiated by differences, its numbers come out.
#[test]
fn the_error_of_ace_differs_from_vegan_by_its_gradient() {
    let mut compared = 0;
    for name in ["dune", "mite"] {
        let (Some(plots), Some(rows)) = (
            counts(&format!("vegan/data_{name}.csv")),
            rows(&format!("vegan/alpha_{name}.csv")),
        ) else {
            return;
        };
        for (counts, row) in plots.iter().zip(&rows) {
            let Some(theirs) = row.get("vegan_se.ACE") else {
                continue;
            };
            let found = ace(&Sample::of_individuals(counts)).unwrap();
            let frequency = |i: u64| counts.iter().filter(|x| **x == i).count() as f64;
            let a: Vec<f64> = (1..=RARE).map(frequency).collect();
            let slope = |place: usize| {
                let moved = |by: f64| {
                    let mut a = a.clone();
                    a[place] += by;
                    as_vegan_differentiates(&a)
                };
                (moved(1e-4) - moved(-1e-4)) / 2e-4
            };
            let slopes: Vec<f64> = (0..a.len()).map(slope).collect();
            let sum: f64 = slopes.iter().zip(&a).map(|(slope, f)| slope * f).sum();
            let squares: f64 = slopes
                .iter()
                .zip(&a)
                .map(|(slope, f)| slope * slope * f)
                .sum();
            let variance = squares - sum * sum / found.estimate;
            close(
                variance.max(0.0).sqrt(),
                theirs.parse().unwrap(),
                1e-4,
                "vegan's error",
            );
            compared += 1;
        }
    }
    assert!(compared > 80, "{compared}");
}

fn as_vegan_differentiates(a: &[f64]) -> f64 {
    let sum = |term: &dyn Fn(f64) -> f64| -> f64 {
        a.iter().zip(1..).map(|(f, i)| term(f64::from(i)) * f).sum()
    };
    let (species, n, pairs) = (sum(&|_| 1.0), sum(&|i| i), sum(&|i| i * (i - 1.0)));
    let coverage = 1.0 - a[0] / (1.0 - n);
    (species + a[0] * (species * pairs / (coverage * n * (n - 1.0)) - 1.0)) / coverage
}

#[test]
fn edge_cases() {
    let Some(cases) = json("vegan/edge_cases.json") else {
        return;
    };
    let cases = cases.as_object().unwrap();
    assert_eq!(cases.len(), 11);
    for (name, case) in cases {
        let counts: Vec<u64> = case["counts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|x| x.as_u64().unwrap())
            .collect();
        let (amounts, sample) = (amounts(&counts), Sample::of_individuals(&counts));
        let bias_corrected = chao(&sample, ChaoVariant::BiasCorrectedLargeSample);
        if name == "empty" {
            // vegan says Shannon 0, Simpson 1, infinitely many species: nothing was found, so nothing is said
            assert_eq!(
                (
                    shannon(&amounts),
                    hill_number(&amounts, 2.0),
                    bias_corrected
                ),
                (None, None, None)
            );
            assert_eq!((concentration(&amounts), ace(&sample)), (None, None));
            continue;
        }
        let theirs = |value: &serde_json::Value| value.as_f64();
        close(
            shannon(&amounts).unwrap(),
            theirs(&case["shannon"]).unwrap(),
            1e-12,
            name,
        );
        close(
            1.0 - concentration(&amounts).unwrap(),
            theirs(&case["simpson"]).unwrap(),
            1e-12,
            name,
        );
        close(
            hill_number(&amounts, 2.0).unwrap(),
            theirs(&case["invsimpson"]).unwrap(),
            1e-12,
            name,
        );
        let estimates = &case["estimateR"];
        let found = bias_corrected.unwrap();
        close(
            found.observed as f64,
            theirs(&estimates["S.obs"]).unwrap(),
            0.0,
            name,
        );
        close(
            found.estimate,
            theirs(&estimates["S.chao1"]).unwrap(),
            1e-12,
            name,
        );
        close(
            found.se,
            theirs(&estimates["se.chao1"]).unwrap(),
            1e-9,
            name,
        );
        match theirs(&estimates["S.ACE"]) {
            Some(expected) => close(ace(&sample).unwrap().estimate, expected, 1e-12, name),
            // all rare ones are singletons: Chao1 says so by its name; nothing rare: nothing is said
            None => assert!(
                ace(&sample).is_none_or(|found| found.estimator != Estimator::Ace),
                "{name}"
            ),
        }
    }
}

#[test]
fn accumulation_over_plots_and_individuals() {
    let (Some(plots), Some(exact), Some(individuals)) = (
        counts("vegan/data_dune.csv"),
        rows("vegan/specaccum_exact_dune.csv"),
        rows("vegan/specaccum_rarefaction_dune.csv"),
    ) else {
        return;
    };
    let table = table(&plots);
    let found = accumulation(&table, &all(&table));
    assert_eq!(found.len(), exact.len());
    for (ours, theirs) in found.iter().zip(&exact) {
        close(
            ours.mean,
            theirs["richness"].parse().unwrap(),
            1e-12,
            "richness",
        );
        close(ours.sd_kindt, theirs["sd"].parse().unwrap(), 1e-7, "sd");
    }
    let pooled = table.pooled_sample(&all(&table));
    for theirs in &individuals {
        let ours = expected_richness(&pooled, theirs["individuals"].parse().unwrap()).unwrap();
        close(
            ours.mean,
            theirs["richness"].parse().unwrap(),
            1e-10,
            "richness",
        );
        close(ours.sd, theirs["sd"].parse().unwrap(), 1e-7, "sd");
    }
}

/// vegan's variance of the first jackknife takes Q₁/T where the variance of the leave-one-out values has Q₁²/T.
fn as_vegan(se: f64, sample: &Sample) -> f64 {
    let (once, total) = (sample.with_count(1) as f64, sample.size() as f64);
    (se * se + once * (once - 1.0) / total * (total - 1.0) / total).sqrt()
}

/// The estimates of a species pool, under vegan's names.
fn pool(plots: &[Vec<u64>], chosen: &[usize]) -> BTreeMap<&'static str, f64> {
    let table = table(plots);
    let sample = table.sample_of_plots(chosen);
    let chao2 = chao(&sample, ChaoVariant::Classic).unwrap();
    let pool = Pool::of(&table, chosen).unwrap();
    let error = |found: PoolEstimate| found.se.unwrap();
    BTreeMap::from([
        ("Species", sample.observed() as f64),
        ("chao", chao2.estimate),
        ("chao.se", chao2.se),
        ("jack1", pool.first_jackknife.estimate),
        ("jack1.se", as_vegan(error(pool.first_jackknife), &sample)),
        ("jack2", pool.second_jackknife.estimate),
        ("boot", pool.bootstrap.estimate),
        ("boot.se", error(pool.bootstrap)),
    ])
}

#[test]
fn species_pools() {
    let (Some(plots), Some(whole), Some(groups), Some(places)) = (
        counts("vegan/data_dune.csv"),
        json("vegan/specpool_dune.json"),
        rows("vegan/specpool_dune_by_Management.csv"),
        rows("vegan/data_dune_env.csv"),
    ) else {
        return;
    };
    let all: Vec<usize> = (0..plots.len()).collect();
    for (name, found) in pool(&plots, &all) {
        close(found, whole[name].as_f64().unwrap(), 1e-9, name);
    }
    let large = chao(
        &table(&plots).sample_of_plots(&all),
        ChaoVariant::ClassicLargeSample,
    )
    .unwrap();
    let theirs = |name: &str| whole["smallsample_false"][name].as_f64().unwrap();
    close(
        large.estimate,
        theirs("chao"),
        1e-12,
        "chao of large samples",
    );
    close(large.se, theirs("chao.se"), 1e-9, "its error");
    assert_eq!(groups.len(), 4);
    for group in &groups {
        let of_group = |plot: &usize| places[*plot]["Management"] == group["pool"];
        let chosen: Vec<usize> = all.iter().copied().filter(of_group).collect();
        for (name, found) in pool(&plots, &chosen) {
            close(
                found,
                group[name].parse().unwrap(),
                1e-9,
                &format!("{} {name}", group["pool"]),
            );
        }
    }
}

#[test]
fn dissimilarity_matrices() {
    let Some(plots) = counts("vegan/data_dune.csv") else {
        return;
    };
    let table = table(&plots);
    for (file, measure, presence) in [
        ("bray", Dissimilarity::BRAY_CURTIS, false),
        ("jaccard", Dissimilarity::RUZICKA, false),
        ("bray_binary", Dissimilarity::Sorensen, true),
        ("jaccard_binary", Dissimilarity::Jaccard, true),
    ] {
        let Some(theirs) = numbers(&format!("vegan/dist_dune_{file}.csv")) else {
            return;
        };
        let ours = if presence {
            DissimilarityMatrix::of(&table.presence(), measure)
        } else {
            DissimilarityMatrix::of(&table, measure)
        };
        for (i, row) in theirs.iter().enumerate() {
            for (j, expected) in row.iter().enumerate() {
                close(ours.between(i, j).unwrap(), *expected, 1e-12, file);
            }
        }
    }
}
