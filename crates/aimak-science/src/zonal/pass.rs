//! One walk over the blocks of a grid serves all zones and bands.
//!
//! Zones are counted strip by strip: fixed rows of the grid, whatever the blocks of the file. Workers take blocks in the
//! order of the rows; what a zone has in a strip is merged as soon as all strips above it are, and a zone is finished with
//! its last strip. Memory is bounded by the blocks in flight and the zones that cross them, and the result by nothing but
//! grid, zones and pixels: not by threads, blocks, or who was faster.

use std::{
    collections::BTreeMap,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use aimak_core::{Grid, Message, Progress, RasterFault, Window};
use geo::MultiPolygon;

use super::coverage::{Coverage, cell_window};

/// Rows of a strip. A constant of the method: sums are merged strip by strip, so another value would be another rounding.
pub const STRIP_ROWS: usize = 256;
/// Zones further apart than this many columns are read apart.
const APART_COLS: usize = 512;
/// Cells read at once, at most, unless one strip holds more.
const CELLS_AT_ONCE: usize = 8 << 20;

/// A way to count cells: what is read of a window of a band, and what a zone has of it.
pub trait Counting: Sync {
    /// What is read of a window.
    type Read;
    /// What a zone has in a strip; the default is nothing.
    type Part: Default + Send;
    /// What becomes of all parts of a zone.
    type Done: Send;

    /// Reads a window of a band.
    ///
    /// # Errors
    /// Where it is damaged or unreadable.
    fn read(&self, band: usize, window: Window) -> Result<Self::Read, RasterFault>;
    /// Counts the cells that a zone covers; `read` holds the window of `coverage`.
    fn count(&self, coverage: &Coverage, read: &Self::Read) -> Self::Part;
    /// Joins a part with the next one below.
    fn merge(&self, part: Self::Part, below: Self::Part) -> Self::Part;
    /// Finishes a zone, given by its place in the list.
    fn finish(&self, zone: usize, parts: Result<Self::Part, RasterFault>) -> Self::Done;
}

/// Where a pass goes.
pub struct Route<'a> {
    /// The grid that is read.
    pub grid: &'a Grid,
    /// Number of bands.
    pub bands: usize,
    /// Rows of a block of the file, so that blocks are decoded once.
    pub block_rows: usize,
    /// Zones in the CRS of the grid; a fault where one could not be projected.
    pub zones: &'a [Result<MultiPolygon<f64>, RasterFault>],
    /// What the progress bar names.
    pub name: &'a str,
}

/// Counts every zone in every band: `[zone][band]`; `None` where `progress` asked to stop.
pub fn pass<C: Counting>(
    route: &Route<'_>,
    counting: &C,
    progress: &dyn Progress,
) -> Option<Vec<Vec<C::Done>>> {
    let windows: Vec<Option<Window>> = route
        .zones
        .iter()
        .map(|zone| cell_window(route.grid, zone.as_ref().ok()?))
        .collect();
    let ledger = Ledger::open(route, &windows, counting);
    let clusters = clusters(route, &windows);
    // few blocks and many bands: bands are shared out, and coverage is then traced once for each share
    let shares = (4 * rayon::current_num_threads())
        .div_ceil(clusters.len().max(1))
        .clamp(1, route.bands.max(1));
    let of_share = route.bands.div_ceil(shares).max(1);
    progress.begin(
        Message::new("stage-pixels").with("layer", route.name),
        clusters.len() * shares,
    );
    let next = AtomicUsize::new(0);
    rayon::broadcast(|_| {
        loop {
            let job = next.fetch_add(1, Ordering::Relaxed);
            let Some(cluster) = clusters.get(job / shares) else {
                break;
            };
            if progress.cancelled() {
                break;
            }
            let first = (job % shares) * of_share;
            let bands = first..(first + of_share).min(route.bands);
            cluster.count(route, bands, counting, &ledger);
            progress.advance(1);
        }
    });
    (!progress.cancelled()).then(|| ledger.close())
}

/// Zones of one strip that are read together.
struct Strip {
    index: usize,
    /// Places and windows, the windows cut to the strip.
    zones: Vec<(usize, Window)>,
}

