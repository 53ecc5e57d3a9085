//! Does an edition work without a server: as a stick, as one file, and whichever number of cores made it?

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod published;
mod sample;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use aimak_atlas::{AtlasError, Which, publish, publish_stick, single_files};
use aimak_core::{AimakCode, EcoPassport, Lang, Progress, Silent};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use published::files;
use sample::html::tags;
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

/// A release on the disk.
fn release() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let release = folder.path().join("release");
    sample::write(&release, sample::release("2026-1", true));
    (folder, release)
}

fn with_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
    pool.build().unwrap().install(work)
}

#[test]
fn one_core_and_four_make_the_same_bytes() {
    let (folder, release) = release();
    let made = |threads: usize| {
        let site = folder.path().join(format!("site-{threads}"));
        let summary = with_threads(threads, || publish(&release, &site, &Silent).unwrap());
        (summary, files(&site))
    };
    let ((one, by_one), (four, by_four)) = (made(1), made(4));
    assert_eq!(one, four);
    assert!(by_one == by_four);
    let bytes: usize = by_one.values().map(Vec::len).sum();
    assert_eq!((one.files, one.bytes), (by_one.len(), bytes as u64));
}

/// Interrupts at the third page.
struct Impatient(std::sync::atomic::AtomicUsize);

impl Progress for Impatient {
    fn begin(&self, _stage: aimak_core::Message, _total: usize) {}
    fn advance(&self, steps: usize) {
        self.0
            .fetch_add(steps, std::sync::atomic::Ordering::Relaxed);
    }
    fn cancelled(&self) -> bool {
        self.0.load(std::sync::atomic::Ordering::Relaxed) > 30
    }
}

#[test]
fn an_interrupt_leaves_nothing_behind() {
    let (folder, release) = release();
    let site = folder.path().join("site");
    let error = publish(&release, &site, &Impatient(0.into())).unwrap_err();
    assert!(matches!(error, AtlasError::Cancelled), "{error}");
    let error = publish_stick(&release, folder.path(), &Impatient(0.into())).unwrap_err();
    assert!(matches!(error, AtlasError::Cancelled), "{error}");
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        1,
        "the release only"
    );
}

#[test]
fn a_stick_holds_one_copy_that_needs_no_server() {
    let (folder, release) = release();
    let carried = publish_stick(&release, folder.path(), &Silent).unwrap();
    let name = carried.folder.file_name().unwrap().to_str().unwrap();
    assert!(name.ends_with("-2026-11-24"), "{name}");
    let all = files(&carried.folder);
    assert_eq!(carried.summary.files, all.len());
    for server_only in [
        "sw.js",
        "data/offline.js",
        ".htaccess",
        "_headers",
        "ky/offline.html",
    ] {
        assert!(!all.contains_key(server_only), "{server_only}");
    }
    assert!(
        !all.keys().any(|path| path.starts_with("e/")),
        "a frozen copy"
    );
    let read_me = String::from_utf8(all["READ ME.txt"].clone()).unwrap();
    assert!(read_me.starts_with('\u{feff}') && !read_me.contains('⟦'));
    assert_eq!(
        read_me.matches("index.html").count(),
        2 * 3,
        "how to open, and on a phone"
    );
    assert!(read_me.lines().count() == read_me.matches("\r\n").count());
    for (path, bytes) in all
        .iter()
        .filter(|(path, _)| Path::new(path).extension().is_some_and(|e| e == "html"))
    {
        let page = String::from_utf8(bytes.clone()).unwrap();
        assert!(
            !page.contains("class=\"offline\""),
            "{path}: offers to keep what is here"
        );
        for tag in tags(&page, path) {
            for key in ["href", "src"] {
                let Some(target) = tag.get(key) else { continue };
                let target = target.split('#').next().unwrap();
                assert!(
                    target.is_empty()
                        || carried
                            .folder
                            .join(path)
                            .parent()
                            .unwrap()
                            .join(target)
                            .is_file(),
                    "{path}: {target}"
                );
            }
        }
    }
    // published again, it replaces itself
    let again = publish_stick(&release, folder.path(), &Silent).unwrap();
    assert_eq!(again, carried);
    assert!(files(&again.folder) == all);
}

/// The content of `S-1` in three languages.
fn single(which: &Which, lang: Option<Lang>) -> BTreeMap<String, String> {
    let (folder, release) = release();
    let out = folder.path().join(if *which == Which::All {
        "all"
    } else {
        "one.html"
    });
    let written = single_files(&release, which, lang, &out, &Silent).unwrap();
    let text = |file: aimak_atlas::SingleFile| {
        let text = fs::read_to_string(&file.path).unwrap();
        assert_eq!(text.len() as u64, file.bytes);
        let name = file.path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, text)
    };
    written.into_iter().map(text).collect()
}

