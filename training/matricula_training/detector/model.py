"""The plate detector: a small anchor-free network with boxes and corners in one head.

Every cell of three grids (strides 8, 16, 32) answers with class logits, the four distances to the sides of a box and the place of the four
corners within that box.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from matricula_training.layers import ConvNorm, DepthwiseNorm, Residual

STRIDES = (8, 16, 32)
# Where the corners of an upright plate lie in its box: top left, top right, bottom right, bottom left, as the plate is read.
UPRIGHT = ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5))


class Detector(nn.Module):
    """One map [B, classes + 4 + 8, H / stride, W / stride] a stride for normalised pictures [B, 3, H, W], H and W multiples of 32."""

    def __init__(self, classes=1, stem=16, widths=(32, 48, 96, 160), blocks=(0, 1, 3, 2), neck=64):
        super().__init__()
        self.classes = classes
        stages, last = [], stem
        for width, count in zip(widths, blocks):
            stages.append(nn.Sequential(ConvNorm(last, width, 3, 2), *[Residual(width, width // 2) for _ in range(count)]))
            last = width
        self.stem = ConvNorm(3, stem, 3, 2)
        self.stages = nn.ModuleList(stages)
        self.context = Context(widths[3], neck)
        self.lateral = nn.ModuleList([ConvNorm(width, neck, 1) for width in widths[1:3]])
        self.mixed = nn.ModuleList([Separable(neck) for _ in range(2)])
        self.down = nn.ModuleList([Separable(neck, 2) for _ in range(2)])
        self.joined = nn.ModuleList([Separable(neck) for _ in range(2)])
        self.heads = nn.ModuleList([Head(neck, classes) for _ in STRIDES])

    def forward(self, x):
        quarter = self.stages[0](self.stem(x))
        eighth = self.stages[1](quarter)
        sixteenth = self.stages[2](eighth)
        c = self.context(self.stages[3](sixteenth))
        b = self.mixed[1](self.lateral[1](sixteenth) + F.interpolate(c, scale_factor=2.0))
        a = self.mixed[0](self.lateral[0](eighth) + F.interpolate(b, scale_factor=2.0))
        b = self.joined[0](b + self.down[0](a))
        c = self.joined[1](c + self.down[1](b))
        return [head(level) for head, level in zip(self.heads, (a, b, c))]


class Separable(nn.Sequential):
    """A 5x5 convolution in each channel, then one across the channels."""

    def __init__(self, channels, stride=1):
        super().__init__(DepthwiseNorm(channels, 5, stride, active=False), ConvNorm(channels, channels, 1))


class Context(nn.Module):
    """Pooling over growing neighbourhoods, so that a plate as large as the picture is seen as a whole."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.first = ConvNorm(inputs, inputs // 2, 1)
        self.last = ConvNorm(inputs * 2, outputs, 1)

    def forward(self, x):
        pools = [self.first(x)]
        for _ in range(3):
            pools.append(F.max_pool2d(pools[-1], 5, 1, 2))
        return self.last(torch.cat(pools, 1))


class Head(nn.Module):
    """What is there, and where: two branches, because ranking and placing need different features."""

    def __init__(self, channels, classes):
        super().__init__()
        self.what, self.where = Separable(channels), Separable(channels)
        self.score = nn.Conv2d(channels, classes, 1)
        self.place = nn.Conv2d(channels, 12, 1)
        nn.init.constant_(self.score.bias, -4.5)
        nn.init.normal_(self.place.weight, std=0.01)
        nn.init.zeros_(self.place.bias)

    def forward(self, x):
        return torch.cat([self.score(self.what(x)), self.place(self.where(x))], 1)


def cells(height, width, device=None):
    """Centre x, centre y and stride of every cell, [cells, 3], in the order of the network's outputs."""
    grids = []
    for stride in STRIDES:
        y = (torch.arange(height // stride, device=device, dtype=torch.float32) + 0.5) * stride
        x = (torch.arange(width // stride, device=device, dtype=torch.float32) + 0.5) * stride
        y, x = y[:, None].expand(-1, len(x)), x[None, :].expand(len(y), -1)
        grids.append(torch.stack([x, y, torch.full_like(x, stride)], -1).reshape(-1, 3))
    return torch.cat(grids)


def flat(maps):
    """Maps of all strides as rows [B, cells, classes + 4 + 8]."""
    return torch.cat([level.flatten(2).transpose(1, 2) for level in maps], 1)


def decode(raw, grid, classes=1):
    """Class logits [B, cells, classes], boxes [B, cells, 4] and corners [B, cells, 4, 2] in pixels."""
    raw = raw.float()
    logits, place = raw[..., :classes], raw[..., classes:]
    sides = F.softplus(place[..., :4]) * (2 * grid[:, 2:3])
    boxes = torch.cat([grid[:, :2] - sides[..., :2], grid[:, :2] + sides[..., 2:]], -1)
    size = boxes[..., 2:] - boxes[..., :2]
    middle = (boxes[..., 2:] + boxes[..., :2]) / 2
    upright = torch.tensor(UPRIGHT, device=raw.device)
    offsets = torch.stack([place[..., 4::2], place[..., 5::2]], -1)
    return logits, boxes, middle[..., None, :] + size[..., None, :] * (upright + offsets)


def normalised(pictures):
    """Pictures 0..255 as the network wants them: the padding is zero; the first batch norm sees to the scale."""
    return pictures - 114.0
