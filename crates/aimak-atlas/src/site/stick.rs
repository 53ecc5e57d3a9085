//! What of an edition can be used by double-click, and in which form?
//!
//! A page opened from `file://` may load scripts, pictures and styles by their tags, and nothing else: no `fetch`, so no byte ranges of
//! tile archives, and no service worker. A tile archive therefore travels as a *pack*: a script that holds the whole archive as base64
//! (`CONTRACT.md`, "Packs").

use std::borrow::Cow;

use base64::{Engine as _, engine::general_purpose::STANDARD};

/// Files that only a server can use.
const SERVER_ONLY: [&str; 4] = ["sw.js", "data/offline.js", ".htaccess", "_headers"];

/// A file in the form it has on a stick: its path and bytes; `None` where it is of no use there.
pub fn form<'a>(path: &'a str, bytes: &'a [u8]) -> Option<(Cow<'a, str>, Cow<'a, [u8]>)> {
    if SERVER_ONLY.contains(&path) {
        return None;
    }
    let archive = path
        .strip_prefix("tiles/")
        .and_then(|name| name.strip_suffix(".pmtiles"));
    Some(match archive {
        Some(archive) => (
            Cow::Owned(format!("packs/{archive}.js")),
            Cow::Owned(pack(archive, bytes)),
        ),
        None => (Cow::Borrowed(path), Cow::Borrowed(bytes)),
    })
}

/// A tile archive as a script.
fn pack(archive: &str, bytes: &[u8]) -> Vec<u8> {
    let name = serde_json::Value::from(archive);
    let mut script = format!("(window.AIMAK_PACKS=window.AIMAK_PACKS||{{}})[{name}]=\"");
    STANDARD.encode_string(bytes, &mut script);
    script.push_str("\";\n");
    script.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_archive_becomes_a_script_and_server_files_stay_behind() {
        let (path, bytes) = form("tiles/base.pmtiles", b"PMTiles\x03\xff").expect("carried");
        assert_eq!(path, "packs/base.js");
        assert_eq!(
            &*bytes,
            b"(window.AIMAK_PACKS=window.AIMAK_PACKS||{})[\"base\"]=\"UE1UaWxlcwP/\";\n"
        );
        assert_eq!(form("sw.js", b"x"), None);
        assert_eq!(
            form("ky/index.html", b"x").expect("carried").0,
            "ky/index.html"
        );
    }
}
