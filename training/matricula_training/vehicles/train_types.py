"""Teaches the detector's types again, apart from its scores, on maps that the rest of it computes once: minutes on one core of a CPU.

The long training knows sedans from SUVs by pasted crops alone; here only vehicles that stand in their scene count."""
import copy
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F

from matricula_training.vehicles import TYPES
from matricula_training.vehicles.boxes import overlaps
from matricula_training.vehicles.detector import SIDES, VehicleDetector
from matricula_training.vehicles.find import KEPT, letterbox
from matricula_training.vehicles.pack import Shard
from matricula_training.vehicles.train_detector import load, save

BATCH = 64
STEPS = 900
RATE = 3e-3
DROPPED = 0.3
MIRRORED = [2, 1, 0, 3]
LEAST_SCORE, LEAST_OVERLAP = 0.1, 0.6


@dataclass(frozen=True)
class Cells:
    """Cells that find a vehicle of known type: their 3x3 neighbourhood [N, C, 3, 3] in half precision, the type [N], how often each is drawn [N]."""
    around: torch.Tensor
    types: torch.Tensor
    weights: torch.Tensor


def run(options):
    torch.manual_seed(options.seed)
    plain, config, facts = load(options.weights)
    net = set_apart(plain, config["network"])
    shard = Shard.read(options.pack, "train")
    cells = gathered(net, shard, config["side"])
    print(f"{len(cells.types)} cells, loss {fit(net, cells)}", flush=True)
    config = dict(config, network=dict(config["network"], apart=True))
    save(f"{options.out}/vehicles.pt", net, config, dict(facts, types=dict(seed=options.seed, cells=len(cells.types))))


def set_apart(plain, network):
    """The same network whose types have a copy of the scores' convolution, and do not yet look at the sides."""
    net, weights = VehicleDetector(**dict(network, apart=True)), plain.state_dict()
    if plain.kind is None:
        weights["types.weight"] = F.pad(weights["types.weight"], (0, 0, 0, 0, 0, SIDES))
    missing = net.load_state_dict(weights, strict=False).missing_keys
    if any(key.startswith("kind.") for key in missing):
        net.kind = copy.deepcopy(net.what)
    return net.eval()


def gathered(net, shard, side):
    """All cells of the shard's vehicles whose one type is known."""
    around, types, owners = [], [], []
    for i, record in enumerate(shard.records):
        exact = [TYPES.index(v["types"][0]) if len(v["types"]) == 1 else -1 for v in record["vehicles"]]
        if max(exact, default=-1) < 0:
            continue
        found, owner = cells_of(net, *letterbox(shard.picture(i), side), [v["box"] for v in record["vehicles"]])
        for patch, vehicle in zip(found, owner):
            if exact[vehicle] >= 0:
                around.append(patch)
                types.append(exact[vehicle])
                owners.append((i, vehicle))
    # Every vehicle counts alike however many cells find it, and rare types count more.
    each = {key: k for k, key in enumerate(dict.fromkeys(owners))}
    owner, types = torch.tensor([each[key] for key in owners]), torch.tensor(types)
    weights = 1 / owner.bincount().float()[owner]
    counts = torch.zeros(len(TYPES)).index_add_(0, types, weights)
    return Cells(torch.stack(around), types, weights / counts.sqrt()[types])


@torch.no_grad()
def cells_of(net, padded, scale, boxes):
    """The neighbourhoods of the cells that find one of the boxes, and the number of that box."""
    maps = net.maps(torch.from_numpy(padded)[None].permute(0, 3, 1, 2).float())
    scores, places, _ = net.read(maps)
    scores, best = scores[0, :, 0].sigmoid().topk(min(KEPT, scores.shape[1]))
    fit = overlaps(places[0, best].numpy() / scale, boxes)
    good = (scores.numpy() > LEAST_SCORE) & (fit.max(1) > LEAST_OVERLAP)
    around = torch.cat([F.unfold(m, 3, padding=1)[0] for m in maps], 1)
    return around[:, best[good]].T.reshape(-1, maps[0].shape[1], 3, 3).half(), fit.argmax(1)[good]


def fit(net, cells):
    """Trains convolution and layer of the types; returns the mean loss of the last steps."""
    parts = (net.kind, net.types)
    optimiser = torch.optim.AdamW([p for part in parts for p in part.parameters()], RATE, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=STEPS)
    losses, shapes = [], sides(net, cells.around)
    for _ in range(STEPS):
        drawn = torch.multinomial(cells.weights, BATCH, replacement=True)
        around = F.dropout2d(cells.around[drawn].float(), DROPPED)
        mirrored = torch.rand(BATCH, 1, 1, 1) < 0.5
        around = torch.where(mirrored, around.flip(3), around)
        shape = torch.where(mirrored, shapes[drawn][:, MIRRORED], shapes[drawn])
        seen = F.dropout(net.kind(around)[..., 1:2, 1:2], DROPPED)
        loss = F.cross_entropy(net.types(torch.cat([seen, shape], 1))[..., 0, 0], cells.types[drawn], label_smoothing=0.05)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        losses.append(loss.item())
    return round(float(np.mean(losses[-50:])), 3)


@torch.no_grad()
def sides(net, around):
    """What the network says of the box's sides in the middle of each neighbourhood [N, 4, 1, 1]."""
    return torch.cat([net.sides(net.where(part.float())[..., 1:2, 1:2]) for part in around.split(4096)])
