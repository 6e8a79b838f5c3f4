"""Commands of the plate detector."""
import json
import os
import time

import cv2
import torch

from matricula_training import bundle, loop
from matricula_training.scenes import sources
from matricula_training.scenes.pack import pack
from matricula_training.detector import evaluate, export, propose, train
from matricula_training.detector.finder import Finder
from matricula_training.reader import train as reader_train
from matricula_training.reader.cli import CONFIG as READER

CONFIG = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "configs", "detector.yaml")


def register(commands):
    packing = commands.add_parser("pack", help="write the training scenes into one small file")
    packing.add_argument("data", help="data folder")
    packing.add_argument("out", help="pack to write (.zip)")
    packing.add_argument("--candidates", help="boxes that an earlier detector proposed for pictures without complete labels (.jsonl)")
    packing.set_defaults(run=_pack)

    training = commands.add_parser("train", help="train, or go on with a training that was stopped")
    training.add_argument("pack")
    training.add_argument("atlas", help="glyph atlas for the drawn plates (.npz)")
    training.add_argument("out", help="averaged weights to write (.pt)")
    training.add_argument("--config", default=CONFIG)
    training.add_argument("--checkpoint", help="default: OUT with .checkpoint.pt")
    training.add_argument("--warm", help="weights to start from")
    training.add_argument("--device", default="auto")
    training.add_argument("--workers", type=int, default=0, help="processes that draw plates")
    training.add_argument("--limit", type=int, default=0, help="use only so many scenes")
    for name, kind in (("minutes", float), ("samples", int), ("lr", float), ("batch", int), ("plates", int), ("lookalikes", int)):
        training.add_argument("--" + name, type=kind)
    training.add_argument("--sizes", type=lambda text: tuple(map(int, text.split(","))))
    training.set_defaults(run=_train)

    judging = commands.add_parser("evaluate", help="judge weights on the held-out scenes")
    judging.add_argument("data")
    judging.add_argument("weights")
    judging.add_argument("results", help="JSON file to write")
    judging.add_argument("--config", default=CONFIG)
    judging.add_argument("--sizes", type=lambda text: tuple(map(int, text.split(","))), default=(640,), help="looks, from small to large")
    judging.add_argument("--threshold", type=float, help="default: the best by F1")
    judging.add_argument("--set", choices=("sources", "alike", "both"), default="both", help="held-out sources, held-out look-alike groups")
    judging.add_argument("--sheet", help="picture of the failures to write")
    judging.add_argument("--device", default="auto")
    judging.set_defaults(run=_evaluate)

    proposing = commands.add_parser("propose", help="candidates for pictures without complete labels, for `pack`")
    proposing.add_argument("data")
    proposing.add_argument("weights")
    proposing.add_argument("out", help=".jsonl")
    proposing.add_argument("--reader", help="weights of a reader that says where it reads a text")
    proposing.add_argument("--config", default=CONFIG)
    proposing.add_argument("--device", default="auto")
    proposing.set_defaults(run=_propose)

    exporting = commands.add_parser("export", help="write detector.onnx and its part of the manifest")
    exporting.add_argument("weights")
    exporting.add_argument("folder")
    exporting.add_argument("--config", default=CONFIG)
    exporting.add_argument("--threshold", type=float, default=0.4)
    exporting.add_argument("--nms-iou", type=float, default=0.45)
    exporting.add_argument("--looks", default="320,640", help="longer sides that pictures are scaled to in normal mode, from small to large")
    exporting.add_argument("--fast", default="480", help="the same in fast mode")
    exporting.add_argument("--redaction", default="320,640,1088", help="the same where no plate may be missed")
    exporting.add_argument("--sure", type=float, default=0.7, help="score, as the service tells it, that makes further looks needless")
    exporting.add_argument("--last", type=int, default=1088, help="longer side for a last look in normal mode, where hardly anything was found")
    exporting.add_argument("--last-below", type=float, default=0.35, help="score, as the service tells it, that makes the last look needless")
    exporting.add_argument("--vehicles", type=int, default=320, help="longer side of looks at vehicles on which no plate was found")
    exporting.add_argument("--vehicles-most", type=int, default=4, help="how many of a picture")
    exporting.add_argument("--vehicles-from", type=float, default=0.3, help="score that such a vehicle needs")
    exporting.add_argument("--vehicles-least", type=float, default=0.45, help="score, as the service tells it, that a plate needs there")
    exporting.add_argument("--box-corners", action="store_true", help="answer with the corners of the box: where the network's read worse")
    exporting.add_argument("--enlarge", type=float, default=1.0, help="how many times a picture is blown up at most")
    exporting.set_defaults(run=_export)


