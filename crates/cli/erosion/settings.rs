//! The method that the command line asks for, or everything that is wrong with it.

use aimak_core::Message;
use aimak_io::problem::Problem;
use aimak_science::erosion::water::{
    chain::{Routes, Rules},
    delivery::DeliveryRatio,
    topography::{DesmetGovers, InvestSlopeLength, LengthCap},
};

use crate::args::{self, Flow, Method};

/// How the chain computes.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The method.
    pub rules: Rules,
    /// Where water goes.
    pub routes: Routes,
    /// From connectivity to the ratio.
    pub delivery: DeliveryRatio,
}

impl Settings {
    /// Reads the options.
    ///
    /// # Errors
    /// Every option outside what it may be, and what does not go together.
    pub fn of(args: &args::Erosion) -> Result<Self, Vec<Problem>> {
        let mut found: Vec<Problem> = options(args);
        let cap = LengthCap::of_metres(args.l_max);
        let rules = match args.ls {
            Method::DesmetGovers => Rules::Metres(DesmetGovers {
                cap,
                ..DesmetGovers::default()
            }),
            Method::Invest => Rules::Invest(InvestSlopeLength {
                largest_length_factor: args.l_max,
            }),
        };
        let routes = match args.routing {
            Flow::Multiple => Routes::Multiple,
            Flow::Single => Routes::D8,
            Flow::Infinite => Routes::DInfinity,
        };
        if args.ls == Method::Invest && routes == Routes::DInfinity {
            found.push(Problem::error("erosion-routing", "--routing").found("dinf"));
        }
        let delivery = DeliveryRatio {
            highest: args.sdr_max,
            half_index: args.ic0,
            spread: args.k,
        };
        if found.is_empty() {
            Ok(Self {
                rules,
                routes,
                delivery,
            })
        } else {
            Err(found)
        }
    }
}

/// Numbers that are none of those an option may hold.
fn options(args: &args::Erosion) -> Vec<Problem> {
    let positive = |number: f64| number > 0.0 && number.is_finite();
    let checks = [
        (
            "--streams",
            args.streams,
            positive(args.streams),
            "expected-positive",
        ),
        ("--k", args.k, positive(args.k), "expected-positive"),
        ("--ic0", args.ic0, args.ic0.is_finite(), "expected-number"),
        (
            "--sdr-max",
            args.sdr_max,
            args.sdr_max > 0.0 && args.sdr_max <= 1.0,
            "expected-share",
        ),
        (
            "--l-max",
            args.l_max,
            positive(args.l_max),
            "expected-positive",
        ),
    ];
    let wrong = checks.into_iter().filter(|(_, _, right, _)| !right);
    wrong
        .map(|(option, number, _, expected)| {
            Problem::error("erosion-option", option)
                .found(number.to_string())
                .expecting(Message::new(expected))
        })
        .collect()
}
