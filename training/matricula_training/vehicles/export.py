"""The trained vehicle networks as ONNX graphs and their keys of the bundle's manifest."""
import json
import os

import cv2
import numpy as np
import torch
import torch.nn as nn

from matricula_training import bundle
from matricula_training.vehicles import COLOURS, ORIENTATIONS, TYPES
from matricula_training.vehicles import train_attributes, train_detector
from matricula_training.vehicles.attributes import HEADS, Marginals
from matricula_training.vehicles.detector import agreed
from matricula_training.vehicles.evaluate_types import BELOW, WEIGHT
from matricula_training.vehicles.find import KEPT, NMS
from matricula_training.vehicles.pack import MARGIN

OUTPUTS = ("models", "makes", "types", "colours", "orientations")


class DetectorGraph(nn.Module):
    """uint8 [1, H, W, 3] BGR, H and W multiples of 32 -> the best 100 cells [1, 100, 12]: score, x0, y0, x1, y1, chances of the types."""

    def __init__(self, net, temperature):
        super().__init__()
        self.net, self.temperature = net, float(temperature)

    def forward(self, image):
        scores, boxes, types = self.net(image.permute(0, 3, 1, 2).float())
        rows = torch.cat([scores.sigmoid(), boxes, (types / self.temperature).softmax(2)], 2)
        # A small picture has fewer cells than that.
        rows = torch.cat([rows, rows.new_zeros(1, KEPT, rows.shape[2])], 1)
        best = rows[..., 0].topk(KEPT, 1)[1]
        return agreed(rows.gather(1, best.unsqueeze(2).expand(-1, -1, 5 + len(TYPES))))


class AttributesGraph(nn.Module):
    """uint8 [N, H, W, 3] BGR -> logarithms of the chances of models, makes, types, colours and orientations [N, classes].

    Temperatures are applied inside; the chances of models and makes are sums over the finest classes."""

    def __init__(self, net, marginals, temperatures):
        super().__init__()
        self.net, self.temperatures = net, [float(temperatures.get(head, 1.0)) for head in HEADS]
        self.register_buffer("to_model", marginals.to_model)
        self.register_buffer("to_make", marginals.to_make)

    def forward(self, vehicles):
        logits = self.net(vehicles.permute(0, 3, 1, 2).float())
        vehicle, types, colours, orientations = ((logits[head] / t).log_softmax(1) for head, t in zip(HEADS, self.temperatures))
        chances = vehicle.exp()
        sums = [(chances @ matrix).clamp(min=1e-9).log() for matrix in (self.to_model, self.to_make)]
        return (*sums, types, colours, orientations)


def run(options):
    os.makedirs(options.out, exist_ok=True)
    if options.vehicles:
        export_detector(options)
    if options.attributes:
        export_attributes(options)


def export_detector(options):
    net, config, _ = train_detector.load(options.vehicles)
    kind = results(options, "vehicles.json")["type"]
    path = os.path.join(options.out, "vehicles.onnx")
    bundle.export_onnx(DetectorGraph(net, kind["temperature"]), torch.zeros(1, 256, 320, 3, dtype=torch.uint8), path, ["image"], ["detections"],
                       {"image": {1: "height", 2: "width"}})
    bundle.update_manifest(options.out, "vehicles", {
        "file": "vehicles.onnx", "sha256": bundle.sha256(path), "input.size": options.side or config["side"],
        "threshold": options.threshold, "nms.iou": NMS, "type.threshold": kind["threshold"], "types": ",".join(TYPES)})


def results(options, name):
    with open(os.path.join(options.results, name), encoding="utf-8") as text:
        return json.load(text)


