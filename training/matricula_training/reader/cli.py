"""Commands of the plate reader."""
import json
import os

import torch

from matricula_training import bundle, loop
from matricula_training.plates.glyphs import Atlas
from matricula_training.reader import checked, drawn, evaluate, export, grow, pack, train
from matricula_training.reader.alphabet import SYMBOLS

CONFIG = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "configs", "reader.yaml")


def register(commands):
    packing = commands.add_parser("pack", help="real crops and glyph atlas into one small folder")
    packing.add_argument("plates", help="folder with crops.jsonl and scenes.jsonl")
    packing.add_argument("atlas", help="file written by `plates atlas`")
    packing.add_argument("out")
    packing.add_argument("--quality", type=int, default=80, help="WebP quality of the crops to learn from")
    packing.add_argument("--labels", help="JSON lines with texts for plates of the scenes that have none")
    packing.set_defaults(run=lambda a: print("learn, judge:", pack.write(a.plates, a.atlas, a.out, a.quality, a.labels)))

    judged = commands.add_parser("judged", help="the judged crops as files, for `matricula bench formats`")
    judged.add_argument("pack", help="folder written by `reader pack`")
    judged.add_argument("out")
    judged.set_defaults(run=lambda a: print("judged:", pack.write_judged(a.pack, a.out)))

    training = _with_model(commands.add_parser("train", help="train, or continue a checkpoint"))
    training.add_argument("--init", help="weights to start from")
    training.add_argument("--keep", help="weights to stay near on Latin plates, if not those of --init (configurations with `keep`)")
    training.add_argument("--drop", help="JSON list of crop names to leave out (see prune)")
    training.add_argument("--minutes", type=float)
    training.add_argument("--samples", type=int)
    training.add_argument("--workers", type=int, help="drawing processes; default: one less than the cores")
    training.add_argument("--threads", type=int, default=max(1, (os.cpu_count() or 2) - 1), help="of a processor that trains; default: one less than the cores")
    training.set_defaults(run=_train)

    growing = commands.add_parser("grow", help="weights for today's alphabet and regions, from those of a bundle with fewer")
    growing.add_argument("weights")
    growing.add_argument("bundle", help="folder with the manifest that names their alphabet and regions")
    growing.add_argument("out")
    growing.add_argument("--config", default=CONFIG)
    growing.set_defaults(run=_grow)

    averaging = commands.add_parser("mean", help="weights between two readers, one of which began from the other")
    averaging.add_argument("first")
    averaging.add_argument("second")
    averaging.add_argument("out")
    averaging.add_argument("--share", type=float, default=0.5, help="of the second, 0 to 1")
    averaging.set_defaults(run=lambda a: torch.save(loop.mean(loop.load_weights(a.first), loop.load_weights(a.second), a.share), a.out))

    evaluating = _with_model(commands.add_parser("evaluate", help="read the judged crops"))
    evaluating.add_argument("--results", help="JSON file to write")
    evaluating.add_argument("--failures", help="PNG file to write")
    evaluating.add_argument("--temperature", type=float, default=1.0, help="as fitted by export: for the table of reliability")
    evaluating.add_argument("--labels", default=checked.FILE, help="verdicts on labels by eye: which are wrong, which can't be told")
    evaluating.set_defaults(run=_evaluate)

    drawing = _with_model(commands.add_parser("drawn", help="read drawn plates of other scripts"))
    drawing.add_argument("atlas", help="file written by `plates atlas --judged`")
    drawing.add_argument("--count", type=int, default=300, help="plates of each family")
    drawing.add_argument("--hard", type=float, default=0.25, help="share of heavy faults, 0 to 1")
    drawing.add_argument("--results", help="JSON file to write")
    drawing.set_defaults(run=_drawn)

    pruning = _with_model(commands.add_parser("prune", help="list the learnt crops whose label a trained reader firmly contradicts"))
    pruning.add_argument("out", help="JSON file to write")
    pruning.add_argument("--failures", help="PNG file to write")
    pruning.set_defaults(run=_prune)

    exporting = _with_model(commands.add_parser("export", help="write reader.onnx and its keys of the manifest"))
    exporting.add_argument("out", help="bundle folder")
    exporting.add_argument("--parity", help="folder for drawn crops with what the graph reads of them")
    exporting.set_defaults(run=_export)


