"""Which cell answers for which plate, and what its answer costs."""
from dataclasses import dataclass

import torch
import torch.nn.functional as F

from matricula_training.scenes.geometry import bounds, side_lengths
from matricula_training.scenes.pack import BOXED, EXACT, IGNORED, KNOWN, SLOT
from matricula_training.detector.model import cells, decode, flat


@dataclass(frozen=True)
class LossSettings:
    cells_each: int = 9
    box: float = 2.0
    corners: float = 1.0
    background: float = 0.75
    narrowest: float = 7.0
    lowest: float = 4.0
    visible: float = 0.4


@dataclass
class Targets:
    """Per window: `boxes` [N,A,4], `corners` [N,A,4,2], and which areas are plates, have known corners, are ignored, are known."""
    boxes: torch.Tensor
    corners: torch.Tensor
    plates: torch.Tensor
    cornered: torch.Tensor
    ignored: torch.Tensor
    known: torch.Tensor


def targets_of(batch, settings=LossSettings()):
    """Clips what the window cuts off; plates of which too little is seen are ignored."""
    size = batch.pictures.shape[-1]
    whole = bounds(batch.quads)
    boxes = whole.clamp(0, size)
    sides = boxes[..., 2:] - boxes[..., :2]
    share = sides.prod(-1) / (whole[..., 2:] - whole[..., :2]).prod(-1).clamp(min=1e-6)
    labelled = (batch.kinds == EXACT) | (batch.kinds == BOXED)
    seen = (sides[..., 0] >= settings.narrowest) & (sides[..., 1] >= settings.lowest) & (share >= settings.visible)
    inside = ((batch.quads > -2) & (batch.quads < size + 2)).all(-1).all(-1)
    unsure = (batch.kinds == IGNORED) | (batch.kinds == SLOT) | (labelled & ~seen & (sides.amin(-1) > 0))
    return Targets(boxes, batch.quads, labelled & seen, (batch.kinds == EXACT) & inside, unsure, batch.kinds == KNOWN)


def detection_loss(maps, targets, size, settings=LossSettings()):
    """(loss, parts by name): quality-aware class loss, GIoU of boxes, corner distance in plate heights."""
    grid = cells(size, size, maps[0].device)
    logits, boxes, corners = decode(flat(maps), grid)
    logits = logits[..., 0]
    with torch.no_grad():
        owner, quality = assign(logits.sigmoid(), boxes, grid, targets, settings)
        weight = _counted(owner, grid, targets)
    positive = owner >= 0
    total = quality.sum().clamp(min=1.0)
    probability = logits.detach().sigmoid()
    focus = torch.where(positive, quality.clamp(min=0.1), settings.background * probability ** 2)
    score = (F.binary_cross_entropy_with_logits(logits, quality, reduction="none") * focus * weight).sum() / total

    picture, cell = positive.nonzero(as_tuple=True)
    area = owner[picture, cell]
    worth = quality[picture, cell].clamp(min=0.05)
    box_loss = ((1 - giou(boxes[picture, cell], targets.boxes[picture, area])) * worth).sum() / total
    true_corners = targets.corners[picture, area]
    height = side_lengths(true_corners)[:, 1].clamp(min=4.0)
    away = (corners[picture, cell] - true_corners).abs().sum(-1).mean(-1) / height
    cornered = targets.cornered[picture, area].float() * worth
    corner_loss = (_bent(away) * cornered).sum() / cornered.sum().clamp(min=1.0)
    loss = score + settings.box * box_loss + settings.corners * corner_loss
    return loss, dict(score=score, box=box_loss, corner=corner_loss, plates=targets.plates.float().sum(1).mean())


def assign(probability, boxes, grid, targets, settings=LossSettings()):
    """Task-aligned assignment (Feng et al. 2021): owner [N, cells] (-1: background) and the quality each cell's score is to reach."""
    truth = targets.boxes[:, :, None]
    middle, sides = (truth[..., :2] + truth[..., 2:]) / 2, truth[..., 2:] - truth[..., :2]
    away = (grid[:, :2] - middle).abs()
    stride = grid[:, 2]
    reach = torch.maximum(sides / 2, stride[:, None].expand(-1, 2))
    near = (away < reach).all(-1) & targets.plates[:, :, None]
    iou = giou(boxes[:, None], truth, plain=True).clamp(min=0)
    # A level is meant for plates about as wide as six of its cells; the others stay possible.
    fit = (sides[..., 0] * sides[..., 1]).clamp(min=1).sqrt() / (stride * 4)
    prior = torch.exp(-0.35 * fit.log2() ** 2) * torch.exp(-((away / reach) ** 2).sum(-1))
    metric = (probability[:, None].clamp(min=1e-4).sqrt() * (iou + 0.05) ** 4 * prior) * near
    best, index = metric.topk(settings.cells_each, -1)
    chosen = torch.zeros_like(metric).scatter_(-1, index, 1.0) * (metric > 0)
    # A cell that several plates want goes to the one it fits best.
    metric = metric * chosen
    top, owner = metric.max(1)
    owner = torch.where(top > 0, owner, torch.full_like(owner, -1))
    safe = owner.clamp(min=0)[:, None]
    best_metric = metric.amax(-1).clamp(min=1e-12).gather(1, safe[:, 0])
    best_iou = (iou * chosen).amax(-1).gather(1, safe[:, 0])
    quality = top / best_metric * best_iou.clamp(min=0.1)
    return owner, torch.where(owner >= 0, quality, torch.zeros_like(quality))


def giou(a, b, plain=False):
    """Generalised (or `plain`) intersection over union of boxes [..., 4]."""
    low, high = torch.maximum(a[..., :2], b[..., :2]), torch.minimum(a[..., 2:], b[..., 2:])
    shared = (high - low).clamp(min=0).prod(-1)
    union = (a[..., 2:] - a[..., :2]).prod(-1) + (b[..., 2:] - b[..., :2]).prod(-1) - shared + 1e-6
    if plain:
        return shared / union
    hull = (torch.maximum(a[..., 2:], b[..., 2:]) - torch.minimum(a[..., :2], b[..., :2])).prod(-1) + 1e-6
    return shared / union - (hull - union) / hull


def _counted(owner, grid, targets):
    """1 for cells whose score counts: not those in ignored areas, unless a known area lies there."""
    inside = ((grid[:, :2] > targets.boxes[:, :, None, :2]) & (grid[:, :2] < targets.boxes[:, :, None, 2:])).all(-1)
    ignored = (inside & targets.ignored[..., None]).any(1) & ~(inside & targets.known[..., None]).any(1)
    return ((owner >= 0) | ~ignored).float()


def _bent(distance, turn=0.1):
    """Quadratic near zero, then straight, then logarithmic: a corner that is far off must not rule the batch."""
    near = distance ** 2 / (2 * turn)
    far = (distance - turn / 2)
    return torch.where(distance < turn, near, torch.where(distance < 1, far, 1 - turn / 2 + distance.clamp(min=1).log()))
