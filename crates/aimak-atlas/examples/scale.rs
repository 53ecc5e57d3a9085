//! How do time, memory, files and bytes of an atlas grow with its areas?
//!
//! ```sh
//! cargo run --release -p aimak-atlas --example scale -- RELEASE FOLDER 60 24 50 100 250 500
//! ```
//!
//! Makes of RELEASE releases with 60 indicators and 24, 50, ... areas: areas with shifted outlines and indicators under new names, with all
//! findings of those they were copied from. Publishes each in a process of its own and prints a table. FOLDER is for what it writes and is
//! emptied again; with `AIMAK_KEEP=1` the sites stay.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program of one screen"
)]

use std::{
    collections::BTreeMap,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use aimak_atlas::publish;
use aimak_core::{AimakCode, Asset, Release, Silent, Subject};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// What a step returns: its result, or what stood in its way.
type Done<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Done {
    let given: Vec<String> = std::env::args().skip(1).collect();
    match given.as_slice() {
        [word, release, site] if word == "--one" => one(Path::new(release), Path::new(site)),
        [release, folder, indicators, areas @ ..] if !areas.is_empty() => {
            let folder = PathBuf::from(folder);
            println!(
                "| areas | indicators | findings | pages | files | MB | s | CPU s | peak MB | home KB | page of an area KB |"
            );
            println!("|---|---|---|---|---|---|---|---|---|---|---|");
            for areas in areas {
                let numbers = (areas.parse()?, indicators.parse()?);
                measure(Path::new(release), &folder, numbers)?;
            }
            Ok(())
        }
        _ => {
            eprintln!("scale RELEASE FOLDER INDICATORS AREAS...");
            std::process::exit(2)
        }
    }
}

/// Publishes in this process and tells what it took, as one line of JSON.
fn one(release: &Path, site: &Path) -> Done {
    let start = Instant::now();
    let summary = publish(release, site, &Silent)?;
    let seconds = start.elapsed().as_secs_f64();
    let status = fs::read_to_string("/proc/self/status")?;
    let peak = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .and_then(|line| line.split_whitespace().nth(1))
        .ok_or("no peak of memory in /proc/self/status")?;
    let peak: f64 = peak.parse()?;
    let stat = fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<&str> = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    // utime and stime, in hundredths of a second
    let cpu: f64 = fields[11].parse::<f64>()? + fields[12].parse::<f64>()?;
    println!(
        "{}",
        json!({ "pages": summary.pages, "files": summary.files, "bytes": summary.bytes,
            "seconds": seconds, "cpu": cpu / 100.0, "peak_mb": peak / 1024.0 })
    );
    Ok(())
}

/// A row of the table.
fn measure(sample: &Path, folder: &Path, (areas, indicators): (usize, usize)) -> Done {
    let release = folder.join(format!("release-{areas}"));
    let site = folder.join(format!("site-{areas}"));
    let findings = grow(sample, &release, areas, indicators)?;
    let _ = fs::remove_dir_all(&site);
    let program = std::env::current_exe()?;
    let run = Command::new(program)
        .arg("--one")
        .args([&release, &site])
        .output()?;
    let told: Value = serde_json::from_slice(&run.stdout)
        .map_err(|_| String::from_utf8_lossy(&run.stderr).into_owned())?;
    let number = |key: &str| told[key].as_f64().unwrap_or(f64::NAN);
    let kilobytes = |path: PathBuf| fs::metadata(path).map(|file| file.len() as f64 / 1024.0);
    let areas_of_site = fs::read_dir(site.join("ky/aimak"))?;
    let area = areas_of_site
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file())
        .min()
        .ok_or("no page of an area")?;
    println!(
        "| {areas} | {indicators} | {findings} | {} | {} | {:.0} | {:.1} | {:.1} | {:.0} | {:.0} | {:.0} |",
        told["pages"],
        told["files"],
        number("bytes") / 1e6,
        number("seconds"),
        number("cpu"),
        number("peak_mb"),
        kilobytes(site.join("ky/index.html"))?,
        kilobytes(area)?,
    );
    if std::env::var_os("AIMAK_KEEP").is_none() {
        fs::remove_dir_all(&site)?;
    }
    fs::remove_dir_all(&release)?;
    Ok(())
}

