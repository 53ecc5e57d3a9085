//! A small hand-made release: every kind of interval, every reason, no parcels in one aimak.

pub mod html;
pub mod passports;

use std::{collections::BTreeMap, fs, path::Path};

use aimak_core::{
    AimakCode, Asset, Bands, Card, Claim, Confidence, Design, Direction, Edition, Estimate,
    Evidence, Exclusion, Finding, InputUse, Interval, IntervalKind, Land, Lang, LocalText, Message,
    MethodRef, NoInterval, Outcome, PartialDate, Period, PeriodBounds, PeriodId, PeriodRole,
    ProfileValue, Project, Publication, Quantity, Reason, Release, SampleSize, SampleUnit, Source,
    Span, Subject, Theme, Unit, Withheld,
    release::{AimakProfile, RELEASE_SCHEMA},
};

const NAMES: [(&str, &str, &str); 9] = [
    ("Көк-Өзөн", "Кок-Озон", "Kok-Ozon"),
    ("Үч-Таш", "Уч-Таш", "Uch-Tash"),
    (
        "Ңарын-Булак айыл аймагы",
        "Нарын-Булакский айылный аймак",
        "Naryn-Bulak aimak",
    ),
    ("Ак-Суу", "Ак-Суу", "Ak-Suu"),
    ("Кызыл-Жар", "Кызыл-Жар", "Kyzyl-Jar"),
    ("Төө-Ашуу", "Тоо-Ашуу", "Too-Ashuu"),
    ("Бел-Алды", "Бел-Алды", "Bel-Aldy"),
    ("Сары-Камыш", "Сары-Камыш", "Sary-Kamysh"),
    ("Өрүктү", "Орюкту", "Oruktu"),
];

fn text(ky: &str, ru: &str, en: &str) -> LocalText {
    LocalText {
        ky: ky.to_owned().into(),
        ru: ru.to_owned().into(),
        en: en.to_owned().into(),
    }
}

fn code(i: usize) -> AimakCode {
    AimakCode(format!("S-{}", i + 1))
}

fn card(id: &'static str, theme: Theme, unit: Unit, name: LocalText, has_change: bool) -> Card {
    Card {
        id: id.into(),
        theme,
        name,
        question: text("Канча?", "Сколько?", "How much & how sure <is> it?"),
        unit,
        better: Direction::Higher,
        method: "METHOD_X".into(),
        method_version: 1,
        formula: "SOC = Σ c·ρ·t·(1 − g)".into(),
        explanation: text(
            "Жөнөкөй түшүндүрмө.",
            "Простое объяснение.",
            "A plain explanation.",
        ),
        valid_range: (0.0, 400.0),
        references: vec!["Poeplau et al. 2017, SOIL 3:61–66".into()].into(),
        has_change,
    }
}

fn period(id: &str, role: PeriodRole, name: LocalText, from: i16, to: i16) -> Period {
    let day = |year| PartialDate::Year(year).first_day();
    Period {
        id: PeriodId(id.into()),
        name,
        role,
        bounds: PeriodBounds::Absolute(Span {
            from: day(from),
            to: day(to),
        }),
    }
}

fn evidence(design: Design, claim: Claim) -> Evidence {
    Evidence {
        design,
        confidence: Confidence::Low,
        grade_steps: Vec::new(),
        claim,
        method: MethodRef {
            id: "METHOD_X".into(),
            version: 1,
        },
        parameters: [("target_depth_cm".to_owned(), "30".to_owned())].into(),
        inputs: vec![InputUse {
            source: "soil".into(),
            used: 12,
        }],
        smallest_detectable: Some(2.345_678_9),
        no_change_beyond: (claim == Claim::NoChangeLargerThanBound).then_some(2.3),
        notes: Vec::new(),
    }
}

fn between(lo: f64, hi: f64, kind: IntervalKind) -> Interval {
    Interval::Between {
        lo,
        hi,
        level: 0.95,
        kind,
    }
}

/// One finding to be placed.
struct Draft {
    indicator: &'static str,
    subject: Subject,
    land: Land,
    quantity: Quantity,
    share: Option<f64>,
}

