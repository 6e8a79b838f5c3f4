"""Judges the vehicle detector on held-out scenes."""
import os

import cv2
import numpy as np
import torch

from matricula_training.vehicles import TYPES, report
from matricula_training.vehicles.find import false_finds, find, letterboxed, main_vehicle, match
from matricula_training.vehicles.pack import Shard
from matricula_training.vehicles.train_detector import load


def run(options):
    net, config, facts = load(options.weights)
    shard = Shard.read(options.pack, "test")
    found = find(net, letterboxed(shard, options.side or config["side"]))
    os.makedirs(options.out, exist_ok=True)
    results = dict(training=facts, threshold=options.threshold, sources={})
    for source in [None] + sorted({r["source"] for r in shard.records}):
        members = [i for i, r in enumerate(shard.records) if source in (None, r["source"])]
        results["sources"][source or "all"] = boxes_judged([shard.records[i] for i in members], [found[i] for i in members], options.threshold)
    results["thresholds"] = {str(t): boxes_judged(shard.records, found, t)["main"]["share"] for t in (0.1, 0.2, 0.3, 0.4, 0.5)}
    results["type"], type_curve = types_judged(shard.records, found, options.threshold, options.out)
    curves = dict(box=finds(shard.records, found), type=type_curve)
    results["calibration_error"] = {name: report.calibration_error(*curve) for name, curve in curves.items()}
    report.draw_reliability(os.path.join(options.out, "vehicles-reliability.png"), curves, "vehicle detector, held-out scenes")
    draw_failures(shard, found, options)
    report.write_json(os.path.join(options.out, "vehicles.json"), results)
    print({s: (r["main"]["share"], r["every"]["share"], r["false_per_scene"]) for s, r in results["sources"].items()},
          "type", results["type"]["accuracy"], results["thresholds"])


def boxes_judged(records, found, threshold):
    main, every, false, complete = [], [], 0, 0
    for record, rows in zip(records, found):
        rows = rows[rows[:, 0] >= threshold]
        owner = match(record, rows)
        every += list(owner >= 0)
        if record["vehicles"]:
            main.append(owner[main_vehicle(record)] >= 0)
        if record["complete"]:
            complete, false = complete + 1, false + len(false_finds(record, rows, owner))
    per_scene = round(false / complete, 3) if complete else None
    return dict(main=report.share(main), every=report.share(every), complete_scenes=complete, false_per_scene=per_scene)


def types_judged(records, found, threshold, folder):
    """Types of the main vehicles whose box was found and whose one type is known."""
    truth, chances, source = [], [], []
    for record, rows in zip(records, found):
        owner = match(record, rows[rows[:, 0] >= threshold])
        largest = main_vehicle(record) if record["vehicles"] else None
        if largest is None or owner[largest] < 0 or len(record["vehicles"][largest]["types"]) != 1:
            continue
        truth.append(TYPES.index(record["vehicles"][largest]["types"][0]))
        chances.append(rows[owner[largest], 5:])
        source.append(record["source"])
    if not truth:
        return dict(accuracy=report.share([]), temperature=1.0, threshold=0.0), (np.empty(0), np.empty(0, bool))
    logits, truth = torch.tensor(np.array(chances)).clamp(min=1e-9).log(), torch.tensor(truth)
    scores, guess = report.half_tempered(logits, truth).max(1)
    right = (guess == truth).numpy()
    table = report.confusion(truth, guess, TYPES)
    report.draw_confusion(os.path.join(folder, "vehicles-type-confusion.png"), table, TYPES, "type of the main vehicle, held-out scenes")
    by_source = {name: report.share([r for r, s in zip(right, source) if s == name]) for name in sorted(set(source))}
    figures = dict(accuracy=report.share(right), temperature=report.temperature(logits, truth), classes=report.class_table(table, TYPES), sources=by_source)
    return dict(figures, **report.threshold(scores.numpy(), right)), (scores.numpy(), right)


def finds(records, found):
    """(score, whether it shows a vehicle) of all boxes in the scenes that are labelled completely."""
    scores, right = [], []
    for record, rows in zip(records, found):
        if record["complete"]:
            owner = set(match(record, rows))
            false = set(false_finds(record, rows, owner))
            judged = [i for i in range(len(rows)) if i in owner or i in false]
            scores += [rows[i, 0] for i in judged]
            right += [i in owner for i in judged]
    return np.array(scores), np.array(right, bool)


def draw_failures(shard, found, options):
    pictures, captions = [], []
    for i, (record, rows) in enumerate(zip(shard.records, found)):
        rows = rows[rows[:, 0] >= options.threshold]
        owner = match(record, rows)
        if record["vehicles"] and owner[main_vehicle(record)] < 0:
            picture = shard.picture(i)
            boxed(picture, record["vehicles"][main_vehicle(record)]["box"], (0, 255, 255))
            for row in rows:
                boxed(picture, row[1:5], (0, 0, 255))
            pictures.append(picture)
            captions.append(f"{record['source']}\n{os.path.basename(record['name'])}")
    report.draw_sheet(os.path.join(options.out, "vehicles-missed.png"), pictures, captions)


def boxed(picture, box, colour):
    x0, y0, x1, y1 = (int(v) for v in box)
    cv2.rectangle(picture, (x0, y0), (x1, y1), colour, 2)
