"""The trained detector as an ONNX graph and its part of the bundle's manifest."""
import os

import torch
import torch.nn as nn

from matricula_training import bundle

KEPT = 100


class DetectorGraph(nn.Module):
    """uint8 [1,H,W,3] BGR (H and W multiples of 32) to the best 100 cells [1,100,13]: score, box, four corners.

    `net` gives one map for each of `strides`; `decode(cells, centre, stride)` gives scores [N,M], left-top and right-bottom
    points [N,M,2] and corners [N,M,8] (None where the network has none: then they are those of the box), in input pixels.
    """

    def __init__(self, net, strides, decode):
        super().__init__()
        self.net, self.strides, self.decode = net, strides, decode

    def forward(self, image):
        found = [self._level(level, stride) for level, stride in zip(self.net(image.permute(0, 3, 1, 2).float()), self.strides)]
        # Small pictures have fewer cells than are asked for: fill up with empty ones.
        rows = torch.cat(found + [found[0].new_zeros(1, KEPT, 13)], 1)
        best = rows[..., 0].topk(KEPT, 1)[1]
        return rows.gather(1, best.unsqueeze(-1).expand(-1, -1, 13))

    def _level(self, level, stride):
        cells = level.flatten(2).transpose(1, 2)
        score, left_top, right_bottom, corners = self.decode(cells, _centres(level, stride), stride)
        if corners is None:
            x0, y0, x1, y1 = left_top[..., 0], left_top[..., 1], right_bottom[..., 0], right_bottom[..., 1]
            corners = torch.stack([x0, y0, x1, y0, x1, y1, x0, y1], -1)
        return torch.cat([score.unsqueeze(-1), left_top, right_bottom, corners], -1)


def _centres(level, stride):
    """Centres of a map's cells in input pixels [M,2], from its shape in the graph, so that any input size works."""
    x = (torch.ones_like(level[0, 0]).cumsum(1) - 0.5) * stride
    y = (torch.ones_like(level[0, 0]).cumsum(0) - 0.5) * stride
    return torch.stack([x, y], -1).flatten(0, 1)


def export(graph, folder, description):
    """Writes detector.onnx and the manifest's detector keys. `description`: input_size, threshold, nms_iou."""
    path = os.path.join(folder, "detector.onnx")
    os.makedirs(folder, exist_ok=True)
    bundle.export_onnx(graph, torch.zeros(1, 320, 416, 3, dtype=torch.uint8), path, ["image"], ["detections"],
                       {"image": {1: "height", 2: "width"}})
    bundle.update_manifest(folder, "detector", {
        "file": "detector.onnx",
        "sha256": bundle.sha256(path),
        "input.size": description["input_size"],
        "threshold": description["threshold"],
        "nms.iou": description["nms_iou"],
    })
