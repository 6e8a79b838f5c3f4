"""Training pictures for the vehicle detector: views of packed scenes, mosaics of four, and crops pasted in, all on the device."""
from dataclasses import dataclass

import cv2
import numpy as np
import torch

from matricula_training.vehicles import TYPES, augment
from matricula_training.vehicles.detector import Truth

FILL = 114
MOST_BOXES = 24
MOST_IGNORED = 12
# Smaller than this in a view, a vehicle is ignored rather than asked for.
LEAST_SIDE = 8.0


@dataclass(frozen=True)
class Scenes:
    """Scenes on one device: uint8 [N, 3, S, S] at the top left of a square, sizes (width, height) [N, 2], boxes as in Truth, draw weights."""
    pictures: torch.Tensor
    sizes: torch.Tensor
    truth: Truth
    weights: torch.Tensor
    records: list

    @staticmethod
    def load(shard, device, weights=None):
        side = max(max(r["width"], r["height"]) for r in shard.records)
        pictures = np.full((len(shard.records), side, side, 3), FILL, np.uint8)
        boxes, ignored = np.zeros((len(pictures), MOST_BOXES, 4), np.float32), np.zeros((len(pictures), MOST_IGNORED, 4), np.float32)
        types, real = np.ones((len(pictures), MOST_BOXES, len(TYPES)), bool), np.zeros((len(pictures), MOST_BOXES), bool)
        for i, record in enumerate(shard.records):
            picture = shard.picture(i)
            pictures[i, :picture.shape[0], :picture.shape[1]] = picture
            vehicles = sorted(record["vehicles"], key=lambda v: -area(v["box"]))
            for k, vehicle in enumerate(vehicles[:MOST_BOXES]):
                boxes[i, k], real[i, k] = vehicle["box"], True
                types[i, k] = [t in vehicle["types"] for t in TYPES]
            rest = record["ignored"] + [v["box"] for v in vehicles[MOST_BOXES:]]
            for k, box in enumerate(sorted(rest, key=lambda b: -area(b))[:MOST_IGNORED]):
                ignored[i, k] = box
        tensors = [torch.from_numpy(a).to(device) for a in (boxes, types, real, ignored)]
        sizes = torch.tensor([[r["width"], r["height"]] for r in shard.records], device=device, dtype=torch.float32)
        drawn = torch.tensor([(weights or {}).get(r["source"], 1.0) for r in shard.records], device=device)
        stacked = torch.from_numpy(pictures).to(device).permute(0, 3, 1, 2).contiguous()
        return Scenes(stacked, sizes, Truth(*tensors), drawn, shard.records)


def area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def draw(weights, n):
    return torch.multinomial(weights, n, replacement=True)


def window(sizes, side, low, high):
    """Per scene: view pixels per scene pixel in x and y [N, 2] and where the scene's origin lies in the view [N, 2]."""
    n, device = len(sizes), sizes.device
    zoom = torch.exp(augment.uniform(n, np.log(low), np.log(high), device)) * side / sizes.amax(1)
    stretch = torch.exp(augment.uniform(n, -0.15, 0.15, device))
    scale = torch.stack([zoom * stretch, zoom / stretch], 1)
    slack = side - sizes * scale
    # Smaller than the view: anywhere in it; larger: any part of it.
    return scale, torch.rand(n, 2, device=device) * slack


def view(scenes, rows, side, low=0.75, high=2.2):
    """(pictures [n, 3, side, side], Truth of the view) of the chosen scenes, mirrored half of the time."""
    scale, shift = window(scenes.sizes[rows], side, low, high)
    canvas = scenes.pictures.shape[-1]
    mirror = augment.coins(len(rows), 0.5, rows.device)
    sign = 1 - 2 * mirror.float()
    # From view coordinates (-1..1) to the canvas's: pixel = (view pixel - shift) / scale.
    factor = side / (scale * canvas)
    offset = factor - 2 * shift / (scale * canvas) - 1
    theta = torch.zeros(len(rows), 2, 3, device=rows.device)
    theta[:, 0, 0], theta[:, 1, 1] = factor[:, 0] * sign, factor[:, 1]
    theta[:, :, 2] = offset
    pictures = augment.sample(scenes.pictures[rows].float(), theta, (side, side), FILL)
    truth = scenes.truth
    moved = [mirrored(placed(boxes[rows], scale, shift), mirror, side) for boxes in (truth.boxes, truth.ignored)]
    return pictures, seen(moved[0], truth.types[rows], truth.real[rows], moved[1], side)


def placed(boxes, scale, shift):
    return boxes * scale.repeat(1, 2)[:, None] + shift.repeat(1, 2)[:, None]


def mirrored(boxes, mirror, side):
    turned = torch.stack([side - boxes[..., 2], boxes[..., 1], side - boxes[..., 0], boxes[..., 3]], -1)
    return torch.where(mirror[:, None, None], turned, boxes)


def seen(boxes, types, real, ignored, side):
    """Truth clipped to the view: what is too small or mostly outside is ignored."""
    whole = (boxes[..., 2:] - boxes[..., :2]).clamp(min=1e-3).prod(-1)
    boxes, ignored = boxes.clamp(0, side), ignored.clamp(0, side)
    left = boxes[..., 2:] - boxes[..., :2]
    good = real & (left.prod(-1) / whole > 0.3) & (left.amin(-1) >= LEAST_SIDE)
    dropped = torch.where((real & ~good)[..., None], boxes, torch.zeros_like(boxes))
    return Truth(boxes * good[..., None], types, good, torch.cat([ignored, dropped], 1))


