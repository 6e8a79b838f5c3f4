"""Which crops are learnt from and which are judged by: whole sources, and in others whole groups of look-alikes."""
import hashlib

import cv2

from matricula_training.scenes import sources as scenes

# Whole sources that are only judged by. One Chinese source is learnt from, the other (another camera, 1,000 crops) is not.
HELD_OUT = {"ankandrew/cnn-ocr-lp", "oaacUis/tesis-colombian-plate-recognition", "sirius-ai/LPRNet_Pytorch",
            "blastak/CVLab-license-plate", "labelled/street-us", "labelled/street-other",
            "pradeepelavarasan/Auto-Rickshaw-Number-Plate-Dataset"}
# Of this one, with plates of many provinces, the scenes that the detector is judged by and every fourth one are judged.
PARTLY_HELD_OUT = "liuruoze/EasyPR"
_SCENES_HELD = 4
_HELD_SHARE = 8  # one group of look-alikes in so many of the other sources


def judged_scenes(data):
    """Names of the scenes of `PARTLY_HELD_OUT` in folder `data` whose plates are only judged by; what looks alike is on one side."""
    every = scenes.read_plate_scenes(data)
    _, away, apart = scenes.split(every + scenes.read_vehicle_scenes(data))
    some = [scene for scene in every if scene.source == PARTLY_HELD_OUT]
    held = {scene.name for scene in away + apart + some[::_SCENES_HELD]}
    return {scene.name for group in scenes.alike(some) if any(s.name in held for s in group) for scene in group}


def split(crops, held_scenes=frozenset()):
    """(to learn from, to judge by). Look-alikes (same or nearly same text, nearly same picture) never stand on both sides.

    `held_scenes`: names of the scenes whose crops are judged by."""
    group = _groups(crops)
    held = [crop.source in HELD_OUT or "plates/" + crop.name.split("#")[0] in held_scenes for crop in crops]
    judged_groups = {g for g, h in zip(group, held) if h}
    chosen = [h or crop.source != PARTLY_HELD_OUT and _digest(g) % _HELD_SHARE == 0 for crop, g, h in zip(crops, group, held)]
    train = [crop for crop, g, c in zip(crops, group, chosen) if not c and g not in judged_groups]
    return train, [crop for crop, c in zip(crops, chosen) if c]


def _digest(text):
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16)


def _groups(crops):
    """A name for each crop that its look-alikes share."""
    parent = {}

    def root(key):
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    def join(a, b):
        a, b = sorted((root(a), root(b)))
        parent[b] = a

    for k, crop in enumerate(crops):
        text = "".join(crop.text)
        join(f"crop {k}", f"text {text}")
        join(f"crop {k}", f"hash {_difference_hash(crop.image):x}")
        if len(text) >= 6:  # one character off: every text is joined with itself less one place
            for place in range(len(text)):
                join(f"crop {k}", f"less {text[:place]}_{text[place + 1:]}")
    names = {}
    for k, crop in enumerate(crops):
        names.setdefault(root(f"crop {k}"), "".join(crop.text))
    return [names[root(f"crop {k}")] for k in range(len(crops))]


def _difference_hash(image):
    small = cv2.resize(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), (9, 8), interpolation=cv2.INTER_AREA).astype(int)
    return int("".join("1" if v else "0" for v in (small[:, 1:] > small[:, :-1]).ravel()), 2)
