//! A plan in a picture: what could be seen, by waves and comparison aimaks.

use aimak_core::Message;

use crate::{
    chart::plan::{self, Words},
    texts::Catalogue,
};

pub use crate::chart::plan::Curve;

/// What the picture shows.
pub struct PlanPicture<'a> {
    /// The words.
    pub words: &'a Catalogue,
    /// The name of the outcome, if it has one.
    pub name: Option<&'a str>,
    /// The smallest effect by waves, one line for each number of comparison aimaks.
    pub curves: &'a [Curve],
    /// The effect that matters, or is expected, by waves.
    pub goal: &'a [(f64, f64)],
    /// True where the goal is what is expected.
    pub expected: bool,
    /// Waves and smallest effect of the plan.
    pub planned: (f64, f64),
    /// Decimals of the smallest effect.
    pub places: usize,
}

impl PlanPicture<'_> {
    /// The picture.
    pub fn draw(&self) -> String {
        let words = self.words;
        let title = match self.name {
            Some(name) => words.message(&Message::new("power-picture-of").with("indicator", name)),
            None => words.text("power-picture"),
        };
        let goal = if self.expected {
            "power-picture-expected"
        } else {
            "power-picture-matters"
        };
        let (waves, smallest) = self.planned;
        let planned = Message::new("power-picture-planned")
            .with("waves", waves)
            .with("smallest", words.number(smallest, self.places));
        let told = Words {
            title: &title,
            description: &words.text("power-picture-description"),
            upwards: &words.text("power-picture-upwards"),
            axis: &words.text("power-picture-axis"),
            goal: &words.text(goal),
            planned: &words.message(&planned),
        };
        let number = |value: f64, places: usize| words.number(value, places);
        plan::draw(self.curves, self.goal, self.planned, &told, &number).into_string()
    }
}
