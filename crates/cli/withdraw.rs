//! `aimak withdraw`: takes an eco-passport out of everything that can be reached, and tells what cannot.

use std::path::{Path, PathBuf};

use aimak_atlas::Cleaned;
use aimak_core::{Message, Silent, WithdrawnPassport};
use aimak_io::{
    problem::Problem,
    read::passports::ProjectWithdrawal,
    write::{self, CleanedRelease},
};

use crate::{Failure, Outcome, args, atlas, problems, progress, voice::Voice};

/// Where the passport was found.
struct Found {
    project: Option<ProjectWithdrawal>,
    /// Releases, and whether they show it.
    releases: Vec<(PathBuf, bool)>,
    /// Sites, and the editions that show it.
    sites: Vec<(PathBuf, Vec<String>)>,
}

/// Looks everywhere first, writes beside everything, and only then puts anything in place: the list of the project before all, so that
/// a run that is cut short never publishes the passport again.
pub fn withdraw(voice: &Voice, args: &args::Withdraw) -> Outcome {
    progress::catch_interrupts()?;
    let note = WithdrawnPassport {
        id: args.id.clone(),
        date: args.date,
    };
    let found = look(voice, args, &note)?;
    if args.dry_run {
        voice.say(&Message::new("cli-withdraw-would"));
    } else {
        carry_out(voice, &found, &note)?;
        voice.say(&Message::new("cli-withdraw-did").with("id", note.id.as_str()));
    }
    if voice.json {
        voice.print_json(&json(&found, &note, args.dry_run));
    }
    tell(voice, &found);
    Ok(())
}

/// Looks into project, releases and sites; changes nothing.
fn look(voice: &Voice, args: &args::Withdraw, note: &WithdrawnPassport) -> Result<Found, Failure> {
    if args.project.is_none() && args.release.is_empty() && args.site.is_empty() {
        let nothing = Problem::error("withdraw-nothing", "aimak withdraw").found("—");
        return Err(problems::report(voice, &[nothing]));
    }
    let mut releases = Vec::new();
    for dir in once(&args.release) {
        let shows = write::shows_passport(&dir, &note.id)
            .map_err(|problem| problems::report(voice, &[problem]))?;
        releases.push((dir, shows));
    }
    let mut sites = Vec::new();
    for site in once(&args.site) {
        let editions = aimak_atlas::editions_with(&site, &note.id)
            .map_err(|error| Failure::Said(atlas::said(voice, &error)))?;
        sites.push((site, editions));
    }
    let published = releases.iter().any(|(_, shows)| *shows)
        || sites.iter().any(|(_, editions)| !editions.is_empty());
    let project = args
        .project
        .as_deref()
        .map(|file| aimak_io::read::passports::from_project(file, note, published))
        .transpose()
        .map_err(|found| problems::report(voice, &found))?;
    let known = project
        .as_ref()
        .is_some_and(|project| project.listed || project.in_tables);
    if !published && !known {
        let never = Message::new("cli-withdraw-never").with("id", note.id.as_str());
        return Err(Failure::Said(voice.message(&never)));
    }
    Ok(Found {
        project,
        releases,
        sites,
    })
}

/// Each folder once, however it was written.
fn once(folders: &[PathBuf]) -> Vec<PathBuf> {
    let mut seen = std::collections::BTreeSet::new();
    let real = |folder: &Path| folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let first = folders.iter().filter(|folder| seen.insert(real(folder)));
    first.cloned().collect()
}

/// Writes everything beside its place, then puts it in place.
fn carry_out(voice: &Voice, found: &Found, note: &WithdrawnPassport) -> Outcome {
    let bars = progress::Bars::new(voice);
    let mut releases: Vec<CleanedRelease> = Vec::new();
    for (dir, _) in found.releases.iter().filter(|(_, shows)| *shows) {
        let cleaned =
            write::withdraw(dir, note).map_err(|problem| problems::report(voice, &[problem]))?;
        releases.extend(cleaned);
    }
    let mut sites: Vec<Cleaned> = Vec::new();
    for (site, _) in found
        .sites
        .iter()
        .filter(|(_, editions)| !editions.is_empty())
    {
        let cleaned = aimak_atlas::withdraw(site, note, &Silent)
            .map_err(|error| Failure::Said(atlas::said(voice, &error)))?;
        sites.extend(cleaned);
        bars.checkpoint()?;
    }
    bars.checkpoint()?;
    if let Some(project) = &found.project {
        project
            .write()
            .map_err(|problem| problems::report(voice, &[problem]))?;
    }
    for release in releases {
        release
            .put_in_place()
            .map_err(|problem| problems::report(voice, &[problem]))?;
    }
    for site in sites {
        site.put_in_place()
            .map_err(|error| Failure::Said(atlas::said(voice, &error)))?;
    }
    Ok(())
}

/// Folder by folder, and what remains to be done by hand.
fn tell(voice: &Voice, found: &Found) {
    let shown = |path: &Path| path.display().to_string();
    if let Some(project) = &found.project {
        let id = if project.listed {
            "cli-withdraw-listed"
        } else {
            "cli-withdraw-list"
        };
        voice.say(&Message::new(id).with("file", shown(&project.list)));
    }
    for (dir, shows) in &found.releases {
        let id = if *shows {
            "cli-withdraw-release-removed"
        } else {
            "cli-withdraw-not-there"
        };
        voice.say(&Message::new(id).with("dir", shown(dir)));
    }
    for (site, editions) in &found.sites {
        let message = if editions.is_empty() {
            Message::new("cli-withdraw-not-there")
        } else {
            Message::new("cli-withdraw-removed").with("editions", editions.join(", "))
        };
        voice.say(&message.with("dir", shown(site)));
    }
    match &found.project {
        None => voice.say(&Message::new("cli-withdraw-no-project")),
        Some(project) if project.copies.is_empty() => {
            voice.say(&Message::new("cli-withdraw-no-copies"));
        }
        Some(project) => {
            voice.say(&Message::new("cli-withdraw-copies"));
            if !voice.quiet {
                project
                    .copies
                    .iter()
                    .for_each(|copy| voice.error(&format!("  – {copy}")));
            }
        }
    }
}

fn json(found: &Found, note: &WithdrawnPassport, dry_run: bool) -> serde_json::Value {
    let releases = found.releases.iter();
    let releases: Vec<_> = releases
        .map(|(dir, shows)| serde_json::json!({ "dir": dir, "removed": shows }))
        .collect();
    let sites = found.sites.iter();
    let sites: Vec<_> = sites
        .map(|(site, editions)| serde_json::json!({ "site": site, "editions": editions }))
        .collect();
    let project = found.project.as_ref();
    serde_json::json!({
        "id": note.id, "date": note.date, "dry_run": dry_run, "releases": releases, "sites": sites,
        "list": project.map(|project| &project.list), "copies": project.map(|project| &project.copies),
    })
}