/// Writes a release with `areas` areas and `indicators` indicators; how many findings it has.
fn grow(sample: &Path, folder: &Path, areas: usize, indicators: usize) -> Done<usize> {
    let json = fs::read(sample.join("release.json"))?;
    let mut release: Release = serde_json::from_slice(&json)?;
    let outlines = fs::read(sample.join("outlines.geojson"))?;
    let mut outlines: Value = serde_json::from_slice(&outlines)?;
    more_indicators(&mut release, indicators);
    more_areas(&mut release, &mut outlines, areas)?;
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)?;
    for asset in &mut release.assets {
        let bytes = if asset.kind == "outlines" {
            serde_json::to_vec(&outlines)?
        } else {
            fs::read(sample.join(&asset.path))?
        };
        put(folder, asset, &bytes)?;
    }
    let json = serde_json::to_vec(&release)?;
    fs::write(folder.join("release.json"), json)?;
    Ok(release.findings.len())
}

fn put(folder: &Path, asset: &mut Asset, bytes: &[u8]) -> Done {
    asset.sha256.clear();
    for byte in Sha256::digest(bytes) {
        write!(asset.sha256, "{byte:02x}")?;
    }
    asset.bytes = bytes.len() as u64;
    fs::write(folder.join(&asset.path), bytes)?;
    Ok(())
}

/// Copies indicators in turn under new names until there are enough, or keeps the first ones.
fn more_indicators(release: &mut Release, wanted: usize) {
    let had = release.cards.len();
    for i in had..wanted {
        let mut card = release.cards[i % had].clone();
        let id = format!("{}_{}", card.id, i / had);
        let of_it = |finding: &&aimak_core::Finding| finding.indicator == card.id;
        let mut copies: Vec<_> = release.findings.iter().filter(of_it).cloned().collect();
        for finding in &mut copies {
            finding.indicator.clone_from(&id);
        }
        release.findings.extend(copies);
        card.id = id.into();
        release.cards.push(card);
    }
    release.cards.truncate(wanted);
    let kept: Vec<String> = release
        .cards
        .iter()
        .map(|card| card.id.to_string())
        .collect();
    release
        .findings
        .retain(|finding| kept.contains(&finding.indicator));
}

/// Copies areas in turn until there are enough, each set of copies beside the others.
fn more_areas(release: &mut Release, outlines: &mut Value, wanted: usize) -> Done {
    let had = release.aimaks.clone();
    let features = outlines["features"].as_array_mut();
    let features = features.ok_or("outlines without features")?;
    let shapes = features.clone();
    let mut findings: BTreeMap<AimakCode, Vec<aimak_core::Finding>> = BTreeMap::new();
    for finding in &release.findings {
        if let Subject::Aimak(code) = &finding.subject {
            findings
                .entry(code.clone())
                .or_default()
                .push(finding.clone());
        }
    }
    release.aimaks.truncate(wanted);
    for i in had.len()..wanted {
        let (origin, round) = (&had[i % had.len()], i / had.len());
        let code = AimakCode(format!("{}-{round}", origin.code));
        for finding in findings.get(&origin.code).into_iter().flatten() {
            let mut finding = finding.clone();
            finding.subject = Subject::Aimak(code.clone());
            release.findings.push(finding);
        }
        let shape = shapes
            .iter()
            .find(|shape| shape["properties"]["code"] == json!(origin.code));
        if let Some(mut shape) = shape.cloned() {
            shape["properties"]["code"] = json!(code);
            shift(&mut shape["geometry"]["coordinates"], round);
            features.push(shape);
        }
        let mut profile = origin.clone();
        for name in [
            &mut profile.name.ky,
            &mut profile.name.ru,
            &mut profile.name.en,
        ] {
            *name = format!("{name} {round}").into();
        }
        profile.code = code;
        release.aimaks.push(profile);
    }
    let known: Vec<AimakCode> = release
        .aimaks
        .iter()
        .map(|aimak| aimak.code.clone())
        .collect();
    release.findings.retain(|finding| match &finding.subject {
        Subject::Aimak(code) => known.contains(code),
        Subject::OrganicAimaks => true,
    });
    release.aimaks.sort_by(|a, b| a.code.cmp(&b.code));
    release.findings.sort_by(|a, b| a.key().cmp(&b.key()));
    Ok(())
}

/// Moves a geometry to its place among the copies: five columns.
fn shift(coordinates: &mut Value, round: usize) {
    let Some(list) = coordinates.as_array_mut() else {
        return;
    };
    if let [x, y, ..] = list.as_mut_slice()
        && let (Some(lon), Some(lat)) = (x.as_f64(), y.as_f64())
    {
        *x = json!(lon + 0.8 * (round % 5) as f64);
        *y = json!(lat - 0.5 * (round / 5) as f64);
        return;
    }
    for inner in list {
        shift(inner, round);
    }
}
