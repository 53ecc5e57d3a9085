//! Links the system's PROJ, the same one GDAL uses.
//!
//! `proj-sys` on its own would see a PROJ older than 9.6 and silently compile a second copy from source; two PROJs in one
//! process disagree about grids and databases. Its feature `nobuild` turns that off, and this script names the library.
fn main() {
    pkg_config::Config::new()
        .atleast_version("8.1")
        .probe("proj")
        .expect("PROJ is installed (apt: libproj-dev)");
}
