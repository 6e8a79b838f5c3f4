"""How well a reader reads crops that it never learnt from."""
import json
import math
from collections import defaultdict

import cv2
import numpy as np
import torch
import torch.nn.functional as F

from matricula_training.reader.alphabet import BLANK, best_path, encode
from matricula_training.reader.data import rectify

WIDTHS = (0, 50, 70, 90, 120, 180, 10**6)
_SAME = str.maketrans("OQI", "001")


def read(net, crops, margin, device, regions=(), temperature=1.0):
    """One row for each crop: truth, text, probability, what it is, how wide it is, and the likeliest of the `regions`."""
    rows, batch = [], 256
    net.eval()
    for k in range(0, len(crops), batch):
        part = crops[k:k + batch]
        images = np.stack([rectify(crop, net.shape.height, net.shape.width, margin) for crop in part])
        with torch.no_grad():
            logits, places = (out.float().cpu() for out in net(torch.from_numpy(images).to(device).permute(0, 3, 1, 2).float()))
        texts = best_path(logits)
        for crop, text, score, place in zip(part, texts, probability(logits / temperature, texts), places.argmax(1).tolist()):
            width = np.ptp(crop.corners[:, 0]) if crop.corners is not None else crop.image.shape[1]
            rows.append(dict(name=crop.name, source=crop.source, region=crop.region, truth="".join(crop.text), text="".join(text),
                             probability=float(score), place=regions[place] if regions else "", width=float(width), aspect=crop.image.shape[1] / crop.image.shape[0]))
    return rows


def probability(logits, texts):
    """Probability of each text over all of its CTC paths; of the best path alone it would miss dropped characters."""
    longest = max(1, max(map(len, texts)))
    padded = torch.tensor([encode(t) + [0] * (longest - len(t)) for t in texts]).view(len(texts), -1)
    lengths = torch.tensor([len(t) for t in texts])
    logprobs = F.log_softmax(logits, -1).transpose(0, 1)
    negative = F.ctc_loss(logprobs, padded, torch.full_like(lengths, logprobs.shape[0]), lengths, blank=BLANK, reduction="none", zero_infinity=True)
    return torch.exp(-negative)


def same(text):
    """The text with O, Q as 0 and I as 1: which of them stands on a plate is settled by its format, not by its look."""
    return text.translate(_SAME)


