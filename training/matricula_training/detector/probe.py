"""The first, small detector: plate boxes only, no corners."""
import torch.nn as nn
import torch.nn.functional as F

from matricula_training.layers import ConvNorm, Residual

STRIDES = (8, 16, 32)


class ProbeDetector(nn.Module):
    """Pictures [N,3,H,W] (BGR, 0..255) to one map of 5 channels for each stride: score logit and 4 raw distances."""

    def __init__(self, widths=(16, 32, 64, 96, 128), head=64, outputs=5):
        super().__init__()
        stage = lambda k, blocks: [ConvNorm(widths[k - 1], widths[k], stride=2)] + [Residual(widths[k], widths[k] // 2) for _ in range(blocks)]
        self.s2 = nn.Sequential(ConvNorm(3, widths[0], stride=2), *stage(1, 1))
        self.s3, self.s4, self.s5 = nn.Sequential(*stage(2, 2)), nn.Sequential(*stage(3, 2)), nn.Sequential(*stage(4, 1))
        self.lateral = nn.ModuleList([nn.Conv2d(c, head, 1) for c in widths[2:]])
        self.head = nn.ModuleList([nn.Sequential(
            ConvNorm(head, head, 5, groups=head), ConvNorm(head, head, 1),
            ConvNorm(head, head, 5, groups=head), ConvNorm(head, head, 1), nn.Conv2d(head, outputs, 1)) for _ in STRIDES])

    def forward(self, x):
        fine = self.s3(self.s2((x.float() - 114.0) / 58.0))
        middle = self.s4(fine)
        coarse = self.lateral[2](self.s5(middle))
        middle = self.lateral[1](middle) + F.interpolate(coarse, scale_factor=2.0)
        fine = self.lateral[0](fine) + F.interpolate(middle, scale_factor=2.0)
        return [head(level) for head, level in zip(self.head, (fine, middle, coarse))]


def decode(cells, centre, stride):
    """Cells [N,M,5] with centres [M,2] and strides [M,1] to scores [N,M] and boxes [N,M,4] in input pixels; no corners."""
    reach = F.softplus(cells[..., 1:5]) * stride * 2
    left_top, right_bottom = centre - reach[..., :2], centre + reach[..., 2:]
    return cells[..., 0].sigmoid(), left_top, right_bottom, None
