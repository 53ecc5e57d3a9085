//! Loss by RWEQ: the tables.

use aimak_core::{Message, Progress as _, Withheld};
use aimak_io::{
    read::wind::FieldRow,
    write::Tables,
    zonal::{Cells, Rows, write_rows},
};
use aimak_science::erosion::{
    water::uncertainty::{DrawsOf, ParameterUncertainty},
    wind::{
        WindLoss,
        field::FieldFactors,
        field_loss::{FieldLoss, PeriodLoss, Weighted, weights_of_a_year, weights_of_the_sum},
        uncertainty::{UNCERTAIN, of_loss},
        weather::PeriodWeather,
    },
};

use super::{
    FIELDS, Job, PERIODS, WEATHER,
    about::DRAWS,
    rows::{labels, reasons, weather_rows},
    told::{Told, flags},
};
use crate::stop::Stop;

type Weather = Vec<Result<PeriodWeather, Withheld>>;

/// The loss of a field with its intervals.
struct Computed {
    factors: FieldFactors,
    loss: FieldLoss,
    sum: Option<ParameterUncertainty>,
    year: Option<ParameterUncertainty>,
}

/// How the periods count.
struct Weights {
    sum: Vec<Weighted>,
    year: Option<Vec<Weighted>>,
}

impl Job<'_> {
    /// Computes and writes the three tables.
    pub(super) fn loss(&self, folder: &Tables) -> Result<Told, Stop> {
        let weather = self.weather();
        let weights = Weights {
            sum: weights_of_the_sum(&weather),
            year: weights_of_a_year(&weather, self.args.every),
        };
        let mut told = Told {
            of_a_year: weights.year.is_some(),
            ..Told::default()
        };
        let refused = weather.iter().filter_map(|period| period.as_ref().err());
        refused.for_each(|withheld| told.refuse(withheld));
        let rows = &self.fields.rows;
        self.bars.begin(Message::new("stage-wind"), rows.len());
        let mut computed = Vec::with_capacity(rows.len());
        for row in rows {
            if self.bars.cancelled() {
                return Err(Stop::Interrupted);
            }
            computed.push(self.of_field(row, &weather, &weights));
            self.bars.advance(1);
        }
        self.count(&computed, &mut told);
        write_rows(
            &folder.path(WEATHER),
            &weather_rows(&self.spans(), &weather),
        )?;
        write_rows(
            &folder.path(PERIODS),
            &self.period_rows(&weather, &computed),
        )?;
        write_rows(&folder.path(FIELDS), &self.field_rows(&computed))?;
        Ok(told)
    }

    fn spans(&self) -> Vec<aimak_core::Span> {
        self.record.periods(self.args.every)
    }

    fn weather(&self) -> Weather {
        let of = |span| {
            let (site, evaporation) = (&self.site, &self.evaporation);
            self.record
                .weather(span, self.args.every, site, evaporation)
        };
        self.spans().into_iter().map(of).collect()
    }

    fn of_field(
        &self,
        row: &FieldRow,
        weather: &Weather,
        weights: &Weights,
    ) -> Result<Computed, Withheld> {
        let factors = row.known.factors()?;
        let loss = FieldLoss::of(&factors, weather, self.args.every)?;
        // labels of one field share their draws: most of what is uncertain is the same before and after
        let draws = DrawsOf {
            seed: self.args.seed,
            aimak: &row.field,
            indicator: "wind_loss",
            draws: DRAWS,
        };
        let sum = of_loss(&draws, &factors, &weights.sum);
        let year = weights.year.as_ref();
        let year = match year {
            // in a record of one year both are the same
            Some(year) if *year == weights.sum => sum.clone(),
            year => year.and_then(|year| of_loss(&draws, &factors, year)),
        };
        Ok(Computed {
            factors,
            loss,
            sum,
            year,
        })
    }

    fn count(&self, computed: &[Result<Computed, Withheld>], told: &mut Told) {
        told.rows = computed.len();
        for (row, computed) in self.fields.rows.iter().zip(computed) {
            match computed {
                Ok(found) => {
                    told.remark(&found.loss.remarks);
                    let loss = found.loss.of_a_year.unwrap_or(found.loss.total);
                    let label = told.by_label.entry(row.period.clone()).or_default();
                    label.push(loss.t_per_ha());
                }
                Err(withheld) => told.refuse(withheld),
            }
        }
    }

    fn field_rows(&self, computed: &[Result<Computed, Withheld>]) -> Rows {
        let rows = &self.fields.rows;
        let numbers = |of: &dyn Fn(&Computed) -> Option<f64>| {
            let values = computed.iter().map(|row| row.as_ref().ok().and_then(of));
            Cells::Numbers(values.collect())
        };
        let end = |of: fn(&Computed) -> Option<&ParameterUncertainty>, upper: bool| {
            numbers(&move |row| {
                let (low, high) = of(row)?.interval.bounds()?;
                Some(if upper { high } else { low })
            })
        };
        let share = |place: usize| {
            numbers(&move |row| {
                let of = row.year.as_ref().or(row.sum.as_ref())?;
                Some(of.shares.get(place)?.total)
            })
        };
        let strongest =
            |row: &Computed| row.loss.periods.iter().flatten().copied().max_by(by_force);
        let mut columns = vec![
            ("period", labels(rows)),
            (
                "erodible_fraction",
                numbers(&|row| Some(row.factors.erodible_fraction)),
            ),
            ("soil_crust", numbers(&|row| Some(row.factors.crust))),
            ("roughness", numbers(&|row| Some(row.factors.roughness))),
            ("cover", numbers(&|row| Some(row.factors.cover))),
            ("length_m", numbers(&|row| Some(row.factors.length_m))),
            (
                "largest_qmax_kg_per_m",
                numbers(&|row| Some(strongest(row)?.transport.capacity_kg_per_m())),
            ),
            (
                "shortest_s_m",
                numbers(&|row| strongest(row)?.transport.critical_length_m()),
            ),
            (
                "loss_kg_per_m2",
                numbers(&|row| Some(row.loss.total.kg_per_m2())),
            ),
            (
                "loss_t_per_ha",
                numbers(&|row| Some(row.loss.total.t_per_ha())),
            ),
            ("low_t_per_ha", end(|row| row.sum.as_ref(), false)),
            ("high_t_per_ha", end(|row| row.sum.as_ref(), true)),
            (
                "loss_t_per_ha_yr",
                numbers(&|row| row.loss.of_a_year.map(WindLoss::t_per_ha)),
            ),
            ("low_t_per_ha_yr", end(|row| row.year.as_ref(), false)),
            ("high_t_per_ha_yr", end(|row| row.year.as_ref(), true)),
        ];
        columns.extend(
            SHARES
                .into_iter()
                .enumerate()
                .map(|(place, name)| (name, share(place))),
        );
        let refused = computed
            .iter()
            .map(|row| row.as_ref().err())
            .collect::<Vec<_>>();
        columns.extend(reasons(&refused));
        let flagged = computed
            .iter()
            .map(|row| flags(&row.as_ref().ok()?.loss.remarks));
        columns.push(("flags", Cells::Words(flagged.collect())));
        Rows {
            field: "field".to_owned(),
            ids: rows.iter().map(|row| row.field.clone()).collect(),
            columns,
        }
    }

    /// One row for each field and period of weather.
    fn period_rows(&self, weather: &Weather, computed: &[Result<Computed, Withheld>]) -> Rows {
        let spans = self.spans();
        let (mut ids, mut label, mut from, mut to) = (vec![], vec![], vec![], vec![]);
        let mut losses: Vec<Option<PeriodLoss>> = Vec::new();
        let mut factors = Vec::new();
        for (row, computed) in self.fields.rows.iter().zip(computed) {
            for (place, span) in spans.iter().enumerate() {
                ids.push(row.field.clone());
                label.push(Some(row.period.clone()).filter(|label| !label.is_empty()));
                from.push(Some(span.from.to_string()));
                to.push(span.to.yesterday().ok().map(|day| day.to_string()));
                let loss = computed.as_ref().ok();
                losses.push(loss.and_then(|loss| loss.loss.periods[place]));
                factors.push(weather[place].as_ref().ok().map(|period| period.value));
            }
        }
        let numbers = |of: fn(&PeriodLoss) -> Option<f64>| {
            let values = losses.iter().map(|loss| loss.as_ref().and_then(of));
            Cells::Numbers(values.collect())
        };
        let columns = vec![
            ("period", Cells::Words(label)),
            ("from", Cells::Words(from)),
            ("to", Cells::Words(to)),
            ("weather_factor_kg_per_m", Cells::Numbers(factors)),
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
        Rows {
            field: "field".to_owned(),
            ids,
            columns,
        }
    }
}

/// Columns of the shares of the variance, in the order of the factors.
const SHARES: [&str; UNCERTAIN.len()] = [
    "share_weather",
    "share_erodible_fraction",
    "share_soil_crust",
    "share_roughness",
    "share_cover",
];

fn by_force(a: &PeriodLoss, b: &PeriodLoss) -> std::cmp::Ordering {
    let force = |loss: &PeriodLoss| loss.transport.capacity_kg_per_m();
    force(a).total_cmp(&force(b))
}
