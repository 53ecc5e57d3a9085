//! Boundaries become aimaks.

use std::collections::BTreeSet;

use aimak_core::{Aimak, AimakCode, LocalText, PartialDate, ProfileValue};
use geo::MultiPolygon;
use proj::Proj;

use super::{
    Reading, dates,
    flaws::Flaws,
    mapping::no_field,
    value,
    vector::{self, Layer, Shape, Wanted},
};
use crate::{
    problem::{Problem, Severity},
    project::{BoundarySpec, CodeSpec, DisclosureSpec},
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
    /// Reads the boundaries; areas that cannot be used are problems, the others are read nevertheless.
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
            heading: Some("[boundaries]"),
        };
        let Some(layer) = vector::read(&wanted, &mut self.problems) else {
            return Boundaries::default();
        };
        missing_fields(&spec, &layer, &mut self.problems);
        let transforms = layer
            .to(&self.file.project.crs)
            .and_then(|metres| Ok((metres, layer.to("EPSG:4326")?)));
        let transforms = transforms.map_err(|error| {
            self.problems
                .push(Problem::error("unknown-crs", &spec.file).found(error));
        });
        let Ok(transforms) = transforms else {
            return Boundaries::default();
        };
        let mut reader = AimakReader {
            spec: &spec,
            disclosure: &self.file.disclosure,
            transforms,
            problems: &mut self.problems,
        };
        let found = layer
            .shapes
            .iter()
            .filter_map(|shape| reader.aimak(shape))
            .collect();
        let boundaries = unique(&spec.file, found, &mut self.problems);
        unknown_predecessors(&spec, &boundaries.aimaks, &mut self.problems);
        boundaries
    }
}

/// Sorted by code, each code once.
fn unique(
    file: &str,
    mut found: Vec<(Aimak, MultiPolygon<f64>)>,
    problems: &mut Vec<Problem>,
) -> Boundaries {
    found.sort_by(|a, b| a.0.code.cmp(&b.0.code));
    let mut seen = BTreeSet::new();
    let mut boundaries = Boundaries::default();
    for (aimak, for_maps) in found {
        let code = aimak.code.clone();
        if !seen.insert(code.clone()) {
            problems.push(
                Problem::error("duplicate-code", file)
                    .at_feature(&code.0)
                    .found(code.0.as_str()),
            );
            continue;
        }
        boundaries.outlines_wgs84.push((code, for_maps));
        boundaries.aimaks.push(aimak);
    }
    boundaries
}

/// Predecessors need no outline of their own, but a code that nobody knows may be a typing error.
fn unknown_predecessors(spec: &BoundarySpec, aimaks: &[Aimak], problems: &mut Vec<Problem>) {
    for aimak in aimaks {
        for code in aimak
            .predecessors
            .iter()
            .filter(|code| !aimaks.iter().any(|known| known.code == **code))
        {
            let problem =
                Problem::warning("unknown-predecessor", &spec.file).at_feature(&aimak.code.0);
            let field = spec.predecessors.as_deref().unwrap_or_default();
            problems.push(problem.in_column(field).found(code.0.as_str()));
        }
    }
}

/// Fields the project file names and the layer does not have.
fn missing_fields(spec: &BoundarySpec, layer: &Layer, problems: &mut Vec<Problem>) {
    let code = match &spec.code {
        CodeSpec::Field(field) => Some(field),
        CodeSpec::Counted(_) => None,
    };
    let names = [&spec.name.ky, &spec.name.ru, &spec.name.en];
    let facts = [
        &spec.organic_since,
        &spec.valid_from,
        &spec.valid_to,
        &spec.predecessors,
        &spec.aliases,
    ];
    let named = code
        .into_iter()
        .chain(names.into_iter().chain(facts).flatten())
        .chain(spec.profile.values());
    for field in named.filter(|field| !layer.fields.contains(field)) {
        problems.push(no_field(&spec.file, field, &layer.fields));
    }
}

/// Turns features into aimaks.
struct AimakReader<'a> {
    spec: &'a BoundarySpec,
    disclosure: &'a DisclosureSpec,
    /// To the working CRS, and to longitude and latitude.
    transforms: (Proj, Proj),
    problems: &'a mut Vec<Problem>,
}

