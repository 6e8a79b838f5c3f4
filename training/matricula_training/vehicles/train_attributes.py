"""Trains the attributes network: all crops in the device's memory, augmentation there too."""
import json
import os
from dataclasses import dataclass

import cv2
import numpy as np
import torch
import yaml

from matricula_training.loop import Settings, Training, pick_device, warm_start
from matricula_training.vehicles import COLOURS, ORIENTATIONS, TYPES, augment
from matricula_training.vehicles.attributes import AttributesNet, Labels, Marginals, Pair, imitation_loss, label_loss
from matricula_training.vehicles.pack import Shard

TEACHER_SURE = 0.9
# What the colour teacher's answers turned out to mean on crops that were labelled by eye.
TEACHER_MEANS = {
    "white": ("white", "silver"), "silver": ("silver", "white", "black"), "black": ("black", "blue"), "blue": ("blue", "black"),
    "red": ("red", "brown"), "yellow": ("yellow", "brown", "green"), "green": ("green", "blue"),
}
TEACHER_COLOUR_WEIGHT = 0.3


@dataclass(frozen=True)
class Crops:
    """All crops of a split on one device: uint8 [N, 3, H, W] (stretched), labels, and how often each is drawn."""
    pictures: torch.Tensor
    labels: Labels
    weights: torch.Tensor
    records: list

    @staticmethod
    def load(shard, size, device):
        height, width = size
        pictures = np.empty((len(shard.records), height, width, 3), np.uint8)
        for i in range(len(shard.records)):
            cv2.resize(shard.picture(i), (width, height), dst=pictures[i], interpolation=cv2.INTER_LINEAR)
        stacked = torch.from_numpy(pictures).to(device).permute(0, 3, 1, 2).contiguous()
        labels = [label_row(r) for r in shard.records]
        columns = [torch.tensor(column, device=device) for column in zip(*labels)]
        weights = torch.tensor([draw_weight(r) for r in shard.records], device=device)
        return Crops(stacked, Labels(*columns), weights, shard.records)


def label_row(record):
    """(vehicle, possible types, possible colours, orientation, weight of the colour's loss)."""
    colours, weight = possible_colours(record)
    orientation = ORIENTATIONS.index(record["orientation"]) if record["orientation"] else -1
    vehicle = -1 if record["vehicle"] is None else record["vehicle"]
    return vehicle, [t in record["types"] for t in TYPES], [c in colours for c in COLOURS], orientation, weight


def possible_colours(record):
    """The colours a vehicle may have and the weight of that knowledge: all of them where nothing is known."""
    if record["colour"]:
        return (record["colour"],), 1.0
    best, chance = max((record["teacher_colours"] or {}).items(), key=lambda item: item[1], default=(None, 0.0))
    return (TEACHER_MEANS[best], TEACHER_COLOUR_WEIGHT) if chance >= TEACHER_SURE else (COLOURS, 0.0)


def draw_weight(record):
    """Rare labels are drawn more often."""
    weight = 1.0
    if record["orientation"]:
        weight = 1.5
    if record["types"][0] in ("Bus", "Big Truck", "Motorcycle"):
        weight = 1.5
    if record["colour"]:
        weight = 8.0 if record["colour"] == "brown" else 2.5
    return weight


class Batches:
    """Draws augmented batches; small pictures first, the full size at the end."""

    def __init__(self, crops, config):
        self.crops, self.config = crops, config

    def size(self, progress):
        return next(tuple(size) for until, size in self.config["sizes"] if progress <= until)

    def __call__(self, progress):
        """(pictures, labels, the partner's labels, share of the own label)."""
        rows = torch.multinomial(self.crops.weights, self.config["batch"], replacement=True)
        device = rows.device
        pictures = augment.resized_crops(self.crops.pictures[rows].float(), self.size(progress), self.config["least_area"])
        strange = augment.coins(len(rows), self.config["recoloured"], device)
        pictures = augment.tint(augment.recolour(pictures, strange))
        pictures = augment.erase(augment.degrade(pictures), self.config["erased"])
        labels = self.crops.labels.at(rows)
        labels.colours[strange] = True
        chance = self.config["mixed"] if progress < self.config["pure_from"] else 0.0
        pictures, share = augment.mix(pictures.clamp(0, 255), chance)
        backwards = torch.arange(len(rows) - 1, -1, -1, device=device)
        return pictures.contiguous(memory_format=torch.channels_last), labels, labels.at(backwards), share


def network(config, vehicles):
    return AttributesNet(vehicles, **config)


def mixed_loss(outputs, batch, marginals):
    _, labels, partner, share = batch
    return share * label_loss(outputs, labels, marginals) + (1 - share) * label_loss(outputs, partner, marginals)


