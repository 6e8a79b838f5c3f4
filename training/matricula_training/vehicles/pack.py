"""Packs pictures and labels into two shards that travel to the training machine: attributes.zip and scenes.zip.

A shard is an uncompressed zip of WebP pictures, `index.jsonl` (one record a picture, in order) and, for the attributes,
`classes.json`. `Shard` reads it.
"""
import glob
import io
import json
import os
import zipfile
from collections import Counter
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image

from matricula_training.vehicles import TYPES
from matricula_training.vehicles import sources
from matricula_training.vehicles.boxes import covered, overlaps

SURE = 0.6
# What is cut out beyond each edge of a vehicle, as a share of its width or height.
MARGIN = 0.04
UNTIGHT_SOURCES = ("vehicle-orientation", "pk-front-back", "vehicle-types")
# Copies of pictures that are held out, sheared, so that no hash finds them.
SKIPPED_PLATE_SOURCES = ("conztantinee+thesis",)
NEAR_TEST_BITS = 44


@dataclass(frozen=True)
class Shard:
    """Records and their encoded pictures."""
    records: list
    encoded: list
    classes: list

    @staticmethod
    def read(path, split=None):
        with zipfile.ZipFile(path) as archive:
            records = [json.loads(line) for line in archive.read("index.jsonl").decode().splitlines()]
            records = [r for r in records if split in (None, r["split"])]
            classes = json.loads(archive.read("classes.json")) if "classes.json" in archive.namelist() else []
            return Shard(records, [archive.read(r["file"]) for r in records], classes)

    def picture(self, i):
        """BGR uint8 [H, W, 3]."""
        return cv2.imdecode(np.frombuffer(self.encoded[i], np.uint8), cv2.IMREAD_COLOR)


class ShardWriter:
    def __init__(self, path, quality):
        self.archive, self.quality, self.records = zipfile.ZipFile(path, "w"), quality, []

    def add(self, picture, record, side):
        """Stores the picture with its long side at most `side`; returns the factor by which it was scaled."""
        scale = min(1.0, side / max(picture.shape[:2]))
        if scale < 1:
            picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        record.update(file=f"{len(self.records):05d}.webp", width=picture.shape[1], height=picture.shape[0])
        encoded = io.BytesIO()
        Image.fromarray(picture[:, :, ::-1]).save(encoded, "WEBP", quality=self.quality, method=6)
        self.archive.writestr(record["file"], encoded.getvalue())
        self.records.append(record)
        return scale

    def close(self, classes=None):
        index = "\n".join(json.dumps(r, ensure_ascii=False) for r in self.records)
        self.archive.writestr("index.jsonl", index, zipfile.ZIP_DEFLATED)
        if classes is not None:
            self.archive.writestr("classes.json", json.dumps(classes, ensure_ascii=False))
        self.archive.close()


def run(options):
    labels = {r["image"]: r for r in sources.read_index(options.labels)} if options.labels else {}
    eye = sources.read_by_eye(options.by_eye) if options.by_eye else {}
    scenes = sources.read_index(os.path.join(options.data, "scenes.jsonl")) if options.data else []
    pictures = [cv2.imread(os.path.join(options.data, s["image"])) for s in scenes]
    sources.split_scenes(scenes, pictures)
    os.makedirs(options.out, exist_ok=True)
    by_eye = pack_crops(options, labels, scenes, eye)
    if scenes:
        pack_scenes(options, labels, scenes, pictures, by_eye, eye)
    for path in sorted(glob.glob(os.path.join(options.out, "*.zip"))):
        print(path, f"{os.path.getsize(path) / 1e6:.1f} MB", len(Shard.read(path).records), "pictures")


def pack_scenes(options, labels, scenes, pictures, by_eye, eye):
    writer = ShardWriter(os.path.join(options.out, "scenes.zip"), options.scene_quality)
    for scene, picture in zip(scenes, pictures):
        # What was seen by eye in held-out scenes is for who judges: it came after their figures.
        seen = eye.get(scene["image"], {}) if scene["split"] == "train" else {}
        add_type(scene, by_eye.get((sources.folder(scene), sources.stem(scene))) or seen.get("type"))
        add_scene(writer, scene, picture, labels.get("vehicles/" + scene["image"], {}).get("boxes", []), options.scene_side)
    if options.plates:
        held = np.stack([sources.difference_hash(p) for s, p in zip(scenes, pictures) if s["split"] == "test"])
        add_plate_scenes(writer, options, labels, held, eye)
    writer.close()


