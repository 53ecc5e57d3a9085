use aimak_core::{
    Claim, Confidence, Correction, Design, EffectBalance, EffectSince, IntervalKind, Lang,
    NoInterval, Reason, Withheld,
};

use super::*;

/// What may be claimed of an effect.
const CLAIMS: [Claim; 7] = [
    Claim::ChangedWithoutComparison,
    Claim::DifferedFromComparison,
    Claim::EstimatedEffect,
    Claim::SeenWithVeryLowConfidence,
    Claim::NoChangeLargerThanBound,
    Claim::CannotTell,
    Claim::NoIntervalNoSentence,
];

/// True where a sentence speaks of an effect: then it must carry confidence and reach.
fn is_causal(claim: Claim) -> bool {
    matches!(
        claim,
        Claim::DifferedFromComparison | Claim::EstimatedEffect
    )
}

fn value(value: f64, half: f64) -> EffectValue {
    EffectValue {
        value,
        se: Some(half / 2.0),
        df: Some(9.0),
        interval: Interval::Between {
            lo: value - half,
            hi: value + half,
            level: 0.95,
            kind: IntervalKind::AmongAimaks,
        },
        p: Some(0.01),
        treated: 6,
        comparison: 8,
    }
}

fn report(claim: Claim) -> EffectReport {
    let refused = || Withheld::because(Reason::TooFewClusters);
    EffectReport {
        outcome: "soc".into(),
        periods: vec![2020, 2021],
        left_out_times: vec![],
        units: vec![],
        effect: Ok(value(2.5, 1.0)),
        point: None,
        described: Ok(value(3.0, 1.0)),
        pooled: vec![],
        permutation: Err(refused()),
        family_p: None,
        trends: Ok(None),
        since_start: vec![EffectSince {
            since: 0,
            effect: Ok(value(2.5, 1.0)),
        }],
        cells: vec![],
        parts: vec![],
        checks: vec![],
        balance: vec![EffectBalance {
            check: "check-matched-distance".into(),
            covariate: "height".into(),
            before: Some(0.8),
            after: Some(0.05),
            ratio_before: Some(1.0),
            ratio_after: None,
        }],
        sensitivity: vec![],
        correction: Correction::Holm,
        placebo_outcomes: vec![],
        likeness: None,
        breakdown: None,
        smallest_detectable: Some(1.4),
        smallest_detectable_in_family: Some(1.8),
        relevant: Some(1.0),
        design: Design::Staggered,
        start: Confidence::Moderate,
        steps: vec![],
        confidence: Confidence::Moderate,
        claim,
        no_effect_beyond: Some(3.5),
        advice: vec![],
        parameters: std::collections::BTreeMap::new(),
    }
}

/// What is told of carbon in aimaks.
fn of_carbon<'a>(report: &'a EffectReport, words: &'a Catalogue) -> EffectWords<'a> {
    EffectWords {
        report,
        words,
        name: "carbon",
        written: None,
        called: "aimaks",
    }
}

#[test]
fn every_claim_has_a_whole_sentence_in_every_language() {
    for words in Lang::ALL.map(Catalogue::new) {
        for claim in CLAIMS {
            let report = report(claim);
            let told = of_carbon(&report, &words);
            let sentence = told.sentence();
            assert!(!sentence.contains(['⟦', '{']), "{claim:?}: {sentence}");
            assert!(
                sentence.ends_with('.') && sentence.to_lowercase().contains("carbon"),
                "{claim:?}: {sentence}"
            );
            // a sentence of cause carries how sure and for whom it holds
            let confidence = words.keyed("confidence", Confidence::Moderate.key());
            assert_eq!(
                sentence.contains(&confidence),
                is_causal(claim),
                "{claim:?}: {sentence}"
            );
            for part in [told.permutation(), told.trends()] {
                assert!(!part.contains(['⟦', '{']), "{part}");
            }
        }
    }
}

/// METHODS H.3: verbs of cause are for estimated effects alone.
#[test]
fn no_sentence_but_that_of_an_effect_says_that_the_transition_changed_anything() {
    let [en] = [Catalogue::new(Lang::En)];
    for claim in CLAIMS {
        let report = report(claim);
        let told = of_carbon(&report, &en);
        let sentence = told.sentence();
        for verb in ["caused", "led to", "thanks to", "proved", "demonstrates"] {
            assert!(!sentence.contains(verb), "{sentence}");
        }
        let says = sentence.contains("the transition changed carbon");
        assert_eq!(says, claim == Claim::EstimatedEffect, "{sentence}");
    }
}

