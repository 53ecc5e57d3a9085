//! Plots, soil, species, crops and answers as CSV.

use std::fmt::Write as _;

use aimak_core::{Input, Management, Reply, Sex, Undocumented, Visit, VisitTime, Withheld};
use aimak_science::simulate::{Region, telephone};

use crate::read::tier1_words::{management_keys, soil_key, zone_key};

/// Every table with its file name.
pub(super) fn all(region: &Region) -> [(&'static str, String); 9] {
    [
        ("plots.csv", plots(region)),
        ("soil.csv", soil(region)),
        ("species.csv", species(region)),
        ("species_list.csv", species_list(region)),
        ("crop_varieties.csv", crop_varieties(region)),
        ("managed_fields.csv", managed_fields(region)),
        ("survey_answers.csv", survey_answers(region)),
        ("programme.csv", programme(region)),
        ("weather.csv", weather(region)),
    ]
}

/// Plots with easting and northing, and the farmer's name: a column that no mapping names and nothing may publish.
fn plots(region: &Region) -> String {
    let mut text = "plot,aimak,easting,northing,on_organic_land,farmer\n".to_owned();
    for (plot, farmer) in region.plots.iter().zip(&region.farmers) {
        let place = plot.place.map_or(",".to_owned(), |place| {
            format!("{:.1},{:.1}", place.x(), place.y())
        });
        let organic = plot
            .on_organic_land
            .map_or("", |organic| if organic { "yes" } else { "no" });
        let _ = writeln!(
            text,
            "{},{},{place},{organic},{farmer}",
            plot.id, plot.aimak
        );
    }
    text
}

/// The date of a visit as text.
fn date(visit: &Visit) -> String {
    match &visit.time {
        VisitTime::Date(date) => date.to_string(),
        VisitTime::Period(period) => period.to_string(),
    }
}

fn soil(region: &Region) -> String {
    let mut text =
        "plot,date,top_cm,bottom_cm,soc_percent,bulk_density,stones_fraction,ph\n".to_owned();
    let number = |value: Option<f64>| value.map_or(String::new(), |value| format!("{value:.4}"));
    for plot in &region.plots {
        for visit in &plot.visits {
            for layer in &visit.soil {
                let _ = writeln!(
                    text,
                    "{},{},{},{},{},{},{},{}",
                    plot.id,
                    date(visit),
                    layer.top_cm,
                    layer.bottom_cm,
                    number(layer.carbon_percent),
                    number(layer.bulk_density_g_per_cm3),
                    number(layer.coarse_fraction),
                    number(layer.ph)
                );
            }
        }
    }
    text
}

fn species(region: &Region) -> String {
    let mut text = "plot,date,species,count\n".to_owned();
    for plot in &region.plots {
        for visit in &plot.visits {
            for found in &visit.species {
                let _ = writeln!(
                    text,
                    "{},{},{},{}",
                    plot.id,
                    date(visit),
                    found.species,
                    found.amount
                );
            }
        }
    }
    text
}

/// The invented Red List.
fn species_list(region: &Region) -> String {
    let mut text = "species,category,indicator\n".to_owned();
    for plant in &region.listed_species {
        let indicator = if plant.indicator { "yes" } else { "no" };
        let _ = writeln!(text, "{},{},{indicator}", plant.name, plant.category.key());
    }
    text
}

/// Farms by number, with the owner's telephone in a column that no mapping names.
fn crop_varieties(region: &Region) -> String {
    let mut text = "aimak,year,farm,organic,crop,variety,area_ha,telephone\n".to_owned();
    for (place, farm) in region.farms.iter().enumerate() {
        let number = farm
            .id
            .strip_prefix(&format!("{}-", farm.aimak))
            .unwrap_or(&farm.id);
        let organic = farm
            .on_organic_land
            .map_or("", |organic| if organic { "yes" } else { "no" });
        for visit in &farm.visits {
            for grown in &visit.crops {
                let variety = grown.variety.as_deref().unwrap_or_default();
                let hectares = grown
                    .hectares
                    .map_or(String::new(), |area| area.to_string());
                let _ = writeln!(
                    text,
                    "{},{},{number},{organic},{},{variety},{hectares},{}",
                    farm.aimak,
                    date(visit),
                    grown.crop,
                    telephone(place)
                );
            }
        }
    }
    text
}

/// Fields and how they were managed. What nobody wrote down is an empty cell.
fn managed_fields(region: &Region) -> String {
    let mut text = "field,aimak,area_ha,organic,climate_zone,soil_group,land_before,tillage_before,input_before,land_after,tillage_after,\
                    input_after,manure_recorded,manure_diverted\n"
        .to_owned();
    for field in &region.managed_fields {
        let record = &field.record;
        let organic = field
            .on_organic_land
            .map_or("", |organic| if organic { "yes" } else { "no" });
        let _ = writeln!(
            text,
            "{},{},{},{organic},{},{},{},{},{}",
            field.id,
            field.aimak,
            field.area_ha,
            record.zone.as_ref().map_or("", |zone| zone_key(*zone)),
            record.soil.as_ref().map_or("", |soil| soil_key(*soil)),
            managed(&record.before),
            managed(&record.after),
            manure(&record.after)
        );
    }
    text
}

/// Land, tillage and input; of manure that came from another field the farm wrote down all the same that it was spread.
fn managed(managed: &Result<Management, Withheld>) -> String {
    match managed {
        Ok(managed) => management_keys(*managed).join(","),
        Err(why) if *why == Undocumented::ManureRecord.withheld() => {
            "annual_crops,full,high_with_manure".to_owned()
        }
        Err(_) => ",,".to_owned(),
    }
}

/// Whether records show the manure, and whether it came from another field.
fn manure(managed: &Result<Management, Withheld>) -> &'static str {
    match managed {
        Ok(Management::Cropland {
            input: Input::HighWithManure(_),
            ..
        }) => "yes,no",
        Ok(_) => ",",
        Err(_) => "yes,yes",
    }
}

