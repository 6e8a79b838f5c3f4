"""How well the graphs of a bundle do on pictures that they were never trained on, run by ONNX Runtime as the service runs them."""
import os

import cv2
import numpy as np
import torch

from matricula_training.detector import evaluate as plates
from matricula_training.detector.finder import Finder
from matricula_training.graphs.graph import Graph, plates_at
from matricula_training.reader import evaluate as texts
from matricula_training.reader import pack as reader_pack
from matricula_training.reader.alphabet import BLANK, best_path
from matricula_training.scenes import sources
from matricula_training.vehicles import evaluate_types, find
from matricula_training.vehicles.attributes import Marginals
from matricula_training.vehicles.evaluate_attributes import known
from matricula_training.vehicles.pack import Shard
from matricula_training.vehicles.sources import read_by_eye
from matricula_training.vehicles.train_attributes import Crops


def judge(folder, network, held_out):
    """Figures of one network, with its size and the processor's time of a run. `held_out`: the data folder for the detector, else the pack."""
    graph = Graph(folder, network)
    figures = _JUDGES[network](graph, held_out)
    return dict(network=network, bytes=os.path.getsize(graph.path), cpu_ms_a_run=round(1e3 * graph.seconds / graph.runs, 2), **figures)


def types(folder, pack, by_eye=None):
    """Figures of the types that the detector of vehicles and the attributes' network tell; of the closer look its share, and the time of a run."""
    detector, attributes = Graph(folder, "vehicles"), Graph(folder, "attributes")
    side, size = int(detector.manifest["vehicles.input.size"]), [int(detector.manifest["attributes." + key]) for key in ("height", "width")]
    shard = Shard.read(pack, "test")
    pictures = [find.letterbox(shard.picture(i), side) for i in evaluate_types.typed(shard)]
    found = [find.suppressed(detector(picture[None])["detections"][0].copy(), scale) for picture, scale in pictures]
    look = lambda picture: attributes(evaluate_types.scaled(picture, size)[None])["types"][0]
    mains = evaluate_types.gathered(shard, found, look, float(detector.manifest["vehicles.threshold"]))
    below, weight = (float(detector.manifest["attributes.type." + key]) for key in ("below", "weight"))
    thresholds = [float(detector.manifest[key]) for key in ("vehicles.type.threshold", "attributes.threshold.type")]
    figures = evaluate_types.judged(mains, read_by_eye(by_eye) if by_eye else {}, below, weight, thresholds)
    return dict(network="types", bytes=os.path.getsize(detector.path) + os.path.getsize(attributes.path),
                cpu_ms_a_run=round(1e3 * attributes.seconds / attributes.runs, 2), **figures)


