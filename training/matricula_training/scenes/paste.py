"""Plates and look-alikes pasted with perspective into windows, corners known."""
import math
from dataclasses import dataclass

import cv2
import numpy as np
import torch
import torch.nn.functional as F

from matricula_training.scenes.geometry import bounds, covered, pixel_centres, project, side_lengths, unit_square_to
from matricula_training.scenes.pack import BOXED, EXACT, KNOWN, SLOT
from matricula_training.scenes.windows import AREAS, PASTED

HEIGHT, WIDTH = 96, 288
LEVELS = 3


@dataclass(frozen=True)
class PasteSettings:
    """Shares of the windows that get, in each of `PASTED` turns, a plate over a plate, a plate elsewhere, a look-alike."""
    over: float = 0.12
    elsewhere: float = 0.14
    lookalike: float = 0.16


class Canvases:
    """Pictures to paste, each stretched to one size: `levels` uint8 [N, 4, h, w] BGRA; of what is on them `aspects` [N] (width / height)
    and `margins` [N, 4], how far the canvas reaches beyond it (left, top, right, bottom, in its widths and heights)."""

    def __init__(self, levels, aspects, margins):
        self.levels, self.aspects, self.margins = levels, aspects, margins

    def nearest(self, aspects, tries=6):
        """For each wanted aspect the best of a few random canvases: indices [N]."""
        drawn = torch.randint(len(self.aspects), (len(aspects), tries), device=aspects.device)
        error = (self.aspects[drawn] / aspects[:, None]).log().abs()
        return drawn.gather(1, error.argmin(1, keepdim=True))[:, 0]


