//! What a run did, without the time of day: the same run, the same log.

use std::fmt::Write as _;

use aimak_core::{Outcome, Release};

use crate::problem::Problem;

/// The log of a release. Remarks on `private` tables are left out: that a row lacks a consent tells that there is such a row.
pub(super) fn text(release: &Release, remarks: &[Problem], private: &[String]) -> String {
    let mut text = format!(
        "{}\nproject {}, edition {}\n",
        release.program, release.project.id, release.project.edition.id
    );
    let given = release
        .findings
        .iter()
        .filter(|finding| matches!(finding.outcome, Outcome::Estimated(_)))
        .count();
    let _ = writeln!(text, "aimaks {}", release.aimaks.len());
    let _ = writeln!(
        text,
        "findings {}: {given} with a number, {} withheld",
        release.findings.len(),
        release.findings.len() - given
    );
    for source in &release.sources {
        let _ = writeln!(
            text,
            "read {} {} ({} bytes)",
            source.sha256, source.path, source.bytes
        );
    }
    for exclusion in &release.exclusions {
        let _ = writeln!(
            text,
            "left out {} rows of {}: {}",
            exclusion.rows, exclusion.source, exclusion.reason.id
        );
    }
    let told = |remark: &&Problem| !private.contains(&remark.file);
    for remark in remarks.iter().filter(told) {
        // not what was found, nor in which plot: the log is published, and a cell may hold a name or a place
        let row = remark
            .row
            .map_or(String::new(), |row| format!(", row {row}"));
        let column = remark
            .column
            .as_ref()
            .map_or(String::new(), |column| format!(", column {column}"));
        let _ = writeln!(text, "remark {}{row}{column}: {}", remark.file, remark.code);
    }
    text
}
