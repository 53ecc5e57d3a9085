//! The tables of the loss: fields, periods, weather.

use aimak_core::{Span, Withheld};
use aimak_io::{
    read::wind::FieldRow,
    zonal::{Cells, Rows},
};
use aimak_science::erosion::{
    water::uncertainty::ParameterUncertainty,
    wind::{
        WindLoss,
        field::FieldFactors,
        field_loss::{FieldLoss, PeriodLoss},
        uncertainty::UNCERTAIN,
        weather::PeriodWeather,
    },
};

use super::{
    rows::{label, labels, reasons},
    told::flags,
};

/// The loss of a field with its intervals.
pub struct Computed {
    /// Its factors.
    pub factors: FieldFactors,
    /// Sum of WF.
    pub weather: f64,
    /// Its loss.
    pub loss: FieldLoss,
    /// Uncertainty of the sum of all periods.
    pub sum: Option<ParameterUncertainty>,
    /// Uncertainty of the loss of a year.
    pub year: Option<ParameterUncertainty>,
}

/// Columns of the shares of the variance, in the order of the factors.
const SHARES: [&str; UNCERTAIN.len()] = [
    "share_weather",
    "share_erodible_fraction",
    "share_soil_crust",
    "share_roughness",
    "share_cover",
];

type Columns = Vec<(&'static str, Cells)>;
type Number<T> = fn(&T) -> Option<f64>;

/// Everything the tables are made of.
pub struct LossTables<'a> {
    /// Fields in their order.
    pub fields: &'a [FieldRow],
    /// Periods in their order.
    pub spans: &'a [Span],
    /// Weather of each period.
    pub weather: &'a [Result<PeriodWeather, Withheld>],
    /// Loss of each field.
    pub computed: &'a [Result<Computed, Withheld>],
}

