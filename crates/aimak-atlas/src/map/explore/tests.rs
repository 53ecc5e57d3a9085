use std::collections::BTreeSet;

use aimak_core::Lang;
use serde_json::Value;

use super::*;
use crate::sample;

/// What the script of an indicator hands over.
fn explored(lang: Lang, id: &str) -> Value {
    let release = sample::release("2026-1", true);
    let view = View::of(&release, lang);
    let card = view.card(id).unwrap();
    let script = of(&view, card, &[]).unwrap().script;
    let json = script.split_once("] = ").unwrap().1;
    serde_json::from_str(json.trim_end_matches(";\n")).unwrap()
}

#[test]
fn before_and_after_share_one_legend_and_the_change_has_its_own() {
    let data = explored(Lang::Ky, "soc_stock");
    let scene = |id: &str| {
        let scenes = data["scenes"].as_array().unwrap();
        scenes
            .iter()
            .find(|scene| scene["id"] == id)
            .unwrap()
            .clone()
    };
    let (before, after) = (scene("state-before"), scene("state-after"));
    assert_eq!(before["legend"], after["legend"]);
    assert_eq!(
        (before["role"].as_str(), after["role"].as_str()),
        (Some("before"), Some("after"))
    );
    assert_ne!(before["legend"], scene("change-before-after")["legend"]);
    assert_eq!(data["initial"], "change-before-after");
}

#[test]
fn every_number_is_one_of_the_release_and_lies_in_the_class_it_is_told_to() {
    let release = sample::release("2026-1", true);
    let told: BTreeSet<u64> = release
        .findings
        .iter()
        .filter_map(|finding| Some(finding.estimate()?.value.to_bits()))
        .collect();
    let data = explored(Lang::En, "soc_stock");
    let mut seen = 0;
    for scene in data["scenes"].as_array().unwrap() {
        let legend = &data["legends"][scene["legend"].as_u64().unwrap() as usize];
        let classes = legend["classes"].as_array().unwrap().len();
        assert_eq!(
            legend["default"]["fills"].as_array().unwrap().len(),
            classes
        );
        assert_eq!(
            legend["alternative"]["fills"].as_array().unwrap().len(),
            classes
        );
        for area in scene["areas"].as_array().unwrap() {
            let Some(value) = area.get("value") else {
                assert!(area.get("class").is_none(), "{area}");
                continue;
            };
            assert!(told.contains(&value.as_f64().unwrap().to_bits()), "{area}");
            assert!(area["class"].as_u64().unwrap() < classes as u64);
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
}

#[test]
fn languages_hand_over_the_same_numbers_in_other_words() {
    let bare = |lang| {
        let data = explored(lang, "soc_stock");
        let scenes = data["scenes"].as_array().unwrap().clone();
        let areas = |scene: &Value| {
            let areas = scene["areas"].as_array().unwrap().iter();
            areas
                .map(|area| {
                    (
                        area["value"].clone(),
                        area["class"].clone(),
                        area["status"].clone(),
                    )
                })
                .collect::<Vec<_>>()
        };
        scenes.iter().map(areas).collect::<Vec<_>>()
    };
    assert_eq!(bare(Lang::Ky), bare(Lang::En));
    assert_eq!(bare(Lang::Ru), bare(Lang::En));
    let said = explored(Lang::Ky, "soc_stock")["scenes"][0]["said"].to_string();
    assert!(said.contains("Саны бар"), "{said}");
    assert!(!said.contains('⟦'), "{said}");
}

#[test]
fn an_indicator_without_numbers_is_not_explored() {
    let mut release = sample::release("2026-1", true);
    release.findings.clear();
    let view = View::of(&release, Lang::En);
    assert!(of(&view, &release.cards[0], &[]).is_none());
}
