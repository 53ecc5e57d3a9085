//! The trends of the means of polygons, as a table.

use aimak_io::{write::Maps, zonal::Polygons};
use aimak_science::{
    trend::maps::of_series,
    zonal::{Question, Statistic, table},
};

use super::{Job, TABLE};
use crate::stop::Stop;

impl Job<'_> {
    /// Trends of the means of polygons.
    pub(super) fn polygons(&self, polygons: &Polygons, maps: &Maps) -> Result<(), Stop> {
        let question = Question {
            layer: self.images.layer,
            source: self.images.source,
            statistics: &[Statistic::Mean],
            weights: None,
        };
        let answer = table(&question, &polygons.shapes, &self.bars).ok_or(Stop::Interrupted)?;
        self.bars.finish();
        let names = [
            "n",
            "slope_per_year",
            "slope_low",
            "slope_high",
            "s",
            "tau",
            "z",
            "p",
        ];
        let mut columns: Vec<(String, Vec<Option<f64>>)> = names
            .iter()
            .map(|name| ((*name).to_owned(), Vec::new()))
            .collect();
        for zone in 0..polygons.ids.len() {
            let of_band: Vec<Option<f64>> = answer
                .columns
                .iter()
                .map(|(_, values)| values[zone])
                .collect();
            let row = self.row(&of_band);
            let row = row.unwrap_or_default();
            columns
                .iter_mut()
                .zip(row)
                .for_each(|((_, column), value)| column.push(value));
        }
        aimak_io::zonal::write(&maps.path(TABLE), polygons, &columns).map_err(Stop::from)
    }
    /// The trend of the means of one polygon.
    fn row(&self, of_band: &[Option<f64>]) -> Option<[Option<f64>; 8]> {
        if let Some(months) = &self.months {
            let found = months.trend(of_band).ok()?;
            return Some([
                Some(found.n as f64),
                Some(found.slope_per_year),
                found.interval.map(|interval| interval.low_per_year),
                found.interval.map(|interval| interval.high_per_year),
                Some(found.s as f64),
                Some(found.tau_a),
                Some(found.z),
                Some(found.p),
            ]);
        }
        let years = self.images.years;
        let values = years.means(of_band);
        let found = of_series(years, &values, self.trend.test, self.trend.minimum_years).ok()?;
        let (test, line) = (&found.test, &found.line);
        Some([
            Some(test.n as f64),
            Some(line.slope_per_year),
            line.interval.map(|interval| interval.low_per_year),
            line.interval.map(|interval| interval.high_per_year),
            Some(test.s as f64),
            Some(test.tau_a),
            Some(test.z),
            Some(test.p),
        ])
    }
}
