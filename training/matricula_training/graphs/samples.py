"""Pictures that a network was trained on, as inputs of its graph: what the ranges of its values are learnt from."""
import random

import cv2

from matricula_training.detector.finder import letterbox
from matricula_training.reader import pack as reader_pack
from matricula_training.reader.data import rectify
from matricula_training.scenes.pack import read_pack
from matricula_training.vehicles import find
from matricula_training.vehicles.pack import Shard


def of(network, pack, manifest, count=256, seed=3):
    """`count` inputs uint8 [1,H,W,3] for `network` from its training pack, sized as the bundle's manifest tells."""
    return [picture[None] for picture in _READERS[network](pack, manifest, count, random.Random(seed))]


def _detector(pack, manifest, count, draw):
    looks = [int(look) for look in manifest["detector.looks"].split(",")]
    scenes = list(read_pack(pack))
    draw.shuffle(scenes)
    return [letterbox(picture, looks[k % len(looks)] / max(picture.shape[:2])) for k, (_, picture) in enumerate(scenes[:count])]


def _reader(pack, manifest, count, draw):
    crops = [crop for crop in reader_pack.read(pack)[0] if crop.text]
    margin = float(manifest["reader.margin.x"]), float(manifest["reader.margin.y"])
    return [rectify(crop, int(manifest["reader.height"]), int(manifest["reader.width"]), margin) for crop in draw.sample(crops, count)]


def _vehicles(pack, manifest, count, draw):
    shard = Shard.read(pack, "train")
    chosen = draw.sample(range(len(shard.records)), count)
    return [find.letterbox(shard.picture(i), int(manifest["vehicles.input.size"]))[0] for i in chosen]


def _attributes(pack, manifest, count, draw):
    shard = Shard.read(pack, "train")
    size = int(manifest["attributes.width"]), int(manifest["attributes.height"])
    return [cv2.resize(shard.picture(i), size, interpolation=cv2.INTER_LINEAR) for i in draw.sample(range(len(shard.records)), count)]


_READERS = {"detector": _detector, "reader": _reader, "vehicles": _vehicles, "attributes": _attributes}
