"""Labels of judged crops, checked by eye: what the reader gets right when wrong labels are corrected."""
import os
from collections import Counter
from dataclasses import dataclass

FILE = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "configs", "reader_labels.tsv")
RIGHT, UNREADABLE = "=", "?"


@dataclass(frozen=True)
class Checked:
    """Rows of the judged crops with their right texts, and how many labels of each source were found wrong or past telling."""
    rows: list
    corrected: Counter
    unreadable: Counter


def read_verdicts(path=FILE):
    """{crop: "=" for a right label, "?" where a symbol can't be told by eye, else the text that stands there}."""
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    return dict(lines[1:])


def check(rows, verdicts):
    """Rows as `evaluate.read` gives them; corrected where the label is wrong, left out where a symbol can't be told."""
    kept, corrected, unreadable = [], Counter(), Counter()
    for row in rows:
        verdict = verdicts.get(row["name"], RIGHT)
        if verdict == UNREADABLE:
            unreadable[row["source"]] += 1
            continue
        if verdict not in (RIGHT, row["truth"]):
            corrected[row["source"]] += 1
            row = {**row, "truth": verdict}
        kept.append(row)
    return Checked(kept, corrected, unreadable)