def canvases_of(drawn, device):
    """Canvases of [(picture BGR or BGRA uint8, box of what is on it in pixels)]."""
    stack = np.stack([cv2.resize(_with_alpha(picture), (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA) for picture, _ in drawn])
    levels = [torch.from_numpy(stack).to(device).permute(0, 3, 1, 2).contiguous()]
    for _ in range(LEVELS - 1):
        levels.append(F.avg_pool2d(levels[-1].float(), 2).round().to(torch.uint8))
    aspects, margins = [], []
    for picture, (x0, y0, x1, y1) in drawn:
        height, width = picture.shape[:2]
        aspects.append((x1 - x0) / (y1 - y0))
        margins.append([x0 / (x1 - x0), y0 / (y1 - y0), (width - x1) / (x1 - x0), (height - y1) / (y1 - y0)])
    return Canvases(levels, torch.tensor(aspects, device=device).float(), torch.tensor(margins, device=device).float())


def paste(batch, plates, lookalikes, settings=PasteSettings()):
    """Changes the pictures, kinds and quads of `batch` in place."""
    for turn in range(PASTED):
        chance = torch.rand(len(batch.pictures), device=batch.kinds.device)
        over = chance < settings.over
        _paste_over(batch, plates, over.nonzero()[:, 0])
        elsewhere = ~over & (chance < settings.over + settings.elsewhere)
        _paste_elsewhere(batch, plates, elsewhere.nonzero()[:, 0], AREAS + turn, True)
        other = (chance > 1 - settings.lookalike).nonzero()[:, 0]
        _paste_elsewhere(batch, lookalikes, other, AREAS + turn, False)


def _paste_over(batch, canvases, rows):
    kinds, quads = batch.kinds[rows], batch.quads[rows]
    sides = bounds(quads)[..., 2:] - bounds(quads)[..., :2]
    fit = ((kinds == EXACT) | (kinds == BOXED) | (kinds == SLOT)) & (side_lengths(quads) > 4).all(-1) & (sides > 4).all(-1)
    rows, fit = rows[fit.any(1)], fit[fit.any(1)]
    if not len(rows):
        return
    picked = torch.multinomial(fit.float(), 1)[:, 0]
    old = batch.quads[rows, picked]
    upright = bounds(old)
    upright = torch.stack([upright[:, [0, 1]], upright[:, [2, 1]], upright[:, [2, 3]], upright[:, [0, 3]]], 1)
    exact = (batch.kinds[rows, picked] == EXACT)[:, None, None]
    target = torch.where(exact, old, _turn(upright, torch.randn(len(rows), device=rows.device) * 0.03))
    middle = target.mean(1, keepdim=True)
    target = middle + (target - middle) * (1.03 + 0.09 * torch.rand(len(rows), 1, 1, device=rows.device))
    lengths = side_lengths(target)
    chosen = canvases.nearest(lengths[:, 0] / lengths[:, 1].clamp(min=1))
    frames = torch.rand(len(rows), 4, device=rows.device) * 0.12 * (torch.rand(len(rows), 1, device=rows.device) < 0.35)
    _blend(batch.pictures, rows, target, canvases, chosen, frames)
    batch.quads[rows, picked] = target
    batch.kinds[rows, picked] = EXACT


def _paste_elsewhere(batch, canvases, rows, column, is_plate):
    if not len(rows):
        return
    size, device = batch.pictures.shape[-1], rows.device
    chosen = torch.randint(len(canvases.aspects), (len(rows),), device=device)
    target = _random_quads(canvases.aspects[chosen], size)
    around = torch.exp(torch.rand(len(rows), 4, device=device) * 3.4 - 3.0) * (torch.rand(len(rows), 1, device=device) < 0.65)
    reach = _grown(target, around)
    kinds, boxes = batch.kinds[rows], bounds(batch.quads[rows])
    plates = (kinds == EXACT) | (kinds == BOXED) | (kinds == SLOT)
    hit = (covered(boxes, bounds(reach)[:, None]) > 0.08) & plates
    free = ~hit.any(1)
    rows, chosen, target, around = rows[free], chosen[free], target[free], around[free]
    if not len(rows):
        return
    _blend(batch.pictures, rows, target, canvases, chosen, around)
    batch.quads[rows, column] = target
    batch.kinds[rows, column] = EXACT if is_plate else KNOWN


def _random_quads(aspects, size):
    """Quadrilaterals anywhere in the window, from 10 pixels to nearly its width, most of them near upright."""
    count, device = len(aspects), aspects.device
    width = torch.exp(torch.rand(count, device=device) * math.log(0.085 * size) + math.log(10))
    height = width / (aspects * (torch.randn(count, device=device) * 0.08).exp())
    unit = torch.tensor([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]], device=device)
    quads = unit * torch.stack([width, height], -1)[:, None]
    quads = quads + torch.randn(count, 4, 2, device=device) * (0.025 * torch.minimum(width, 3 * height))[:, None, None]
    shear = torch.randn(2, count, 1, device=device) * 0.08
    quads = torch.stack([quads[..., 0] + shear[0] * quads[..., 1], quads[..., 1] + shear[1] * quads[..., 0]], -1)
    angle = torch.randn(count, device=device) * 0.07
    wide = torch.rand(count, device=device)
    angle = torch.where(wide < 0.2, (torch.rand(count, device=device) - 0.5) * 1.2, angle)
    angle = angle + torch.where(wide > 0.96, torch.randint(1, 4, (count,), device=device) * (math.pi / 2), torch.zeros_like(angle))
    place = (0.02 + 0.96 * torch.rand(count, 1, 2, device=device)) * size
    return _turn(quads, angle) + place


def _blend(pictures, rows, quads, canvases, chosen, around):
    """Draws canvases at `quads`, a painted panel reaching `around` (left, top, right, bottom in plate units) behind each."""
    size, device = pictures.shape[-1], rows.device
    grid = pixel_centres(size, size, device)
    whole = _grown(quads, canvases.margins[chosen])
    inverse = torch.linalg.inv_ex(unit_square_to(whole))[0]
    lengths = side_lengths(whole)
    detail = (WIDTH / lengths[:, 0].clamp(min=1)).log2() + torch.rand(len(rows), device=device) * 0.8
    level = detail.floor().clamp(0, LEVELS - 1).long()
    # One by one, what lies far from the canvas need not be computed; an accelerator is quicker with whole windows of many.
    single = device.type == "cpu"
    reach = bounds(_grown(whole, around)) if single else None
    for k in range(LEVELS):
        of_level = (level == k).nonzero()[:, 0]
        for part in of_level.split(1 if single else 64) if len(of_level) else ():
            spot = _spot(reach[part[0]], size) if single else (slice(None), slice(None))
            _blend_part(pictures[(..., *spot)], rows[part], project(inverse[part], grid[spot].expand(len(part), -1, -1, -1)),
                        canvases.levels[k][chosen[part]].float(), lengths[part], around[part])


