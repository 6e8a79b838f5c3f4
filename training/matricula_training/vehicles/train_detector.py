"""Trains the vehicle detector: all scenes in the device's memory, views drawn there."""
import os

import torch
import yaml

from matricula_training.loop import Settings, Training, pick_device, warm_start
from matricula_training.vehicles import augment
from matricula_training.vehicles.detector import Truth, VehicleDetector, detector_loss
from matricula_training.vehicles.find import find, judge, letterboxed
from matricula_training.vehicles.pack import Shard
from matricula_training.vehicles.train_attributes import facts_of
from matricula_training.vehicles.views import Scenes, TypedCrops, draw, mosaic, paste, view


class Views:
    """Draws augmented batches: single scenes, mosaics, and pasted crops over both."""

    def __init__(self, scenes, crops, config):
        self.scenes, self.crops, self.config = scenes, crops, config

    def __call__(self, progress):
        side = self.config["side"]
        fours = int(self.config["batch"] * (self.config["mosaics"] if progress < self.config["plain_from"] else 0))
        singles = self.config["batch"] - fours
        pictures, truth = view(self.scenes, draw(self.scenes.weights, singles), side)
        pictures, truth = paste(pictures, truth, self.crops, draw(self.crops.weights, singles), self.config["pasted"])
        if fours:
            more, other = mosaic(self.scenes, draw(self.scenes.weights, 4 * fours), side)
            pictures, truth = torch.cat([pictures, more]), joined(truth, other)
        pictures = augment.tint(augment.recolour(pictures, augment.coins(len(pictures), 0.3, pictures.device)))
        pictures = augment.degrade(pictures, 0.2).clamp(0, 255)
        return pictures.contiguous(memory_format=torch.channels_last), shortest(truth)


def joined(a, b):
    """Two batches' truths as one, the shorter padded."""
    def pad(x, n):
        return torch.cat([x, x.new_zeros(x.shape[0], n - x.shape[1], *x.shape[2:])], 1)
    pairs = [(getattr(a, f), getattr(b, f)) for f in Truth.__dataclass_fields__]
    return Truth(*(torch.cat([pad(x, max(x.shape[1], y.shape[1])), pad(y, max(x.shape[1], y.shape[1]))]) for x, y in pairs))


def shortest(truth, most=32):
    """Real boxes first, and at most `most` of them: the assignment's cost grows with the padding."""
    order = (truth.real.float() * 2 + (truth.boxes[..., 2:] - truth.boxes[..., :2]).prod(-1) * 1e-6).argsort(1, descending=True)[:, :most]
    boxes = truth.boxes.gather(1, order[..., None].expand(-1, -1, 4))
    types = truth.types.gather(1, order[..., None].expand(-1, -1, truth.types.shape[2]))
    sizes = (truth.ignored[..., 2:] - truth.ignored[..., :2]).prod(-1)
    largest = sizes.topk(min(16, sizes.shape[1]), 1).indices
    return Truth(boxes, types, truth.real.gather(1, order), truth.ignored.gather(1, largest[..., None].expand(-1, -1, 4)))


def step(net, batch, progress):
    pictures, truth = batch
    loss, parts = detector_loss(net(pictures), truth, pictures.shape[2:])
    return loss, len(pictures), parts


def run(options):
    with open(options.config, encoding="utf-8") as text:
        config = yaml.safe_load(text)
    device = pick_device(options.device)
    scenes = Scenes.load(Shard.read(options.pack, "train"), device, config["drawn"])
    crops = TypedCrops.load(Shard.read(options.crops, "train"), config["crop"], device)
    test = Shard.read(options.pack, "test")
    print(f"{len(scenes.records)} scenes and {len(crops.aspects)} crops to train on, {len(test.records)} scenes held out", flush=True)
    net = VehicleDetector(**config["network"])
    if options.start:
        print("left as initialised:", warm_start(net, options.start) or "nothing")
    settings = Settings(minutes=options.minutes, samples=options.samples, seed=options.seed, bf16=not options.fp32, **config["settings"])
    training = Training(net, settings, device, options.checkpoint)
    print(f"{sum(p.numel() for p in net.parameters()) / 1e6:.2f} M parameters", flush=True)
    padded = letterboxed(test, config["side"])
    check = lambda t: print_scores(t.ema, test.records, padded, device)
    # On a CPU the check takes as long as the training between two of them.
    ema = training.run(Views(scenes, crops, config), step, check if device.type == "cuda" else None)
    check(training)
    save(f"{options.out}/vehicles.pt", ema, config, facts_of(training))


def print_scores(net, records, padded, device):
    scores = judge(records, find(net, padded, device))
    print("held out", " ".join(f"{k} {v:.3f}" for k, v in scores.items()), flush=True)


def save(path, net, config, facts):
    """Half precision, so that the file travels; read by `load`."""
    weights = {key: value.half() if value.dtype == torch.float32 else value for key, value in net.state_dict().items()}
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    torch.save(dict(ema=weights, config=config, facts=facts), path)


def load(path):
    """(network in eval mode, configuration, facts about its training)."""
    saved = torch.load(path, map_location="cpu")
    net = VehicleDetector(**saved["config"]["network"])
    net.load_state_dict({key: value.float() if value.dtype == torch.float16 else value for key, value in saved["ema"].items()})
    return net.eval(), saved["config"], saved["facts"]
