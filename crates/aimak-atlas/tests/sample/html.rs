//! A strict reader of our own pages: enough HTML to find what a browser would silently mend.

use std::collections::BTreeSet;

/// Elements that have no end.
const VOID: [&str; 8] = ["meta", "base", "link", "br", "input", "img", "hr", "col"];

/// One start tag.
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Every start tag of a page.
///
/// # Panics
/// Where tags do not nest, an attribute is unquoted or stands twice, an id repeats, or a bare `<` or `&` is found.
pub fn tags(page: &str, name: &str) -> Vec<Tag> {
    let body = page
        .strip_prefix("<!DOCTYPE html>")
        .unwrap_or_else(|| panic!("{name}: no doctype"));
    let (mut open, mut found, mut ids) = (Vec::new(), Vec::new(), BTreeSet::new());
    let mut rest = body;
    while let Some(start) = rest.find('<') {
        check_text(&rest[..start], name);
        let end = rest[start..]
            .find('>')
            .unwrap_or_else(|| panic!("{name}: unclosed tag"))
            + start;
        let inner = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(closing) = inner.strip_prefix('/') {
            assert_eq!(
                open.pop().as_deref(),
                Some(closing),
                "{name}: </{closing}> closes another element"
            );
            continue;
        }
        // SVG elements may close themselves
        let (inner, closed) = inner
            .strip_suffix('/')
            .map_or((inner, false), |inner| (inner, true));
        let tag = tag(inner, name);
        if let Some(id) = tag.get("id") {
            assert!(ids.insert(id.to_owned()), "{name}: id {id} stands twice");
        }
        if !closed && !VOID.contains(&tag.name.as_str()) {
            open.push(tag.name.clone());
        }
        found.push(tag);
    }
    assert!(open.is_empty(), "{name}: left open {open:?}");
    found
}

fn tag(inner: &str, page: &str) -> Tag {
    let (name, mut rest) = inner.split_once(' ').unwrap_or((inner, ""));
    let mut attributes: Vec<(String, String)> = Vec::new();
    while !rest.trim().is_empty() {
        rest = rest.trim_start();
        let key_end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let key = rest[..key_end].to_owned();
        assert!(
            attributes.iter().all(|(other, _)| *other != key),
            "{page}: attribute {key} stands twice in <{inner}>"
        );
        rest = &rest[key_end..];
        let value = if let Some(after) = rest.strip_prefix("=\"") {
            let (value, after) = after
                .split_once('"')
                .unwrap_or_else(|| panic!("{page}: unquoted in <{inner}>"));
            rest = after;
            value
        } else {
            ""
        };
        check_text(value, page);
        attributes.push((key, value.to_owned()));
    }
    Tag {
        name: name.to_owned(),
        attributes,
    }
}

fn check_text(text: &str, page: &str) {
    for after in text.split('&').skip(1) {
        let entity = after.split(';').next().unwrap_or("");
        assert!(
            ["amp", "lt", "gt", "quot"].contains(&entity),
            "{page}: bare & before {after:.20}"
        );
    }
}
