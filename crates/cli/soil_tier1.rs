//! `aimak soil-tier1`: which carbon does the default method of the IPCC assume, before and after?

use aimak_core::{Interval, Management, ManagementRecord, Message, Withheld};
use aimak_io::{
    problem::Problem,
    read::tier1_sheet::{Tier1Field, soil_key, tier1_fields, zone_key},
    zonal::{Cells, Rows},
};
use aimak_science::soil::tier1::{
    ESTIMATE_KIND, FACTOR_SET, Sign, Tier1Change, Tier1Place, Tier1Stock,
};

use crate::{Outcome, args, problems, voice::Voice};

/// What the default method says of a field.
struct Assumed {
    id: String,
    place: Option<Tier1Place>,
    before: Result<Tier1Stock, Withheld>,
    after: Result<Tier1Stock, Withheld>,
    change: Result<Tier1Change, Withheld>,
}

/// Reads the fields, computes, writes a row for each; the table appears only when it is whole.
pub fn soil_tier1(voice: &Voice, args: &args::SoilTier1) -> Outcome {
    let report = |found: &[Problem]| problems::report(voice, found);
    let writable = aimak_io::zonal::rows_writable(&args.out);
    let mut found: Vec<Problem> = writable.err().into_iter().collect();
    let fields = match tier1_fields(&args.fields) {
        Ok(fields) if found.is_empty() => fields,
        Ok(_) => return Err(report(&found)),
        Err(more) => {
            found.extend(more);
            return Err(report(&found));
        }
    };
    let assumed: Vec<Assumed> = fields.into_iter().map(Assumed::of).collect();
    aimak_io::zonal::write_rows(&args.out, &rows(&assumed))
        .map_err(|problem| report(&[problem]))?;
    let count = |wanted: &[Sign]| {
        let known = |of: &&Assumed| {
            of.change
                .as_ref()
                .is_ok_and(|change| wanted.contains(&change.sign()))
        };
        assumed.iter().filter(known).count()
    };
    let (determined, open) = (
        count(&[Sign::Gain, Sign::Loss]),
        count(&[Sign::NotDetermined]),
    );
    let withheld = assumed.iter().filter(|of| of.change.is_err()).count();
    if voice.json {
        voice.print_json(&serde_json::json!({
            "out": args.out, "fields": assumed.len(), "sign_determined": determined,
            "sign_not_determined": open, "withheld": withheld, "estimate_kind": ESTIMATE_KIND, "factor_set": FACTOR_SET,
        }));
    }
    voice.say(
        &Message::new("cli-soil-tier1-done")
            .with("out", args.out.display().to_string())
            .with("fields", assumed.len())
            .with("determined", determined)
            .with("open", open)
            .with("withheld", withheld),
    );
    voice.say(&Message::new("cli-soil-tier1-note"));
    Ok(())
}

impl Assumed {
    fn of(field: Tier1Field) -> Self {
        let ManagementRecord {
            zone,
            soil,
            before,
            after,
        } = field.record;
        let place = zone.and_then(|zone| Ok(Tier1Place { zone, soil: soil? }));
        let stock = |managed: &Result<Management, Withheld>| {
            place
                .clone()
                .and_then(|place| place.stock(&managed.clone()?))
        };
        let change = place.clone().and_then(|place| {
            let (before, after) = (before.clone()?, after.clone()?);
            place.change(Some(&before), Some(&after))
        });
        Self {
            before: stock(&before),
            after: stock(&after),
            change,
            place: place.ok(),
            id: field.id,
        }
    }
}

/// The word of a sign.
const fn sign(sign: Sign) -> &'static str {
    match sign {
        Sign::Gain => "gain",
        Sign::Loss => "loss",
        Sign::NotDetermined => "not_determined_by_the_default_method",
        Sign::NoChange => "no_change",
    }
}

/// Value and both ends of an interval as three columns.
fn three(
    names: [&'static str; 3],
    assumed: &[Assumed],
    of: impl Fn(&Assumed) -> Option<(f64, Interval)>,
) -> [(&'static str, Cells); 3] {
    let end = |pick: fn((f64, f64)) -> f64| {
        let number = |row: &Assumed| of(row)?.1.bounds().map(pick);
        Cells::Numbers(assumed.iter().map(number).collect())
    };
    let value = |row: &Assumed| of(row).map(|(value, _)| value);
    [
        (
            names[0],
            Cells::Numbers(assumed.iter().map(value).collect()),
        ),
        (names[1], end(|(lo, _)| lo)),
        (names[2], end(|(_, hi)| hi)),
    ]
}

/// The table of fields.
fn rows(assumed: &[Assumed]) -> Rows {
    let words = |of: &dyn Fn(&Assumed) -> Option<&'static str>| {
        Cells::Words(
            assumed
                .iter()
                .map(|row| of(row).map(str::to_owned))
                .collect(),
        )
    };
    let stock = |stock: &Result<Tier1Stock, Withheld>| {
        let stock = stock.as_ref().ok()?;
        Some((stock.t_per_ha(), stock.interval()))
    };
    let change = |row: &Assumed| row.change.clone().ok();
    let mut columns = vec![
        (
            "climate_zone",
            words(&|row| Some(zone_key(row.place?.zone))),
        ),
        ("soil_group", words(&|row| Some(soil_key(row.place?.soil)))),
    ];
    let before = [
        "stock_before_t_per_ha",
        "stock_before_low",
        "stock_before_high",
    ];
    columns.extend(three(before, assumed, |row| stock(&row.before)));
    let after = [
        "stock_after_t_per_ha",
        "stock_after_low",
        "stock_after_high",
    ];
    columns.extend(three(after, assumed, |row| stock(&row.after)));
    let moved = ["change_20_years_t_per_ha", "change_low", "change_high"];
    columns.extend(three(moved, assumed, |row| {
        change(row).map(|change| (change.t_per_ha(), change.interval()))
    }));
    let emitted = ["co2_t_per_ha_year", "co2_low", "co2_high"];
    columns.extend(three(emitted, assumed, |row| {
        Some(change(row)?.co2_t_per_ha_year())
    }));
    columns.extend([
        ("sign", words(&|row| Some(sign(change(row)?.sign())))),
        (
            "reason",
            words(&|row| {
                row.change
                    .as_ref()
                    .err()
                    .map(|refused| refused.reason.code())
            }),
        ),
        ("estimate_kind", words(&|_| Some(ESTIMATE_KIND))),
        ("factor_set", words(&|_| Some(FACTOR_SET))),
        ("interval_kind", words(&|_| Some("parameter"))),
    ]);
    Rows {
        field: "id".to_owned(),
        ids: assumed.iter().map(|row| row.id.clone()).collect(),
        columns,
    }
}
