//! Does the project file agree with itself?

use std::collections::BTreeSet;

use aimak_core::{Message, RasterRole};

use super::{Column, ProjectFile, SpeciesLayout, TableKind, TableSpec, layout};
use crate::problem::{Problem, nearest};

/// Everything that keys and types alone cannot tell.
pub fn check(project: &ProjectFile, file: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    ids(project, file, &mut problems);
    periods(project, file, &mut problems);
    for table in &project.tables {
        columns(table, file, &mut problems);
        layout::check(table, file, &mut problems);
        super::soil_methods::check(table, file, &mut problems);
        period_map(project, table, file, &mut problems);
    }
    rasters(project, file, &mut problems);
    land_degradation(project, file, &mut problems);
    water_erosion(project, file, &mut problems);
    effects(project, file, &mut problems);
    indicators(project, file, &mut problems);
    super::publication::check(&project.publication, file, &mut problems);
    problems
}

/// Ids name files and evidence: each must be unique.
fn ids(project: &ProjectFile, file: &str, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::from(["boundaries", "parcels", "synonyms"]);
    let tables = project.tables.iter().map(|table| table.id.as_str());
    let rasters = project.rasters.iter().map(|raster| raster.id.as_str());
    let basemap = project.basemap.iter().map(|layer| layer.id.as_str());
    for id in tables.chain(rasters).chain(basemap) {
        if !seen.insert(id) {
            problems.push(
                Problem::error("duplicate-id", file)
                    .in_column("id")
                    .found(id),
            );
        }
    }
    let mut seen = BTreeSet::new();
    for period in &project.periods {
        if !seen.insert(&period.id) {
            problems.push(
                Problem::error("duplicate-id", file)
                    .in_column("periods.id")
                    .found(period.id.0.as_str()),
            );
        }
    }
}

fn periods(project: &ProjectFile, file: &str, problems: &mut Vec<Problem>) {
    for spec in project
        .periods
        .iter()
        .filter(|spec| spec.period().is_none())
    {
        let end = |date: Option<jiff::civil::Date>, years: Option<i16>| match (date, years) {
            (Some(date), None) => date.to_string(),
            (None, Some(years)) => years.to_string(),
            (None, None) => "—".to_owned(),
            (Some(date), Some(years)) => format!("{date}, {years}"),
        };
        let found = format!(
            "{} … {}",
            end(spec.from, spec.from_years),
            end(spec.to, spec.to_years)
        );
        let path = format!("periods[{}]", spec.id);
        problems.push(
            Problem::error("period-bounds", file)
                .in_column(&path)
                .found(found),
        );
    }
}

/// The columns a kind of table cannot do without, and what is mapped to them.
fn needed_columns(table: &TableSpec) -> Vec<(&'static str, Option<&Column>)> {
    let columns = &table.columns;
    let wide = table.layout == Some(SpeciesLayout::Wide);
    let list = table.layout == Some(SpeciesLayout::List);
    let long_species = table.kind == TableKind::Species && !wide;
    let plot_or_visit = columns.plot.as_ref().or(columns.visit.as_ref());
    let presence = list || table.scale == Some(aimak_core::SpeciesScale::Presence);
    match table.kind {
        TableKind::Plots => vec![("plot", columns.plot.as_ref())],
        TableKind::SoilLayers => {
            vec![
                ("plot", plot_or_visit),
                ("top_cm", columns.top_cm.as_ref()),
                ("bottom_cm", columns.bottom_cm.as_ref()),
            ]
        }
        TableKind::Species if long_species && !presence => {
            vec![
                ("plot", plot_or_visit),
                ("species", columns.species.as_ref()),
                ("amount", columns.amount.as_ref()),
            ]
        }
        TableKind::Species if long_species => vec![
            ("plot", plot_or_visit),
            ("species", columns.species.as_ref()),
        ],
        TableKind::Species => vec![("plot", plot_or_visit)],
        TableKind::CropVarieties => vec![
            ("aimak", columns.aimak.as_ref()),
            ("farm", columns.farm.as_ref()),
            ("crop", columns.crop.as_ref()),
        ],
        TableKind::SurveyAnswers => vec![
            ("aimak", columns.aimak.as_ref()),
            ("respondent", columns.respondent.as_ref()),
        ],
        TableKind::SpeciesList => vec![
            ("species", columns.species.as_ref()),
            (
                "red_list",
                columns.red_list.as_ref().or(columns.indicator.as_ref()),
            ),
        ],
        TableKind::ManagedFields => vec![
            ("field", columns.field.as_ref()),
            ("aimak", columns.aimak.as_ref()),
            ("area_ha", columns.area_ha.as_ref()),
            ("land_before", columns.land_before.as_ref()),
            ("land_after", columns.land_after.as_ref()),
        ],
        TableKind::Programme => vec![
            ("aimak", columns.aimak.as_ref()),
            ("date", columns.date.as_ref()),
            ("topic", columns.topic.as_ref()),
            ("amount", columns.amount.as_ref()),
            ("unit", columns.unit.as_ref()),
            ("source", columns.source.as_ref()),
        ],
        TableKind::Weather => vec![
            ("date", columns.date.as_ref()),
            ("precipitation_mm", columns.precipitation_mm.as_ref()),
            ("temperature_c", columns.temperature_c.as_ref()),
        ],
    }
}

