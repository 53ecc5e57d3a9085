use proptest::prelude::*;

use super::*;
use crate::attitudes::{likert::AnswerScale, proportion::Proportion};

fn told(counts: &[u64]) -> Told {
    let answers = Distribution::of_counts(AnswerScale::FIVE, counts).unwrap();
    let agree: Proportion = answers.top(2).unwrap();
    Told {
        answers,
        agree,
        likeness_assumed: false,
    }
}

#[test]
fn the_finest_classes_that_point_at_nobody() {
    let classes = |counts: &[u64]| {
        let answers = answers(&told(counts), &Rule::METHODS, |_, _| false);
        (answers.classes, answers.counts)
    };
    assert_eq!(
        classes(&[6, 9, 15, 38, 22]),
        (AnswerClasses::Codes, vec![6, 9, 15, 38, 22])
    );
    // four fully against: told with those rather against
    assert_eq!(
        classes(&[4, 9, 15, 38, 22]),
        (AnswerClasses::Three, vec![13, 15, 60])
    );
    assert_eq!(
        classes(&[1, 2, 15, 38, 22]),
        (AnswerClasses::Two, vec![18, 60])
    );
}

proptest! {
    #[test]
    fn no_class_of_few_is_told_and_none_is_lost(counts in proptest::collection::vec(0_u64..40, 5)) {
        let told = told(&counts.iter().map(|count| count + u64::from(counts.iter().all(|c| *c == 0))).collect::<Vec<_>>());
        let agree = told.agree.successes();
        let n = told.answers.n();
        // what `Asking::told` lets through
        prop_assume!(!Rule::METHODS.is_small(agree) && !Rule::METHODS.is_small(n - agree) && n >= 10);
        let answers = answers(&told, &Rule::METHODS, |_, _| false);
        prop_assert!(answers.counts.iter().all(|count| !Rule::METHODS.is_small(*count)));
        prop_assert_eq!(answers.counts.iter().sum::<u64>(), n);
        prop_assert_eq!(answers.counts.last().copied().unwrap() == agree, answers.classes != AnswerClasses::Codes || answers.counts[3] == 0);
    }
}
