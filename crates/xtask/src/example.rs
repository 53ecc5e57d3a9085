//! `cargo xtask example`: an atlas on real boundaries, from data that lie beside the repository and are never part of it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    demo, packages,
    step::{self, Done},
};

/// The project file, below the top of the repository.
const PROJECT: &str = "data/examples/kyrgyz_rayons/monitoring.toml";
const BOUNDARIES: &str = "boundaries/prism_kgz/kgz_admbnda_adm2_moes_20181119.json";
const POVERTY: &str = "socio/prism_kgz/poverty_adm2_2011_2020.json";
/// Natural Earth, as the project file calls it and as it lies in the shared folder.
const BASEMAP: [(&str, &str); 5] = [
    ("borders.geojson", "ne_10m_admin_0_boundary_lines_land_ca"),
    (
        "rivers.geojson",
        "ne_10m_rivers_lake_centerlines_scale_rank_ca",
    ),
    ("lakes.geojson", "ne_10m_lakes_ca"),
    ("glaciers.geojson", "ne_10m_glaciated_areas_ca"),
    ("places.geojson", "ne_10m_populated_places_simple_ca"),
];
const NDVI: &str = "imagery/copernicus_ndvi_june21_1999_2017_central_asia_5km.tif";

/// Rows of the poverty table whose code is that of a rayon in another province: the name tells which is meant.
const MISCODED: [(&str, &str); 4] = [
    ("Alamedin", "KG08203000000"),
    ("Alay", "KG06207000000"),
    ("Jayil", "KG08209000000"),
    ("Jeti-Oguz", "KG02210000000"),
];

