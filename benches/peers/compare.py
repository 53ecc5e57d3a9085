"""Ours beside named peers on the same inputs in one run: wall time, CPU time, peak memory, and whether the numbers agree.

    python3 -m pip install exactextract==0.3.0 rasterstats==0.21.0 geopandas rasterio pymannkendall==1.4.3 numba
    python3 benches/peers/inputs.py /tmp/inputs
    cargo build --release
    python3 benches/peers/compare.py /tmp/inputs target/release/aimak [RUNS]

Each competitor is a process of its own; the time of starting it counts, and is shown for a process that does nothing but
import its libraries. The median of RUNS (3) is printed, and ratios to the first line of each table.
"""

import csv
import os
import resource
import statistics
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

INPUTS, AIMAK = Path(sys.argv[1]), sys.argv[2]
RUNS = int(sys.argv[3]) if len(sys.argv) > 3 else 3
RASTER, ZONES, PLOTS = INPUTS / "raster.tif", INPUTS / "tessellation.gpkg", INPUTS / "plots.gpkg"
OUT = INPUTS / "out"
MOMENTS = "count,mean,min,max,stdev"

DECODE = """
import sys, threading, rasterio
from rasterio.windows import Window
path, threads = sys.argv[1], int(sys.argv[2])
with rasterio.open(path) as file:
    rows, width, height, block = iter(range(0, file.height, 512)), file.width, file.height, 512
lock = threading.Lock()
def work():
    with rasterio.open(path) as file:
        while True:
            with lock:
                row = next(rows, None)
            if row is None:
                return
            file.read(1, window=Window(0, row, width, min(block, height - row)))
workers = [threading.Thread(target=work) for _ in range(threads)]
[worker.start() for worker in workers]
[worker.join() for worker in workers]
"""
EXACTEXTRACT = """
import sys, geopandas
from exactextract import exact_extract
zones = geopandas.read_file(sys.argv[2]).rename(columns={"zone": "name"})
found = exact_extract(sys.argv[1], zones, sys.argv[3].split(","), include_cols=["name"], output="pandas")
found.rename(columns={"name": "zone"}).to_csv(sys.argv[4], index=False)
"""
RASTERSTATS = """
import sys, csv
from rasterstats import zonal_stats
import geopandas
zones = geopandas.read_file(sys.argv[2])
found = zonal_stats(zones, sys.argv[1], stats=["count", "mean", "min", "max", "std"])
with open(sys.argv[3], "w") as file:
    writer = csv.writer(file)
    writer.writerow(["zone", "count", "mean"])
    writer.writerows([zone, row["count"], row["mean"]] for zone, row in zip(zones["zone"], found))
"""
NUMBA = """
import sys, numpy, numba
numba.set_num_threads(2)
@numba.njit(parallel=True)
def kernel(values):
    pixels, n = values.shape
    s, slope = numpy.empty(pixels, numpy.int32), numpy.empty(pixels, numpy.float64)
    for i in numba.prange(pixels):
        slopes = numpy.empty(n * (n - 1) // 2)
        total, k = 0, 0
        for a in range(n):
            for b in range(a + 1, n):
                difference = numpy.float64(values[i, b]) - numpy.float64(values[i, a])
                total += (difference > 0) - (difference < 0)
                slopes[k] = difference / (b - a)
                k += 1
        s[i] = total
        slope[i] = numpy.median(slopes)
    return s, slope
values = numpy.load(sys.argv[1])
s, slope = kernel(values)
numpy.save(sys.argv[2], slope)
"""
PYMANNKENDALL = """
import sys, numpy, pymannkendall
values = numpy.load(sys.argv[1])[: int(sys.argv[2])]
for series in values:
    pymannkendall.original_test(series)
"""


def busy() -> tuple[float, float]:
    """CPU seconds of the whole machine since it started, and of our children."""
    with open("/proc/stat") as file:
        user, nice, system, *_ = map(int, file.readline().split()[1:])
    ours = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (user + nice + system) / os.sysconf("SC_CLK_TCK"), ours.ru_utime + ours.ru_stime


def run(command: list[str]) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds, peak MB of one process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"failed: {' '.join(command)[:300]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measured(command: list[str]) -> tuple[float, float, float]:
    run(command)  # files are in the cache of the system for everybody
    runs = [run(command) for _ in range(RUNS)]
    return tuple(statistics.median(column) for column in zip(*runs))


