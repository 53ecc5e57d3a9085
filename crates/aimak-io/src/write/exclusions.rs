//! Which rows of the tables were not used, and why: so that nothing is dropped in silence.

use std::fmt::Write as _;

use aimak_core::Release;

/// The table as CSV: numbers of rows as a person counts them, and the id of the reason; nothing that stood in them.
pub(super) fn csv(release: &Release) -> String {
    let mut text =
        "source,file,rows_in_table,rows_left_out,rows_remaining,which_rows,reason\n".to_owned();
    for exclusion in &release.exclusions {
        let source = release
            .sources
            .iter()
            .find(|source| source.id == exclusion.source);
        let file = source
            .map_or("", |source| source.path.as_str())
            .replace('"', "\"\"");
        let which: Vec<String> = exclusion.which.iter().map(ToString::to_string).collect();
        let _ = writeln!(
            text,
            "{},\"{file}\",{},{},{},{},{}",
            exclusion.source,
            exclusion.of,
            exclusion.rows,
            exclusion
                .of
                .saturating_sub(left_out(release, &exclusion.source)),
            which.join(" "),
            exclusion.reason.id
        );
    }
    text
}

/// Rows of one source that were left out for any reason; a row is left out once.
fn left_out(release: &Release, source: &str) -> usize {
    let of_source = release
        .exclusions
        .iter()
        .filter(|exclusion| exclusion.source == source);
    of_source.map(|exclusion| exclusion.rows).sum()
}