/// Columns that a table lacks.
fn columns(table: &TableSpec, file: &str, problems: &mut Vec<Problem>) {
    let columns = &table.columns;
    let needed = needed_columns(table);
    let mut missing = |path: String| {
        let expected = Message::new("expected-missing-key").with("key", path.as_str());
        problems.push(
            Problem::error("missing-key", file)
                .in_column(&path)
                .found("—")
                .expecting(expected),
        );
    };
    let timed = columns
        .date
        .as_ref()
        .or(columns.period.as_ref())
        .or(columns.visit.as_ref());
    let dated = timed.is_some() || table.period_from.is_some() || table.period.is_some();
    let undated = matches!(
        table.kind,
        TableKind::Plots
            | TableKind::Weather
            | TableKind::Programme
            | TableKind::SpeciesList
            | TableKind::ManagedFields
    );
    if table.kind == TableKind::SurveyAnswers && table.questions.is_empty() {
        missing(format!("tables[{}].questions", table.id));
    }
    if columns.question.is_some() && columns.answer.is_none() {
        missing(format!("tables[{}].columns.answer", table.id));
    }
    if !undated && !dated {
        missing(format!("tables[{}].columns.date", table.id));
    }
    for (key, _) in needed.into_iter().filter(|(_, column)| column.is_none()) {
        missing(format!("tables[{}].columns.{key}", table.id));
    }
    if table.kind == TableKind::Species && table.scale.is_none() {
        missing(format!("tables[{}].scale", table.id));
    }
    let halves = [
        ("longitude", &columns.longitude, &columns.latitude),
        ("x", &columns.x, &columns.y),
    ];
    for (key, one, other) in halves {
        if one.is_some() != other.is_some() {
            let key = if one.is_some() {
                if key == "x" { "y" } else { "latitude" }
            } else {
                key
            };
            missing(format!("tables[{}].columns.{key}", table.id));
        }
    }
}

/// A column of periods may only name periods that exist.
fn period_map(project: &ProjectFile, table: &TableSpec, file: &str, problems: &mut Vec<Problem>) {
    let own = table.period.iter().map(|period| (None, period));
    let mapped = table
        .period_from
        .iter()
        .flat_map(|from| &from.map)
        .map(|(value, period)| (Some(value), period));
    for (value, period) in own.chain(mapped) {
        if project.periods.iter().any(|known| known.id == *period) {
            continue;
        }
        let path = match value {
            Some(value) => format!("tables[{}].period_from.map.{value}", table.id),
            None => format!("tables[{}].period", table.id),
        };
        problems.push(unknown(
            "unknown-period",
            file,
            &path,
            &period.0,
            project.periods.iter().map(|p| p.id.0.as_str()),
        ));
    }
}

fn rasters(project: &ProjectFile, file: &str, problems: &mut Vec<Problem>) {
    for raster in &project.rasters {
        let path = format!("rasters[{}]", raster.id);
        if raster.file.is_some() == raster.files.is_some() {
            let found = format!(
                "{} + {}",
                raster.file.as_deref().unwrap_or("—"),
                raster.files.as_deref().unwrap_or("—")
            );
            problems.push(
                Problem::error("raster-file", file)
                    .in_column(&path)
                    .found(found),
            );
        }
        if let Some([first, last]) = raster.season
            && !((1..=12).contains(&first) && (1..=12).contains(&last))
        {
            let found = format!("{first}, {last}");
            problems.push(
                Problem::error("season-months", file)
                    .in_column(&format!("{path}.season"))
                    .found(found),
            );
        }
    }
}

/// An assessment of land degradation needs years in order, and images to look back on.
fn land_degradation(project: &ProjectFile, file: &str, problems: &mut Vec<Problem>) {
    let Some(assessment) = &project.land_degradation else {
        return;
    };
    let mut wrong = |code: &'static str, path: &str, found: String| {
        problems.push(Problem::error(code, file).in_column(path).found(found));
    };
    let periods = [
        ("land_degradation.baseline", assessment.baseline),
        ("land_degradation.reporting", Some(assessment.reporting)),
    ];
    for (path, years) in periods {
        if let Some([first, last]) = years.filter(|[first, last]| first >= last) {
            wrong("assessment-years", path, format!("[{first}, {last}]"));
        }
    }
    let has_images = project
        .rasters
        .iter()
        .any(|raster| raster.role == RasterRole::Ndvi);
    if !has_images {
        wrong("assessment-images", "land_degradation", "—".to_owned());
    }
}

