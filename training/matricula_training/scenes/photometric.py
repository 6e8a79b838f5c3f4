"""What light, lens, sensor and file format do to a picture, each window in its own way, on the windows' device."""
import math
from functools import lru_cache

import torch
import torch.nn.functional as F

KERNEL = 9


def degrade(pictures):
    """Pictures [N, 3, H, W] 0..255 (H and W multiples of 8) to new ones, 0..255."""
    pictures = _colour(pictures)
    pictures = _tone(pictures)
    pictures = _on_some(pictures, 0.35, _blur)
    pictures = _on_some(pictures, 0.45, _noise)
    pictures = _on_some(pictures, 0.35, _compress)
    # One broken window would poison the batch norms of all: grey instead.
    return torch.nan_to_num(pictures, nan=114.0).clamp(0, 255)


def relight(pictures):
    """A cheap change of light, for windows that were degraded before and are used again."""
    count, device = len(pictures), pictures.device
    gain = torch.randn(count, 1, 1, 1, device=device) * 0.25 + torch.randn(count, 3, 1, 1, device=device) * 0.06
    offset = torch.randn(count, 1, 1, 1, device=device) * 8
    return (pictures * gain.exp() + offset).clamp(0, 255)


def _on_some(pictures, share, change):
    # Always as many rows, so that the device keeps to the kernels it has tuned.
    rows = torch.randperm(len(pictures), device=pictures.device)[:round(len(pictures) * share)]
    if len(rows):
        pictures[rows] = change(pictures[rows].clamp(0, 255))
    return pictures


def _colour(pictures):
    """Grey and infra-red pictures, casts of the light."""
    count, device = len(pictures), pictures.device
    chance = torch.rand(count, 1, 1, 1, device=device)
    # Infra-red sees other brightnesses than the eye: any mixture of the channels will do.
    mixture = torch.rand(count, 3, 1, 1, device=device) + 0.05
    mixture = torch.where(chance < 0.5, torch.tensor([0.114, 0.587, 0.299], device=device).view(1, 3, 1, 1), mixture)
    grey = (pictures * mixture / mixture.sum(1, keepdim=True)).sum(1, keepdim=True)
    saturation = torch.rand(count, 1, 1, 1, device=device) * 1.3
    saturation = torch.where(chance < 0.22, torch.zeros_like(saturation), saturation)
    saturation = torch.where(chance > 0.5, torch.ones_like(saturation), saturation)
    pictures = grey + (pictures - grey) * saturation
    cast = torch.randn(count, 3, 1, 1, device=device) * 0.16 * (torch.rand(count, 1, 1, 1, device=device) < 0.3)
    return pictures * cast.exp()


def _tone(pictures):
    """Exposure, contrast, gamma, uneven light: from night to glare."""
    count, device = len(pictures), pictures.device
    chance = torch.rand(count, 1, 1, 1, device=device)
    rand = lambda low, high: low + (high - low) * torch.rand(count, 1, 1, 1, device=device)
    gain = torch.where(chance < 0.22, rand(0.16, 0.7), torch.where(chance < 0.36, rand(1.1, 1.9), rand(0.8, 1.2)))
    gamma = torch.where(rand(0, 1) < 0.35, rand(-0.6, 0.6).exp(), torch.ones_like(gain))
    offset = torch.where(rand(0, 1) < 0.2, rand(-25, 45), torch.zeros_like(gain))
    height, width = pictures.shape[-2:]
    y = torch.linspace(-1, 1, height, device=device).view(1, 1, -1, 1)
    x = torch.linspace(-1, 1, width, device=device).view(1, 1, 1, -1)
    slope = 1 + (rand(-0.5, 0.5) * x + rand(-0.5, 0.5) * y) * (rand(0, 1) < 0.3)
    spot = torch.exp(-((x - rand(-1, 1)) ** 2 + (y - rand(-1, 1)) ** 2) / rand(0.05, 0.8))
    lamp = 1 + spot * rand(0.3, 3) * (rand(0, 1) < 0.15)
    light = (pictures.clamp(0, 255) / 255) ** gamma * 255
    return (light * gain * slope * lamp + offset).clamp(0, 255)


def _blur(pictures):
    """Out of focus or shaken: one kernel a picture, a line of Gaussian thickness."""
    count, channels, height, width = pictures.shape
    device = pictures.device
    rand = lambda: torch.rand(count, 1, 1, device=device)
    at = torch.arange(KERNEL, device=device, dtype=torch.float32) - KERNEL // 2
    angle, length, thick = rand() * math.pi, rand() * 4.0 * (rand() < 0.4), 0.35 + rand() * 1.1
    along = at.view(1, 1, -1) * angle.cos() + at.view(1, -1, 1) * angle.sin()
    across = at.view(1, -1, 1) * angle.cos() - at.view(1, 1, -1) * angle.sin()
    beyond = (along.abs() - length).clamp(min=0)
    kernel = torch.exp(-(across ** 2 + beyond ** 2) / (2 * thick ** 2))
    kernel = (kernel / kernel.sum((1, 2), keepdim=True)).repeat_interleave(channels, 0)[:, None]
    padded = F.pad(pictures, [KERNEL // 2] * 4, mode="replicate")
    with torch.backends.cudnn.flags(enabled=False):  # a group for each channel of each picture: its search for an algorithm takes half a minute
        return F.conv2d(padded.reshape(1, count * channels, *padded.shape[-2:]), kernel, groups=count * channels).view_as(pictures)


def _noise(pictures):
    """Sensor noise, fine or in grains of two pixels, grey or coloured."""
    count, _, height, width = pictures.shape
    device = pictures.device
    strength = torch.rand(count, 1, 1, 1, device=device) ** 2 * 22
    fine = torch.randn(count, 1, height, width, device=device)
    coarse = F.interpolate(torch.randn(count, 3, height // 2, width // 2, device=device), scale_factor=2.0)
    part = torch.rand(count, 1, 1, 1, device=device)
    return pictures + strength * (fine * part + coarse * (1 - part))


def _compress(pictures):
    """Quantised 8x8 cosine blocks, as JPEG does, with the colours kept less well than the brightness."""
    count, channels, height, width = pictures.shape
    device = pictures.device
    blue, green, red = pictures.unbind(1)
    bright = 0.114 * blue + 0.587 * green + 0.299 * red
    planes = torch.stack([bright - 128, blue - bright, red - bright], 1)
    cosine, steps = _cosine(str(device))
    blocks = planes.view(count, channels, height // 8, 8, width // 8, 8).transpose(3, 4)
    coefficients = cosine @ blocks @ cosine.T
    coarse = torch.exp(torch.rand(count, 1, 1, 1, 1, 1, device=device) * 2.6 - 1.2)
    step = steps * coarse * torch.tensor([1.0, 2.0, 2.0], device=device).view(1, 3, 1, 1, 1, 1)
    blocks = cosine.T @ ((coefficients / step).round() * step) @ cosine
    planes = blocks.transpose(3, 4).reshape(count, channels, height, width)
    bright = planes[:, 0] + 128
    blue, red = planes[:, 1] + bright, planes[:, 2] + bright
    return torch.stack([blue, (bright - 0.114 * blue - 0.299 * red) / 0.587, red], 1)


@lru_cache
def _cosine(device):
    """The 8-point orthonormal cosine transform and quantiser steps that grow with frequency."""
    k = torch.arange(8, dtype=torch.float32)
    matrix = torch.cos((2 * k[None] + 1) * k[:, None] * math.pi / 16) * 0.5
    matrix[0] /= math.sqrt(2)
    return matrix.to(device), (8 + 7.0 * (k[:, None] + k[None])).to(device)
