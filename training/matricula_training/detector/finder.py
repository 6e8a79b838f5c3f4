"""Finds plates in whole pictures with the network, at one or several sizes."""
from dataclasses import dataclass

import cv2
import numpy as np
import torch

from matricula_training.detector.model import cells, decode, flat, normalised

PADDING = 114
BEST = 100
# As in recognition: a box nearly inside of another is the same plate.
INSIDE = 0.8


@dataclass(frozen=True)
class Found:
    """One plate: score 0..1, box (x0, y0, x1, y1) and corners [4, 2] (as it is read) in pixels of the picture."""
    score: float
    box: np.ndarray
    corners: np.ndarray


class Finder:
    """Not for several threads: the network runs as it is set."""

    def __init__(self, net, device="cpu", nms_iou=0.45):
        self.net, self.device, self.nms_iou = net.to(device).eval(), torch.device(device), nms_iou

    def find(self, picture, sizes=(640,), threshold=0.02, least_gain=1.15, enlarge=1.0):
        """Plates in a BGR picture, best first. A size below `least_gain` times the one before is not looked at, and no picture is blown up
        more than `enlarge` times."""
        rows, last = [], 0.0
        for size in sizes:
            scale = min(size / max(picture.shape[:2]), enlarge)
            if scale < last * least_gain:
                continue
            rows.append(self._look(picture, scale, threshold))
            last = scale
        return self._merge(np.concatenate(rows))

    @torch.no_grad()
    def _look(self, picture, scale, threshold):
        """Rows [K, 13] score, box, corners above `threshold`."""
        image = torch.from_numpy(letterbox(picture, scale)).to(self.device)
        maps = self.net(normalised(image.permute(2, 0, 1)[None].float()).contiguous(memory_format=torch.channels_last))
        raw = flat([level.float() for level in maps])
        logits, boxes, corners = decode(raw, cells(image.shape[0], image.shape[1], self.device))
        score, best = logits[0, :, 0].sigmoid().topk(min(BEST, logits.shape[1]))
        rows = torch.cat([score[:, None], boxes[0, best] / scale, corners[0, best].flatten(1) / scale], 1)
        return rows[score > threshold].cpu().numpy()

    def _merge(self, rows):
        return distinct([Found(float(r[0]), r[1:5], r[5:].reshape(4, 2)) for r in rows], self.nms_iou)


def distinct(found, overlap):
    """Each plate once, best first."""
    kept = []
    for each in sorted(found, key=lambda f: -f.score):
        if not any(same(each.box, other.box, overlap) for other in kept):
            kept.append(each)
    return kept


def letterbox(picture, scale):
    """The picture times `scale`, padded at the right and bottom to multiples of 32."""
    height, width = (max(1, round(side * scale)) for side in picture.shape[:2])
    resized = cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    canvas = np.full(((height + 31) // 32 * 32, (width + 31) // 32 * 32, 3), PADDING, np.uint8)
    canvas[:height, :width] = resized
    return canvas


def iou(a, b):
    shared = _shared(a, b)
    return shared / (_area(a) + _area(b) - shared + 1e-9)


def same(a, b, overlap):
    """Whether two boxes are taken for one plate."""
    return iou(a, b) > overlap or inside(a, b, INSIDE)


def inside(a, b, share):
    """Whether more than that share of the smaller of two boxes lies in the other."""
    return _shared(a, b) > share * min(_area(a), _area(b))


def _shared(a, b):
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))


def _area(box):
    return (box[2] - box[0]) * (box[3] - box[1])
