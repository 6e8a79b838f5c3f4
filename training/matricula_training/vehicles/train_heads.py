"""Teaches the heads for colour and orientation again, on maps that the trunk computes once per view: minutes on one core of a CPU.

For labels that came after the long training, and for shades: here no augmentation changes them."""
import json

import numpy as np
import torch
import torch.nn.functional as F

from matricula_training.vehicles import augment
from matricula_training.vehicles.attributes import HEADS, AttributesNet, Maps
from matricula_training.vehicles.pack import Shard
from matricula_training.vehicles.train_attributes import Crops, load, save

BATCH = 128
EPOCHS = dict(colour=20, orientation=12)
RATES = dict(colour=3e-3, orientation=1e-3)


def run(options):
    torch.manual_seed(options.seed)
    net, config, classes, facts = refined(options.weights)
    shard = Shard.read(options.pack, "train")
    rows = [i for i, r in enumerate(shard.records) if r["colour"] or r["orientation"]]
    crops = Crops.load(Shard([shard.records[i] for i in rows], [shard.encoded[i] for i in rows], classes), options.size, "cpu")
    views = [looked_at(net, crops.pictures, view) for view in range(options.views)]
    for head, truth in known(crops).items():
        counted = [(truth == k).sum().item() for k in range(int(truth.max()) + 1)]
        print(head, "labels by class", counted, "loss", fit(net, head, views, truth), flush=True)
    save(options.out, "attributes", net, config, classes, dict(facts, heads=dict(seed=options.seed, views=options.views, crops=len(rows))))


def refined(path):
    """The network of the weights with the finer heads, its configuration, classes and facts."""
    _, classes, facts = load(path)
    saved = torch.load(path, map_location="cpu")
    net = AttributesNet(len(classes), **dict(saved["config"], fine=True))
    weights = {key: value.float() if value.dtype == torch.float16 else value for key, value in saved["ema"].items()}
    own = net.state_dict()
    net.load_state_dict({**own, **{key if key in own else key.replace(".weight", ".pooled.weight").replace(".bias", ".pooled.bias"): value
                                   for key, value in weights.items()}})
    return net.eval(), dict(saved["config"], fine=True), json.loads(saved["classes"]), facts


def known(crops):
    """{head: class numbers, -1 where unknown}."""
    labels = crops.labels
    return dict(colour=torch.where(labels.colour_weight == 1, labels.colours.float().argmax(1), -1), orientation=labels.orientation)


@torch.no_grad()
def looked_at(net, pictures, view):
    """Maps of all pictures in half precision: as they are in view 0, else a little cut, turned and blurred."""
    parts = []
    for start in range(0, len(pictures), 32):
        part = pictures[start:start + 32].float()
        if view:
            part = augment.degrade(augment.resized_crops(part, part.shape[2:], least_area=0.75, turn=0.05, shear=0.05), 0.3).clamp(0, 255)
        parts.append(net.maps(part.contiguous(memory_format=torch.channels_last)))
    return Maps(*(torch.cat([getattr(p, f).half().contiguous() for p in parts]) for f in Maps.__dataclass_fields__))


def fit(net, head, views, truth):
    """Trains one head; returns the mean loss of its last epoch."""
    layer = net.heads[HEADS.index(head)].train()
    rows = (truth >= 0).nonzero()[:, 0]
    # The rarer the class, the more often it is drawn.
    weights = 1 / truth[rows].bincount().float().sqrt()[truth[rows]]
    steps_each = len(rows) * len(views) // BATCH + 1
    optimiser = torch.optim.AdamW(layer.parameters(), RATES[head], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATES[head], total_steps=EPOCHS[head] * steps_each)
    losses = []
    for _ in range(EPOCHS[head] * steps_each):
        drawn = rows[torch.multinomial(weights, BATCH, replacement=True)]
        maps = lit(views[int(torch.randint(len(views), ()))].at(drawn))
        loss = F.cross_entropy(layer(maps, F.dropout(maps.pooled(), 0.2)), truth[drawn], label_smoothing=0.05)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        losses.append(loss.item())
    layer.eval()
    return round(float(np.mean(losses[-steps_each:])), 3)


def lit(maps):
    """The same maps under a slightly different light."""
    n, device = len(maps.paint), maps.paint.device
    light = torch.exp((torch.rand(n, 1, 1, 1, device=device) - 0.5) * 0.2 + (torch.rand(n, 3, 1, 1, device=device) - 0.5) * 0.06)
    return Maps(maps.middle, maps.last, (maps.paint * light).clamp(0, 255))
