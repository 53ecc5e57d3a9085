//! Can others use what the project says of its publisher?

use aimak_core::{Publication, publication::is_web_address};

use crate::problem::Problem;

/// A licence that no catalogue knows, a contact nobody can reach, an address that leads nowhere.
pub fn check(publication: &Publication, file: &str, problems: &mut Vec<Problem>) {
    let Publication {
        licence,
        contact,
        address,
        ..
    } = publication;
    let rules: [(&'static str, &str, &Option<String>, fn(&str) -> bool); 3] = [
        ("publication-licence", "licence", licence, is_licence),
        ("publication-contact", "contact", contact, is_contact),
        ("publication-address", "address", address, is_root),
    ];
    for (code, key, value, is_sound) in rules {
        let Some(value) = value.as_ref().filter(|value| !is_sound(value)) else {
            continue;
        };
        let problem = Problem::error(code, file).in_column(&format!("publication.{key}"));
        problems.push(problem.found(value.as_str()));
    }
}

/// An SPDX id, or an address. `CC BY 4.0` is what people write and what no catalogue can follow.
fn is_licence(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-+".contains(c);
    is_web_address(text) || (!text.is_empty() && text.chars().all(plain))
}

fn is_contact(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-_+".contains(c);
    let is_mail = text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && (name.to_owned() + host).chars().all(plain)
    });
    is_mail || is_web_address(text)
}

/// Paths are put behind it, so nothing may follow its path.
fn is_root(text: &str) -> bool {
    is_web_address(text) && !text.contains(['?', '#']) && !text.contains(".htm")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(licence: &str, contact: &str, address: &str) -> Vec<&'static str> {
        let publication = Publication {
            licence: Some(licence.to_owned()),
            contact: Some(contact.to_owned()),
            address: Some(address.to_owned()),
            ..Publication::default()
        };
        let mut problems = Vec::new();
        check(&publication, "monitoring.toml", &mut problems);
        problems.iter().map(|problem| problem.code).collect()
    }

    #[test]
    fn what_a_catalogue_can_follow_is_accepted() {
        let by = "https://creativecommons.org/licenses/by/4.0/";
        assert!(problems("CC-BY-4.0", "data@bio-kg.org", "https://bio-kg.org/atlas").is_empty());
        assert!(
            problems(
                by,
                "https://bio-kg.org/contact",
                "https://atlas.example.kg/"
            )
            .is_empty()
        );
        assert!(Publication::default().is_empty());
    }

    #[test]
    fn what_nobody_can_follow_is_named() {
        let found = problems("CC BY 4.0", "the office in Bishkek", "bio-kg.org/atlas");
        assert_eq!(
            found,
            [
                "publication-licence",
                "publication-contact",
                "publication-address"
            ]
        );
        let found = problems(
            "CC0-1.0",
            "data@bio-kg.org",
            "https://bio-kg.org/index.html",
        );
        assert_eq!(found, ["publication-address"]);
    }
}
