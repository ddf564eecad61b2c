"""Medians and ranges of the turns of bench/store/run.sh, and how they stand to each other.

    report.py FIGURES"""

import statistics
import sys

FIGURES = [
    ("acks_per_s", "acknowledged/s", 0),
    ("entries_per_cpu_s", "entries per CPU s", 0),
    ("published_per_s", "published/s", 0),
    ("published_entries_per_cpu_s", "published per CPU s", 0),
    ("p50_ms", "p50 ms", 1),
    ("p99_ms", "p99 ms", 1),
]
# Whose figures stand side by side: Tessera's batches of 256 are filled by 1,024 writers, those of 4,096 by 8,192.
PAIRS = [("256", "1024"), ("4096", "8192")]


def main(path):
    turns = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = dict(word.split("=", 1) for word in line.split())
            turns.setdefault((row["who"], row["batch"]), []).append(row)

    def median(who, batch, figure):
        rows = turns.get((who, batch), [])
        return statistics.median(float(row[figure]) for row in rows) if rows else None

    print(f"{'':28}" + "".join(f"{title:>30}" for _, title, _ in FIGURES))
    for (who, batch), rows in turns.items():
        cells = []
        for figure, _, digits in FIGURES:
            values = sorted(float(row[figure]) for row in rows)
            cells.append(f"{statistics.median(values):,.{digits}f} [{values[0]:,.{digits}f}–{values[-1]:,.{digits}f}]")
        print(f"{who + ' ' + batch:28}" + "".join(f"{cell:>30}" for cell in cells))
    for batch, writers in PAIRS:
        for who, size in (("armistice-batch", batch), ("armistice-writers", writers)):
            ratios = []
            for figure, title, _ in FIGURES[:4]:
                ours, theirs = median(who, size, figure), median("tessera", batch, figure)
                if ours and theirs:
                    ratios.append(f"{title} {ours / theirs:.2f}×")
            if ratios:
                print(f"{who} {size} to tessera {batch}: " + ", ".join(ratios))


if __name__ == "__main__":
    main(sys.argv[1])
