//! What do people grow and say?

use aimak_core::{
    Aimak, AmountUnit, Grown, InputUse, LocalText, PartialDate, Plot, Question, Questionnaire,
    QuestionnaireAbout, Reply, Respondent, Sex, Sitting, Topic, Visit, VisitTime, YearlyFigure,
};

use super::{places::Places, streams::Stream};

/// Crops with their varieties.
const CROPS: [(&str, [&str; 3]); 4] = [
    ("wheat", ["Ak-Dan", "Tooluk", "Erte-Biyshek"]),
    ("barley", ["Kylka", "Sary-Arpa", "Nutans-D"]),
    ("bean", ["Lopatka-D", "Kytay-D", "Ak-Buurchak"]),
    ("apricot", ["Kok-Oruk", "Shalak-D", "Tash-Oruk"]),
];

/// Years in which farms and people were asked.
const YEARS: [i16; 2] = [2014, 2022];
/// Farms in an aimak; in an organic one the first half are organic.
const FARMS: usize = 8;
/// People asked in an aimak at each date.
const PEOPLE: usize = 60;
/// Of them, so many are other people at the second date.
const OTHERS: usize = 8;
/// Villages they live in.
const VILLAGES: usize = 6;

/// Rows of a source.
fn rows(source: &str, used: usize) -> InputUse {
    InputUse {
        source: source.to_owned(),
        used,
    }
}

/// Names of farmers, invented; they are planted to see that no private fact leaves the region's own files.
pub fn farmers(count: usize) -> Vec<String> {
    const FIRST: [&str; 5] = ["Асанбек", "Гүлзат", "Төлөгөн", "Жумагүл", "Эркинбай"];
    (0..count)
        .map(|k| format!("{} Ойдончуев-{:03}", FIRST[k % FIRST.len()], k + 1))
        .collect()
}

/// Telephone of the farm at a place of the list: invented, and private all the same.
pub fn telephone(place: usize) -> String {
    format!("+996 000 {:06}", place + 1)
}

/// Farms with their crops, before and after. Organic farms try more crops.
pub fn farms(seed: u64, places: &Places) -> Vec<Plot> {
    let of_aimak = |aimak: &Aimak| {
        let mut stream = Stream::named(seed, &["crops", &aimak.code.0]);
        let farms = (1..=FARMS).map(|farm| {
            let organic = aimak.organic_since.map(|_| farm <= FARMS / 2);
            let visit = |year: i16| {
                let more = if year == YEARS[1] && organic == Some(true) {
                    0.25
                } else {
                    0.0
                };
                visit(&mut stream, year, 0.55 + more)
            };
            Plot {
                id: format!("{}-farm-{farm}", aimak.code),
                aimak: aimak.code.clone(),
                on_organic_land: organic,
                stratum: String::new(),
                place: None,
                visits: YEARS.into_iter().map(visit).collect(),
            }
        });
        farms.collect::<Vec<_>>()
    };
    let mut farms: Vec<Plot> = places.aimaks.iter().flat_map(of_aimak).collect();
    farms.sort_by(|a, b| a.id.cmp(&b.id));
    farms
}

/// A farm's crops in a year; wheat always.
fn visit(stream: &mut Stream, year: i16, chance: f64) -> Visit {
    let mut crops: Vec<Grown> = CROPS
        .into_iter()
        .filter_map(|(crop, varieties)| {
            let grows = stream.uniform() < chance || crop == "wheat";
            let variety = varieties[stream.pick(3)].to_owned();
            let hectares = (stream.between(0.2, 6.0) * 10.0).round() / 10.0;
            grows.then(|| Grown {
                crop: crop.to_owned(),
                variety: Some(variety),
                hectares: Some(hectares),
            })
        })
        .collect();
    crops.sort_by(|a, b| (&a.crop, &a.variety).cmp(&(&b.crop, &b.variety)));
    let crop_rows = vec![rows("crops", crops.len())];
    Visit {
        crops,
        crop_rows,
        ..Visit::at(VisitTime::Date(PartialDate::Year(year)))
    }
}

/// What people are asked: three statements of the programme, one of them the other way round, and one that has nothing to do with it.
pub fn questions() -> QuestionnaireAbout {
    let question = |id: &str, text: LocalText, reversed: bool, control: bool| Question {
        id: id.to_owned(),
        text,
        reversed,
        control,
    };
    let organic_pays = LocalText::fixed(
        "Органикалык дыйканчылык биздин айылга пайда берет.",
        "Органическое земледелие полезно нашему селу.",
        "Organic farming is good for our village.",
    );
    let soil_is_alive = LocalText::fixed(
        "Топурак тирүү, ага кам көрүү керек.",
        "Почва живая, о ней надо заботиться.",
        "Soil is alive and needs care.",
    );
    let chemicals_needed = LocalText::fixed(
        "Химиясыз жакшы түшүм алынбайт.",
        "Без химии хорошего урожая не бывает.",
        "There is no good harvest without chemicals.",
    );
    let roads_are_good = LocalText::fixed(
        "Биздин айылдын жолдору жакшы.",
        "Дороги в нашем селе хорошие.",
        "The roads of our village are good.",
    );
    QuestionnaireAbout {
        id: "answers".to_owned(),
        lowest: 1,
        highest: 5,
        support: Some("organic_pays".to_owned()),
        questions: vec![
            question("organic_pays", organic_pays, false, false),
            question("soil_is_alive", soil_is_alive, false, false),
            question("chemicals_needed", chemicals_needed, true, false),
            question("roads_are_good", roads_are_good, false, true),
        ],
    }
}

