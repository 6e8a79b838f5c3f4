"""Geometry of boxes x0, y0, x1, y1 (pixels, origin at the top left)."""
import numpy as np
import torch


def overlaps(a, b):
    """Intersection over union, [n, m], of NumPy boxes [n, 4] and [m, 4]."""
    a, b = np.asarray(a, np.float64).reshape(-1, 4), np.asarray(b, np.float64).reshape(-1, 4)
    low, high = np.maximum(a[:, None, :2], b[None, :, :2]), np.minimum(a[:, None, 2:], b[None, :, 2:])
    inside = np.clip(high - low, 0, None).prod(2)
    return inside / np.maximum(_area(a)[:, None] + _area(b)[None] - inside, 1e-9)


def covered(a, b):
    """Share of each box of `a` that lies in each box of `b`, [n, m]."""
    a, b = np.asarray(a, np.float64).reshape(-1, 4), np.asarray(b, np.float64).reshape(-1, 4)
    low, high = np.maximum(a[:, None, :2], b[None, :, :2]), np.minimum(a[:, None, 2:], b[None, :, 2:])
    return np.clip(high - low, 0, None).prod(2) / np.maximum(_area(a)[:, None], 1e-9)


def _area(boxes):
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])


def keep_best(rows, limit):
    """Non-maximum suppression of rows score, x0, y0, x1, y1, ...: best first, none overlapping a better one by more than `limit`."""
    rows = rows[np.argsort(-rows[:, 0], kind="stable")]
    kept = []
    while len(rows):
        kept.append(rows[0])
        rows = rows[1:][overlaps(rows[:1, 1:5], rows[1:, 1:5])[0] <= limit]
    return np.array(kept) if kept else rows


def pairwise_overlap(a, b):
    """Intersection over union of tensors [..., n, 4] and [..., m, 4] -> [..., n, m]."""
    low = torch.maximum(a[..., :, None, :2], b[..., None, :, :2])
    high = torch.minimum(a[..., :, None, 2:], b[..., None, :, 2:])
    inside = (high - low).clamp(min=0).prod(-1)
    area = lambda boxes: (boxes[..., 2:] - boxes[..., :2]).clamp(min=0).prod(-1)
    return inside / (area(a)[..., :, None] + area(b)[..., None, :] - inside).clamp(min=1e-6)


def generalised_overlap(a, b):
    """GIoU (Rezatofighi et al. 2019) of tensors [n, 4] and [n, 4], row by row; also the plain overlap."""
    low, high = torch.maximum(a[:, :2], b[:, :2]), torch.minimum(a[:, 2:], b[:, 2:])
    inside = (high - low).clamp(min=0).prod(1)
    union = (a[:, 2:] - a[:, :2]).prod(1) + (b[:, 2:] - b[:, :2]).prod(1) - inside
    hull = (torch.maximum(a[:, 2:], b[:, 2:]) - torch.minimum(a[:, :2], b[:, :2])).clamp(min=0).prod(1)
    overlap = inside / union.clamp(min=1e-6)
    return overlap - (hull - union) / hull.clamp(min=1e-6), overlap
