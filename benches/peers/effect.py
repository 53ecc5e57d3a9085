"""Effects by cohort and period of 1,000 units and 20 periods, event study and 1,000 draws: aimak, csdid, diff-diff on one CSV.

    python3 -m pip install csdid==0.4.3 diff-diff==3.13.0
    cargo build --release
    python3 benches/peers/effect.py FOLDER target/release [RUNS]

Whole commands, their start and the reading of the table included; the start of each Python peer alone (its imports) stands beside
it. did of R is not in Debian: its figure is that of STATISTICS, quoted. What each has drawn stands in its row: aimak puts more together than is
asked of the others. The median of RUNS (3) is printed; load is told, because wall times mean nothing without it. Effects and analytic
errors of the two peers are compared before anything is timed: who finds something else is not timed as if he had found it.
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
UNITS, PERIODS, DRAWS, INDICATORS = 1000, 20, 1000, 60
SEED = 20261130

CSDID_IMPORT = "import pandas, numpy; from csdid.att_gt import ATTgt"
CSDID = CSDID_IMPORT + """
numpy.random.seed(1)
data = pandas.read_csv('{table}').fillna({{'treated_from': 0}})
data['number'] = data['unit'].factorize()[0] + 1
found = ATTgt(yname='outcome', tname='time', idname='number', gname='treated_from', data=data, control_group='nevertreated',
              xformla=None, biters={draws}).fit(est_method='dr', base_period='varying', bstrap={bootstrap})
"""
CSDID_EVENTS = CSDID + "found.aggte(typec='dynamic', bstrap=True, cband=True, biters={draws})"
DIFF_IMPORT = "import pandas; from diff_diff import CallawaySantAnna"
DIFF = DIFF_IMPORT + """
data = pandas.read_csv('{table}').fillna({{'treated_from': 0}})
found = CallawaySantAnna(n_bootstrap={bootstrap}, seed=1, bootstrap_weights='rademacher').fit(
    data, 'outcome', 'unit', 'time', 'treated_from', aggregate={aggregate})
"""
PRINT_CSDID = """
for g, t, att, se in zip(*(found.results[key] for key in ('group', 'year', 'att', 'se'))):
    print(int(g), int(t), float(att), float(se))
"""
PRINT_DIFF = """
for (g, t), cell in found.group_time_effects.items():
    print(int(g), int(t), float(cell['effect']), float(cell['se']))
"""


def panel(path: Path) -> None:
    """A quarter never treated, the others beginning in one of 19 periods; an effect that grows; units and periods of their own."""
    random = numpy.random.default_rng(SEED)
    level, year = random.normal(0, 2, UNITS), random.normal(0, 1, PERIODS)
    with path.open("w") as file:
        file.write("unit,time,outcome,treated_from\n")
        for unit in range(UNITS):
            start = None if unit % 4 == 0 else 2001 + int(random.integers(PERIODS - 1))
            for period in range(PERIODS):
                time_, effect = 2000 + period, 0.0
                if start is not None and time_ >= start:
                    effect = 0.1 * (time_ - start + 1)
                outcome = level[unit] + year[period] + effect + random.normal()
                file.write(f"u{unit:04d},{time_},{outcome:.6f},{start or ''}\n")


def small_panels(folder: Path) -> list[Path]:
    """Sixty indicators of 28 aimaks over eight years: 14 begin in one of three years, the others never; half of the indicators move."""
    random = numpy.random.default_rng(SEED)
    paths = []
    for indicator in range(INDICATORS):
        path = folder / f"indicator{indicator:02d}.csv"
        year, effect = random.normal(0, 1, 8), 1.0 if indicator % 2 else 0.0
        with path.open("w") as file:
            file.write("unit,time,outcome,treated_from\n")
            for unit in range(28):
                start, level = (2015 + unit % 3 if unit % 2 else None), random.normal(0, 2)
                for period in range(8):
                    treated = start is not None and 2012 + period >= start
                    outcome = level + year[period] + effect * treated + random.normal()
                    file.write(f"a{unit:02d},{2012 + period},{outcome:.6f},{start or ''}\n")
        paths.append(path)
    return paths


def timed(command: list[str]) -> tuple[float, float, float]:
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command[:3]} ended with {status}")
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def row(name: str, command: list[str]) -> None:
    timed(command)
    runs = [timed(command) for _ in range(RUNS)]
    wall, cpu, memory = (statistics.median(column) for column in zip(*runs))
    print(f"| {name} | {wall:.2f} | {cpu:.2f} | {memory:.0f} |", flush=True)


def cells(script: str) -> dict[tuple[int, int], tuple[float, float]]:
    lines = subprocess.run([sys.executable, "-W", "ignore", "-c", script], check=True, capture_output=True, text=True).stdout.splitlines()
    # csdid greets and reports on the same stream
    fields = [line.split() for line in lines]
    rows = [row for row in fields if len(row) == 4 and row[0].isdigit() and row[1].isdigit()]
    return {(int(g), int(t)): (float(att), float(se)) for g, t, att, se in rows}


def agree(table: Path) -> None:
    one = cells(CSDID.format(table=table, draws=DRAWS, bootstrap=False) + PRINT_CSDID)
    other = cells(DIFF.format(table=table, bootstrap=0, aggregate=None) + PRINT_DIFF)
    shared = one.keys() & other.keys()
    if not shared:
        raise SystemExit("the peers share no cell")
    far = max(abs(a - b) for cell in shared for a, b in zip(one[cell], other[cell]))
    print(f"csdid {len(one)} cells, diff-diff {len(other)}, {len(shared)} of both: effects and errors at most {far:.1e} apart\n")


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    table, out = FOLDER / "panel.csv", FOLDER / "out"
    panel(table)
    agree(table)
    aimak = [str(BINARIES / "aimak"), "effect", "--panel", str(table), "--unit", "unit", "--time", "time", "--outcome", "outcome"]
    aimak += ["--treated-from", "treated_from", "--draws", str(DRAWS), "--permutations", "999", "--out", str(out)]
    python = lambda script: [sys.executable, "-W", "ignore", "-c", script]
    print(f"load {os.getloadavg()[0]:.1f} at the start\n\n| | wall s | CPU s | peak MB |\n|---|---|---|---|")
    if (BINARIES / "aimak").exists():
        row("`aimak effect`: cells, all aggregations with 1,000 draws each, leads, 999 lots, checks, every unit left out once, tables and pictures", aimak)
    row("csdid: cells and event study, 1,000 draws each", python(CSDID_EVENTS.format(table=table, draws=DRAWS, bootstrap=True)))
    row("csdid: its imports alone", python(CSDID_IMPORT))
    row("diff-diff: cells and event study, 1,000 draws", python(DIFF.format(table=table, bootstrap=DRAWS, aggregate="'event_study'")))
    row("diff-diff: its imports alone", python(DIFF_IMPORT))
    print("| did 2.5.1, 1,000 draws (quoted: STATISTICS) | 3.4 | | |")
    if (BINARIES / "aimak").exists():
        runs = [timed([part.replace(str(table), str(path)) for part in aimak]) for path in small_panels(FOLDER)]
        wall, cpu = (sum(column) for column in list(zip(*runs))[:2])
        print(f"\nThe whole ladder for {INDICATORS} indicators x 28 aimaks x 999 permutations, a command each: {wall:.1f} s wall, {cpu:.1f} s CPU")


if __name__ == "__main__":
    main()
