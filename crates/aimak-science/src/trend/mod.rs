//! Does it rise or fall over the years, how fast, and would chance alone do that?
//!
//! One file per question: the test ([`mann_kendall`], its null distribution in [`exact_null`], serial correlation in
//! [`serial_correlation`]), the slope ([`theil_sen`]), many seasons ([`seasonal`]), many pixels ([`pixels`],
//! [`pixel_stack`], window by window in [`maps`], [`false_discovery`]), the classes of the land degradation indicator ([`classes`]), and the rule of Trends.Earth for comparison only ([`trends_earth`]).

pub mod classes;
pub mod concordance;
pub mod exact_null;
pub mod false_discovery;
pub mod mann_kendall;
pub mod maps;
mod order_statistic;
mod pixel_series;
pub mod pixel_stack;
pub mod pixels;
pub mod seasonal;
pub mod seasonal_maps;
pub mod serial_correlation;
pub mod series;
pub mod theil_sen;
pub mod trends_earth;
mod window_desk;
pub mod yearly;

#[cfg(test)]
mod oracle;

/// Fewest valid years for an indicator and for every test that leans on the normal distribution (METHODS D.4).
pub const MINIMUM_YEARS: usize = 8;

/// Fewest valid years for the exact test: with four, no order of the values is rare enough (METHODS D.4).
pub const MINIMUM_YEARS_EXACT: usize = 5;

/// Quantile of the standard normal distribution that leaves 2.5 % above.
pub(crate) const NORMAL_975: f64 = 1.959_963_984_540_054;
