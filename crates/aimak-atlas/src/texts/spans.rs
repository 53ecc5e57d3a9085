//! Units, spans of numbers and counts that a line must not tear apart.

use super::typography::{before_unit, is_fraction};

const WORD_JOINER: char = '\u{2060}';

/// Elements whose text is data, a drawing without lines to break, or there to be copied letter by letter.
const LEFT_ALONE: [&str; 6] = ["script", "style", "svg", "title", "code", "textarea"];

/// A page whose units and spans stay in one piece: `т/га`, `2012–2015`, `2015-жылдар`, `0–30 см`, `n = 10`.
///
/// Over the whole page and not in the catalogue: they also stand in cards of indicators and in names of periods and of the project, and no
/// invisible letter shall travel into files or a terminal.
///
/// ```
/// use aimak_atlas::texts::with_whole_spans;
/// assert_eq!(with_whole_spans("<p id=\"1–2\">1–2</p>"), "<p id=\"1–2\">1–\u{2060}2</p>");
/// assert_eq!(with_whole_spans("<p>5 т/га, и/или</p>"), "<p>5\u{a0}т/\u{2060}га, и/или</p>");
/// assert_eq!(with_whole_spans("<a href=\"../t/ha.html\">"), "<a href=\"../t/ha.html\">");
/// assert_eq!(with_whole_spans("<code>n = 1–2</code>"), "<code>n = 1–2</code>");
/// ```
pub fn with_whole_spans(page: &str) -> String {
    let mut whole = String::with_capacity(page.len() + page.len() / 32);
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        let (text, markup) = rest.split_at(start);
        push_whole(&mut whole, text);
        let (markup, after) = markup.split_at(end_of_markup(markup));
        whole.push_str(markup);
        rest = after;
    }
    push_whole(&mut whole, rest);
    whole
}

/// Where the tag at the beginning ends, or the element that is left alone.
fn end_of_markup(markup: &str) -> usize {
    let after = |from: usize| {
        markup[from..]
            .find('>')
            .map_or(markup.len(), |place| from + place + 1)
    };
    let name = markup[1..]
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or("");
    if !LEFT_ALONE.contains(&name) {
        return after(0);
    }
    markup
        .find(&format!("</{name}"))
        .map_or(markup.len(), after)
}

fn push_whole(whole: &mut String, text: &str) {
    let mut before: Option<char> = None;
    for (place, c) in text.char_indices() {
        let rest = &text[place + c.len_utf8()..];
        let of_unit = || before.is_some_and(|c| c.is_ascii_digit()) && before_unit(rest);
        if c == ' ' && (of_unit() || is_of_count(&text[..place], rest)) {
            whole.push('\u{a0}');
        } else {
            whole.push(c);
        }
        let of_fraction = c == '/' && is_fraction(&text[..place], rest);
        if of_fraction || is_inner_dash(before, c, rest.chars().next()) {
            whole.push(WORD_JOINER);
        }
        before = Some(c);
    }
}

/// True for the dash of `2012–2015` and the hyphen of `2015-жылдар`; codes such as `2026-1` keep theirs.
fn is_inner_dash(before: Option<char>, c: char, after: Option<char>) -> bool {
    // small letters only: an ending, and not the name of a class such as 7-Б
    let cyrillic = |c: char| ('\u{400}'..='\u{52f}').contains(&c) && c.is_lowercase();
    before.is_some_and(|c| c.is_ascii_digit())
        && after.is_some_and(|after| match c {
            '–' => after.is_ascii_digit(),
            '-' => cyrillic(after),
            _ => false,
        })
}

/// True for both spaces of `n = 10` and `p = 0.04`.
fn is_of_count(before: &str, after: &str) -> bool {
    let Some(letter) = (match after.strip_prefix("= ") {
        Some(_) => Some(before),
        None => before.strip_suffix(" ="),
    }) else {
        return false;
    };
    letter.strip_suffix(['n', 'p']).is_some_and(|before| {
        !before
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(page: &str) -> String {
        with_whole_spans(page).replace(WORD_JOINER, "|")
    }

    #[test]
    fn years_counts_and_endings_stay_together() {
        assert_eq!(whole("2012–2015 → 2020–2023"), "2012–|2015 → 2020–|2023");
        assert_eq!(whole("<b>2015-жылдар</b>"), "<b>2015-|жылдар</b>");
        assert_eq!(
            whole("2020–2023 годы, 30 см"),
            "2020–|2023\u{a0}годы, 30\u{a0}см"
        );
        assert_eq!(whole("(5\u{a0}%; n = 10)"), "(5\u{a0}%; n\u{a0}=\u{a0}10)");
        assert_eq!(whole("a\u{a0}p = 0,04"), "a\u{a0}p\u{a0}=\u{a0}0,04");
    }

    #[test]
    fn codes_words_and_data_stay_as_they_are() {
        for page in [
            "e/2026-1/en DEMO-01 7-Б",
            "soon = later",
            "in 3 halves",
            "Three–five",
            "<script>n = 1–2 < 3-я</script>",
            "<svg viewBox=\"0 0\"><text>2012–2015</text></svg>",
            "<br",
            "<script>",
        ] {
            assert_eq!(whole(page), page);
        }
    }
}
