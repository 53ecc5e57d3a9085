use proptest::prelude::*;

use super::*;

fn classes(signs: &str) -> Vec<ChangeClass> {
    let class = |sign| match sign {
        '-' => ChangeClass::Degraded,
        '+' => ChangeClass::Improved,
        _ => ChangeClass::Stable,
    };
    signs.chars().map(class).collect()
}

#[test]
fn the_default_is_the_file_of_trends_earth() {
    // RASTER_PEERS 4, land_cover_transition_matrix_unccd.json: initial·10 + final
    let losses = [
        12, 13, 14, 15, 16, 24, 25, 26, 32, 34, 35, 36, 41, 42, 43, 45, 46, 65,
    ];
    let gains = [21, 23, 31, 51, 52, 53, 54, 56, 61, 62, 63, 64];
    let matrix = TransitionMatrix::unccd_default();
    for initial in LandCoverClass::ALL {
        for last in LandCoverClass::ALL {
            let code = 10 * (initial.index() + 1) + last.index() + 1;
            let expected = match code {
                code if losses.contains(&code) => ChangeClass::Degraded,
                code if gains.contains(&code) => ChangeClass::Improved,
                _ => ChangeClass::Stable,
            };
            assert_eq!(matrix.between(initial, last), Some(expected), "{code}");
        }
    }
}

#[test]
fn the_kyrgyz_override_changes_one_cell_and_the_id() {
    let (national, default) = (
        TransitionMatrix::kyrgyz_pasture(),
        TransitionMatrix::unccd_default(),
    );
    let differ: Vec<usize> = (0..49)
        .filter(|i| national.cells[*i] != default.cells[*i])
        .collect();
    assert_eq!(differ, [7 + 2]);
    assert_ne!(national.id(), default.id());
}

#[test]
fn a_legend_of_ones_own_is_complete() {
    let file: MatrixFile = toml::from_str(
        r#"
        id = "KG_PASTURES"
        legend = ["spring_pasture", "summer_pasture", "bare"]
        [[row]]
        from = "spring_pasture"
        to = ["stable", "stable", "degraded"]
        [[row]]
        from = "summer_pasture"
        to = ["stable", "stable", "degraded"]
        [[row]]
        from = "bare"
        to = ["improved", "improved", "stable"]
        "#,
    )
    .unwrap();
    let matrix = TransitionMatrix::try_from(file).unwrap();
    assert_eq!(matrix.change(2, 0), Some(ChangeClass::Improved));
    assert_eq!(matrix.change(0, 3), None);
    let (grass, water) = (LandCoverClass::Grassland, LandCoverClass::Water);
    assert_eq!(matrix.between(grass, water), None);
}

#[test]
fn all_faults_are_told_at_once() {
    let row = |from: &str, signs| MatrixRow {
        from: from.to_owned(),
        to: classes(signs),
    };
    let change = |from: &str, to: &str| MatrixChange {
        from: from.to_owned(),
        to: to.to_owned(),
        class: ChangeClass::Stable,
    };
    let file = MatrixFile {
        id: UNCCD_DEFAULT.to_owned(),
        legend: ["a", "b", "c"].map(str::to_owned).to_vec(),
        row: vec![
            row("a", "-0+"),
            row("b", "00"),
            row("b", "000"),
            row("x", "000"),
        ],
        change: vec![change("a", "b"), change("a", "b"), change("a", "y")],
    };
    let name = str::to_owned;
    let expected = vec![
        MatrixFault::IdTaken(name(UNCCD_DEFAULT)),
        MatrixFault::UnknownClass(name("x")),
        MatrixFault::UnknownClass(name("y")),
        MatrixFault::RowMissing(name("c")),
        MatrixFault::RowTwice(name("b")),
        MatrixFault::RowLength {
            from: name("b"),
            found: 2,
            expected: 3,
        },
        MatrixFault::ChangeTwice {
            from: name("a"),
            to: name("b"),
        },
        MatrixFault::DiagonalNotStable(name("a")),
    ];
    assert_eq!(TransitionMatrix::try_from(file).unwrap_err(), expected);
}

#[test]
fn fifteen_classes_and_five_regions_at_most() {
    let file = |n: usize| {
        let legend: Vec<String> = (0..n).map(|i| format!("class_{i}")).collect();
        let to = vec![ChangeClass::Stable; n];
        let row = |from: &String| MatrixRow {
            from: from.clone(),
            to: to.clone(),
        };
        MatrixFile {
            id: "WIDE".to_owned(),
            row: legend.iter().map(row).collect(),
            legend,
            change: Vec::new(),
        }
    };
    assert!(TransitionMatrix::try_from(file(15)).is_ok());
    assert_eq!(
        TransitionMatrix::try_from(file(16)).unwrap_err(),
        [MatrixFault::TooManyClasses(16)]
    );
    let twice = vec![TransitionMatrix::unccd_default(); 2];
    assert!(RegionalMatrices::new(twice).is_err());
    let two = vec![
        TransitionMatrix::unccd_default(),
        TransitionMatrix::kyrgyz_pasture(),
    ];
    let two = RegionalMatrices::new(two).unwrap();
    assert!(two.get(UNCCD_DEFAULT).is_some() && two.get("X").is_none());
    let six = (0..6).map(|i| TransitionMatrix {
        id: format!("REGION_{i}"),
        ..TransitionMatrix::unccd_default()
    });
    assert_eq!(
        RegionalMatrices::new(six.collect()).unwrap_err(),
        [MatrixFault::TooManyRegions(6)]
    );
}

#[test]
fn a_misspelt_field_is_refused() {
    assert!(toml::from_str::<MatrixFile>("id = \"A\"\nlegends = []").is_err());
}

proptest! {
    #[test]
    fn one_change_changes_one_cell(initial in 0_usize..7, last in 0_usize..7, sign in 0_usize..3) {
        prop_assume!(initial != last);
        let key = |place: usize| LandCoverClass::ALL[place].key().to_owned();
        let change = MatrixChange { from: key(initial), to: key(last), class: ChangeClass::ALL[sign] };
        let file = MatrixFile { id: "ONE".to_owned(), change: vec![change], ..MatrixFile::default() };
        let (matrix, default) = (TransitionMatrix::try_from(file).unwrap(), TransitionMatrix::unccd_default());
        for i in 0..7 {
            for j in 0..7 {
                let expected = if (i, j) == (initial, last) { Some(ChangeClass::ALL[sign]) } else { default.change(i, j) };
                prop_assert_eq!(matrix.change(i, j), expected);
            }
        }
    }
}