/// Two waves of the questionnaire: most people both times, some only once. Support rises by more where the aimak went organic.
pub fn questionnaire(seed: u64, places: &Places) -> Questionnaire {
    let about = questions();
    let mut respondents = Vec::new();
    for aimak in &places.aimaks {
        let mut stream = Stream::named(seed, &["survey", &aimak.code.0]);
        let village: Vec<f64> = (0..VILLAGES).map(|_| stream.normal(0.2)).collect();
        for person in 0..PEOPLE + OTHERS {
            let home = person % VILLAGES;
            let tendency = village[home] + stream.normal(0.7);
            let asked = |wave: usize| {
                if wave == 0 {
                    person < PEOPLE
                } else {
                    person >= OTHERS
                }
            };
            let mut sittings = Vec::new();
            for (wave, year) in YEARS.into_iter().enumerate() {
                let lift = lift(aimak, wave);
                let replies: Vec<Option<Reply>> = about
                    .questions
                    .iter()
                    .map(|question| Some(reply(&mut stream, question, tendency, lift)))
                    .collect();
                if asked(wave) {
                    sittings.push(Sitting {
                        time: VisitTime::Date(PartialDate::Year(year)),
                        rows: rows("answers", replies.len()),
                        replies,
                    });
                }
            }
            respondents.push(Respondent {
                aimak: aimak.code.clone(),
                person: format!("r{:03}", person + 1),
                village: Some(format!("v{}", home + 1)),
                sex: Some(if person % 5 < 2 { Sex::Man } else { Sex::Woman }),
                sittings,
            });
        }
    }
    Questionnaire { about, respondents }
}

/// By how much opinions rise by the second wave.
fn lift(aimak: &Aimak, wave: usize) -> f64 {
    match (wave, aimak.organic_since) {
        (0, _) => 0.0,
        (_, Some(_)) => 0.7,
        (_, None) => 0.2,
    }
}

/// One answer; a few do not know.
fn reply(stream: &mut Stream, question: &Question, tendency: f64, lift: f64) -> Reply {
    let lift = if question.control { 0.0 } else { lift };
    let opinion = 3.1 + tendency + lift + stream.normal(0.8);
    let code = opinion.round().clamp(1.0, 5.0) as u8;
    if stream.uniform() < 0.04 {
        return Reply::DoNotKnow;
    }
    Reply::Code(if question.reversed { 6 - code } else { code })
}

/// What the programme reports of its aimaks, 2018 to 2023: trainings, lessons, beans sold, fertiliser, animals.
pub fn programme(seed: u64, places: &Places) -> Vec<YearlyFigure> {
    let mut figures = Vec::new();
    for aimak in places
        .aimaks
        .iter()
        .filter(|aimak| aimak.organic_since.is_some())
    {
        let mut stream = Stream::named(seed, &["programme", &aimak.code.0]);
        let farms = stream.between(3.0, 40.0).round();
        for year in 2018..=2023_i16 {
            let later = f64::from(year - 2018);
            let reported = [
                (
                    Topic::Trainings,
                    "",
                    2.0 + later / 2.0,
                    AmountUnit::Event,
                    None,
                ),
                (Topic::EcoClasses, "", 4.0 + later, AmountUnit::Event, None),
                (
                    Topic::OrganicSales,
                    "bean",
                    12.0 + 4.0 * later,
                    AmountUnit::Tonne,
                    Some(farms),
                ),
                (
                    Topic::FertiliserApplied,
                    "",
                    9_000.0 - 1_500.0 * later,
                    AmountUnit::KilogramProduct,
                    Some(farms),
                ),
                (
                    Topic::Livestock,
                    "sheep",
                    2_400.0,
                    AmountUnit::Head,
                    Some(3.0 * farms),
                ),
            ];
            for (topic, of, usual, unit, reporters) in reported {
                figures.push(YearlyFigure {
                    topic,
                    of: of.to_owned(),
                    aimak: aimak.code.clone(),
                    year,
                    amount: (usual * stream.between(0.8, 1.2)).round(),
                    unit,
                    source: format!("invented report {year}"),
                    reporters: reporters.map(|count| count as u64),
                });
            }
        }
    }
    figures.sort_by_key(|figure| {
        (
            figure.topic,
            figure.of.clone(),
            figure.aimak.clone(),
            figure.year,
        )
    });
    figures
}
