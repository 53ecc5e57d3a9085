//! What came and went on each plot between two visits.

use std::collections::{BTreeMap, BTreeSet};

use aimak_core::Message;
use aimak_io::{
    problem::Problem,
    read::counts::FoundRecord,
    zonal::{Cells, Rows},
};
use aimak_science::diversity::{
    Dissimilarity,
    temporal::{MeanTurnover, Revisit, revisits},
};
use serde_json::{Value, json};

use super::sites::{self, Found};
use crate::args;

/// The plots visited twice of each of what is compared.
pub struct Turnover {
    groups: Vec<Group>,
    /// The two times, the earlier first.
    times: [String; 2],
    /// Plots visited at one time only.
    once: usize,
}

/// The plots visited twice of one of what is compared.
struct Group {
    by: String,
    /// By presence.
    presence: Vec<Revisit>,
    /// By amounts, the same plots.
    amounts: Vec<Revisit>,
}

/// What was found at the two visits; nothing unless it is asked for.
///
/// # Errors
/// Everything that is wrong with the table, or a column that holds another number of times than two.
pub fn read(args: &args::Diversity) -> Result<Option<Turnover>, Vec<Problem>> {
    let (Some(plot), Some(time)) = (args.site_column(), args.revisits.as_deref()) else {
        return Ok(None);
    };
    let records = sites::records(args, plot, Some(time))?;
    let mut times: Vec<&str> = records.iter().map(|record| record.time.as_str()).collect();
    times.sort_unstable_by(|one, other| in_time(one, other));
    times.dedup();
    let [before, after] = times[..] else {
        let file = args.counts.display().to_string();
        let problem = Problem::error("diversity-two-times", &file).in_column(time);
        return Err(vec![problem.found(times.join(", "))]);
    };
    let times = [before, after].map(str::to_owned);
    let mut groups: BTreeMap<&str, [Vec<&FoundRecord<Found>>; 2]> = BTreeMap::new();
    let mut visits: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for record in &records {
        let later = usize::from(record.time == times[1]);
        groups.entry(&record.by).or_default()[later].push(record);
        let plot = (record.by.as_str(), record.plot.as_str());
        visits.entry(plot).or_default().insert(&record.time);
    }
    let once = visits.values().filter(|times| times.len() == 1).count();
    let groups = groups.into_iter().map(|(by, found)| Group::of(by, found));
    Ok(Some(Turnover {
        groups: groups.collect(),
        times,
        once,
    }))
}

/// Numbers by their size, anything else by its letters.
fn in_time(one: &str, other: &str) -> std::cmp::Ordering {
    match (one.parse::<f64>(), other.parse::<f64>()) {
        (Ok(a), Ok(b)) => a.total_cmp(&b),
        _ => one.cmp(other),
    }
}

impl Group {
    fn of(by: &str, [before, after]: [Vec<&FoundRecord<Found>>; 2]) -> Self {
        let (mut presence, mut amounts) = (Vec::new(), Vec::new());
        if !(before.is_empty() || after.is_empty()) {
            let [before, after] = [before, after].map(|records| sites::table(records.into_iter()));
            presence = revisits(&before.presence(), &after.presence());
            amounts = revisits(&before, &after);
        }
        Self {
            by: by.to_owned(),
            presence,
            amounts,
        }
    }

    /// Mean turnover of the plots by Jaccard; `None` for fewer than two.
    fn mean(&self) -> Option<MeanTurnover> {
        MeanTurnover::of(&self.presence, Dissimilarity::Jaccard).ok()
    }
}

impl Turnover {
    /// Mean turnover of what is compared, where it has one.
    fn means(&self) -> Vec<(&str, MeanTurnover)> {
        let groups = self.groups.iter();
        groups
            .filter_map(|group| Some((group.by.as_str(), group.mean()?)))
            .collect()
    }

    /// What a program wants to know.
    pub fn json(&self) -> Value {
        let mean = |(by, found): (&str, MeanTurnover)| {
            let (low, high) = found.error.limits(found.mean);
            json!({ "of": by, "plots": found.plots, "jaccard": found.mean, "low": low, "high": high })
        };
        let means: Vec<Value> = self.means().into_iter().map(mean).collect();
        json!({ "before": self.times[0], "after": self.times[1], "once": self.once, "means": means })
    }

