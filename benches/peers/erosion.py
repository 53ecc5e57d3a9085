"""The chain from a DEM to export and deposition: in memory, by the command, and beside peers on the same DEMs.

    apt-get install grass-core
    python3 -m pip install "numpy<2.3" rasterio pysheds==0.5
    cargo build --release && cargo build --release -p aimak-science --example erosion_cost --example terrain_speed
    python3 benches/peers/erosion.py /tmp/dems target/release [RUNS]

The DEMs are those of `terrain.py`; R, K, C and P are rasters of their own for the command, as InVEST's run had them. InVEST has no
Linux wheel: its stored figures are quoted with their source. GRASS and pysheds do the first half only, from the DEM to what drains
through a cell. Rows whose program is missing are left out and named. The median of RUNS (3) is printed; load is told, because
wall times mean nothing without it.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy
import rasterio
import terrain

FOLDER, BINARIES, RUNS = terrain.FOLDER, terrain.BINARIES, terrain.RUNS
SIDES = [1000, 2000, 3000, 6000]
HEAD = "| | wall s | CPU s | peak MB |\n|---|---|---|---|"
INVEST = """| InVEST SDR 3.20, MFD, 3000 x 3000, 1 worker (quoted) | 74.9 | 75.8 | 1270 |
| InVEST SDR 3.20, MFD, 3000 x 3000, 2 workers (quoted) | 60.9 | 76.8 | 1270 |

InVEST's rows: RASTER_PEERS section 6, measured once on an idle machine with 2 cores, another DEM; files are part of its run.
"""
FACTORS = {"erosivity": (400, 900), "erodibility": (0.02, 0.05), "cover": (0.01, 0.4), "practice": (0.5, 1.0)}
WHOLE = re.compile(r"x \d+: ([\d.]+) s, ([\d.]+) CPU s, peak (\d+) MB")
STEP = re.compile(r"^(\S.*?) +([\d.]+) s +\d+ MB$")
# from the DEM to the accumulation, as the chain does it; then as `aimak terrain` does it
PACKED = ["filled", "plateaus", "MFD in 16 bits", "its order", "its accumulation"]
PLAIN = ["filled", "plateaus", "MFD order", "MFD accumulation"]


def row(name: str, figures: list[tuple[float, float, float]]) -> None:
    wall, cpu, memory = (statistics.median(column) for column in zip(*figures))
    print(f"| {name} | {wall:.2f} | {cpu:.2f} | {memory:.0f} |", flush=True)


def told(example: str, *arguments: str) -> str:
    command = [str(BINARIES / "examples" / example), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def in_memory(side: int, rules: str) -> tuple[float, float, float]:
    wall, cpu, memory = WHOLE.search(told("erosion_cost", str(side), rules)).groups()
    return float(wall), float(cpu), float(memory)


def accumulation(side: int) -> None:
    """Processor seconds from the DEM to what drains through a cell; noise of 1 m, that of the DEM which peers get."""
    runs = []
    for _ in range(RUNS):
        mild = told("terrain_speed", str(side)).split("noise of 10 m")[0]
        runs.append({match[1]: float(match[2]) for match in map(STEP.match, mild.splitlines()) if match})
    for name, steps in [("shares in 16 bits, as erosion", PACKED), ("plain shares, as `aimak terrain`", PLAIN)]:
        cpu = statistics.median(sum(run[step] for step in steps) for run in runs)
        print(f"| filling, plateaus, MFD, accumulation in memory: {name} | | {cpu:.2f} | |", flush=True)


def factor(name: str, side: int) -> Path:
    """A factor on the grid of the DEM, the same over blocks of 64 cells as a map of soils or fields is."""
    path = FOLDER / f"{name}_{side}.tif"
    if not path.exists():
        low, high = FACTORS[name]
        blocks = -(-side // 64)
        coarse = low + (high - low) * numpy.random.default_rng(len(name)).random((blocks, blocks))
        values = numpy.kron(coarse, numpy.ones((64, 64)))[:side, :side].astype("float32")
        with rasterio.open(terrain.dem(side)) as dem:
            profile = dem.profile | {"predictor": 3}
        with rasterio.open(path, "w", **profile) as file:
            file.write(values, 1)
    return path


def aimak(side: int, rules: str) -> list[str]:
    factors = [part for name in FACTORS for part in (f"--{name}", str(factor(name, side)))]
    out = ["--ls", rules, "--out", str(FOLDER / "out_erosion")]
    return [str(BINARIES / "aimak"), "erosion", "--quiet", "--dem", str(terrain.dem(side)), *factors, *out]


def knows_erosion() -> bool:
    command = [str(BINARIES / "aimak"), "erosion", "--help"]
    return (BINARIES / "aimak").exists() and subprocess.run(command, capture_output=True).returncode == 0


def size(side: int, work: Path, has_command: bool) -> None:
    path = terrain.dem(side)
    print(f"\n### {side} x {side}, load {os.getloadavg()[0]:.1f}\n\n{HEAD}")
    for rules, name in [("metres", "metres, the default"), ("invest", "InVEST's rules")]:
        row(f"chain in memory, MFD, {name}", [in_memory(side, rules) for _ in range(RUNS)])
    if has_command:
        terrain.line("`aimak erosion`, MFD, metres: six maps", aimak(side, "desmet-govers"))
        terrain.line("`aimak erosion`, MFD, InVEST's rules: six maps", aimak(side, "invest"))
    accumulation(side)
    if shutil.which("grass") and side <= 3000:
        terrain.line("GRASS r.in.gdal, r.slope.aspect, r.watershed MFD", terrain.grass(path, "", work))
    if side <= 1000:
        pysheds = [sys.executable, "-c", terrain.PYSHEDS, str(path), "mfd"]
        terrain.line("pysheds, filling, flats, MFD, accumulation (one run)", pysheds, 1)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    has_command = knows_erosion()
    missing = [name for name, found in [("aimak erosion", has_command), ("grass", shutil.which("grass"))] if not found]
    print(f"{os.cpu_count()} cores; not here: {', '.join(missing) or 'nothing'}")
    print(f"\n### quoted\n\n{HEAD}\n{INVEST}")
    work = Path(tempfile.mkdtemp())
    for side in SIDES:
        size(side, work, has_command)


if __name__ == "__main__":
    main()
