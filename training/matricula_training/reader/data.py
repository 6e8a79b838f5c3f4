"""Plates to learn from and to judge by: real crops, and drawn canvases from worker processes."""
import json
import mmap
import multiprocessing
import os
import random
from dataclasses import dataclass

import cv2
import numpy as np

from matricula_training.plates.renderer import Renderer
from matricula_training.reader.alphabet import LONGEST, encode, symbols_of
from matricula_training.reader.split import HELD_OUT, PARTLY_HELD_OUT

CANVAS = (96, 288)


@dataclass(frozen=True)
class Crop:
    """A picture of one plate with its symbols. `corners` (in the picture, [4,2]) where the source gives them."""
    image: np.ndarray
    text: tuple
    region: str
    source: str
    name: str
    corners: np.ndarray = None


def read_crops(folder, labels=None):
    """All crops with text below `folder` (crops.jsonl, scenes.jsonl), in a stable order. `labels`: a JSON lines file with texts
    for plates of the scenes that have none there (image, plate: its number in the scene, text, source).

    A folder without these lists holds crops that are named by their text: ABC1234.jpg, ABC1234_2.jpg.
    """
    if not os.path.exists(os.path.join(folder, "crops.jsonl")):
        return _fit(_named_by_text(folder))
    crops, extra = [], {}
    if labels:
        with open(labels, encoding="utf-8") as file:
            extra = {(entry["image"], entry["plate"]): entry for entry in map(json.loads, file)}
    with open(os.path.join(folder, "crops.jsonl"), encoding="utf-8") as file:
        for entry in map(json.loads, file):
            image = cv2.imread(os.path.join(folder, entry["image"]))
            crops.append(Crop(image, symbols_of(entry["text"]), entry["region"] or "", entry["source"], entry["image"]))
    with open(os.path.join(folder, "scenes.jsonl"), encoding="utf-8") as file:
        for entry in map(json.loads, file):
            for k, plate in enumerate(entry["plates"]):
                added = extra.get((entry["image"], k))
                if added:
                    entry = {**entry, "source": added["source"]}
                    plate = {**plate, "text": added["text"]}
                if plate.get("text"):
                    crops.append(_scene_crop(folder, entry, plate, f"{entry['image']}#{k}"))
    return _fit(crops)


def _fit(crops):
    return [crop for crop in crops if crop.image is not None and min(crop.image.shape[:2]) >= 8 and 2 <= len(crop.text) <= LONGEST]


def _named_by_text(folder):
    for name in sorted(os.listdir(folder)):
        if name.lower().endswith((".jpg", ".jpeg", ".png", ".webp")):
            text = symbols_of(os.path.splitext(name)[0].split("_")[0])
            yield Crop(cv2.imread(os.path.join(folder, name)), text, "", "own", name)


def _scene_crop(folder, entry, plate, name):
    """A plate cut from its scene: by its box, or with surroundings where the corners are known."""
    scene = cv2.imread(os.path.join(folder, entry["image"]))
    corners = np.float32(plate["corners"]) if plate.get("corners") else None
    x0, y0, x1, y1 = plate["box"]
    margin_x, margin_y = ((x1 - x0) * 0.15, (y1 - y0) * 0.25) if corners is not None else (0, 0)
    left, top = int(max(0, x0 - margin_x)), int(max(0, y0 - margin_y))
    image = scene[top:int(y1 + margin_y) + 1, left:int(x1 + margin_x) + 1]
    return Crop(image, symbols_of(plate["text"]), plate.get("region") or entry.get("region") or "", entry["source"], name,
                None if corners is None else corners - np.float32([left, top]))


