//! Is a published site whole, strict, and true to its release?

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod published;
mod sample;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use aimak_atlas::{AtlasError, publish};
use aimak_core::{LocalText, Outcome, Silent, Subject};
use published::{Site, files};
use sample::html::tags;
use tempfile::TempDir;

/// The list, two passports, and one that was withdrawn.
const PASSPORT_PAGES: usize = 4;

/// A release and the site made from it.
struct Published {
    folder: TempDir,
}

impl Published {
    fn new(edition: &str, simulated: bool) -> Self {
        let published = Self {
            folder: TempDir::new().unwrap(),
        };
        published.again(edition, simulated);
        published
    }

    fn again(&self, edition: &str, simulated: bool) {
        sample::write(&self.release(), sample::release(edition, simulated));
        publish(&self.release(), &self.site(), &Silent).unwrap();
    }

    fn release(&self) -> PathBuf {
        self.folder.path().join("release")
    }

    fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }
}

/// True for the name of a page.
fn is_page(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|extension| extension == "html")
}

/// All pages, by path.
fn pages(root: &Path) -> BTreeMap<String, String> {
    let html = files(root).into_iter().filter(|(name, _)| is_page(name));
    html.map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// The page without what it says to programs in JSON-LD: a browser runs none of it and follows no address in it.
fn without_data(page: &str) -> String {
    let mut parts = page.split("<script type=\"application/ld+json\">");
    let first = parts.next().unwrap_or_default().to_owned();
    parts
        .filter_map(|part| part.split_once("</script>"))
        .fold(first, |read, (_, rest)| read + rest)
}

/// `target` of a link on the page `from`, as a path below the root.
fn resolved(from: &str, target: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{from}: {target} leaves the site"),
            "." => {}
            other => parts.push(other),
        }
    }
    parts.join("/")
}

