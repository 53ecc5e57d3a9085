//! What a series of composites means, for machines and for people who find it in ten years.

use std::collections::BTreeMap;

use aimak_science::spectral::{BandRole, Harmonisation, Image, ImageMask, ImageValues, Sensor};
use serde_json::{Value, json};

use super::{Job, Told};
use crate::digests::Digests;

impl Job<'_> {
    /// The contents of `about.json`.
    pub(super) fn about(&self, told: &Told, digests: &Digests) -> Value {
        let (args, input, index) = (self.args, self.input, self.args.index);
        let flags: Vec<String> = input
            .flags()
            .iter()
            .map(|flag| format!("{flag:?}"))
            .collect();
        json!({
            "program": format!("aimak {}", env!("CARGO_PKG_VERSION")),
            "index": {
                "id": index.id, "formula": index.formula, "valid_range": index.valid_range, "reference": index.reference,
            },
            "every": format!("{:?}", args.every).to_lowercase(),
            "season": self.season.map(|season| season.to_string()),
            "value": "median of the clear days of each cell; images of one day count once, as their mean; the index is computed image by image first",
            "fewest_clear_days": self.composing.median.min_observations,
            "files": { (index.id): "a band for each date", "count": "clear days, also where they are too few" },
            "reflectance": "stored number × scale + offset; an index needs 0 < ρ ≤ 1 in every band",
            "harmonised": if input.harmonised { "oli" } else { "none" },
            "harmonisation": self.lines(),
            "harmonisation_flags": flags,
            "masks": self.masks(),
            "grid": input.images[0].layer.grid,
            "cells": "each cell takes the stored number of the file's cell under its centre (nearest); nothing is interpolated",
            "layers": self.layers(told),
            "images": self.images(told, digests),
            "stack": args.stack,
            "table": args.table,
            "other_files": input.others(digests),
            "unreadable": told.faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
        })
    }

    /// The straight lines between sensors that were used.
    fn lines(&self) -> BTreeMap<&'static str, Value> {
        let mut lines = BTreeMap::new();
        for (image, way) in self.input.images.iter().zip(self.composing.harmonisations) {
            let (Harmonisation::ToOli(sensor), ImageValues::Reflectance(bands)) =
                (way, &image.values)
            else {
                continue;
            };
            let line = |(role, _): &(BandRole, usize)| {
                let line = way.line(*role);
                (role.id(), json!({ "gain": line.gain, "bias": line.bias }))
            };
            lines.insert(sensor.id(), bands.iter().map(line).collect());
        }
        lines
    }

    /// The rules by which pixels were dropped.
    fn masks(&self) -> Vec<String> {
        let rule = |image: &Image| {
            match &image.mask {
            ImageMask::None => "none: every pixel with a value counts".to_owned(),
            ImageMask::Landsat { qa_radsat: Some(_), .. } => "Landsat: bits 0-5 of QA_PIXEL are 0 (bit 2 not asked on Landsat 5 and 7), QA_RADSAT is 0".to_owned(),
            ImageMask::Landsat { qa_radsat: None, .. } => "Landsat: bits 0-5 of QA_PIXEL are 0 (bit 2 not asked on Landsat 5 and 7); QA_RADSAT is missing, saturation was not asked".to_owned(),
            ImageMask::SceneClassification { .. } => "Sentinel-2: SCL is 4, 5 or 7, and no 3, 8 or 9 within 60 m, measured between cell centres of the grid".to_owned(),
            ImageMask::Classes { rule, .. } => format!("classes of the table: {rule:?}"),
        }
        };
        let rules: std::collections::BTreeSet<String> =
            self.input.images.iter().map(rule).collect();
        rules.into_iter().collect()
    }

    fn layers(&self, told: &Told) -> Vec<Value> {
        let layer = |(period, cells): (&aimak_science::spectral::Period, &u64)| {
            let mut days: Vec<_> = period
                .members
                .iter()
                .map(|&image| self.input.images[image].date)
                .collect();
            days.dedup();
            json!({
                "date": period.when, "from": period.span.from, "to": period.span.to,
                "images": period.members.len(), "days": days.len(), "cells_with_value": cells,
            })
        };
        self.periods.iter().zip(&told.layers).map(layer).collect()
    }

    fn images(&self, told: &Told, digests: &Digests) -> Vec<Value> {
        let image = |place: usize| {
            let image = &self.input.images[place];
            let calibration = self.input.calibrations.get(place);
            let metadata = calibration.and_then(|(_, file)| file.as_ref());
            json!({
                "id": self.input.ids[place],
                "date": image.date,
                "sensor": image.sensor.map(Sensor::id),
                "calibration": calibration.map(|(from, _)| from),
                "metadata": metadata.map(|file| files(digests.get_key_value(file))),
                "pixels": told.images[place],
                "bands": self.input.bands.get(place).map(|bands| bands.iter().map(|band| {
                    let mut told = serde_json::to_value(band).expect("invariant: bands serialise");
                    if let Some((sha256, bytes)) = digests.get(&band.path) {
                        told["sha256"] = json!(sha256);
                        told["bytes"] = json!(bytes);
                    }
                    told
                }).collect::<Vec<_>>()),
            })
        };
        (0..self.input.images.len()).map(image).collect()
    }
}

/// Files with their checksums.
pub fn files<'a>(
    digests: impl IntoIterator<Item = (&'a std::path::PathBuf, &'a (String, u64))>,
) -> Vec<Value> {
    let file = |(path, (sha256, bytes)): (&std::path::PathBuf, &(String, u64))| json!({ "file": path, "sha256": sha256, "bytes": bytes });
    digests.into_iter().map(file).collect()
}
