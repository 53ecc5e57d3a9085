//! How many of those who were asked agree with the project's statement on organic farming?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit};

use super::{Indicator, Measure};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::Support,
};

static CARD: Card = Card {
    id: Cow::Borrowed("organic_support"),
    theme: Theme::People,
    name: LocalText::fixed(
        "Органикалык дыйканчылыкты колдогондор",
        "Доля поддерживающих органическое земледелие",
        "People who agree with organic farming",
    ),
    question: LocalText::fixed(
        "Суралгандардын канчасы органикалык дыйканчылык тууралуу негизги пикирге макул?",
        "Какая доля опрошенных согласна с главным утверждением об органическом земледелии?",
        "What share of those asked agrees with the main statement on organic farming?",
    ),
    unit: Unit::Percent,
    better: Direction::Neutral,
    method: Cow::Borrowed("TOP_TWO_SHARE"),
    method_version: 1,
    formula: Cow::Borrowed("p = (n₄ + n₅) / n"),
    explanation: LocalText::fixed(
        "Пикирин айткан n адамдын эң жогорку эки жоопту бергендеринин үлүшү. Долбоор кайсы пикирди негизги деп белгилегени жооптордун тизмесинде көрсөтүлгөн. \
         «Билбейм» дегендер жана жооп бербегендер эсепке кирбейт. Эки убакта кеминде он бир эле адам суралса, алардын өздөрү салыштырылат, болбосо эки \
         башка топ. Аз адам артында турган сан айтылбайт. 95 % аралык — Вильсондуку, айырма үчүн Ньюкомбдуку; айылдар тандалса, коңшулардын окшоштугу эске алынат. \
         Бул адамдардын айтканы, кылганы эмес: сылыктыктан да макул болушат.",
        "Доля тех из n людей с мнением, кто дал один из двух высших ответов. Какое утверждение проект считает главным, показано в списке вопросов. \
         «Не знаю» и отказы не входят в расчёт. Если не меньше десяти человек опрошены оба раза, сравниваются они сами, иначе — две разные \
         группы. Число, за которым стоят немногие, не сообщается. 95 % интервал — Уилсона, для разности — Ньюкомба; если отбирались сёла, учтено сходство соседей. \
         Это слова людей, а не поступки: соглашаются и из вежливости.",
        "The share of the n people with an opinion who gave one of the two highest answers. The list of questions shows which statement the project takes as \
         its main one. \"I do not know\" and refusals do not count. Where at least ten people were asked both times, they are compared with themselves, \
         otherwise two samples are. A number with few people behind it is not told. The 95 % interval is Wilson's, for a difference Newcombe's; where villages \
         were drawn, the likeness of neighbours is allowed for. It is what people say, not what they do: some agree out of politeness.",
    ),
    valid_range: (0.0, 100.0),
    references: Cow::Borrowed(&[
        Cow::Borrowed(
            "Wilson (1927), J. Am. Stat. Assoc. 22:209–212, doi:10.1080/01621459.1927.10502953",
        ),
        Cow::Borrowed("Newcombe (1998), Stat. Med. 17:873–890 and 2635–2650"),
    ]),
    has_change: true,
};
