//! How erosive is the climate?

use aimak_core::{Message, Reason, Withheld};

use crate::erosion::{
    Equation,
    wind::{
        Remark,
        weather::{Evaporation, PeriodLength, Quantity, Record, Site},
    },
};

/// The card of [`climatic_erosivity`].
pub const EQUATION: Equation = Equation {
    id: "CE_FAO",
    formula: "CE = (1/100)·Σ u³·max(0, (ETp − P)/ETp)·d over twelve months",
    unit: "m³ s⁻³ (days/100)",
    holds: "monthly means of a climate; the divisor is ETp, not P",
    reference: "FAO (1979), A provisional methodology for soil degradation assessment; recalled",
};

/// The climate of one month of the year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClimateMonth {
    /// Mean wind at 2 m, m s⁻¹.
    pub wind_m_per_s: f64,
    /// `ETp`, mm.
    pub evapotranspiration_mm: f64,
    /// Rain, mm.
    pub rain_mm: f64,
    /// Days.
    pub days: f64,
}

/// Climatic erosivity, CE.
///
/// # Formula
/// `CE = (1/100)·Σ_m u_m³·max(0, (ETP_m − P_m)/ETP_m)·d_m`. A script in use divides by P.
///
/// # Range and edge cases
/// 0 and above. A month without evapotranspiration has none. `None` for a negative number.
///
/// # Example
/// ```
/// use aimak_science::erosion::wind::index::climate::{ClimateMonth, climatic_erosivity};
/// let dry = ClimateMonth { wind_m_per_s: 3.0, evapotranspiration_mm: 100.0, rain_mm: 20.0, days: 30.0 };
/// let wet = ClimateMonth { rain_mm: 120.0, ..dry };
/// let mut year = [wet; 12];
/// year[6] = dry;
/// assert!((climatic_erosivity(&year).unwrap() - 6.48).abs() < 1e-12); // 27·0.8·30/100
/// ```
///
/// # Reference
/// METHODS C.2; FAO (1979), A provisional methodology for soil degradation assessment.
pub fn climatic_erosivity(months: &[ClimateMonth; 12]) -> Option<f64> {
    let of = |month: &ClimateMonth| {
        let parts = [
            month.wind_m_per_s,
            month.evapotranspiration_mm,
            month.rain_mm,
            month.days,
        ];
        let possible = parts.iter().all(|part| *part >= 0.0 && part.is_finite());
        let (etp, rain) = (month.evapotranspiration_mm, month.rain_mm);
        let dry = if etp > 0.0 {
            ((etp - rain) / etp).max(0.0)
        } else {
            0.0
        };
        possible.then(|| month.wind_m_per_s.powi(3) * dry * month.days / 100.0)
    };
    months.iter().map(of).sum()
}

/// The climate of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Climate {
    /// Its months, January first.
    pub months: [ClimateMonth; 12],
    /// CE.
    pub erosivity: f64,
    /// Reservations.
    pub remarks: Vec<Remark>,
}

/// The climate of a record: every month the mean of its years. `Withheld` where a month of the year was never observed well enough.
pub fn of_record(
    record: &Record,
    site: &Site,
    evaporation: &Evaporation,
) -> Result<Climate, Withheld> {
    let mut months: [Vec<ClimateMonth>; 12] = Default::default();
    let (mut scaled, mut missing) = (false, false);
    for span in record.periods(PeriodLength::Month) {
        let Ok(found) = record.wind_and_water(span, site, evaporation) else {
            missing = true;
            continue;
        };
        scaled |= found.scaled;
        months[span.from.month() as usize - 1].push(ClimateMonth {
            wind_m_per_s: found.winds.iter().sum::<f64>() / found.winds.len() as f64,
            evapotranspiration_mm: found.evapotranspiration_mm,
            rain_mm: found.water.rain_mm,
            days: found.water.days,
        });
    }
    if months.iter().any(Vec::is_empty) {
        let detail = Message::new("lacking-column").with("column", Quantity::Wind.column());
        return Err(Withheld::because(Reason::TooFewObservations).with(detail));
    }
    let remarks = [
        (Remark::ReanalysisWind, site.reanalysis),
        (Remark::ObservationsScaled, scaled),
        (Remark::PeriodsMissing, missing),
        (
            Remark::EvapotranspirationFromTemperature,
            evaporation.equation().is_some(),
        ),
    ];
    let holding = remarks.into_iter().filter(|(_, holds)| *holds);
    let months = months.each_ref().map(|years| mean(years));
    let erosivity = climatic_erosivity(&months);
    Ok(Climate {
        months,
        erosivity: erosivity.ok_or_else(|| Withheld::because(Reason::OutOfRange))?,
        remarks: holding.map(|(remark, _)| remark).collect(),
    })
}

/// The mean of the years of one month.
fn mean(years: &[ClimateMonth]) -> ClimateMonth {
    let of =
        |part: fn(&ClimateMonth) -> f64| years.iter().map(part).sum::<f64>() / years.len() as f64;
    ClimateMonth {
        wind_m_per_s: of(|month| month.wind_m_per_s),
        evapotranspiration_mm: of(|month| month.evapotranspiration_mm),
        rain_mm: of(|month| month.rain_mm),
        days: of(|month| month.days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::erosion::wind::tests::worked_climate;

    #[test]
    fn the_year_of_methods() {
        // test_vectors.json: C.ilswe
        let found = climatic_erosivity(&worked_climate()).unwrap();
        assert!((found - 29.430_797).abs() < 5e-7, "{found}");
    }

    #[test]
    fn rain_divides_nothing_and_nonsense_is_none() {
        let mut year = worked_climate();
        // without rain every month counts in full; divided by P it would be endless
        for month in &mut year {
            month.rain_mm = 0.0;
        }
        let bare: f64 = year
            .iter()
            .map(|month| month.wind_m_per_s.powi(3) * month.days / 100.0)
            .sum();
        assert!((climatic_erosivity(&year).unwrap() - bare).abs() < 1e-9);
        year[0].evapotranspiration_mm = 0.0;
        assert!(climatic_erosivity(&year).unwrap() < bare);
        year[1].wind_m_per_s = -1.0;
        assert_eq!(climatic_erosivity(&year), None);
    }
}