    /// Means, their difference where there are two, and what must be known of them.
    pub fn told(&self) -> Vec<Message> {
        let means = self.means();
        let mean = |(by, found): &(&str, MeanTurnover)| {
            let (low, high) = found.error.limits(found.mean);
            percents(
                Message::new("cli-diversity-turnover"),
                found.mean,
                (low, high),
            )
            .with("by", *by)
            .with("plots", found.plots)
        };
        let mut told: Vec<Message> = means.iter().map(mean).collect();
        if let [(one, first), (other, second)] = &means[..] {
            let (difference, error) = first.beyond(second);
            let message = Message::new("cli-diversity-turnover-difference");
            let message = percents(message, difference, error.limits(difference));
            told.push(message.with("one", *one).with("other", *other));
        }
        if self.once > 0 {
            told.push(Message::new("cli-diversity-turnover-once").with("n", self.once));
        }
        told.push(Message::new("cli-diversity-turnover-note"));
        told
    }
}

/// Shares as per cent with a decimal.
fn percents(message: Message, value: f64, (low, high): (f64, f64)) -> Message {
    let percent = |share: f64| (1000.0 * share).round() / 10.0;
    message
        .with("value", percent(value))
        .with("low", percent(low))
        .with("high", percent(high))
}

/// Columns on presence and on amounts, as betapart names them.
const ON_PRESENCE: [(&str, Dissimilarity); 6] = [
    ("beta_sim", Dissimilarity::Turnover),
    ("beta_sne", Dissimilarity::Nestedness),
    ("beta_sor", Dissimilarity::Sorensen),
    ("beta_jtu", Dissimilarity::JaccardTurnover),
    ("beta_jne", Dissimilarity::JaccardNestedness),
    ("beta_jac", Dissimilarity::Jaccard),
];
const ON_AMOUNTS: [(&str, Dissimilarity); 3] = [
    ("beta_bray_bal", Dissimilarity::Turnover),
    ("beta_bray_gra", Dissimilarity::Nestedness),
    ("beta_bray", Dissimilarity::BRAY_CURTIS),
];

/// Writes a row for each plot visited twice, where it is asked for.
///
/// # Errors
/// Where the disk refuses.
pub fn write(args: &args::Diversity, turnover: Option<&Turnover>) -> Result<(), Problem> {
    let (Some(path), Some(turnover)) = (&args.turnover, turnover) else {
        return Ok(());
    };
    let rows: Vec<(&str, &Revisit, &Revisit)> = turnover
        .groups
        .iter()
        .flat_map(|group| {
            let both = group.presence.iter().zip(&group.amounts);
            both.map(|(presence, amounts)| (group.by.as_str(), presence, amounts))
        })
        .collect();
    let numbers = |of: &dyn Fn(&Revisit) -> Option<f64>| {
        Cells::Numbers(rows.iter().map(|(_, presence, _)| of(presence)).collect())
    };
    let plots = rows
        .iter()
        .map(|(_, revisit, _)| Some(revisit.plot.clone()));
    let mut columns = vec![
        ("plot", Cells::Words(plots.collect())),
        ("both", numbers(&|found| Some(found.shared.both))),
        (
            "only_before",
            numbers(&|found| Some(found.shared.only_first)),
        ),
        (
            "only_after",
            numbers(&|found| Some(found.shared.only_second)),
        ),
        ("gained", numbers(&Revisit::gain)),
        ("lost", numbers(&Revisit::loss)),
    ];
    for (name, measure) in ON_PRESENCE {
        columns.push((name, numbers(&|found| found.dissimilarity(measure))));
    }
    for (name, measure) in ON_AMOUNTS.into_iter().filter(|_| args.plots.is_none()) {
        let of = |(_, _, amounts): &(&str, &Revisit, &Revisit)| amounts.dissimilarity(measure);
        columns.push((name, Cells::Numbers(rows.iter().map(of).collect())));
    }
    let rows = Rows {
        field: args.by.clone(),
        ids: rows.iter().map(|(by, _, _)| (*by).to_owned()).collect(),
        columns,
    };
    aimak_io::zonal::write_rows(path, &rows)
}
