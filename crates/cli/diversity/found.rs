//! What was found in each of what is compared.

use std::collections::BTreeMap;

use aimak_io::{
    problem::Problem,
    read::counts::{self, CountColumns, FoundRecord},
};
use aimak_science::diversity::{
    CoverShare, DissimilarityMatrix, Individuals, Presence, Sample, Table,
};

use crate::args;

/// Everything that was found.
pub struct Found {
    table: Amounts,
    assemblages: Vec<Assemblage>,
    joined: usize,
}

/// The table behind the assemblages.
enum Amounts {
    /// Individuals, or plots on which a species was.
    Counted(Table<Individuals>),
    /// Cover.
    Covered(Table<CoverShare>),
}

/// One of what is compared.
pub struct Assemblage {
    /// Its name.
    pub id: String,
    /// Amounts of its species.
    pub amounts: Vec<f64>,
    /// The sample it is; cover is none.
    pub sample: Option<Sample>,
}

impl Found {
    /// Reads the table.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(args: &args::Diversity) -> Result<Self, Vec<Problem>> {
        let columns = CountColumns {
            by: &args.by,
            species: &args.species,
            count: &args.count,
            plot: args.plots.as_deref(),
            time: None,
        };
        let path = &args.counts;
        if let Some(scale) = args.cover {
            let records = counts::cover(path, columns, scale)?;
            let table = table(&records);
            let (assemblages, joined) = (assemblages(&table, |_| None), table.joined_records());
            Ok(Self {
                table: Amounts::Covered(table),
                assemblages,
                joined,
            })
        } else if args.plots.is_some() {
            Ok(Self::on_plots(&counts::presence(path, columns)?))
        } else {
            let table = table(&counts::individuals(path, columns)?);
            let sample = |place| Some(table.sample(place));
            let (assemblages, joined) = (assemblages(&table, sample), table.joined_records());
            Ok(Self {
                table: Amounts::Counted(table),
                assemblages,
                joined,
            })
        }
    }

    /// Presence on plots: each species counts once a plot.
    fn on_plots(records: &[FoundRecord<Presence>]) -> Self {
        let mut by_plot: BTreeMap<(&str, &str), Vec<&FoundRecord<Presence>>> = BTreeMap::new();
        for record in records {
            let plot = (record.by.as_str(), record.plot.as_str());
            by_plot.entry(plot).or_default().push(record);
        }
        let mut plots: BTreeMap<&str, u64> = BTreeMap::new();
        let (mut occupied, mut joined) = (Vec::new(), 0);
        for ((by, _), records) in by_plot {
            *plots.entry(by).or_default() += 1;
            let mut species: Vec<&str> = records
                .iter()
                .filter(|record| record.amount.0)
                .map(|record| record.species.as_str())
                .collect();
            species.sort_unstable();
            let named = species.len();
            species.dedup();
            joined += named - species.len();
            occupied.push((by, "", Individuals(0)));
            occupied.extend(species.into_iter().map(|name| (by, name, Individuals(1))));
        }
        let table = Table::from_records(occupied).expect("invariant: a table read has rows");
        let sample = |place: usize| {
            let id = table.plots()[place].as_str();
            let counts: Vec<u64> = table.row(place).iter().map(|(_, count)| count.0).collect();
            Some(Sample::of_plots(&counts, plots[id]))
        };
        let assemblages = assemblages(&table, sample);
        Self {
            table: Amounts::Counted(table),
            assemblages,
            joined,
        }
    }

    /// All that is compared.
    pub fn assemblages(&self) -> &[Assemblage] {
        &self.assemblages
    }

    /// Records that met an earlier one of the same species in the same place.
    pub const fn joined(&self) -> usize {
        self.joined
    }

    /// Dissimilarities of all pairs.
    pub fn dissimilarities(&self, measure: args::Measure) -> DissimilarityMatrix {
        match (&self.table, measure.of_amounts) {
            (Amounts::Counted(table), true) => DissimilarityMatrix::of(table, measure.formula),
            (Amounts::Covered(table), true) => DissimilarityMatrix::of(table, measure.formula),
            (Amounts::Counted(table), false) => {
                DissimilarityMatrix::of(&table.presence(), measure.formula)
            }
            (Amounts::Covered(table), false) => {
                DissimilarityMatrix::of(&table.presence(), measure.formula)
            }
        }
    }
}

fn table<A: aimak_science::diversity::Amount>(records: &[FoundRecord<A>]) -> Table<A> {
    let long = records
        .iter()
        .map(|record| (record.by.as_str(), record.species.as_str(), record.amount));
    Table::from_records(long).expect("invariant: a table read has rows")
}

fn assemblages<A: aimak_science::diversity::Amount>(
    table: &Table<A>,
    sample: impl Fn(usize) -> Option<Sample>,
) -> Vec<Assemblage> {
    let assemblage = |(place, id): (usize, &String)| Assemblage {
        id: id.clone(),
        amounts: table.amounts(place),
        sample: sample(place),
    };
    table.plots().iter().enumerate().map(assemblage).collect()
}
