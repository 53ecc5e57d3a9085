//! Which indicators stand at the head of a page, where there is no room for all?
//!
//! Never by result: whoever picks what changed most shows chance as change.

use std::collections::BTreeMap;

use aimak_core::{AimakCode, Card, Finding, Theme};

use crate::view::{Focus, View};

/// How many stand at the head at most.
pub const MOST: usize = 12;

/// At most [`MOST`] of the cards, in their order: the first of each theme, then the second of each, and so on.
pub fn chosen<'c>(cards: impl Iterator<Item = &'c Card>) -> Vec<&'c Card> {
    let mut seen: BTreeMap<Theme, usize> = BTreeMap::new();
    let mut ordered: Vec<(usize, usize, &Card)> = cards
        .enumerate()
        .map(|(place, card)| {
            let round = seen.entry(card.theme).or_default();
            *round += 1;
            (*round, place, card)
        })
        .collect();
    ordered.sort_by_key(|(round, place, _)| (*round, *place));
    ordered.truncate(MOST);
    ordered.sort_by_key(|(_, place, _)| *place);
    ordered.into_iter().map(|(_, _, card)| card).collect()
}

/// The change of an indicator in an aimak, if it has a number with an interval.
pub fn told_change<'a>(view: &View<'a>, card: &Card, code: &AimakCode) -> Option<&'a Finding> {
    if *view.focus(card) != Focus::Change {
        return None;
    }
    let told = |finding: &&Finding| {
        let estimate = finding.estimate();
        estimate.is_some_and(|estimate| estimate.interval.bounds().is_some())
    };
    view.headline(card, code).filter(told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn themes_take_turns_and_the_order_of_the_list_stays() {
        let release = sample::release("2026-1", false);
        let themes = [
            Theme::Soil,
            Theme::Soil,
            Theme::Soil,
            Theme::Soil,
            Theme::Soil,
            Theme::Soil,
            Theme::Soil,
            Theme::Soil,
            Theme::Erosion,
            Theme::Biodiversity,
            Theme::Biodiversity,
            Theme::People,
            Theme::Vegetation,
            Theme::Vegetation,
        ];
        let cards: Vec<Card> = themes
            .into_iter()
            .enumerate()
            .map(|(i, theme)| Card {
                id: format!("i{i:02}").into(),
                theme,
                ..release.cards[0].clone()
            })
            .collect();
        let ids: Vec<&str> = chosen(cards.iter())
            .iter()
            .map(|card| card.id.as_ref())
            .collect();
        // 14 indicators: the last two of soil give way
        let expected = [
            "i00", "i01", "i02", "i03", "i04", "i05", "i08", "i09", "i10", "i11", "i12", "i13",
        ];
        assert_eq!(ids, expected);
        assert_eq!(chosen(cards.iter().take(2)).len(), 2);
    }
}
