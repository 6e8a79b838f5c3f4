"""Judges the types that the detector and the attributes' network tell together, of the main vehicles of held-out scenes.

The detector saw whole vehicles in their streets, the attributes' network saw them larger but mostly in photographs of dealers: the logarithms of
both are added, those of the latter with a weight."""
import json
import os

import cv2
import numpy as np
import torch

from matricula_training.vehicles import TYPES, report, train_attributes, train_detector
from matricula_training.vehicles.find import find, letterbox, main_vehicle, match
from matricula_training.vehicles.pack import Shard, cut

WEIGHT = 0.5


def run(options):
    detector, config, _ = train_detector.load(options.vehicles)
    attributes, _, _ = train_attributes.load(options.attributes)
    heats = temperatures(options.out)
    shard = Shard.read(options.pack, "test")
    rows = [i for i, record in enumerate(shard.records) if exact_type(record) is not None]
    found = find(detector, [letterbox(shard.picture(i), options.side or config["side"]) for i in rows])
    truth, chances = [], []
    for i, boxes in zip(rows, found):
        record, boxes = shard.records[i], boxes[boxes[:, 0] >= options.threshold]
        owner = match(record, boxes)[main_vehicle(record)]
        if owner >= 0:
            seen = closer_look(attributes, cut(shard.picture(i), boxes[owner, 1:5])[0], options.size)
            detected = np.log(np.maximum(boxes[owner, 5:], 1e-9))
            truth.append(exact_type(record))
            chances.append(together(detected / heats["vehicles"], seen / heats["attributes"]))
    scores, guess = np.array(chances).max(1), np.array(chances).argmax(1)
    right = guess == np.array(truth)
    table = report.confusion(torch.tensor(truth), torch.from_numpy(guess), TYPES)
    report.draw_confusion(os.path.join(options.out, "types-confusion.png"), table, TYPES, "type of the main vehicle, both networks")
    figures = dict(weight=WEIGHT, accuracy=report.share(right), calibration_error=report.calibration_error(scores, right),
                   classes=report.class_table(table, TYPES), **report.threshold(scores, right))
    report.write_json(os.path.join(options.out, "types.json"), figures)
    print(figures)


def temperatures(folder):
    """Those that the evaluations of the two networks fitted."""
    with open(os.path.join(folder, "vehicles.json"), encoding="utf-8") as vehicles, \
            open(os.path.join(folder, "attributes.json"), encoding="utf-8") as attributes:
        return dict(vehicles=json.load(vehicles)["type"]["temperature"], attributes=json.load(attributes)["temperatures"]["type"])


def exact_type(record):
    """Number of the main vehicle's type, None where it is not known."""
    types = record["vehicles"][main_vehicle(record)]["types"] if record["vehicles"] else ()
    return TYPES.index(types[0]) if len(types) == 1 else None


@torch.no_grad()
def closer_look(net, picture, size):
    height, width = size
    small = cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA if picture.shape[1] > width else cv2.INTER_LINEAR)
    return net(torch.from_numpy(small)[None].permute(0, 3, 1, 2).float())["type"][0].numpy()


def together(detected, seen):
    """Chances [7] of logits of both networks, temperatures applied."""
    normed = [logits - np.log(np.exp(logits - logits.max()).sum()) - logits.max() for logits in (detected, seen)]
    chances = np.exp(normed[0] + WEIGHT * normed[1])
    return chances / chances.sum()
