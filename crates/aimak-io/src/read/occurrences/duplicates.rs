//! Which records tell the same twice?

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};

use aimak_science::diversity::occurrence::{BasisOfRecord, Licence};

use super::{Flag, Occurrence, record::Read};

/// Places that agree in so many decimals of a degree are one (about 10 m).
const DECIMALS: i32 = 4;

/// What two records of one sighting share: species, days, rounded place, observer.
type Key = (String, String, [i64; 2], String);

/// Records without their repetitions, and the repetitions. The best known one of each stays, whatever the order of rows.
pub(super) fn parted(reads: Vec<Read>) -> (Vec<Occurrence>, Vec<Occurrence>) {
    let (mut kept, mut again): (Vec<Occurrence>, Vec<Occurrence>) = (Vec::new(), Vec::new());
    let mut groups: BTreeMap<Key, Vec<Occurrence>> = BTreeMap::new();
    for read in reads {
        match key(&read) {
            Some(key) => groups.entry(key).or_default().push(read.occurrence),
            // without a day or a place nobody can say that two records are one
            None => kept.push(read.occurrence),
        }
    }
    for mut group in groups.into_values() {
        group.sort_by(better);
        let mut group = group.into_iter();
        kept.extend(group.next());
        again.extend(group);
    }
    (kept, again)
}

fn key(read: &Read) -> Option<Key> {
    let Occurrence {
        species,
        days,
        place,
        ..
    } = &read.occurrence;
    let (days, place) = ((*days)?, (*place)?);
    let rounded = place.map(|degrees| (degrees * 10_f64.powi(DECIMALS)).round() as i64);
    let days = format!("{} {}", days.from, days.to);
    Some((species.clone(), days, rounded, read.observer.clone()))
}

/// Usable on maps first, then more precise, then by what they say; by rows only where they say the same.
fn better(one: &Occurrence, other: &Occurrence) -> Ordering {
    let certain = |record: &Occurrence| record.uncertainty_m.unwrap_or(f64::INFINITY);
    let place = |record: &Occurrence| record.place.map_or(0.0, |[x, _]| x);
    other
        .on_map()
        .cmp(&one.on_map())
        .then(certain(one).total_cmp(&certain(other)))
        .then_with(|| said(one).cmp(&said(other)))
        .then(place(one).total_cmp(&place(other)))
        .then_with(|| (&one.file, one.row).cmp(&(&other.file, other.row)))
}

/// What a record says besides its place.
fn said(
    record: &Occurrence,
) -> (
    [Option<&str>; 3],
    Licence,
    Option<BasisOfRecord>,
    &BTreeSet<Flag>,
) {
    let texts = [&record.id, &record.dataset, &record.name].map(Option::as_deref);
    (texts, record.licence, record.basis, &record.flags)
}
