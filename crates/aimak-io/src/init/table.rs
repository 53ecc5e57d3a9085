//! A sheet as a table of the project file, with what is not sure as questions.

use std::{collections::BTreeSet, fmt::Write as _};

use aimak_core::Message;

use super::{
    Say,
    facts::Holds,
    kind::{self, Kind},
    sheet::{SeenColumn, Sheet},
    vocabulary,
};
use crate::{read::value, template::quoted};

/// A sheet and where it stands.
pub(super) struct Place {
    /// The file as the project file names it.
    pub file: String,
    /// Its sheet, where it has several.
    pub sheet: Option<String>,
    /// Id of the table.
    pub id: String,
}

/// A table drafted.
pub(super) struct Drafted {
    /// Its section.
    pub text: String,
    /// What must be decided.
    pub asks: Vec<Message>,
    /// Its kind, if it has one.
    pub kind: Option<Kind>,
    /// Columns that are read.
    pub used: usize,
    /// Years of its visits.
    pub years: BTreeSet<i16>,
}

/// Drafts the table of a sheet.
pub(super) fn draft(place: &Place, sheet: &mut Sheet, say: Say<'_>) -> Drafted {
    let kind = Kind::of(sheet);
    if let Some(key) = kind.and_then(Kind::numbered) {
        sheet.number_rows(key);
    }
    match kind {
        Some(kind) => of_kind(place, sheet, kind, say),
        None => unknown(place, sheet, say),
    }
}

/// A sheet nobody can tell the kind of: its columns, as comments.
fn unknown(place: &Place, sheet: &Sheet, say: Say<'_>) -> Drafted {
    let ask = if sheet.is_of_occurrences() {
        "init-ask-occurrences"
    } else {
        "init-ask-kind"
    };
    let ask = Message::new(ask).with("file", called(place));
    let mut text = heading(place, sheet, say);
    question(&mut text, &ask, say);
    for column in &sheet.columns {
        unused(&mut text, column, say);
    }
    Drafted {
        text,
        asks: vec![ask],
        kind: None,
        used: 0,
        years: BTreeSet::new(),
    }
}

fn of_kind(place: &Place, sheet: &Sheet, kind: Kind, say: Say<'_>) -> Drafted {
    let used: Vec<&SeenColumn> = sheet
        .columns
        .iter()
        .filter(|column| {
            column
                .key
                .is_some_and(|key| kind.keys().any(|known| known == key))
        })
        .collect();
    let mut asks = Vec::new();
    let mut text = heading(place, sheet, say);
    let about = settings(place, sheet, kind, &mut asks);
    let _ = write!(
        text,
        "[[tables]]\nid = {}\nkind = \"{}\"\n{about}",
        quoted(&place.id),
        kind.name()
    );
    let _ = writeln!(text, "\n[tables.columns]");
    let mut units = Vec::new();
    for column in &used {
        mapped(&mut text, column, &mut units, say);
    }
    let depths = both_depths(sheet, kind);
    if let Some(column) = depths {
        let name = quoted(&column.name);
        let _ = writeln!(
            text,
            "top_cm = {{ name = {name}, part = \"top\" }}\nbottom_cm = {{ name = {name}, part = \"bottom\" }}"
        );
    }
    asks.extend(missing(place, sheet, kind));
    asks.extend(units.into_iter().map(|ask| ask.with("file", called(place))));
    for ask in &asks {
        question(&mut text, ask, say);
    }
    let questions = questions(sheet, kind);
    let wide = kind == Kind::SpeciesWide;
    let is_read = |column: &SeenColumn| {
        depths.is_some_and(|depths| depths.name == column.name)
            || wide
            || questions
                .iter()
                .any(|question| question.name == column.name)
    };
    for column in sheet
        .columns
        .iter()
        .filter(|column| !used.iter().any(|used| used.name == column.name))
    {
        if !is_read(column) {
            unused(&mut text, column, say);
        }
    }
    let mut ids = BTreeSet::new();
    for (place, column) in questions.iter().enumerate() {
        let id = question_id(&column.name, place, &mut ids);
        let _ = writeln!(
            text,
            "\n[[tables.questions]]\nid = {}\ncolumn = {}\ntext = {{ {} = {} }}  # {}",
            quoted(&id),
            quoted(&column.name),
            say.lang.code(),
            quoted(&column.name),
            say.words(&Message::new("init-question-words")),
        );
    }
    let years = sheet
        .column("date")
        .map(|column| column.facts.years.clone())
        .unwrap_or_default();
    Drafted {
        text,
        asks,
        kind: Some(kind),
        used: used.len() + questions.len(),
        years,
    }
}