/// Names that the boundaries misspell, each with its key, and how they are written.
const RESPELLED: [(&str, &str); 5] = [
    (r#""ADM2_EN": "Ak-Bashy""#, r#""ADM2_EN": "At-Bashy""#),
    (r#""ADM2_EN": "Kochokor""#, r#""ADM2_EN": "Kochkor""#),
    (r#""ADM2_EN": "Moscow""#, r#""ADM2_EN": "Moskva""#),
    (
        r#""ADM2_RU": "Ат-Башынский""#,
        r#""ADM2_RU": "Ат-Башинский""#,
    ),
    (r#""ADM2_RU": "Кара-Куль""#, r#""ADM2_RU": "г. Кара-Куль""#),
];

/// Lays the data beside the project file, analyses them, publishes the atlas, tells where it lies.
///
/// # Errors
/// The first step that fails, named.
pub fn example(args: &[&str]) -> Done {
    let options = Options::read(args)?;
    let program = match options.program {
        Some(program) => program,
        None => build()?,
    };
    let [project, release, site] =
        ["project", "release", "site"].map(|name| options.out.join(name));
    lay(&options.shared, &project)?;
    let file = project.join("monitoring.toml");
    let steps: [(&str, &Path, &Path); 2] = [("run", &file, &release), ("atlas", &release, &site)];
    for (verb, from, to) in steps {
        step::run(
            Command::new(&program)
                .arg(verb)
                .arg(from)
                .arg("--out")
                .arg(to),
        )?;
    }
    step::say(&format!(
        "\nThe technical example is ready: {}\n",
        site.join("index.html").display()
    ));
    if options.serve {
        step::run(Command::new(&program).arg("serve").arg(&site))
    } else {
        Ok(())
    }
}

struct Options {
    shared: PathBuf,
    out: PathBuf,
    /// A program that is built already.
    program: Option<PathBuf>,
    serve: bool,
}

impl Options {
    fn read(args: &[&str]) -> Done<Self> {
        let mut options = Self {
            shared: step::root().join("../shared/data"),
            out: step::root().join("target/example"),
            program: None,
            serve: false,
        };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let mut path = || {
                args.next()
                    .map(PathBuf::from)
                    .ok_or(format!("{arg} needs a path"))
            };
            match *arg {
                "--shared" => options.shared = path()?,
                "--out" => options.out = path()?,
                "--program" => options.program = Some(path()?),
                "--serve" => options.serve = true,
                other => {
                    return Err(format!(
                        "unknown option {other}; known: --shared DIR, --out DIR, --program FILE, --serve"
                    ));
                }
            }
        }
        Ok(options)
    }
}

fn build() -> Done<PathBuf> {
    packages::ensure(packages::BUILD)?;
    step::run(step::cargo().args(["build", "--release", "--locked", "--bin", "aimak"]))?;
    Ok(demo::binary("release"))
}

/// The project file with its data beside it.
fn lay(shared: &Path, project: &Path) -> Done {
    let read = |name: &str| {
        let path = shared.join(name);
        fs::read(&path).map_err(|error| {
            format!(
                "{}: {error}; --shared names the folder of the data",
                path.display()
            )
        })
    };
    let text =
        |name: &str| String::from_utf8(read(name)?).map_err(|_| format!("{name} is not UTF-8"));
    let rayons = joined(&text(BOUNDARIES)?, &poverty(&text(POVERTY)?)?)?;
    let file =
        fs::read(step::root().join(PROJECT)).map_err(|error| format!("{PROJECT}: {error}"))?;
    fs::create_dir_all(project).map_err(|error| format!("{}: {error}", project.display()))?;
    let mut files = vec![
        ("rayons.geojson", rayons.into_bytes()),
        ("ndvi.tif", read(NDVI)?),
        ("monitoring.toml", file),
    ];
    for (name, layer) in BASEMAP {
        let path = format!("boundaries/natural_earth_central_asia/{layer}.geojson");
        files.push((name, read(&path)?));
    }
    for (name, bytes) in files {
        let path = project.join(name);
        fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// A row of the poverty table.
#[derive(Debug, PartialEq)]
struct Poverty {
    code: String,
    district: String,
    in_2011: String,
    in_2020: String,
}

/// The rows of the table, their codes as the boundaries write them.
fn poverty(json: &str) -> Done<Vec<Poverty>> {
    let (_, list) = json
        .split_once('[')
        .ok_or("the poverty table holds no list")?;
    let rows = list.split('{').skip(1).map(|row| {
        let of = |key: &str| field(row, key).ok_or_else(|| format!("a row without {key}: {row}"));
        let (district, code) = (of("District")?, of("Adm2_Code")?);
        let right = MISCODED.iter().find(|(name, _)| *name == district);
        Ok(Poverty {
            code: right.map_or_else(|| code_of(code), |(_, code)| (*code).to_owned()),
            district: district.to_owned(),
            in_2011: of("poverty_2011")?.to_owned(),
            in_2020: of("poverty_2020")?.to_owned(),
        })
    });
    rows.collect()
}

/// `41703211` as the boundaries write it: `KG03211000000`.
fn code_of(code: &str) -> String {
    format!("KG{}000000", code.trim_start_matches("417"))
}

/// The value of a key in one flat row, without quotes.
fn field<'t>(row: &'t str, key: &str) -> Option<&'t str> {
    let (_, rest) = row.split_once(&format!("\"{key}\":"))?;
    let value = rest.split([',', '}', '\n']).next()?.trim();
    Some(value.trim_matches('"')).filter(|value| !value.is_empty() && *value != "null")
}

/// The boundaries, each with the poverty of its code and the spelling of that table.
fn joined(boundaries: &str, rows: &[Poverty]) -> Done<String> {
    const CODE: &str = "\"ADM2_PCODE\": ";
    let mut text = String::with_capacity(boundaries.len() + 8192);
    let mut used = 0;
    for (i, part) in boundaries.split(CODE).enumerate() {
        if i > 0 {
            let code = part.split('"').nth(1).ok_or("a rayon without code")?;
            if let Some(row) = rows.iter().find(|row| row.code == code) {
                let Poverty {
                    district,
                    in_2011,
                    in_2020,
                    ..
                } = row;
                let added = [
                    format!("\"aliases\": \"{district}\""),
                    format!("\"poverty_2011\": {in_2011}"),
                    format!("\"poverty_2020\": {in_2020}"),
                ];
                text.push_str(&added.join(", "));
                text.push_str(", ");
                used += 1;
            }
            text.push_str(CODE);
        }
        text.push_str(part);
    }
    if used == rows.len() {
        Ok(spelled(&text))
    } else {
        Err(format!(
            "{used} of {} rows of the poverty table found their rayon",
            rows.len()
        ))
    }
}

/// Names as they are written: a space after the abbreviation of a town, and the Kyrgyz letter ң where the file has one that looks like it,
/// and what is misspelled put right.
fn spelled(boundaries: &str) -> String {
    let text = boundaries.replace("\"г.", "\"г. ").replace('ӊ', "ң");
    RESPELLED
        .into_iter()
        .fold(text, |text, (written, right)| text.replace(written, right))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: &str = r#"{ "DataList": [
        { "Adm2_Code": "41703211", "Province": "Jalalabad", "District": "Aksy", "poverty_2020": 32, "poverty_2011": 41.5 },
        { "Adm2_Code": "41706207", "Province": "Chui", "District": "Alamedin", "poverty_2020": 8.9, "poverty_2011": 12.6 }
    ] }"#;

    #[test]
    fn rows_find_their_rayon_by_code_and_wrong_codes_are_put_right() {
        let rows = poverty(ROWS).unwrap();
        assert_eq!(
            [&rows[0].code, &rows[1].code],
            ["KG03211000000", "KG08203000000"]
        );
        let map = r#"{ "ADM2_PCODE": "KG03211000000", "x": 1 }, { "ADM2_PCODE": "KG08203000000" }, { "ADM2_PCODE": "KG1" }"#;
        let text = joined(map, &rows).unwrap();
        assert!(text.contains(
            r#""poverty_2011": 41.5, "poverty_2020": 32, "ADM2_PCODE": "KG03211000000", "x": 1"#
        ));
        assert!(text.contains(r#""aliases": "Alamedin", "poverty_2011": 12.6, "poverty_2020": 8.9, "ADM2_PCODE": "KG08203000000""#));
        assert!(text.ends_with(r#"{ "ADM2_PCODE": "KG1" }"#));
        assert!(
            joined("{}", &rows).is_err(),
            "a row that finds no rayon is told"
        );
    }

    /// The provinces of the table, by the two digits of a code.
    const PROVINCES: [(&str, &str); 7] = [
        ("Issik-Kul", "02"),
        ("Jalalabad", "03"),
        ("Naryn", "04"),
        ("Batken", "05"),
        ("Osh", "06"),
        ("Talas", "07"),
        ("Chui", "08"),
    ];

    #[test]
    #[expect(clippy::print_stderr, reason = "a skipped test says so")]
    fn every_code_of_the_real_table_agrees_with_its_province() {
        let shared = step::root().join("../shared/data");
        let Ok(json) = fs::read_to_string(shared.join(POVERTY)) else {
            eprintln!("SKIPPED: no {} beside the repository", shared.display());
            return;
        };
        let (mut rows, mut put_right) = (0, 0);
        for row in json.split('{').skip(2) {
            let (province, code) = (
                field(row, "Province").unwrap(),
                field(row, "Adm2_Code").unwrap(),
            );
            let (_, digits) = PROVINCES
                .iter()
                .find(|(name, _)| *name == province)
                .unwrap();
            let ours = &poverty(&format!("[{{{row}")).unwrap()[0];
            assert_eq!(&ours.code[2..4], *digits, "{ours:?}");
            put_right += usize::from(ours.code != code_of(code));
            rows += 1;
        }
        assert_eq!((rows, put_right), (40, MISCODED.len()));
        let text = joined(
            &fs::read_to_string(shared.join(BOUNDARIES)).unwrap(),
            &poverty(&json).unwrap(),
        )
        .unwrap();
        assert_eq!(text.matches("poverty_2020").count(), 40);
        assert!(text.contains("\"г. Балыкчы\"") && text.contains("\"Тоң\""));
    }
}