def pair_loss(marginals, imitation):
    """The loss of both networks together; the small one's is part labels, part imitation."""
    def step(pair, batch, progress):
        taught, learned = pair(batch[0])
        alike = imitation_loss(learned, taught).mean()
        own = mixed_loss(learned, batch, marginals).mean()
        loss = (1 - imitation) * own + imitation * alike
        extra = dict(student=own, alike=alike)
        if not pair.frozen:
            extra["teacher"] = mixed_loss(taught, batch, marginals).mean()
            loss = loss + extra["teacher"]
        return loss, len(batch[0]), extra
    return step


def run(options):
    with open(options.config, encoding="utf-8") as text:
        config = yaml.safe_load(text)
    device = pick_device(options.device)
    shard = Shard.read(options.pack, "train")
    train, test = (Crops.load(part, config["stored"], device) for part in (shard, Shard.read(options.pack, "test")))
    print(f"{len(train.records)} crops to train on, {len(test.records)} held out, {len(shard.classes)} classes", flush=True)
    marginals = Marginals.of(shard.classes, device)
    frozen = bool(options.teacher)
    pair = Pair(network(config["teacher"], len(shard.classes)), network(config["student"], len(shard.classes)), frozen)
    for part, path in ((pair.teacher, options.teacher or options.start_teacher), (pair.student, options.start)):
        if path:
            print("left as initialised:", warm_start(part, path) or "nothing")
    settings = Settings(minutes=options.minutes, samples=options.samples, seed=options.seed, bf16=not options.fp32, **config["settings"])
    training = Training(pair, settings, device, options.checkpoint)
    print(f"teacher {parameters(pair.teacher):.2f} M, student {parameters(pair.student):.2f} M parameters", flush=True)
    check = lambda t: print_scores(t.ema, test, marginals, config)
    # On a CPU the check takes as long as the training between two of them.
    ema = training.run(Batches(train, config), pair_loss(marginals, config["imitation"]), check if device.type == "cuda" else None)
    check(training)
    save(options.out, "attributes", ema.student, config["student"], shard.classes, facts_of(training))
    if not frozen:
        save(options.out, "attributes-teacher", ema.teacher, config["teacher"], shard.classes, facts_of(training))


def parameters(net):
    return sum(p.numel() for p in net.parameters()) / 1e6


def facts_of(training):
    return dict(seed=training.settings.seed, seen=training.seen, step=training.step, elapsed=training.elapsed)


def save(folder, name, net, config, classes, facts):
    """Half precision, so that the file travels; read by `load`."""
    weights = {key: value.half() if value.dtype == torch.float32 else value for key, value in net.state_dict().items()}
    os.makedirs(folder, exist_ok=True)
    torch.save(dict(ema=weights, config=config, classes=json.dumps(classes), facts=facts), f"{folder}/{name}.pt")


def load(path):
    """(network in eval mode, classes, facts about its training)."""
    saved = torch.load(path, map_location="cpu")
    classes = json.loads(saved["classes"])
    net = network(saved["config"], len(classes))
    net.load_state_dict({key: value.float() if value.dtype == torch.float16 else value for key, value in saved["ema"].items()})
    return net.eval(), classes, saved["facts"]


@torch.no_grad()
def answers(net, pictures, size, batch=256):
    """{head: logits [N, C]} on the CPU, for stored uint8 pictures."""
    parts = []
    for start in range(0, len(pictures), batch):
        chunk = pictures[start:start + batch].float()
        if tuple(chunk.shape[2:]) != tuple(size):
            chunk = torch.nn.functional.interpolate(chunk, size=tuple(size), mode="bilinear")
        parts.append({head: logits.float().cpu() for head, logits in net(chunk).items()})
    return {head: torch.cat([p[head] for p in parts]) for head in parts[0]}


def print_scores(pair, test, marginals, config):
    """A line of held-out accuracies of both networks."""
    labels = Labels(*(getattr(test.labels, f).cpu() for f in Labels.__dataclass_fields__))
    for name, net in (("teacher", pair.teacher), ("student", pair.student)):
        scores = accuracies(answers(net, test.pictures, config["sizes"][-1][1]), labels, marginals)
        print("held out", name, " ".join(f"{k} {v:.3f}" for k, v in scores.items()), flush=True)


def accuracies(outputs, labels, marginals):
    """Share of right answers among the known labels, by head."""
    known = labels.vehicle >= 0
    chances = outputs["vehicle"].softmax(1)[known]
    truth = labels.vehicle[known]
    scores = {}
    for name, matrix in (("model", marginals.to_model.cpu()), ("make", marginals.to_make.cpu())):
        scores[name] = ((chances @ matrix).argmax(1) == matrix[truth].argmax(1)).float().mean().item()
    sure = labels.types.sum(1) == 1
    scores["type"] = labels.types[sure].gather(1, outputs["type"][sure].argmax(1)[:, None]).float().mean().item()
    hand = labels.colour_weight == 1
    scores["colour"] = labels.colours[hand].gather(1, outputs["colour"][hand].argmax(1)[:, None]).float().mean().item()
    facing = labels.orientation >= 0
    scores["orientation"] = (outputs["orientation"].argmax(1) == labels.orientation)[facing].float().mean().item()
    return scores