def distance(a, b):
    """Edits between two texts."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a):
        before, row[0] = row[0], i + 1
        for j, y in enumerate(b):
            before, row[j + 1] = row[j + 1], min(row[j + 1] + 1, row[j] + 1, before + (x != y))
    return row[-1]


def wilson(right, count, z=1.96):
    """95 % interval of a share."""
    if not count:
        return [0.0, 1.0]
    share, square = right / count, z * z
    middle = (share + square / (2 * count)) / (1 + square / count)
    half = z * math.sqrt(share * (1 - share) / count + square / (4 * count * count)) / (1 + square / count)
    return [round(middle - half, 4), round(middle + half, 4)]


def summary(rows):
    exact = sum(r["text"] == r["truth"] for r in rows)
    alike = sum(same(r["text"]) == same(r["truth"]) for r in rows)
    errors = sum(distance(r["text"], r["truth"]) for r in rows) / max(1, sum(len(r["truth"]) for r in rows))
    return dict(count=len(rows), exact=round(exact / max(1, len(rows)), 4), exact_interval=wilson(exact, len(rows)),
                alike=round(alike / max(1, len(rows)), 4), alike_interval=wilson(alike, len(rows)), character_error=round(errors, 4))


def tables(rows):
    """Summaries by source, region, width and shape, and how well the probabilities hold."""
    def by(key):
        parts = defaultdict(list)
        for row in rows:
            parts[str(key(row))].append(row)
        return {name: summary(part) for name, part in sorted(parts.items())}

    def band(row):
        k = next(k for k in range(len(WIDTHS) - 1) if row["width"] < WIDTHS[k + 1])
        return f"{WIDTHS[k]:03d}+"

    return dict(all=summary(rows), source=by(lambda r: r["source"]), region=by(lambda r: r["region"] or "mixed"), width=by(band),
                shape=by(lambda r: "tall" if r["aspect"] < 2.4 else "wide"), reliability=reliability(rows), places=places(rows))


def places(rows):
    """Where the region is known and more exact than a continent: how many are recognised, by country."""
    known = defaultdict(list)
    for row in rows:
        country = row["region"].split("-")[0]
        if country not in ("", "eu") and row.get("place"):
            known[country].append(row["place"].split("-")[0] == country)
    return {country: dict(count=len(right), recognised=round(sum(right) / len(right), 4)) for country, right in sorted(known.items())}


def reliability(rows, bins=(0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0001)):
    """By band of probability: how many, what was promised, what was right (O = 0, I = 1)."""
    out = []
    for low, high in zip(bins, bins[1:]):
        part = [r for r in rows if low <= r["probability"] < high]
        if part:
            right = np.mean([same(r["text"]) == same(r["truth"]) for r in part])
            out.append(dict(band=f"{low:.2f}", count=len(part), promised=round(float(np.mean([r["probability"] for r in part])), 4), right=round(float(right), 4)))
    return out


def brief(rows):
    """One line: exact and alike (O = 0, I = 1) by source."""
    parts = tables(rows)
    return "JUDGED " + " ".join(f"{name.split('/')[-1][:14]} {s['exact']:.3f}/{s['alike']:.3f}" for name, s in parts["source"].items()) + f" ALL {parts['all']['exact']:.4f}/{parts['all']['alike']:.4f}"


def fit_temperature(net, crops, margin, device):
    """The temperature at which the probabilities hold best: least cross entropy of "the text is right" over held-out crops."""
    images = np.stack([rectify(crop, net.shape.height, net.shape.width, margin) for crop in crops])
    with torch.no_grad():
        logits = torch.cat([net(torch.from_numpy(images[k:k + 256]).to(device).permute(0, 3, 1, 2).float())[0].float().cpu() for k in range(0, len(images), 256)])
    texts = best_path(logits)
    right = torch.tensor([same("".join(t)) == same("".join(c.text)) for t, c in zip(texts, crops)]).float()

    def cost(temperature):
        p = probability(logits / temperature, texts).clamp(1e-4, 1 - 1e-4)
        return float(F.binary_cross_entropy(p, right))

    coarse = min([0.6 + 0.2 * k for k in range(15)], key=cost)
    return min([coarse + 0.05 * k for k in range(-3, 4)], key=cost)


def failure_sheet(rows, crops, path, columns=8, most=160):
    """A picture of the misread crops, the most certain first, with truth and reading below each."""
    by_name = {crop.name: crop for crop in crops}
    wrong = sorted((r for r in rows if same(r["text"]) != same(r["truth"])), key=lambda r: -r["probability"])[:most]
    cells = []
    for row in wrong:
        cell = np.full((100, 200, 3), 255, np.uint8)
        cell[2:68, 2:198] = cv2.resize(by_name[row["name"]].image, (196, 66), interpolation=cv2.INTER_AREA)
        for line, text in enumerate((row["truth"], f"{row['text']} {row['probability']:.2f}")):
            plain = text.encode("ascii", "replace").decode()
            cv2.putText(cell, plain, (3, 81 + 15 * line), cv2.FONT_HERSHEY_SIMPLEX, 0.42, (0, 130, 0) if line == 0 else (0, 0, 200), 1, cv2.LINE_AA)
        cells.append(cell)
    cells += [np.full((100, 200, 3), 255, np.uint8)] * (-len(cells) % columns)
    if cells:
        cv2.imwrite(path, np.vstack([np.hstack(cells[k:k + columns]) for k in range(0, len(cells), columns)]))


def checked_tables(checked):
    """All and by source, for the sources in which labels were checked: as `summary`, with how many labels were corrected and left out."""
    sources = sorted(set(checked.corrected) | set(checked.unreadable))
    parts = {source: [row for row in checked.rows if row["source"] == source] for source in sources}
    counts = {source: dict(corrected=checked.corrected[source], unreadable=checked.unreadable[source]) for source in sources}
    total = dict(corrected=sum(checked.corrected.values()), unreadable=sum(checked.unreadable.values()))
    return dict(all=dict(summary(checked.rows), **total), source={source: dict(summary(parts[source]), **counts[source]) for source in sources})


def write(rows, path, about, checked):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(dict(about=about, **tables(rows), checked=checked_tables(checked)), file, indent=1, ensure_ascii=False)
        file.write("\n")