def read_negatives(folder, count, seed=11):
    """Plate-shaped pieces of the scenes that hold no plate, with an empty text: what a detector may take for a plate."""
    draw, crops, path = random.Random(seed), [], os.path.join(folder, "scenes.jsonl")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        entries = [entry for entry in map(json.loads, file) if entry["complete"] and entry["source"] not in HELD_OUT | {PARTLY_HELD_OUT}]
    for k in range(count if entries else 0):
        entry = draw.choice(entries)
        scene = cv2.imread(os.path.join(folder, entry["image"]))
        height, width = scene.shape[:2]
        wide = draw.uniform(0.06, 0.4) * width
        tall = wide / draw.choice([1.4, 2.0, 3.0, 4.5])
        x, y = draw.uniform(0, max(1, width - wide)), draw.uniform(0, max(1, height - tall))
        apart = all(x + wide < b[0] or b[2] < x or y + tall < b[1] or b[3] < y for b in (plate["box"] for plate in entry["plates"]))
        image = scene[int(y):int(y + tall), int(x):int(x + wide)]
        if apart and min(image.shape[:2]) >= 12:
            crops.append(Crop(image, (), "", "negatives", f"{entry['image']}#none{k}"))
    return crops


def rectify(crop, height, width, margin):
    """The crop as the reader sees it: cut by the corners and a margin where they are known, else stretched; uint8 BGR."""
    if crop.corners is None:
        shrink = crop.image.shape[1] > width
        return cv2.resize(crop.image, (width, height), interpolation=cv2.INTER_AREA if shrink else cv2.INTER_LINEAR)
    x, y = margin[0] * width / (1 + 2 * margin[0]), margin[1] * height / (1 + 2 * margin[1])
    target = np.float32([[x, y], [width - x, y], [width - x, height - y], [x, height - y]])
    matrix = cv2.getPerspectiveTransform(np.float32(crop.corners), target)
    return cv2.warpPerspective(crop.image, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


# ---- canvases ------------------------------------------------------------------------------------------------------
def canvas(image):
    """A picture of any size on the fixed canvas, stretched."""
    shrink = image.shape[1] > CANVAS[1]
    return cv2.resize(image, CANVAS[::-1], interpolation=cv2.INTER_AREA if shrink else cv2.INTER_LINEAR)


class Labels:
    """Texts, regions and proportions of canvases, as arrays that processes can share."""

    @staticmethod
    def row(text, region, aspect, regions):
        codes = encode(text)[:LONGEST]
        return [len(codes), regions.get(region, -1), int(100 * aspect)] + codes + [0] * (LONGEST - len(codes))

    WIDTH = 3 + LONGEST


class Workers:
    """Processes that draw plates into shared memory. Each has two blocks and waits while both are full."""

    BLOCK = 32

    def __init__(self, count, atlas, regions, seed, favoured=None):
        self.count, blocks = count, 2 * count
        self.pixels = _shared((blocks, self.BLOCK, *CANVAS, 3), np.uint8)
        self.labels = _shared((blocks, self.BLOCK, Labels.WIDTH), np.int32)
        self.ready = _shared((blocks,), np.uint8)
        context = multiprocessing.get_context("fork")
        self.processes = [context.Process(target=self._work, args=(k, regions, (atlas, seed + 7919 * k, favoured)), daemon=True) for k in range(count)]
        for process in self.processes:
            process.start()

    def _work(self, rank, regions, drawing):
        os.nice(5)
        renderer = Renderer(*drawing)
        parent = os.getppid()
        while os.getppid() == parent:
            for block in (2 * rank, 2 * rank + 1):
                while self.ready[block]:
                    if not _nap(parent):
                        return
                for k in range(self.BLOCK):
                    plate = renderer.plate()
                    while len(plate.text) > LONGEST:
                        plate = renderer.plate()
                    height, width = plate.image.shape[:2]
                    self.pixels[block, k] = canvas(plate.image)
                    self.labels[block, k] = Labels.row(plate.text, plate.region, width / height, regions)
                self.ready[block] = 1

    def take(self):
        """A full block (pixels, labels), copied; None where none is ready."""
        full = np.flatnonzero(self.ready)
        if not len(full):
            return None
        block = random.choice(list(full))
        pixels, labels = self.pixels[block].copy(), self.labels[block].copy()
        self.ready[block] = 0
        return pixels, labels

    def stop(self):
        for process in self.processes:
            process.terminate()
            process.join()


def _nap(parent):
    import time

    time.sleep(0.002)
    return os.getppid() == parent


def _shared(shape, kind):
    """Memory that forked processes share; anonymous, because containers often limit /dev/shm."""
    size = int(np.prod(shape)) * np.dtype(kind).itemsize
    return np.frombuffer(mmap.mmap(-1, size), kind).reshape(shape)