/// Erosion needs relief, cover, soil and rain; whatever is missing is named at once.
fn water_erosion(project: &ProjectFile, file: &str, problems: &mut Vec<Problem>) {
    let Some(erosion) = &project.water_erosion else {
        return;
    };
    let mut wrong = |code: &'static str, path: &str, found: String| {
        problems.push(Problem::error(code, file).in_column(path).found(found));
    };
    let has = |role| project.rasters.iter().any(|raster| raster.role == role);
    let needed = [
        (RasterRole::Elevation, "elevation"),
        (RasterRole::Ndvi, "ndvi"),
        (RasterRole::LandCover, "land_cover"),
    ];
    let missing: Vec<&str> = needed
        .into_iter()
        .filter(|(role, _)| !has(*role))
        .map(|(_, name)| name)
        .collect();
    if !missing.is_empty() {
        wrong("erosion-layers", "water_erosion", missing.join(", "));
    }
    let weather = |table: &TableSpec| table.kind == TableKind::Weather;
    if !project.tables.iter().any(weather) {
        wrong("erosion-weather", "water_erosion", "—".to_owned());
    }
    match (erosion.erodibility, has(RasterRole::SoilErodibility)) {
        (None, false) => wrong("erosion-soil", "water_erosion.erodibility", "—".to_owned()),
        (Some(k), true) => wrong(
            "erosion-soil-twice",
            "water_erosion.erodibility",
            k.to_string(),
        ),
        (Some(k), false) if !(0.001..=0.15).contains(&k) => {
            wrong(
                "erosion-soil-range",
                "water_erosion.erodibility",
                k.to_string(),
            );
        }
        _ => {}
    }
}

fn indicators(project: &ProjectFile, file: &str, problems: &mut Vec<Problem>) {
    let known: Vec<&str> = aimak_science::indicators::ALL
        .iter()
        .map(|indicator| indicator.card.id.as_ref())
        .collect();
    let included = project
        .indicators
        .include
        .iter()
        .map(|id| ("indicators.include", id));
    let relevant = project
        .indicators
        .relevant_change
        .keys()
        .map(|id| ("indicators.relevant_change", id));
    let family = project.effects.iter().flat_map(|effects| &effects.family);
    let family = family.map(|id| ("effects.family", id));
    let placebo = project.effects.iter().flat_map(|effects| &effects.placebo);
    let placebo = placebo.map(|id| ("effects.placebo", id));
    for (path, id) in included
        .chain(relevant)
        .chain(family)
        .chain(placebo)
        .filter(|(_, id)| !known.contains(&id.as_str()))
    {
        problems.push(unknown(
            "unknown-indicator",
            file,
            path,
            id,
            known.iter().copied(),
        ));
    }
}

/// The area within which dates could have been exchanged is a field of the profile; what cannot have changed is not tested for change.
fn effects(project: &ProjectFile, file: &str, problems: &mut Vec<Problem>) {
    let Some(declared) = &project.effects else {
        return;
    };
    let both = declared.placebo.iter();
    for id in both.filter(|id| declared.family.contains(id)) {
        problems.push(
            Problem::error("effects-placebo", file)
                .in_column("effects.placebo")
                .found(id.clone()),
        );
    }
    let known = project.boundaries.profile.keys().map(String::as_str);
    let indicators = aimak_science::indicators::ALL.iter();
    let measured = indicators.map(|indicator| indicator.card.id.as_ref());
    let covariates: Vec<&str> = known.clone().chain(measured).collect();
    let taken_out = declared.covariates.iter();
    let taken_out = taken_out.map(|name| ("effects.covariates", name));
    let likened = declared.reach.iter();
    let likened = likened.map(|name| ("effects.reach", name));
    for (key, name) in taken_out
        .chain(likened)
        .filter(|(_, name)| !covariates.contains(&name.as_str()))
    {
        problems.push(unknown(
            "effects-covariates",
            file,
            key,
            name,
            covariates.iter().copied(),
        ));
    }
    let Some(strata) = &declared.strata else {
        return;
    };
    if !project.boundaries.profile.contains_key(strata) {
        problems.push(unknown(
            "effects-strata",
            file,
            "effects.strata",
            strata,
            known,
        ));
    }
}

/// A word that is not among the known ones, with the nearest of them as hint.
fn unknown<'a>(
    code: &'static str,
    file: &str,
    path: &str,
    found: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Problem {
    let list: Vec<&str> = known.clone().collect();
    let expected = Message::new("expected-one-of").with("known", list.join(", "));
    let hint = nearest(found, known).map_or_else(
        || Message::new("hint-one-of"),
        |word| Message::new("hint-did-you-mean").with("word", word),
    );
    Problem::error(code, file)
        .in_column(path)
        .found(found)
        .expecting(expected)
        .hinting(hint)
}