def mosaic(scenes, rows, side):
    """Four scenes a picture, a quarter each; rows [4 n]."""
    half = side // 2
    pictures, truth = view(scenes, rows, half, 0.8, 2.2)
    n = len(rows) // 4
    quarters = pictures.view(4, n, 3, half, half)
    whole = torch.cat([torch.cat([quarters[0], quarters[1]], 3), torch.cat([quarters[2], quarters[3]], 3)], 2)
    at = torch.tensor([[0, 0], [half, 0], [0, half], [half, half]], device=rows.device).repeat(1, 2).float()
    def gather(values, shift=False):
        values = values.view(4, n, *values.shape[1:])
        if shift:
            kept = (values[..., 2:] > values[..., :2]).all(-1, keepdim=True)
            values = values + at.view(4, 1, 1, 4) * kept
        return values.transpose(0, 1).flatten(1, 2)
    return whole, Truth(gather(truth.boxes, True), gather(truth.types), gather(truth.real), gather(truth.ignored, True))


def paste(pictures, truth, crops, rows, chance):
    """Puts a crop of known type somewhere over each picture, `chance` of the time; what it hides is ignored."""
    n, side, device = len(pictures), pictures.shape[-1], pictures.device
    wide = torch.exp(augment.uniform(n, np.log(0.25), np.log(1.3), device)) * side
    tall = wide / crops.aspects[rows] * torch.exp(augment.uniform(n, -0.15, 0.15, device))
    size = torch.stack([wide, tall], 1)
    size = size * (1.25 * side / size.amax(1, keepdim=True)).clamp(max=1)
    # At least about three quarters stay in the picture.
    low, high = -0.2 * size, side - 0.8 * size
    corner = low + torch.rand(n, 2, device=device) * (high - low)
    mirror = augment.coins(n, 0.5, device)
    sign = 1 - 2 * mirror.float()
    theta = torch.zeros(n, 2, 3, device=device)
    theta[:, 0, 0], theta[:, 1, 1] = sign * side / size[:, 0], side / size[:, 1]
    theta[:, :, 2] = (side - 2 * corner) / size - 1
    theta[:, 0, 2] = theta[:, 0, 2] * sign
    patch = augment.tint(augment.sample(crops.pictures[rows].float(), theta, (side, side)), 0.7)
    cover = feather(corner, size, side) * augment.each(augment.coins(n, chance, device).float())
    boxes = crops.boxes[rows]
    turned = torch.stack([1 - boxes[:, 2], boxes[:, 1], 1 - boxes[:, 0], boxes[:, 3]], 1)
    boxes = torch.where(mirror[:, None], turned, boxes) * size.repeat(1, 2) + corner.repeat(1, 2)
    laid = cover.amax((1, 2, 3)) > 0
    return pictures * (1 - cover) + patch * cover, covered_truth(truth, boxes.clamp(0, side), crops.types[rows], laid)


def feather(corner, size, side):
    """1 inside the rectangle, falling to 0 over a random few pixels at its edge, [N, 1, S, S]."""
    at = torch.arange(side, device=corner.device) + 0.5
    soft = augment.uniform(len(corner), 1, 8, corner.device)
    edge = lambda k: torch.minimum(at[None] - corner[:, k, None], corner[:, k, None] + size[:, k, None] - at[None]) / soft[:, None]
    return (edge(1).clamp(0, 1)[:, :, None] * edge(0).clamp(0, 1)[:, None])[:, None]


def covered_truth(truth, boxes, types, laid):
    low = torch.maximum(truth.boxes[..., :2], boxes[:, None, :2])
    high = torch.minimum(truth.boxes[..., 2:], boxes[:, None, 2:])
    hidden = (high - low).clamp(min=0).prod(-1) / (truth.boxes[..., 2:] - truth.boxes[..., :2]).prod(-1).clamp(min=1e-3)
    gone = truth.real & laid[:, None] & (hidden > 0.5)
    partly = gone & (hidden < 0.9)
    ignored = torch.where(partly[..., None], truth.boxes, torch.zeros_like(truth.boxes))
    real = torch.cat([truth.real & ~gone, laid[:, None]], 1)
    return Truth(torch.cat([truth.boxes, boxes[:, None]], 1) * real[..., None], torch.cat([truth.types, types[:, None]], 1), real,
                 torch.cat([truth.ignored, ignored], 1))


@dataclass(frozen=True)
class TypedCrops:
    """Crops of one known type each: uint8 [M, 3, H, W] (stretched), width / height, box as fractions, types [M, 7], draw weights."""
    pictures: torch.Tensor
    aspects: torch.Tensor
    boxes: torch.Tensor
    types: torch.Tensor
    weights: torch.Tensor

    @staticmethod
    def load(shard, size, device):
        rows = [i for i, r in enumerate(shard.records) if len(r["types"]) == 1]
        height, width = size
        pictures = np.stack([cv2.resize(shard.picture(i), (width, height)) for i in rows])
        records = [shard.records[i] for i in rows]
        types = torch.tensor([[t in r["types"] for t in TYPES] for r in records], device=device)
        counts = types.sum(0).clamp(min=1).float()
        # The rarer the type, the more often it is drawn.
        weights = (1 / counts.sqrt())[types.float().argmax(1)]
        return TypedCrops(torch.from_numpy(pictures).to(device).permute(0, 3, 1, 2).contiguous(),
                          torch.tensor([r["width"] / r["height"] for r in records], device=device),
                          torch.tensor([tight(r["box"]) for r in records], device=device, dtype=torch.float32), types, weights)


def tight(box):
    """The vehicle's box in its crop: the whole crop where the teacher saw only part of it."""
    return box if area(box) > 0.6 else [0.02, 0.03, 0.98, 0.97]
