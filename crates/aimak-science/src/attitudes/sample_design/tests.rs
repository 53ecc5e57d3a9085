//! Laws of designs, and designs that are refused.

use proptest::prelude::*;

use super::*;

fn drawn(stratum: &str, cluster: &str, weight: f64) -> Drawn {
    Drawn {
        stratum: stratum.to_owned(),
        cluster: cluster.to_owned(),
        weight,
    }
}

fn one_by_one(n: usize, weight: f64) -> SampleDesign {
    let persons = (0..n).map(|i| drawn("", &i.to_string(), weight)).collect();
    SampleDesign::new(persons, &BTreeMap::new()).unwrap()
}

#[test]
fn impossible_designs() {
    let none = BTreeMap::new();
    assert_eq!(SampleDesign::new(vec![], &none), Err(Refused::NoAnswers));
    let lonely = vec![
        drawn("a", "1", 1.0),
        drawn("a", "2", 1.0),
        drawn("b", "3", 1.0),
    ];
    let refused = SampleDesign::new(lonely, &none);
    assert_eq!(refused, Err(Refused::FewClusters { n: 1, needed: 2 }));
    let pair = vec![drawn("a", "1", 1.0), drawn("a", "2", 1.0)];
    let fewer = BTreeMap::from([("a".to_owned(), 1.0)]);
    assert_eq!(SampleDesign::new(pair, &fewer), Err(Refused::OutOfRange));
    let refused = SampleDesign::new(vec![drawn("a", "1", 0.0)], &none);
    assert_eq!(refused, Err(Refused::OutOfRange));
}

#[test]
fn four_villages_have_a_mean_and_no_interval() {
    let design = one_by_one(4, 1.0);
    let mean = design.mean(&[1.0, 2.0, 3.0, 4.0]).unwrap();
    assert_eq!(mean.value, 2.5);
    assert_eq!(mean.limits(), Err(Refused::FewClusters { n: 4, needed: 5 }));
    assert!(design.share(&[true, false, true, true]).is_err());
}

#[test]
fn everybody_said_so() {
    let persons: Vec<Drawn> = (0..60)
        .map(|i| drawn("", &(i / 10).to_string(), 1.0))
        .collect();
    let design = SampleDesign::new(persons, &BTreeMap::new()).unwrap();
    let share = design.share(&[true; 60]).unwrap();
    // deff 1 + 9·0.05 = 1.45, and t with 5 degrees of freedom
    let expected = 60.0 / 1.45 * (NORMAL_975 / t_quantile(0.975, 5.0)).powi(2);
    assert!((share.effective_n() - expected).abs() < 1e-9);
    assert!(share.limits().0 < 0.9 && share.limits().1 == 1.0);
}

proptest! {
    #[test]
    fn persons_drawn_one_by_one_are_the_textbook(values in prop::collection::vec(0.0..10.0_f64, 5..40), weight in 0.5..20.0_f64) {
        let mean = one_by_one(values.len(), weight).mean(&values).unwrap();
        let textbook = StandardError::of_mean(&values).unwrap();
        prop_assert!((mean.error.se - textbook.se).abs() < 1e-9 && mean.error.df == textbook.df);
    }

    #[test]
    fn the_order_of_persons_and_the_unit_of_weights_are_irrelevant(
        rows in prop::collection::vec((0_u8..2, 0_u8..4, 0.5..5.0_f64, 0.0..10.0_f64), 10..60), by in 0.5..4.0_f64,
    ) {
        let of = |rows: &[(u8, u8, f64, f64)], by: f64| {
            let persons = rows.iter().map(|(s, c, w, _)| drawn(&s.to_string(), &c.to_string(), by * w)).collect();
            let values: Vec<f64> = rows.iter().map(|row| row.3).collect();
            SampleDesign::new(persons, &BTreeMap::new()).and_then(|design| design.mean(&values))
        };
        let turned: Vec<_> = rows.iter().rev().copied().collect();
        match (of(&rows, 1.0), of(&turned, by)) {
            (Ok(one), Ok(other)) => {
                prop_assert!((one.value - other.value).abs() < 1e-9 && (one.error.se - other.error.se).abs() < 1e-9);
            }
            (one, other) => prop_assert_eq!(one.is_err(), other.is_err()),
        }
    }

    #[test]
    fn a_part_that_is_everybody_is_the_mean(values in prop::collection::vec(0.0..10.0_f64, 5..20)) {
        let design = one_by_one(values.len(), 1.0);
        let part = design.mean_within(&values, &vec![true; values.len()]).unwrap();
        prop_assert!((part.value - design.mean(&values).unwrap().value).abs() < 1e-12);
    }
}