def pack_crops(options, labels, scenes, eye):
    """Writes attributes.zip; returns the types of the crops by folder and name."""
    crops = sources.read_index(os.path.join(options.data, "crops.jsonl")) if options.data else []
    pictures = [cv2.imread(os.path.join(options.data, c["image"])) for c in crops]
    sources.split_crops(crops, pictures, scenes)
    for crop in crops:
        crop.update(eye.get(crop["image"], {}))
    street = list(street_crops(options, labels, scenes, eye))
    crops, pictures = crops + [crop for crop, _ in street], pictures + [picture for _, picture in street]
    for own in options.own or []:
        own_crops, own_pictures = read_own(own)
        crops, pictures = crops + own_crops, pictures + own_pictures
    classes = vehicle_classes(crops)
    place = {(c["make"], c["model"], c["body"], c["year"]): i for i, c in enumerate(classes)}
    writer = ShardWriter(os.path.join(options.out, "attributes.zip"), options.crop_quality)
    for crop, picture in zip(crops, pictures):
        label = labels.get("vehicles/" + crop["image"], {})
        box = best_box(label.get("boxes", []), picture)
        if sources.folder(crop) in UNTIGHT_SOURCES and box is not None:
            picture, box = cut(picture, box)
        record = dict(name=crop["image"], source=sources.folder(crop), split=crop["split"],
                      vehicle=place.get((crop.get("make"), crop.get("model"), crop.get("body"), crop.get("year"))),
                      types=[crop["type"]] if crop.get("type") else list(crop.get("types", sources.CAR)),
                      colour=crop.get("colour"), orientation=crop.get("orientation"), teacher_colours=label.get("colours"))
        height, width = picture.shape[:2]
        record["box"] = [0, 0, 1, 1] if box is None else np.round(np.array(box) / (width, height, width, height), 4).tolist()
        # Only make and model need every pixel.
        writer.add(picture, record, options.crop_side if record["vehicle"] is not None else options.plain_crop_side)
    writer.close(classes)
    return {(sources.folder(c), sources.stem(c)): c["type"] for c in crops if c.get("type")}


def street_crops(options, labels, scenes, eye):
    """(crop, picture) of the largest vehicle of each training scene that was labelled by eye."""
    known = {s["image"]: s for s in scenes if s["split"] == "train"}
    for image, label in eye.items():
        if image in known:
            root, boxes = options.data, [v["box"] for v in known[image]["vehicles"]]
        elif image.startswith("plates/") and options.plates:
            root, boxes = os.path.dirname(os.path.normpath(options.plates)), [b[1:5] for b in labels[image]["boxes"] if b[0] >= SURE]
        else:
            continue
        picture = cv2.imread(os.path.join(root, image))
        crop = dict(dict(type=None, types=TYPES, orientation=None, colour=None), image=image, split="train", **label)
        yield crop, cut(picture, max(boxes, key=box_area))[0]


def box_area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def add_type(scene, kind):
    """The largest vehicle of some scenes had its type labelled by eye."""
    if kind:
        max(scene["vehicles"], key=lambda v: box_area(v["box"]))["types"] = [kind]


def read_own(path):
    """Crops of one's own: a JSON Lines file in the form of crops.jsonl, pictures relative to it, `split` per row or by similarity."""
    crops = sources.read_index(path)
    pictures = [cv2.imread(os.path.join(os.path.dirname(path), c["image"])) for c in crops]
    for crop, picture in zip(crops, pictures):
        if picture is None:
            raise SystemExit(f"{path}: no picture {crop['image']}")
    keys = [f"{c.get('make')} {c.get('model')}" for c in crops]
    held = sources.hold_out(keys, sources.similarity_groups(pictures), sources.HELD_OUT_SHARE)
    for crop, out in zip(crops, held):
        crop.setdefault("split", "test" if out else "train")
    return crops, pictures


