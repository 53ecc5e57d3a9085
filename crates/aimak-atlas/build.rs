//! Texts, styles, fonts and scripts are compiled in: a change in any of them compiles this crate again.

fn main() {
    for folder in ["texts", "styles", "fonts", "hosting", "dist"] {
        println!("cargo:rerun-if-changed=../../atlas-web/{folder}");
    }
}
