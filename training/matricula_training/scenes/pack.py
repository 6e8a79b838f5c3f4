"""Writes the scenes for training into one small file, so that they fit into the memory of an accelerator."""
import json
import os
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import cv2
import numpy as np

from matricula_training.scenes.sources import read_candidates, read_plate_scenes, read_vehicle_crops, read_vehicle_scenes, split

# What a marked area of a scene is. EXACT: plate with true corners. BOXED: plate, only its box is right. IGNORED: perhaps a plate.
# SLOT: most likely an unlabelled plate, ignored until one is pasted over it. KNOWN: labelled within an unlabelled surrounding.
EMPTY, EXACT, BOXED, IGNORED, SLOT, KNOWN = range(6)
INDEX = "index.json"


@dataclass(frozen=True)
class PackSettings:
    """Sizes and qualities of the pictures, and what candidates in incompletely labelled ones are taken for.

    The scores are the shipped detector's. In crops of vehicles it finds wheels, lamps and grilles with up to 0.65, and few plates with less than 0.5."""
    side: int = 640
    vehicle_side: int = 416
    quality: int = 40
    vehicle_scenes: int = 1200
    crops: int = 4500
    boxed_above: float = 0.7
    boxed_read: float = 0.2
    slot_above: float = 0.65
    ignored_above: float = 0.4
    ignored_read: float = 0.02
    areas: int = 16


def pack(data, out, candidates=None, settings=PackSettings()):
    """Packs the training scenes of folder `data` into zip file `out`, with `candidates` the crops of vehicles, too; returns the number of scenes by source."""
    proposed = read_candidates(candidates)
    scenes, _, _ = split(read_plate_scenes(data) + read_vehicle_scenes(data))
    plates, vehicles = [s for s in scenes if not s.vehicles], [s for s in scenes if s.vehicles]
    vehicles = _thinned(vehicles, settings.vehicle_scenes)
    crops = _thinned([s for s in read_vehicle_crops(data) if s.name in proposed], settings.crops) if proposed else []
    index, counts = [], {}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for scene in plates + vehicles + crops:
            side = settings.vehicle_side if scene.vehicles else settings.side
            name = f"{len(index):05d}.webp"
            encoded, scale, size = _encode(scene.path, side, settings.quality)
            archive.writestr(name, encoded)
            areas = areas_of(scene, proposed.get(scene.name), settings)
            index.append(dict(file=name, source=scene.source, width=size[0], height=size[1],
                              areas=[[kind, *[round(float(v), 1) for v in np.ravel(quad) * scale]] for kind, quad in areas]))
            counts[scene.source] = counts.get(scene.source, 0) + 1
        archive.writestr(INDEX, json.dumps(index))
    return counts


def _thinned(scenes, most):
    """At most so many, from all parts of the list."""
    step = max(1.0, len(scenes) / most)
    return [scenes[int(i * step)] for i in range(int(len(scenes) / step))]


def areas_of(scene, proposed, settings=PackSettings()):
    """[(kind, quadrilateral [4,2])] of a scene in its own pixels, the most important first."""
    areas = [(EXACT, np.array(p.corners)) if p.corners else (BOXED, box_quad(p.box)) for p in scene.plates]
    if scene.complete:
        return areas[:settings.areas]
    if proposed is None:
        areas.insert(0, (IGNORED, box_quad((0, 0, scene.width, scene.height))))
        areas += [(KNOWN, box_quad(_grown(p.box, 2.0))) for p in scene.plates]
        return areas[:settings.areas]
    for candidate in sorted(proposed, key=lambda c: -c.score):
        kind = _kind(candidate, scene.crop, settings)
        if kind != EMPTY and not any(overlap(candidate.box, q) > 0.3 for _, q in areas):
            areas.append((kind, box_quad(candidate.box)))
    return areas[:settings.areas]


def _kind(candidate, crop, settings):
    """What a candidate is taken for: a plate where a text was read, else nothing to learn from, or background."""
    x0, y0, x1, y1 = candidate.box
    aspect = (x1 - x0) / max(1.0, y1 - y0)
    if candidate.score > settings.boxed_above and candidate.read > settings.boxed_read:
        return BOXED
    if candidate.score > settings.slot_above and 1.15 < aspect < 7:
        return SLOT
    # In a whole scene what is doubtful may be a small plate; a plate on a vehicle that fills the picture would show letters.
    doubtful = candidate.score > settings.ignored_above and (not crop or candidate.read > settings.ignored_read)
    return IGNORED if doubtful else EMPTY


def box_quad(box):
    x0, y0, x1, y1 = box
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float32)


def overlap(box, other):
    """Share of the smaller of a box and a quadrilateral's bounds that lies in the other."""
    low, high = other.min(0), other.max(0)
    wide = min(box[2], high[0]) - max(box[0], low[0])
    tall = min(box[3], high[1]) - max(box[1], low[1])
    smaller = min((box[2] - box[0]) * (box[3] - box[1]), (high[0] - low[0]) * (high[1] - low[1]))
    return max(0, wide) * max(0, tall) / max(1e-6, smaller)


def read_pack(path):
    """Yields (scene's index entry, picture BGR uint8)."""
    with zipfile.ZipFile(path) as archive, ThreadPoolExecutor(min(8, os.cpu_count() or 1)) as decoders:
        entries = json.loads(archive.read(INDEX))
        for start in range(0, len(entries), 256):
            part = entries[start:start + 256]
            yield from zip(part, decoders.map(_decoded, [archive.read(entry["file"]) for entry in part]))


def _decoded(data):
    return cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)


def _grown(box, times):
    x, y, w, h = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, box[2] - box[0], box[3] - box[1]
    return x - w * times / 2, y - h * times / 2, x + w * times / 2, y + h * times / 2


def _encode(path, side, quality):
    picture = cv2.imread(path)
    scale = min(1.0, side / max(picture.shape[:2]))
    if scale < 1:
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    done, data = cv2.imencode(".webp", picture, [cv2.IMWRITE_WEBP_QUALITY, quality])
    if not done:
        raise OSError(f"cannot encode {path}")
    return data.tobytes(), scale, (picture.shape[1], picture.shape[0])