def export_attributes(options):
    net, classes, _ = train_attributes.load(options.attributes)
    judged = results(options, "attributes.json")
    marginals, temperatures = Marginals.of(classes), judged["temperatures"]
    thresholds = {head: figures["threshold"] for head, figures in judged["heads"].items()}
    together = results(options, "types.json") if os.path.exists(os.path.join(options.results, "types.json")) else {}
    thresholds["type"] = together["both"]["threshold"] if together else thresholds.get("type", 0.0)
    height, width = options.size
    path, graph = os.path.join(options.out, "attributes.onnx"), AttributesGraph(net, marginals, temperatures)
    bundle.export_onnx(graph, torch.zeros(2, height, width, 3, dtype=torch.uint8), path,
                       ["vehicles"], list(OUTPUTS), {name: {0: "n"} for name in ("vehicles",) + OUTPUTS})
    bundle.update_manifest(options.out, "attributes", {
        "file": "attributes.onnx", "sha256": bundle.sha256(path), "height": height, "width": width, "margin": MARGIN,
        "makes.models": ",".join("|".join(pair) for pair in marginals.models), "makes": ",".join(marginals.makes),
        "types": ",".join(TYPES), "colours": ",".join(COLOURS), "orientations": ",".join(ORIENTATIONS),
        **{f"temperature.{head}": temperatures.get(head, 1.0) for head in HEADS},
        "type.weight": together.get("weight", WEIGHT), "type.below": together.get("below", BELOW),
        **{f"threshold.{head}": threshold for head, threshold in thresholds.items()}})
    if options.parity:
        parity(graph.eval(), options.parity, (["|".join(pair) for pair in marginals.models], COLOURS, ORIENTATIONS), options.size)


def parity(graph, folder, names, size):
    """Drawn vehicles and what the graph says of them, for a test of the Java side against this one.

    vehicles.png is a sheet of 4 rows of 2 pictures of the network's size; vehicles.tsv has one line for each: the best model, colour and
    orientation, each followed by its chance."""
    os.makedirs(folder, exist_ok=True)
    draw = np.random.default_rng(11)
    pictures = np.stack([drawn_vehicle(draw, *size) for _ in range(8)])
    with torch.no_grad():
        models, _, _, colours, orientations = graph(torch.from_numpy(pictures))
    sheet = pictures.reshape(4, 2, *size, 3).transpose(0, 2, 1, 3, 4).reshape(4 * size[0], -1, 3)
    cv2.imwrite(os.path.join(folder, "vehicles.png"), sheet, [cv2.IMWRITE_PNG_COMPRESSION, 9])
    with open(os.path.join(folder, "vehicles.tsv"), "w", encoding="utf-8") as file:
        for answers in zip(models, colours, orientations):
            best = [(head[answer.argmax()], answer.max().exp().item()) for head, answer in zip(names, answers)]
            file.write("\t".join(f"{name}\t{chance:.5f}" for name, chance in best) + "\n")


def drawn_vehicle(draw, height, width):
    """A car from the front or the rear on a street, uint8 [H, W, 3]."""
    picture = np.full((height, width, 3), draw.integers(70, 130), np.uint8)
    paint, glass = tuple(draw.integers(0, 256, 3).tolist()), (60, 55, 50)
    light = [(235, 245, 245), (30, 30, 200)][draw.integers(2)]
    left, right, top, low = width // 8, width - width // 8, int(height * draw.uniform(0.1, 0.25)), height - height // 7
    middle = (top + low) // 2
    cv2.fillPoly(picture, [np.array([[left + width // 8, top], [right - width // 8, top], [right, middle], [left, middle]])], paint, cv2.LINE_AA)
    cv2.fillPoly(picture, [np.array([[left + width // 6, top + 8], [right - width // 6, top + 8], [right - 12, middle - 6], [left + 12, middle - 6]])],
                 glass, cv2.LINE_AA)
    cv2.rectangle(picture, (left, middle), (right, low), paint, -1)
    for x in (left + width // 12, right - width // 12):
        cv2.ellipse(picture, (x, middle + height // 9), (width // 16, height // 18), 0, 0, 360, light, -1, cv2.LINE_AA)
        cv2.rectangle(picture, (x - 9, low), (x + 9, low + height // 10), (15, 15, 15), -1)
    cv2.rectangle(picture, (width // 2 - width // 9, low - height // 6), (width // 2 + width // 9, low - height // 16), (240, 240, 240), -1)
    return cv2.add(picture, draw.integers(0, 12, picture.shape, np.uint8))
