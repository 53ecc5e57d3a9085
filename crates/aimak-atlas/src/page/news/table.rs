//! All figures that differ between two editions, as a table for programs: the same in every language.

use aimak_core::{Finding, Outcome, Release};

use super::{about, sides};
use crate::{
    news::{Fate, compare},
    wording::exact,
};

const HEADER: &str = "indicator,figure,fate,old_value,old_lo,old_hi,old_claim,old_confidence,old_withheld,\
new_value,new_lo,new_hi,new_claim,new_confidence,new_withheld\n";

/// The table as CSV; `figure` is the place of a figure on the page of its numbers.
pub fn table(old: &Release, new: &Release) -> Vec<u8> {
    let news = compare(old, new);
    let rows = news.findings.iter().map(|fate| {
        let name = match fate {
            Fate::New(_) => "new",
            Fate::Gone(_) => "gone",
            Fate::Changed { .. } => "changed",
        };
        let latest = fate.latest();
        let (was, is) = sides(fate);
        let mut row = vec![
            latest.indicator.clone(),
            about::anchor(latest),
            name.to_owned(),
        ];
        row.extend(columns(was));
        row.extend(columns(is));
        row.join(",") + "\n"
    });
    std::iter::once(HEADER.to_owned())
        .chain(rows)
        .collect::<String>()
        .into_bytes()
}

/// Value, interval, claim, confidence, reason: ids and numbers only, so nothing needs quotes.
fn columns(finding: Option<&Finding>) -> [String; 6] {
    let Some(finding) = finding else {
        return Default::default();
    };
    let evidence = &finding.evidence;
    let (claim, confidence) = (evidence.claim.key(), evidence.confidence.key());
    let [claim, confidence] = [claim, confidence].map(str::to_owned);
    match &finding.outcome {
        Outcome::Estimated(estimate) => {
            let (lo, hi) = estimate.interval.bounds().unzip();
            let [lo, hi] = [lo, hi].map(|end| end.map_or_else(String::new, exact));
            [
                exact(estimate.value),
                lo,
                hi,
                claim,
                confidence,
                String::new(),
            ]
        }
        Outcome::Withheld(withheld) => {
            let reason = withheld.reason.code().to_owned();
            [
                String::new(),
                String::new(),
                String::new(),
                claim,
                confidence,
                reason,
            ]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn every_row_has_every_column() {
        let old = sample::release("2026-1", false);
        let mut new = sample::release("2026-2", false);
        new.findings
            .retain(|finding| finding.indicator != "slope_mean");
        let csv = String::from_utf8(table(&old, &new)).unwrap();
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines.len(), 1 + 9);
        let columns = |line: &str| line.split(',').count();
        assert!(
            lines.iter().all(|line| columns(line) == columns(lines[0])),
            "{csv}"
        );
        assert!(
            lines[1].starts_with("slope_mean,S-1.whole_aimak.timeless,gone,12.3,"),
            "{csv}"
        );
        assert_eq!(table(&old, &old), HEADER.as_bytes());
    }
}
