//! K: given, or from the texture of a soil.

use aimak_core::Grid;
use aimak_io::problem::Problem;
use aimak_science::{
    erosion::water::{
        Equation,
        erodibility::{Epic, MeanDiameter, Nomograph, Permeability, Structure, Texture},
    },
    soil::organic_matter::VAN_BEMMELEN,
};

use super::{Factor, Origin, Values, grid::Range};
use crate::{args, progress::Bars};

/// K by a number, a raster, or an equation with the parts of a soil: `epic=sand,silt,clay,carbon`.
///
/// # Errors
/// Every problem of it.
pub fn erodibility(
    args: &args::Erosion,
    onto: &Grid,
    bars: &Bars<'_>,
) -> Result<Factor, Vec<Problem>> {
    let text = &args.erodibility;
    let Some((equation, parts)) = text.split_once('=') else {
        return Range::ERODIBILITY.factor(text, onto, bars);
    };
    let numbers: Option<Vec<f64>> = parts
        .split(',')
        .map(|part| part.trim().parse().ok())
        .collect();
    let found = numbers.and_then(|numbers| of_soil(equation, &numbers));
    let (card, value) = found.ok_or_else(|| {
        vec![Problem::error("erosion-soil-parts", "--erodibility").found(text.as_str())]
    })?;
    Ok(Factor {
        values: Values::Number(value as f32),
        origin: Origin {
            number: Some(value),
            by: Some(card.id.to_owned()),
            parts: Some(parts.to_owned()),
            ..Origin::default()
        },
        faults: Vec::new(),
    })
}

/// The equation and its K; `None` where the parts do not describe a soil.
fn of_soil(equation: &str, parts: &[f64]) -> Option<(Equation, f64)> {
    let texture = Texture::new(*parts.first()?, *parts.get(1)?, *parts.get(2)?)?;
    match (equation, parts) {
        ("epic", [_, _, _, carbon]) => {
            Some((Epic::EQUATION, Epic.erodibility(texture, *carbon)?.value))
        }
        ("mean-diameter", [_, _, _]) => Some((
            MeanDiameter::EQUATION,
            MeanDiameter.erodibility(texture).value,
        )),
        ("nomograph", [_, _, _, carbon, structure, permeability]) => {
            let nomograph = Nomograph {
                structure: class(&STRUCTURES, *structure)?,
                permeability: class(&PERMEABILITIES, *permeability)?,
            };
            let matter = carbon * VAN_BEMMELEN;
            Some((
                Nomograph::EQUATION,
                nomograph.erodibility(texture, None, matter)?.value,
            ))
        }
        _ => None,
    }
}

const STRUCTURES: [Structure; 4] = [
    Structure::VeryFineGranular,
    Structure::FineGranular,
    Structure::CoarseGranular,
    Structure::Massive,
];
const PERMEABILITIES: [Permeability; 6] = [
    Permeability::Rapid,
    Permeability::ModerateRapid,
    Permeability::Moderate,
    Permeability::SlowModerate,
    Permeability::Slow,
    Permeability::VerySlow,
];

/// The class of a number, from 1.
fn class<T: Copy>(classes: &[T], number: f64) -> Option<T> {
    let whole = number.fract() == 0.0 && number >= 1.0;
    classes
        .get((number - 1.0) as usize)
        .copied()
        .filter(|_| whole)
}
