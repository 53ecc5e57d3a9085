//! Does the page tell of which other aimaks the evidence may speak, and of which not?

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod published;
mod sample;

use aimak_core::{
    Candidate, Characteristic, Lang, Message, Reach, Reason, Release, Resemblance, Withheld,
};
use published::{Site, between};
use sample::html::tags;

/// Three candidates: inside, outside in two things, and one of which the people are not known.
fn reach(release: &Release) -> Reach {
    let (organic, others): (Vec<_>, Vec<_>) = release
        .aimaks
        .iter()
        .partition(|aimak| aimak.organic_since.is_some());
    let candidate = |place: usize, resemblance, unknown: &[&str]| Candidate {
        aimak: others[place].code.clone(),
        resemblance,
        unknown: unknown.iter().map(|id| (*id).to_owned()).collect(),
    };
    let found = |similarity, least_alike: &str, values: [f64; 2], outside: &[&str]| Resemblance {
        similarity,
        least_alike: least_alike.into(),
        values: values.to_vec(),
        outside: outside.iter().map(|id| (*id).to_owned()).collect(),
    };
    let characteristic = |id: &str, least, most| Characteristic {
        id: id.into(),
        least,
        most,
    };
    Reach {
        characteristics: vec![
            characteristic("slope_mean", 5.2, 21.3),
            characteristic("people", 2000.0, 9000.0),
        ],
        base: organic.iter().map(|aimak| aimak.code.clone()).collect(),
        refused: None,
        candidates: vec![
            candidate(0, Some(found(61.0, "people", [12.0, 8100.0], &[])), &[]),
            candidate(
                1,
                Some(found(
                    -35.4,
                    "slope_mean",
                    [27.0, 1500.0],
                    &["slope_mean", "people"],
                )),
                &[],
            ),
            candidate(2, None, &["people"]),
        ],
    }
}

fn with_reach() -> Release {
    let mut release = sample::release("2026-1", true);
    release.reach = Some(reach(&release));
    release
}

#[test]
fn who_lies_outside_is_hatched_and_says_in_what() {
    let release = with_reach();
    let candidates = release.reach.clone().unwrap().candidates;
    let site = Site::of(release);
    let page = site.file("en/reach.html");
    assert!(page.contains("Of 2 other aimaks, 1 lies within"), "{page}");
    assert!(page.contains("Of 1 more, something is not known."));
    let hatched = tags(&page, "path").into_iter();
    let hatched = hatched.filter(|path| path.get("data-status") == Some("uncertain"));
    let codes: Vec<_> = hatched
        .map(|path| path.get("data-code").map(str::to_owned))
        .collect();
    assert_eq!(codes, [Some(candidates[1].aimak.0.clone())]);
    let table = between(&page, "<tbody><tr><th scope=\"row\">", "</tbody>");
    let rows: Vec<&str> = table.split("<tr>").collect();
    assert!(
        rows[0].contains(">61<") && rows[0].contains("least similar in: population 8,100"),
        "{}",
        rows[0]
    );
    assert!(
        rows[1].contains("outside the range in:") && rows[1].contains("27.0"),
        "{}",
        rows[1]
    );
    assert!(
        rows[1].contains("(organic: 5.2 to 21.3); population 1,500 (organic: 2,000 to 9,000)"),
        "{}",
        rows[1]
    );
    assert!(rows[2].contains("not known: population"), "{}", rows[2]);
}

#[test]
fn too_few_organic_aimaks_say_so_and_no_map_is_drawn() {
    let mut release = with_reach();
    let reach = release.reach.as_mut().unwrap();
    let detail = Message::new("detail-reach-base")
        .with("n", 3)
        .with("needed", 5);
    reach.refused = Some(Withheld::because(Reason::TooFewClusters).with(detail));
    reach.candidates.clear();
    let site = Site::of(release);
    for lang in Lang::ALL {
        let page = site.file(&format!("{}/reach.html", lang.code()));
        let main = between(&page, "<main", "</main>");
        assert!(!main.contains("<svg class=\"map-svg") && main.contains("class=\"refused\""));
    }
}

#[test]
fn without_a_reach_there_is_no_page_and_no_way_to_it() {
    let site = Site::of(sample::release("2026-1", true));
    assert!(!site.has("en/reach.html"));
    for path in ["en/summary.html", "en/effects.html"] {
        assert!(!site.has(path) || !site.file(path).contains("reach.html"));
    }
}
