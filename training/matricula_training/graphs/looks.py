"""Finds plates with a bundle as recognition does in normal mode, look after look, and judges that on held-out pictures and on mosaics of them."""
import random
from dataclasses import replace

import cv2
import numpy as np

from matricula_training.detector import evaluate
from matricula_training.detector.finder import Found, distinct, inside
from matricula_training.graphs.graph import Graph, plates_at
from matricula_training.scenes import sources
from matricula_training.vehicles import find as vehicles

# As in recognition's PlateDetector.
LEAST_GAIN, VEHICLE_GAIN, VEHICLE_MARGIN = 1.15, 1.3, 0.05
APART = 0.4
LEAST = 0.2
# Pictures whose longer side is greater show more than the usual looks.
LARGE = 736
TILE = (720, 960)


class Looks:
    """Not for several threads. `closer`: whether vehicles without a plate are looked at."""

    def __init__(self, folder, closer=True):
        self.detector, self.vehicles, self.closer, self.taken = Graph(folder, "detector"), Graph(folder, "vehicles"), closer, 0
        self.manifest = self.detector.manifest

    def find(self, picture):
        """[Found], best first, with scores as the service tells them."""
        longer = max(picture.shape[:2])
        found, scale = [], 0.0
        for size in map(int, self.manifest["detector.looks"].split(",")):
            found, scale = self._look(picture, size / longer, found, scale)
            if found and found[-1].score >= self._number("detector.looks.sure"):
                break
        if not found or found[0].score < self._number("detector.looks.last.below"):
            found, scale = self._look(picture, self._number("detector.looks.last") / longer, found, scale)
        return self._at_vehicles(picture, found, scale) if self.closer else found

    def _vehicles(self, picture):
        """Boxes of all vehicles."""
        padded, scale = vehicles.letterbox(picture, int(self.manifest["vehicles.input.size"]))
        rows = vehicles.suppressed(self.vehicles(padded[None])["detections"][0].copy(), scale)
        return rows[rows[:, 0] >= self._number("detector.looks.vehicles.from"), 1:5]

    def _look(self, picture, scale, found, before):
        scale = min(scale, self._number("detector.looks.enlarge"))
        if scale < before * LEAST_GAIN:
            return found, before
        return self._merged(found + self._rows(picture, scale, LEAST)), scale

    def _at_vehicles(self, picture, found, before):
        size, parts, boxes = self._number("detector.looks.vehicles"), [], self._vehicles(picture)
        for box in _bare(boxes, found):
            x0, y0, x1, y1 = _widened(box, picture)
            scale = min(size / max(x1 - x0, y1 - y0), self._number("detector.looks.enlarge"))
            if scale >= VEHICLE_GAIN * before:
                parts.append((scale, x0, y0, picture[y0:y1, x0:x1]))
        closer = []
        for scale, x, y, part in parts[:int(self._number("detector.looks.vehicles.most"))]:
            self.taken += 1
            rows = self._rows(part, scale, self._number("detector.looks.vehicles.least"))
            closer += [Found(f.score, f.box + [x, y, x, y], f.corners + [x, y]) for f in rows]
        return self._on_vehicles(self._merged(found + closer), [_widened(box, picture) for box in boxes])

    @staticmethod
    def _on_vehicles(found, boxes):
        """What is on none of the vehicles, where there are some, is seldom a plate."""
        told = [f if not boxes or any(_holds_middle(box, f.box) for box in boxes) else Found(f.score * APART, f.box, f.corners) for f in found]
        return sorted(told, key=lambda f: -f.score)

    def _rows(self, picture, scale, least):
        rows = plates_at(self.detector, picture, scale)
        scores = told(rows[:, 0], self._number("detector.threshold"))
        return [Found(float(s), row[1:5], row[5:].reshape(4, 2)) for s, row in zip(scores, rows) if s >= least]

    def _merged(self, found):
        return distinct(found, self._number("detector.nms.iou"))

    def _number(self, key):
        return float(self.manifest[key])


def told(scores, threshold):
    """Scores as the service tells them: the network's own threshold becomes 0.2 (recognition's ScoreScale)."""
    return np.where(scores < threshold, LEAST * scores / threshold, LEAST + (1 - LEAST) * (scores - threshold) / (1 - threshold))


def judge(folder, data, by_eye=None):
    """Figures with and without looks at vehicles: of all held-out pictures, of the large ones, and of mosaics of four. `by_eye`: a file of boxes that
    no label has (configs/plate_boxes.tsv), for figures that count them as what they are."""
    _, away, apart = sources.split(sources.read_plate_scenes(data) + sources.read_vehicle_scenes(data))
    scenes = [s for s in away + apart if s.plates or s.complete]
    figures = {}
    for name, closer in (("whole pictures", False), ("and vehicles", True)):
        looks = Looks(folder, closer)
        judged = [(s, tuple(looks.find(cv2.imread(s.path)))) for s in scenes]
        figures[name] = dict(all=_figures(judged), large=_figures([j for j in judged if max(j[0].width, j[0].height) > LARGE]),
                             looks_a_picture=round(looks.taken / len(scenes), 3))
        looks.taken = 0
        tiled = [(s, tuple(looks.find(picture))) for s, picture in mosaics(scenes)]
        figures[name] |= dict(mosaics=_figures(tiled), looks_a_mosaic=round(looks.taken / len(tiled), 3))
        if by_eye:
            figures[name]["checked by eye"] = checked(judged, read_boxes(by_eye))
    return dict(network="looks", **figures)


