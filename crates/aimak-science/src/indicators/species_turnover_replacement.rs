//! How much of the turnover of species is replacement of one by another?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit};

use super::{Indicator, Measure};
use crate::diversity::Dissimilarity;

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::Turnover(Dissimilarity::JaccardTurnover),
};

static CARD: Card = Card {
    id: Cow::Borrowed("species_turnover_replacement"),
    theme: Theme::Biodiversity,
    name: LocalText::fixed(
        "Түрлөрдүн алмашуусу: бири-бирин алмаштыруу бөлүгү",
        "Смена видов: часть, приходящаяся на замену одних другими",
        "Turnover of species: the part of replacement",
    ),
    question: LocalText::fixed(
        "Табылган бардык түрлөрдүн канча бөлүгү бири-биринин ордун ээлегендиктен алмашты?",
        "Какая доля всех найденных видов сменилась потому, что одни пришли на место других?",
        "Of all species found, which share changed because one took another's place?",
    ),
    unit: Unit::Percent,
    better: Direction::Neutral,
    method: Cow::Borrowed("TEMPORAL_JACCARD_TURNOVER"),
    method_version: 1,
    formula: Cow::Borrowed("β = (1/n)·Σⱼ 100·2mⱼ/(aⱼ + 2mⱼ), mⱼ = min(bⱼ, cⱼ)"),
    explanation: LocalText::fixed(
        "Түрлөрдүн алмашуусу эки бөлүктөн турат (Баселга): бир түрдүн ордуна башкасы келет же түрлөрдүн саны жөн гана өзгөрөт. Бул — биринчиси: aⱼ — j аянтчасында эки жолу \
         тең табылган, bⱼ — мурда гана, cⱼ — кийин гана табылган түрлөр. Бир байкоодо эч нерсе табылбаган аянтчада бөлүктөрдү айырмалоого болбойт, ал эсептелбейт. Бул бөлүк да башка \
         байкоочудан улам эле пайда болот: салыштыруу жеринен айырмасы гана бир нерсе айтат. 95 % аралык аянтчаларды тандоонун белгисиздигин көрсөтөт.",
        "Смена видов складывается из двух частей (Базельга): один вид приходит на место другого, или просто меняется число видов. Здесь первая: aⱼ — виды площадки j, найденные \
         оба раза, bⱼ — только до, cⱼ — только после. Площадка, где в одно из обследований не найдено ничего, не учитывается: её части не различить. И эту часть создаёт уже \
         другой наблюдатель: о чём-то говорит только разница с землями сравнения. 95 % интервал показывает неопределённость выбора площадок.",
        "Turnover has two parts (Baselga): one species comes in the place of another, or the number of species merely changes. This is the first: aⱼ species of plot j found at both \
         visits, bⱼ only before, cⱼ only after. A plot where one visit found nothing does not count, because its parts cannot be told apart. Another observer alone makes some of \
         this part as well: only its difference from comparison land tells something. The 95 % interval tells how uncertain the choice of plots makes the mean.",
    ),
    valid_range: (0.0, 100.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "Baselga (2012), Glob. Ecol. Biogeogr. 21:1223–1232, doi:10.1111/j.1466-8238.2011.00756.x",
    )]),
    has_change: true,
};
