//! What do people grow and say?

use serde::Serialize;

use super::{places::Places, streams::Stream};

/// A crop variety on a farm.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CropVariety {
    /// Aimak code.
    pub aimak: String,
    /// Year.
    pub year: i16,
    /// Farm number.
    pub farm: String,
    /// Crop.
    pub crop: String,
    /// Variety.
    pub variety: String,
    /// Area, ha.
    pub area_ha: f64,
}

/// An answer on a five-point scale.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SurveyAnswer {
    /// Aimak code.
    pub aimak: String,
    /// Respondent number.
    pub respondent: String,
    /// Wave: year.
    pub wave: i16,
    /// Item.
    pub item: String,
    /// Code 1–5.
    pub answer: usize,
}

/// Crops with their varieties.
const CROPS: [(&str, [&str; 3]); 4] = [
    ("wheat", ["Ak-Dan", "Tooluk", "Erte-Biyshek"]),
    ("barley", ["Kylka", "Sary-Arpa", "Nutans-D"]),
    ("bean", ["Lopatka-D", "Kytay-D", "Ak-Buurchak"]),
    ("apricot", ["Kok-Oruk", "Shalak-D", "Tash-Oruk"]),
];

/// Items of the questionnaire.
const ITEMS: [&str; 4] = [
    "nature_matters",
    "soil_is_alive",
    "organic_pays",
    "roads_are_good",
];

/// Names of farmers, invented; they are planted to see that no private fact leaves the region's own files.
pub fn farmers(count: usize) -> Vec<String> {
    const FIRST: [&str; 5] = ["Асанбек", "Гүлзат", "Төлөгөн", "Жумагүл", "Эркинбай"];
    (0..count)
        .map(|k| format!("{} Ойдончуев-{:03}", FIRST[k % FIRST.len()], k + 1))
        .collect()
}

/// Varieties on five farms of each aimak, before and after.
pub fn crop_varieties(seed: u64, places: &Places) -> Vec<CropVariety> {
    let mut rows = Vec::new();
    for aimak in &places.aimaks {
        let mut stream = Stream::named(seed, &["crops", &aimak.code.0]);
        for year in [2014, 2022] {
            for farm in 1..=5 {
                for (crop, varieties) in CROPS {
                    if stream.uniform() < 0.6 {
                        rows.push(CropVariety {
                            aimak: aimak.code.0.clone(),
                            year,
                            farm: format!("farm-{farm}"),
                            crop: crop.to_owned(),
                            variety: varieties[stream.pick(3)].to_owned(),
                            area_ha: (stream.between(0.2, 6.0) * 10.0).round() / 10.0,
                        });
                    }
                }
            }
        }
    }
    rows
}

/// Two waves of a questionnaire; the last item has nothing to do with the programme.
pub fn survey_answers(seed: u64, places: &Places) -> Vec<SurveyAnswer> {
    let mut rows = Vec::new();
    for aimak in &places.aimaks {
        let mut stream = Stream::named(seed, &["survey", &aimak.code.0]);
        for respondent in 1..=15 {
            let tendency = stream.normal(0.8);
            for wave in [2014, 2022] {
                for item in ITEMS {
                    let lift = if wave == 2022 && item != "roads_are_good" {
                        0.3
                    } else {
                        0.0
                    };
                    let answer = (3.2 + tendency + lift + stream.normal(0.9))
                        .round()
                        .clamp(1.0, 5.0) as usize;
                    let (aimak, respondent, item) = (
                        aimak.code.0.clone(),
                        format!("r{respondent:02}"),
                        item.to_owned(),
                    );
                    rows.push(SurveyAnswer {
                        aimak,
                        respondent,
                        wave,
                        item,
                        answer,
                    });
                }
            }
        }
    }
    rows
}
