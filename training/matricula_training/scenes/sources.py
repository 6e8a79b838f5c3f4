"""Reads the scene manifests and divides them: whole sources and groups of look-alikes are held out for judging."""
import json
import os
import random
from dataclasses import dataclass

import cv2
import numpy as np

# Never trained on: sources of five countries, among them all dash-camera night pictures and all infra-red ones.
HELD_OUT_SOURCES = (
    "RobertLucian/license-plate-dataset",
    "NischayPurnekar/license-plate-dataset",
    "blastak/CVLab-license-plate",
    "nadeemcodes/Malaysia_Delloyd_Assignment1",
    "efm092000/Visi-n-por-Computador",
)
# Of these, a share of the groups of look-alike pictures is held out.
PARTLY_HELD_OUT = (
    "liuruoze/EasyPR",
    "GeorgeVasile04/Car-plate-detection",
    "AbdulQayyumAhmed/NUMBER-PLATE-DETECTOR",
    "conztantinee/thesis",
    "chirag-agrawal24/ANPR",
)
HELD_OUT_SHARE = 0.2
# Vehicle crops that were cut from none of the scenes, so that none of them shows what is held out.
CROPS = (
    "fmejbah/car_dataset1",
    "hieuphampm/Vehicle-Orientation-Classification-System",
    "Mohsin-Kn/vehicle-orientation-classification",
    "SadracSantacruz/CSE151A_Final_Project",
)
ALIKE_BITS = 34


@dataclass(frozen=True)
class Plate:
    """One labelled plate, in pixels: its box, and the corners as it is read where they are known."""
    box: tuple
    corners: tuple = None
    text: str = None


@dataclass(frozen=True)
class Candidate:
    """What an earlier detector found: score 0..1, box in pixels, and how sure an earlier reader was of a text of three symbols or more, 0..1."""
    score: float
    box: tuple
    read: float = 0.0


@dataclass(frozen=True)
class Scene:
    """One picture. `complete`: every plate in it is labelled. `vehicles`: boxes of vehicles, where those are labelled instead.
    `crop`: the picture shows one vehicle and hardly more."""
    path: str
    source: str
    width: int
    height: int
    complete: bool
    plates: tuple = ()
    vehicles: tuple = ()
    crop: bool = False

    @property
    def name(self):
        """The path within the data folder: `plates/scenes/...`."""
        return "/".join(self.path.split("/")[-4:])


def read_plate_scenes(data):
    """All scenes of `data`/plates."""
    scenes = []
    for row in read_rows(os.path.join(data, "plates", "scenes.jsonl")):
        plates = tuple(Plate(tuple(p["box"]), _corners(p), p.get("text")) for p in row["plates"])
        path = os.path.join(data, "plates", row["image"])
        scenes.append(Scene(path, row["source"], row["width"], row["height"], row["complete"], plates))
    return scenes


def read_vehicle_scenes(data):
    """All scenes of `data`/vehicles; their plates are not labelled."""
    scenes = []
    for row in read_rows(os.path.join(data, "vehicles", "scenes.jsonl")):
        vehicles = tuple(tuple(v["box"]) for v in row["vehicles"])
        path = os.path.join(data, "vehicles", row["image"])
        scenes.append(Scene(path, row["source"], row["width"], row["height"], False, (), vehicles))
    return scenes


def read_vehicle_crops(data):
    """The vehicle crops of `CROPS` below `data`/vehicles; their plates are not labelled."""
    rows = [row for row in read_rows(os.path.join(data, "vehicles", "crops.jsonl")) if row["source"] in CROPS]
    crops = []
    for row in rows:
        path = os.path.join(data, "vehicles", row["image"])
        height, width = cv2.imread(path).shape[:2]
        crops.append(Scene(path, row["source"], width, height, False, (), ((0, 0, width, height),), True))
    return crops


def read_candidates(path):
    """What `propose` wrote: {scene's name: (Candidate, ...)}."""
    return {row["image"]: tuple(Candidate(score, tuple(box), read) for score, *box, read in row["candidates"]) for row in read_rows(path)} if path else {}


def split(scenes, seed=5):
    """(training, held-out sources, held-out groups of look-alikes). No group lies on both sides."""
    away = [s for s in scenes if s.source in HELD_OUT_SOURCES]
    rest = [s for s in scenes if s.source not in HELD_OUT_SOURCES]
    kept, apart, draw = [], [], random.Random(seed)
    for group in alike(rest):
        partly = all(s.source in PARTLY_HELD_OUT for s in group)
        (apart if partly and draw.random() < HELD_OUT_SHARE else kept).extend(group)
    return kept, away, apart


def alike(scenes):
    """Groups of scenes that look alike, also mirrored, by the Hamming distance of 256-bit difference hashes."""
    hashes = np.array([_hash(s.path) for s in scenes])
    leader = list(range(len(scenes)))

    def root(i):
        while leader[i] != i:
            i = leader[i]
        return i

    for i, (plain, mirrored) in enumerate(hashes):
        near = np.minimum((hashes[:i, 0] != plain).sum(-1), (hashes[:i, 0] != mirrored).sum(-1)) <= ALIKE_BITS
        for j in np.flatnonzero(near):
            leader[root(i)] = root(j)
    groups = {}
    for i, scene in enumerate(scenes):
        groups.setdefault(root(i), []).append(scene)
    return list(groups.values())


def read_rows(path):
    """The objects of a file with one JSON object a line."""
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def _hash(path):
    grey = cv2.imread(path, cv2.IMREAD_GRAYSCALE)
    bits = []
    for picture in (grey, grey[:, ::-1]):
        small = cv2.resize(picture, (17, 16), interpolation=cv2.INTER_AREA).astype(np.int16)
        bits.append((small[:, 1:] > small[:, :-1]).reshape(-1))
    return bits


def _corners(plate):
    return tuple(map(tuple, plate["corners"])) if plate.get("corners") else None