impl AimakReader<'_> {
    /// One aimak with its outline for maps.
    fn aimak(&mut self, shape: &Shape) -> Option<(Aimak, MultiPolygon<f64>)> {
        let code = self.code(shape);
        let label = code.clone().unwrap_or_else(|| shape.label());
        let outlines = self.outlines(shape, &label);
        let spec = self.spec;
        let mut date = |field: &Option<String>| {
            date_of(&spec.file, shape, &label, field.as_deref(), self.problems)
        };
        let (organic_since, valid_from, valid_to) = (
            date(&spec.organic_since),
            date(&spec.valid_from),
            date(&spec.valid_to),
        );
        let profile = |(id, field): (&String, &String)| {
            let value = profile_value(shape.field(field)?);
            Some((id.clone(), self.disclosure.profile(id, value)))
        };
        let (code, (outline, for_maps)) = (code?, outlines?);
        let aimak = Aimak {
            name: name(spec, shape, &code),
            code: AimakCode(code),
            aliases: list(shape, spec.aliases.as_deref()),
            organic_since,
            valid_from,
            valid_to,
            predecessors: list(shape, spec.predecessors.as_deref())
                .into_iter()
                .map(AimakCode)
                .collect(),
            profile: spec.profile.iter().filter_map(profile).collect(),
            outline,
        };
        Some((aimak, for_maps))
    }

    fn code(&mut self, shape: &Shape) -> Option<String> {
        match &self.spec.code {
            CodeSpec::Counted(counted) => Some(format!("{}{}", counted.row_number, shape.number)),
            CodeSpec::Field(field) => {
                let code = shape.field(field).map(str::to_owned);
                if code.is_none() {
                    let problem =
                        Problem::error("empty-code", &self.spec.file).at_feature(&shape.label());
                    self.problems.push(problem.in_column(field).found("∅"));
                }
                code
            }
        }
    }

    /// The outline in the working CRS and in longitude and latitude.
    fn outlines(
        &mut self,
        shape: &Shape,
        label: &str,
    ) -> Option<(MultiPolygon<f64>, MultiPolygon<f64>)> {
        let areas = valid(shape, &self.spec.file, label, self.problems)?;
        let (metres, degrees) = &self.transforms;
        let both = vector::project(areas, metres)
            .and_then(|metres| Ok((metres, vector::project(areas, degrees)?)));
        both.map_err(|found| {
            self.problems.push(
                Problem::error("not-projectable", &self.spec.file)
                    .at_feature(label)
                    .found(found),
            );
        })
        .ok()
    }
}

/// The areas of a feature; a problem where they are not valid.
pub(super) fn valid<'s>(
    shape: &'s Shape,
    file: &str,
    label: &str,
    problems: &mut Vec<Problem>,
) -> Option<&'s MultiPolygon<f64>> {
    let wrong = |flaws: &Flaws| {
        let problem = Problem::error("invalid-shape", file).at_feature(label);
        problems.push(flaws.told(problem));
    };
    shape.areas.as_ref().map_err(wrong).ok()
}

/// The name in three languages; the code where there is none.
fn name(spec: &BoundarySpec, shape: &Shape, code: &str) -> LocalText {
    let own = |field: &Option<String>| {
        field
            .as_deref()
            .and_then(|field| shape.field(field))
            .unwrap_or_default()
            .to_owned()
            .into()
    };
    let name = LocalText {
        ky: own(&spec.name.ky),
        ru: own(&spec.name.ru),
        en: own(&spec.name.en),
    };
    if name.is_empty() {
        LocalText::same(code)
    } else {
        name
    }
}

/// A field that lists several things, separated by `;`.
fn list(shape: &Shape, field: Option<&str>) -> Vec<String> {
    let text = field
        .and_then(|field| shape.field(field))
        .unwrap_or_default();
    text.split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A date field; text that is no date is a problem.
pub(super) fn date_of(
    file: &str,
    shape: &Shape,
    label: &str,
    field: Option<&str>,
    problems: &mut Vec<Problem>,
) -> Option<PartialDate> {
    let field = field?;
    let text = shape.field(field)?;
    let date = dates::date(text);
    if date.is_none() {
        let problem = Problem::new(Severity::Error, "not-a-date", file).at_feature(label);
        problems.push(problem.in_column(field).found(text));
    }
    date
}

/// A profile figure: yes/no, a number, or words.
fn profile_value(text: &str) -> ProfileValue {
    match (value::number(text), value::flag(text)) {
        (Some(number), _) => ProfileValue::Number(number),
        (None, Some(flag)) => ProfileValue::Flag(flag),
        (None, None) => ProfileValue::Text(text.to_owned()),
    }
}
