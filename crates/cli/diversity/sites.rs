//! What was found on each plot of each of what is compared.

use std::collections::BTreeMap;

use aimak_io::{
    problem::Problem,
    read::counts::{self, CountColumns, FoundRecord},
};
use aimak_science::diversity::{Amount, CoverShare, Individuals, Presence, Table};

use crate::args;

/// One of what is compared, with its plots.
pub struct Site {
    /// Its name.
    pub by: String,
    /// Its plots.
    pub table: Table<Found>,
}

/// An amount, however it was noted; one table holds one kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Found {
    /// Individuals.
    Counted(Individuals),
    /// Cover.
    Covered(CoverShare),
    /// Presence.
    Present(Presence),
}

impl Amount for Found {
    fn number(self) -> f64 {
        match self {
            Self::Counted(amount) => amount.number(),
            Self::Covered(amount) => amount.number(),
            Self::Present(amount) => amount.number(),
        }
    }

    fn joined(self, other: Self) -> Self {
        match (self, other) {
            (Self::Counted(one), Self::Counted(other)) => Self::Counted(one.joined(other)),
            (Self::Covered(one), Self::Covered(other)) => Self::Covered(one.joined(other)),
            (Self::Present(one), Self::Present(other)) => Self::Present(one.joined(other)),
            _ => unreachable!("invariant: a table was noted in one way"),
        }
    }
}

/// The plots of everything that is compared; nothing unless plots are asked for.
///
/// # Errors
/// Everything that is wrong with the table, or the option that asks for plots nobody named.
pub fn read(args: &args::Diversity) -> Result<Vec<Site>, Vec<Problem>> {
    let asked: Vec<&str> = args.about_sites().collect();
    let Some(column) = args.site_column() else {
        let missing = |option: &&str| Problem::error("diversity-no-sites", option).found("—");
        let problems: Vec<Problem> = asked.iter().map(missing).collect();
        return if problems.is_empty() {
            Ok(Vec::new())
        } else {
            Err(problems)
        };
    };
    if args.partition.is_none() && args.multi_site.is_none() {
        return Ok(Vec::new());
    }
    let mut groups: BTreeMap<String, Vec<FoundRecord<Found>>> = BTreeMap::new();
    for record in records(args, column, None)? {
        groups.entry(record.by.clone()).or_default().push(record);
    }
    let site = |(by, records): (String, Vec<FoundRecord<Found>>)| Site {
        by,
        table: table(records.iter()),
    };
    Ok(groups.into_iter().map(site).collect())
}

/// All rows with their plots, and their times where a column is given.
///
/// # Errors
/// Everything that is wrong with the table.
pub fn records(
    args: &args::Diversity,
    plot: &str,
    time: Option<&str>,
) -> Result<Vec<FoundRecord<Found>>, Vec<Problem>> {
    let columns = CountColumns {
        by: &args.by,
        species: &args.species,
        count: &args.count,
        plot: Some(plot),
        time,
    };
    let path = &args.counts;
    Ok(match (args.cover, &args.plots) {
        (Some(scale), _) => noted(counts::cover(path, columns, scale)?, Found::Covered),
        (None, Some(_)) => noted(counts::presence(path, columns)?, Found::Present),
        (None, None) => noted(counts::individuals(path, columns)?, Found::Counted),
    })
}

fn noted<A>(records: Vec<FoundRecord<A>>, as_found: fn(A) -> Found) -> Vec<FoundRecord<Found>> {
    let one = |record: FoundRecord<A>| FoundRecord {
        by: record.by,
        plot: record.plot,
        time: record.time,
        species: record.species,
        amount: as_found(record.amount),
    };
    records.into_iter().map(one).collect()
}

/// Plots by species.
pub fn table<'a>(records: impl Iterator<Item = &'a FoundRecord<Found>>) -> Table<Found> {
    let long = records.map(|record| (record.plot.as_str(), record.species.as_str(), record.amount));
    Table::from_records(long).expect("invariant: a group has rows")
}
