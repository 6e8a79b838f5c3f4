"""Square windows cut from stored scenes at random places, scales and angles, on the scenes' device."""
import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F

from matricula_training.scenes.geometry import bounds, linear, pixel_centres, project, rotation, side_lengths, translation
from matricula_training.scenes.pack import BOXED, EMPTY, EXACT, IGNORED, KNOWN, SLOT
from matricula_training.scenes.store import LEVELS

AREAS = 28
PASTED = 4
# Which areas are kept first where a mosaic has more than fit.
_IMPORTANCE = {EXACT: 0, BOXED: 0, SLOT: 1, KNOWN: 2, IGNORED: 3, EMPTY: 9}


@dataclass
class Batch:
    """`pictures` [N, 3, S, S] BGR 0..255; areas as `kinds` [N, AREAS + PASTED] and `quads` [..., 4, 2] in pixels of the window."""
    pictures: torch.Tensor
    kinds: torch.Tensor
    quads: torch.Tensor

    def trimmed(self):
        """Without the columns that no window needs. Waits for the device: for processors."""
        order = (self.kinds == EMPTY).to(torch.uint8).argsort(dim=1)[:, :max(1, int((self.kinds != EMPTY).sum(1).max()))]
        quads = self.quads.gather(1, order[..., None, None].expand(-1, -1, 4, 2))
        return Batch(self.pictures, self.kinds.gather(1, order), quads)

    def mirrored(self, rows):
        """The windows with those of `rows` [N] (boolean) mirrored."""
        pictures, quads = self.pictures.clone(), self.quads.clone()
        pictures[rows] = pictures[rows].flip(-1)
        turned = quads[rows][:, :, [1, 0, 3, 2]]
        turned[..., 0] = self.pictures.shape[-1] - turned[..., 0]
        quads[rows] = turned
        return Batch(pictures, self.kinds, quads)


@dataclass(frozen=True)
class WindowSettings:
    smallest: float = 10.0
    focused: float = 0.85
    mirrored: float = 0.35
    tilted: float = 0.25
    turned: float = 0.06
    mosaics: float = 0.3
    # Scenes of which the longer side is less than so much of the window's are not drawn.
    least_fill: float = 0.0


