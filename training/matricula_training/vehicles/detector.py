"""The vehicle detector: one anchor-free network for boxes and types, its targets and its loss."""
from dataclasses import dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F

from matricula_training.layers import ConvNorm
from matricula_training.vehicles import TYPES
from matricula_training.vehicles.attributes import possible_loss
from matricula_training.vehicles.boxes import generalised_overlap, pairwise_overlap
from matricula_training.vehicles.layers import Trunk

STRIDES = (8, 16, 32)
BEST_CELLS = 10
FARTHEST = 64.0
SIDES = 4
SAME_VEHICLE = 0.6


class VehicleDetector(nn.Module):
    """BGR 0..255 [N, 3, H, W], sides multiples of 32 -> per cell: score logit, box in pixels, type logits, as [N, cells, 1 | 4 | 7].

    Cells are those of strides 8, 16 and 32, row by row. With `apart` the types have a convolution of
    their own, which `train-types` teaches, and see the box's sides beside it: its shape tells types apart."""

    def __init__(self, stem=16, widths=(24, 48, 96, 160), depths=(0, 2, 2, 1), neck=64, apart=False):
        super().__init__()
        self.trunk = Trunk(stem, widths, depths)
        self.laterals = nn.ModuleList(ConvNorm(width, neck, 1) for width in widths[1:])
        self.smooth = nn.ModuleList(ConvNorm(neck, neck) for _ in STRIDES)
        self.what, self.where = ConvNorm(neck, neck), ConvNorm(neck, neck)
        self.kind = ConvNorm(neck, neck) if apart else None
        self.score = nn.Conv2d(neck, 1, 1)
        self.types = nn.Conv2d(neck + (SIDES if apart else 0), len(TYPES), 1)
        self.sides = nn.Conv2d(neck, SIDES, 1)
        nn.init.constant_(self.score.bias, -4.0)

    def maps(self, pictures):
        """The three maps that scores, types and boxes are read from, finest first."""
        maps = [lateral(m) for lateral, m in zip(self.laterals, self.trunk(pictures))]
        for finer in (1, 0):
            maps[finer] = maps[finer] + F.interpolate(maps[finer + 1], scale_factor=2.0, mode="nearest")
        return [smooth(level) for level, smooth in zip(maps, self.smooth)]

    def forward(self, pictures):
        return self.read(self.maps(pictures))

    def read(self, maps):
        scores, boxes, types = [], [], []
        for x, stride in zip(maps, STRIDES):
            seen, sides = self.what(x), self.sides(self.where(x))
            scores.append(rows(self.score(seen)))
            types.append(rows(self.types(torch.cat([self.kind(x), sides], 1) if self.kind else seen)))
            boxes.append(box_of(rows(sides), x, stride))
        return torch.cat(scores, 1), torch.cat(boxes, 1), torch.cat(types, 1)


def agreed(found):
    """The same rows [N, K, 5 + types]; the types of each are asked of all cells that find the same vehicle, as the mean of the chances' logarithms.

    The best cell alone is often the one whose box fits best, not the one that sees the vehicle's shape best."""
    boxes, chances = found[..., 1:5], found[..., 5:]
    weights = (pairwise_overlap(boxes, boxes) > SAME_VEHICLE).to(found.dtype) * found[..., None, :, 0]
    weights = weights / weights.sum(2, keepdim=True).clamp(min=1e-9)
    return torch.cat([found[..., :5], (weights @ chances.clamp(min=1e-9).log()).softmax(2)], 2)


def rows(x):
    """[N, C, H, W] -> [N, H * W, C]."""
    return x.flatten(2).transpose(1, 2)


def centres(level, stride):
    """Centres x, y of the map's cells in pixels [H * W, 2]; from ones, so that an exported graph takes any size."""
    ones = torch.ones_like(level[0, 0], dtype=torch.float32)
    return torch.stack([(ones.cumsum(1) - 0.5) * stride, (ones.cumsum(0) - 0.5) * stride], 2).flatten(0, 1)


def box_of(sides, level, stride):
    """Distances of the four sides, as logarithms in strides, to corners in pixels."""
    middle = centres(level, stride)
    away = sides.float().exp().clamp(max=FARTHEST) * stride
    return torch.cat([middle - away[..., :2], middle + away[..., 2:]], 2)


