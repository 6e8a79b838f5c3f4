"""What light, optics, sensor and compression do to a batch of pictures [N,3,H,W], BGR, 0..255."""
import math

import torch
import torch.nn.functional as F

from matricula_training.reader.draws import chance, lattice, per_picture, pick, texture, uniform


def scene(image, full):
    """Dirt, shadows, exposure, casts, glare."""
    count, _, height, width = image.shape
    device = image.device
    x = image
    dirt = (texture(count, height, width, device, 1) - per_picture(uniform(count, -0.1, 0.3, device))) * per_picture(uniform(count, 1, 4, device))
    dirt = dirt.clamp(min=0).minimum(per_picture(uniform(count, 0.2, 0.6, device))) * per_picture(pick(chance(count, 0.2, device), 1.0, 0.0))
    x = x + (per_picture(uniform(count, 40, 160, device)) - x) * dirt
    shade = texture(count, height, width, device, 1) * per_picture(pick(chance(count, 0.35, device), uniform(count, 0.2, 1.2, device), 0.0))
    x = x * (1 + shade).clamp(0.2, 2) * _hard_shadow(count, height, width, device)
    x = _exposure(x)
    cast = torch.rand(count, 3, device=device) * 0.55 + 0.7
    x = x * torch.where(chance(count, 0.4, device)[:, None], cast, torch.ones_like(cast))[..., None, None]
    grey = x.mean(1, keepdim=True)
    saturation = pick(chance(count, 0.16, device), 0.0, uniform(count, 0.6, 1.2, device))
    x = grey + (x - grey) * per_picture(saturation)
    x = torch.where(per_picture(chance(count, 0.05, device)), 255 - x, x)
    x = x + _glare(count, height, width, device)
    easy = image * per_picture(uniform(count, 0.5, 1.1, device)) + per_picture(uniform(count, 0, 20, device))
    return torch.where(per_picture(full), x, easy)


def _hard_shadow(count, height, width, device):
    """A straight edge of shadow over a fifth of the pictures, else 1."""
    points = lattice(height, width, device) / torch.tensor([width, height], device=device) - 0.5
    angle = uniform(count, 0, 2 * math.pi, device)
    along = torch.stack([angle.cos(), angle.sin()], 1) @ points.T - uniform(count, -0.4, 0.4, device)[:, None]
    edge = torch.sigmoid(along * uniform(count, 15, 120, device)[:, None]).view(count, 1, height, width)
    depth = pick(chance(count, 0.22, device), uniform(count, 0.25, 0.7, device), 0.0)
    return 1 - edge * per_picture(depth)


def _exposure(x):
    """Dark, too bright, flat, or about right."""
    count, device = len(x), x.device
    kind, mean = torch.rand(count, device=device), x.mean((1, 2, 3))
    gain, lift = uniform(count, 0.55, 1.25, device), uniform(count, -15, 25, device)
    dark, bright, flat = kind < 0.2, (kind >= 0.2) & (kind < 0.32), (kind >= 0.32) & (kind < 0.48)
    contrast = uniform(count, 0.15, 0.5, device)
    gain = torch.where(dark, uniform(count, 0.12, 0.5, device), torch.where(bright, uniform(count, 1.1, 1.9, device), torch.where(flat, contrast, gain)))
    lift = torch.where(dark, uniform(count, 0, 25, device), torch.where(bright, uniform(count, -10, 40, device), lift))
    lift = torch.where(flat, uniform(count, 50, 200, device) - mean * contrast, lift)
    return x * per_picture(gain) + per_picture(lift)


def _glare(count, height, width, device):
    points = lattice(height, width, device) / height
    centre = torch.stack([uniform(count, 0, width / height, device), uniform(count, 0, 1, device)], 1)
    distance = ((points[None] - centre[:, None]) ** 2).sum(2) / uniform(count, 0.03, 0.3, device)[:, None] ** 2
    power = pick(chance(count, 0.06, device), uniform(count, 60, 280, device), 0.0)
    return torch.exp(-distance / 2).view(count, 1, height, width) * per_picture(power)


def sensor(image, x, full):
    """Blur, motion, sharpening, noise, 8-bit values and JPEG blocks."""
    count, _, height, width = x.shape
    device = x.device
    easy = x
    x = _filter(x, _blur_kernels(count, width, device))
    sharpen = pick(chance(count, 0.25, device), uniform(count, 0.3, 1.8, device), 0.0)
    x = x + (x - F.avg_pool2d(F.pad(x, (1, 1, 1, 1), mode="replicate"), 3, 1)) * per_picture(sharpen)
    noise = torch.randn(count, 3, height, width, device=device)
    noise = torch.where(per_picture(chance(count, 0.4, device)), noise.mean(1, keepdim=True).expand_as(noise) * 1.7, noise)
    coarse = F.interpolate(noise[:, :, ::2, ::2], size=(height, width), mode="bilinear", align_corners=False)
    noise = torch.where(per_picture(chance(count, 0.3, device)), coarse, noise)
    # The noise stays below the signal, or there would be nothing to learn.
    sigma = torch.randn(count, device=device).abs() * pick(chance(count, 0.1, device), 18.0, 9.0) * (x.std((1, 2, 3)) / 40 + 0.15).clamp(max=1.0)
    x = x + noise * per_picture(sigma * pick(chance(count, 0.6, device), 1.0, 0.0))
    x = _speckled(x.clamp(0, 255))
    x = torch.where(per_picture(chance(count, 0.55, device)), jpeg(x, uniform(count, 12 if width > 120 else 25, 92, device)), x)
    return torch.where(per_picture(full), x, easy.clamp(0, 255))


def _speckled(x):
    """Single white and black pixels (faulty sensors, snow, dust) over a tenth of the pictures, at most one pixel in thirty."""
    count, _, height, width = x.shape
    share = pick(chance(count, 0.1, x.device), uniform(count, 0.002, 0.035, x.device), 0.0)
    lot = torch.rand(count, 1, height, width, device=x.device)
    white = per_picture(uniform(count, 0.0, 1.0, x.device) * share)
    return torch.where(lot < white, torch.full_like(x, 250.0), torch.where(lot < per_picture(share), torch.full_like(x, 5.0), x))


def _blur_kernels(count, width, device, size=9):
    """Gaussian blur along with motion in one kernel a sample [N,size,size]."""
    at = torch.arange(size, device=device) - size // 2
    y, x = torch.meshgrid(at.float(), at.float(), indexing="ij")
    sigma = pick(chance(count, 0.6, device), torch.randn(count, device=device).abs().clamp(max=2.5) * 0.42 * max(width, 80) / 160 + 0.25, 0.25)[:, None, None]
    round_blur = -(x * x + y * y)[None] / (2 * sigma**2)
    angle = pick(chance(count, 0.5, device), 0.0, uniform(count, 0, math.pi, device))[:, None, None]
    along, across = x * angle.cos() + y * angle.sin(), y * angle.cos() - x * angle.sin()
    reach = pick(chance(count, 0.25, device), uniform(count, 0.3, min(4.0, max(0.8, width * 0.018)), device), 0.0)[:, None, None]
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
