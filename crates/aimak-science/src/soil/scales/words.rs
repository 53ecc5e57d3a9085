//! Which entries of the catalogue word a scale and its classes?

use super::{KACHINSKY_STEPPE, PH_CIS, PH_USDA, SALT_ECE, Scale};

/// The entry that words a class. Scales of fertility share their words, and so do both scales of pH.
pub fn entry_of_class(scale: &Scale, class: &str) -> String {
    let family = if scale.id == PH_CIS.id || scale.id == PH_USDA.id {
        "ph"
    } else if scale.id == SALT_ECE.id {
        "salt"
    } else if scale.id == KACHINSKY_STEPPE.id {
        "grains"
    } else {
        "fertility"
    };
    format!("soil-class-{family}-{}", class.replace('_', "-"))
}

/// The entry that names a scale.
pub fn entry_of_scale(scale: &Scale) -> String {
    format!("soil-scale-{}", scale.id.to_lowercase().replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::{super::SCALES, *};

    #[test]
    fn every_scale_and_class_has_words_in_three_languages() {
        let texts = [
            include_str!("../../../../../atlas-web/texts/ky/soil.ftl"),
            include_str!("../../../../../atlas-web/texts/ru/soil.ftl"),
            include_str!("../../../../../atlas-web/texts/en/soil.ftl"),
        ];
        for scale in SCALES {
            let classes = scale.classes.iter();
            let classes = classes.map(|(_, class)| entry_of_class(scale, class));
            for id in classes.chain([entry_of_scale(scale)]) {
                let entry = format!("\n{id} = ");
                assert!(texts.iter().all(|text| text.contains(&entry)), "{id}");
            }
        }
    }
}
