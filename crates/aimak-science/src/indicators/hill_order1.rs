//! How diverse is the plant cover, when rare species weigh by their share?

use std::borrow::Cow;

use aimak_core::{
    Card, Direction, LocalText, Message, Reason, SpeciesScale, Theme, Unit, Withheld,
};

use super::{Indicator, Measure, Recorded};
use crate::diversity::{community::Community, hill::hill_number};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::Together {
        recorded: Recorded::Species,
        reach: None,
        value,
    },
};

static CARD: Card = Card {
    id: Cow::Borrowed("hill_order1"),
    theme: Theme::Biodiversity,
    name: LocalText::fixed(
        "Түрлөрдүн ар түрдүүлүгү (1-тартиптеги Хилл саны)",
        "Разнообразие видов (число Хилла порядка 1)",
        "Diversity of species (Hill number of order 1)",
    ),
    question: LocalText::fixed(
        "Ушундай эле ар түрдүүлүктү бирдей кеңири таралган канча түр берер эле?",
        "Сколько одинаково обильных видов дали бы такое же разнообразие?",
        "How many equally common species would be just as diverse?",
    ),
    unit: Unit::EffectiveSpecies,
    better: Direction::Higher,
    method: Cow::Borrowed("HILL_1"),
    method_version: 1,
    formula: Cow::Borrowed("¹D = exp(−Σᵢ pᵢ ln pᵢ), pᵢ = (1/n)·Σⱼ (xᵢⱼ / Σₖ xₖⱼ)"),
    explanation: LocalText::fixed(
        "Ар бир j аянтчасында түрлөрдүн үлүшү (xᵢⱼ — i түрүнүн саны же капталышы) эсептелет, андан соң n аянтчанын орточосу \
         pᵢ алынат: ар бир аянтчанын салмагы бирдей. Натыйжа — ошондой эле ар түрдүүлүктү бере турган бирдей кеңири таралган түрлөрдүн саны. \
         Үлгүдө байкалган ар түрдүүлүк, андыктан аянтча көбөйсө бир аз өсөт. 95 % аралык аянтчаларды кайра тандоо менен алынат. Жасалма маалыматтагы сыноодо 5–40 аянтчада бир датанын аралыгы чыныгы маанини 100 учурдун 89–93үндө \
         камтыды (маани бир аз төмөн чыгат), өзгөрүүнүкү — 93–97синде.",
        "На каждой площадке j находятся доли видов (xᵢⱼ — число особей или покрытие вида i), затем доли усредняются по n \
         площадкам (pᵢ): все площадки весят одинаково. Результат — число одинаково обильных видов, дающее такое же разнообразие. Это разнообразие, наблюдаемое в \
         выборке: с числом площадок оно немного растёт. 95 % интервал получен повторным выбором площадок. В проверке на искусственных данных при 5–40 площадках интервал для одной даты содержал истинное \
         значение в 89–93 случаях из 100 (значение слегка занижено), интервал для изменения — в 93–97.",
        "On each plot j the shares of species are found (xᵢⱼ: individuals or cover of species i), then averaged over the n plots \
         (pᵢ): every plot weighs the same. The \
         result is the number of equally common species that would be as diverse. It is the diversity seen in the sample and \
         grows a little with the number of plots. The 95 % interval comes from drawing the plots again. In a simulation with 5 to 40 plots the interval of a single date held the true value \
         in 89 to 93 of 100 cases (the value is slightly low), that of a change in 93 to 97.",
    ),
    valid_range: (1.0, 100_000.0),
    references: Cow::Borrowed(&[
        Cow::Borrowed("Hill (1973), Ecology 54:427–432, doi:10.2307/1934352"),
        Cow::Borrowed("Jost (2006), Oikos 113:363–375, doi:10.1111/j.2006.0030-1299.14714.x"),
    ]),
    has_change: true,
};

/// Hill number of order 1 of the plots' mean shares. Presence has no shares.
fn value(community: &Community, times: &[u32], _target: Option<f64>) -> Result<f64, Withheld> {
    if community.scale() == SpeciesScale::Presence {
        return Err(
            Withheld::because(Reason::NoData).with(Message::new("detail-presence-has-no-shares"))
        );
    }
    hill_number(&community.mean_shares(times), 1.0).ok_or(Withheld::because(Reason::NoData))
}
