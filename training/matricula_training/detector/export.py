"""The trained detector as an ONNX graph and its part of the bundle's manifest."""
import os

import torch
import torch.nn as nn

from matricula_training import bundle
from matricula_training.detector.model import STRIDES, decode, flat, normalised

KEPT = 100


class DetectorGraph(nn.Module):
    """uint8 [1,H,W,3] BGR (H and W multiples of 32) to the best 100 cells [1,100,13]: score, box, four corners in input pixels.

    `box_corners`: answers with the corners of the box, for weights whose own are not yet better.
    """

    def __init__(self, net, box_corners=False):
        super().__init__()
        self.net, self.box_corners = net, box_corners

    def forward(self, image):
        maps = self.net(normalised(image.permute(0, 3, 1, 2).float()))
        grid = torch.cat([_cells(level, stride) for level, stride in zip(maps, STRIDES)])
        raw = flat(maps)
        logits = raw[..., :self.net.classes].max(-1)[0]
        # The best rows are taken before they are decoded: a hundred instead of thousands.
        # Small pictures have fewer cells than are asked for: fill up with empty ones.
        logits = torch.cat([logits, torch.full_like(logits[:, :1], -50.0).expand(-1, KEPT)], 1)
        raw = torch.cat([raw, torch.zeros_like(raw[:, :1]).expand(-1, KEPT, -1)], 1)
        grid = torch.cat([grid, torch.ones_like(grid[:1]).expand(KEPT, -1)])
        score, best = logits.topk(KEPT, 1)
        raw = raw.gather(1, best.unsqueeze(-1).expand(-1, -1, raw.shape[-1]))
        if self.box_corners:
            boxed = self.net.classes + 4
            raw = torch.cat([raw[..., :boxed], torch.zeros_like(raw[..., boxed:])], -1)
        _, boxes, corners = decode(raw, grid[best[0]], self.net.classes)
        return torch.cat([score.sigmoid().unsqueeze(-1), boxes, corners.flatten(2)], -1)


def _cells(level, stride):
    """Centres and stride of a map's cells [M,3], from its shape in the graph, so that any input size works."""
    x = (torch.ones_like(level[0, 0]).cumsum(1) - 0.5) * stride
    y = (torch.ones_like(level[0, 0]).cumsum(0) - 0.5) * stride
    return torch.stack([x, y, torch.full_like(x, stride)], -1).flatten(0, 1)


def export(graph, folder, values):
    """Writes detector.onnx and the manifest's detector keys: the file's own and `values`."""
    path = os.path.join(folder, "detector.onnx")
    os.makedirs(folder, exist_ok=True)
    bundle.export_onnx(graph, torch.zeros(1, 320, 416, 3, dtype=torch.uint8), path, ["image"], ["detections"],
                       {"image": {1: "height", 2: "width"}})
    bundle.update_manifest(folder, "detector", {"file": "detector.onnx", "sha256": bundle.sha256(path), **values})
