"""Commands of the vehicle part."""
from matricula_training.vehicles import evaluate_attributes, evaluate_detector, evaluate_types, export, label, pack
from matricula_training.vehicles import train_attributes, train_detector, train_heads, train_types


def register(commands):
    """Adds this part's commands."""
    _labelling(commands.add_parser("label", help="boxes and colours from the teacher networks (needs onnxruntime)"))
    _packing(commands.add_parser("pack", help="pictures and labels into the shards attributes.zip and scenes.zip"))
    _training_detector(commands.add_parser("train-detector", help="boxes and types"))
    _training_attributes(commands.add_parser("train-attributes", help="make, model, type, colour and orientation of a crop"))
    _training_heads(commands.add_parser("train-heads", help="colour and orientation again, on a trunk that stays as it is"))
    _training_types(commands.add_parser("train-types", help="the detector's types again, on maps that stay as they are"))
    _evaluation(commands.add_parser("evaluate-detector", help="figures and pictures on held-out scenes"), evaluate_detector)
    _evaluation(commands.add_parser("evaluate-attributes", help="figures, pictures and temperatures on held-out crops"), evaluate_attributes)
    _evaluation_of_types(commands.add_parser("evaluate-types", help="types that both networks tell, after the other evaluations"))
    _exporting(commands.add_parser("export", help="ONNX graphs and the manifest's keys"))


def _labelling(command):
    command.add_argument("--teachers", required=True, help="folder of the two teacher networks")
    command.add_argument("--data", nargs="+", required=True, help="folders with scenes.jsonl and crops.jsonl")
    command.add_argument("--out", required=True)
    command.set_defaults(run=label.run)


def _packing(command):
    command.add_argument("--data", help="folder with scenes.jsonl and crops.jsonl")
    command.add_argument("--plates", help="folder of the plate data; its scenes need --labels")
    command.add_argument("--labels", help="what `label` wrote")
    command.add_argument("--by-eye", help="labels by eye: configs/vehicle_labels.tsv")
    command.add_argument("--own", nargs="*", help="crops of your own: JSON Lines in the form of crops.jsonl")
    command.add_argument("--out", required=True, help="folder for the shards")
    command.add_argument("--crop-side", type=int, default=192)
    command.add_argument("--plain-crop-side", type=int, default=152, help="long side of crops without make and model")
    command.add_argument("--crop-quality", type=int, default=52)
    command.add_argument("--scene-side", type=int, default=336)
    command.add_argument("--scene-quality", type=int, default=45)
    command.add_argument("--plate-scenes-each", type=int, default=120, help="most scenes of one source of plates")
    command.set_defaults(run=pack.run)


def _run_options(command):
    command.add_argument("--config", required=True)
    command.add_argument("--minutes", type=float, default=0)
    command.add_argument("--samples", type=int, default=0)
    command.add_argument("--seed", type=int, default=7)
    command.add_argument("--device", default="auto")
    command.add_argument("--fp32", action="store_true", help="no bfloat16")
    command.add_argument("--checkpoint", required=True, help="written every minute; continued where it exists")
    command.add_argument("--out", required=True, help="folder for the finished weights")


def _training_detector(command):
    command.add_argument("--pack", required=True, help="scenes.zip")
    command.add_argument("--crops", required=True, help="attributes.zip, whose crops are pasted in")
    _run_options(command)
    command.add_argument("--start", help="weights to start from")
    command.set_defaults(run=train_detector.run)


def _training_attributes(command):
    command.add_argument("--pack", required=True, help="attributes.zip")
    _run_options(command)
    command.add_argument("--start", help="weights the small network starts from")
    command.add_argument("--start-teacher", help="weights the large network starts from")
    command.add_argument("--teacher", help="finished weights of the large network, which then only teaches")
    command.set_defaults(run=train_attributes.run)


def _training_heads(command):
    command.add_argument("--weights", required=True, help="attributes.pt")
    command.add_argument("--pack", required=True, help="attributes.zip")
    command.add_argument("--views", type=int, default=2, help="how often the trunk looks at each crop")
    command.add_argument("--seed", type=int, default=7)
    command.add_argument("--out", required=True, help="folder for the new attributes.pt")
    _network_input(command)
    command.set_defaults(run=train_heads.run)


def _training_types(command):
    command.add_argument("--weights", required=True, help="vehicles.pt")
    command.add_argument("--pack", required=True, help="scenes.zip")
    command.add_argument("--seed", type=int, default=7)
    command.add_argument("--out", required=True, help="folder for the new vehicles.pt")
    command.set_defaults(run=train_types.run)


def _evaluation(command, module):
    command.add_argument("--weights", required=True, help="what training wrote")
    command.add_argument("--pack", required=True, help="the shard: scenes.zip or attributes.zip")
    command.add_argument("--out", required=True, help="folder for the JSON file and the pictures")
    _network_input(command)
    command.set_defaults(run=module.run)


def _evaluation_of_types(command):
    command.add_argument("--vehicles", required=True, help="vehicles.pt")
    command.add_argument("--attributes", required=True, help="attributes.pt")
    command.add_argument("--pack", required=True, help="scenes.zip")
    command.add_argument("--by-eye", help="configs/vehicle_labels.tsv: which scenes' types are unclear or labelled wrong")
    command.add_argument("--out", required=True, help="folder of the other evaluations' results")
    _network_input(command)
    command.set_defaults(run=evaluate_types.run)


def _exporting(command):
    command.add_argument("--vehicles", help="vehicles.pt")
    command.add_argument("--attributes", help="attributes.pt")
    command.add_argument("--results", required=True, help="folder with vehicles.json and attributes.json of the evaluation: temperatures and thresholds")
    command.add_argument("--out", required=True, help="folder of the bundle")
    command.add_argument("--parity", help="folder for drawn vehicles with what the attributes' graph says of them")
    _network_input(command)
    command.set_defaults(run=export.run)


def _network_input(command):
    command.add_argument("--side", type=int, help="long side of the detector's picture; by default that of training")
    command.add_argument("--threshold", type=float, default=0.2, help="least score of a vehicle")
    command.add_argument("--size", type=int, nargs=2, default=(144, 208), metavar=("HEIGHT", "WIDTH"), help="of the attributes' crop")
