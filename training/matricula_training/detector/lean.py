"""The lean detector: plain 3x3 residual stages, sums from coarse to fine and one head of depthwise convolutions a grid.

It learns a good deal faster on a processor than `model.Detector` and gives the same kind of maps.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from matricula_training.layers import ConvNorm, DepthwiseNorm, Residual
from matricula_training.detector.model import STRIDES

# Weights of the first experiments: module names, and the scale of their pictures.
_OLD_NAMES = (("s2.0.", "stem."), ("s2.1.", "stages.0.0."), ("s2.2.", "stages.0.1."), ("s3.", "stages.1."), ("s4.", "stages.2."),
              ("s5.", "stages.3."), ("l.", "lateral."), ("head.", "heads."))
_OLD_SCALE = 58.0


class LeanDetector(nn.Module):
    """One map [B, classes + 4 + 8, H / stride, W / stride] a stride for normalised pictures [B, 3, H, W], H and W multiples of 32."""

    def __init__(self, classes=1, stem=16, widths=(32, 64, 96, 128), blocks=(1, 2, 2, 1), neck=64):
        super().__init__()
        self.classes = classes
        stages, last = [], stem
        for width, count in zip(widths, blocks):
            stages.append(nn.Sequential(ConvNorm(last, width, 3, 2), *[Residual(width, width // 2) for _ in range(count)]))
            last = width
        self.stem = ConvNorm(3, stem, 3, 2)
        self.stages = nn.ModuleList(stages)
        self.lateral = nn.ModuleList([nn.Conv2d(width, neck, 1) for width in widths[1:]])
        self.heads = nn.ModuleList([_head(neck, classes) for _ in STRIDES])

    def forward(self, x):
        eighth = self.stages[1](self.stages[0](self.stem(x)))
        sixteenth = self.stages[2](eighth)
        c = self.lateral[2](self.stages[3](sixteenth))
        b = self.lateral[1](sixteenth) + F.interpolate(c, scale_factor=2.0)
        a = self.lateral[0](eighth) + F.interpolate(b, scale_factor=2.0)
        return [head(level) for head, level in zip(self.heads, (a, b, c))]


def _head(channels, classes):
    last = nn.Conv2d(channels, classes + 12, 1)
    nn.init.normal_(last.weight, std=0.01)
    nn.init.zeros_(last.bias)
    nn.init.constant_(last.bias[:classes], -4.5)
    return nn.Sequential(DepthwiseNorm(channels, 5), ConvNorm(channels, channels, 1),
                         DepthwiseNorm(channels, 5), ConvNorm(channels, channels, 1), last)


def is_boxes_only(weights):
    """Whether a state dict is one of the first experiments'."""
    return "s2.0.0.weight" in weights


def from_boxes_only(weights):
    """State dict for `LeanDetector` from one of the first experiments, which knew no corners: these start as the box's."""
    renamed = {}
    for name, value in weights.items():
        old, new = next(pair for pair in _OLD_NAMES if name.startswith(pair[0]))
        renamed[(new + name[len(old):]).replace(".a.", ".first.").replace(".b.", ".second.")] = value
    renamed["stem.0.weight"] = renamed["stem.0.weight"] / _OLD_SCALE
    for level in range(len(STRIDES)):
        for part in ("weight", "bias"):
            name = f"heads.{level}.4.{part}"
            renamed[name] = torch.cat([renamed[name], torch.zeros(8, *renamed[name].shape[1:])])
    return renamed