def _with_model(command):
    command.add_argument("pack", help="folder written by `reader pack`")
    command.add_argument("checkpoint")
    command.add_argument("--config", default=CONFIG)
    command.add_argument("--device", default="auto")
    return command


def _train(arguments):
    budget = {"minutes": arguments.minutes, "samples": 0} if arguments.minutes else {"samples": arguments.samples, "minutes": 0.0} if arguments.samples else None
    if (arguments.device == "auto" and not torch.cuda.is_available()) or arguments.device == "cpu":
        torch.set_num_threads(arguments.threads)
    train.train(train.load_config(arguments.config), arguments.pack, arguments.checkpoint, arguments.device, arguments.workers,
                arguments.init, arguments.drop, budget, arguments.keep)


def _grow(arguments):
    manifest = bundle.read_manifest(arguments.bundle)
    weights = loop.load_weights(arguments.weights)
    regions = train.load_config(arguments.config)["regions"]
    torch.save(grow.grow(weights, manifest["reader.alphabet"].split(","), manifest["reader.regions"].split(","), regions), arguments.out)


def _trained(arguments):
    (config, net), device = train.load(arguments.config, arguments.checkpoint), loop.pick_device(arguments.device)
    return config, net.eval().to(device), device


def _evaluate(arguments):
    config, net, device = _trained(arguments)
    crops = pack.read(arguments.pack)[1]
    rows = evaluate.read(net, crops, config["cut"], device, config["regions"], arguments.temperature)
    by_eye = checked.check(rows, checked.read_verdicts(arguments.labels))
    print(evaluate.brief(rows), *(f"CHECKED {name} {part}" for name, part in evaluate.checked_tables(by_eye)["source"].items()), sep="\n")
    if arguments.results:
        about = dict(commit=bundle.commit(), data=pack.digest(arguments.pack), temperature=arguments.temperature, margin=config["cut"])
        evaluate.write(rows, arguments.results, about, by_eye)
    if arguments.failures:
        evaluate.failure_sheet(rows, crops, arguments.failures)


def _drawn(arguments):
    config, net, _ = _trained(arguments)
    families = drawn.judge(net.cpu(), Atlas.load(arguments.atlas), config["margin"], arguments.hard, arguments.count)
    print(*(f"{name}: {part['exact']:.3f} {part['exact_interval']}" for name, part in families.items()), sep="\n")
    if arguments.results:
        with open(arguments.results, "w", encoding="utf-8") as file:
            json.dump(dict(commit=bundle.commit(), hard=arguments.hard, families=families), file, indent=1)
            file.write("\n")


def _prune(arguments):
    config, net, device = _trained(arguments)
    crops = pack.read(arguments.pack)[0]
    rows = evaluate.read(net, crops, config["margin"], device)
    doubtful = [r for r in rows if evaluate.same(r["text"]) != evaluate.same(r["truth"]) and r["probability"] > 0.7]
    with open(arguments.out, "w", encoding="utf-8") as file:
        json.dump(sorted(r["name"] for r in doubtful), file, indent=0)
    print(f"{len(doubtful)} of {len(rows)} labels contradicted")
    if arguments.failures:
        evaluate.failure_sheet(doubtful, crops, arguments.failures)


def _export(arguments):
    config, net, device = _trained(arguments)
    temperature = evaluate.fit_temperature(net, pack.read(arguments.pack)[1], config["margin"], device)
    graph = export.export(net.cpu(), arguments.out, dict(alphabet=SYMBOLS, regions=config["regions"], margin_x=config["cut"][0],
                                                         margin_y=config["cut"][1], temperature=round(temperature, 3)))
    bundle.update_manifest(arguments.out, "trained", {"commit": bundle.commit(), "seed": config["training"].get("seed", 7), "data.sha256": pack.digest(arguments.pack)})
    if arguments.parity:
        export.parity(graph, arguments.parity, Atlas.load(os.path.join(arguments.pack, "atlas.npz")), config["margin"])
    print(f"temperature {temperature:.2f}, {os.path.getsize(os.path.join(arguments.out, 'reader.onnx'))} bytes")
