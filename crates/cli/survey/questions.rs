//! A row for each question and group: how often each answer was given, and on balance.

use aimak_io::zonal::{Cells, Rows};
use aimak_science::{
    attitudes::{
        clustered::Clustered,
        likert::{Distribution, Reply},
        refusal::Refused,
    },
    disclosure::{
        rule::Rule,
        suppression::PublishedTable,
        table::{Cell, CountTable},
    },
};

use super::Groups;
use crate::args;

/// One row.
struct Question<'a> {
    item: &'a str,
    group: &'a str,
    answers: Distribution,
    /// Limits that know the villages, or why there are none; `None` where nobody named villages.
    clustered: Option<Result<Clustered, Refused>>,
    /// Counts by code and their sum, where they may be seen.
    counts: Vec<Option<u64>>,
    /// False where a count of this row is kept back, and with it all that would tell it.
    open: bool,
}

/// The table.
pub fn rows(args: &args::Survey, groups: &Groups<'_>) -> Rows<String> {
    let questions: Vec<Question<'_>> = args
        .items
        .iter()
        .enumerate()
        .flat_map(|(place, item)| of_item(args, groups, place, item))
        .collect();
    let numbers = |of: &dyn Fn(&Question<'_>) -> Option<f64>| {
        Cells::Numbers(questions.iter().map(of).collect())
    };
    let open = |question: &Question<'_>, of: &dyn Fn(&Distribution) -> Option<f64>| {
        of(&question.answers).filter(|_| question.open)
    };
    let figure =
        |of: &dyn Fn(&Distribution) -> Option<f64>| numbers(&|question| open(question, of));
    let between = |of: &dyn Fn(&Question<'_>) -> Option<f64>| {
        numbers(&|question| of(question).filter(|_| question.open))
    };
    let count = |place: usize| {
        let of = |question: &Question<'_>| i64::try_from(question.counts[place]?).ok();
        Cells::Whole(questions.iter().map(of).collect())
    };
    let codes = args.scale.size();
    let groups = questions
        .iter()
        .map(|question| Some(question.group.to_owned()));
    let mut columns = vec![("group".to_owned(), Cells::Words(groups.collect()))];
    columns.push(("n".to_owned(), count(codes)));
    columns.extend((0..codes).map(|place| (format!("answer_{}", place + 1), count(place))));
    columns.push((
        "without_opinion".to_owned(),
        // the few without an opinion stand in no table that was looked through for what tells them
        numbers(&|question| {
            open(question, &Distribution::share_without_opinion).filter(|_| !args.publishable)
        }),
    ));
    columns.push(("median".to_owned(), figure(&Distribution::median)));
    columns.push((
        "quartile_1".to_owned(),
        figure(&|found| Some(found.quartiles()?.0)),
    ));
    columns.push((
        "quartile_3".to_owned(),
        figure(&|found| Some(found.quartiles()?.1)),
    ));
    for (name, part) in [("top_2", true), ("bottom_2", false)] {
        let share = move |found: &Distribution| {
            let share = if part { found.top(2) } else { found.bottom(2) };
            share.ok()
        };
        columns.push((
            name.to_owned(),
            figure(&|found| Some(share(found)?.share())),
        ));
        let limits = move |question: &Question<'_>| match &question.clustered {
            None => Some(share(&question.answers)?.limits()),
            Some(found) => found.as_ref().ok().map(|found| {
                if part {
                    found.top_2_limits
                } else {
                    found.bottom_2_limits
                }
            }),
        };
        columns.push((
            format!("{name}_low"),
            between(&|question| Some(limits(question)?.0)),
        ));
        columns.push((
            format!("{name}_high"),
            between(&|question| Some(limits(question)?.1)),
        ));
    }
    let net = |found: &Distribution| found.net_agreement().ok();
    let limits = |question: &Question<'_>| match &question.clustered {
        None => net(&question.answers)?.limits(1.0),
        Some(found) => found.as_ref().ok().map(|found| found.net_limits),
    };
    columns.push((
        "net_agreement".to_owned(),
        figure(&|found| Some(net(found)?.value())),
    ));
    columns.push((
        "net_agreement_low".to_owned(),
        between(&|question| Some(limits(question)?.0)),
    ));
    columns.push((
        "net_agreement_high".to_owned(),
        between(&|question| Some(limits(question)?.1)),
    ));
    if args.cluster.is_some() {
        let found = |question: &Question<'_>| question.clustered.as_ref()?.as_ref().ok().cloned();
        columns.push((
            "clusters".to_owned(),
            between(&|question| Some(found(question)?.clusters as f64)),
        ));
        columns.push((
            "design_effect".to_owned(),
            between(&|question| found(question)?.design_effect),
        ));
    }
    let reason = |question: &Question<'_>| match &question.clustered {
        _ if !question.open => Some("SUPPRESSED".to_owned()),
        Some(Err(refused)) => Some(refused.code().to_owned()),
        _ => None,
    };
    columns.push((
        "reason".to_owned(),
        Cells::Words(questions.iter().map(reason).collect()),
    ));
    Rows {
        field: "item".to_owned(),
        ids: questions
            .iter()
            .map(|question| question.item.to_owned())
            .collect(),
        columns,
    }
}

/// The rows of one question.
fn of_item<'a>(
    args: &args::Survey,
    groups: &Groups<'a>,
    place: usize,
    item: &'a str,
) -> Vec<Question<'a>> {
    let of_group = |replies: &Vec<Vec<(&str, Reply)>>| {
        let replies = replies[place].iter().map(|(_, reply)| *reply);
        Distribution::of(args.scale, replies).expect("invariant: codes were read by the scale")
    };
    let by_village = |replies: &Vec<Vec<(&str, Reply)>>| {
        let asked = args.cluster.is_some();
        asked.then(|| Clustered::of(args.scale, replies[place].iter().copied()))
    };
    let clustered: Vec<_> = groups.replies.iter().map(by_village).collect();
    let answers: Vec<Distribution> = groups.replies.iter().map(of_group).collect();
    let shown = shown(args, &answers);
    let named = groups.names.iter().zip(answers).zip(clustered).zip(shown);
    named
        .map(|(((group, answers), clustered), counts)| Question {
            item,
            group,
            answers,
            clustered,
            open: counts.iter().all(Option::is_some),
            counts,
        })
        .collect()
}

/// Counts of each group by code, their sum last; those that point at few persons are kept back where the table is to be published,
/// and with them what would tell them.
fn shown(args: &args::Survey, answers: &[Distribution]) -> Vec<Vec<Option<u64>>> {
    let inner: Vec<Vec<u64>> = answers
        .iter()
        .map(|found| found.counts().to_vec())
        .collect();
    let all = CountTable::new(inner).expect("invariant: every group has a count for each code");
    let published = args
        .publishable
        .then(|| PublishedTable::of(&all, &Rule::METHODS));
    let cell = |row: usize, column: usize| {
        let cell = Cell { row, column };
        match &published {
            Some(published) => published.count(cell),
            None => Some(all.count(cell)),
        }
    };
    (0..all.rows())
        .map(|row| {
            (0..=all.columns())
                .map(|column| cell(row, column))
                .collect()
        })
        .collect()
}
