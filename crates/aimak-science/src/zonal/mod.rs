//! Exact-coverage zonal statistics.
