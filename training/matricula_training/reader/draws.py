"""Random numbers and rasters, one a picture of a batch, on any device."""
import torch
import torch.nn.functional as F


def uniform(count, low, high, device):
    return torch.rand(count, device=device) * (high - low) + low


def chance(count, share, device):
    return torch.rand(count, device=device) < share


def pick(mask, a, b):
    """Per sample: a where mask, else b."""
    return torch.where(mask, torch.as_tensor(a, device=mask.device, dtype=torch.float), torch.as_tensor(b, device=mask.device, dtype=torch.float))


def per_picture(values):
    return values[:, None, None, None]


def lattice(height, width, device):
    """Centres of a raster's pixels [H*W,2] in pixels."""
    y, x = torch.meshgrid(torch.arange(height, device=device) + 0.5, torch.arange(width, device=device) + 0.5, indexing="ij")
    return torch.stack([x, y], -1).view(-1, 2)


def texture(count, height, width, device, channels=3):
    """Soft random patterns [N,channels,H,W] in -0.5..0.5, some of them grey."""
    cells = (2, 5) if torch.rand(()) < 0.5 else (4, 10)
    small = torch.rand(count, channels, *cells, device=device) - 0.5
    if channels > 1:
        small = torch.where(per_picture(chance(count, 0.5, device)), small.mean(1, keepdim=True).expand_as(small), small)
    return F.interpolate(small, size=(height, width), mode="bilinear", align_corners=True)
