//! How much of the turnover of species is mere gain or loss?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit};

use super::{Indicator, Measure};
use crate::diversity::Dissimilarity;

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::Turnover(Dissimilarity::JaccardNestedness),
};

static CARD: Card = Card {
    id: Cow::Borrowed("species_turnover_nestedness"),
    theme: Theme::Biodiversity,
    name: LocalText::fixed(
        "Түрлөрдүн алмашуусу: жөн гана көбөйүү же азаюу бөлүгү",
        "Смена видов: часть, приходящаяся на простой прирост или потерю",
        "Turnover of species: the part of mere gain or loss",
    ),
    question: LocalText::fixed(
        "Табылган бардык түрлөрдүн канча бөлүгү ордуна башкасы келбей жоголгондуктан же башканын ордун албай кошулгандыктан алмашты?",
        "Какая доля всех найденных видов сменилась потому, что виды исчезли или прибавились без замены?",
        "Of all species found, which share changed because species were lost or gained without replacement?",
    ),
    unit: Unit::Percent,
    better: Direction::Neutral,
    method: Cow::Borrowed("TEMPORAL_JACCARD_NESTEDNESS"),
    method_version: 1,
    formula: Cow::Borrowed(
        "β = (1/n)·Σⱼ 100·[(bⱼ + cⱼ)/(aⱼ + bⱼ + cⱼ) − 2mⱼ/(aⱼ + 2mⱼ)], mⱼ = min(bⱼ, cⱼ)",
    ),
    explanation: LocalText::fixed(
        "Түрлөрдүн алмашуусунан бири-бирин алмаштыруу бөлүгүн кемиткенде калганы (Баселга: камтылуу): бир байкоонун түрлөрү экинчисиникинин бир бөлүгү болуп калганда пайда болот. Көбөйүүбү же \
         азаюубу — муну бул сан айтпайт; түрлөрдүн санынын өзгөрүшүнөн көрүңүз. aⱼ — j аянтчасында эки жолу тең, bⱼ — мурда гана, cⱼ — кийин гана табылган түрлөр. Бирөө кылдатыраак издесе да бул бөлүк \
         пайда болот: салыштыруу жеринен айырмасы гана бир нерсе айтат. 95 % аралык аянтчаларды тандоонун белгисиздигин көрсөтөт.",
        "То, что остаётся от смены видов без замены одних другими (Базельга: вложенность): виды одного обследования — часть видов другого. Прибавилось или убавилось, это \
         число не говорит; смотрите изменение числа видов. aⱼ — виды площадки j, найденные оба раза, bⱼ — только до, cⱼ — только после. Эту часть создаёт и тот, кто \
         просто искал внимательнее: о чём-то говорит только разница с землями сравнения. 95 % интервал показывает неопределённость выбора площадок.",
        "What is left of the turnover without replacement (Baselga: nestedness): the species of one visit are part of those of the other. Whether more or fewer, this number does \
         not tell; see the change in the number of species. aⱼ species of plot j found at both visits, bⱼ only before, cⱼ only after. Somebody who merely searched \
         more carefully makes this part too: only its difference from comparison land tells something. The 95 % interval tells how uncertain the choice of plots makes the mean.",
    ),
    valid_range: (0.0, 100.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "Baselga (2012), Glob. Ecol. Biogeogr. 21:1223–1232, doi:10.1111/j.1466-8238.2011.00756.x",
    )]),
    has_change: true,
};
