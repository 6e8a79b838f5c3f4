"""Judges a detector on held-out scenes: recall, precision, ranking, corners; by source, width and shape."""
import math
from dataclasses import dataclass

import cv2
import numpy as np

from matricula_training.detector.finder import iou

WIDTHS = (0, 16, 24, 40, 64, 100, 160, 10000)
THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)


@dataclass(frozen=True)
class Judged:
    """One scene and what was found in it, best first."""
    scene: object
    found: tuple


def look_at(finder, scenes, sizes):
    return [Judged(s, tuple(finder.find(cv2.imread(s.path), sizes))) for s in scenes]


def summary(judged, threshold):
    """All tables as plain values, for a JSON file."""
    tables = {"all": _table(judged, threshold)}
    tables["by source"] = {source: _table([j for j in judged if j.scene.source == source], threshold)
                           for source in sorted({j.scene.source for j in judged})}
    tables["recall by width"] = _recall_by(judged, threshold, lambda box: _width_class(box[2] - box[0]))
    tables["recall by shape"] = _recall_by(judged, threshold, _shape_class)
    tables["at thresholds"] = {str(t): {k: v for k, v in _table(judged, t).items() if k in ("recall", "precision", "f1")} for t in THRESHOLDS}
    return tables


def best_threshold(judged):
    """The threshold with the best F1 on completely labelled pictures."""
    complete = [j for j in judged if j.scene.complete]
    return max((round(0.05 + 0.025 * k, 3) for k in range(30)), key=lambda t: _table(complete, t)["f1"])


def matches(judged, threshold, least=0.5):
    """[(plate, the detection that found it or None)] and the detections that found nothing."""
    left = [f for f in judged.found if f.score >= threshold]
    pairs, open_plates = [], list(judged.scene.plates)
    hits = {}
    for found in list(left):
        best = max(open_plates, key=lambda p: iou(p.box, found.box), default=None)
        if best is not None and iou(best.box, found.box) >= least:
            hits[id(best)] = found
            open_plates.remove(best)
            left.remove(found)
    for plate in judged.scene.plates:
        pairs.append((plate, hits.get(id(plate))))
    return pairs, left


def wilson(hits, of, z=1.96):
    """95 % interval of a share."""
    if not of:
        return [0.0, 1.0]
    p = hits / of
    middle, half = p + z * z / (2 * of), z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return [round((middle - half) / (1 + z * z / of), 4), round((middle + half) / (1 + z * z / of), 4)]


def _table(judged, threshold):
    plates = found = tight = wrong = right = first = pictures = 0
    errors = []
    for j in judged:
        pairs, false = matches(j, threshold)
        plates += len(pairs)
        hits = [(p, f) for p, f in pairs if f]
        found += len(hits)
        tight += sum(iou(p.box, f.box) >= 0.7 for p, f in hits)
        errors += [corner_error(p, f) for p, f in hits if p.corners]
        if j.scene.complete:
            wrong, right = wrong + len(false), right + len(hits)
        if j.scene.plates:
            pictures += 1
            first += bool(j.found) and any(iou(p.box, j.found[0].box) >= 0.5 for p in j.scene.plates)
    recall, precision = found / max(1, plates), right / max(1, right + wrong)
    table = dict(scenes=len(judged), plates=plates, recall=round(recall, 4), recall_interval=wilson(found, plates),
                 recall_at_iou_07=round(tight / max(1, plates), 4), false_hits=wrong, precision=round(precision, 4),
                 precision_interval=wilson(right, right + wrong), f1=round(2 * recall * precision / max(1e-9, recall + precision), 4),
                 best_box_right=round(first / max(1, pictures), 4))
    if errors:
        table["corner_error_of_height"] = dict(plates=len(errors), median=round(float(np.median(errors)), 4), p90=round(float(np.quantile(errors, 0.9)), 4))
    return table


def corner_error(plate, found):
    """Mean distance of the corners as a share of the plate's height; whichever corner is read first."""
    truth = np.array(plate.corners)
    height = (np.linalg.norm(truth[3] - truth[0]) + np.linalg.norm(truth[2] - truth[1])) / 2
    return float(np.linalg.norm(truth - found.corners, axis=1).mean() / max(1.0, height))


def _recall_by(judged, threshold, name_of):
    counts = {}
    for j in judged:
        for plate, found in matches(j, threshold)[0]:
            hit, of = counts.get(name_of(plate.box), (0, 0))
            counts[name_of(plate.box)] = (hit + bool(found), of + 1)
    return {name: dict(plates=of, recall=round(hit / of, 4), interval=wilson(hit, of)) for name, (hit, of) in sorted(counts.items())}


def _width_class(width):
    low = max(w for w in WIDTHS if w <= width)
    return f"{low:03d}-{WIDTHS[WIDTHS.index(low) + 1]}" if low < WIDTHS[-2] else f"{low:03d}+"


def _shape_class(box):
    aspect = (box[2] - box[0]) / max(1.0, box[3] - box[1])
    return "tall (below 2.0)" if aspect < 2 else "middle (2.0-3.5)" if aspect < 3.5 else "long (above 3.5)"


def failures(judged, threshold):
    """Scenes with a missed plate or, where complete, a false hit."""
    for j in judged:
        pairs, false = matches(j, threshold)
        if any(f is None for _, f in pairs) or (j.scene.complete and false):
            yield j


def sheet(judged, threshold, columns=6, side=320):
    """One picture of many: true boxes green, hits blue with corners red, missed plates yellow, false hits magenta."""
    tiles = [_tile(j, threshold, side) for j in judged]
    tiles += [np.zeros((side, side, 3), np.uint8)] * (-len(tiles) % columns)
    return np.vstack([np.hstack(tiles[k:k + columns]) for k in range(0, len(tiles), columns)])


def _tile(judged, threshold, side):
    picture = cv2.imread(judged.scene.path)
    scale = side / max(picture.shape[:2])
    picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    pairs, false = matches(judged, threshold)
    for plate, found in pairs:
        _box(picture, plate.box, scale, (0, 255, 0) if found else (0, 255, 255))
        if found:
            cv2.polylines(picture, [np.int32(found.corners * scale)], True, (0, 0, 255), 1)
    for found in false:
        _box(picture, found.box, scale, (255, 0, 255))
        cv2.putText(picture, f"{found.score:.2f}", (int(found.box[0] * scale), max(9, int(found.box[1] * scale) - 2)), 0, 0.35, (255, 0, 255), 1)
    tile = np.zeros((side, side, 3), np.uint8)
    tile[:picture.shape[0], :picture.shape[1]] = picture[:side, :side]
    return tile


def _box(picture, box, scale, colour):
    x0, y0, x1, y1 = (int(round(v * scale)) for v in box)
    cv2.rectangle(picture, (x0, y0), (x1, y1), colour, 1)
