"""Figures of 2,000 plots and 500 species, a Bray-Curtis matrix, curves of 20 assemblages: aimak, vegan, scikit-bio on one table.

    apt-get install r-cran-vegan
    python3 -m pip install "numpy<2.3" scikit-bio
    cargo build --release
    python3 benches/peers/diversity.py FOLDER target/release [RUNS]

Whole commands, their start and the reading of the table included: aimak and R read the same long CSV, Python the same counts as
an array. iNEXT is not in Debian: its figure is that of STATISTICS, quoted. The median of RUNS (3) is printed; load is told, because
wall times mean nothing without it.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy

FOLDER, BINARIES = Path(sys.argv[1]), Path(sys.argv[2])
RUNS = int(sys.argv[3]) if len(sys.argv) > 3 else 3
PLOTS, SPECIES, ASSEMBLAGES = 2000, 500, 20
SEED = 20261130

VEGAN = """
suppressMessages(library(vegan))
long <- read.csv("{table}")
counts <- unclass(xtabs(count ~ plot + species, long))
{work}
"""
FIGURES = "x <- diversity(counts); y <- diversity(counts, 'simpson'); z <- specnumber(counts); e <- estimateR(counts); write.csv(cbind(x, y, z, t(e)), '{out}')"
MATRIX = FIGURES + "; write.csv(as.matrix(vegdist(counts, 'bray')), '{out}.pairs')"
BIO = """
import numpy, csv
from skbio.diversity import alpha_diversity, beta_diversity
counts = numpy.load("{array}")
{work}
"""
BIO_FIGURES = "out = [alpha_diversity(m, counts) for m in ('shannon', 'simpson', 'observed_features', 'chao1', 'ace')]; numpy.savetxt('{out}', numpy.array(out).T)"
BIO_MATRIX = BIO_FIGURES + "; numpy.savetxt('{out}.pairs', beta_diversity('braycurtis', counts).data, delimiter=',')"


def counts(plots: int, salt: int) -> numpy.ndarray:
    """Log-normal abundances, drawn anew on each plot: about 60 species and 150 stems."""
    random = numpy.random.default_rng(SEED + salt)
    pool = random.lognormal(0, 1.6, SPECIES)
    shares = pool * random.lognormal(0, 1.0, (plots, SPECIES))
    return random.poisson(150 * shares / shares.sum(axis=1, keepdims=True))


def long_table(path: Path, table: numpy.ndarray) -> None:
    with path.open("w") as file:
        file.write("plot,species,count\n")
        for plot, species in zip(*numpy.nonzero(table)):
            file.write(f"p{plot:04d},s{species:03d},{table[plot, species]}\n")


def timed(command: list[str]) -> tuple[float, float, float]:
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command[:3]} ended with {status}")
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def row(name: str, command: list[str]) -> None:
    timed(command)
    runs = [timed(command) for _ in range(RUNS)]
    wall, cpu, memory = (statistics.median(column) for column in zip(*runs))
    print(f"| {name} | {wall:.2f} | {cpu:.2f} | {memory:.0f} |", flush=True)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    table, few, array, out = (FOLDER / name for name in ("plots.csv", "assemblages.csv", "counts.npy", "out.csv"))
    found = counts(PLOTS, 0)
    long_table(table, found)
    long_table(few, 20 * counts(ASSEMBLAGES, 1))
    numpy.save(array, found)
    pairs, curves = FOLDER / "pairs.csv", FOLDER / "curves.csv"
    aimak = [str(BINARIES / "aimak"), "diversity", "--quiet", "--by", "plot", "--out", str(out)]
    r = lambda work: ["Rscript", "-e", VEGAN.format(table=table, work=work.format(out=out))]
    python = lambda work: [sys.executable, "-c", BIO.format(array=array, work=work.format(out=out))]
    print(f"load {os.getloadavg()[0]:.1f} at the start\n\n| | wall s | CPU s | peak MB |\n|---|---|---|---|")
    plots = [*aimak, "--counts", str(table), "--bootstraps", "0"]
    row("`aimak diversity`: figures and estimators of every plot", plots)
    row("vegan: diversity, specnumber, estimateR", r(FIGURES))
    row("scikit-bio: shannon, simpson, observed, chao1, ace", python(BIO_FIGURES))
    row("`aimak diversity --matrix`: figures, and Bray-Curtis of all pairs", [*plots, "--matrix", str(pairs)])
    row("vegan: the same figures, and vegdist", r(MATRIX))
    row("scikit-bio: the same figures, and beta_diversity", python(BIO_MATRIX))
    row("`aimak diversity --curve`: 20 assemblages, 200 draws", [*aimak, "--counts", str(few), "--curve", str(curves)])
    print("| iNEXT, 20 assemblages, 200 draws (quoted: STATISTICS) | 90 | | |")


if __name__ == "__main__":
    main()
