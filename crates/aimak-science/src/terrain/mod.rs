//! Terrain from a DEM.