def script(text: str, *args: object) -> list[str]:
    return [sys.executable, "-c", text, *map(str, args)]


def zonal(zones: Path, figures: str, name: str) -> list[str]:
    out = OUT / f"{name}.csv"
    return [AIMAK, "zonal", "--quiet", "--raster", str(RASTER), "--polygons", str(zones), "--id", "zone", "--stats", figures, "--out", str(out)]


def table(title: str, lines: list[tuple[str, list[str]]]) -> None:
    print(f"\n### {title}\n\n| | wall s | CPU s | peak MB | wall ratio | CPU ratio |\n|---|---|---|---|---|---|")
    first = None
    for name, command in lines:
        wall, cpu, memory = measured(command)
        first = first or (wall, cpu)
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | {wall / first[0]:.2f} | {cpu / first[1]:.2f} |", flush=True)


def column(path: Path, name: str) -> dict[str, float]:
    with open(path) as file:
        return {row["zone"]: float(row[name]) for row in csv.DictReader(file) if row[name]}


def agreement(ours: str, theirs: str, names: list[str]) -> None:
    worst = []
    for name in names:
        a, b = column(OUT / f"{ours}.csv", name), column(OUT / f"{theirs}.csv", name)
        worst.append(f"{name} {max(abs(a[zone] - b[zone]) / max(abs(b[zone]), 1e-9) for zone in b):.1e}")
    print(f"\nLargest relative difference of {ours} and {theirs}: {', '.join(worst)}", flush=True)


def main() -> None:
    OUT.mkdir(exist_ok=True)
    print(f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    before = busy()
    exact = "count,mean,min,max,stdev"
    table("500 polygons that fill the raster: count, mean, min, max, stdev", [
        ("aimak zonal", zonal(ZONES, MOMENTS, "aimak_zones")),
        ("aimak zonal, 1 thread", [*zonal(ZONES, MOMENTS, "aimak_zones_1"), "--threads", "1"]),
        ("aimak zonal with median and majority", zonal(ZONES, f"{MOMENTS},median,majority", "aimak_values")),
        ("GDAL decode alone (rasterio), 2 threads", script(DECODE, RASTER, 2)),
        ("starting Python with rasterio", script("import rasterio")),
        (f"exactextract {version('exactextract')} (Python)", script(EXACTEXTRACT, RASTER, ZONES, exact, OUT / "exactextract_zones.csv")),
        ("exactextract with median and majority", script(EXACTEXTRACT, RASTER, ZONES, f"{exact},median,majority", OUT / "exactextract_values.csv")),
        (f"rasterstats {version('rasterstats')} (cell centres)", script(RASTERSTATS, RASTER, ZONES, OUT / "rasterstats_zones.csv")),
    ])
    agreement("aimak_zones", "exactextract_zones", exact.split(","))
    agreement("aimak_values", "exactextract_values", ["median", "majority"])
    table("500 overlapping plots: count, mean, min, max, stdev", [
        ("aimak zonal", zonal(PLOTS, MOMENTS, "aimak_plots")),
        (f"exactextract {version('exactextract')} (Python)", script(EXACTEXTRACT, RASTER, PLOTS, exact, OUT / "exactextract_plots.csv")),
        (f"rasterstats {version('rasterstats')} (cell centres)", script(RASTERSTATS, RASTER, PLOTS, OUT / "rasterstats_plots.csv")),
    ])
    agreement("aimak_plots", "exactextract_plots", exact.split(","))
    series = INPUTS / "series.npy"
    table("Mann-Kendall and Sen slope, a million pixels of 24 years", [
        ("aimak trend (reads 24 GeoTIFF bands, writes four maps)", [AIMAK, "trend", "--quiet", "--raster", str(INPUTS / "series.tif"), "--out", str(OUT / "trend")]),
        ("numba kernel, 2 threads (reads and writes .npy)", script(NUMBA, series, OUT / "slope.npy")),
        ("starting Python with numba", script("import numba, numpy")),
        (f"pymannkendall {version('pymannkendall')}, 2,000 pixels (times 500)", script(PYMANNKENDALL, series, 2000)),
    ])
    machine, ours = (after - start for after, start in zip(busy(), before))
    print(f"\nCPU of others meanwhile: {machine - ours:.0f} s; of what was measured: {ours:.0f} s")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
