//! Two invented places, and one that was withdrawn.

use aimak_core::{
    AimakCode, EcoPassport, EcoPassports, Judge, LocalText, PassportAuthor, PassportPhoto,
    PassportPlace, PhotoFile, PlaceKind, PlaceState, SpeciesSeen, StateClass, WithdrawnPassport,
};

use super::text;

/// The bytes of every photo; pages do not look into them.
pub const PHOTO: &str = "no real photo";

pub fn passports() -> EcoPassports {
    EcoPassports {
        shown: vec![spring(), pasture()],
        withdrawn: vec![WithdrawnPassport {
            id: "once-public".into(),
            date: "2026-10-05".parse().unwrap(),
        }],
        counted_only: Some(6),
    }
}

fn spring() -> EcoPassport {
    let state = |date: &str, state| PlaceState {
        date: date.parse().unwrap(),
        state,
        judged_by: Judge::Pupils,
    };
    let file = |path: &str, width| PhotoFile {
        path: path.into(),
        width,
        height: width * 2 / 3,
    };
    EcoPassport {
        id: "ak-bulak".into(),
        name: text("Ак-Булак", "Ак-Булак", "Ak-Bulak <spring>"),
        aimak: AimakCode("S-1".into()),
        kind: PlaceKind::Spring,
        place: PassportPlace::Cell {
            west: 73.25,
            south: 41.2,
            size_degrees: 0.01,
            uncertainty_m: 696.0,
        },
        recorded: "2024-05-18".parse().ok(),
        states: vec![
            state("2019-05-20", StateClass::Poor),
            state("2024-05-18", StateClass::Good),
        ],
        species: vec![SpeciesSeen {
            name: "Mentha asiatica".into(),
            local_name: text("жалбыз", "", ""),
            last_seen: "2024".parse().ok(),
        }],
        knowledge: text("Ашказанга даба & дем.", "", ""),
        threats: text("Мал", "Скот", "Livestock"),
        recommendations: LocalText::default(),
        authors: vec![
            PassportAuthor::Pupils {
                school: "№ 3".into(),
                class: "7-Б".into(),
            },
            PassportAuthor::Named("Сагын Орозов".into()),
        ],
        photos: vec![PassportPhoto {
            large: file("passport-ak-bulak-1.jpg", 1600),
            small: file("passport-ak-bulak-1-small.jpg", 480),
            card: file("passport-ak-bulak-1-card.jpg", 208),
            taken: "2024-05-18".parse().ok(),
            author: Some("Сагын Орозов".into()),
            caption: text("Көзү \"май айында\"", "", ""),
            alt: LocalText::default(),
        }],
    }
}

fn pasture() -> EcoPassport {
    EcoPassport {
        id: "jayyt".into(),
        name: text("Жайыт", "Пастбище", "Pasture"),
        kind: PlaceKind::Pasture,
        place: PassportPlace::KeptBack,
        recorded: None,
        states: Vec::new(),
        species: Vec::new(),
        knowledge: LocalText::default(),
        threats: LocalText::default(),
        authors: Vec::new(),
        photos: Vec::new(),
        ..spring()
    }
}
