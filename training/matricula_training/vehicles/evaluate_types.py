"""Judges the types that the detector and the attributes' network tell, of the main vehicles of held-out scenes.

The detector saw whole vehicles in their streets, the attributes' network saw them larger but mostly in photographs of dealers: the logarithms of
both are added, those of the latter with a weight. That is done for all vehicles whose description is asked for anyway, and else only where the
detector's best chance is below BELOW, for it costs a run of the second network."""
import json
import os
from dataclasses import dataclass

import cv2
import numpy as np
import torch

from matricula_training.vehicles import TYPES, report, sources, train_attributes, train_detector
from matricula_training.vehicles.find import find, letterbox, main_vehicle, match
from matricula_training.vehicles.pack import Shard, cut

WEIGHT = 0.5
BELOW = 0.7
CURVE = (0.0, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9, 1.0)
# By eye: nobody can tell.
UNCLEAR = "?"


@dataclass(frozen=True)
class Mains:
    """Main vehicles that were found: scenes, types as labelled [N], chances of the detector [N, 7], logarithms of those of the closer look [N, 7]."""
    names: list
    truth: np.ndarray
    detected: np.ndarray
    seen: np.ndarray

    def told(self, below, weight=WEIGHT):
        """Chances [N, 7] where the closer look counts for those whose best chance is below `below`, and which these are."""
        doubtful = self.detected.max(1) < below
        return np.where(doubtful[:, None], together(self.detected, self.seen, weight), self.detected), doubtful

    def clear(self, by_eye):
        """Which ones can be told by eye, and all types with those labels corrected that are wrong."""
        eye = [by_eye.get(name, {}).get("type") for name in self.names]
        known = np.array([kind != UNCLEAR for kind in eye])
        return known, np.array([TYPES.index(kind) if kind in TYPES else old for kind, old in zip(eye, self.truth)])


def run(options):
    detector, config, _ = train_detector.load(options.vehicles)
    attributes, _, _ = train_attributes.load(options.attributes)
    heats = temperatures(options.out)
    shard = Shard.read(options.pack, "test")
    found = find(detector, [letterbox(shard.picture(i), options.side or config["side"]) for i in typed(shard)])
    for rows in found:
        rows[:, 5:] = softmax(np.log(np.maximum(rows[:, 5:], 1e-9)) / heats["vehicles"])
    mains = gathered(shard, found, lambda picture: closer_look(attributes, picture, heats["attributes"], options.size), options.threshold)
    by_eye = sources.read_by_eye(options.by_eye) if options.by_eye else {}
    figures = judged(mains, by_eye)
    for rule, below in (("closer", BELOW), ("both", 1.0)):
        table = report.confusion(mains.truth, mains.told(below)[0].argmax(1), TYPES)
        figures[rule]["classes"] = report.class_table(table, TYPES)
        report.draw_confusion(os.path.join(options.out, f"types-{rule}-confusion.png"), table, TYPES, f"type, {TITLES[rule]}")
    figures["curve"] = [dict(below=below, **judged_rule(mains, by_eye, below)) for below in CURVE]
    report.write_json(os.path.join(options.out, "types.json"), figures)
    print(json.dumps({rule: (figures[rule]["accuracy"]["share"], figures[rule]["clear"]["share"]) for rule in ("detector", "closer", "both")}))


TITLES = dict(closer="a closer look in doubt", both="both networks")


def judged(mains, by_eye, below=BELOW, weight=WEIGHT, thresholds=None):
    """Figures of the detector alone, of a closer look in doubt and of both networks always; `told`: what is answered with the thresholds of
    the detector and of both together, by default those with which enough of their own answers are right."""
    limits = dict(detector=0.0, closer=below, both=1.0)
    rules = {rule: judged_rule(mains, by_eye, limit, weight) for rule, limit in limits.items()}
    alone, both = thresholds or (rules["detector"]["threshold"], rules["both"]["threshold"])
    for rule, limit in limits.items():
        rules[rule]["told"] = answered(mains, by_eye, limit, weight, alone if rule == "detector" else both)
    return dict(weight=weight, below=below, **rules)


def judged_rule(mains, by_eye, below, weight=WEIGHT):
    """`clear`: without the vehicles that nobody can tell by eye, and with wrong labels corrected. `looked`: how many are looked at closer."""
    chances, doubtful = mains.told(below, weight)
    scores, guess = chances.max(1), chances.argmax(1)
    right, (known, corrected) = guess == mains.truth, mains.clear(by_eye)
    return dict(accuracy=report.share(right), clear=report.share((guess == corrected)[known]), looked=round(float(doubtful.mean()), 3),
                calibration_error=report.calibration_error(scores, right), **report.threshold(scores, right))


def answered(mains, by_eye, below, weight, threshold):
    """What becomes of the answers if types under the threshold are left open: how many are told, and how many of these are right."""
    chances, _ = mains.told(below, weight)
    told, guess = chances.max(1) >= threshold, chances.argmax(1)
    known, corrected = mains.clear(by_eye)
    return dict(threshold=threshold, share=report.share(told), right=report.share((guess == mains.truth)[told]),
                clear=report.share((guess == corrected)[told & known]))


def gathered(shard, found, look, threshold):
    """`found`: for each of the typed scenes its boxes with tempered chances of the types; `look`: cut-out picture to logarithms of such chances."""
    names, truth, detected, seen = [], [], [], []
    for i, boxes in zip(typed(shard), found):
        record, boxes = shard.records[i], boxes[boxes[:, 0] >= threshold]
        owner = match(record, boxes)[main_vehicle(record)]
        if owner >= 0:
            names.append(record["name"])
            truth.append(exact_type(record))
            detected.append(boxes[owner, 5:])
            seen.append(look(cut(shard.picture(i), boxes[owner, 1:5])[0]))
    return Mains(names, np.array(truth), np.array(detected, float), np.array(seen, float))


def typed(shard):
    """Numbers of the scenes whose main vehicle's type is known."""
    return [i for i, record in enumerate(shard.records) if exact_type(record) is not None]


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
def closer_look(net, picture, temperature, size):
    logits = net(torch.from_numpy(scaled(picture, size))[None].permute(0, 3, 1, 2).float())["type"][0]
    return (logits / temperature).log_softmax(0).numpy()


def scaled(picture, size):
    height, width = size
    return cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA if picture.shape[1] > width else cv2.INTER_LINEAR)


def together(detected, seen, weight=WEIGHT):
    """Chances [N, 7] of the detector's chances and the closer look's logarithms, temperatures applied."""
    return softmax(np.log(np.maximum(detected, 1e-9)) + weight * seen)


def softmax(logits):
    chances = np.exp(logits - logits.max(1, keepdims=True))
    return chances / chances.sum(1, keepdims=True)
