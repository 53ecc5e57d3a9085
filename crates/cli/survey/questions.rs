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

impl Question<'_> {
    /// The share in the two highest or the two lowest codes, with its limits where there are any.
    fn share(&self, highest: bool) -> Option<(f64, Option<(f64, f64)>)> {
        let share = if highest {
            self.answers.top(2)
        } else {
            self.answers.bottom(2)
        };
        let share = share.ok()?;
        let limits = match &self.clustered {
            None => Some(share.limits()),
            Some(found) => found.as_ref().ok().map(|found| {
                if highest {
                    found.top_2_limits
                } else {
                    found.bottom_2_limits
                }
            }),
        };
        Some((share.share(), limits))
    }

    /// Agreement less disagreement, with its limits where there are any.
    fn net(&self) -> Option<(f64, Option<(f64, f64)>)> {
        let net = self.answers.net_agreement().ok()?;
        let limits = match &self.clustered {
            None => net.limits(1.0),
            Some(found) => found.as_ref().ok().map(|found| found.net_limits),
        };
        Some((net.value(), limits))
    }

    /// What the villages tell, where they do.
    fn villages(&self) -> Option<&Clustered> {
        self.clustered.as_ref()?.as_ref().ok()
    }

    /// Why a figure or its limits are not there.
    fn reason(&self) -> Option<String> {
        match &self.clustered {
            _ if !self.open => Some("SUPPRESSED".to_owned()),
            Some(Err(refused)) => Some(refused.code().to_owned()),
            _ => None,
        }
    }
}

/// A figure of a row.
type Of = fn(&Question<'_>) -> Option<f64>;
/// A column of figures, named.
type Figure = (String, Of);

/// Figures of open rows, in the order of their columns.
fn figures() -> Vec<Figure> {
    let plain: [Figure; 3] = [
        ("median".to_owned(), |question| question.answers.median()),
        ("quartile_1".to_owned(), |question| {
            Some(question.answers.quartiles()?.0)
        }),
        ("quartile_3".to_owned(), |question| {
            Some(question.answers.quartiles()?.1)
        }),
    ];
    let with_limits: [(&str, [Of; 3]); 3] = [
        (
            "top_2",
            [
                |q| Some(q.share(true)?.0),
                |q| Some(q.share(true)?.1?.0),
                |q| Some(q.share(true)?.1?.1),
            ],
        ),
        (
            "bottom_2",
            [
                |q| Some(q.share(false)?.0),
                |q| Some(q.share(false)?.1?.0),
                |q| Some(q.share(false)?.1?.1),
            ],
        ),
        (
            "net_agreement",
            [
                |q| Some(q.net()?.0),
                |q| Some(q.net()?.1?.0),
                |q| Some(q.net()?.1?.1),
            ],
        ),
    ];
    let named = with_limits.into_iter().flat_map(|(name, of)| {
        ["", "_low", "_high"]
            .into_iter()
            .zip(of)
            .map(move |(end, of)| (format!("{name}{end}"), of))
    });
    plain.into_iter().chain(named).collect()
}

/// The table.
pub fn rows(args: &args::Survey, groups: &Groups<'_>) -> Rows<String> {
    let items = args.items.iter().enumerate();
    let questions: Vec<Question<'_>> = items
        .flat_map(|(place, item)| of_item(args, groups, place, item))
        .collect();
    let open = |of: &dyn Fn(&Question<'_>) -> Option<f64>| {
        let figure = |question: &Question<'_>| of(question).filter(|_| question.open);
        Cells::Numbers(questions.iter().map(figure).collect())
    };
    let words = |of: &dyn Fn(&Question<'_>) -> Option<String>| {
        Cells::Words(questions.iter().map(of).collect())
    };
    let count = |place: usize| {
        let of = |question: &Question<'_>| i64::try_from(question.counts[place]?).ok();
        Cells::Whole(questions.iter().map(of).collect())
    };
    let codes = args.scale.size();
    let mut columns = vec![
        (
            "group".to_owned(),
            words(&|question| Some(question.group.to_owned())),
        ),
        ("n".to_owned(), count(codes)),
    ];
    columns.extend((0..codes).map(|place| (format!("answer_{}", place + 1), count(place))));
    // the few without an opinion stand in no table that was looked through for what tells them
    let without = |question: &Question<'_>| {
        question
            .answers
            .share_without_opinion()
            .filter(|_| !args.publishable)
    };
    columns.push(("without_opinion".to_owned(), open(&without)));
    columns.extend(figures().into_iter().map(|(name, of)| (name, open(&of))));
    if args.cluster.is_some() {
        columns.push((
            "clusters".to_owned(),
            open(&|question| Some(question.villages()?.clusters as f64)),
        ));
        columns.push((
            "design_effect".to_owned(),
            open(&|question| question.villages()?.design_effect),
        ));
    }
    columns.push(("reason".to_owned(), words(&|question| question.reason())));
    let ids = questions.iter().map(|question| question.item.to_owned());
    Rows {
        field: "item".to_owned(),
        ids: ids.collect(),
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
