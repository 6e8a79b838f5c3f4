"""Convolution blocks that the networks share."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class ConvNorm(nn.Sequential):
    """Convolution, batch norm and (by default) ReLU."""

    def __init__(self, inputs, outputs, kernel=3, stride=1, groups=1, active=True):
        super().__init__(
            nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(True) if active else nn.Identity(),
        )


class DepthwiseNorm(ConvNorm):
    """A convolution in each channel for itself, batch norm and (by default) ReLU."""

    def __init__(self, channels, kernel, stride=1, active=True):
        super().__init__(channels, channels, kernel, stride, channels, active)

    def forward(self, x):
        if x.device.type != "cpu":
            return super().forward(x)
        # On processors its backward pass takes four times as long in bfloat16 as in float.
        with torch.autocast("cpu", enabled=False):
            return super().forward(x.float())


class Residual(nn.Module):
    """Two 3x3 convolutions beside a shortcut."""

    def __init__(self, channels, inner=None):
        super().__init__()
        self.first = ConvNorm(channels, inner or channels)
        self.second = ConvNorm(inner or channels, channels, active=False)

    def forward(self, x):
        return F.relu(x + self.second(self.first(x)), True)
