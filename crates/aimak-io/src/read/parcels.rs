//! Organic land by year.

use aimak_core::{Aimak, AimakCode, Message, Parcel, ParcelStatus};
use geo::{Area as _, BooleanOps as _, MultiPolygon};
use proj::Proj;

use super::{
    Reading,
    aimaks::{date_of, valid},
    mapping::no_field,
    vector::{self, Shape, Wanted},
};
use crate::{
    problem::{Problem, nearest},
    project::ParcelSpec,
};

/// Borders drawn by different hands differ a little: up to this share of a parcel may lie outside its aimak unnoticed.
const OUTSIDE_SHARE: f64 = 0.01;

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
            heading: Some("[parcels]"),
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
        let absent: Vec<&String> = named
            .into_iter()
            .flatten()
            .filter(|field| !layer.fields.contains(field))
            .collect();
        if !absent.is_empty() {
            self.problems.extend(
                absent
                    .into_iter()
                    .map(|field| no_field(&spec.file, field, &layer.fields)),
            );
            return Some(Vec::new());
        }
        match layer.to(&self.file.project.crs) {
            Ok(proj) => {
                let mut reader = ParcelReader {
                    spec: &spec,
                    proj,
                    aimaks,
                    problems: &mut self.problems,
                };
                Some(
                    layer
                        .shapes
                        .iter()
                        .filter_map(|shape| reader.parcel(shape))
                        .collect(),
                )
            }
            Err(error) => {
                self.problems
                    .push(Problem::error("unknown-crs", &spec.file).found(error));
                Some(Vec::new())
            }
        }
    }
}

/// Turns features into parcels.
struct ParcelReader<'a> {
    spec: &'a ParcelSpec,
    proj: Proj,
    aimaks: &'a [Aimak],
    problems: &'a mut Vec<Problem>,
}

impl ParcelReader<'_> {
    /// One parcel; every field that does not fit is a problem.
    fn parcel(&mut self, shape: &Shape) -> Option<Parcel> {
        let (spec, label) = (self.spec, shape.label());
        let projected = valid(shape, &spec.file, &label, self.problems)
            .map(|areas| vector::project(areas, &self.proj));
        let areas = projected.and_then(|areas| {
            areas
                .map_err(|found| {
                    self.problems.push(
                        Problem::error("not-projectable", &spec.file)
                            .at_feature(&label)
                            .found(found),
                    );
                })
                .ok()
        });
        let status = self.status(shape);
        let since = date_of(&spec.file, shape, &label, Some(&spec.since), self.problems);
        if shape.field(&spec.since).is_none() {
            self.problems
                .push(self.wrong(shape, "not-a-date", &spec.since));
        }
        let until = date_of(
            &spec.file,
            shape,
            &label,
            spec.until.as_deref(),
            self.problems,
        );
        if let (Some(since), Some(until)) = (since, until)
            && until.first_day() <= since.first_day()
        {
            let problem = Problem::error("parcel-dates", &spec.file).at_feature(&label);
            self.problems
                .push(problem.found(format!("{since} … {until}")));
        }
        let code = self.aimak(shape, areas.as_ref())?;
        Some(Parcel {
            aimak: code,
            status: status?,
            since: since?,
            until,
            shape: areas?,
        })
    }

    fn wrong(&self, shape: &Shape, code: &'static str, field: &str) -> Problem {
        let found = shape.field(field).unwrap_or("∅");
        Problem::error(code, &self.spec.file)
            .at_feature(&shape.label())
            .in_column(field)
            .found(found)
    }

    fn status(&mut self, shape: &Shape) -> Option<ParcelStatus> {
        let text = shape
            .field(&self.spec.status)
            .unwrap_or_default()
            .to_lowercase()
            .replace([' ', '-'], "_");
        let status = match text.as_str() {
            "voted" => Some(ParcelStatus::Voted),
            "in_conversion" => Some(ParcelStatus::InConversion),
            "certified" => Some(ParcelStatus::Certified),
            _ => None,
        };
        if status.is_none() {
            self.problems
                .push(self.wrong(shape, "parcel-status", &self.spec.status));
        }
        status
    }

    /// The aimak of a parcel; a parcel that lies elsewhere is worth a look.
    fn aimak(&mut self, shape: &Shape, areas: Option<&MultiPolygon<f64>>) -> Option<AimakCode> {
        let field = &self.spec.aimak;
        let code = AimakCode(shape.field(field).unwrap_or_default().to_owned());
        let Some(aimak) = self.aimaks.iter().find(|aimak| aimak.code == code) else {
            // without boundaries every code is unknown, which has been said already
            if !self.aimaks.is_empty() {
                let problem = self.wrong(shape, "unknown-aimak", field);
                let known = self.aimaks.iter().map(|aimak| aimak.code.0.as_str());
                self.problems.push(match nearest(&code.0, known) {
                    Some(word) => {
                        problem.hinting(Message::new("hint-did-you-mean").with("word", word))
                    }
                    None => problem,
                });
            }
            return None;
        };
        if let Some(areas) = areas {
            let inside = areas.intersection(&aimak.outline).unsigned_area() / areas.unsigned_area();
            if inside < 1.0 - OUTSIDE_SHARE {
                let problem =
                    Problem::warning("parcel-outside", &self.spec.file).at_feature(&shape.label());
                let outside = ((1.0 - inside) * 100.0).round();
                self.problems.push(
                    problem
                        .in_column(field)
                        .found(format!("{code}: {outside} %")),
                );
            }
        }
        Some(code)
    }
}
