"""The plate reader: convolutions, two rows of tokens, a small transformer, CTC and a region head."""
from dataclasses import dataclass

import torch
import torch.nn as nn

from matricula_training.layers import ConvNorm, Residual


@dataclass(frozen=True)
class Shape:
    """Sizes of a reader. Stage k has `channels[k]` channels and `blocks[k]` residual blocks.

    The first two stages halve both sides, every later one halves the height only, so that the width stays at a quarter.
    """
    symbols: int
    regions: int
    height: int = 64
    width: int = 192
    channels: tuple = (48, 96, 160, 224)
    blocks: tuple = (0, 1, 1, 1)
    tokens: int = 192
    layers: int = 2
    heads: int = 4


class Reader(nn.Module):
    """Pictures [N,3,H,W] (BGR, 0..255) to logits [N,T,symbols+1] and region logits [N,regions].

    The tokens are the columns of the upper half of the plate and then those of the lower half: the reading order of plates
    with one and with two rows. The last class is the CTC blank.
    """

    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        stages = [ConvNorm(3, shape.channels[0], stride=2)]
        for k, (channels, blocks) in enumerate(zip(shape.channels, shape.blocks)):
            if k:
                stages.append(ConvNorm(shape.channels[k - 1], channels, stride=2 if k == 1 else (2, 1)))
            stages += [Residual(channels) for _ in range(blocks)]
        self.trunk = nn.Sequential(*stages)
        half = shape.height // 2 ** len(shape.channels) // 2
        self.rows = nn.Sequential(
            nn.Conv2d(shape.channels[-1], shape.tokens, (half, 1), (half, 1), bias=False),
            nn.BatchNorm2d(shape.tokens),
            nn.ReLU(True),
        )
        self.position = nn.Parameter(torch.randn(1, 2 * (shape.width // 4), shape.tokens) * 0.02)
        self.encoder = nn.ModuleList([EncoderLayer(shape.tokens, shape.heads) for _ in range(shape.layers)])
        self.norm = nn.LayerNorm(shape.tokens)
        self.head = nn.Linear(shape.tokens, shape.symbols + 1)
        self.region = nn.Linear(shape.tokens, shape.regions)
        self.fixed_norms = False

    def fix(self, stages):
        """For fine-tuning: keeps the first modules of the trunk as they are, and the statistics of all batch norms."""
        self.trunk[:stages].requires_grad_(False)
        self.fixed_norms = True

    def train(self, mode=True):
        super().train(mode)
        if self.fixed_norms:
            for module in self.modules():
                if isinstance(module, nn.BatchNorm2d):
                    module.eval()
        return self

    def forward(self, x):
        x = self.rows(self.trunk(standardise(x))).flatten(2).transpose(1, 2) + self.position
        for layer in self.encoder:
            x = layer(x)
        x = self.norm(x)
        return self.head(x), self.region(x.mean(1))


def standardise(x):
    """Mean 0 and variance 1 of each picture: makes dark and flat plates alike to bright ones."""
    x = x.float()
    x = x - x.mean((1, 2, 3), keepdim=True)
    return x / ((x * x).mean((1, 2, 3), keepdim=True) + 4.0).sqrt()


class EncoderLayer(nn.Module):
    """Self-attention and a two-layer network, each after a norm and beside a shortcut."""

    def __init__(self, width, heads):
        super().__init__()
        self.before_attention, self.attention = nn.LayerNorm(width), Attention(width, heads)
        self.before_mlp = nn.LayerNorm(width)
        self.mlp = nn.Sequential(nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width))

    def forward(self, x):
        x = x + self.attention(self.before_attention(x))
        return x + self.mlp(self.before_mlp(x))


class Attention(nn.Module):
    """Multi-head self-attention written out, so that its export has plain matrix products only."""

    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.query, self.key_value, self.out = nn.Linear(width, width), nn.Linear(width, 2 * width), nn.Linear(width, width)

    def forward(self, x):
        n, tokens, width = x.shape
        each = width // self.heads
        query = self.query(x).view(n, tokens, self.heads, each).transpose(1, 2)
        key_value = self.key_value(x).view(n, tokens, 2, self.heads, each)
        key, value = key_value[:, :, 0].permute(0, 2, 3, 1), key_value[:, :, 1].transpose(1, 2)
        weights = torch.softmax(query @ key * each**-0.5, -1)
        return self.out((weights @ value).transpose(1, 2).reshape(n, tokens, width))
