"""One folder with all that a training machine needs: the glyph atlas and the real crops, small enough to carry."""
import hashlib
import json
import os
import shutil

import cv2
import numpy as np

from matricula_training.reader.data import Crop, read_crops, read_negatives
from matricula_training.reader.split import PARTLY_HELD_OUT, judged_scenes, split

LARGEST = (96, 208)
_LOSSLESS = 101  # OpenCV's number for it: what is judged by must not be harder than the picture was


def write(plates, atlas, folder, quality, labels=None):
    """Packs the crops below `plates` (with their split) and the atlas file into `folder`; returns the counts (learn, judge).

    `quality` is that of the learnt crops; the judged ones lose nothing but size."""
    os.makedirs(folder, exist_ok=True)
    shutil.copyfile(atlas, os.path.join(folder, "atlas.npz"))
    crops = read_crops(plates, labels)
    partly = any(crop.source == PARTLY_HELD_OUT for crop in crops)
    learn, judge = split(crops, judged_scenes(os.path.dirname(os.path.abspath(plates))) if partly else frozenset())
    negatives = read_negatives(plates, 700)
    learn, judge = learn + negatives[len(negatives) // 8:], judge + negatives[:len(negatives) // 8]
    entries, pictures = [], []
    for judged, crops in ((False, learn), (True, judge)):
        for crop in crops:
            image, corners = _reduced(crop)
            pictures.append(cv2.imencode(".webp", image, [cv2.IMWRITE_WEBP_QUALITY, _LOSSLESS if judged else quality])[1].ravel())
            entries.append(dict(text=list(crop.text), region=crop.region, source=crop.source, name=crop.name, judged=judged,
                                corners=None if corners is None else np.round(corners, 2).tolist()))
    np.savez(os.path.join(folder, "crops.npz"), pictures=np.concatenate(pictures), sizes=np.array([len(p) for p in pictures]),
             entries=np.frombuffer(json.dumps(entries, ensure_ascii=False).encode(), np.uint8))
    return len(learn), len(judge)


def read(folder):
    """(crops to learn from, crops to judge by) of a packed folder."""
    with np.load(os.path.join(folder, "crops.npz")) as stored:
        entries = json.loads(stored["entries"].tobytes().decode())
        pictures = np.split(stored["pictures"], np.cumsum(stored["sizes"])[:-1])
    learn, judge = [], []
    for entry, picture in zip(entries, pictures):
        corners = None if entry["corners"] is None else np.float32(entry["corners"])
        crop = Crop(cv2.imdecode(picture, cv2.IMREAD_COLOR), tuple(entry["text"]), entry["region"], entry["source"], entry["name"], corners)
        (judge if entry["judged"] else learn).append(crop)
    return learn, judge


def write_judged(folder, out):
    """The judged crops of a packed folder as PNG files with a crops.jsonl, for `matricula bench formats`; returns how many."""
    os.makedirs(out, exist_ok=True)
    judged = [crop for crop in read(folder)[1] if crop.text]
    with open(os.path.join(out, "crops.jsonl"), "w", encoding="utf-8") as file:
        for k, crop in enumerate(judged):
            cv2.imwrite(os.path.join(out, f"{k:05d}.png"), crop.image)
            corners = None if crop.corners is None else crop.corners.tolist()
            entry = dict(image=f"{k:05d}.png", text="".join(crop.text), region=crop.region or None, source=crop.source, corners=corners)
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
    return len(judged)


def digest(folder):
    """SHA-256 over the packed files."""
    total = hashlib.sha256()
    for name in ("atlas.npz", "crops.npz"):
        with open(os.path.join(folder, name), "rb") as file:
            total.update(file.read())
    return total.hexdigest()


def _reduced(crop):
    height, width = crop.image.shape[:2]
    scale = min(1.0, LARGEST[0] / height, LARGEST[1] / width)
    if scale == 1:
        return crop.image, crop.corners
    image = cv2.resize(crop.image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return image, None if crop.corners is None else crop.corners * scale
