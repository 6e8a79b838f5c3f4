"""What cameras, weather and detectors do to a plate, for a whole batch at once on any device.

Each plate is put in perspective into a small "native" picture, as large as the plate would be in a photograph; light, blur,
noise and compression happen there; then it is cut out by corners that err as a detector's do.
"""
import math

import torch
import torch.nn.functional as F

# Widths of native pictures and how often each is drawn; the plate fills 60 to 95 % of it.
SCALES = ((48, 0.05), (72, 0.21), (104, 0.29), (152, 0.22), (216, 0.14), (320, 0.09))
WIDE = 2.9


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

    def _group(self, canvases, aspect, real, hard, shape):
        height, width = (side // 8 * 8 for side in shape)
        count, device = len(canvases), canvases.device
        full = torch.rand(count, device=device) < torch.where(real, 0.45 * hard, 1.0 * hard)
        quad, size = _pose(count, aspect, full, height, width, device)
        plate = _shrunk(canvases.permute(0, 3, 1, 2).float(), height, width)
        image = _paste(plate, quad, size, real, height, width)
        image = _sensor(image, _scene(image, full), full)
        error = _corner_error(count, full, real, device)
        cut = _cut(image, quad, error, self._margins(real), self.height, self.width)
        # One number that is none would stay in the network's batch norms for good.
        return torch.nan_to_num(cut).clamp(0, 255).round()

    def _margins(self, real):
        margin = torch.tensor(self.margin, device=real.device)
        return torch.where(real[:, None], margin * 0, margin)


# ---- random numbers ------------------------------------------------------------------------------------------------
def _uniform(count, low, high, device):
    return torch.rand(count, device=device) * (high - low) + low


def _chance(count, share, device):
    return torch.rand(count, device=device) < share


def _pick(mask, a, b):
    """Per sample: a where mask, else b."""
    return torch.where(mask, torch.as_tensor(a, device=mask.device, dtype=torch.float), torch.as_tensor(b, device=mask.device, dtype=torch.float))


def _map(values):
    return values[:, None, None, None]


# ---- geometry ------------------------------------------------------------------------------------------------------
def _pose(count, aspect, full, height, width, device):
    """Corners [N,4,2] of the plates in native pixels and their sizes [N,2] before perspective."""
    amount = _pick(full, 1.0, 0.35)
    wide = torch.minimum(_uniform(count, 0.6, 0.96, device) * width, _uniform(count, 0.75, 0.95, device) * height * aspect)
    size = torch.stack([wide * (1 - torch.randn(count, device=device).abs().clamp(max=2.5) * 0.1 * amount), wide / aspect], 1)
    unit = torch.tensor([[-.5, -.5], [.5, -.5], [.5, .5], [-.5, .5]], device=device)
    x, y = (unit * size[:, None]).unbind(2)
    tail = _chance(count, 0.18, device)
    shear = amount * _pick(tail, _uniform(count, -0.3, 0.3, device), torch.randn(count, device=device) * 0.08)
    x = x + shear[:, None] * y * 1.6
    y = y + (amount * torch.randn(count, device=device) * 0.05)[:, None] * x * 0.5
    y = y * (1 + x.sign() * (amount * torch.randn(count, device=device) * 0.045)[:, None])
    x = x * (1 + y.sign() * (amount * torch.randn(count, device=device) * 0.03)[:, None])
    tail = _chance(count, 0.2, device)
    angle = amount * _pick(tail, _uniform(count, -14, 14, device), torch.randn(count, device=device) * 3.5) * (math.pi / 180)
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


def _lattice(height, width, device):
    """Centres of a raster's pixels [H*W,2] in pixels."""
    y, x = torch.meshgrid(torch.arange(height, device=device) + 0.5, torch.arange(width, device=device) + 0.5, indexing="ij")
    return torch.stack([x, y], -1).view(-1, 2)


def _shrunk(plate, height, width):
    """Averaged down to about its size in the native picture, so that the sampling there skips no pixels."""
    wanted = min(plate.shape[2], int(height * 0.62)), min(plate.shape[3], int(width * 0.95))
    return plate if wanted == tuple(plate.shape[2:]) else F.interpolate(plate, size=wanted, mode="area")


def _paste(plate, quad, size, real, height, width):
    count, device = len(plate), plate.device
    inside = _warp_points(torch.linalg.inv(homography(quad)), _lattice(height, width, device)[None].expand(count, -1, -1))
    drawn = F.grid_sample(plate, (inside * 2 - 1).view(count, height, width, 2), padding_mode="border", align_corners=False)
    edge = torch.minimum(inside, 1 - inside) * size[:, None]
    cover = (edge.amin(2) + 0.5).clamp(0, 1).view(count, 1, height, width)
    cover = torch.where(_map(real), torch.ones_like(cover), cover)
    grey = _chance(count, 0.6, device)[:, None]
    around = torch.where(grey, _uniform(count, 0, 255, device)[:, None].expand(-1, 3), torch.rand(count, 3, device=device) * 255)
    around = around * _pick(_chance(count, 0.5, device), 0.3, 1.0)[:, None]
    around = around[..., None, None] + _texture(count, height, width, device) * _map(_pick(_chance(count, 0.6, device), _uniform(count, 20, 160, device), 0.0))
    return drawn * cover + around * (1 - cover)


def _corner_error(count, full, real, device):
    """How far off the corners are that the cut goes by, in parts of the plate's sides [N,4,2]."""
    amount = _pick(full, 1.0, 0.4) * _pick(_chance(count, 0.15, device), 2.2, 1.0) * _pick(real, 0.6, 1.0)
    each = torch.randn(count, 4, 2, device=device) * torch.tensor([0.012, 0.03], device=device)
    shift = torch.randn(count, 1, 2, device=device) * torch.tensor([0.015, 0.03], device=device)
    grow = torch.randn(count, 1, 2, device=device) * torch.tensor([0.025, 0.05], device=device)
    sign = torch.tensor([[-1., -1.], [1., -1.], [1., 1.], [-1., 1.]], device=device)
    return (each + shift + grow * sign) * amount[:, None, None]


def _cut(image, quad, error, margin, out_height, out_width):
    """Rectifies by the quads with errors; for a part of the samples by the upright box around them, as if no corners were known."""
    count, _, height, width = image.shape
    unit = torch.tensor([[0., 0.], [1., 0.], [1., 1.], [0., 1.]], device=image.device)
    seen = _warp_points(homography(quad), unit + error)
    low, high = seen.amin(1), seen.amax(1)
    box = torch.stack([low, torch.stack([high[:, 0], low[:, 1]], 1), high, torch.stack([low[:, 0], high[:, 1]], 1)], 1)
    seen = torch.where(_chance(count, 0.15, image.device)[:, None, None], box, seen)
    points = _lattice(out_height, out_width, image.device) / torch.tensor([out_width, out_height], device=image.device)
    points = points[None] * (1 + 2 * margin[:, None]) - margin[:, None]
    native = _warp_points(homography(seen), points) / torch.tensor([width, height], device=image.device)
    return F.grid_sample(image, (native * 2 - 1).view(count, out_height, out_width, 2), padding_mode="border", align_corners=False)


# ---- light ---------------------------------------------------------------------------------------------------------
def _texture(count, height, width, device, channels=3):
    """Soft random patterns [N,channels,H,W] in -0.5..0.5, some of them grey."""
    cells = (2, 5) if torch.rand(()) < 0.5 else (4, 10)
    small = torch.rand(count, channels, *cells, device=device) - 0.5
    if channels > 1:
        small = torch.where(_map(_chance(count, 0.5, device)), small.mean(1, keepdim=True).expand_as(small), small)
    return F.interpolate(small, size=(height, width), mode="bilinear", align_corners=True)


def _scene(image, full):
    """Dirt, shadows, exposure, casts, glare."""
    count, _, height, width = image.shape
    device = image.device
    x = image
    dirt = (_texture(count, height, width, device, 1) - _map(_uniform(count, -0.1, 0.3, device))) * _map(_uniform(count, 1, 4, device))
    dirt = dirt.clamp(min=0).minimum(_map(_uniform(count, 0.2, 0.6, device))) * _map(_pick(_chance(count, 0.2, device), 1.0, 0.0))
    x = x + (_map(_uniform(count, 40, 160, device)) - x) * dirt
    shade = _texture(count, height, width, device, 1) * _map(_pick(_chance(count, 0.35, device), _uniform(count, 0.2, 1.2, device), 0.0))
    x = x * (1 + shade).clamp(0.2, 2) * _hard_shadow(count, height, width, device)
    x = _exposure(x)
    cast = torch.rand(count, 3, device=device) * 0.55 + 0.7
    x = x * torch.where(_chance(count, 0.4, device)[:, None], cast, torch.ones_like(cast))[..., None, None]
    grey = x.mean(1, keepdim=True)
    saturation = _pick(_chance(count, 0.16, device), 0.0, _uniform(count, 0.6, 1.2, device))
    x = grey + (x - grey) * _map(saturation)
    x = torch.where(_map(_chance(count, 0.05, device)), 255 - x, x)
    x = x + _glare(count, height, width, device)
    easy = image * _map(_uniform(count, 0.5, 1.1, device)) + _map(_uniform(count, 0, 20, device))
    return torch.where(_map(full), x, easy)


def _hard_shadow(count, height, width, device):
    """A straight edge of shadow over a fifth of the pictures, else 1."""
    points = _lattice(height, width, device) / torch.tensor([width, height], device=device) - 0.5
    angle = _uniform(count, 0, 2 * math.pi, device)
    along = torch.stack([angle.cos(), angle.sin()], 1) @ points.T - _uniform(count, -0.4, 0.4, device)[:, None]
    edge = torch.sigmoid(along * _uniform(count, 15, 120, device)[:, None]).view(count, 1, height, width)
    depth = _pick(_chance(count, 0.22, device), _uniform(count, 0.25, 0.7, device), 0.0)
    return 1 - edge * _map(depth)


def _exposure(x):
    """Dark, too bright, flat, or about right."""
    count, device = len(x), x.device
    kind, mean = torch.rand(count, device=device), x.mean((1, 2, 3))
    gain, lift = _uniform(count, 0.55, 1.25, device), _uniform(count, -15, 25, device)
    dark, bright, flat = kind < 0.2, (kind >= 0.2) & (kind < 0.32), (kind >= 0.32) & (kind < 0.48)
    contrast = _uniform(count, 0.15, 0.5, device)
    gain = torch.where(dark, _uniform(count, 0.12, 0.5, device), torch.where(bright, _uniform(count, 1.1, 1.9, device), torch.where(flat, contrast, gain)))
    lift = torch.where(dark, _uniform(count, 0, 25, device), torch.where(bright, _uniform(count, -10, 40, device), lift))
    lift = torch.where(flat, _uniform(count, 50, 200, device) - mean * contrast, lift)
    return x * _map(gain) + _map(lift)


def _glare(count, height, width, device):
    points = _lattice(height, width, device) / height
    centre = torch.stack([_uniform(count, 0, width / height, device), _uniform(count, 0, 1, device)], 1)
    distance = ((points[None] - centre[:, None]) ** 2).sum(2) / _uniform(count, 0.03, 0.3, device)[:, None] ** 2
    power = _pick(_chance(count, 0.06, device), _uniform(count, 60, 280, device), 0.0)
    return torch.exp(-distance / 2).view(count, 1, height, width) * _map(power)


# ---- optics and sensor ---------------------------------------------------------------------------------------------
def _sensor(image, x, full):
    """Blur, motion, sharpening, noise, 8-bit values and JPEG blocks."""
    count, _, height, width = x.shape
    device = x.device
    easy = x
    x = _filter(x, _blur_kernels(count, width, device))
    sharpen = _pick(_chance(count, 0.25, device), _uniform(count, 0.3, 1.8, device), 0.0)
    x = x + (x - F.avg_pool2d(F.pad(x, (1, 1, 1, 1), mode="replicate"), 3, 1)) * _map(sharpen)
    noise = torch.randn(count, 3, height, width, device=device)
    noise = torch.where(_map(_chance(count, 0.4, device)), noise.mean(1, keepdim=True).expand_as(noise) * 1.7, noise)
    coarse = F.interpolate(noise[:, :, ::2, ::2], size=(height, width), mode="bilinear", align_corners=False)
    noise = torch.where(_map(_chance(count, 0.3, device)), coarse, noise)
    # The noise stays below the signal, or there would be nothing to learn.
    sigma = torch.randn(count, device=device).abs() * 9 * (x.std((1, 2, 3)) / 40 + 0.15).clamp(max=1.0)
    x = x + noise * _map(sigma * _pick(_chance(count, 0.6, device), 1.0, 0.0))
    x = x.clamp(0, 255)
    x = torch.where(_map(_chance(count, 0.55, device)), jpeg(x, _uniform(count, 12 if width > 120 else 25, 92, device)), x)
    return torch.where(_map(full), x, easy.clamp(0, 255))


def _blur_kernels(count, width, device, size=9):
    """Gaussian blur along with motion in one kernel a sample [N,size,size]."""
    at = torch.arange(size, device=device) - size // 2
    y, x = torch.meshgrid(at.float(), at.float(), indexing="ij")
    sigma = _pick(_chance(count, 0.6, device), torch.randn(count, device=device).abs().clamp(max=2.5) * 0.42 * max(width, 80) / 160 + 0.25, 0.25)[:, None, None]
    round_blur = -(x * x + y * y)[None] / (2 * sigma**2)
    angle = _pick(_chance(count, 0.5, device), 0.0, _uniform(count, 0, math.pi, device))[:, None, None]
    along, across = x * angle.cos() + y * angle.sin(), y * angle.cos() - x * angle.sin()
    reach = _pick(_chance(count, 0.25, device), _uniform(count, 0.3, min(4.0, max(0.8, width * 0.018)), device), 0.0)[:, None, None]
    moved = -(across**2 + (along.abs() - reach).clamp(min=0) ** 2) / (2 * sigma.clamp(min=0.4) ** 2)
    kernel = torch.where(reach > 0, moved, round_blur).exp()
    return kernel / kernel.sum((1, 2), keepdim=True)


def _filter(x, kernels):
    count, channels, height, width = x.shape
    pad = kernels.shape[-1] // 2
    padded = F.pad(x, (pad,) * 4, mode="replicate").view(1, count * channels, height + 2 * pad, width + 2 * pad)
    weight = kernels[:, None].expand(-1, channels, -1, -1).reshape(count * channels, 1, *kernels.shape[1:])
    with torch.backends.cudnn.flags(enabled=False):  # groups of ever other size: its search for an algorithm would not end
        return F.conv2d(padded, weight, groups=count * channels).view(count, channels, height, width)


_LUMINANCE = torch.tensor([
    [16, 11, 10, 16, 24, 40, 51, 61], [12, 12, 14, 19, 26, 58, 60, 55], [14, 13, 16, 24, 40, 57, 69, 56], [14, 17, 22, 29, 51, 87, 80, 62],
    [18, 22, 37, 56, 68, 109, 103, 77], [24, 35, 55, 64, 81, 104, 113, 92], [49, 64, 78, 87, 103, 121, 120, 101], [72, 92, 95, 98, 112, 100, 103, 99]],
    dtype=torch.float)  # ITU-T T.81, table K.1


def _cosines():
    k = torch.arange(8).float()
    basis = torch.cos((2 * k[None] + 1) * k[:, None] * math.pi / 16) * 0.5
    basis[0] /= math.sqrt(2)
    return basis


_COSINES = _cosines()


def jpeg(x, quality):
    """What JPEG leaves of pictures [N,3,H,W] (sides multiples of 8) at quality 1..100 [N]; the colours at half the detail."""
    count, _, height, width = x.shape
    scale = torch.where(quality < 50, 50 / quality, 2 - quality / 50).clamp(min=0.02)
    table = (_LUMINANCE.to(x.device) * scale[:, None, None]).clamp(min=1.0)[:, None, None, None]
    blue, green, red = x.unbind(1)
    luma = 0.114 * blue + 0.587 * green + 0.299 * red
    cb, cr = (blue - luma) * 0.564, (red - luma) * 0.713
    planes = torch.stack([luma - 128, cb, cr], 1)
    coarse = F.interpolate(F.avg_pool2d(planes[:, 1:], 2), scale_factor=2.0, mode="nearest")
    planes = torch.cat([planes[:, :1], coarse], 1)
    basis = _COSINES.to(x.device)
    blocks = planes.view(count, 3, height // 8, 8, width // 8, 8).permute(0, 1, 2, 4, 3, 5)
    kept = torch.round(basis @ blocks @ basis.T / table) * table
    planes = (basis.T @ kept @ basis).permute(0, 1, 2, 4, 3, 5).reshape(count, 3, height, width)
    luma, cb, cr = planes.unbind(1)
    luma = luma + 128
    blue, red = luma + cb / 0.564, luma + cr / 0.713
    return torch.stack([blue, (luma - 0.114 * blue - 0.299 * red) / 0.587, red], 1).clamp(0, 255)
