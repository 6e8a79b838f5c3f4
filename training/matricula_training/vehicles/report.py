"""Figures of an evaluation: intervals, temperatures, tables, and their pictures."""
import json
import math
import os

import cv2
import numpy as np
import torch


def wilson(right, total):
    """Share and its 95 % interval (Wilson 1927): {"right", "total", "share", "low", "high"}."""
    if not total:
        return dict(right=0, total=0, share=None, low=None, high=None)
    z, p = 1.96, right / total
    middle = (p + z * z / (2 * total)) / (1 + z * z / total)
    half = z * math.sqrt(p * (1 - p) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return dict(right=int(right), total=int(total), share=round(p, 4), low=round(middle - half, 4), high=round(middle + half, 4))


WANTED_PRECISION = 0.9


def threshold(scores, right):
    """The lowest score above which WANTED_PRECISION of the answers are right, the share that is then answered, and the share of those that is right."""
    order = np.argsort(-scores)
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    good = np.nonzero(precision >= WANTED_PRECISION)[0]
    last = good.max() if len(good) else 0
    return dict(threshold=round(float(scores[order[last]]), 3), answered=round((last + 1) / len(order), 3), precision=round(float(precision[last]), 3))


def half_tempered(logits, truth):
    """Chances of each row with the temperature that the other half of the rows asks for: no row judges its own fit."""
    chances = torch.empty_like(logits)
    first = torch.arange(len(logits)) % 2 == 0
    for half in (first, ~first):
        fitted = temperature(logits[~half], truth[~half]) if (~half).any() else 1.0
        chances[half] = (logits[half] / fitted).softmax(1)
    return chances


def share(flags):
    flags = np.asarray(flags, bool)
    return wilson(int(flags.sum()), len(flags))


def temperature(logits, truth, candidates=np.exp(np.linspace(math.log(0.3), math.log(4), 80))):
    """The divisor of the logits [N, C] with the least mean negative log likelihood of the true classes."""
    losses = [torch.nn.functional.cross_entropy(logits / t, truth).item() for t in candidates]
    return round(float(candidates[int(np.argmin(losses))]), 3)


def calibration_error(scores, right, bins=10):
    """Expected calibration error: mean gap of score and hit rate, weighted by the bins' sizes."""
    return round(float(sum(abs(s - r) * n for s, r, n in reliability(scores, right, bins)) / max(1, len(scores))), 4)


def reliability(scores, right, bins=10):
    """(mean score, hit rate, count) of each bin that is not empty."""
    scores, right = np.asarray(scores, float), np.asarray(right, float)
    place = np.minimum((scores * bins).astype(int), bins - 1)
    return [(scores[place == b].mean(), right[place == b].mean(), int((place == b).sum())) for b in range(bins) if (place == b).any()]


def confusion(truth, guess, names):
    """Counts [true, guessed]."""
    table = np.zeros((len(names), len(names)), int)
    np.add.at(table, (np.asarray(truth, int), np.asarray(guess, int)), 1)
    return table


def class_table(table, names):
    """Per class: how many there are, the share found (recall) and the share of right guesses (precision)."""
    return {name: dict(count=int(table[i].sum()), recall=_ratio(table[i, i], table[i].sum()), precision=_ratio(table[i, i], table[:, i].sum()))
            for i, name in enumerate(names) if table[i].sum() or table[:, i].sum()}


def _ratio(part, whole):
    return round(float(part / whole), 3) if whole else None


def _figure(path, width, height, draw):
    import matplotlib
    matplotlib.use("Agg")
    from matplotlib import pyplot
    figure, axes = pyplot.subplots(figsize=(width, height), dpi=80)
    draw(axes)
    figure.tight_layout()
    figure.savefig(path)
    pyplot.close(figure)


def draw_confusion(path, table, names, title):
    side = max(4.5, 0.28 * len(names) + 2)

    def draw(axes):
        axes.imshow(table / np.maximum(table.sum(1, keepdims=True), 1), cmap="Blues", vmin=0, vmax=1)
        axes.set_xticks(range(len(names)), names, rotation=90, fontsize=8)
        axes.set_yticks(range(len(names)), names, fontsize=8)
        for i, j in zip(*np.nonzero(table)):
            axes.text(j, i, table[i, j], ha="center", va="center", fontsize=7, color="white" if table[i, j] > 0.5 * table[i].sum() else "black")
        axes.set(xlabel="guessed", ylabel="true", title=title)

    _figure(path, side, side, draw)


def draw_reliability(path, curves, title):
    """`curves`: {name: (scores, right)}."""
    def draw(axes):
        axes.plot([0, 1], [0, 1], color="grey", linewidth=1)
        for name, (scores, right) in curves.items():
            points = reliability(scores, right)
            axes.plot([p[0] for p in points], [p[1] for p in points], marker="o", label=f"{name} (error {calibration_error(scores, right):.3f})")
        axes.set(xlabel="score", ylabel="share right", title=title, xlim=(0, 1), ylim=(0, 1))
        axes.legend(fontsize=8)

    _figure(path, 5.5, 5, draw)


def draw_sheet(path, pictures, captions, size=(200, 150), columns=8):
    """Pictures with a caption each, as one picture; at most 64 of them."""
    width, height = size
    tiles = []
    for picture, caption in list(zip(pictures, captions))[:64]:
        tile = np.full((height + 28, width, 3), 255, np.uint8)
        scale = min(width / picture.shape[1], height / picture.shape[0])
        small = cv2.resize(picture, (max(1, int(picture.shape[1] * scale)), max(1, int(picture.shape[0] * scale))))
        tile[:small.shape[0], :small.shape[1]] = small
        for line, text in enumerate(caption.split("\n")[:2]):
            cv2.putText(tile, text[:34], (2, height + 11 + 13 * line), cv2.FONT_HERSHEY_SIMPLEX, 0.36, (0, 0, 0), 1, cv2.LINE_AA)
        tiles.append(tile)
    if tiles:
        tiles += [np.full_like(tiles[0], 255)] * (-len(tiles) % columns)
        cv2.imwrite(path, np.vstack([np.hstack(tiles[k:k + columns]) for k in range(0, len(tiles), columns)]))


def write_json(path, values):
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        json.dump(values, out, indent=1, ensure_ascii=False)
        out.write("\n")
