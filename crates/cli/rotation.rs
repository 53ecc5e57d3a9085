//! `aimak rotation`: how varied is the sequence of crops on every field?

use aimak_core::{Message, Reason, Withheld};
use aimak_io::{
    problem::Problem,
    read::rotation_sheet::{FieldYears, rotations},
    zonal::{Cells, Rows},
};
use aimak_science::diversity::rotation::{CropYear, Rotation};

use crate::{Outcome, args, problems, voice::Voice};

/// A field and what is said of it.
struct Field {
    name: String,
    years: FieldYears,
    found: Result<Rotation, Withheld>,
}

impl Field {
    fn of((name, years): (String, FieldYears)) -> Self {
        let found = sequence(&years).and_then(|sequence| Rotation::of(&sequence));
        Self { name, years, found }
    }

    /// Share of years with a legume; `None` where it is not known of every year.
    fn legume_share(&self) -> Option<f64> {
        let known = self.years.values().all(|year| year.legume.is_some());
        let found = self.found.as_ref().ok()?;
        known.then_some(found.legume_share)
    }
}

/// The years without a gap: what grew in a missing one would be a guess.
fn sequence(years: &FieldYears) -> Result<Vec<CropYear<'_>>, Withheld> {
    let gap = years
        .keys()
        .zip(years.keys().skip(1))
        .find(|(one, next)| **next - **one > 1);
    if let Some((one, next)) = gap {
        // as text: a year has no separator of thousands
        let detail = Message::new("detail-rotation-gap")
            .with("after", one.to_string())
            .with("before", next.to_string());
        return Err(Withheld::because(Reason::NoData).with(detail));
    }
    let of = years.values().map(|year| CropYear {
        main: &year.crop,
        legume: year.legume == Some(true),
        cover: year.cover_crop.as_deref(),
    });
    Ok(of.collect())
}

/// Reads the fields, computes, writes a row for each; the table appears only when it is whole.
pub fn rotation(voice: &Voice, args: &args::Rotation) -> Outcome {
    let report = |found: &[Problem]| problems::report(voice, found);
    let mut found: Vec<Problem> = aimak_io::zonal::rows_writable(&args.out)
        .err()
        .into_iter()
        .collect();
    let read = rotations(&args.fields).map_err(|more| found.extend(more));
    let (Ok(read), true) = (read, found.is_empty()) else {
        return Err(report(&found));
    };
    let fields: Vec<Field> = read.into_iter().map(Field::of).collect();
    aimak_io::zonal::write_rows(&args.out, &rows(&fields)).map_err(|problem| report(&[problem]))?;
    let given = fields.iter().filter(|field| field.found.is_ok()).count();
    if voice.json {
        voice.print_json(
            &serde_json::json!({ "out": args.out, "fields": fields.len(), "with_index": given }),
        );
    }
    let done = Message::new("cli-rotation-done").with("out", args.out.display().to_string());
    voice.say(&done.with("fields", fields.len()).with("given", given));
    voice.say(&Message::new("cli-rotation-note"));
    Ok(())
}

fn rows(fields: &[Field]) -> Rows {
    let numbers =
        |of: &dyn Fn(&Field) -> Option<f64>| Cells::Numbers(fields.iter().map(of).collect());
    let whole = |of: &dyn Fn(&Field) -> Option<i64>| Cells::Whole(fields.iter().map(of).collect());
    let count = |n: usize| i64::try_from(n).ok();
    let reason = |field: &Field| {
        field
            .found
            .as_ref()
            .err()
            .map(|withheld| withheld.reason.code().to_owned())
    };
    Rows {
        field: "field".to_owned(),
        ids: fields.iter().map(|field| field.name.clone()).collect(),
        columns: vec![
            (
                "first_year",
                whole(&|field| Some(i64::from(*field.years.keys().next()?))),
            ),
            (
                "last_year",
                whole(&|field| Some(i64::from(*field.years.keys().next_back()?))),
            ),
            ("years", whole(&|field| count(field.years.len()))),
            (
                "species",
                whole(&|field| count(field.found.as_ref().ok()?.species)),
            ),
            (
                "changes",
                whole(&|field| count(field.found.as_ref().ok()?.changes)),
            ),
            (
                "rotational_complexity",
                numbers(&|field| Some(field.found.as_ref().ok()?.complexity)),
            ),
            ("legume_share", numbers(&Field::legume_share)),
            ("reason", Cells::Words(fields.iter().map(reason).collect())),
        ],
    }
}
