//! One aimak as one file: its page, its cards for a meeting, its themes with all charts, its eco-passports, and the methods, to be sent by
//! a messenger or laid on any computer.
//!
//! The file asks for nothing: style and fonts stand in it, its policy names them by their checksum and forbids everything else, and every link
//! leads to a place inside. It needs no script.

mod rewrite;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use aimak_core::{AimakCode, Lang, Message, Progress, release::AimakProfile};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use self::rewrite::{Places, rewritten};
use crate::{
    AtlasError, outline,
    page::{self, Page},
    site,
    source::{self, Source},
    texts::with_whole_spans,
    view::View,
};

/// Which aimaks to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// One, into one file for each language.
    One(AimakCode),
    /// Every one, into a folder.
    All,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SingleFile {
    /// Where it lies.
    pub path: PathBuf,
    /// Its size.
    pub bytes: u64,
}

/// Writes aimaks of a release as single files, one for each of the languages (those of the project where none is given).
///
/// `out` is the file for one aimak in one language; with several languages each gets its code before the ending (`x.ky.html`). For all aimaks
/// `out` is a folder.
///
/// # Errors
/// [`AtlasError`]; files are put in place one by one, each whole.
pub fn single_files(
    release_dir: &Path,
    which: &Which,
    lang: Option<Lang>,
    out: &Path,
    progress: &dyn Progress,
) -> Result<Vec<SingleFile>, AtlasError> {
    progress.begin(Message::new("stage-atlas-files"), 0);
    let source = source::read(release_dir, progress)?;
    let aimaks = chosen(&source, which)?;
    let languages = lang.map_or_else(|| site::languages(&source), |lang| vec![lang]);
    progress.begin(Message::new("stage-atlas"), aimaks.len() * languages.len());
    let sheet = outline::sheet(&source.outlines);
    let style = style();
    let mut written = Vec::new();
    for &lang in &languages {
        let view = View::new(&source.release, &source.outlines, sheet.as_ref(), lang);
        let suffix = (languages.len() > 1).then_some(lang);
        let methods = page::methods::page(&view);
        let write = |aimak: &&AimakProfile| {
            if progress.cancelled() {
                return Err(AtlasError::Cancelled);
            }
            let html = document(&view, &source, aimak, &methods, &style);
            let path = match which {
                Which::One(_) => with_language(out, suffix),
                Which::All => out.join(format!(
                    "{}.{}.html",
                    page::file_name(&aimak.code.0),
                    lang.code()
                )),
            };
            site::write_whole(&path, html.as_bytes())?;
            progress.advance(1);
            let bytes = html.len() as u64;
            Ok(SingleFile { path, bytes })
        };
        let files: Result<Vec<SingleFile>, AtlasError> = aimaks.par_iter().map(write).collect();
        written.extend(files?);
    }
    Ok(written)
}

fn chosen<'a>(source: &'a Source, which: &Which) -> Result<Vec<&'a AimakProfile>, AtlasError> {
    let all = source.release.aimaks.iter();
    match which {
        Which::All => Ok(all.collect()),
        Which::One(code) => {
            let one: Vec<_> = all.filter(|aimak| aimak.code == *code).collect();
            if one.is_empty() {
                let code = code.0.clone();
                return Err(AtlasError::UnknownAimak { code });
            }
            Ok(one)
        }
    }
}

/// `page.html` as `page.ky.html`.
fn with_language(out: &Path, lang: Option<Lang>) -> PathBuf {
    lang.map_or_else(
        || out.to_owned(),
        |lang| out.with_extension(format!("{}.html", lang.code())),
    )
}

/// The style sheet with its fonts inside.
fn style() -> String {
    let css = site::style_sheet();
    site::fonts().fold(css, |css, (name, bytes)| {
        let inline = format!("url(\"data:font/woff2;base64,{}\")", STANDARD.encode(bytes));
        css.replace(&format!("url(\"{name}\")"), &inline)
    })
}