#[test]
fn a_single_file_asks_for_nothing_and_its_links_stay_inside() {
    let one = Which::One(AimakCode("S-1".into()));
    let files = single(&one, None);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(names, ["one.en.html", "one.ky.html", "one.ru.html"]);
    for (name, html) in &files {
        assert!(!html.contains('⟦') && !html.contains("<script"), "{name}");
        assert!(html.contains("class=\"banner\""), "{name}: simulated");
        let style = html
            .split_once("<style>")
            .unwrap()
            .1
            .split_once("</style>")
            .unwrap()
            .0;
        let sum = STANDARD.encode(Sha256::digest(style.as_bytes()));
        assert!(
            html.contains(&format!("style-src 'sha256-{sum}'")),
            "{name}: the policy forbids the style"
        );
        assert!(!style.contains(".woff2"), "{name}: fonts");
        let tags = tags(html, name);
        let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.get("id")).collect();
        let places: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), places.len(), "{name}: an id twice");
        let mut links = 0;
        for tag in &tags {
            assert!(tag.get("style").is_none(), "{name}");
            if let Some(src) = tag.get("src") {
                assert!(src.starts_with("data:"), "{name}: {src}");
            }
            if let Some(target) = tag.get("href") {
                let place = target
                    .strip_prefix('#')
                    .unwrap_or_else(|| panic!("{name}: {target}"));
                assert!(places.contains(place), "{name}: {target} has no such place");
                links += 1;
            }
            for key in ["aria-labelledby", "aria-describedby"] {
                for id in tag
                    .get(key)
                    .into_iter()
                    .flat_map(str::split_ascii_whitespace)
                {
                    assert!(places.contains(id), "{name}: {key} {id}");
                }
            }
        }
        assert!(links > 10, "{name}: {links} links");
    }
}

#[test]
fn a_single_file_holds_every_number_of_its_aimak() {
    let one = Which::One(AimakCode("S-1".into()));
    let html = single(&one, Some(Lang::Ru)).remove("one.html").unwrap();
    for finding in sample::release("2026-1", true).findings {
        let (aimak_core::Subject::Aimak(code), Some(estimate)) =
            (&finding.subject, finding.estimate())
        else {
            continue;
        };
        if code.0 == "S-1" {
            let value = format!(
                "data-value=\"{}\"",
                serde_json::to_string(&estimate.value).unwrap()
            );
            assert!(html.contains(&value), "{} {value}", finding.indicator);
        }
    }
}

/// What the page of an aimak leads to goes with it: its cards, its places with their photos.
#[test]
fn a_single_file_holds_the_cards_and_the_places_of_its_aimak() {
    let passports = sample::release("2026-1", true).passports.shown;
    let passport = passports.first().unwrap();
    let html = |code: &AimakCode| {
        let one = Which::One(code.clone());
        single(&one, Some(Lang::En)).remove("one.html").unwrap()
    };
    let own = html(&passport.aimak);
    assert!(own.contains("<ol class=\"tour\">"));
    let title = |passport: &EcoPassport| {
        let name = passport.name.get(Lang::En);
        format!(
            "<h1>{}</h1>",
            name.replace('<', "&lt;").replace('>', "&gt;")
        )
    };
    assert!(own.contains(&title(passport)), "{}", title(passport));
    assert!(own.contains("src=\"data:image/jpeg;base64,"));
    let elsewhere = passports
        .iter()
        .filter(|other| other.aimak != passport.aimak);
    for other in elsewhere {
        assert!(!own.contains(&title(other)), "{}", title(other));
    }
}

#[test]
fn single_files_of_all_aimaks_lie_in_a_folder() {
    let files = single(&Which::All, Some(Lang::Ky));
    assert_eq!(files.len(), 9);
    assert!(files.contains_key("S-9.ky.html"));
}

#[test]
fn an_aimak_that_is_not_there_is_told() {
    let (folder, release) = release();
    let which = Which::One(AimakCode("S-99".into()));
    let out = folder.path().join("x.html");
    let error = single_files(&release, &which, None, &out, &Silent).unwrap_err();
    assert!(matches!(error, AtlasError::UnknownAimak { .. }), "{error}");
    assert!(!out.exists());
}

#[test]
fn a_page_for_other_sites_links_to_everything_on_its_figure() {
    let (folder, release) = release();
    let site = folder.path().join("site");
    publish(&release, &site, &Silent).unwrap();
    for lang in ["ky", "ru", "en"] {
        let html = fs::read_to_string(site.join(lang).join("embed/soc_stock.html")).unwrap();
        for there in [
            "id=\"map\"",
            "class=\"chart ranking\"",
            "href=\"../indicator/soc_stock.html\"",
            "class=\"banner\"",
            "embed.js",
        ] {
            assert!(html.contains(there), "{lang}: {there}");
        }
        assert!(
            !html.contains("<nav") && !html.contains("atlas.js"),
            "{lang}"
        );
    }
}
