//! How many species live here, at equal completeness of the survey?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Reason, SpeciesScale, Theme, Unit, Withheld};

use super::{Indicator, Measure, Recorded};
use crate::diversity::{Sample, community::Community};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::Together {
        recorded: Recorded::Species,
        reach: Some(reach),
        value,
    },
};

static CARD: Card = Card {
    id: Cow::Borrowed("species_richness"),
    theme: Theme::Biodiversity,
    name: LocalText::fixed(
        "Түрлөрдүн саны (бирдей толуктукта)",
        "Число видов (при равной полноте)",
        "Number of species (at equal completeness)",
    ),
    question: LocalText::fixed(
        "Изилдөөнүн толуктугу бирдей болсо, бул жерде канча түр бар?",
        "Сколько видов обитает здесь при равной полноте учёта?",
        "How many species live here, at equal completeness of the survey?",
    ),
    unit: Unit::Species,
    better: Direction::Higher,
    method: Cow::Borrowed("RICHNESS_AT_COVERAGE"),
    method_version: 1,
    formula: Cow::Borrowed("S(m): C(m) = C*, C* = minⱼ Cⱼ(2nⱼ)"),
    explanation: LocalText::fixed(
        "Көп изилденген жерде көп түр табылат, ошондуктан табылган түрлөр түздөн-түз салыштырылбайт. Бардык аймактар жана \
         мезгилдер толуктуктун (C) бирдей деңгээлине келтирилет: ал деңгээл (C*) — эң начар изилденген j үлгүсү көлөмү nⱼ эки эсе \
         болгондо жетчү деңгээл. Особдор саналса, алардын санынан, капталышы же бар-жогу жазылса аянтчалардагы кездешүүсүнөн эсептелет. \
         95 % аралык ошол эле күч менен кайра издегенде (азырынча көрүнбөгөн түрлөрдү кошкондо) эмне табыларын көрсөтөт; жасалма маалыматтагы сыноодо өзгөрүүнүн аралыгы чыныгы маанини 100 учурдун 98–100үндө камтыды: ал керектүүдөн кененирээк.",
        "Где больше искали, там больше и нашли, поэтому найденные виды прямо не сравниваются. Все территории и периоды \
         приводятся к одной полноте учёта (C*): к той, которой достигла бы самая бедная выборка j при удвоенном объёме (2nⱼ). Если считали особи, \
         расчёт идёт по особям; если записывали покрытие или присутствие — по встречаемости на площадках. 95 % интервал \
         показывает, что нашлось бы при повторном учёте с тем же усилием, включая виды, которых пока не видели; в проверке на искусственных данных интервал для изменения содержал истинное значение в 98–100 случаях из 100: он скорее слишком широк.",
        "Where people search more, they find more, so species found are not compared directly. All areas and periods are \
         brought to one completeness (C*): the one that the poorest sample j would reach at twice its size (2nⱼ). Where individuals were counted, \
         they are used; where cover or presence was noted, occurrence across plots is used. The 95 % interval shows what the \
         same effort could have found again, species not seen so far included; in a simulation that of a change held the true value in 98 to 100 of 100 cases: it is rather too wide.",
    ),
    valid_range: (0.0, 100_000.0),
    references: Cow::Borrowed(&[
        Cow::Borrowed("Chao & Jost (2012), Ecology 93:2533–2547, doi:10.1890/11-1952.1"),
        Cow::Borrowed("Chao et al. (2014), Ecol. Monogr. 84:45–67, doi:10.1890/13-0133.1"),
    ]),
    has_change: true,
};

/// The sample that the plots make together: individuals where they were counted, else occurrence across plots.
fn sample(community: &Community, times: &[u32]) -> Sample {
    match community.scale() {
        SpeciesScale::Count => Sample::of_individuals(&community.individuals(times)),
        _ => Sample::of_plots(
            &community.occurrences(times),
            times.iter().copied().map(u64::from).sum(),
        ),
    }
}

/// Coverage the plots reach at twice their size; `None` for a sample too small to count.
fn reach(community: &Community, times: &[u32]) -> Option<f64> {
    let sample = sample(community, times);
    sample.sufficient().ok().map(|()| sample.reach())
}

/// Species at the target coverage. Replicates of a sufficient sample are not asked for its size again.
fn value(community: &Community, times: &[u32], target: Option<f64>) -> Result<f64, Withheld> {
    let sample = sample(community, times);
    if times.iter().all(|n| *n == 1) {
        sample.sufficient()?;
    }
    let target = target.unwrap_or_else(|| sample.reach());
    sample
        .richness_at_coverage(target)
        .ok_or(Withheld::because(Reason::NoData))
}