impl Draft {
    fn number(self, value: f64, unit: Unit, interval: Interval, of: SampleUnit) -> Finding {
        let (design, claim) = match (&self.quantity, interval.holds_zero()) {
            (Quantity::Change { .. }, Some(false)) => {
                (Design::BeforeAfter, Claim::ChangedWithoutComparison)
            }
            (Quantity::DifferenceOfChanges { .. }, Some(false)) => {
                (Design::ManyAgainstMany, Claim::DifferedFromComparison)
            }
            (Quantity::Change { .. }, Some(true)) => (Design::BeforeAfter, Claim::CannotTell),
            (Quantity::DifferenceOfChanges { .. }, _) => {
                (Design::ManyAgainstMany, Claim::NoChangeLargerThanBound)
            }
            (Quantity::Change { .. }, None) => (Design::BeforeAfter, Claim::NoIntervalNoSentence),
            _ => (Design::State, Claim::Observed),
        };
        let sample = SampleSize {
            of,
            n: 12,
            n_other: None,
        };
        self.outcome(
            Outcome::Estimated(Estimate {
                value,
                unit,
                interval,
                bands: bands(value, &interval),
                sample,
                flags: Vec::new(),
            }),
            evidence(design, claim),
        )
    }

    fn withheld(self, reason: Reason) -> Finding {
        self.outcome(
            Outcome::Withheld(Withheld::because(reason)),
            evidence(Design::State, Claim::Observed),
        )
    }

    fn outcome(self, outcome: Outcome, evidence: Evidence) -> Finding {
        Finding {
            indicator: self.indicator.into(),
            subject: self.subject,
            land: self.land,
            treated_share_percent: self.share,
            quantity: self.quantity,
            outcome,
            evidence,
        }
    }
}

fn change() -> Quantity {
    Quantity::Change {
        before: PeriodId("before".into()),
        after: PeriodId("after".into()),
    }
}

fn difference() -> Quantity {
    Quantity::DifferenceOfChanges {
        before: PeriodId("before".into()),
        after: PeriodId("after".into()),
    }
}

fn state(id: &str) -> Quantity {
    Quantity::State {
        period: PeriodId(id.into()),
    }
}

/// Aimaks 1 to 4 are organic; the fourth gives no parcels.
fn share(i: usize) -> Option<f64> {
    (i < 3).then_some(7.25 * (i as f64 + 1.0))
}

fn soil(findings: &mut Vec<Finding>) {
    let unit = Unit::TonneCarbonPerHectare;
    for i in 0..9 {
        let here = |land, quantity| Draft {
            indicator: "soc_stock",
            subject: Subject::Aimak(code(i)),
            land,
            quantity,
            share: share(i),
        };
        let land = if i < 3 {
            Land::Organic
        } else {
            Land::WholeAimak
        };
        let base = 40.123_456_789 + i as f64;
        let delta = 3.7 - 0.987_654_321 * i as f64;
        let spread = 1.9 + 0.1 * i as f64;
        if i == 8 {
            findings.push(here(land, change()).withheld(Reason::BulkDensityMissing));
            continue;
        }
        let sampling = |value: f64| between(value - spread, value + spread, IntervalKind::Sampling);
        findings.push(here(land, state("before")).number(
            base,
            unit,
            sampling(base),
            SampleUnit::Plots,
        ));
        findings.push(here(land, state("after")).number(
            base + delta,
            unit,
            sampling(base + delta),
            SampleUnit::Plots,
        ));
        let interval = if i == 7 {
            Interval::Unavailable(NoInterval::TooFewUnits)
        } else {
            sampling(delta)
        };
        findings.push(here(land, change()).number(delta, unit, interval, SampleUnit::PairedPlots));
        if i == 3 {
            findings.push(here(land, difference()).withheld(Reason::TreatedAreaUnknown));
        }
    }
    let all = |quantity| Draft {
        indicator: "soc_stock",
        subject: Subject::OrganicAimaks,
        land: Land::Organic,
        quantity,
        share: None,
    };
    findings.push(all(difference()).number(
        1.234_567_8,
        unit,
        between(0.2, 2.3, IntervalKind::AmongAimaks),
        SampleUnit::Aimaks,
    ));
    findings.push(all(change()).number(
        2.1,
        unit,
        between(-0.4, 4.6, IntervalKind::Model),
        SampleUnit::Aimaks,
    ));
}

fn vegetation(findings: &mut Vec<Finding>) {
    for i in 0..9 {
        for (k, land) in [Land::Organic, Land::Untreated, Land::WholeAimak]
            .into_iter()
            .enumerate()
        {
            if i > 2 && land != Land::WholeAimak {
                continue;
            }
            let here = |quantity| Draft {
                indicator: "ndvi_season_mean",
                subject: Subject::Aimak(code(i)),
                land,
                quantity,
                share: share(i),
            };
            for year in 2005..2025_i16 {
                let value = 0.41
                    + 0.01 * k as f64
                    + 0.03 * f64::from((year * 7 + i as i16) % 5 - 2) / 2.0
                    + 0.001 * f64::from(year - 2005);
                let quantity = Quantity::At {
                    date: PartialDate::Year(year),
                };
                let census = Interval::Unavailable(NoInterval::Census);
                findings.push(if year == 2011 {
                    here(quantity).withheld(Reason::ValidAreaBelow70)
                } else {
                    here(quantity).number(value, Unit::Ndvi, census, SampleUnit::Cells)
                });
            }
            let delta = 0.012_3 - 0.004 * i as f64;
            findings.push(here(change()).number(
                delta,
                Unit::Ndvi,
                between(delta - 0.01, delta + 0.01, IntervalKind::YearToYear),
                SampleUnit::Years,
            ));
        }
    }
}