impl LossTables<'_> {
    /// One row for each field and label.
    pub fn fields(&self) -> Rows {
        let refused: Vec<_> = self.computed.iter().map(|row| row.as_ref().err()).collect();
        let found = self.computed.iter().map(|row| row.as_ref().ok());
        let flagged = found.map(|row| flags(&row?.loss.remarks));
        let mut columns = vec![("period", labels(self.fields))];
        columns.extend(self.factors());
        columns.extend(self.losses());
        columns.extend(self.shares());
        columns.extend(reasons(&refused));
        columns.push(("flags", Cells::Words(flagged.collect())));
        Rows {
            field: "field".to_owned(),
            ids: self.fields.iter().map(|row| row.field.clone()).collect(),
            columns,
        }
    }

    fn factors(&self) -> Columns {
        let columns: [(&str, Number<Computed>); 8] = [
            ("erodible_fraction", |row| {
                Some(row.factors.erodible_fraction)
            }),
            ("soil_crust", |row| Some(row.factors.crust)),
            ("roughness", |row| Some(row.factors.roughness)),
            ("cover", |row| Some(row.factors.cover)),
            ("length_m", |row| Some(row.factors.length_m)),
            ("weather_factor_kg_per_m", |row| Some(row.weather)),
            ("largest_qmax_kg_per_m", |row| {
                Some(strongest(row)?.transport.capacity_kg_per_m())
            }),
            ("shortest_s_m", |row| {
                strongest(row)?.transport.critical_length_m()
            }),
        ];
        self.numbers(columns)
    }

    fn losses(&self) -> Columns {
        let columns: [(&str, Number<Computed>); 7] = [
            ("loss_kg_per_m2", |row| Some(row.loss.total.kg_per_m2())),
            ("loss_t_per_ha", |row| Some(row.loss.total.t_per_ha())),
            ("low_t_per_ha", |row| Some(bounds(row.sum.as_ref())?.0)),
            ("high_t_per_ha", |row| Some(bounds(row.sum.as_ref())?.1)),
            ("loss_t_per_ha_yr", |row| {
                row.loss.of_a_year.map(WindLoss::t_per_ha)
            }),
            ("low_t_per_ha_yr", |row| Some(bounds(row.year.as_ref())?.0)),
            ("high_t_per_ha_yr", |row| Some(bounds(row.year.as_ref())?.1)),
        ];
        let class = |computed: &Result<Computed, Withheld>| {
            let year = computed.as_ref().ok()?.loss.of_a_year?;
            Some(year.class_of_a_year() as i64)
        };
        let classes = self.computed.iter().map(class);
        let mut columns = self.numbers(columns);
        columns.push(("class_sl_190", Cells::Whole(classes.collect())));
        columns
    }

    fn shares(&self) -> Columns {
        let share = |place: usize| {
            let of = move |row: &Result<Computed, Withheld>| {
                let row = row.as_ref().ok()?;
                let uncertainty = row.year.as_ref().or(row.sum.as_ref())?;
                Some(uncertainty.shares.get(place)?.total)
            };
            Cells::Numbers(self.computed.iter().map(of).collect())
        };
        let named = SHARES.into_iter().enumerate();
        named.map(|(place, name)| (name, share(place))).collect()
    }

    fn numbers<const N: usize>(&self, columns: [(&'static str, Number<Computed>); N]) -> Columns {
        let column = |(name, of): (&'static str, Number<Computed>)| {
            let values = self
                .computed
                .iter()
                .map(|row| row.as_ref().ok().and_then(of));
            (name, Cells::Numbers(values.collect()))
        };
        columns.into_iter().map(column).collect()
    }

    /// One row for each field, label and period of weather.
    pub fn periods(&self) -> Rows {
        let fields = self.fields.iter().zip(self.computed);
        let cells: Vec<_> = fields
            .flat_map(|(row, computed)| {
                (0..self.spans.len()).map(move |place| (row, computed, place))
            })
            .collect();
        let loss = |computed: &Result<Computed, Withheld>, place: usize| {
            computed
                .as_ref()
                .ok()
                .and_then(|found| found.loss.periods[place])
        };
        let numbers = |of: Number<PeriodLoss>| {
            let values = cells
                .iter()
                .map(|(_, computed, place)| loss(computed, *place).as_ref().and_then(of));
            Cells::Numbers(values.collect())
        };
        let words = |of: &dyn Fn(&FieldRow, usize) -> Option<String>| {
            Cells::Words(
                cells
                    .iter()
                    .map(|(row, _, place)| of(row, *place))
                    .collect(),
            )
        };
        let weather = cells
            .iter()
            .map(|(_, _, place)| Some(self.weather[*place].as_ref().ok()?.value));
        let refused: Vec<_> = cells
            .iter()
            .map(|(_, computed, place)| {
                computed
                    .as_ref()
                    .err()
                    .or(self.weather[*place].as_ref().err())
            })
            .collect();
        let mut columns = vec![
            ("period", words(&|row, _| label(row))),
            (
                "from",
                words(&|_, place| Some(self.spans[place].from.to_string())),
            ),
            ("to", words(&|_, place| last_day(self.spans[place]))),
            ("weather_factor_kg_per_m", Cells::Numbers(weather.collect())),
            (
                "qmax_kg_per_m",
                numbers(|loss| Some(loss.transport.capacity_kg_per_m())),
            ),
            ("s_m", numbers(|loss| loss.transport.critical_length_m())),
            (
                "loss_kg_per_m2",
                numbers(|loss| Some(loss.loss.kg_per_m2())),
            ),
            ("loss_t_per_ha", numbers(|loss| Some(loss.loss.t_per_ha()))),
        ];
        columns.extend(reasons(&refused));
        Rows {
            field: "field".to_owned(),
            ids: cells.iter().map(|(row, ..)| row.field.clone()).collect(),
            columns,
        }
    }

    /// One row for each period of weather.
    pub fn weather(&self) -> Rows {
        let found = || self.weather.iter().map(|period| period.as_ref().ok());
        let whole = |of: fn(&PeriodWeather) -> usize| {
            Cells::Whole(found().map(|period| period.map(|p| of(p) as i64)).collect())
        };
        let mut columns = vec![
            (
                "to",
                Cells::Words(self.spans.iter().map(|span| last_day(*span)).collect()),
            ),
            ("winds", whole(|p| p.winds)),
            ("winds_expected", whole(|p| p.winds_expected)),
        ];
        let numbers: [(&str, fn(&PeriodWeather) -> f64); 11] = [
            ("mean_wind_at_2_m_m_per_s", |p| p.mean_wind_m_per_s),
            ("temperature_c", |p| p.temperature_c),
            ("rain_mm", |p| p.water.rain_mm),
            ("irrigation_mm", |p| p.water.irrigation_mm),
            ("wet_days", |p| p.water.wet_days),
            ("etp_mm", |p| p.evapotranspiration_mm),
            ("wind_value", |p| p.parts.wind_value),
            ("air_density_kg_per_m3", |p| p.parts.air_density),
            ("soil_wetness", |p| p.parts.soil_wetness),
            ("snow", |p| p.parts.snow),
            ("weather_factor_kg_per_m", |p| p.value),
        ];
        let cells =
            |of: fn(&PeriodWeather) -> f64| Cells::Numbers(found().map(|p| p.map(of)).collect());
        columns.extend(numbers.into_iter().map(|(name, of)| (name, cells(of))));
        let refused: Vec<_> = self
            .weather
            .iter()
            .map(|period| period.as_ref().err())
            .collect();
        columns.extend(reasons(&refused));
        let flagged = found().map(|period| flags(&period?.remarks));
        columns.push(("flags", Cells::Words(flagged.collect())));
        Rows {
            field: "from".to_owned(),
            ids: self
                .spans
                .iter()
                .map(|span| span.from.to_string())
                .collect(),
            columns,
        }
    }
}

/// The period with the strongest transport.
fn strongest(row: &Computed) -> Option<&PeriodLoss> {
    let force = |loss: &&PeriodLoss| loss.transport.capacity_kg_per_m();
    let periods = row.loss.periods.iter().flatten();
    periods.max_by(|a, b| force(a).total_cmp(&force(b)))
}

/// Lower and upper end.
fn bounds(uncertainty: Option<&ParameterUncertainty>) -> Option<(f64, f64)> {
    uncertainty?.interval.bounds()
}

/// The last day of a period, which in a span is the day before its end.
fn last_day(span: Span) -> Option<String> {
    span.to.yesterday().ok().map(|day| day.to_string())
}
