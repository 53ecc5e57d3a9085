//! Sentences and pictures of an effect, in three languages.

use aimak_atlas::{
    effect::{EffectWords, standalone},
    texts::Catalogue,
};
use aimak_core::{EffectReport, Lang};
use aimak_io::{
    problem::Problem,
    write::Tables,
    zonal::{Cells, Rows, write_rows},
};
use serde_json::{Value, json};

use crate::args;

/// Sentences in all languages.
pub const SENTENCES: &str = "sentences.csv";
/// Event study, forest and balance of each language.
pub const PICTURES: [&str; 9] = [
    "event_study.ky.svg",
    "event_study.ru.svg",
    "event_study.en.svg",
    "forest.ky.svg",
    "forest.ru.svg",
    "forest.en.svg",
    "balance.ky.svg",
    "balance.ru.svg",
    "balance.en.svg",
];

/// The name of the outcome, and what the units are called.
pub type Named<'a> = (&'a str, &'a str);

/// What is said, line by line: the sentence first, then what it rests on, the grade, and what would raise it.
fn said(
    told: &EffectReport,
    words: &Catalogue,
    (name, called): Named<'_>,
) -> Vec<(&'static str, String)> {
    let of = EffectWords {
        report: told,
        words,
        name,
        written: None,
        called,
    };
    let mut said = vec![("sentence", of.sentence())];
    // where the change is the headline it would be told twice
    let compared = told.headline() != &told.described;
    said.extend(
        of.described()
            .filter(|_| compared)
            .map(|line| ("described", line)),
    );
    said.extend(of.detectable().map(|line| ("detectable", line)));
    said.push(("permutation", of.permutation()));
    said.push(("trends", of.trends()));
    let placebos = of.placebo_outcomes(|column| (column.to_owned(), None));
    said.extend(placebos.into_iter().map(|line| ("placebo_outcome", line)));
    said.extend(of.likeness().map(|line| ("neighbours", line)));
    said.push(("grade", of.grade()));
    said.extend(told.steps.iter().map(|step| ("step", words.message(step))));
    said.extend(
        told.advice
            .iter()
            .map(|advice| ("advice", words.message(advice))),
    );
    said
}

/// The lines for the person at the keyboard.
pub fn lines(told: &EffectReport, words: &Catalogue, name: Named<'_>) -> Vec<String> {
    said(told, words, name)
        .into_iter()
        .map(|(_, line)| line)
        .collect()
}

/// Writes sentences and pictures.
pub fn write(folder: &Tables, told: &EffectReport, name: Named<'_>) -> Result<(), Problem> {
    let mut rows = Vec::new();
    for lang in Lang::ALL {
        let words = Catalogue::new(lang);
        let all = said(told, &words, name);
        rows.extend(all.into_iter().map(|(kind, line)| (lang, kind, line)));
        let of = EffectWords {
            report: told,
            words: &words,
            name: name.0,
            written: None,
            called: name.1,
        };
        let pictures = [
            ("event_study", of.event_study()),
            ("forest", of.forest()),
            ("balance", of.balance(str::to_owned)),
        ];
        for (picture, svg) in pictures {
            if let Some(svg) = svg {
                folder.text(&format!("{picture}.{}.svg", lang.code()), &standalone(&svg))?;
            }
        }
    }
    let column = |pick: fn(&(Lang, &str, String)) -> String| {
        Cells::Words(rows.iter().map(|row| Some(pick(row))).collect())
    };
    let table = Rows {
        field: "language".to_owned(),
        ids: rows
            .iter()
            .map(|(lang, _, _)| lang.code().to_owned())
            .collect(),
        columns: vec![
            ("kind", column(|row| row.1.to_owned())),
            ("text", column(|row| row.2.clone())),
        ],
    };
    write_rows(&folder.path(SENTENCES), &table)
}

/// Everything, as data.
pub fn about(told: &EffectReport, args: &args::Effect) -> Value {
    json!({
        "command": "effect",
        "registered": args.registered.map(|date| date.to_string()),
        "report": told,
    })
}
