//! How many of a plot's species came or went between two visits?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit};

use super::{Indicator, Measure};
use crate::diversity::Dissimilarity;

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::Turnover(Dissimilarity::Jaccard),
};

static CARD: Card = Card {
    id: Cow::Borrowed("species_turnover"),
    theme: Theme::Biodiversity,
    name: LocalText::fixed("Түрлөрдүн алмашуусу", "Смена видов", "Turnover of species"),
    question: LocalText::fixed(
        "Аянтчада эки байкоонун жок дегенде биринде табылган түрлөрдүн канча бөлүгү бир гана жолу табылган?",
        "Какая часть видов, найденных на площадке хотя бы в одно из двух обследований, найдена только один раз?",
        "Of the species found on a plot at either of two visits, which share was found at one of them only?",
    ),
    unit: Unit::Percent,
    better: Direction::Neutral,
    method: Cow::Borrowed("TEMPORAL_JACCARD"),
    method_version: 1,
    formula: Cow::Borrowed("β = (1/n)·Σⱼ 100·(bⱼ + cⱼ)/(aⱼ + bⱼ + cⱼ)"),
    explanation: LocalText::fixed(
        "Ар бир j аянтчасында эки байкоодо тең табылган (aⱼ), мурда гана (bⱼ) жана кийин гана табылган (cⱼ) түрлөр саналат; Жаккардын айырмачылыгы n аянтча боюнча \
         орточолонот. Эки мезгилде бирдей ыкма менен изилденген аянтчалар гана эсептелет; саны же капталышы эмес, бар-жогу маанилүү. Эч нерсе өзгөрбөсө да, эки байкоо \
         эч качан бирдей түрлөрдү таппайт: аба ырайы, байкоо күнү жана башка байкоочу алмашууну өзү жаратат (жалган алмашуу). Ошондуктан алмашуу эч качан нөл болбойт, жана салыштыруу \
         жериндеги аянтчалар менен айырма гана бир нерсе айтат. Көп алмашуу жакшы да, жаман да эмес. 95 % аралык аянтчаларды тандоонун белгисиздигин көрсөтөт.",
        "На каждой площадке j считаются виды, найденные оба раза (aⱼ), только до (bⱼ) и только после (cⱼ); несходство Жаккара усредняется по n площадкам. \
         Учтены только площадки, обследованные в обоих периодах одним способом; важно присутствие, а не число особей или покрытие. Даже если ничего не меняется, два обследования никогда \
         не находят одни и те же виды: погода, день обследования и другой наблюдатель сами создают смену (мнимая смена). Поэтому смена никогда не равна нулю, и о чём-то \
         говорит только разница с площадками на землях сравнения. Большая смена сама по себе ни хороша, ни плоха. 95 % интервал показывает неопределённость выбора площадок.",
        "On each plot j the species found at both visits (aⱼ), only before (bⱼ) and only after (cⱼ) are counted; Jaccard's dissimilarity is averaged over n plots. \
         Only plots visited in both periods in the same way count; presence matters, not numbers or cover. Even where nothing changes, two visits never \
         find the same species: weather, the day of the visit and another observer make turnover by themselves (pseudo-turnover). So turnover is never zero, and only its \
         difference from plots on comparison land tells something. Much turnover is neither good nor bad by itself. The 95 % interval tells how uncertain the choice of plots makes the mean.",
    ),
    valid_range: (0.0, 100.0),
    references: Cow::Borrowed(&[
        Cow::Borrowed(
            "Baselga (2012), Glob. Ecol. Biogeogr. 21:1223–1232, doi:10.1111/j.1466-8238.2011.00756.x",
        ),
        Cow::Borrowed("Legendre (2019), Ecol. Evol. 9:3500–3514, doi:10.1002/ece3.4984"),
        Cow::Borrowed("Nilsson & Nilsson (1985), J. Ecol. 73:65–70, doi:10.2307/2259768"),
    ]),
    has_change: true,
};
