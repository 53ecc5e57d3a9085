"""Generated inputs, the same for every competitor: a raster, polygons that fill it, plots that overlap, a series.

python3 inputs.py FOLDER [SIDE]     SIDE cells on a side, 10,000 if not given
"""

import sys
from pathlib import Path

import geopandas
import numpy
import rasterio
from rasterio.transform import from_origin
from shapely import Polygon
from shapely.geometry import Point

CELL_M = 10.0
CRS = "EPSG:32643"
TILE = 512
SEED = 20261124


def surface(side: int, row: int, rows: int, noise: numpy.random.Generator) -> numpy.ndarray:
    """Some rows of hills with noise, so that the file compresses as an image does and not as a constant."""
    y = (row + numpy.arange(rows))[:, None] / side
    x = numpy.arange(side)[None, :] / side
    hills = 900 + 300 * numpy.sin(9 * x + 2 * y) + 250 * numpy.cos(13 * y - 3 * x)
    return (hills + noise.normal(0, 12, (rows, side))).round(1).astype("float32")


def write_raster(path: Path, side: int) -> None:
    """Tiled float32 with DEFLATE, 0.5 % of it nodata in blots."""
    noise = numpy.random.default_rng(SEED)
    profile = dict(
        driver="GTiff", width=side, height=side, count=1, dtype="float32", nodata=-9999.0, crs=CRS,
        transform=from_origin(300_000, 4_800_000, CELL_M, CELL_M), tiled=True, blockxsize=TILE, blockysize=TILE,
        compress="deflate", predictor=3,
    )
    with rasterio.open(path, "w", **profile) as file:
        for row in range(0, side, TILE):
            rows = min(TILE, side - row)
            block = surface(side, row, rows, noise)
            for _ in range(3):
                top, left = int(noise.integers(0, rows)), int(noise.integers(0, side))
                block[top : top + 60, left : left + 300] = -9999.0
            file.write(block, 1, window=((row, row + rows), (0, side)))


def tessellation(side: int, across: int, down: int) -> geopandas.GeoDataFrame:
    """Crooked quadrilaterals that fill the raster without gap or overlap; neighbours share their wavy borders."""
    random = numpy.random.default_rng(SEED + 1)
    width, height = side * CELL_M / across, side * CELL_M / down
    node = {}
    for i in range(across + 1):
        for j in range(down + 1):
            dx = random.uniform(-0.3, 0.3) * width if 0 < i < across else 0.0
            dy = random.uniform(-0.3, 0.3) * height if 0 < j < down else 0.0
            node[i, j] = (300_000 + i * width + dx, 4_800_000 - j * height - dy)

    def border(a, b):
        (xa, ya), (xb, yb) = sorted((node[a], node[b]))
        edge = a[0] == b[0] and a[0] in (0, across) or a[1] == b[1] and a[1] in (0, down)
        steps = numpy.linspace(0, 1, 24)
        wave = 0.0 if edge else 0.04 * numpy.sin(steps * numpy.pi * 6)
        points = list(zip(xa + (xb - xa) * steps - (yb - ya) * wave, ya + (yb - ya) * steps + (xb - xa) * wave))
        return points if (xa, ya) == node[a] else points[::-1]

    shapes = []
    for i in range(across):
        for j in range(down):
            corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1), (i, j)]
            ring = [point for a, b in zip(corners, corners[1:]) for point in border(a, b)[:-1]]
            shapes.append(Polygon(ring))
    return geopandas.GeoDataFrame({"zone": range(len(shapes))}, geometry=shapes, crs=CRS)


def plots(side: int, n: int) -> geopandas.GeoDataFrame:
    """Overlapping round plots of 25 m to 1,500 m radius."""
    random = numpy.random.default_rng(SEED + 2)
    extent = side * CELL_M
    middle = random.uniform(0.02, 0.98, (n, 2)) * extent
    radius = numpy.exp(random.uniform(numpy.log(25), numpy.log(1500), n))
    shapes = [Point(300_000 + x, 4_800_000 - y).buffer(r) for (x, y), r in zip(middle, radius)]
    return geopandas.GeoDataFrame({"zone": range(n)}, geometry=shapes, crs=CRS)


def write_series(path: Path, pixels: int, years: int) -> None:
    """Yearly values of pixels as float32, with noise and a faint trend: an array, and the same as bands of a raster."""
    random = numpy.random.default_rng(SEED + 3)
    slope = random.normal(0, 0.002, (pixels, 1))
    values = 0.4 + slope * numpy.arange(years) + random.normal(0, 0.03, (pixels, years))
    values = values.astype("float32")
    numpy.save(path, values)
    side = int(pixels**0.5)
    profile = dict(
        driver="GTiff", width=side, height=pixels // side, count=years, dtype="float32", crs=CRS, tiled=True, interleave="band",
        transform=from_origin(300_000, 4_800_000, CELL_M, CELL_M), compress="deflate",
    )
    with rasterio.open(path.with_suffix(".tif"), "w", **profile) as file:
        for year in range(years):
            file.write(values[:, year].reshape(pixels // side, side), year + 1)
            file.set_band_description(year + 1, str(2001 + year))


def main() -> None:
    folder = Path(sys.argv[1])
    side = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    folder.mkdir(parents=True, exist_ok=True)
    write_raster(folder / "raster.tif", side)
    tessellation(side, 25, 20).to_file(folder / "tessellation.gpkg")
    plots(side, 500).to_file(folder / "plots.gpkg")
    write_series(folder / "series.npy", 1_000_000 * side // 10_000, 24)


main()