/// One row an answer.
fn survey_answers(region: &Region) -> String {
    let mut text = "aimak,village,respondent,sex,year,question,answer\n".to_owned();
    let asked = &region.questionnaire;
    for person in &asked.respondents {
        for sitting in &person.sittings {
            for (question, reply) in asked.about.questions.iter().zip(&sitting.replies) {
                let code = match reply {
                    Some(Reply::Code(code)) => code.to_string(),
                    Some(Reply::DoNotKnow) => "9".to_owned(),
                    Some(Reply::Declined) | None => String::new(),
                };
                let village = person.village.as_deref().unwrap_or_default();
                let time = match &sitting.time {
                    VisitTime::Date(date) => date.to_string(),
                    VisitTime::Period(period) => period.to_string(),
                };
                let _ = writeln!(
                    text,
                    "{},{village},{},{},{time},{},{code}",
                    person.aimak,
                    person.person,
                    person.sex.map_or("", Sex::key),
                    question.id
                );
            }
        }
    }
    text
}

/// What the programme reports of itself.
fn programme(region: &Region) -> String {
    let mut text = "aimak,year,topic,of,amount,unit,farms,source\n".to_owned();
    for figure in &region.programme {
        let farms = figure
            .reporters
            .map_or(String::new(), |farms| farms.to_string());
        let _ = writeln!(
            text,
            "{},{},{},{},{},{},{farms},{}",
            figure.aimak,
            figure.year,
            figure.topic.key(),
            figure.of,
            figure.amount,
            figure.unit.key(),
            figure.source
        );
    }
    text
}

/// One station for the region.
fn weather(region: &Region) -> String {
    let mut text = "month,precipitation_mm,mean_temperature_c\n".to_owned();
    for row in &region.weather {
        let (mm, celsius) = (row.precipitation_mm, row.temperature_c);
        let _ = writeln!(text, "{},{mm},{celsius}", row.when);
    }
    text
}