/// What stands above the columns.
fn settings(place: &Place, sheet: &Sheet, kind: Kind, asks: &mut Vec<Message>) -> String {
    let mut text = format!("file = {}\n", quoted(&place.file));
    if let Some(name) = &place.sheet {
        let _ = writeln!(text, "sheet = {}", quoted(name));
    }
    if sheet.header_row > 1 {
        let _ = writeln!(text, "header_row = {}", sheet.header_row);
    }
    if let Some(row) = sheet.first_row {
        let _ = writeln!(text, "first_row = {row}");
    }
    if sheet.is_form() {
        let _ = writeln!(text, "export = \"kobo\"");
    }
    let no_value: BTreeSet<&String> = sheet
        .columns
        .iter()
        .flat_map(|column| &column.facts.no_value)
        .collect();
    if !no_value.is_empty() {
        let words: Vec<String> = no_value.into_iter().map(|word| quoted(word)).collect();
        let _ = writeln!(text, "missing = [{}]", words.join(", "));
    }
    match kind {
        Kind::SpeciesLong => scale(
            &mut text,
            "long",
            &sheet.column("amount").into_iter().collect::<Vec<_>>(),
            asks,
        ),
        Kind::SpeciesWide => {
            let first = kind::first_taxon(sheet)
                .map(|column| column.name.clone())
                .unwrap_or_default();
            let from = sheet
                .columns
                .iter()
                .skip_while(|column| column.name != first);
            scale(&mut text, "wide", &from.collect::<Vec<_>>(), asks);
            let _ = writeln!(text, "species_columns_from = {}", quoted(&first));
            if let Some(mark) = kind::layer_mark(sheet) {
                let _ = writeln!(text, "species_suffix = \"{mark}\"");
            }
        }
        Kind::SoilLayers => methods(&mut text, sheet, place, asks),
        Kind::SurveyAnswers => codes(&mut text, sheet, asks),
        _ => {}
    }
    text
}

fn scale(text: &mut String, layout: &str, amounts: &[&SeenColumn], asks: &mut Vec<Message>) {
    let (scale, ask) = kind::scale(amounts);
    let _ = writeln!(text, "scale = \"{scale}\"\nlayout = \"{layout}\"");
    asks.extend(ask);
}

/// Methods of the laboratory that no header tells.
fn methods(text: &mut String, sheet: &Sheet, place: &Place, asks: &mut Vec<Message>) {
    let mut ask = |id: &str| asks.push(Message::new(id).with("file", called(place)));
    if sheet.has("humus_percent") {
        let _ = writeln!(text, "carbon_method = \"tyurin_humus\"");
    } else if sheet.has("carbon_percent") {
        ask("init-ask-carbon-method");
    }
    if sheet.has("p2o5_mg_per_kg") || sheet.has("k2o_mg_per_kg") {
        let _ = writeln!(text, "nutrient_method = \"machigin\"");
        ask("init-ask-nutrient-method");
    }
    if sheet.has("ec_ds_per_m") {
        let _ = writeln!(text, "ec_method = \"one_to_five\"");
        ask("init-ask-ec-method");
    }
}

/// Lowest and highest code, where they are not 1 and 5.
fn codes(text: &mut String, sheet: &Sheet, asks: &mut Vec<Message>) {
    let bounds = kind::codes(sheet).filter_map(|column| column.facts.codes());
    if let Some((low, high)) = bounds.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) {
        if (low, high) != (1.0, 5.0) {
            let _ = writeln!(text, "codes = [{low}, {high}]");
        }
        asks.push(
            Message::new("init-ask-codes")
                .with("low", low)
                .with("high", high),
        );
    }
}

/// Columns of questions: those of codes, where no column names the question.
fn questions(sheet: &Sheet, kind: Kind) -> Vec<&SeenColumn> {
    let wide = kind == Kind::SurveyAnswers && !sheet.has("question");
    kind::codes(sheet).filter(|_| wide).collect()
}

/// A key for a question: its header where that is Latin and not taken, else its number.
fn question_id(header: &str, place: usize, taken: &mut BTreeSet<String>) -> String {
    let id = super::id_of(header);
    let latin = header.is_ascii() && taken.insert(id.clone());
    if latin { id } else { format!("q{}", place + 1) }
}

