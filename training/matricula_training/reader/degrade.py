"""What cameras, weather and detectors do to a plate, for a whole batch at once on any device.

Each plate is put in perspective into a small "native" picture, as large as the plate would be in a photograph; light, blur,
noise and compression happen there; then it is cut out by corners that err as a detector's do.
"""
import math

import numpy as np
import torch
import torch.nn.functional as F

from matricula_training.reader.camera import scene, sensor
from matricula_training.reader.data import canvas
from matricula_training.reader.draws import chance, lattice, per_picture, pick, texture, uniform

# Widths of native pictures and how often each is drawn; the plate fills 60 to 95 % of it.
SCALES = ((48, 0.05), (72, 0.21), (104, 0.29), (152, 0.22), (216, 0.14), (320, 0.09))
WIDE = 2.9
# How many are cut by the upright box around them, as if no corners were known: what a detector without good corners gives.
BOXED = 0.6


class Degrader:
    """Canvases to reader inputs. `margin` (x, y): how far the cut goes beyond the corners, in parts of the plate's sides."""

    def __init__(self, height, width, margin):
        self.height, self.width, self.margin = height, width, margin

    @torch.no_grad()
    def __call__(self, canvases, aspect, real, hard):
        """uint8 [N,H,W,3], aspect [N], real [N] bool (a crop that already has surroundings, and a camera's faults: it stays
        larger and gets the full treatment half as often), hard: share 0..1 of samples that get everything. Returns uint8-valued floats [N,3,height,width]."""
        out = torch.empty(len(canvases), 3, self.height, self.width, device=canvases.device)
        weights = torch.tensor([share for _, share in SCALES])
        scale = torch.multinomial(weights, len(canvases), True).to(canvases.device)
        scale = (scale + real.long()).clamp(max=len(SCALES) - 1)
        wide = aspect > WIDE
        for k, (size, _) in enumerate(SCALES):
            for shape, chosen in (((size * 7 // 16, size), wide), ((size * 5 // 8, size), ~wide)):
                index = torch.nonzero((scale == k) & chosen)[:, 0]
                if len(index):
                    out[index] = self._group(canvases[index], aspect[index], real[index], hard, shape)
        return out

    def drawn(self, plates, hard):
        """Plates as the renderer draws them, on the CPU. Returns what a call does."""
        canvases = torch.from_numpy(np.stack([canvas(plate.image) for plate in plates]))
        aspect = torch.tensor([plate.image.shape[1] / plate.image.shape[0] for plate in plates])
        return self(canvases, aspect, torch.zeros(len(plates), dtype=torch.bool), hard)

    def _group(self, canvases, aspect, real, hard, shape):
        height, width = (side // 8 * 8 for side in shape)
        count, device = len(canvases), canvases.device
        full = torch.rand(count, device=device) < torch.where(real, 0.45 * hard, 1.0 * hard)
        quad, size = _pose(count, aspect, full, height, width, device)
        plate = _shrunk(canvases.permute(0, 3, 1, 2).float(), height, width)
        image = _paste(plate, quad, size, real, height, width)
        image = sensor(image, scene(image, full), full)
        error = _corner_error(count, full, real, device)
        cut = _cut(image, quad, error, self._margins(real), self.height, self.width)
        # One number that is none would stay in the network's batch norms for good.
        return torch.nan_to_num(cut).clamp(0, 255).round()

    def _margins(self, real):
        margin = torch.tensor(self.margin, device=real.device)
        return torch.where(real[:, None], margin * 0, margin)


def _pose(count, aspect, full, height, width, device):
    """Corners [N,4,2] of the plates in native pixels and their sizes [N,2] before perspective."""
    amount = pick(full, 1.0, 0.35)
    wide = torch.minimum(uniform(count, 0.6, 0.96, device) * width, uniform(count, 0.75, 0.95, device) * height * aspect)
    size = torch.stack([wide * (1 - torch.randn(count, device=device).abs().clamp(max=2.5) * 0.1 * amount), wide / aspect], 1)
    unit = torch.tensor([[-.5, -.5], [.5, -.5], [.5, .5], [-.5, .5]], device=device)
    x, y = (unit * size[:, None]).unbind(2)
    tail = chance(count, 0.18, device)
    shear = amount * pick(tail, uniform(count, -0.3, 0.3, device), torch.randn(count, device=device) * 0.08)
    x = x + shear[:, None] * y * 1.6
    y = y + (amount * torch.randn(count, device=device) * 0.05)[:, None] * x * 0.5
    y = y * (1 + x.sign() * (amount * torch.randn(count, device=device) * 0.045)[:, None])
    x = x * (1 + y.sign() * (amount * torch.randn(count, device=device) * 0.03)[:, None])
    tail = chance(count, 0.2, device)
    angle = amount * pick(tail, uniform(count, -14, 14, device), torch.randn(count, device=device) * 3.5) * (math.pi / 180)
    sine, cosine = angle.sin()[:, None], angle.cos()[:, None]
    quad = torch.stack([x * cosine - y * sine, x * sine + y * cosine], 2)
    room = torch.tensor([width, height], device=device) * 0.97
    spread = quad.amax(1) - quad.amin(1)
    fit = (room / spread).amin(1).clamp(max=1.0)
    quad = quad * fit[:, None, None]
    middle = -(quad.amax(1) + quad.amin(1)) / 2 + torch.tensor([width, height], device=device) / 2
    return quad + middle[:, None], size * fit[:, None]


def homography(quad):
    """Matrices [N,3,3] that take the unit square to quads [N,4,2] (top left first, clockwise)."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (corner.unbind(1) for corner in quad.unbind(1))
    dx1, dx2, dx3 = x1 - x2, x3 - x2, x0 - x1 + x2 - x3
    dy1, dy2, dy3 = y1 - y2, y3 - y2, y0 - y1 + y2 - y3
    down = dx1 * dy2 - dx2 * dy1
    g, h = (dx3 * dy2 - dx2 * dy3) / down, (dx1 * dy3 - dx3 * dy1) / down
    rows = [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, torch.ones_like(g)]
    return torch.stack(rows, 1).view(-1, 3, 3)


def _warp_points(matrix, points):
    """Homographies [N,3,3] applied to points [M,2] or [N,M,2]."""
    ones = torch.ones_like(points[..., :1])
    mapped = torch.cat([points, ones], -1) @ matrix.transpose(1, 2)
    return mapped[..., :2] / mapped[..., 2:].clamp(min=1e-4)


def _shrunk(plate, height, width):
    """Averaged down to about its size in the native picture, so that the sampling there skips no pixels."""
    wanted = min(plate.shape[2], int(height * 0.62)), min(plate.shape[3], int(width * 0.95))
    return plate if wanted == tuple(plate.shape[2:]) else F.interpolate(plate, size=wanted, mode="area")


def _paste(plate, quad, size, real, height, width):
    count, device = len(plate), plate.device
    inside = _warp_points(torch.linalg.inv(homography(quad)), lattice(height, width, device)[None].expand(count, -1, -1))
    drawn = F.grid_sample(plate, (inside * 2 - 1).view(count, height, width, 2), padding_mode="border", align_corners=False)
    edge = torch.minimum(inside, 1 - inside) * size[:, None]
    cover = (edge.amin(2) + 0.5).clamp(0, 1).view(count, 1, height, width)
    cover = torch.where(per_picture(real), torch.ones_like(cover), cover)
    grey = chance(count, 0.6, device)[:, None]
    around = torch.where(grey, uniform(count, 0, 255, device)[:, None].expand(-1, 3), torch.rand(count, 3, device=device) * 255)
    around = around * pick(chance(count, 0.5, device), 0.3, 1.0)[:, None]
    around = around[..., None, None] + texture(count, height, width, device) * per_picture(pick(chance(count, 0.6, device), uniform(count, 20, 160, device), 0.0))
    return drawn * cover + around * (1 - cover)


def _corner_error(count, full, real, device):
    """How far off the corners are that the cut goes by, in parts of the plate's sides [N,4,2]."""
    amount = pick(full, 1.0, 0.4) * pick(chance(count, 0.15, device), 2.2, 1.0) * pick(real, 0.6, 1.0)
    each = torch.randn(count, 4, 2, device=device) * torch.tensor([0.012, 0.03], device=device)
    shift = torch.randn(count, 1, 2, device=device) * torch.tensor([0.015, 0.03], device=device)
    grow = torch.randn(count, 1, 2, device=device) * torch.tensor([0.025, 0.05], device=device)
    sign = torch.tensor([[-1., -1.], [1., -1.], [1., 1.], [-1., 1.]], device=device)
    return (each + shift + grow * sign) * amount[:, None, None] + _tight_side(count, full & ~real, device)


def _tight_side(count, chosen, device):
    """In a dozenth of the cuts one side lies inside the plate, as far as the text, which it may touch [N,4,2]."""
    left, right = [[1., 0.], [0., 0.], [0., 0.], [1., 0.]], [[0., 0.], [-1., 0.], [-1., 0.], [0., 0.]]
    top, bottom = [[0., 1.], [0., 1.], [0., 0.], [0., 0.]], [[0., 0.], [0., 0.], [0., -1.], [0., -1.]]
    sides = torch.tensor([left, right, top, bottom], device=device)
    depth = torch.rand(count, 1, 1, device=device) * torch.tensor([0.06, 0.14], device=device) + torch.tensor([0.02, 0.04], device=device)
    return sides[torch.randint(0, 4, (count,), device=device)] * depth * pick(chosen & chance(count, 0.08, device), 1.0, 0.0)[:, None, None]


def _cut(image, quad, error, margin, out_height, out_width):
    """Rectifies by the quads with errors; for a part of the samples by the upright box around them, as if no corners were known."""
    count, _, height, width = image.shape
    unit = torch.tensor([[0., 0.], [1., 0.], [1., 1.], [0., 1.]], device=image.device)
    seen = _warp_points(homography(quad), unit + error)
    low, high = seen.amin(1), seen.amax(1)
    box = torch.stack([low, torch.stack([high[:, 0], low[:, 1]], 1), high, torch.stack([low[:, 0], high[:, 1]], 1)], 1)
    seen = torch.where(chance(count, BOXED, image.device)[:, None, None], box, seen)
    points = lattice(out_height, out_width, image.device) / torch.tensor([out_width, out_height], device=image.device)
    points = points[None] * (1 + 2 * margin[:, None]) - margin[:, None]
    native = _warp_points(homography(seen), points) / torch.tensor([width, height], device=image.device)
    return F.grid_sample(image, (native * 2 - 1).view(count, out_height, out_width, 2), padding_mode="border", align_corners=False)