def _spot(box, size):
    """The rows and columns of a window that a box touches."""
    x0, y0, x1, y1 = box.clamp(-1, size + 1).tolist()
    return slice(max(0, int(y0) - 1), max(1, int(y1) + 2)), slice(max(0, int(x0) - 1), max(1, int(x1) + 2))


def _blend_part(pictures, rows, places, canvas, lengths, around):
    count, device = len(rows), rows.device
    below = pictures[rows]
    low, high = places + around[:, None, None, :2], 1 + around[:, None, None, 2:] - places
    reach = (torch.minimum(low, high) * lengths[:, None, None] + 0.5).clamp(0, 1)
    painted = (reach[..., 0] * reach[..., 1])[:, None] * (around.sum(1) > 0).float().view(-1, 1, 1, 1)
    grey = torch.rand(count, 1, 1, 1, device=device) * 220
    colour = (grey + torch.randn(count, 3, 1, 1, device=device) * 25).clamp(0, 255)
    # Some panels let the scene shine through, as dirty glass or a cover does.
    below = below + (colour - below) * painted * (0.7 + 0.5 * torch.rand(count, 1, 1, 1, device=device)).clamp(max=1)

    drawn = F.grid_sample(canvas, places * 2 - 1, align_corners=False)
    opaque = drawn[:, 3:] / 255
    gain = torch.exp(torch.rand(count, 1, 1, 1, device=device) * 1.0 - 0.9) * (1 + torch.randn(count, 3, 1, 1, device=device) * 0.06)
    slope = torch.randn(count, 1, 1, 2, device=device) * 0.12
    light = 1 + ((places - 0.5).clamp(-1, 1) * slope).sum(-1)[:, None]
    edge = torch.rand(count, 1, 1, 1, device=device)
    depth = torch.rand(count, 1, 1, 1, device=device) * 0.6 * (torch.rand(count, 1, 1, 1, device=device) < 0.3)
    shade = 1 - depth * ((edge - places[..., 1][:, None]) * 6).clamp(0, 1)
    # Resampled transparent borders are dark: colour is weighted by the canvas' own opacity.
    surface = drawn[:, :3] / opaque.clamp(min=0.05) * gain * light * shade
    pictures[rows] = below + (surface.clamp(0, 255) - below) * opaque


def _turn(quads, angle):
    middle = quads.mean(1, keepdim=True)
    cos, sin = angle.cos()[:, None], angle.sin()[:, None]
    x, y = (quads - middle).unbind(-1)
    return middle + torch.stack([x * cos - y * sin, x * sin + y * cos], -1)


def _grown(quads, around):
    corners = torch.stack([
        torch.stack([-around[:, 0], -around[:, 1]], -1), torch.stack([1 + around[:, 2], -around[:, 1]], -1),
        torch.stack([1 + around[:, 2], 1 + around[:, 3]], -1), torch.stack([-around[:, 0], 1 + around[:, 3]], -1)], 1)
    return project(unit_square_to(quads), corners)


def _with_alpha(picture):
    """BGR or BGRA, colour weighted by opacity, so that resampling keeps the borders clean."""
    if picture.shape[2] == 3:
        return np.dstack([picture, np.full(picture.shape[:2], 255, np.uint8)])
    weighted = picture.astype(np.float32)
    weighted[..., :3] *= weighted[..., 3:] / 255
    return weighted.astype(np.uint8)
