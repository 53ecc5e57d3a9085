//! Which words of a header mean which key of the project file, in the languages and habits of the field.

/// A key of `[tables.columns]` and the headers that mean it, as [`plain`] writes them.
struct Term {
    key: &'static str,
    words: &'static [&'static str],
}

const fn term(key: &'static str, words: &'static [&'static str]) -> Term {
    Term { key, words }
}

/// The headers people really write. A word stands under one key only (a test sees to it); what could mean two things is left out.
const TERMS: [Term; 43] = [
    term(
        "plot",
        &[
            "plot",
            "plot id",
            "plotid",
            "plot no",
            "plot nr",
            "plot number",
            "site",
            "site id",
            "releve",
            "releve id",
            "releve nr",
            "releve number",
            "sample plot",
            "profile",
            "profile id",
            "profileid",
            "sourceid",
            "sampling point",
            "point id",
            "участок",
            "номер участка",
            "код участка",
            "площадка",
            "номер площадки",
            "пробная площадка",
            "пробная площадь",
            "разрез",
            "номер разреза",
            "точка отбора",
            "номер точки",
            "аянтча",
            "аянтчанын номери",
            "байкоо аянтчасы",
            "кесинди",
        ],
    ),
    term(
        "visit",
        &[
            "visit",
            "visit id",
            "event id",
            "eventid",
            "визит",
            "выезд",
            "барган жолу",
        ],
    ),
    term(
        "date",
        &[
            "date",
            "sampling date",
            "sample date",
            "date of sampling",
            "visit date",
            "survey date",
            "date yearmonthday",
            "eventdate",
            "дата",
            "дата отбора",
            "дата обследования",
            "дата опроса",
            "дата учета",
            "күнү",
            "датасы",
            "алынган күнү",
            "year",
            "год",
            "год отбора",
            "жыл",
            "жылы",
            "month",
            "месяц",
        ],
    ),
    term(
        "period",
        &[
            "period",
            "round",
            "campaign",
            "период",
            "тур",
            "тур обследования",
            "мезгил",
        ],
    ),
    term(
        "aimak",
        &[
            "aimak",
            "aimak code",
            "ayil aimak",
            "aiyl aimak",
            "ayyl aimak",
            "area code",
            "аймак",
            "код аймака",
            "айылный аймак",
            "айыл аймагы",
            "айыл аймак",
            "аильный аймак",
            "аильный округ",
            "аймактын коду",
        ],
    ),
    term(
        "longitude",
        &[
            "longitude",
            "lon",
            "long",
            "lng",
            "decimallongitude",
            "gps longitude",
            "долгота",
            "узундук",
        ],
    ),
    term(
        "latitude",
        &[
            "latitude",
            "lat",
            "decimallatitude",
            "gps latitude",
            "широта",
            "кеңдик",
        ],
    ),
    term(
        "x",
        &[
            "x",
            "easting",
            "utm x",
            "x utm",
            "x coord",
            "coords x1",
            "xloc",
        ],
    ),
    term(
        "y",
        &[
            "y",
            "northing",
            "utm y",
            "y utm",
            "y coord",
            "coords x2",
            "yloc",
        ],
    ),
    term(
        "stratum",
        &[
            "stratum",
            "strata",
            "land use",
            "landuse",
            "land type",
            "страта",
            "угодье",
            "вид угодий",
            "тип угодий",
            "жердин түрү",
        ],
    ),
    term(
        "on_organic_land",
        &[
            "on organic land",
            "organic",
            "organic land",
            "is organic",
            "органическое",
            "органический участок",
            "органические земли",
            "органикалык",
            "органикалык жер",
        ],
    ),
    term(
        "top_cm",
        &[
            "top",
            "top cm",
            "upper",
            "upper depth",
            "upper limit",
            "depth top",
            "depth from",
            "depth min",
            "from cm",
            "верх",
            "верхняя граница",
            "глубина от",
            "глубина верх",
            "от см",
            "үстү",
            "жогорку чеги",
            "тереңдиги башы",
        ],
    ),
    term(
        "bottom_cm",
        &[
            "bottom",
            "bottom cm",
            "lower",
            "lower depth",
            "lower limit",
            "depth bottom",
            "depth to",
            "depth max",
            "to cm",
            "низ",
            "нижняя граница",
            "глубина до",
            "глубина низ",
            "до см",
            "асты",
            "төмөнкү чеги",
            "тереңдиги аягы",
        ],
    ),
    term(
        "carbon_percent",
        &[
            "carbon percent",
            "carbon",
            "soc",
            "oc",
            "toc",
            "corg",
            "c org",
            "orcdrc",
            "organic carbon",
            "soil organic carbon",
            "сорг",
            "с орг",
            "органический углерод",
            "углерод органический",
            "углерод",
            "органикалык көмүртек",
            "көмүртек",
        ],
    ),
    term(
        "bulk_density_g_per_cm3",
        &[
            "bulk density",
            "bulk density g per cm3",
            "bd",
            "bdfi",
            "bld",
            "bulkdensity",
            "плотность",
            "плотность сложения",
            "объемная масса",
            "объемная плотность",
            "объемный вес",
            "плотность почвы",
            "көлөмдүк тыгыздык",
            "тыгыздык",
            "көлөмдүк салмак",
        ],
    ),
    term(
        "coarse_fraction",
        &[
            "coarse fraction",
            "coarse percent",
            "coarse fragments",
            "coarse",
            "stones",
            "gravel",
            "rock fragments",
            "камни",
            "каменистость",
            "скелет",
            "щебень",
            "таштар",
            "таштуулугу",
        ],
    ),
    term(
        "ph",
        &[
            "ph",
            "ph h2o",
            "ph water",
            "phihox",
            "ph в воде",
            "ph водный",
            "ph водной вытяжки",
            "рн",
            "рн водный",
            "рн водной вытяжки",
            "рн н2о",
            "ph сууда",
            "рн сууда",
        ],
    ),
    term(
        "humus_percent",
        &[
            "humus",
            "humus percent",
            "гумус",
            "содержание гумуса",
            "гумус по тюрину",
            "чиринди",
            "гумустун өлчөмү",
        ],
    ),
    term(
        "organic_matter_percent",
        &[
            "organic matter",
            "som",
            "loi",
            "loss on ignition",
            "органическое вещество",
            "потери при прокаливании",
            "органикалык зат",
        ],
    ),
    term(
        "total_carbon_percent",
        &[
            "total carbon",
            "tc",
            "общий углерод",
            "углерод общий",
            "жалпы көмүртек",
        ],
    ),
    term(
        "carbonate_percent",
        &[
            "caco3",
            "carbonate",
            "carbonates",
            "карбонаты",
            "карбонаттар",
        ],
    ),
    term(
        "nitrogen_percent",
        &[
            "nitrogen",
            "total nitrogen",
            "n total",
            "total n",
            "азот",
            "общий азот",
            "азот общий",
            "валовый азот",
            "жалпы азот",
        ],
    ),
    term(
        "p2o5_mg_per_kg",
        &[
            "p2o5",
            "подвижный фосфор",
            "фосфор подвижный",
            "фосфор",
            "р2о5",
            "кыймылдуу фосфор",
        ],
    ),
    term(
        "k2o_mg_per_kg",
        &[
            "k2o",
            "обменный калий",
            "калий обменный",
            "калий",
            "к2о",
            "алмашма калий",
        ],
    ),
    term(
        "ec_ds_per_m",
        &[
            "ec",
            "ece",
            "conductivity",
            "electrical conductivity",
            "электропроводность",
            "удельная электропроводность",
            "электр өткөрүмдүүлүк",
        ],
    ),
    term(
        "red_list",
        &[
            "red list",
            "red list category",
            "iucn",
            "conserv stat",
            "красная книга",
            "категория красной книги",
            "кызыл китеп",
        ],
    ),
    term(
        "indicator",
        &[
            "indicator species",
            "is indicator",
            "вид индикатор",
            "индикатордук түр",
        ],
    ),
    term(
        "species",
        &[
            "species",
            "species name",
            "taxon",
            "taxon name",
            "scientific name",
            "scientificname",
            "latin name",
            "вид",
            "виды",
            "вид растения",
            "название вида",
            "латинское название",
            "таксон",
            "түр",
            "түрү",
            "түрдүн аталышы",
            "латынча аты",
        ],
    ),
    term(
        "amount",
        &[
            "amount",
            "count",
            "counts",
            "abundance",
            "individuals",
            "individualcount",
            "number of individuals",
            "cover",
            "cover percent",
            "количество",
            "число особей",
            "число",
            "обилие",
            "покрытие",
            "проективное покрытие",
            "саны",
            "каптоосу",
        ],
    ),
    term(
        "crop",
        &[
            "crop",
            "crops",
            "crop name",
            "культура",
            "сельхозкультура",
            "возделываемая культура",
            "эгин",
            "өсүмдүк",
            "айыл чарба өсүмдүгү",
        ],
    ),
    term(
        "variety",
        &[
            "variety",
            "cultivar",
            "variety name",
            "сорт",
            "название сорта",
            "сорту",
            "сорттун аты",
        ],
    ),
    term(
        "area_ha",
        &[
            "area",
            "area ha",
            "hectares",
            "ha",
            "area under crop",
            "площадь",
            "площадь посева",
            "га",
            "аянты",
            "айдоо аянты",
        ],
    ),
    term(
        "farm",
        &[
            "farm",
            "farm id",
            "farm code",
            "farm no",
            "household",
            "household id",
            "хозяйство",
            "код хозяйства",
            "номер хозяйства",
            "чарба",
            "чарбанын номери",
        ],
    ),
    term(
        "respondent",
        &[
            "respondent",
            "respondent id",
            "respondent no",
            "participant",
            "респондент",
            "номер респондента",
            "анкета",
            "номер анкеты",
            "сурамжылоонун номери",
            "жооп берүүчү",
        ],
    ),
    term(
        "village",
        &[
            "village",
            "village code",
            "settlement",
            "село",
            "населенный пункт",
            "айыл",
            "кыштак",
        ],
    ),
    term("sex", &["sex", "gender", "пол", "жынысы", "жыныс"]),
    term(
        "question",
        &["question", "item", "вопрос", "утверждение", "суроо"],
    ),
    term("answer", &["answer", "response", "ответ", "жооп"]),
    term(
        "topic",
        &["topic", "figure", "тема", "показатель", "көрсөткүч"],
    ),
    term(
        "of",
        &[
            "of",
            "product",
            "kind of animal",
            "продукт",
            "вид скота",
            "продукция",
            "мал түрү",
        ],
    ),
    term(
        "unit",
        &[
            "unit",
            "units",
            "единица",
            "единица измерения",
            "ед изм",
            "бирдик",
            "өлчөө бирдиги",
        ],
    ),
    term(
        "precipitation_mm",
        &[
            "precipitation",
            "precipitation mm",
            "rain",
            "rainfall",
            "prcp",
            "осадки",
            "сумма осадков",
            "жаан чачын",
            "жаан",
        ],
    ),
    term(
        "temperature_c",
        &[
            "temperature",
            "temperature c",
            "mean temperature",
            "tavg",
            "tmean",
            "температура",
            "средняя температура",
            "температура воздуха",
            "температурасы",
            "орточо температура",
        ],
    ),
];

/// Headers that number rows of some kind: what they number depends on the table.
const NUMBERING: [&str; 9] = [
    "id",
    "no",
    "nr",
    "code",
    "sample",
    "номер",
    "код",
    "проба",
    "номери",
];

/// Words of headers that hold what points at persons. Their columns are never read, and nothing of them is shown.
const PERSONAL: [&str; 26] = [
    "surname",
    "first name",
    "last name",
    "full name",
    "phone",
    "telephone",
    "mobile",
    "email",
    "e mail",
    "passport",
    "address",
    "birth",
    "фио",
    "фамилия",
    "имя",
    "отчество",
    "телефон",
    "паспорт",
    "инн",
    "почта",
    "адрес",
    "дата рождения",
    "аты жону",
    "аты жөнү",
    "дареги",
    "телефону",
];

/// Units as people write them, and as the project file does.
const UNITS: [(&str, &str); 34] = [
    ("%", "%"),
    ("pct", "%"),
    ("percent", "%"),
    ("проц", "%"),
    ("пайыз", "%"),
    ("г/кг", "g/kg"),
    ("g/kg", "g/kg"),
    ("мг/кг", "mg/kg"),
    ("mg/kg", "mg/kg"),
    ("г/см3", "g/cm3"),
    ("г/см³", "g/cm3"),
    ("g/cm3", "g/cm3"),
    ("g/cm³", "g/cm3"),
    ("кг/м3", "kg/m3"),
    ("кг/м³", "kg/m3"),
    ("kg/m3", "kg/m3"),
    ("kg/m³", "kg/m3"),
    ("т/м3", "t/m3"),
    ("t/m3", "t/m3"),
    ("см", "cm"),
    ("cm", "cm"),
    ("м", "m"),
    ("m", "m"),
    ("мм", "mm"),
    ("га", "ha"),
    ("мг/100г", "mg/100g"),
    ("mg/100g", "mg/100g"),
    ("ds/m", "dS/m"),
    ("дсм/м", "dS/m"),
    ("ms/cm", "mS/cm"),
    ("мсм/см", "mS/cm"),
    ("us/cm", "uS/cm"),
    ("соток", "sotka"),
    ("м2", "m2"),
];

/// A header without unit, brackets, punctuation and case: `Плотность сложения, г/см³` becomes `плотность сложения`.
///
/// ```
/// use aimak_io::init::plain;
/// assert_eq!(plain("Плотность сложения, г/см³"), "плотность сложения");
/// assert_eq!(plain("Bulk_density (g/cm3)"), "bulk density");
/// assert_eq!(plain("№ разреза"), "номер разреза");
/// ```
pub fn plain(header: &str) -> String {
    let header = header
        .to_lowercase()
        .replace('ё', "е")
        .replace('№', "номер ");
    let before = header.split(['(', '[', ',']).next().unwrap_or_default();
    let words: String = before
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The key a header means; the last part of a grouped name (`soil/ph`) is asked too.
pub(super) fn key_of(header: &str) -> Option<&'static str> {
    let of = |text: &str| {
        let plain = plain(text);
        TERMS
            .iter()
            .find(|term| term.words.contains(&plain.as_str()))
            .map(|term| term.key)
    };
    of(header).or_else(|| of(header.rsplit_once('/')?.1))
}

/// True for a header that numbers rows of whatever the table is about.
pub(super) fn numbers_rows(header: &str) -> bool {
    NUMBERING.contains(&plain(header).as_str())
}

/// True for a header that points at persons.
pub(super) fn is_personal(header: &str) -> bool {
    let padded = format!(" {} ", plain(header));
    PERSONAL
        .iter()
        .any(|word| padded.contains(&format!(" {word} ")))
}

/// The unit a header names in brackets, behind a comma or as its last word, as the project file writes it.
///
/// ```
/// use aimak_io::init::unit_in;
/// assert_eq!(unit_in("Сорг, г/кг"), Some("g/kg"));
/// assert_eq!(unit_in("BD [kg/m3]"), Some("kg/m3"));
/// assert_eq!(unit_in("cover_pct"), Some("%"));
/// assert_eq!(unit_in("pH"), None);
/// ```
pub fn unit_in(header: &str) -> Option<&'static str> {
    let header = header.to_lowercase();
    let parts = header
        .split(['(', ')', '[', ']', ','])
        .skip(1)
        .map(str::trim);
    let last = header.rsplit([' ', '_']).next();
    parts.chain(last).find_map(|part| {
        let part = part.replace("г см3", "г/см3").replace(' ', "");
        UNITS
            .iter()
            .find(|(written, _)| *written == part)
            .map(|(_, unit)| *unit)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_word_means_one_thing_and_stands_as_headers_are_compared() {
        let mut seen = BTreeSet::new();
        for word in TERMS.iter().flat_map(|term| term.words).chain(&NUMBERING) {
            assert_eq!(plain(word), *word, "compared as it stands");
            assert!(seen.insert(word), "{word} twice");
        }
    }

    #[test]
    fn keys_are_keys_of_the_project_file() {
        let schema = crate::project::schema();
        let columns = &schema["$defs"]["Columns"]["properties"];
        for term in &TERMS {
            assert!(columns.get(term.key).is_some(), "{}", term.key);
        }
    }

    #[test]
    fn headers_of_three_languages_are_known() {
        for (header, key) in [
            ("Глубина от, см", "top_cm"),
            ("pH (H2O)", "ph"),
            ("рН водный", "ph"),
            ("Releve_number", "plot"),
            ("Байкоо аянтчасы", "plot"),
            ("group_soil/pH", "ph"),
            ("Аянты, га", "area_ha"),
            ("Объёмная масса, г/см³", "bulk_density_g_per_cm3"),
        ] {
            assert_eq!(key_of(header), Some(key), "{header}");
        }
        assert_eq!(key_of("pH KCl"), None, "another quantity");
        assert_eq!(
            key_of("Гумус, %"),
            Some("humus_percent"),
            "humus is no carbon"
        );
    }

    #[test]
    fn persons_are_known_by_whole_words() {
        for header in ["ФИО респондента", "Телефон", "full_name", "Аты-жөнү"]
        {
            assert!(is_personal(header), "{header}");
        }
        for header in ["Scientific name", "plot", "именьковский район"] {
            assert!(!is_personal(header), "{header}");
        }
    }
}