def mosaics(scenes, seed=3):
    """(scene, picture) of four completely labelled pictures each, tiles of 960 x 720: as large as a phone's, with several vehicles."""
    tiles = [s for s in scenes if s.complete and max(s.width, s.height) >= 700]
    random.Random(seed).shuffle(tiles)
    for start in range(0, len(tiles) - 3, 4):
        canvas, plates = np.full((2 * TILE[0], 2 * TILE[1], 3), 114, np.uint8), []
        for k, scene in enumerate(tiles[start:start + 4]):
            picture = cv2.imread(scene.path)
            scale = min(TILE[1] / picture.shape[1], TILE[0] / picture.shape[0], 1.0)
            picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)[:TILE[0], :TILE[1]]
            y, x = k // 2 * TILE[0], k % 2 * TILE[1]
            canvas[y:y + picture.shape[0], x:x + picture.shape[1]] = picture
            plates += [replace(p, box=tuple(np.array(p.box) * scale + [x, y, x, y]), corners=None) for p in scene.plates]
        yield sources.Scene("", "mosaic", canvas.shape[1], canvas.shape[0], True, tuple(plates)), canvas


def read_boxes(path):
    """{scene's name: [(box, whether it is a plate, None where nobody can tell), ...]}."""
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    boxes = {}
    for scene, box, verdict in lines:
        boxes.setdefault(scene, []).append((np.array(box.split(), float), True if verdict == "plate" else None))
    return boxes


def _verdict(found, boxes):
    """What was seen in the box that this one covers: boxes differ a little between networks. What is in no list is no plate."""
    return next((verdict for box, verdict in boxes if evaluate.iou(box, found.box) >= 0.5), False)


def checked(judged, boxes):
    """Recall, also of plates of 24 pixels and more, and precision, where boxes that no label has were looked at: plates among them are right, and
    find the plate whose loose label they lie in; those that nobody can tell count as nothing."""
    plates, right, wrong, unclear = [], 0, 0, 0
    for scene, found in judged:
        pairs, left = evaluate.matches(evaluate.Judged(scene, found), LEAST)
        verdicts = [_verdict(f, boxes.get(scene.name, ())) for f in left]
        real = [f for f, verdict in zip(left, verdicts) if verdict]
        plates += [(p, bool(f) or any(inside(p.box, r.box, 0.5) for r in real)) for p, f in pairs]
        if scene.complete:
            right, wrong = right + sum(f is not None for _, f in pairs) + len(real), wrong + verdicts.count(False)
            unclear += verdicts.count(None)
    wide = [hit for p, hit in plates if p.box[2] - p.box[0] >= 24]
    hits = [hit for _, hit in plates]
    return dict(plates=len(hits), recall=round(sum(hits) / len(hits), 4), recall_interval=evaluate.wilson(sum(hits), len(hits)),
                wide=len(wide), wide_recall=round(sum(wide) / len(wide), 4), wide_recall_interval=evaluate.wilson(sum(wide), len(wide)),
                right=right, wrong=wrong, unclear=unclear, precision=round(right / (right + wrong), 4),
                precision_interval=evaluate.wilson(right, right + wrong))


def _figures(judged):
    tables = evaluate.summary([evaluate.Judged(scene, found) for scene, found in judged], LEAST)
    keys = ("scenes", "plates", "recall", "recall_interval", "precision", "precision_interval")
    return {key: tables["all"][key] for key in keys} | {"recall by width": tables["recall by width"]}


def _bare(boxes, found):
    """Vehicles that carry no plate yet, the largest first."""
    bare = [box for box in boxes if not any(_holds_middle(box, f.box) for f in found)]
    return sorted(bare, key=lambda box: -(box[2] - box[0]) * (box[3] - box[1]))


def _widened(box, picture):
    dx, dy = VEHICLE_MARGIN * (box[2] - box[0]), VEHICLE_MARGIN * (box[3] - box[1])
    height, width = picture.shape[:2]
    return max(0, int(box[0] - dx)), max(0, int(box[1] - dy)), min(width, int(np.ceil(box[2] + dx))), min(height, int(np.ceil(box[3] + dy)))


def _holds_middle(box, other):
    return box[0] <= (other[0] + other[2]) / 2 < box[2] and box[1] <= (other[1] + other[3]) / 2 < box[3]