fn others(findings: &mut Vec<Finding>) {
    for i in 0..9 {
        let here = |indicator, quantity| Draft {
            indicator,
            subject: Subject::Aimak(code(i)),
            land: Land::WholeAimak,
            quantity,
            share: share(i),
        };
        let slope = 12.3 + 2.0 * i as f64;
        findings.push(here("slope_mean", Quantity::Timeless).number(
            slope,
            Unit::Percent,
            Interval::Unavailable(NoInterval::Census),
            SampleUnit::Cells,
        ));
        let reason = |place: usize| Reason::ALL[place % Reason::ALL.len()];
        findings.push(here("species_richness", state("before")).withheld(reason(2 * i)));
        findings.push(here("species_richness", state("after")).withheld(reason(2 * i + 1)));
        let steep = between(slope, slope + 3.0, IntervalKind::Parameter);
        findings.push(here("slope_steep_share", Quantity::Timeless).number(
            slope + 1.5,
            Unit::Percent,
            steep,
            SampleUnit::Cells,
        ));
    }
}

fn profile(i: usize) -> AimakProfile {
    let (ky, ru, en) = NAMES[i];
    let organic = i < 4;
    AimakProfile {
        code: code(i),
        name: text(ky, ru, en),
        aliases: if i == 0 {
            vec!["Көк-Өзөн-2".into()]
        } else {
            Vec::new()
        },
        organic_since: organic.then(|| PartialDate::Year(2015 + i as i16)),
        valid_from: None,
        valid_to: None,
        predecessors: if i == 1 { vec![code(0)] } else { Vec::new() },
        area_ha: 12_345.678 + i as f64,
        organic_ha: (i < 3).then_some(895.4),
        profile: BTreeMap::from([
            ("people".to_owned(), ProfileValue::Number(4321.0)),
            ("women_led".to_owned(), ProfileValue::Flag(i == 0)),
            ("main_crop".to_owned(), ProfileValue::Text("өрүк".into())),
        ]),
    }
}

fn cards() -> Vec<Card> {
    vec![
        card(
            "soc_stock",
            Theme::Soil,
            Unit::TonneCarbonPerHectare,
            text(
                "Топурактагы органикалык көмүртектин кору",
                "Запас органического углерода в почве",
                "Soil organic carbon stock",
            ),
            true,
        ),
        card(
            "species_richness",
            Theme::Biodiversity,
            Unit::Species,
            text("Түрлөрдүн саны", "Число видов", "Number of species"),
            true,
        ),
        card(
            "ndvi_season_mean",
            Theme::Vegetation,
            Unit::Ndvi,
            text(
                "Өсүмдүктөрдүн жашылдыгы",
                "Зелёность растительности",
                "Vegetation greenness",
            ),
            true,
        ),
        card(
            "slope_mean",
            Theme::Terrain,
            Unit::Percent,
            text("Орточо эңкейиш", "Средний уклон", "Mean slope"),
            false,
        ),
        card(
            "slope_steep_share",
            Theme::Terrain,
            Unit::Percent,
            text(
                "Тик жерлердин үлүшү",
                "Доля крутых склонов",
                "Share of steep land",
            ),
            false,
        ),
    ]
}

