//! Organic land by year.

use aimak_core::{Aimak, AimakCode, Parcel, ParcelStatus};

use super::{
    Reading,
    aimaks::{date_of, no_field},
    vector::{self, Shape, Wanted},
};
use crate::{problem::Problem, project::ParcelSpec};

impl Reading {
    /// Reads the parcels; `None` where the project names no layer of them.
    pub(super) fn parcels(&mut self, aimaks: &[Aimak]) -> Option<Vec<Parcel>> {
        let spec = self.file.parcels.clone()?;
        if !self.source(
            "parcels",
            &spec.file,
            spec.licence.as_ref(),
            spec.citation.as_ref(),
        ) {
            return Some(Vec::new());
        }
        let path = self.base.join(&spec.file);
        let wanted = Wanted {
            path: &path,
            name: &spec.file,
            layer: spec.layer.as_deref(),
            crs: spec.crs.as_deref(),
        };
        let Some(layer) = vector::read(&wanted, &mut self.problems) else {
            return Some(Vec::new());
        };
        let named = [
            Some(&spec.aimak),
            Some(&spec.status),
            Some(&spec.since),
            spec.until.as_ref(),
        ];
        for field in named
            .into_iter()
            .flatten()
            .filter(|field| !layer.fields.contains(field))
        {
            self.problems
                .push(no_field(&spec.file, field, &layer.fields));
        }
        let proj = match layer.to(&self.file.project.crs) {
            Ok(proj) => proj,
            Err(error) => {
                self.problems
                    .push(Problem::error("unknown-crs", &spec.file).found(error));
                return Some(Vec::new());
            }
        };
        let mut parcels = Vec::new();
        for shape in &layer.shapes {
            let projected = vector::project(&shape.areas, &proj);
            match projected {
                Ok(areas) => {
                    parcels.extend(parcel(&spec, shape, areas, aimaks, &mut self.problems));
                }
                Err(error) => self.problems.push(
                    Problem::error("unknown-crs", &spec.file)
                        .at_feature(&shape.name)
                        .found(error),
                ),
            }
        }
        Some(parcels)
    }
}

/// One parcel; every field that does not fit is a problem.
fn parcel(
    spec: &ParcelSpec,
    shape: &Shape,
    areas: geo::MultiPolygon<f64>,
    aimaks: &[Aimak],
    problems: &mut Vec<Problem>,
) -> Option<Parcel> {
    let wrong = |code: &'static str, field: &str| {
        let found = shape.field(field).unwrap_or("∅");
        Problem::error(code, &spec.file)
            .at_feature(&shape.name)
            .in_column(field)
            .found(found)
    };
    let code = AimakCode(shape.field(&spec.aimak).unwrap_or_default().to_owned());
    if !aimaks.is_empty() && !aimaks.iter().any(|aimak| aimak.code == code) {
        problems.push(wrong("unknown-aimak", &spec.aimak));
    }
    let status = match shape.field(&spec.status) {
        Some("voted") => Some(ParcelStatus::Voted),
        Some("in_conversion") => Some(ParcelStatus::InConversion),
        Some("certified") => Some(ParcelStatus::Certified),
        _ => {
            problems.push(wrong("parcel-status", &spec.status));
            None
        }
    };
    let since = date_of(&spec.file, shape, &shape.name, Some(&spec.since), problems);
    if since.is_none() && shape.field(&spec.since).is_none() {
        problems.push(wrong("not-a-date", &spec.since));
    }
    let until = date_of(
        &spec.file,
        shape,
        &shape.name,
        spec.until.as_deref(),
        problems,
    );
    Some(Parcel {
        aimak: code,
        status: status?,
        since: since?,
        until,
        shape: areas,
    })
}
