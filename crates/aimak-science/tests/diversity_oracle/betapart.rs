//! `beta.pair`, `beta.pair.abund`, `beta.multi`, `beta.multi.abund`, `beta.temp`.

use aimak_science::diversity::{
    Dissimilarity, DissimilarityMatrix, multi_site::MultiSite, temporal::revisits,
};

use super::{all, close, counts, json, numbers, rows, table};

#[test]
fn pairs() {
    let Some(plots) = counts("vegan/data_dune.csv") else {
        return;
    };
    let table = table(&plots);
    let presence = table.presence();
    let names = [
        (Dissimilarity::Sorensen, "sor", "bray"),
        (Dissimilarity::Turnover, "sim", "bray.bal"),
        (Dissimilarity::Nestedness, "sne", "bray.gra"),
        (Dissimilarity::Jaccard, "jac", "ruz"),
        (Dissimilarity::JaccardTurnover, "jtu", "ruz.bal"),
        (Dissimilarity::JaccardNestedness, "jne", "ruz.gra"),
    ];
    for (measure, on_presence, on_amounts) in names {
        let (Some(of_presence), Some(of_amounts)) = (
            numbers(&format!("betapart/pair_dune_beta.{on_presence}.csv")),
            numbers(&format!("betapart/pairabund_dune_beta.{on_amounts}.csv")),
        ) else {
            return;
        };
        let (bits, amounts) = (
            DissimilarityMatrix::of(&presence, measure),
            DissimilarityMatrix::of(&table, measure),
        );
        for (i, (on_presence, on_amounts)) in of_presence.iter().zip(&of_amounts).enumerate() {
            for (j, (presence, amount)) in on_presence.iter().zip(on_amounts).enumerate() {
                close(bits.between(i, j).unwrap(), *presence, 1e-12, "presence");
                close(amounts.between(i, j).unwrap(), *amount, 1e-12, "amounts");
            }
        }
    }
}

#[test]
fn several_sites() {
    let Some(theirs) = json("betapart/multi.json") else {
        return;
    };
    for name in ["dune", "mite"] {
        let Some(plots) = counts(&format!("vegan/data_{name}.csv")) else {
            return;
        };
        let table = table(&plots);
        let presence = MultiSite::of(&table.presence(), &all(&table)).unwrap();
        let amounts = MultiSite::of(&table, &all(&table)).unwrap();
        let of = |found: MultiSite| {
            [
                found.turnover,
                found.nestedness,
                found.sorensen,
                found.jaccard_turnover,
                found.jaccard_nestedness,
                found.jaccard,
            ]
        };
        let named = ["SIM", "SNE", "SOR", "JTU", "JNE", "JAC"];
        for (key, ours) in named.iter().zip(of(presence)) {
            let expected = theirs["multi"][name][format!("beta.{key}")]
                .as_f64()
                .unwrap();
            close(ours, expected, 1e-12, key);
        }
        let named = ["BRAY.BAL", "BRAY.GRA", "BRAY", "RUZ.BAL", "RUZ.GRA", "RUZ"];
        for (key, ours) in named.iter().zip(of(amounts)) {
            let expected = theirs["multi_abund"][name][format!("beta.{key}")]
                .as_f64()
                .unwrap();
            close(ours, expected, 1e-12, key);
        }
    }
}

/// Odd plots of dune stand for "before", the even ones for "after".
#[test]
fn temporal_turnover() {
    let (Some(plots), Some(theirs)) = (
        counts("vegan/data_dune.csv"),
        rows("betapart/temporal_dune_odd_even.csv"),
    ) else {
        return;
    };
    let every_second =
        |from: usize| -> Vec<Vec<u64>> { plots.iter().skip(from).step_by(2).cloned().collect() };
    let (before, after) = (
        table(&every_second(0)).presence(),
        table(&every_second(1)).presence(),
    );
    let found = revisits(&before, &after);
    assert_eq!((found.len(), theirs.len()), (10, 10));
    for (ours, row) in found.iter().zip(&theirs) {
        for (measure, column) in [
            (Dissimilarity::Sorensen, "beta.sor"),
            (Dissimilarity::Turnover, "beta.sim"),
            (Dissimilarity::Nestedness, "beta.sne"),
            (Dissimilarity::Jaccard, "beta.jac"),
            (Dissimilarity::JaccardTurnover, "beta.jtu"),
            (Dissimilarity::JaccardNestedness, "beta.jne"),
        ] {
            close(
                ours.dissimilarity(measure).unwrap(),
                row[column].parse().unwrap(),
                1e-12,
                column,
            );
        }
    }
}