def draw(store, count, size, settings=WindowSettings()):
    """`count` windows, a share of them mosaics of four half as large."""
    mosaics = int(round(count * settings.mosaics))
    plain = windows(store, count - mosaics, size, settings)
    if not mosaics:
        return plain
    tiled = mosaic(windows(store, 4 * mosaics, size // 2, settings))
    return Batch(*(torch.cat([getattr(plain, name), getattr(tiled, name)]) for name in ("pictures", "kinds", "quads")))


def windows(store, count, size, settings):
    """`count` windows without mosaics."""
    # Smaller pictures would be blown up, and sharp plates pasted on blurred vehicles: they are for the tiles of mosaics.
    fitting = store.weights * (store.sizes.amax(1) >= settings.least_fill * size)
    scene = torch.multinomial(fitting, count, replacement=True)
    matrix, scale, mirrored = _placement(store, scene, size, settings)
    kinds, quads = store.kinds[scene], project(matrix, store.quads[scene])
    # In a mirrored plate the first corner to be read has come to stand at the right.
    quads = torch.where(mirrored[:, None, None, None], quads[:, :, [1, 0, 3, 2]], quads)
    pictures = _cut(store, scene, matrix, scale, size)
    room = AREAS + PASTED - kinds.shape[1]
    return Batch(pictures, F.pad(kinds, (0, room)), F.pad(quads, (0, 0, 0, 0, 0, room)))


def mosaic(parts):
    """Joins each four windows into one of double size."""
    count, size = len(parts.pictures) // 4, parts.pictures.shape[-1]
    tiles = parts.pictures.view(count, 2, 2, 3, size, size)
    pictures = tiles.permute(0, 3, 1, 4, 2, 5).reshape(count, 3, 2 * size, 2 * size)
    offset = torch.tensor([[0, 0], [size, 0], [0, size], [size, size]], device=pictures.device, dtype=torch.float32)
    quads = parts.quads.view(count, 4, -1, 4, 2)
    kinds = parts.kinds.view(count, 4, -1)
    # A plate that its window cuts off must not reach over into the neighbour.
    quads = quads.clamp(0, size) + offset[None, :, None, None]
    cut = (parts.quads < -2).any(-1).any(-1) | (parts.quads > size + 2).any(-1).any(-1)
    lost = _visible(parts.quads, size) < 0.35
    kinds = torch.where(cut.view_as(kinds) & (kinds == EXACT), torch.full_like(kinds, BOXED), kinds)
    plates = (kinds == EXACT) | (kinds == BOXED)
    kinds = torch.where(lost.view_as(kinds) & plates, torch.full_like(kinds, IGNORED), kinds)
    kinds, quads = kinds.reshape(count, -1), quads.reshape(count, -1, 4, 2)
    order = torch.tensor([_IMPORTANCE[k] for k in range(6)], device=kinds.device)[kinds].argsort(dim=1)[:, :AREAS]
    kinds = kinds.gather(1, order)
    quads = quads.gather(1, order[..., None, None].expand(-1, -1, 4, 2))
    return Batch(pictures, F.pad(kinds, (0, PASTED)), F.pad(quads, (0, 0, 0, 0, 0, PASTED)))


def _visible(quads, size):
    boxes = bounds(quads)
    whole = (boxes[..., 2:] - boxes[..., :2]).prod(-1).clamp(min=1e-6)
    inside = boxes.clamp(0, size)
    return (inside[..., 2:] - inside[..., :2]).prod(-1) / whole


def _placement(store, scene, size, settings):
    """Matrices scene -> window [N,3,3], their scales [N] and which are mirrored [N]."""
    count, device = len(scene), scene.device
    sizes, kinds, quads = store.sizes[scene], store.kinds[scene], store.quads[scene]
    plates = (kinds == EXACT) | (kinds == BOXED) | (kinds == SLOT)
    has = plates.any(1)
    picked = torch.multinomial(plates.float() + (~has).float()[:, None] * 1e-3, 1)
    focus = quads.gather(1, picked[..., None, None].expand(-1, -1, 4, 2))[:, 0]
    focused = has & (_uniform(count, device) < settings.focused)

    longest = sizes.amax(1)
    wanted = _log_uniform(count, settings.smallest, 0.95 * size, device) / side_lengths(focus)[:, 0].clamp(min=4)
    free = size / longest * _log_uniform(count, 0.7, 2.5, device)
    scale = torch.where(focused, wanted.clamp(max=3.0), free)
    # A scene that fills little of the window teaches little: mosaics see to small plates.
    scale = torch.maximum(scale, 0.85 * size / longest)

    middle = torch.where(focused[:, None], focus.mean(1), sizes * _uniform((count, 2), device))
    offset = (0.08 + 0.84 * _uniform((count, 2), device)) * size - middle * scale[:, None]
    slack = size - sizes * scale[:, None]
    inside = torch.minimum(torch.maximum(offset, slack), torch.zeros_like(offset))
    offset = torch.where(slack < 0, inside, slack * _uniform((count, 2), device))

    boxed = (kinds == BOXED).any(1)
    mirrored = _uniform(count, device) < settings.mirrored
    stretch = (torch.randn(count, device=device) * 0.06).exp()
    flip = linear((torch.where(mirrored, -1.0, 1.0), *torch.zeros(2, count, device=device), torch.ones(count, device=device)))
    flip[:, 0, 2] = torch.where(mirrored, sizes[:, 0], torch.zeros_like(stretch))
    resize = linear((scale * stretch, *torch.zeros(2, count, device=device), scale / stretch))
    view = _view(count, size, boxed, settings, device)
    return view @ translation(offset) @ resize @ flip, scale, mirrored


def _view(count, size, boxed, settings, device):
    """Turning, shear and perspective about the window's middle; next to none where only boxes are known, for they would get loose."""
    angle = torch.randn(count, device=device) * math.radians(1.5)
    tilted = ~boxed & (_uniform(count, device) < settings.tilted)
    angle = torch.where(tilted, (_uniform(count, device) - 0.5) * math.radians(56), angle)
    quarter = torch.randint(1, 4, (count,), device=device) * (math.pi / 2)
    angle = angle + torch.where(_uniform(count, device) < settings.turned, quarter, torch.zeros_like(angle))
    loose = (~boxed).float()
    shear = torch.randn(2, count, device=device) * 0.06 * loose
    ones = torch.ones(count, device=device)
    matrix = rotation(angle) @ linear((ones, shear[0], shear[1], ones))
    tip = torch.eye(3, device=device).repeat(count, 1, 1)
    tip[:, 2, :2] = torch.randn(count, 2, device=device) * loose[:, None] * 0.1 / size
    half = torch.full((count, 2), size / 2, device=device)
    return translation(half) @ tip @ matrix @ translation(-half)


def _cut(store, scene, matrix, scale, size):
    grid = pixel_centres(size, size, scene.device)
    level = (-scale.log2() + 0.35).floor().clamp(0, LEVELS - 1).long()
    out = torch.empty(len(scene), 3, size, size, device=scene.device)
    inverse = torch.linalg.inv_ex(matrix)[0]  # unlike inv, it does not wait for the device
    for k in range(LEVELS):
        rows = (level == k).nonzero()[:, 0]
        for part in rows.split(64) if len(rows) else ():
            places = project(inverse[part], grid.expand(len(part), -1, -1, -1))
            side = store.pictures[0].shape[-1]
            pictures = store.pictures[k][scene[part]].float() - 114
            out[part] = F.grid_sample(pictures, places * (2 / side) - 1, align_corners=False) + 114
    return out


def _uniform(shape, device):
    return torch.rand(shape, device=device)


def _log_uniform(count, low, high, device):
    return torch.exp(_uniform(count, device) * math.log(high / low) + math.log(low))
