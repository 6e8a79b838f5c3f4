"""Building blocks of the vehicle networks. Pictures enter as BGR 0..255."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from matricula_training.layers import ConvNorm


def scaled(pictures):
    """The fixed normalisation at every network's entry."""
    return (pictures - 114.0) / 64.0


class ChannelGate(nn.Module):
    """Squeeze and excitation (Hu et al. 2018)."""

    def __init__(self, channels):
        super().__init__()
        self.squeeze = nn.Conv2d(channels, channels // 8, 1)
        self.excite = nn.Conv2d(channels // 8, channels, 1)

    def forward(self, x):
        return x * torch.sigmoid(self.excite(F.relu(self.squeeze(x.mean((2, 3), keepdim=True)))))


class HalvingPool(nn.Module):
    """Means of 2x2, where an odd last row or column counts by itself.

    Not by `ceil_mode`: ONNX Runtime 1.28 divides such an edge by four all the same."""

    def forward(self, x):
        for side in (2, 3):
            if int(x.shape[side]) % 2:
                x = torch.cat([x, x.narrow(side, int(x.shape[side]) - 1, 1)], side)
        return F.avg_pool2d(x, 2)


class Residual(nn.Module):
    """Two 3x3 convolutions beside an identity; at stride 2 the identity is averaged (ResNet-D, He et al. 2019)."""

    def __init__(self, inputs, outputs, stride=1, gate=False, drop=0.0):
        super().__init__()
        self.body = nn.Sequential(ConvNorm(inputs, outputs, 3, stride), ConvNorm(outputs, outputs, active=False),
                                  *([ChannelGate(outputs)] if gate else []))
        self.skip = nn.Identity()
        if inputs != outputs or stride > 1:
            pool = [HalvingPool()] if stride > 1 else []
            self.skip = nn.Sequential(*pool, ConvNorm(inputs, outputs, 1, active=False))
        self.drop = drop

    def forward(self, x):
        branch = self.body(x)
        if self.training and self.drop:
            # Stochastic depth (Huang et al. 2016), a coin per picture.
            keep = torch.rand(len(x), 1, 1, 1, device=x.device) >= self.drop
            branch = branch * keep.to(branch.dtype) / (1 - self.drop)
        return F.relu(branch + self.skip(x))


class Trunk(nn.Module):
    """Residual stages at strides 4, 8, 16 and 32; returns the last three stages' maps."""

    def __init__(self, stem, widths, depths, gate=False, drop=0.0):
        super().__init__()
        self.stem = nn.Sequential(ConvNorm(3, stem, 3, 2), ConvNorm(stem, widths[0], 3, 2))
        inputs, done, total = widths[0], 0, max(1, sum(depths) - 1)
        self.stages = nn.ModuleList()
        for number, (width, depth) in enumerate(zip(widths, depths)):
            blocks = []
            for block in range(depth):
                stride = 2 if block == 0 and number > 0 else 1
                blocks.append(Residual(inputs, width, stride, gate, drop * done / total))
                inputs, done = width, done + 1
            self.stages.append(nn.Sequential(*blocks))

    def forward(self, pictures):
        x, maps = self.stem(scaled(pictures)), []
        for stage in self.stages:
            x = stage(x)
            maps.append(x)
        return maps[1:]