/// Neighbouring zones and strips that are read at once.
struct Cluster {
    window: Window,
    strips: Vec<Strip>,
}

/// Everything there is to read, from north to south.
fn clusters(route: &Route<'_>, windows: &[Option<Window>]) -> Vec<Cluster> {
    let strips_at_once = strips_at_once(route);
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (zone, window) in windows.iter().enumerate() {
        let Some(window) = window else { continue };
        let strips = window.row / STRIP_ROWS..=(window.row + window.height - 1) / STRIP_ROWS;
        for group in strips.start() / strips_at_once..=strips.end() / strips_at_once {
            groups.entry(group).or_default().push(zone);
        }
    }
    let mut clusters = Vec::new();
    for (group, zones) in groups {
        let first = group * strips_at_once;
        for zones in apart(zones, windows) {
            clusters.push(Cluster::of(first..first + strips_at_once, &zones, windows));
        }
    }
    clusters
}

/// How many strips are read at once: as many as a block is high, while they stay small.
fn strips_at_once(route: &Route<'_>) -> usize {
    let wanted = route.block_rows.div_ceil(STRIP_ROWS).max(1);
    let affordable = CELLS_AT_ONCE / (route.grid.width * STRIP_ROWS).max(1);
    wanted.min(affordable.max(1))
}

/// Zones parted where a wide gap of columns lies between them, from west to east.
fn apart(mut zones: Vec<usize>, windows: &[Option<Window>]) -> Vec<Vec<usize>> {
    let window = |zone: usize| windows[zone].expect("invariant: a listed zone has a window");
    zones.sort_by_key(|&zone| (window(zone).col, zone));
    let mut parted: Vec<Vec<usize>> = Vec::new();
    let mut reach = 0;
    for zone in zones {
        let Window { col, width, .. } = window(zone);
        match parted.last_mut() {
            Some(last) if col <= reach + APART_COLS => last.push(zone),
            _ => parted.push(vec![zone]),
        }
        reach = reach.max(col + width);
    }
    parted
}

impl Cluster {
    fn of(strips: std::ops::Range<usize>, zones: &[usize], windows: &[Option<Window>]) -> Self {
        let mut around: Option<Window> = None;
        let mut listed = Vec::new();
        for index in strips {
            let mut inside: Vec<(usize, Window)> = zones
                .iter()
                .filter_map(|&zone| Some((zone, in_strip(windows[zone]?, index)?)))
                .collect();
            inside.sort_unstable_by_key(|(zone, _)| *zone);
            for (_, window) in &inside {
                around = Some(around.map_or(*window, |all| both(all, *window)));
            }
            if !inside.is_empty() {
                listed.push(Strip {
                    index,
                    zones: inside,
                });
            }
        }
        Self {
            window: around.expect("invariant: a cluster has zones"),
            strips: listed,
        }
    }

    /// Reads the bands one after the other and counts every zone.
    ///
    /// Where the cluster cannot be read as a whole, every zone reads its own windows: a damaged block then costs only the
    /// zones that need it, and the others get the very bits they would have had.
    fn count<C: Counting>(
        &self,
        route: &Route<'_>,
        bands: std::ops::Range<usize>,
        counting: &C,
        ledger: &Ledger<'_, C>,
    ) {
        let trace = |&(zone, window): &(usize, Window)| {
            let shape = route.zones[zone]
                .as_ref()
                .expect("invariant: a zone with a window has a shape");
            (zone, Coverage::of(route.grid, shape, window))
        };
        let traced: Vec<(usize, Vec<(usize, Coverage)>)> = self
            .strips
            .iter()
            .map(|strip| (strip.index, strip.zones.iter().map(trace).collect()))
            .collect();
        for band in bands {
            let whole = counting.read(band, self.window);
            for (strip, zones) in &traced {
                for (zone, coverage) in zones {
                    let part = match &whole {
                        Ok(read) => Ok(counting.count(coverage, read)),
                        Err(_) => counting
                            .read(band, coverage.window)
                            .map(|read| counting.count(coverage, &read)),
                    };
                    ledger.enter(*zone, band, *strip, part);
                }
            }
        }
    }
}

