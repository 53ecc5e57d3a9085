//! Boundaries become aimaks.

use std::collections::BTreeSet;

use aimak_core::{Aimak, AimakCode, LocalText, PartialDate, ProfileValue};
use geo::MultiPolygon;

use super::{
    Reading,
    vector::{self, Layer, Shape, Wanted},
};
use crate::{
    problem::{Problem, nearest},
    project::{BoundarySpec, CodeSpec},
};

/// The aimaks, and their outlines for maps.
#[derive(Default)]
pub(super) struct Boundaries {
    /// Aimaks, sorted by code.
    pub aimaks: Vec<Aimak>,
    /// Outlines in WGS 84, in the same order.
    pub outlines_wgs84: Vec<(AimakCode, MultiPolygon<f64>)>,
}

impl Reading {
    /// Reads the boundaries.
    pub(super) fn boundaries(&mut self) -> Boundaries {
        let spec = self.file.boundaries.clone();
        if !self.source(
            "boundaries",
            &spec.file,
            spec.licence.as_ref(),
            spec.citation.as_ref(),
        ) {
            return Boundaries::default();
        }
        let path = self.base.join(&spec.file);
        let wanted = Wanted {
            path: &path,
            name: &spec.file,
            layer: spec.layer.as_deref(),
            crs: spec.crs.as_deref(),
        };
        let Some(layer) = vector::read(&wanted, &mut self.problems) else {
            return Boundaries::default();
        };
        missing_fields(&spec, &layer, &mut self.problems);
        let transforms = layer
            .to(&self.file.project.crs)
            .and_then(|metres| Ok((metres, layer.to("EPSG:4326")?)));
        let (metres, degrees) = match transforms {
            Ok(transforms) => transforms,
            Err(error) => {
                self.problems
                    .push(Problem::error("unknown-crs", &spec.file).found(error));
                return Boundaries::default();
            }
        };
        let mut found = Vec::new();
        for (number, shape) in layer.shapes.iter().enumerate() {
            let projected = vector::project(&shape.areas, &metres)
                .and_then(|outline| Ok((outline, vector::project(&shape.areas, &degrees)?)));
            match projected {
                Ok((outline, for_maps)) => {
                    if let Some(aimak) = aimak(&spec, number, shape, outline, &mut self.problems) {
                        found.push((aimak, for_maps));
                    }
                }
                Err(error) => {
                    self.problems.push(
                        Problem::error("unknown-crs", &spec.file)
                            .at_feature(&shape.name)
                            .found(error),
                    );
                }
            }
        }
        self.unique(&spec.file, found)
    }

    /// Sorted by code, each code once.
    fn unique(&mut self, file: &str, mut found: Vec<(Aimak, MultiPolygon<f64>)>) -> Boundaries {
        found.sort_by(|a, b| a.0.code.cmp(&b.0.code));
        let mut seen = BTreeSet::new();
        let mut boundaries = Boundaries::default();
        for (aimak, for_maps) in found {
            if !seen.insert(aimak.code.clone()) {
                self.problems.push(
                    Problem::error("duplicate-code", file)
                        .at_feature(&aimak.code.0)
                        .found(aimak.code.0.clone()),
                );
                continue;
            }
            boundaries
                .outlines_wgs84
                .push((aimak.code.clone(), for_maps));
            boundaries.aimaks.push(aimak);
        }
        boundaries
    }
}

/// Fields the project file names and the layer does not have.
fn missing_fields(spec: &BoundarySpec, layer: &Layer, problems: &mut Vec<Problem>) {
    let code = match &spec.code {
        CodeSpec::Field(field) => Some(field),
        CodeSpec::Counted(_) => None,
    };
    let optional = [
        &spec.name.ky,
        &spec.name.ru,
        &spec.name.en,
        &spec.organic_since,
        &spec.valid_from,
        &spec.valid_to,
        &spec.predecessors,
        &spec.aliases,
    ];
    let named = code
        .into_iter()
        .chain(optional.into_iter().flatten())
        .chain(spec.profile.values());
    for field in named.filter(|field| !layer.fields.contains(field)) {
        problems.push(no_field(&spec.file, field, &layer.fields));
    }
}

/// The problem of a field that is not there.
pub(super) fn no_field(file: &str, field: &str, fields: &[String]) -> Problem {
    let near = nearest(field, fields.iter().map(String::as_str)).unwrap_or("—");
    let problem = Problem::error("no-field", file)
        .in_column(field)
        .found(fields.join(", "));
    let hint = problem.hint.clone().with("word", near);
    problem.hinting(hint)
}

/// One aimak.
fn aimak(
    spec: &BoundarySpec,
    number: usize,
    shape: &Shape,
    outline: MultiPolygon<f64>,
    problems: &mut Vec<Problem>,
) -> Option<Aimak> {
    let code = match &spec.code {
        CodeSpec::Counted(counted) => Some(format!("{}{}", counted.row_number, number + 1)),
        CodeSpec::Field(field) => shape.field(field).map(str::to_owned),
    };
    let Some(code) = code else {
        problems.push(
            Problem::error("empty-code", &spec.file)
                .at_feature(&shape.name)
                .found("∅"),
        );
        return None;
    };
    let text = |field: &Option<String>| {
        field
            .as_deref()
            .and_then(|field| shape.field(field))
            .map(str::to_owned)
    };
    let mut date =
        |field: &Option<String>| date_of(&spec.file, shape, &code, field.as_deref(), problems);
    let (organic_since, valid_from, valid_to) = (
        date(&spec.organic_since),
        date(&spec.valid_from),
        date(&spec.valid_to),
    );
    let list = |field: &Option<String>| -> Vec<String> {
        let text = text(field).unwrap_or_default();
        text.split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let own = |field: &Option<String>| text(field).unwrap_or_default().into();
    let mut name = LocalText {
        ky: own(&spec.name.ky),
        ru: own(&spec.name.ru),
        en: own(&spec.name.en),
    };
    if name.is_empty() {
        name = LocalText::same(&code);
    }
    let profile = spec
        .profile
        .iter()
        .filter_map(|(id, field)| Some((id.clone(), profile_value(shape.field(field)?))));
    Some(Aimak {
        code: AimakCode(code.clone()),
        name,
        aliases: list(&spec.aliases),
        organic_since,
        valid_from,
        valid_to,
        predecessors: list(&spec.predecessors)
            .into_iter()
            .map(AimakCode)
            .collect(),
        profile: profile.collect(),
        outline,
    })
}

/// A date field; text that is no date is a problem.
pub(super) fn date_of(
    file: &str,
    shape: &Shape,
    code: &str,
    field: Option<&str>,
    problems: &mut Vec<Problem>,
) -> Option<PartialDate> {
    let field = field?;
    let text = shape.field(field)?;
    // GDAL writes dates with slashes, and adds a time to some
    let plain = text.replace('/', "-");
    let plain = plain.split([' ', 'T']).next().unwrap_or_default();
    if let Ok(date) = plain.parse() {
        Some(date)
    } else {
        problems.push(
            Problem::error("not-a-date", file)
                .at_feature(code)
                .in_column(field)
                .found(text),
        );
        None
    }
}

/// A profile figure: yes/no, a number, or words.
fn profile_value(text: &str) -> ProfileValue {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "ооба" | "да" => ProfileValue::Flag(true),
        "false" | "no" | "жок" | "нет" => ProfileValue::Flag(false),
        _ => text.parse().map_or_else(
            |_| ProfileValue::Text(text.to_owned()),
            ProfileValue::Number,
        ),
    }
}