def parity(folder, network, drawn):
    """Writes what the bundle's network says of a sheet of drawn pictures (`export --parity` wrote both), for a test that Java says the same."""
    graph = Graph(folder, network)
    sheet, lines = _PARITIES[network]
    height, width = int(graph.manifest[network + ".height"]), int(graph.manifest[network + ".width"])
    picture = cv2.imread(os.path.join(drawn, sheet + ".png"))
    tiles = picture.reshape(picture.shape[0] // height, height, -1, width, 3).swapaxes(1, 2).reshape(-1, height, width, 3)
    answers = [graph(tile[None]) for tile in tiles]
    with open(os.path.join(drawn, sheet + ".tsv"), "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines({name: np.concatenate([a[name] for a in answers]) for name in answers[0]}, graph.manifest))


def _plate_lines(answers, _):
    logprobs = torch.from_numpy(answers["logprobs"])
    read = best_path(logprobs)
    return [f"{''.join(text)}\t{float(score):.5f}" for text, score in zip(read, texts.probability(logprobs, read))]


def _vehicle_lines(answers, manifest):
    heads = (("models", "makes.models"), ("colours", "colours"), ("orientations", "orientations"))
    columns = []
    for output, key in heads:
        names = manifest["attributes." + key].split(",")
        columns.append([f"{names[row.argmax()]}\t{np.exp(row.max()):.5f}" for row in answers[output]])
    return ["\t".join(parts) for parts in zip(*columns)]


_PARITIES = {"reader": ("plates", _plate_lines), "attributes": ("vehicles", _vehicle_lines)}


class _GraphFinder(Finder):
    def __init__(self, graph, nms_iou):
        self.graph, self.nms_iou = graph, nms_iou

    def _look(self, picture, scale, threshold):
        rows = plates_at(self.graph, picture, scale)
        return rows[rows[:, 0] > threshold]


def _detector(graph, data):
    _, away, apart = sources.split(sources.read_plate_scenes(data) + sources.read_vehicle_scenes(data))
    looks = tuple(int(look) for look in graph.manifest["detector.looks"].split(","))
    judged = plates.look_at(_GraphFinder(graph, float(graph.manifest["detector.nms.iou"])), away + apart, looks)
    table = plates.summary(judged, float(graph.manifest["detector.threshold"]))["all"]
    best = plates.best_threshold(judged)
    return {key: table[key] for key in ("plates", "recall", "recall_interval", "precision", "best_box_right", "recall_at_iou_07")} | {
        "best_threshold": best, "best_f1": plates.summary(judged, best)["all"]["f1"]}


class _Net:
    """The reader's graph, called like the network itself."""

    def __init__(self, graph):
        self.graph = graph
        self.shape = type("Shape", (), {"height": int(graph.manifest["reader.height"]), "width": int(graph.manifest["reader.width"])})

    def eval(self):
        return self

    def __call__(self, pictures):
        parts = [self.graph(part.permute(0, 2, 3, 1).to(torch.uint8).numpy()) for part in pictures.split(1)]
        return tuple(torch.from_numpy(np.concatenate([part[name] for part in parts])) for name in ("logprobs", "region"))


def _reader(graph, pack):
    assert int(graph.manifest["reader.blank"]) == BLANK
    margin = float(graph.manifest["reader.margin.x"]), float(graph.manifest["reader.margin.y"])
    rows = texts.read(_Net(graph), reader_pack.read(pack)[1], margin, "cpu")
    return {key: texts.summary(rows)[key] for key in ("count", "exact", "exact_interval", "alike")}


def _vehicles(graph, pack):
    shard = Shard.read(pack, "test")
    pictures = find.letterboxed(shard, int(graph.manifest["vehicles.input.size"]))
    found = [find.suppressed(graph(picture[None])["detections"][0].copy(), scale) for picture, scale in pictures]
    figures = find.judge(shard.records, found, float(graph.manifest["vehicles.threshold"]))
    return dict(scenes=len(found), **{key: round(value, 4) for key, value in figures.items()})


def _attributes(graph, pack):
    shard = Shard.read(pack, "test")
    height, width = int(graph.manifest["attributes.height"]), int(graph.manifest["attributes.width"])
    test = Crops.load(shard, (height, width), "cpu")
    answers = [graph(picture.permute(1, 2, 0)[None].to(torch.uint8).numpy()) for picture in test.pictures]
    logits = {name: np.concatenate([answer[name] for answer in answers]) for name in answers[0]}
    figures, labels = dict(crops=len(answers)), known(test.labels)
    marginals = Marginals.of(shard.classes)
    rows, truth = labels["vehicle"]
    labels = dict(models=(rows, marginals.to_model[truth].argmax(1)), makes=(rows, marginals.to_make[truth].argmax(1)),
                  types=labels["type"], colours=labels["colour"], orientations=labels["orientation"])
    for name, (rows, truth) in labels.items():
        figures[name] = round(float((logits[name][rows.numpy()].argmax(1) == truth.numpy()).mean()), 4)
    return figures


_JUDGES = {"detector": _detector, "reader": _reader, "vehicles": _vehicles, "attributes": _attributes}
