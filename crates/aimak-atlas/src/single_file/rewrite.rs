//! Pages joined into one: every link leads to a place on the same page or nowhere, and no id stands twice.
//!
//! Works on the HTML that this crate writes (names and attributes as maud and the charts write them, every value in double quotes), not on
//! anybody's.

use std::{collections::BTreeMap, fmt::Write as _};

/// Attributes that hold ids of the same page, one or several.
const REFERENCES: [&str; 6] = [
    "for",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "headers",
    "list",
];

/// What only scripts and other files would make use of.
const USELESS: [&str; 5] = [
    "data-map",
    "data-outlines",
    "data-assets",
    "data-base",
    "download",
];

/// Where the pages that were joined stand now.
pub struct Places<'a> {
    /// Path of a page below the folder of the language, and what its ids begin with.
    pub pages: BTreeMap<String, String>,
    /// Pages that are told elsewhere: path of the page, and the page and id that stand for it.
    pub told_by: BTreeMap<String, String>,
    /// A picture as `data:` address by its path below the root of the edition.
    pub picture: &'a dyn Fn(&str) -> Option<String>,
}

/// The content of one page, fit to stand beside the others.
pub fn rewritten(html: &str, page: &str, places: &Places<'_>) -> String {
    let prefix = places.pages.get(page).map_or("", String::as_str);
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        let length = tag_length(&rest[start..]);
        let tag = &rest[start..start + length];
        if tag[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            rewrite_tag(tag, page, prefix, places, &mut out);
        } else {
            out.push_str(tag);
        }
        rest = &rest[start + length..];
    }
    out.push_str(rest);
    out
}

/// Bytes up to the `>` that closes a tag: one inside quotes does not.
fn tag_length(tag: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in tag.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

/// Writes a tag with its attributes changed; what leads nowhere is left out.
fn rewrite_tag(tag: &str, page: &str, prefix: &str, places: &Places<'_>, out: &mut String) {
    let inner = tag.trim_start_matches('<').trim_end_matches('>');
    let name_end = inner
        .find(|c: char| c.is_ascii_whitespace())
        .unwrap_or(inner.len());
    let name = &inner[..name_end];
    out.push('<');
    out.push_str(name);
    let mut rest = &inner[name_end..];
    loop {
        rest = rest.trim_start();
        let end = rest
            .find(|c: char| c == '=' || c.is_ascii_whitespace())
            .unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        if key.is_empty() {
            break;
        }
        let Some(quoted) = after.strip_prefix("=\"") else {
            if !USELESS.contains(&key) {
                let _ = write!(out, " {key}");
            }
            rest = after;
            continue;
        };
        let (value, after) = quoted.split_once('"').unwrap_or((quoted, ""));
        // a picture is shown and not linked to: browsers open no `data:` address
        let value = match (name, key) {
            ("a", "href") => place(value, page, places),
            _ => value_of(key, value, page, prefix, places),
        };
        if let Some(value) = value {
            let _ = write!(out, " {key}=\"{value}\"");
        }
        rest = after;
    }
    out.push('>');
}

/// The new value of an attribute; `None` drops it.
fn value_of(
    key: &str,
    value: &str,
    page: &str,
    prefix: &str,
    places: &Places<'_>,
) -> Option<String> {
    match key {
        "id" => Some(format!("{prefix}{value}")),
        "href" | "src" => picture(value, page, places).or_else(|| place(value, page, places)),
        _ if USELESS.contains(&key) => None,
        _ if REFERENCES.contains(&key) => {
            let ids = value.split_ascii_whitespace();
            let ids: Vec<String> = ids.map(|id| format!("{prefix}{id}")).collect();
            Some(ids.join(" "))
        }
        _ => Some(value.replace("url(#", &format!("url(#{prefix}"))),
    }
}

/// A picture that is shown, as `data:` address.
fn picture(value: &str, page: &str, places: &Places<'_>) -> Option<String> {
    if value.starts_with("data:") {
        return Some(value.to_owned());
    }
    let path = resolved(page, value);
    (places.picture)(path.strip_prefix("../")?)
}

/// Where a link leads now.
fn place(value: &str, page: &str, places: &Places<'_>) -> Option<String> {
    let (path, fragment) = value.split_once('#').unwrap_or((value, ""));
    let path = if path.is_empty() {
        page.to_owned()
    } else {
        resolved(page, path)
    };
    if let Some(prefix) = places.pages.get(&path) {
        let id = if fragment.is_empty() {
            "page"
        } else {
            fragment
        };
        return Some(format!("#{prefix}{id}"));
    }
    places.told_by.get(&path).cloned()
}

/// A relative path seen from the folder of the language; `../` at its beginning leads out of it.
fn resolved(page: &str, path: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            "." => {}
            other => parts.push(other),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten_here(html: &str) -> String {
        let places = Places {
            pages: [
                ("aimak/X.html".to_owned(), String::new()),
                ("aimak/X/soil.html".to_owned(), "soil-".to_owned()),
            ]
            .into(),
            told_by: [("indicator/ph.html".to_owned(), "#m-ph".to_owned())].into(),
            picture: &|path| {
                (path == "downloads/a.jpg").then(|| "data:image/jpeg;base64,QQ==".into())
            },
        };
        rewritten(html, "aimak/X/soil.html", &places)
    }

    #[test]
    fn links_lead_to_places_on_the_page_or_nowhere() {
        let cases = [
            ("<a href=\"../X.html\">x</a>", "<a href=\"#page\">x</a>"),
            ("<a href=\"../X.html#g\">x</a>", "<a href=\"#g\">x</a>"),
            ("<a href=\"#ph\">x</a>", "<a href=\"#soil-ph\">x</a>"),
            (
                "<a href=\"../../indicator/ph.html\">x</a>",
                "<a href=\"#m-ph\">x</a>",
            ),
            (
                "<a href=\"../Y.html\" class=\"b\">x</a>",
                "<a class=\"b\">x</a>",
            ),
            (
                "<img src=\"../../../downloads/a.jpg\">",
                "<img src=\"data:image/jpeg;base64,QQ==\">",
            ),
            (
                "<a download href=\"../../../downloads/b.tif\">x</a>",
                "<a>x</a>",
            ),
        ];
        for (before, after) in cases {
            assert_eq!(rewritten_here(before), after);
        }
    }

    #[test]
    fn ids_and_what_names_them_move_together() {
        assert_eq!(
            rewritten_here(
                "<section aria-labelledby=\"a b\"><h2 id=\"a\">1 &lt; 2</h2><path fill=\"url(#hatch)\"></section>"
            ),
            "<section aria-labelledby=\"soil-a soil-b\"><h2 id=\"soil-a\">1 &lt; 2</h2><path fill=\"url(#soil-hatch)\"></section>"
        );
    }

    #[test]
    fn a_sign_inside_quotes_closes_no_tag() {
        assert_eq!(
            rewritten_here("<p title=\"a > b\" hidden>c</p>"),
            "<p title=\"a > b\" hidden>c</p>"
        );
    }
}