def vehicle_classes(crops):
    """The finest classes known, in alphabetical order: make, model, body and year with the type they imply."""
    found = {}
    for crop in crops:
        if crop.get("make"):
            key = (crop["make"], crop["model"], crop.get("body"), crop.get("year"))
            found[key] = dict(make=key[0], model=key[1], body=key[2], year=key[3], type=crop.get("type"))
    return [found[key] for key in sorted(found, key=lambda k: tuple(str(part) for part in k))]


def best_box(boxes, picture):
    """The largest sure box of the teacher, or None."""
    sure = [b for b in boxes if b[0] >= SURE]
    return max((b[1:5] for b in sure), key=box_area, default=None)


def cut(picture, box, margin=MARGIN):
    """The picture around the box, and the box in it."""
    x0, y0, x1, y1 = box
    dx, dy = margin * (x1 - x0), margin * (y1 - y0)
    height, width = picture.shape[:2]
    left, top = int(max(0, x0 - dx)), int(max(0, y0 - dy))
    part = picture[top:int(min(height, y1 + dy)) + 1, left:int(min(width, x1 + dx)) + 1]
    return part, [x0 - left, y0 - top, x1 - left, y1 - top]


def add_scene(writer, scene, picture, teacher, side):
    name = sources.folder(scene)
    vehicles = [dict(box=v["box"], types=v.get("types") or list(sources.possible_types(name, v["class"]))) for v in scene["vehicles"]]
    extra = unmatched(teacher, [v["box"] for v in vehicles])
    ignored = [b[1:5] for b in extra]
    if scene["split"] == "train" and not scene["complete"]:
        vehicles += [dict(box=b[1:5], types=list(TYPES)) for b in extra if b[0] >= SURE]
        ignored = [b[1:5] for b in extra if b[0] < SURE]
    record = dict(name=scene["image"], source=name, split=scene["split"], complete=scene["complete"])
    add_scaled(writer, picture, record, vehicles, ignored, side)


def add_plate_scenes(writer, options, labels, held, eye):
    """Plate scenes whose plates all lie in sure boxes of the teacher, and pictures without any vehicle."""
    taken = Counter()
    for scene in sources.read_index(os.path.join(options.plates, "scenes.jsonl")):
        if taken[sources.folder(scene)] >= options.plate_scenes_each:
            continue
        teacher = labels["plates/" + scene["image"]]["boxes"]
        vehicles = [b[1:5] for b in teacher if b[0] >= SURE]
        plates = [p["box"] for p in scene["plates"]]
        if sources.folder(scene) in SKIPPED_PLATE_SOURCES or bool(plates) != bool(vehicles):
            continue
        if plates and covered(plates, vehicles).max(1).min() < 0.9:
            continue
        picture = cv2.imread(os.path.join(options.plates, scene["image"]))
        if sources.distances(sources.difference_hash(picture)[None], held).min() <= NEAR_TEST_BITS:
            continue
        record = dict(name="plates/" + scene["image"], source="plates", split="train", complete=False)
        found = dict(vehicles=[dict(box=b, types=list(TYPES)) for b in vehicles])
        add_type(found, eye.get(record["name"], {}).get("type"))
        add_scaled(writer, picture, record, found["vehicles"], [b[1:5] for b in teacher if b[0] < SURE], options.scene_side)
        taken[sources.folder(scene)] += 1


def add_scaled(writer, picture, record, vehicles, ignored, side):
    scale = writer.add(picture, record, side)
    record["vehicles"] = [dict(v, box=np.round(np.array(v["box"]) * scale, 1).tolist()) for v in vehicles]
    record["ignored"] = [np.round(np.array(b) * scale, 1).tolist() for b in ignored]


def unmatched(teacher, boxes):
    """The teacher's boxes that show another vehicle than those known."""
    if not teacher or not boxes:
        return teacher
    found = np.array(teacher)[:, 1:5]
    known = (overlaps(found, boxes).max(1) > 0.4) | (covered(found, boxes).max(1) > 0.8)
    return [b for b, k in zip(teacher, known) if not k]