/// A mapped column, with its unit where one is known or must be asked for.
fn mapped(text: &mut String, column: &SeenColumn, asks: &mut Vec<Message>, say: Say<'_>) {
    let Some(key) = column.key else { return };
    let name = quoted(&column.name);
    let unit = vocabulary::unit_in(&column.name).filter(|unit| value::knows_unit(key, unit));
    let (unit, sure) = match unit {
        Some(unit) => (Some(unit), true),
        None => unit_by_size(key, &column.facts.holds),
    };
    if !sure {
        let unit = unit.unwrap_or("%");
        asks.push(
            Message::new("init-ask-unit")
                .with("column", column.name.as_str())
                .with("unit", unit),
        );
    }
    let value = match unit {
        Some(unit) => format!("{{ name = {name}, unit = \"{unit}\" }}"),
        None => name,
    };
    let _ = writeln!(
        text,
        "{key} = {value}  # {}",
        say.words(&column.facts.message())
    );
}

/// The unit numbers of this size can only be in, and whether that is sure: a density of 1350 is one in kg/m³, stones of 15 are per cent, carbon of 18
/// may be g/kg or a peat.
fn unit_by_size(key: &str, holds: &Holds) -> (Option<&'static str>, bool) {
    let Holds::Numbers { high, .. } = *holds else {
        return (None, true);
    };
    match key {
        "bulk_density_g_per_cm3" if high > 100.0 => (Some("kg/m3"), true),
        "coarse_fraction" if high > 1.0 => (Some("%"), true),
        "coarse_fraction" => (None, high > 0.0),
        "carbon_percent" if high > 58.0 => (Some("g/kg"), true),
        "carbon_percent" => (if high > 8.0 { Some("g/kg") } else { None }, high <= 3.0),
        _ => (None, true),
    }
}

/// The column that holds both depths of a layer, where no two columns do.
fn both_depths(sheet: &Sheet, kind: Kind) -> Option<&SeenColumn> {
    let apart = sheet.has("top_cm") || sheet.has("bottom_cm");
    let mut others = sheet.others().filter(|column| column.facts.ranges);
    others.next().filter(|_| kind == Kind::SoilLayers && !apart)
}

/// Needed columns that were not found.
fn missing(place: &Place, sheet: &Sheet, kind: Kind) -> Vec<Message> {
    let presence = kind == Kind::SpeciesLong && !sheet.has("amount");
    let stands_in = |key: &str| match key {
        "plot" => sheet.has("visit"),
        "date" => sheet.has("period") || sheet.has("visit"),
        _ => false,
    };
    let absent = kind
        .needed(presence)
        .iter()
        .filter(|key| !sheet.has(key) && !stands_in(key));
    let in_one = both_depths(sheet, kind).is_some();
    let mut asks = Vec::new();
    for key in absent {
        let ask = match *key {
            "top_cm" | "bottom_cm" if in_one => continue,
            "date" => Message::new("init-ask-date"),
            key => Message::new("init-ask-column").with("key", key),
        };
        asks.push(ask.with("file", called(place)));
    }
    asks
}

fn heading(place: &Place, sheet: &Sheet, say: Say<'_>) -> String {
    let about = Message::new("init-table")
        .with("file", called(place))
        .with("rows", sheet.rows)
        .with("header", sheet.header_row);
    format!("\n# {}\n", say.words(&about))
}

/// What people call a sheet.
pub(super) fn called(place: &Place) -> String {
    match &place.sheet {
        Some(sheet) => format!("{}, {sheet}", place.file),
        None => place.file.clone(),
    }
}

fn question(text: &mut String, ask: &Message, say: Say<'_>) {
    let _ = writeln!(text, "# ??? {}", say.words(ask));
}

/// A column that is not read, and what is in it; of one that points at persons nothing is told.
fn unused(text: &mut String, column: &SeenColumn, say: Say<'_>) {
    let name = quoted(&column.name).replace('\n', " ");
    let words = if vocabulary::is_personal(&column.name) {
        Message::new("init-personal")
    } else {
        column.facts.message()
    };
    let about = Message::new("init-unused")
        .with("column", name)
        .with("holds", say.words(&words));
    let _ = writeln!(text, "# {}", say.words(&about));
}
