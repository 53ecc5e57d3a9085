//! How a coordinate system is named on a screen.

/// The first line of its code or WKT, at most sixty characters.
pub fn short(crs: &str) -> String {
    let line = crs.lines().next().unwrap_or_default();
    line.chars().take(60).collect()
}