/// The release, its assets still empty.
pub fn release(edition: &str, simulated: bool) -> Release {
    let mut findings = Vec::new();
    soil(&mut findings);
    vegetation(&mut findings);
    others(&mut findings);
    findings.sort_by(|a, b| a.key().cmp(&b.key()));
    Release {
        schema: RELEASE_SCHEMA.into(),
        program: "aimak 0.0.0".into(),
        project: Project {
            id: "sample".into(),
            title: text(
                "Тоо аймактары: чейин жана кийин",
                "Горные аймаки: до и после",
                "Mountain aimaks: before and after",
            ),
            simulated,
            notice: None,
            languages: Lang::ALL.to_vec(),
            crs: "EPSG:32643".into(),
            seed: 1,
            min_group: 5,
            edition: Edition {
                id: edition.into(),
                date: "2026-11-24".parse().unwrap(),
            },
            publication: Publication::default(),
            indicators: Vec::new(),
            relevant_change: BTreeMap::new(),
            effects: None,
            land_degradation: None,
            water_erosion: None,
        },
        periods: vec![
            period(
                "before",
                PeriodRole::Before,
                text("өткөнгө чейин", "до перехода", "before"),
                2005,
                2013,
            ),
            period(
                "after",
                PeriodRole::After,
                text("өткөндөн кийин", "после перехода", "after"),
                2018,
                2025,
            ),
        ],
        aimaks: (0..9).map(profile).collect(),
        cards: cards(),
        findings,
        sources: vec![
            Source {
                id: "soil".into(),
                path: "soil.csv".into(),
                sha256: "ab".repeat(32),
                bytes: 4096,
                licence: Some("CC BY 4.0".into()),
                citation: Some("Field survey <2022>".into()),
            },
            Source {
                id: "ndvi".into(),
                path: "../data/ndvi.tif".into(),
                sha256: "cd".repeat(32),
                bytes: 8192,
                licence: None,
                citation: None,
            },
        ],
        effects: Vec::new(),
        exclusions: vec![Exclusion {
            source: "soil".into(),
            rows: 3,
            which: vec![5, 17, 40],
            of: 480,
            reason: Message::new("reason-no-data"),
        }],
        attitudes: None,
        programme: Vec::new(),
        rankings: Vec::new(),
        reach: None,
        maps: Vec::new(),
        backdrop: aimak_core::Backdrop::default(),
        passports: passports::passports(),
        assets: Vec::new(),
    }
}

/// Nine areas, three by three, with crooked borders.
fn outlines() -> String {
    let corner = |i: usize, k: usize| {
        let wobble = |seed: usize| ((seed * 7919) % 97) as f64 / 97.0 * 0.12;
        (
            73.0 + 0.5 * i as f64 + wobble(i * 4 + k * 9),
            41.0 + 0.4 * k as f64 + wobble(i * 5 + k * 3 + 1),
        )
    };
    let features: Vec<serde_json::Value> = (0..9)
        .map(|n| {
            let (i, k) = (n % 3, n / 3);
            let ring = [corner(i, k), corner(i + 1, k), corner(i + 1, k + 1), corner(i, k + 1), corner(i, k)];
            let ring: Vec<[f64; 2]> = ring.iter().map(|(x, y)| [*x, *y]).collect();
            serde_json::json!({
                "type": "Feature",
                "properties": { "code": format!("S-{}", n + 1), "name_ky": NAMES[n].0, "name_en": NAMES[n].2 },
                "geometry": { "type": "Polygon", "coordinates": [ring] },
            })
        })
        .collect();
    serde_json::json!({ "type": "FeatureCollection", "features": features }).to_string()
}

/// SHA-256 in hex.
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;

    use sha2::Digest as _;
    let digest = sha2::Sha256::digest(bytes);
    digest.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Writes the release with its files to `folder`.
pub fn write(folder: &Path, mut release: Release) {
    fs::create_dir_all(folder).unwrap();
    let files = [
        (
            "findings.csv",
            "findings_csv",
            "indicator,value\nsoc_stock,1.25\nslope_mean,12.3\n".to_owned(),
        ),
        ("outlines.geojson", "outlines", outlines()),
    ];
    let shown = release.passports.shown.iter();
    let photos = shown.flat_map(aimak_core::EcoPassport::files);
    let photos: Vec<String> = photos.map(|file| file.path.clone()).collect();
    let photos = photos
        .iter()
        .map(|path| (path.as_str(), "passport_photo", passports::PHOTO.to_owned()));
    let files = files.into_iter().chain(photos);
    for (path, kind, content) in files {
        fs::write(folder.join(path), &content).unwrap();
        release.assets.push(Asset {
            path: path.into(),
            sha256: sha256(content.as_bytes()),
            bytes: content.len() as u64,
            kind: kind.into(),
        });
    }
    fs::write(
        folder.join("release.json"),
        serde_json::to_string_pretty(&release).unwrap() + "\n",
    )
    .unwrap();
}

/// Bands as a spread like Student's t with many degrees of freedom would have them.
fn bands(value: f64, interval: &Interval) -> Option<Bands> {
    let (lo, hi) = interval.bounds()?;
    let within = |part: f64| (value - (value - lo) * part, value + (hi - value) * part);
    Some(Bands {
        half: within(0.344),
        most: within(0.654),
        se: (hi - lo) / 4.0,
        df: 60.0,
    })
}
