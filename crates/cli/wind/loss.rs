//! Loss by RWEQ: every field under the weather of every period.

use aimak_core::{Message, Progress as _, Withheld};
use aimak_io::{read::wind::FieldRow, write::Tables, zonal::write_rows};
use aimak_science::erosion::{
    water::uncertainty::DrawsOf,
    wind::{
        field_loss::{FieldLoss, Weighted, weights_of_a_year, weights_of_the_sum},
        uncertainty::of_loss,
        weather::PeriodWeather,
    },
};

use super::{
    FIELDS, Job, PERIODS, WEATHER,
    about::DRAWS,
    loss_tables::{Computed, LossTables},
    told::{OF_FIELD, OF_PERIOD, Told},
};
use crate::stop::Stop;

type Weather = Vec<Result<PeriodWeather, Withheld>>;

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
        refused.for_each(|withheld| told.refuse(OF_PERIOD, withheld));
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
        let tables = LossTables {
            fields: rows,
            spans: &self.record.periods(self.args.every),
            weather: &weather,
            computed: &computed,
        };
        for (name, rows) in [
            (WEATHER, tables.weather()),
            (PERIODS, tables.periods()),
            (FIELDS, tables.fields()),
        ] {
            write_rows(&folder.path(name), &rows)?;
        }
        Ok(told)
    }

    fn weather(&self) -> Weather {
        let of = |span| {
            let (site, evaporation) = (&self.site, &self.evaporation);
            self.record
                .weather(span, self.args.every, site, evaporation)
        };
        let spans = self.record.periods(self.args.every);
        spans.into_iter().map(of).collect()
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
            weather: weights.sum.iter().map(|period| period.weather).sum(),
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
                    told.value(&row.period, loss.t_per_ha());
                }
                Err(withheld) => told.refuse(OF_FIELD, withheld),
            }
        }
    }
}