def all_centres(height, width, device):
    """Centres of all cells of a picture [cells, 2] and their strides [cells]."""
    maps = [torch.empty(1, 1, height // s, width // s, device=device) for s in STRIDES]
    strides = [torch.full((m.shape[2] * m.shape[3],), float(s), device=device) for m, s in zip(maps, STRIDES)]
    return torch.cat([centres(m, s) for m, s in zip(maps, STRIDES)]), torch.cat(strides)


@dataclass(frozen=True)
class Truth:
    """Boxes of a batch, padded to the same number: boxes [N, G, 4], types possible bool [N, G, 7], real bool [N, G], ignored [N, I, 4]."""
    boxes: torch.Tensor
    types: torch.Tensor
    real: torch.Tensor
    ignored: torch.Tensor


@torch.no_grad()
def assign(scores, boxes, truth, middle, strides):
    """Task-aligned assignment (Feng et al. 2021): (vehicle's number or -1 [N, cells], wanted score [N, cells])."""
    overlap = pairwise_overlap(truth.boxes, boxes)
    fit = scores.sigmoid()[..., 0].float()[:, None] ** 0.5 * overlap ** 4
    # At least the cells around the centre: a box thinner than a stride may hold no cell at all.
    inside = contains(truth.boxes, middle) | near_centre(truth.boxes, middle, strides)
    fit = fit * (inside & truth.real[..., None]) + 1e-12 * inside
    best = fit.topk(min(BEST_CELLS, fit.shape[2]), dim=2)
    chosen = torch.zeros_like(fit).scatter_(2, best.indices, 1.0).bool() & inside & truth.real[..., None]
    claim = torch.where(chosen, overlap + 1e-6, torch.full_like(overlap, -1.0))
    strength, owner = claim.max(1)
    owned = strength >= 0
    mine = torch.zeros_like(chosen).scatter_(1, owner[:, None], owned[:, None]) & chosen
    fit, overlap = fit * mine, overlap * mine
    wanted = fit / fit.amax(2, keepdim=True).clamp(min=1e-12) * overlap.amax(2, keepdim=True).clamp(min=0.3)
    return torch.where(owned, owner, torch.full_like(owner, -1)), (wanted * mine).amax(1)


def contains(boxes, points):
    """Whether points [cells, 2] lie in boxes [N, G, 4]: bool [N, G, cells]."""
    low = (points[None, None] > boxes[:, :, None, :2]).all(-1)
    return low & (points[None, None] < boxes[:, :, None, 2:]).all(-1)


def near_centre(boxes, points, strides):
    middle = (boxes[:, :, None, :2] + boxes[:, :, None, 2:]) / 2
    return ((points[None, None] - middle).abs() < strides[None, None, :, None]).all(-1)


def detector_loss(outputs, truth, size):
    """(loss, {part: value}) for raw outputs on pictures of the given (height, width)."""
    scores, boxes, types = (o.float() for o in outputs)
    middle, strides = all_centres(*size, scores.device)
    owner, wanted = assign(scores, boxes, truth, middle, strides)
    positive = owner >= 0
    counted = positive | ~contains(truth.ignored, middle).any(1)
    total = wanted.sum().clamp(min=1.0)
    score_loss = (focal(scores[..., 0], wanted) * counted).sum() / total
    picture, cell = positive.nonzero(as_tuple=True)
    vehicle = owner[picture, cell]
    weight = wanted[picture, cell]
    giou, overlap = generalised_overlap(boxes[picture, cell], truth.boxes[picture, vehicle])
    box_loss = ((1 - giou) * weight).sum() / total
    type_loss = (possible_loss(types[picture, cell], truth.types[picture, vehicle]) * weight).sum() / total
    mean_overlap = (overlap.detach() * weight).sum() / total
    return score_loss + 2 * box_loss + 0.7 * type_loss, dict(score=score_loss, box=box_loss, type=type_loss, iou=mean_overlap)


def focal(logits, wanted):
    """Quality focal loss (Li et al. 2020)."""
    return F.binary_cross_entropy_with_logits(logits, wanted, reduction="none") * (logits.sigmoid() - wanted).abs() ** 1.5
