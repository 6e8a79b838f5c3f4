"""Judges the attributes network on held-out crops and fits the temperatures of its scores."""
import os

import numpy as np
import torch

from matricula_training.vehicles import COLOURS, ORIENTATIONS, TYPES, report
from matricula_training.vehicles.attributes import Marginals
from matricula_training.vehicles.pack import Shard
from matricula_training.vehicles.train_attributes import Crops, answers, load


def run(options):
    net, classes, facts = load(options.weights)
    shard = Shard.read(options.pack, "test")
    test = Crops.load(shard, options.size, "cpu")
    logits = answers(net, test.pictures, options.size, 64)
    os.makedirs(options.out, exist_ok=True)
    results = dict(training=facts, heads={})
    curves = {}
    for head, rows, truth, names, chances in questions(logits, test, Marginals.of(classes)):
        if len(rows):
            results["heads"][head], curves[head] = judged(head, rows, truth, names, chances, shard, options.out)
    results["temperatures"] = temperatures(logits, test)
    report.draw_reliability(os.path.join(options.out, "attributes-reliability.png"), curves, "attributes, held-out crops")
    report.write_json(os.path.join(options.out, "attributes.json"), results)
    print({head: (r["accuracy"]["share"], r["calibration_error"]) for head, r in results["heads"].items()}, results["temperatures"])


def known(labels):
    """Rows whose label is certain, and the labels, for each head of the network."""
    def single(possible, more=None):
        rows = (possible.sum(1) == 1) if more is None else (possible.sum(1) == 1) & more
        return rows.nonzero()[:, 0], possible.float().argmax(1)[rows]
    facing, named = labels.orientation >= 0, labels.vehicle >= 0
    return dict(vehicle=(named.nonzero()[:, 0], labels.vehicle[named]), type=single(labels.types),
                colour=single(labels.colours, labels.colour_weight == 1), orientation=(facing.nonzero()[:, 0], labels.orientation[facing]))


def temperatures(logits, test):
    return {head: report.temperature(logits[head][rows], truth) for head, (rows, truth) in known(test.labels).items() if len(rows)}


def questions(logits, test, marginals):
    """(name, rows of the shard, true classes, class names, chances) of all that is asked."""
    for head, (rows, truth) in known(test.labels).items():
        chances = report.half_tempered(logits[head][rows], truth)
        if head == "vehicle":
            yield "model", rows, marginals.to_model[truth].argmax(1), ["|".join(m) for m in marginals.models], chances @ marginals.to_model
            yield "make", rows, marginals.to_make[truth].argmax(1), marginals.makes, chances @ marginals.to_make
        else:
            yield head, rows, truth, dict(type=TYPES, colour=COLOURS, orientation=ORIENTATIONS)[head], chances


def judged(head, rows, truth, names, chances, shard, folder):
    scores, guess = chances.max(1)
    right = (guess == truth).numpy()
    table = report.confusion(truth, guess, names)
    if len(names) <= 60:
        report.draw_confusion(os.path.join(folder, f"attributes-{head}-confusion.png"), table, names, f"{head}, held-out crops")
    wrong = sorted(np.nonzero(~right)[0], key=lambda i: -scores[i])
    report.draw_sheet(os.path.join(folder, f"attributes-{head}-failures.png"), [shard.picture(int(rows[i])) for i in wrong[:64]],
                      [f"{names[truth[i]]}\n-> {names[guess[i]]} {scores[i]:.2f}" for i in wrong[:64]])
    result = dict(accuracy=report.share(right), calibration_error=report.calibration_error(scores, right), classes=report.class_table(table, names),
                  sources=by_source(rows, right, shard.records), **report.threshold(scores.numpy(), right))
    if len(names) > 5:
        result["top3"] = report.share((chances.topk(3, 1).indices == truth[:, None]).any(1))
    return result, (scores.numpy(), right)


def by_source(rows, right, records):
    names = [records[int(i)]["source"] for i in rows]
    return {name: report.share([r for r, n in zip(right, names) if n == name]) for name in sorted(set(names))}
