//! Where may a line of a page not break?

/// Joins what stands on both sides, without width.
const JOINER: char = '\u{2060}';
const NO_BREAK_SPACE: char = '\u{a0}';

/// What stays on the line of the number before it: units, and words of years.
const AFTER_NUMBER: [&str; 17] = [
    "%", "cm", "см", "mm", "мм", "m", "м", "km", "км", "ha", "га", "г.", "год", "года", "годы",
    "лет", "жыл",
];

/// Elements whose content is no running text.
const APART: [&str; 4] = ["svg", "script", "style", "textarea"];

/// A page whose numbers stay in one piece: the years of a span, a number with its unit, a number with its ending (`2015-жылдар`), a sign
/// of a test with its value.
///
/// Only running text of the main part is changed: no attribute, no drawing, no script.
///
/// ```
/// use aimak_atlas::texts::with_whole_numbers;
/// let page = "<a title=\"0–20 cm\">0–20 cm</a> 2015-жылдар, p = 0.01";
/// let whole = "<a title=\"0–20 cm\">0–\u{2060}20\u{a0}cm</a> 2015-\u{2060}жылдар, p\u{a0}=\u{a0}0.01";
/// assert_eq!(with_whole_numbers(page), whole);
/// ```
pub fn with_whole_numbers(page: &str) -> String {
    let (head, mut rest) = page.split_at(page.find("<main").unwrap_or(0));
    let mut whole = String::with_capacity(page.len() + page.len() / 50);
    whole.push_str(head);
    while let Some(tag) = rest.find('<') {
        let (text, from_tag) = rest.split_at(tag);
        push_whole(&mut whole, text);
        let (tag, after) = from_tag.split_at(end_of_tag(from_tag));
        whole.push_str(tag);
        rest = after;
    }
    push_whole(&mut whole, rest);
    whole
}

/// Where the tag at the beginning ends, with its content where that is no running text.
fn end_of_tag(from_tag: &str) -> usize {
    let apart = APART.iter().find(|name| {
        let after = from_tag[1..].strip_prefix(**name);
        after.is_some_and(|after| after.starts_with([' ', '>']))
    });
    let end = match apart {
        Some(name) => format!("</{name}>"),
        None => ">".to_owned(),
    };
    let place = from_tag.find(&end).map(|place| place + end.len());
    place.unwrap_or(from_tag.len())
}

fn push_whole(whole: &mut String, text: &str) {
    let mut before: [Option<char>; 2] = [None, None];
    for (place, letter) in text.char_indices() {
        let after = &text[place + letter.len_utf8()..];
        match letter {
            ' ' if holds(before, after) => whole.push(NO_BREAK_SPACE),
            _ => whole.push(letter),
        }
        if joins(before[1], letter, after) {
            whole.push(JOINER);
        }
        before = [before[1], Some(letter)];
    }
}

/// True for a space that holds a number and its unit, or a test and its value.
fn holds([earlier, last]: [Option<char>; 2], after: &str) -> bool {
    match last {
        Some(digit) if digit.is_ascii_digit() => AFTER_NUMBER.iter().any(|word| {
            let rest = after.strip_prefix(word);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '/'))
        }),
        Some('p') => after.starts_with("= ") && !earlier.is_some_and(char::is_alphanumeric),
        Some('=') => after.starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

/// True for a dash between two numbers, and for the hyphen between a number and its ending.
fn joins(before: Option<char>, dash: char, after: &str) -> bool {
    let next = after.chars().next();
    before.is_some_and(|c| c.is_ascii_digit())
        && match dash {
            '–' => next.is_some_and(|c| c.is_ascii_digit()),
            '-' => next.is_some_and(|c| c.is_alphabetic() && !c.is_ascii()),
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stays_with_its_unit_and_its_year() {
        assert_eq!(with_whole_numbers("до 50 %:"), "до 50\u{a0}%:");
        assert_eq!(
            with_whole_numbers("<p>2020–2023 годы, 1 января 2016 г.</p>"),
            "<p>2020–\u{2060}2023\u{a0}годы, 1 января 2016\u{a0}г.</p>"
        );
        for free in ["8 газет", "5 метров", "up = n", "20 – 30", "all-in"] {
            assert_eq!(with_whole_numbers(free), free);
        }
    }

    #[test]
    fn only_running_text_of_the_main_part_changes() {
        let page = "<title>0–20 cm</title><main id=\"5 %\"><svg class=\"a\"><text>0–20 cm</text></svg>0–20</main>";
        let whole = with_whole_numbers(page);
        assert_eq!(whole.matches(JOINER).count(), 1);
        assert!(whole.ends_with("0–\u{2060}20</main>"));
    }
}
