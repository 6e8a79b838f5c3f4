"""Augmentation of whole batches on the device. Pictures are float BGR 0..255 [N, 3, H, W]; every picture draws its own values."""
import math

import torch
import torch.nn.functional as F

LUMA = (0.114, 0.587, 0.299)


def uniform(n, low, high, device):
    return torch.rand(n, device=device) * (high - low) + low


def coins(n, chance, device):
    return torch.rand(n, device=device) < chance


def each(values):
    """[N] -> [N, 1, 1, 1]."""
    return values.view(-1, 1, 1, 1)


def sample(pictures, theta, size, fill=114.0):
    """Affine views: theta [N, 2, 3] leads from the view's coordinates (-1..1) to the picture's."""
    grid = F.affine_grid(theta, (len(pictures), 3, *size), align_corners=False)
    return F.grid_sample(pictures - fill, grid, mode="bilinear", padding_mode="zeros", align_corners=False) + fill


def resized_crops(pictures, size, least_area=0.35, turn=0.12, shear=0.12):
    """Random resized crops, mirrored half of the time, a little turned and sheared."""
    n, device = len(pictures), pictures.device
    area, ratio = uniform(n, least_area, 1.1, device), torch.exp(uniform(n, -0.25, 0.25, device))
    sx, sy = (area * ratio).sqrt().clamp(max=1.12), (area / ratio).sqrt().clamp(max=1.12)
    tx = uniform(n, -1, 1, device) * (1 - sx).abs()
    ty = uniform(n, -1, 1, device) * (1 - sy).abs()
    angle = uniform(n, -turn, turn, device) * coins(n, 0.5, device)
    slant = uniform(n, -shear, shear, device) * coins(n, 0.5, device)
    mirror = 1 - 2 * coins(n, 0.5, device).float()
    cos, sin = angle.cos(), angle.sin()
    rows = torch.stack([torch.stack([mirror * sx * cos, sx * (slant - sin), tx], 1),
                        torch.stack([mirror * sy * sin, sy * cos, ty], 1)], 1)
    return sample(pictures, rows, size)


def tint(pictures, strength=1.0):
    """Brightness, contrast, saturation, gamma and white balance; keeps the name of a colour."""
    n, device = len(pictures), pictures.device
    grey = (pictures * pictures.new_tensor(LUMA).view(1, 3, 1, 1)).sum(1, keepdim=True)
    x = grey + (pictures - grey) * each(torch.exp(uniform(n, -0.4, 0.3, device) * strength))
    mean = grey.mean((2, 3), keepdim=True)
    x = mean + (x - mean) * each(torch.exp(uniform(n, -0.45, 0.4, device) * strength))
    x = x * each(torch.exp(uniform(n, -0.4, 0.3, device) * strength))
    x = x * torch.exp((torch.rand(n, 3, 1, 1, device=device) - 0.5) * 0.16 * strength)
    gamma = each(torch.exp(uniform(n, -0.3, 0.3, device) * strength))
    return 255 * (x.clamp(0.5, 255) / 255) ** gamma


def recolour(pictures, chosen):
    """Turns the hue, or takes the colour away, of the chosen pictures: their colour label is void afterwards."""
    n, device = len(pictures), pictures.device
    angle = uniform(n, -math.pi, math.pi, device)
    cos, sin = angle.cos().view(-1, 1, 1), angle.sin().view(-1, 1, 1)
    third, root = 1 / 3, math.sqrt(1 / 3)
    eye = torch.eye(3, device=device)
    cross = torch.tensor([[0, -root, root], [root, 0, -root], [-root, root, 0]], device=device)
    # Rodrigues' rotation about the grey axis.
    turn = eye * cos + (1 - cos) * third + cross * sin
    grey = torch.tensor(LUMA, device=device).expand(3, 3)
    turn = torch.where(coins(n, 0.35, device).view(-1, 1, 1), grey, turn)
    turn = torch.where(chosen.view(-1, 1, 1), turn, eye)
    return torch.einsum("nij,njhw->nihw", turn, pictures).clamp(0, 255)


def degrade(pictures, chance=0.35):
    """Low resolution for part of the batch, noise for another, as small and dark vehicles have."""
    n, device = len(pictures), pictures.device
    height, width = pictures.shape[2:]
    factor = float(torch.rand(()) * 0.6 + 0.25)
    small = F.interpolate(pictures, size=(int(height * factor), int(width * factor)), mode="bilinear", antialias=True)
    coarse = F.interpolate(small, size=(height, width), mode="bilinear")
    x = torch.where(each(coins(n, chance, device)), coarse, pictures)
    return x + torch.randn_like(x) * each(uniform(n, 0, 12, device) * coins(n, chance, device))


def erase(pictures, chance=0.3):
    """Random erasing (Zhong et al. 2017): one rectangle of noise."""
    n, _, height, width = pictures.shape
    device = pictures.device
    inside = boxes_mask(n, height, width, uniform(n, 0.02, 0.25, device), device) & each(coins(n, chance, device))
    return torch.where(inside, torch.rand_like(pictures) * 255, pictures)


def boxes_mask(n, height, width, area, device):
    """A random rectangle of the given share of the picture each, bool [N, 1, H, W]."""
    ratio = torch.exp(uniform(n, -0.7, 0.7, device))
    h, w = (area / ratio).sqrt().clamp(max=1), (area * ratio).sqrt().clamp(max=1)
    top, left = torch.rand(n, device=device) * (1 - h), torch.rand(n, device=device) * (1 - w)
    ys = ((torch.arange(height, device=device) + 0.5) / height).view(1, 1, -1, 1)
    xs = ((torch.arange(width, device=device) + 0.5) / width).view(1, 1, 1, -1)
    return (ys >= each(top)) & (ys < each(top + h)) & (xs >= each(left)) & (xs < each(left + w))


def mix(pictures, chance):
    """Mixup (Zhang et al. 2018) or CutMix (Yun et al. 2019) with the batch in reverse; returns pictures and own share [N]."""
    n, _, height, width = pictures.shape
    device = pictures.device
    other = pictures.flip(0)
    share = uniform(n, 0.5, 1, device)
    cut = boxes_mask(n, height, width, uniform(n, 0.05, 0.5, device), device)
    by_cut, mixed = coins(n, 0.5, device), coins(n, chance, device)
    share = torch.where(by_cut, 1 - cut.float().mean((1, 2, 3)), share)
    share = torch.where(mixed, share, torch.ones_like(share))
    blended = pictures * each(share) + other * each(1 - share)
    replaced = torch.where(cut & each(mixed), other, pictures)
    return torch.where(each(by_cut), replaced, blended), share
