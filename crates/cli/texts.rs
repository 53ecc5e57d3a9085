//! `aimak texts`: which words wait for a native editor?

use crate::voice::Voice;

/// Lists every Kyrgyz and Russian entry of the catalogue: id, language, wording.
pub fn texts(voice: &Voice) {
    let entries = aimak_atlas::texts::review();
    if voice.json {
        let entry = |(id, lang, text): &(String, aimak_core::Lang, String)| serde_json::json!({ "id": id, "lang": lang, "text": text });
        voice.print_json(&entries.iter().map(entry).collect::<Vec<_>>());
        return;
    }
    for (id, lang, text) in entries {
        voice.print(&format!("{id}\t{}\t{text}", lang.code()));
    }
}
