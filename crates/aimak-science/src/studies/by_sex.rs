//! Do women and men agree alike, as far as it may be told; for the aimak, or for all aimaks together?

use aimak_core::{Aimak, AllAimaks, AnswersOfSex, Period, Sex, Survey};

use super::{
    respondents::{Asking, Said},
    window::Moment,
};
use crate::disclosure::rising::{Depth, Rising};

/// Rows of a table: women, men, and those of whom it was not noted.
const ROWS: [Option<Sex>; 3] = [Some(Sex::Woman), Some(Sex::Man), None];

/// What is told of one question in one period.
pub(super) struct BySex {
    /// By place of the aimak in the survey; empty where it is not told there.
    pub aimaks: Vec<Vec<AnswersOfSex>>,
    /// All aimaks together.
    pub all: AllAimaks,
}

/// Answers by sex. Aimaks whose answers would point at few persons rise into those of all aimaks, together with as many others as it
/// takes that nothing can be found by subtraction ([`Rising`]).
pub(super) fn by_sex(survey: &Survey, asking: &Asking, period: &Period) -> BySex {
    let said = |aimak: &Aimak| {
        Moment::of(period, aimak).map_or_else(Vec::new, |moment| asking.said(&aimak.code, &moment))
    };
    let said: Vec<Vec<Said>> = survey.aimaks.iter().map(said).collect();
    let asked: Vec<usize> = (0..said.len())
        .filter(|place| !said[*place].is_empty())
        .collect();
    let tables: Vec<Vec<Vec<u64>>> = asked
        .iter()
        .map(|place| table(asking, &said[*place]))
        .collect();
    let rising = Rising::of(&tables, asking.rule());
    let mut aimaks = vec![Vec::new(); survey.aimaks.len()];
    let mut all = AllAimaks {
        questionnaire: asking.about().id.clone(),
        question: asking.id().to_owned(),
        period: period.id.clone(),
        by_sex: Vec::new(),
    };
    if let Some(rising) = rising {
        for (place, depth) in asked.iter().zip(&rising.depths) {
            if *depth == Depth::BySex {
                aimaks[*place] = of_sexes(asking, &said[*place]);
            }
        }
        if rising.oblast_by_sex {
            all.by_sex = of_sexes(asking, &said.concat());
        }
    }
    beside_editions(survey, asking, period, &mut aimaks, &mut all);
    BySex { aimaks, all }
}

/// Keeps back what would tell more beside earlier editions.
fn beside_editions(
    survey: &Survey,
    asking: &Asking,
    period: &Period,
    aimaks: &mut [Vec<AnswersOfSex>],
    all: &mut AllAimaks,
) {
    let told = survey.aimaks.iter().map(|aimak| &aimak.code);
    let told: Vec<_> = told.zip(aimaks.iter().cloned()).collect();
    let editions = asking.editions();
    let now = editions.by_sex(asking.question(), &period.id, &told, &all.by_sex);
    for (sexes, _) in aimaks
        .iter_mut()
        .zip(&now.aimaks)
        .filter(|(_, told)| !**told)
    {
        sexes.clear();
    }
    if !now.all {
        all.by_sex.clear();
    }
}

fn of_sex<'a>(said: &[Said<'a>], sex: Option<Sex>) -> Vec<Said<'a>> {
    let of_it = said.iter().filter(|said| said.person.sex == sex);
    of_it.copied().collect()
}

/// Persons by sex who do not agree and who do.
fn table(asking: &Asking, said: &[Said]) -> Vec<Vec<u64>> {
    let row = |sex| {
        let of_it = of_sex(said, sex);
        let agree = of_it.iter().filter(|said| asking.agrees(said.code)).count() as u64;
        vec![of_it.len() as u64 - agree, agree]
    };
    ROWS.map(row).to_vec()
}

/// Shares of women and of men; empty where one of the two cannot be told.
fn of_sexes(asking: &Asking, said: &[Said]) -> Vec<AnswersOfSex> {
    let of_sex = |sex: Sex| {
        let told = asking.told(&of_sex(said, Some(sex))).ok()?;
        Some(AnswersOfSex {
            sex,
            n: told.agree.n(),
            agree: told.share(),
        })
    };
    let both: Option<Vec<AnswersOfSex>> = [Sex::Woman, Sex::Man].into_iter().map(of_sex).collect();
    both.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{disclosure::rule::Rule, simulate::Region};

    /// What is told where in one aimak all but `women` of them are men.
    fn told(women: usize) -> BySex {
        let mut survey = Region::small(3).survey();
        let first = survey.aimaks[0].code.clone();
        let here = survey.questionnaires[0]
            .respondents
            .iter_mut()
            .filter(|person| person.aimak == first);
        for (place, person) in here.enumerate() {
            person.sex = Some(if place < women { Sex::Woman } else { Sex::Man });
        }
        let questionnaire = &survey.questionnaires[0];
        let asking = Asking::of(questionnaire, 0, Rule::METHODS).unwrap();
        by_sex(&survey, &asking, &survey.periods[1])
    }

    #[test]
    fn an_aimak_of_few_women_rises_and_not_alone() {
        let told = told(11);
        assert!(told.aimaks[0].is_empty());
        let risen = told.aimaks.iter().filter(|sexes| sexes.is_empty()).count();
        assert!(
            risen > 1,
            "the sum less the others would be its own figures"
        );
        assert_eq!(told.all.by_sex.len(), 2);
    }

    #[test]
    fn no_sex_is_told_beside_few_of_the_other() {
        for women in [0, 3, 11, 34] {
            for sexes in told(women).aimaks.iter().filter(|sexes| !sexes.is_empty()) {
                let least = sexes.iter().map(|of| {
                    let agree = (of.agree.share * of.n as f64).round() as u64;
                    let counts = [agree, of.n - agree];
                    counts.into_iter().filter(|count| *count > 0).min().unwrap()
                });
                assert_eq!(sexes.len(), 2);
                assert!(least.min().unwrap() >= Rule::METHODS.least_group);
            }
        }
    }
}
