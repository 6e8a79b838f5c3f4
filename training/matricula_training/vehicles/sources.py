"""Reads the vehicle data's indexes and decides, by source and by similarity, what is held out."""
import json
import os
import zlib
from collections import defaultdict

import cv2
import numpy as np

from matricula_training.vehicles import TYPES

CAR = ("Pickup Truck", "Sedan", "SUV", "Van")
# A class name of the sources -> the types it may stand for. A type that no source tells apart stays open in training.
CLASS_TYPES = {
    "car": CAR,
    "vehicle": TYPES,
    "van": ("Van",),
    "bus": ("Bus",),
    "motorcycle": ("Motorcycle",),
    "truck": ("Big Truck",),
}
# Where trucks include pickups, or cars include trucks, the label says less.
LOOSE_CLASS_TYPES = {
    ("openimages-vehicles", "truck"): ("Big Truck", "Pickup Truck"),
    ("overhead-cctv", "car"): CAR + ("Big Truck",),
}
HELD_OUT_SOURCES = ("voc2007-cars", "openimages-plates")
HELD_OUT_SHARE = 0.15
HELD_OUT_SCENE_SHARE = 0.25
SAME_PICTURE_BITS = 24


def read_index(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_by_eye(path):
    """{image: {"type", "orientation", "colour"}}, only what is known; see the file's first lines."""
    with open(path, encoding="utf-8") as text:
        header, *rows = (line.rstrip("\n").split("\t") for line in text if not line.startswith("#"))
    return {row[0]: {key: value for key, value in zip(header[1:], row[1:]) if value != "-"} for row in rows}


def folder(record):
    return os.path.basename(os.path.dirname(record["image"]))


def stem(record):
    return os.path.splitext(os.path.basename(record["image"]))[0]


def possible_types(source, name):
    return LOOSE_CLASS_TYPES.get((source, name), CLASS_TYPES[name])


def difference_hash(picture):
    """256 bits as uint8[32]: which of two neighbours is brighter, on a 17 x 16 grey thumbnail."""
    grey = cv2.resize(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), (17, 16), interpolation=cv2.INTER_AREA).astype(np.int16)
    return np.packbits(grey[:, 1:] > grey[:, :-1])


def distances(hashes, others):
    """Number of differing bits, int[len(hashes), len(others)]."""
    bits = np.unpackbits(hashes, axis=1).astype(np.float32)
    other_bits = np.unpackbits(others, axis=1).astype(np.float32)
    return np.rint(bits.sum(1)[:, None] + other_bits.sum(1)[None] - 2 * bits @ other_bits.T).astype(np.int32)


def similarity_groups(pictures, limit=SAME_PICTURE_BITS):
    """A group number per picture: equal for pictures that are, also mirrored, nearly the same (transitively)."""
    hashes = np.stack([difference_hash(p) for p in pictures])
    mirrored = np.stack([difference_hash(p[:, ::-1]) for p in pictures])
    group = np.arange(len(pictures))
    for start in range(0, len(pictures), 1024):
        part = hashes[start:start + 1024]
        near = np.minimum(distances(part, hashes), distances(part, mirrored)) <= limit
        for i, j in zip(*np.nonzero(near)):
            if group[start + i] != group[j]:
                group[group == group[j]] = group[start + i]
    return group


def hold_out(keys, groups, share):
    """Held-out flags: of every key (a class, say) about `share`, whole groups only, drawn by a fixed rule."""
    members = defaultdict(list)
    for i, group in enumerate(groups):
        members[group].append(i)
    held, wanted, taken = np.zeros(len(keys), bool), defaultdict(float), defaultdict(int)
    for key in keys:
        wanted[key] += share
    for group in sorted(members, key=lambda g: zlib.crc32(str(g).encode())):
        key = keys[members[group][0]]
        if taken[key] + len(members[group]) <= wanted[key] + 0.5:
            held[members[group]] = True
            taken[key] += len(members[group])
    return held


def split_scenes(scenes, pictures):
    """Adds `split` (train or test) to each scene."""
    for name in sorted({folder(s) for s in scenes}):
        rows = [i for i, s in enumerate(scenes) if folder(s) == name]
        if name in HELD_OUT_SOURCES:
            held = np.ones(len(rows), bool)
        else:
            held = hold_out([rarest_class(scenes[i]) for i in rows],
                            similarity_groups([pictures[i] for i in rows], limit=56), HELD_OUT_SCENE_SHARE)
        for i, out in zip(rows, held):
            scenes[i]["split"] = "test" if out else "train"


def rarest_class(scene):
    classes = {v["class"] for v in scene["vehicles"]}
    return next((c for c in ("motorcycle", "bus", "truck", "van") if c in classes), "car")


def split_crops(crops, pictures, scenes):
    """Adds `split` to each crop: a crop goes where the scene goes that it was cut from."""
    scene_split = {(folder(s), stem(s)): s["split"] for s in scenes}
    for name in sorted({folder(c) for c in crops}):
        rows = [i for i, c in enumerate(crops) if folder(c) == name]
        for i, split in zip(rows, _crop_splits(name, [crops[i] for i in rows], [pictures[i] for i in rows], scene_split)):
            crops[i]["split"] = split


def _crop_splits(name, crops, pictures, scene_split):
    parents = {"scene-openimages": "openimages-vehicles", "scene-highway-id": "highway-id"}
    if name in HELD_OUT_SOURCES:
        return ["test"] * len(crops)
    if name == "pk-front-back":
        return ["train"] * len(crops)
    if name in parents:
        return [parent_split(parents[name], stem(c).rsplit("_", 1)[0], scene_split) for c in crops]
    held = hold_out([c["original_label"] for c in crops], similarity_groups(pictures), HELD_OUT_SHARE)
    return ["test" if out else "train" for out in held]


def parent_split(name, scene, scene_split):
    """Not every scene that crops were cut from is in the index: such a one draws its split by its name."""
    drawn = "test" if zlib.crc32(scene.encode()) % 1000 < 1000 * HELD_OUT_SCENE_SHARE else "train"
    return scene_split.get((name, scene), drawn)
