//! The tables of records, species and areas.

use std::collections::BTreeMap;

use aimak_io::{
    read::occurrences::{AreaList, LeftOut, Occurrence},
    zonal::{Cells, Polygons, Rows},
};
use aimak_science::diversity::occurrence::SpeciesLine;

use crate::voice::Voice;

/// A row for each record; with what it may be used for.
pub fn records(records: &[Occurrence], with_use: bool) -> Rows {
    let words =
        |of: &dyn Fn(&Occurrence) -> Option<String>| Cells::Words(records.iter().map(of).collect());
    let numbers =
        |of: &dyn Fn(&Occurrence) -> Option<f64>| Cells::Numbers(records.iter().map(of).collect());
    let day = |last: bool| {
        words(&|record| {
            let days = record.days?;
            let day = if last {
                days.to.yesterday().ok()?
            } else {
                days.from
            };
            Some(day.to_string())
        })
    };
    let codes = |record: &Occurrence| {
        let codes: Vec<&str> = record.flags.iter().map(|flag| flag.code()).collect();
        (!codes.is_empty()).then(|| codes.join(" "))
    };
    let used = |record: &Occurrence| Some(if record.on_map() { "map" } else { "list" }.to_owned());
    let row = |record: &Occurrence| i64::try_from(record.row).ok();
    let mut columns = vec![
        ("id", words(&|record| record.id.clone())),
        ("name_as_written", words(&|record| record.name.clone())),
        ("first_day", day(false)),
        ("last_day", day(true)),
        ("longitude", numbers(&|record| record.place.map(|[x, _]| x))),
        ("latitude", numbers(&|record| record.place.map(|[_, y]| y))),
        ("uncertainty_m", numbers(&|record| record.uncertainty_m)),
        ("use", words(&used)),
        ("flags", words(&codes)),
        (
            "basis_of_record",
            words(&|record| record.basis.map(|basis| basis.name().to_owned())),
        ),
        ("individual_count", numbers(&|record| record.count)),
        (
            "organism_quantity",
            words(&|record| record.quantity.clone()),
        ),
        (
            "organism_quantity_type",
            words(&|record| record.quantity_type.clone()),
        ),
        (
            "sampling_protocol",
            words(&|record| record.protocol.clone()),
        ),
        ("sampling_effort", words(&|record| record.effort.clone())),
        ("sample_size", words(&|record| record.sample_size.clone())),
        (
            "sample_size_unit",
            words(&|record| record.sample_size_unit.clone()),
        ),
        ("event", words(&|record| record.event.clone())),
        ("country", words(&|record| record.country.clone())),
        ("dataset", words(&|record| record.dataset.clone())),
        (
            "licence",
            words(&|record| Some(record.licence.name().to_owned())),
        ),
        (
            "licence_as_written",
            words(&|record| record.licence_given.clone()),
        ),
        (
            "data_generalizations",
            words(&|record| record.generalizations.clone()),
        ),
        (
            "information_withheld",
            words(&|record| record.information_withheld.clone()),
        ),
        ("file", words(&|record| Some(record.file.clone()))),
        ("row", Cells::Whole(records.iter().map(row).collect())),
    ];
    if !with_use {
        columns.retain(|(name, _)| *name != "use");
    }
    Rows {
        field: "species".to_owned(),
        ids: records
            .iter()
            .map(|record| record.species.clone())
            .collect(),
        columns,
    }
}

/// A row for each record that is left out, with the reason as code and in words.
pub fn left_out(voice: &Voice, left_out: &[LeftOut]) -> Rows {
    let row = |record: &LeftOut| i64::try_from(record.row).ok();
    let reason = |record: &LeftOut| Some(record.rule.code().to_owned());
    let words = |record: &LeftOut| Some(voice.catalogue().keyed("left-out", record.rule.code()));
    Rows {
        field: "file".to_owned(),
        ids: left_out.iter().map(|record| record.file.clone()).collect(),
        columns: vec![
            ("row", Cells::Whole(left_out.iter().map(row).collect())),
            (
                "id",
                Cells::Words(left_out.iter().map(|record| record.id.clone()).collect()),
            ),
            (
                "reason",
                Cells::Words(left_out.iter().map(reason).collect()),
            ),
            ("words", Cells::Words(left_out.iter().map(words).collect())),
        ],
    }
}

/// A row for each species.
pub fn species(list: &BTreeMap<&str, SpeciesLine>) -> Rows {
    let all: u64 = list.values().map(|line| line.records).sum();
    let shares: Vec<_> = list.values().map(|line| line.share_of(all)).collect();
    let whole =
        |of: &dyn Fn(&SpeciesLine) -> Option<i64>| Cells::Whole(list.values().map(of).collect());
    let count = |n: u64| i64::try_from(n).ok();
    let reason = |share: &Result<f64, aimak_core::Withheld>| {
        share
            .as_ref()
            .err()
            .map(|withheld| withheld.reason.code().to_owned())
    };
    Rows {
        field: "species".to_owned(),
        ids: list.keys().map(|name| (*name).to_owned()).collect(),
        columns: vec![
            ("records", whole(&|line| count(line.records))),
            ("records_for_maps", whole(&|line| count(line.on_map))),
            (
                "first_year",
                whole(&|line| line.years.map(|(first, _)| i64::from(first))),
            ),
            (
                "last_year",
                whole(&|line| line.years.map(|(_, last)| i64::from(last))),
            ),
            (
                "share_of_all_records",
                Cells::Numbers(
                    shares
                        .iter()
                        .map(|share| share.as_ref().ok().copied())
                        .collect(),
                ),
            ),
            (
                "share_reason",
                Cells::Words(shares.iter().map(reason).collect()),
            ),
            ("all_records", whole(&|_| count(all))),
        ],
    }
}

/// A row for each polygon.
pub fn areas(polygons: &Polygons, lists: &[AreaList]) -> Rows {
    let whole =
        |of: &dyn Fn(&AreaList) -> Option<i64>| Cells::Whole(lists.iter().map(of).collect());
    Rows {
        field: polygons.field.clone(),
        ids: polygons.ids.clone(),
        columns: vec![
            (
                "species_known",
                whole(&|list| i64::try_from(list.species.len()).ok()),
            ),
            ("records", whole(&|list| i64::try_from(list.records).ok())),
            (
                "years_with_records",
                whole(&|list| i64::try_from(list.years.len()).ok()),
            ),
            (
                "first_year",
                whole(&|list| list.years.first().copied().map(i64::from)),
            ),
            (
                "last_year",
                whole(&|list| list.years.last().copied().map(i64::from)),
            ),
        ],
    }
}
