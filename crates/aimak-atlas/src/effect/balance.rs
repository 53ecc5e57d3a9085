//! How alike matching made both sides.

use aimak_core::{EffectBalance, Message};

use super::EffectWords;
use crate::chart::balance::{self, Pair};

impl EffectWords<'_> {
    /// Both sides of every matching, property by property; `None` where nothing was matched. `named` says what a property is called.
    pub fn balance(&self, named: impl Fn(&str) -> String) -> Option<String> {
        let pair = |row: &EffectBalance| {
            let (before, after) = (row.before?, row.after?);
            let label = format!(
                "{} · {}",
                named(&row.covariate),
                self.words.text(&row.check)
            );
            let words = Message::new("effect-balance-row")
                .with("before", self.words.difference(before, 2))
                .with("after", self.words.difference(after, 2));
            Some(Pair {
                label,
                before,
                after,
                words: self.words.message(&words),
            })
        };
        let pairs: Vec<Pair> = self.report.balance.iter().filter_map(pair).collect();
        let title = Message::new("effect-balance").with("indicator", self.name);
        let title = self.words.message(&title);
        let description = self.words.text("effect-balance-description");
        let number = self.format();
        (!pairs.is_empty())
            .then(|| balance::draw(&pairs, &title, &description, &number).into_string())
    }
}
