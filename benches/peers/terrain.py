"""`aimak terrain` beside GRASS and pysheds on the same DEMs: wall time, CPU time, peak memory, and growth with the DEM.

    sudo apt-get install grass-core
    python3 -m pip install "numpy<2.3" rasterio pysheds==0.5
    cargo build --release && cargo build --release -p aimak-science --example terrain_speed
    python3 benches/peers/terrain.py /tmp/dems target/release [RUNS]

Competitors are processes of their own, with the time of starting them. The DEMs are those of `terrain_speed`: hills of many
sizes under a metre of noise, in decimetres, every tenth cell in a hollow. GRASS fills nothing (it searches least-cost paths), so
what is compared is the work until accumulation and slope are known. The median of RUNS (3) is printed.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

import numpy
import rasterio
from rasterio.transform import from_origin

FOLDER, BINARIES = Path(sys.argv[1]), Path(sys.argv[2])
RUNS = int(sys.argv[3]) if len(sys.argv) > 3 else 3
SIDES = [1000, 2000, 3000, 6000]
CELL_M = 30.0

GRASS = """
r.in.gdal -o input={dem} output=dem --quiet
g.region raster=dem
r.slope.aspect elevation=dem slope=slope format=percent --quiet
r.watershed elevation=dem accumulation=acc drainage=dir {flags} --quiet
"""
PYSHEDS = """
import sys
from pysheds.grid import Grid
grid = Grid.from_raster(sys.argv[1])
dem = grid.read_raster(sys.argv[1])
filled = grid.resolve_flats(grid.fill_depressions(grid.fill_pits(dem)))
routing = sys.argv[2]
grid.accumulation(grid.flowdir(filled, routing=routing), routing=routing)
"""


def noise(side: int) -> numpy.ndarray:
    """Between 0 and 1; the finaliser of MurmurHash3, as in terrain_speed."""
    bits = numpy.arange(side * side, dtype=numpy.uint32) ^ numpy.uint32(0x9E3779B9)
    bits = (bits ^ (bits >> 16)) * numpy.uint32(0x85EBCA6B)
    bits = (bits ^ (bits >> 13)) * numpy.uint32(0xC2B2AE35)
    return ((bits ^ (bits >> 16)) / 4294967296.0).reshape(side, side)


def dem(side: int) -> Path:
    path = FOLDER / f"dem_{side}.tif"
    if not path.exists():
        y, x = numpy.mgrid[0:side, 0:side].astype(float)
        heights = 1800 + noise(side)
        for length, metres in [(900, 400), (210, 90), (47, 18), (11, 3)]:
            heights += metres * numpy.sin((x + 0.3 * y) / length) * numpy.cos(y / length)
        profile = dict(
            driver="GTiff", width=side, height=side, count=1, dtype="float32", nodata=-9999.0, crs="EPSG:32643", tiled=True,
            transform=from_origin(300_000, 4_800_000, CELL_M, CELL_M), compress="deflate", predictor=3,
        )
        with rasterio.open(path, "w", **profile) as file:
            file.write((numpy.round(heights * 10) / 10).astype("float32"), 1)
    return path


def run(command: list[str]) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds with all children, peak MB of the largest process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"failed: {' '.join(command)[:300]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def line(name: str, command: list[str], runs: int = RUNS) -> None:
    wall, cpu, memory = (statistics.median(column) for column in zip(*(run(command) for _ in range(runs))))
    print(f"| {name} | {wall:.2f} | {cpu:.2f} | {memory:.0f} |", flush=True)


def aimak(path: Path, routing: str, *more: str) -> list[str]:
    out = str(FOLDER / "out")
    return [str(BINARIES / "aimak"), "terrain", "--quiet", "--dem", str(path), "--routing", routing, "--out", out, *more]


def grass(path: Path, flags: str, work: Path) -> list[str]:
    file = work / f"watershed{flags}.sh"
    file.write_text(GRASS.format(dem=path, flags=flags))
    return ["grass", "--tmp-location", str(path), "--exec", "sh", "-e", str(file)]


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    print(f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    work = Path(tempfile.mkdtemp())
    for side in SIDES:
        path = dem(side)
        print(f"\n### {side} x {side}\n\n| | wall s | CPU s | peak MB |\n|---|---|---|---|")
        line("aimak terrain, MFD: seven maps written", aimak(path, "mfd"))
        line("aimak terrain, D8: seven maps written", aimak(path, "d8"))
        if shutil.which("grass") and side <= 3000:
            line("GRASS r.in.gdal, r.slope.aspect, r.watershed MFD", grass(path, "", work))
            line("GRASS r.in.gdal, r.slope.aspect, r.watershed D8 (-s)", grass(path, "-s", work))
        if side <= 1000:
            for routing in ["d8", "mfd"]:
                line(f"pysheds {version('pysheds')}, {routing}", [sys.executable, "-c", PYSHEDS, str(path), routing], 1)
    print("\n### in memory, by step (processor seconds)\n", flush=True)
    subprocess.run([str(BINARIES / "examples/terrain_speed"), *map(str, SIDES)], check=True)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