/// The rows of a window that lie in a strip.
fn in_strip(window: Window, strip: usize) -> Option<Window> {
    let row = window.row.max(strip * STRIP_ROWS);
    let end = (window.row + window.height).min((strip + 1) * STRIP_ROWS);
    (end > row).then(|| Window {
        row,
        height: end - row,
        ..window
    })
}

/// The smallest window that holds both.
fn both(a: Window, b: Window) -> Window {
    let (col, row) = (a.col.min(b.col), a.row.min(b.row));
    let right = (a.col + a.width).max(b.col + b.width);
    let bottom = (a.row + a.height).max(b.row + b.height);
    Window {
        col,
        row,
        width: right - col,
        height: bottom - row,
    }
}

/// What has been counted, zone by zone and band by band.
struct Ledger<'a, C: Counting> {
    counting: &'a C,
    bands: usize,
    accounts: Vec<Mutex<Account<C>>>,
}

/// Parts of one zone in one band.
enum Account<C: Counting> {
    /// Some strips are still to come.
    Open {
        /// The strip that comes next, and the last.
        next: usize,
        last: usize,
        total: Result<C::Part, RasterFault>,
        /// Parts that came before their turn.
        early: BTreeMap<usize, Result<C::Part, RasterFault>>,
    },
    /// All strips are in.
    Done(C::Done),
}

impl<'a, C: Counting> Ledger<'a, C> {
    /// Accounts of all zones; those that meet nothing are done at once.
    fn open(route: &Route<'_>, windows: &[Option<Window>], counting: &'a C) -> Self {
        let mut accounts = Vec::with_capacity(windows.len() * route.bands);
        for (zone, window) in windows.iter().enumerate() {
            for _ in 0..route.bands {
                accounts.push(Mutex::new(match (window, &route.zones[zone]) {
                    (Some(window), _) => Account::Open {
                        next: window.row / STRIP_ROWS,
                        last: (window.row + window.height - 1) / STRIP_ROWS,
                        total: Ok(C::Part::default()),
                        early: BTreeMap::new(),
                    },
                    (None, Ok(_)) => Account::Done(counting.finish(zone, Ok(C::Part::default()))),
                    (None, Err(fault)) => Account::Done(counting.finish(zone, Err(fault.clone()))),
                }));
            }
        }
        Self {
            counting,
            bands: route.bands,
            accounts,
        }
    }

    /// Enters what a zone has in a strip.
    fn enter(&self, zone: usize, band: usize, strip: usize, part: Result<C::Part, RasterFault>) {
        let account = &self.accounts[zone * self.bands + band];
        let mut account = account.lock().unwrap_or_else(PoisonError::into_inner);
        let Account::Open {
            next,
            last,
            total,
            early,
        } = &mut *account
        else {
            return;
        };
        early.insert(strip, part);
        while let Some(part) = early.remove(next) {
            *next += 1;
            let before = std::mem::replace(total, Ok(C::Part::default()));
            *total = match (before, part) {
                (Ok(before), Ok(part)) => Ok(self.counting.merge(before, part)),
                // the first fault stays
                (Err(fault), _) | (_, Err(fault)) => Err(fault),
            };
        }
        if *next > *last {
            let total = std::mem::replace(total, Ok(C::Part::default()));
            *account = Account::Done(self.counting.finish(zone, total));
        }
    }

    /// The results, `[zone][band]`.
    fn close(self) -> Vec<Vec<C::Done>> {
        let done = |account: Mutex<Account<C>>| match account
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
        {
            Account::Done(done) => done,
            Account::Open { .. } => {
                unreachable!("invariant: every strip of a zone belongs to a cluster")
            }
        };
        let mut accounts = self.accounts.into_iter().map(done);
        let zones = accounts.len().checked_div(self.bands).unwrap_or(0);
        (0..zones)
            .map(|_| accounts.by_ref().take(self.bands).collect())
            .collect()
    }
}
