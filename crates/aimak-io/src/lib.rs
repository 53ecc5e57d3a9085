//! The room with the doors: reads and writes files, and the only one that links GDAL, PROJ and polars.
