//! How is a statement written in Turtle (RDF 1.1)?

use std::fmt::Write as _;

use aimak_core::{Lang, LocalText};

/// A value behind a predicate.
pub enum Term {
    /// A name of a vocabulary: `dcat:Dataset`.
    Name(&'static str),
    /// An address.
    Address(String),
    /// Words without a language.
    Text(String),
    /// Words of a language.
    Words(String, Lang),
    /// A value of a type, for instance `xsd:date`.
    Typed(String, &'static str),
    /// Something without a name of its own.
    Nameless(Vec<(&'static str, Term)>),
}

impl Term {
    /// The words of every language that has them.
    pub fn words(text: &LocalText) -> impl Iterator<Item = Self> {
        let languages = [
            (&text.ky, Lang::Ky),
            (&text.ru, Lang::Ru),
            (&text.en, Lang::En),
        ];
        let given = languages.into_iter().filter(|(words, _)| !words.is_empty());
        given.map(|(words, lang)| Self::Words(words.to_string(), lang))
    }

    fn write(&self, text: &mut String) {
        let _ = match self {
            Self::Name(name) => write!(text, "{name}"),
            Self::Address(address) => write!(text, "<{}>", sound(address)),
            Self::Text(words) => write!(text, "\"{}\"", escaped(words)),
            Self::Words(words, lang) => write!(text, "\"{}\"@{}", escaped(words), lang.code()),
            Self::Typed(value, of) => write!(text, "\"{}\"^^{of}", escaped(value)),
            Self::Nameless(statements) => {
                text.push_str("[\n");
                for (predicate, term) in statements {
                    let _ = write!(text, "    {predicate} ");
                    term.write(text);
                    text.push_str(" ;\n");
                }
                write!(text, "  ]")
            }
        };
    }
}

/// A document of statements.
pub struct Turtle {
    text: String,
}

impl Turtle {
    /// An empty document that knows these prefixes; relative addresses count from `base` where there is one.
    pub fn new(base: Option<&str>, prefixes: &[(&str, &str)]) -> Self {
        let mut text = String::new();
        if let Some(base) = base {
            let _ = writeln!(text, "@base <{}> .", sound(base));
        }
        for (prefix, address) in prefixes {
            let _ = writeln!(text, "@prefix {prefix}: <{address}> .");
        }
        Self { text }
    }

    /// What is said of `subject`.
    pub fn say(&mut self, subject: &str, statements: &[(&'static str, Term)]) {
        let _ = write!(self.text, "\n<{}>", sound(subject));
        for (number, (predicate, term)) in statements.iter().enumerate() {
            self.text
                .push_str(if number == 0 { "\n  " } else { " ;\n  " });
            let _ = write!(self.text, "{predicate} ");
            term.write(&mut self.text);
        }
        self.text.push_str(" .\n");
    }

    /// The document.
    pub fn finish(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

/// A text between quotes.
fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut escaped, c| {
        match c {
            '\\' => escaped.push_str("\\\\"),
            '"' => escaped.push_str("\\\""),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            other => escaped.push(other),
        }
        escaped
    })
}

/// An address without what Turtle forbids between angle brackets.
fn sound(address: &str) -> String {
    let forbidden = |c: char| c <= ' ' || "<>\"{}|^`\\".contains(c);
    address.chars().filter(|c| !forbidden(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_end_and_words_stay_between_their_quotes() {
        let mut turtle = Turtle::new(None, &[("a", "https://a.example/")]);
        let words = LocalText {
            ky: "Тоо \"ак\"".into(),
            ..LocalText::default()
        };
        let mut said = vec![
            ("a", Term::Name("a:Thing")),
            (
                "a:part",
                Term::Nameless(vec![(
                    "a:day",
                    Term::Typed("2026-11-24".into(), "xsd:date"),
                )]),
            ),
        ];
        said.extend(Term::words(&words).map(|term| ("a:name", term)));
        turtle.say("#x> <y", &said);
        let text = String::from_utf8(turtle.finish()).unwrap();
        assert_eq!(
            text,
            "@prefix a: <https://a.example/> .\n\n<#xy>\n  a a:Thing ;\n  a:part [\n    a:day \"2026-11-24\"^^xsd:date ;\n  ] ;\n  \
             a:name \"Тоо \\\"ак\\\"\"@ky .\n"
        );
    }
}