#[test]
fn a_family_says_how_p_was_raised_and_a_placebo_stands_in_its_own_unit() {
    let mut report = report(Claim::EstimatedEffect);
    report.family_p = Some(0.02);
    let check = |of: &str, effect| EffectCheck {
        id: "sensitivity-placebo-outcome".into(),
        of: Some(of.into()),
        effect,
    };
    report.placebo_outcomes = vec![
        check("clay", Ok(value(0.3, 0.8))),
        check("sand", Err(Withheld::because(Reason::NoData))),
    ];
    let mut told = Vec::new();
    for correction in Correction::ALL {
        report.correction = correction;
        for words in Lang::ALL.map(Catalogue::new) {
            let of = of_carbon(&report, &words);
            told.push(of.family().unwrap());
            let percent = || Written {
                decimals: 1,
                unit: "%".into(),
            };
            let lines = of.placebo_outcomes(|id| (id.to_owned(), Some(percent())));
            assert!(
                lines[0].contains("clay") || lines[0].contains("Clay"),
                "{lines:?}"
            );
            let number = words.difference(0.3, 1) + "\u{a0}%";
            assert!(lines[0].contains(&number), "{lines:?}");
            assert!(!lines.concat().contains(['⟦', '{']), "{lines:?}");
        }
    }
    assert!(!told.concat().contains(['⟦', '{']), "{told:?}");
    // each language has other words for each correction
    told.sort();
    told.dedup();
    assert_eq!(told.len(), 6, "{told:?}");
}

#[test]
fn units_are_called_what_they_are_in_every_sentence_and_language() {
    let names = [
        ("sites", ["sites", "участ", "участок"]),
        ("fields", ["fields", "пол", "талаа"]),
        ("units", ["units", "единиц", "бирдик"]),
        ("aimaks", ["aimaks", "аймак", "аймак"]),
    ];
    for (called, wanted) in names {
        for (lang, wanted) in [Lang::En, Lang::Ru, Lang::Ky].into_iter().zip(wanted) {
            let words = Catalogue::new(lang);
            for claim in CLAIMS {
                let report = report(claim);
                let of = EffectWords {
                    called,
                    ..of_carbon(&report, &words)
                };
                for text in [of.sentence(), of.described().unwrap()] {
                    assert!(text.contains(wanted), "{called}: {text}");
                    let others = ["aimak", "аймак"].iter().any(|other| text.contains(other));
                    assert_eq!(others, called == "aimaks", "{called}: {text}");
                    assert!(!text.contains(['⟦', '{']), "{text}");
                }
            }
        }
    }
}

/// Whatever advice is given, it says what could then be seen or tested, and never that an effect will be found.
#[test]
fn no_advice_promises_a_result() {
    const ADVICE: [&str; 14] = [
        "register",
        "relevant",
        "comparison-areas",
        "starts-mixed",
        "more-comparison",
        "more-treated",
        "enough-comparison",
        "enough-both",
        "not-enough",
        "plan",
        "waves-before",
        "waves-next",
        "lost",
        "pairs",
    ];
    // "will be found", "will show", "proves", "guarantees"
    let promises = [
        "will find",
        "will be found",
        "will show",
        "will be seen",
        "prove",
        "guarantee",
        "ensure",
        "найдётся",
        "будет найден",
        "будет виден",
        "покажет",
        "докаж",
        "гарантир",
        "обеспечит",
        "табылат",
        "көрсөтөт: таасир",
        "далилдейт",
        "кепилдик",
        "камсыз",
    ];
    for words in Lang::ALL.map(Catalogue::new) {
        for (id, n, dated) in ADVICE
            .into_iter()
            .flat_map(|id| [1_usize, 2, 5, 21, 40].map(move |n| (id, n)))
            .flat_map(|(id, n)| [0_usize, 1].map(move |dated| (id, n, dated)))
        {
            let advice = Message::new(&format!("advice-{id}"))
                .with("n", n)
                .with("needed", 2_usize)
                .with("strata", "Naryn")
                .with("start", "2027")
                .with("dated", dated);
            let text = words.message(&advice).to_lowercase();
            assert!(!text.contains(['⟦', '{', '$']), "{text}");
            for promise in promises {
                assert!(!text.contains(promise), "{promise}: {text}");
            }
            let conditional = ["if chance", "если случайные", "ушундай бойдон калса"];
            let counted = id.starts_with("enough");
            assert_eq!(
                conditional.iter().any(|mark| text.contains(mark)),
                counted,
                "{text}"
            );
        }
    }
}

#[test]
fn pictures_stand_alone_and_numbers_have_digits_by_their_error() {
    let report = report(Claim::EstimatedEffect);
    let en = Catalogue::new(Lang::En);
    let told = of_carbon(&report, &en);
    assert!(told.sentence().contains("+2.50"), "{}", told.sentence());
    let balance = told.balance(str::to_uppercase).unwrap();
    assert!(balance.contains("HEIGHT · Nearest aimaks: +0.80 before matching, +0.05 after"));
    for picture in [told.event_study().unwrap(), told.forest().unwrap(), balance] {
        let alone = standalone(&picture);
        assert!(alone.starts_with("<svg xmlns=") && alone.contains("</title><style>"));
        assert!(!alone.contains('⟦'), "{alone}");
    }
    let mut nothing = report.clone();
    nothing.effect = Ok(EffectValue {
        interval: Interval::Unavailable(NoInterval::TooFewUnits),
        se: None,
        ..value(2.5, 1.0)
    });
    let told = EffectWords {
        report: &nothing,
        ..told
    };
    assert!(told.answer(&nothing.effect).contains("(–)"));
}