def _pack(arguments):
    counts = pack(arguments.data, arguments.out, arguments.candidates)
    for source, count in sorted(counts.items()):
        print(f"{count:5d} {source}")
    print(f"{os.path.getsize(arguments.out) / 1e6:.1f} MB, sha256 {bundle.sha256(arguments.out)}")


def _train(arguments):
    names = ("minutes", "samples", "lr", "batch", "plates", "lookalikes", "sizes")
    config = train.read_config(arguments.config, **{name: getattr(arguments, name) for name in names})
    checkpoint = arguments.checkpoint or os.path.splitext(arguments.out)[0] + ".checkpoint.pt"
    train.train(config, arguments.pack, arguments.atlas, checkpoint, arguments.out, arguments.device, arguments.workers, arguments.limit, arguments.warm)


def load_net(config, weights):
    net = train.build(train.read_config(config))
    net.load_state_dict(loop.load_weights(weights))
    return net.eval()


def _evaluate(arguments):
    _, away, apart = sources.split(sources.read_plate_scenes(arguments.data) + sources.read_vehicle_scenes(arguments.data))
    scenes = {"sources": away, "alike": apart, "both": away + apart}[arguments.set]
    finder = Finder(load_net(arguments.config, arguments.weights), loop.pick_device(arguments.device))
    start = time.process_time()
    judged = evaluate.look_at(finder, scenes, arguments.sizes)
    seconds = (time.process_time() - start) / max(1, len(scenes))
    threshold = arguments.threshold or evaluate.best_threshold(judged)
    results = dict(commit=bundle.commit(), weights=bundle.sha256(arguments.weights), sizes=arguments.sizes, threshold=threshold,
                   cpu_seconds_a_picture=round(seconds, 4), **evaluate.summary(judged, threshold))
    with open(arguments.results, "w", encoding="utf-8") as file:
        json.dump(results, file, indent=1)
        file.write("\n")
    print(json.dumps({key: results[key] for key in ("threshold", "all", "at thresholds")}, indent=1))
    if arguments.sheet:
        cv2.imwrite(arguments.sheet, evaluate.sheet(list(evaluate.failures(judged, threshold)), threshold))


def _propose(arguments):
    finder = Finder(load_net(arguments.config, arguments.weights), loop.pick_device(arguments.device))
    reader = None
    if arguments.reader:
        config, net = reader_train.load(READER, arguments.reader)
        reader = net.eval(), config["cut"]
    propose.propose(arguments.data, finder, arguments.out, reader)


def _export(arguments):
    graph = export.DetectorGraph(load_net(arguments.config, arguments.weights), arguments.box_corners).eval()
    export.export(graph, arguments.folder, {
        "input.size": arguments.looks.split(",")[-1], "threshold": arguments.threshold, "nms.iou": arguments.nms_iou, "looks": arguments.looks,
        "looks.fast": arguments.fast, "looks.redaction": arguments.redaction, "looks.sure": arguments.sure, "looks.enlarge": arguments.enlarge,
        "looks.last": arguments.last, "looks.last.below": arguments.last_below, "looks.vehicles": arguments.vehicles,
        "looks.vehicles.most": arguments.vehicles_most, "looks.vehicles.from": arguments.vehicles_from,
        "looks.vehicles.least": arguments.vehicles_least})