#[test]
fn a_published_page_names_its_other_languages_by_whole_addresses() {
    let mut release = sample::release("2026-1", true);
    release.project.publication.address = Some("https://atlas.example.kg".to_owned());
    let site = Site::of(release);
    let alternate = |page: &str, href: &str| {
        let link = format!(r#"<link rel="alternate" hreflang="ru" href="{href}">"#);
        assert!(site.file(page).contains(&link), "{page}: no {link}");
    };
    let address = "https://atlas.example.kg";
    alternate("ky/methods.html", &format!("{address}/ru/methods.html"));
    let frozen = format!("{address}/e/2026-1/ru/methods.html");
    alternate("e/2026-1/ky/methods.html", &frozen);
}

#[test]
fn every_page_is_strict_and_every_link_leads_somewhere() {
    let published = Published::new("2026-1", true);
    let all = files(&published.site());
    let pages = pages(&published.site());
    // nine aimaks with a page for each of four themes and one of cards, five indicators with a page of their numbers, four of them on maps with a page for other
    // sites, nine other pages, and one in place of those that were not kept
    assert_eq!(
        pages.len(),
        2 * (3 * (9 * (1 + 4 + 1) + 2 * 5 + 4 + 9 + 1 + PASSPORT_PAGES) + 1)
    );
    let ids: BTreeMap<&str, BTreeSet<String>> = pages
        .iter()
        .map(|(name, page)| {
            (
                name.as_str(),
                tags(page, name)
                    .iter()
                    .filter_map(|tag| tag.get("id").map(str::to_owned))
                    .collect(),
            )
        })
        .collect();
    for (name, page) in &pages {
        for tag in tags(page, name) {
            assert!(tag.get("style").is_none(), "{name}: style attribute");
            assert!(
                !tag.attributes.iter().any(|(key, _)| key.starts_with("on")),
                "{name}: inline handler"
            );
            for key in ["href", "src", "data-map", "data-outlines"] {
                let Some(target) = tag.get(key) else { continue };
                assert!(
                    !target.contains(':') && !target.starts_with('/'),
                    "{name}: {target} leaves the folder"
                );
                let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
                let path = if path.is_empty() {
                    name.clone()
                } else {
                    resolved(name, path)
                };
                assert!(all.contains_key(&path), "{name}: {target} leads nowhere");
                if let Some(state) = fragment.strip_prefix("i=") {
                    // what the map page shows, not a place on it
                    let indicator = state.split('&').next().unwrap_or(state);
                    let lang = &path[path.len() - "ky/map.html".len()..][..2];
                    let data = path.replace(
                        &format!("{lang}/map.html"),
                        &format!("data/explore-{indicator}-{lang}.js"),
                    );
                    assert!(all.contains_key(&data), "{name}: {target}: no {data}");
                } else if fragment.starts_with("a=") {
                    assert!(path.ends_with("/map.html"), "{name}: {target}");
                } else if !fragment.is_empty() && is_page(&path) {
                    assert!(
                        ids[path.as_str()].contains(fragment),
                        "{name}: {target} has no such place"
                    );
                }
            }
        }
        assert!(
            page.contains("default-src 'none'; script-src 'self'"),
            "{name}: no policy"
        );
        let read = without_data(page);
        assert!(
            !read.contains("http://") && !read.contains("https://"),
            "{name} names another host"
        );
        assert!(
            !page.contains('⟦'),
            "{name}: missing text {:?}",
            page.split('⟦').nth(1).map(|t| &t[..t.len().min(40)])
        );
        assert!(
            !page.contains("NaN") && !page.contains(">inf"),
            "{name}: not a number"
        );
    }
}

#[test]
fn every_number_stands_in_the_release_digit_for_digit() {
    let published = Published::new("2026-1", false);
    let json = fs::read_to_string(published.release().join("release.json")).unwrap();
    let known: BTreeSet<&str> = json
        .split(|c: char| !(c.is_ascii_digit() || ".-+eE".contains(c)))
        .collect();
    let pages = pages(&published.site());
    for (name, page) in &pages {
        if name.ends_with("components.html") {
            // specimens of looks, said to be invented
            continue;
        }
        for tag in tags(page, name) {
            for key in ["data-value", "data-lo", "data-hi"] {
                let Some(value) = tag.get(key).filter(|value| value.parse::<f64>().is_ok()) else {
                    continue;
                };
                assert!(
                    known.contains(value),
                    "{name}: {value} is not in the release"
                );
            }
        }
    }
    // and the other way round: no estimate is left out of the pages of its aimak
    let of_aimak = |code: &str| {
        let folder = format!("ky/aimak/{code}/");
        let themes = pages.iter().filter(|(name, _)| name.starts_with(&folder));
        themes.map(|(_, page)| page.as_str()).collect::<String>()
    };
    for finding in sample::release("2026-1", false).findings {
        let (Subject::Aimak(code), Outcome::Estimated(estimate)) =
            (&finding.subject, &finding.outcome)
        else {
            continue;
        };
        let value = format!(
            "data-value=\"{}\"",
            serde_json::to_string(&estimate.value).unwrap()
        );
        assert!(
            of_aimak(&code.0).contains(&value),
            "{code}: {} {value}",
            finding.indicator
        );
    }
}

#[test]
fn every_page_says_that_the_data_are_simulated_if_they_are() {
    let simulated = Published::new("2026-1", true);
    for (name, page) in pages(&simulated.site()) {
        let words = [
            "Simulated data",
            "Смоделированные данные",
            "Моделденген (чыныгы эмес) маалымат",
        ];
        assert!(words.iter().any(|words| page.contains(words)), "{name}");
        assert!(page.matches("class=\"banner\"").count() >= 1, "{name}");
    }
    let real = Published::new("2026-1", false);
    for (name, page) in pages(&real.site()) {
        assert!(!page.contains("class=\"banner\""), "{name}");
    }
}

#[test]
fn the_same_release_gives_the_same_bytes() {
    let (one, other) = (
        Published::new("2026-1", true),
        Published::new("2026-1", true),
    );
    assert!(files(&one.site()) == files(&other.site()));
    other.again("2026-1", true);
    assert!(
        files(&one.site()) == files(&other.site()),
        "publishing again changed something"
    );
}

#[test]
fn older_editions_stay_as_they_were() {
    let published = Published::new("2026-1", true);
    let first = files(&published.site().join("e/2026-1"));
    published.again("2026-2", true);
    assert!(files(&published.site().join("e/2026-1")) == first);
    assert!(published.site().join("e/2026-2/ky/index.html").is_file());
    let chooser = fs::read_to_string(published.site().join("index.html")).unwrap();
    assert!(chooser.contains("e/2026-1/index.html") && chooser.contains("e/2026-2/index.html"));
    let left: Vec<_> = fs::read_dir(published.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn a_changed_file_is_refused_and_the_last_site_stays() {
    let published = Published::new("2026-1", true);
    let before = files(&published.site());
    fs::write(
        published.release().join("findings.csv"),
        "indicator,value\nforged,1\n",
    )
    .unwrap();
    let error = publish(&published.release(), &published.site(), &Silent).unwrap_err();
    assert!(matches!(error, AtlasError::Digest { .. }), "{error}");
    assert!(files(&published.site()) == before);
}

#[test]
fn a_folder_of_somebody_else_is_never_replaced() {
    let published = Published::new("2026-1", true);
    let foreign = published.folder.path().join("photos");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("yak.jpg"), "…").unwrap();
    let error = publish(&published.release(), &foreign, &Silent).unwrap_err();
    assert!(matches!(error, AtlasError::NotASite { .. }), "{error}");
    assert!(foreign.join("yak.jpg").is_file());
}

/// Keeps a sample site at the path in `AIMAK_SAMPLE_SITE`, to look at.
#[test]
fn a_sample_to_look_at() {
    let Some(site) = std::env::var_os("AIMAK_SAMPLE_SITE") else {
        return;
    };
    let published = Published::new("2026-1", true);
    publish(&published.release(), Path::new(&site), &Silent).unwrap();
}

#[test]
fn pages_without_map_stay_light() {
    let published = Published::new("2026-1", true);
    for (name, page) in pages(&published.site()) {
        // gzip takes such pages to about an eighth; 120 KB is the budget there
        assert!(page.len() < 600_000, "{name} has {} bytes", page.len());
    }
}

#[test]
fn pages_speak_in_whole_words() {
    let published = Published::new("2026-1", true);
    for (name, page) in pages(&published.site()) {
        assert!(!page.contains("г.."), "{name}: two full stops");
        assert!(!page.contains("../../shared"), "{name}: a path of a disk");
        for item in page.split("class=\"tally-item\">").skip(1) {
            let item = item.split('<').next().unwrap();
            let (_, n) = item.rsplit_once(": ").unwrap();
            assert!(n.parse::<usize>().is_ok(), "{name}: {item}");
        }
        for land in page.split("<p class=\"land\">").skip(1) {
            let land = land.split('<').next().unwrap().to_lowercase();
            for words in ["organic land", "органические земли", "органикалык жер"]
            {
                assert!(land.matches(words).count() < 2, "{name}: {land}");
            }
        }
    }
}

#[test]
fn sources_are_named_without_folders_and_say_what_is_not_stated() {
    let published = Published::new("2026-1", false);
    let pages = pages(&published.site());
    for (lang, words) in [
        ("en", "licence not stated"),
        ("ru", "лицензия не указана"),
        ("ky", "лицензиясы көрсөтүлгөн эмес"),
    ] {
        let data = &pages[&format!("{lang}/data.html")];
        assert!(data.contains(words), "{lang}: {words}");
        assert!(
            data.contains("title=\"../data/ndvi.tif\">ndvi.tif<"),
            "{lang}"
        );
    }
}

/// Pages of an edition that still name something of the passport `ak-bulak`; its own address and the note of it are no such thing.
fn traces(site: &Path) -> Vec<String> {
    let words = [
        "Ak-Bulak",
        "Ак-Булак",
        "Сагын Орозов",
        "Ашказанга",
        "passport-ak-bulak",
        "Mentha",
    ];
    let holds = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        words.iter().any(|word| text.contains(word))
    };
    let found = files(site).into_iter();
    let found = found.filter(|(name, bytes)| name.contains("passport-ak-bulak") || holds(bytes));
    found.map(|(name, _)| name).collect()
}

fn note(id: &str) -> aimak_core::WithdrawnPassport {
    aimak_core::WithdrawnPassport {
        id: id.into(),
        date: "2026-12-01".parse().unwrap(),
    }
}

/// Every file of the manifests is there with its checksum, and no other.
fn assert_manifests_hold(site: &Path) {
    for folder in ["", "e/2026-1", "e/2026-2"].map(|folder| site.join(folder)) {
        let json = fs::read(folder.join("site.json")).unwrap();
        let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
        let listed: BTreeMap<String, String> = json["files"]
            .as_array()
            .unwrap()
            .iter()
            .map(|file| {
                (
                    file["path"].as_str().unwrap().into(),
                    file["sha256"].as_str().unwrap().into(),
                )
            })
            .collect();
        let here = files(&folder);
        let here = here
            .iter()
            .filter(|(name, _)| !name.starts_with("e/") && *name != "site.json");
        let names: BTreeSet<&String> = here.clone().map(|(name, _)| name).collect();
        assert_eq!(names, listed.keys().collect(), "{}", folder.display());
        // the first page lists all editions and is written after its manifest
        for (name, bytes) in here.filter(|(name, _)| *name != "index.html") {
            assert_eq!(sample::sha256(bytes), listed[name], "{name}");
        }
    }
}

#[test]
fn a_withdrawn_passport_leaves_every_edition() {
    let published = Published::new("2026-1", true);
    published.again("2026-2", true);
    assert!(traces(&published.site()).len() > 20);
    let before = files(&published.site());
    let cleaned = aimak_atlas::withdraw(&published.site(), &note("ak-bulak"), &Silent)
        .unwrap()
        .unwrap();
    assert_eq!(cleaned.editions, ["2026-2", "2026-1"]);
    assert!(
        files(&published.site()) == before,
        "nothing changes before it is put in place"
    );
    cleaned.put_in_place().unwrap();
    let site = published.site();
    assert_eq!(traces(&site), Vec::<String>::new());
    assert_manifests_hold(&site);
    for folder in ["ky", "e/2026-1/ky", "e/2026-2/ky"] {
        let page = fs::read_to_string(site.join(folder).join("passport/ak-bulak.html")).unwrap();
        assert!(page.contains("Өтүнүч боюнча алынып салынды"), "{folder}");
    }
    // what has nothing to do with it stays byte for byte
    let after = files(&site);
    for name in [
        "ky/aimak/S-2.html",
        "ru/methods.html",
        "e/2026-1/en/indicator/soc_stock.html",
        "index.html",
    ] {
        assert!(after[name] == before[name], "{name}");
    }
    let chooser = fs::read_to_string(site.join("index.html")).unwrap();
    assert!(chooser.contains("e/2026-1/index.html") && chooser.contains("e/2026-2/index.html"));
    assert!(
        aimak_atlas::withdraw(&site, &note("ak-bulak"), &Silent)
            .unwrap()
            .is_none()
    );
    let left = fs::read_dir(published.folder.path()).unwrap().count();
    assert_eq!(left, 2, "release and site");
}

#[test]
fn the_newest_edition_is_cleaned_also_without_its_frozen_copy() {
    let published = Published::new("2026-1", true);
    fs::remove_dir_all(published.site().join("e/2026-1")).unwrap();
    let cleaned = aimak_atlas::withdraw(&published.site(), &note("ak-bulak"), &Silent)
        .unwrap()
        .unwrap();
    cleaned.put_in_place().unwrap();
    assert_eq!(traces(&published.site()), Vec::<String>::new());
}

#[test]
fn editions_that_never_held_it_stay_as_they_were() {
    let published = Published::new("2026-1", true);
    sample::write(&published.release(), {
        let mut release = sample::release("2026-2", true);
        release
            .passports
            .shown
            .retain(|passport| passport.id != "ak-bulak");
        release
    });
    publish(&published.release(), &published.site(), &Silent).unwrap();
    let newest = files(&published.site().join("e/2026-2"));
    let cleaned = aimak_atlas::withdraw(&published.site(), &note("ak-bulak"), &Silent)
        .unwrap()
        .unwrap();
    assert_eq!(cleaned.editions, ["2026-1"]);
    cleaned.put_in_place().unwrap();
    assert!(files(&published.site().join("e/2026-2")) == newest);
    assert_eq!(traces(&published.site()), Vec::<String>::new());
}

#[test]
fn a_release_that_knows_of_the_withdrawal_cleans_older_editions() {
    let published = Published::new("2026-1", true);
    sample::write(&published.release(), {
        let mut release = sample::release("2026-2", true);
        release
            .passports
            .withdraw("ak-bulak", "2026-12-01".parse().unwrap());
        release
    });
    publish(&published.release(), &published.site(), &Silent).unwrap();
    assert_eq!(traces(&published.site()), Vec::<String>::new());
    assert_manifests_hold(&published.site());
}

#[test]
fn a_withdrawal_that_cannot_be_whole_changes_nothing() {
    let published = Published::new("2026-1", true);
    let photo = published
        .site()
        .join("e/2026-1/downloads/passport-ak-bulak-1.jpg");
    fs::write(&photo, "changed").unwrap();
    let before = files(&published.site());
    let error = aimak_atlas::withdraw(&published.site(), &note("jayyt"), &Silent).unwrap_err();
    assert!(matches!(error, AtlasError::Digest { .. }), "{error}");
    assert!(files(&published.site()) == before);
    assert_eq!(fs::read_dir(published.folder.path()).unwrap().count(), 2);
    let stranger = published.folder.path();
    let error = aimak_atlas::withdraw(stranger, &note("jayyt"), &Silent).unwrap_err();
    assert!(matches!(error, AtlasError::NotASite { .. }), "{error}");
}

#[test]
fn passports_are_pages_linked_from_home_and_aimak() {
    let published = Published::new("2026-1", false);
    let pages = pages(&published.site());
    let home = &pages["ky/index.html"];
    assert!(
        home.contains("href=\"passport/ak-bulak.html\"")
            && home.contains("href=\"passports.html\"")
    );
    assert!(pages["en/aimak/S-1.html"].contains("href=\"../passport/ak-bulak.html\""));
    assert!(!pages["en/aimak/S-2.html"].contains("ak-bulak"));
    let page = &pages["ru/passport/ak-bulak.html"];
    for words in [
        "плохое",
        "на кыргызском языке",
        "<i lang=\"la\">Mentha asiatica</i>",
        "ученики, № 3, 7-Б класс",
        "alt=\"Көзү",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert!(pages["en/passports.html"].contains("6 more places"));
    let data = without_data(&pages["en/data.html"]);
    let (tables, folded) = data.split_once("<details").unwrap();
    assert!(
        !tables.contains("passport-ak-bulak-1.jpg") && folded.contains("passport-ak-bulak-1.jpg"),
        "photos do not bury the tables"
    );
}

#[test]
fn a_notice_of_the_project_stands_above_every_page_in_its_language() {
    let folder = TempDir::new().unwrap();
    let mut release = sample::release("2026-1", false);
    release.project.notice = Some(LocalText::fixed(
        "Мисал гана",
        "Только пример",
        "An example only",
    ));
    sample::write(&folder.path().join("release"), release);
    let site = folder.path().join("site");
    publish(&folder.path().join("release"), &site, &Silent).unwrap();
    for (name, page) in pages(&site) {
        let words = [
            ("ky/", "Мисал гана"),
            ("ru/", "Только пример"),
            ("en/", "An example only"),
        ];
        let own = words.iter().find(|(lang, _)| name.contains(lang));
        for (_, words) in words.iter().filter(|one| own.is_none_or(|own| own == *one)) {
            assert!(page.matches(words).count() >= 1, "{name}: {words}");
        }
        let banner = page
            .split("class=\"banner\"")
            .nth(1)
            .unwrap_or_else(|| panic!("{name}: no banner"));
        assert!(
            words
                .iter()
                .any(|(_, words)| banner.split("</p>").next().unwrap().contains(words)),
            "{name}"
        );
    }
    let map = fs::read_to_string(site.join("data/map-soc_stock-ru.js")).unwrap();
    assert!(
        map.contains("\"simulated\":\"Только пример\""),
        "the open map says it too"
    );
}

#[test]
fn the_search_knows_every_aimak_indicator_and_place_by_all_names() {
    let published = Published::new("2026-1", true);
    let release = sample::release("2026-1", true);
    for lang in ["ky", "ru", "en"] {
        let script =
            fs::read_to_string(published.site().join(format!("data/search-{lang}.js"))).unwrap();
        let json = script
            .split_once("] = ")
            .unwrap()
            .1
            .trim_end()
            .trim_end_matches(';');
        let data: serde_json::Value = serde_json::from_str(json).unwrap();
        let entries = data["entries"].as_array().unwrap();
        let named = |kind: &str, name: &str| {
            entries.iter().any(|entry| {
                let also = entry["also"].as_array().unwrap();
                entry["kind"] == kind
                    && (entry["name"] == name || also.iter().any(|one| one == name))
            })
        };
        for aimak in &release.aimaks {
            for name in [&aimak.name.ky, &aimak.name.ru, &aimak.name.en] {
                assert!(name.is_empty() || named("aimak", name), "{lang}: {name}");
            }
            assert!(
                aimak.aliases.iter().all(|alias| named("aimak", alias)),
                "{lang}: {}",
                aimak.code
            );
        }
        for card in &release.cards {
            assert!(
                named("indicator", &card.name.en) && named("indicator", &card.id),
                "{lang}: {}",
                card.id
            );
        }
        for passport in &release.passports.shown {
            assert!(named("place", &passport.name.ky), "{lang}: {}", passport.id);
        }
    }
}