/// Own style and own pictures, nothing else.
fn policy(style: &str) -> String {
    let sum = STANDARD.encode(Sha256::digest(style.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{sum}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )
}

/// The whole file.
fn document(
    view: &View<'_>,
    source: &Source,
    aimak: &AimakProfile,
    methods: &Page,
    style: &str,
) -> String {
    let name = view.local(&aimak.name);
    let project = view.local(&view.release.project.title);
    let pages = own_pages(view, aimak);
    let joined: Vec<&Page> = pages.iter().chain([methods]).collect();
    let picture = |path: &str| picture(source, path);
    let places = places(view, &joined, &picture);
    let content = html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy(style));
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (name) " – " (project) }
            style { (PreEscaped(style)) }
        }
        body class="single-file" {
            (page::banner(view))
            main id="main" { @for page in &joined { (part(page, &places)) } }
            footer class="foot" {
                p { (page::source(view)) }
                p { (view.t("single-file-note")) }
            }
        }
    };
    html! { (DOCTYPE) html lang=(view.lang().code()) class="no-js" { (content) } }.into_string()
}

/// What is told of the aimak alone, its own page first.
fn own_pages(view: &View<'_>, aimak: &AimakProfile) -> Vec<Page> {
    let passports = view.release.passports.shown.iter();
    let passports = passports.filter(|passport| passport.aimak == aimak.code);
    std::iter::once(page::aimak::page(view, aimak))
        .chain(page::aimak::tour(view, aimak))
        .chain(page::aimak::pages(view, aimak))
        .chain(passports.map(|passport| page::passport::page(view, passport)))
        .collect()
}

/// One of the pages that were joined.
fn part(page: &Page, places: &Places<'_>) -> Markup {
    let prefix = places.pages.get(&page.path).map_or("", String::as_str);
    // before pictures stand in it: base64 has slashes of its own
    let main = with_whole_spans(&page.main.0);
    let content = rewritten(&main, &page.path, places);
    html! { div class="joined-page" id={ (prefix) "page" } { (PreEscaped(content)) } }
}

/// Where every page and every indicator is told in the file.
fn places<'a>(
    view: &View<'_>,
    joined: &[&Page],
    picture: &'a dyn Fn(&str) -> Option<String>,
) -> Places<'a> {
    let prefix = |(i, page): (usize, &&Page)| {
        let prefix = if i == 0 {
            String::new()
        } else {
            format!("p{i}-")
        };
        (page.path.clone(), prefix)
    };
    let pages: BTreeMap<String, String> = joined.iter().enumerate().map(prefix).collect();
    let methods = joined.last().and_then(|page| pages.get(&page.path));
    let methods = methods.map_or("", String::as_str);
    let cards = view.release.cards.iter();
    let told_by = cards
        .map(|card| {
            (
                page::indicator_path(&card.id),
                format!("#{methods}{}", card.id),
            )
        })
        .collect();
    Places {
        pages,
        told_by,
        picture,
    }
}

/// A photo of the release as `data:` address.
fn picture(source: &Source, path: &str) -> Option<String> {
    let name = path.strip_prefix("downloads/")?;
    let kind = match name.rsplit_once('.')?.1 {
        "jpg" => "jpeg",
        "png" => "png",
        _ => return None,
    };
    let file = source.files.iter().find(|file| file.path == name)?;
    Some(format!(
        "data:image/{kind};base64,{}",
        STANDARD.encode(&file.bytes)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_stands_before_the_ending() {
        let out = Path::new("out/ak-suu.html");
        assert_eq!(with_language(out, None), out);
        assert_eq!(
            with_language(out, Some(Lang::Ky)),
            Path::new("out/ak-suu.ky.html")
        );
    }

    #[test]
    fn the_policy_names_the_style_by_its_checksum() {
        // printf 'a{}' | openssl dgst -sha256 -binary | base64
        let policy = policy("a{}");
        let sum = "X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=";
        assert!(
            policy.contains(&format!("style-src 'sha256-{sum}'")),
            "{policy}"
        );
        assert!(!policy.contains("unsafe"), "{policy}");
    }

    #[test]
    fn all_fonts_stand_in_the_style() {
        let style = style();
        assert!(!style.contains(".woff2"), "a font is still a file");
        assert_eq!(style.matches("data:font/woff2").count(), 6);
        assert!(!style.contains("</"), "the style would end early");
    }
}
