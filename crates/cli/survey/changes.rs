//! A row for each question: did the answers move from one date to the other?

use std::collections::BTreeMap;

use aimak_io::{
    read::answers::AnswerRow,
    zonal::{Cells, Rows},
};
use aimak_science::attitudes::{
    cross_sections::CrossSections,
    effective_size::DesignEffect,
    likert::{Distribution, Reply},
    panel::Panel,
    refusal::Refused,
    share_difference::ShareDifference,
};

use super::item;
use crate::args;

/// Highest codes that count as agreement.
const TOP: usize = 2;

/// What became of one question.
struct Change {
    /// Persons before and after; the same where they are the same persons.
    n: (usize, usize),
    /// Share in the two highest codes.
    top: ShareDifference,
    top_p: Option<f64>,
    /// Net share that moved up: Cliff's δ.
    rise: f64,
    rise_limits: Option<(f64, f64)>,
    rise_p: Option<f64>,
}

/// The table of changes: of the same persons where they are named, else of two samples.
pub fn rows(args: &args::Survey, rows: &[AnswerRow]) -> Rows {
    let of = |place: usize| {
        if args.person.is_some() {
            of_panel(args, rows, place)
        } else {
            of_samples(args, rows, place)
        }
    };
    let changes: Vec<Result<Change, Refused>> = (0..args.items.len()).map(of).collect();
    let numbers = |of: &dyn Fn(&Change) -> Option<f64>| {
        let number = |change: &Result<Change, Refused>| change.as_ref().ok().and_then(of);
        Cells::Numbers(changes.iter().map(number).collect())
    };
    let counts = |of: &dyn Fn(&Change) -> usize| {
        let count = |change: &Result<Change, Refused>| Some(of(change.as_ref().ok()?) as i64);
        Cells::Whole(changes.iter().map(count).collect())
    };
    let design = if args.person.is_some() {
        "panel"
    } else {
        "cross_sections"
    };
    let designs = changes.iter().map(|_| Some(design.to_owned()));
    let reasons = changes
        .iter()
        .map(|change| Some(change.as_ref().err()?.code().to_owned()));
    Rows {
        field: "item".to_owned(),
        ids: args.items.clone(),
        columns: vec![
            ("design", Cells::Words(designs.collect())),
            ("n_before", counts(&|change| change.n.0)),
            ("n_after", counts(&|change| change.n.1)),
            ("top_2_before", numbers(&|change| Some(change.top.before))),
            ("top_2_after", numbers(&|change| Some(change.top.after))),
            (
                "top_2_change",
                numbers(&|change| Some(change.top.difference())),
            ),
            ("top_2_change_low", numbers(&|change| Some(change.top.lo))),
            ("top_2_change_high", numbers(&|change| Some(change.top.hi))),
            ("top_2_p", numbers(&|change| change.top_p)),
            ("net_rise", numbers(&|change| Some(change.rise))),
            (
                "net_rise_low",
                numbers(&|change| Some(change.rise_limits?.0)),
            ),
            (
                "net_rise_high",
                numbers(&|change| Some(change.rise_limits?.1)),
            ),
            ("net_rise_p", numbers(&|change| change.rise_p)),
            ("reason", Cells::Words(reasons.collect())),
        ],
    }
}

/// Two samples of different persons.
fn of_samples(args: &args::Survey, rows: &[AnswerRow], place: usize) -> Result<Change, Refused> {
    let at = |date: &Option<String>| {
        let of_date = rows.iter().filter(|row| Some(&row.by) == date.as_ref());
        Distribution::of(args.scale, of_date.filter_map(|row| row.replies[place]))
    };
    let (before, after) = (at(&args.before)?, at(&args.after)?);
    let n = (before.n() as usize, after.n() as usize);
    let item = item(args, place);
    let waves = CrossSections::new((&item, before), (&item, after))?;
    let moved = waves.superiority();
    Ok(Change {
        n,
        top: waves.top_change(TOP, DesignEffect::NONE, DesignEffect::NONE)?,
        top_p: None,
        rise: moved.cliff_delta(),
        rise_limits: moved.cliff_limits(),
        rise_p: moved.p(),
    })
}

/// The same persons twice.
fn of_panel(args: &args::Survey, rows: &[AnswerRow], place: usize) -> Result<Change, Refused> {
    let at = |date: &Option<String>| -> BTreeMap<&str, u8> {
        let of_date = rows.iter().filter(|row| Some(&row.by) == date.as_ref());
        let coded = of_date.filter_map(|row| match row.replies[place] {
            Some(Reply::Code(code)) => Some((row.person.as_str(), code)),
            _ => None,
        });
        coded.collect()
    };
    let (before, after) = (at(&args.before), at(&args.after));
    let both = before
        .iter()
        .filter_map(|(person, code)| Some((*code, *after.get(person)?)));
    let pairs: Vec<(u8, u8)> = both.collect();
    let item = item(args, place);
    let panel = Panel::new((&item, &item), &pairs)?;
    let boxes = panel.top(TOP)?;
    let rise = panel.net_rise();
    Ok(Change {
        n: (panel.n(), panel.n()),
        top: boxes.difference()?,
        top_p: Some(boxes.mid_p()),
        rise: rise.value(),
        rise_limits: rise.limits(1.0),
        rise_p: Some(panel.sign_test_p()),
    })
}
