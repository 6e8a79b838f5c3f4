"""Commands for graphs in other precisions."""
import json
import os

from matricula_training import bundle
from matricula_training.graphs import NETWORKS, judge, looks, precision, samples


def register(commands):
    converting = commands.add_parser("convert", help="make a bundle's network calculate with integers or half floats (needs onnxruntime)")
    converting.add_argument("bundle", help="folder with the network as it was exported; it is replaced there")
    converting.add_argument("network", choices=NETWORKS)
    converting.add_argument("--to", choices=("int8", "fp16"), default="int8", help="int8 for processors, fp16 for accelerators")
    converting.add_argument("--pack", help="what the network was trained on; int8 learns the ranges of its values from it")
    converting.add_argument("--samples", type=int, default=256, help="how many pictures of it")
    converting.set_defaults(run=_convert)

    judging = commands.add_parser("judge", help="judge a bundle's networks as they are on held-out pictures (needs onnxruntime)")
    judging.add_argument("bundle")
    for network in NETWORKS:
        judging.add_argument("--" + network, help="the data folder" if network == "detector" else "its pack")
    judging.add_argument("--looks", help="the data folder: the plate detector look after look, as recognition has it")
    judging.add_argument("--types", help="scenes.zip: types as the networks for vehicles tell them together")
    judging.add_argument("--by-eye", help="with --types: configs/vehicle_labels.tsv")
    judging.add_argument("--boxes-by-eye", help="with --looks: configs/plate_boxes.tsv")
    judging.add_argument("--results", help="JSON file to write; another name's rows in it stay")
    judging.add_argument("--name", default="int8", help="what these graphs are called in the results")
    judging.set_defaults(run=_judge)

    pairing = commands.add_parser("parity", help="write what the bundle's network says of the drawn pictures of Java's parity test")
    pairing.add_argument("bundle")
    pairing.add_argument("network", choices=("reader", "attributes"))
    pairing.add_argument("folder", help="with the drawn sheet, as `export --parity` wrote it")
    pairing.set_defaults(run=lambda a: judge.parity(a.bundle, a.network, a.folder))



def _convert(arguments):
    manifest = bundle.read_manifest(arguments.bundle)
    path = os.path.join(arguments.bundle, manifest[arguments.network + ".file"])
    if precision.is_converted(path):
        raise SystemExit(f"{path} is converted already: export it again first")
    before, target = os.path.getsize(path), path + ".converted"
    if arguments.to == "int8":
        if not arguments.pack:
            raise SystemExit("int8 needs --pack")
        pictures = samples.of(arguments.network, arguments.pack, manifest, arguments.samples)
        precision.to_int8(path, target, pictures, precision.INTEGERS[arguments.network])
    else:
        precision.to_fp16(path, target)
    os.replace(target, path)
    bundle.update_key(arguments.bundle, arguments.network + ".sha256", bundle.sha256(path))
    print(f"{path}: {before} bytes before, {os.path.getsize(path)} now")


def _judge(arguments):
    rows = []
    for network in NETWORKS:
        held_out = getattr(arguments, network)
        if held_out:
            rows.append(dict(name=arguments.name, **judge.judge(arguments.bundle, network, held_out)))
            print(json.dumps(rows[-1]), flush=True)
    if arguments.types:
        rows.append(dict(name=arguments.name, **judge.types(arguments.bundle, arguments.types, arguments.by_eye)))
        print(json.dumps(rows[-1]), flush=True)
    if arguments.looks:
        rows.append(dict(name=arguments.name, **looks.judge(arguments.bundle, arguments.looks, arguments.boxes_by_eye)))
        print(json.dumps(rows[-1]), flush=True)
    if arguments.results:
        _write(arguments.results, arguments.name, rows)


def _write(path, name, rows):
    kept = []
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            kept = [row for row in json.load(file)["rows"] if (row["name"], row["network"]) not in {(name, new["network"]) for new in rows}]
    with open(path, "w", encoding="utf-8") as file:
        json.dump(dict(commit=bundle.commit(), rows=sorted(kept + rows, key=lambda row: (row["network"], row["name"]))), file, indent=1)
        file.write("\n")
