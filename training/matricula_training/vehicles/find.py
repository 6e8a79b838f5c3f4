"""Runs the vehicle detector over packed scenes, and judges what it found."""
import cv2
import numpy as np
import torch

from matricula_training.vehicles import TYPES
from matricula_training.vehicles.boxes import covered, keep_best, overlaps
from matricula_training.vehicles.detector import agreed

SAME = 0.5
LEAST_SCORE = 0.05
NMS = 0.55
KEPT = 100


def letterbox(picture, side):
    """Scaled to a long side of `side`, padded at right and bottom with 114 to multiples of 32; also the scale."""
    scale = side / max(picture.shape[:2])
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    small = small[:side, :side]
    height, width = (-(-n // 32) * 32 for n in small.shape[:2])
    padded = np.full((height, width, 3), 114, np.uint8)
    padded[:small.shape[0], :small.shape[1]] = small
    return padded, scale


def letterboxed(shard, side):
    """(padded picture, scale) of every scene."""
    return [letterbox(shard.picture(i), side) for i in range(len(shard.records))]


@torch.no_grad()
def find(net, padded, device="cpu"):
    """Per scene the rows score, x0, y0, x1, y1, seven type chances, after suppression, in the scene's pixels, best first."""
    found, shapes = [None] * len(padded), {}
    for i, (picture, _) in enumerate(padded):
        shapes.setdefault(picture.shape, []).append(i)
    for members in shapes.values():
        for start in range(0, len(members), 32):
            part = members[start:start + 32]
            batch = torch.from_numpy(np.stack([padded[i][0] for i in part])).to(device).permute(0, 3, 1, 2).float()
            scores, boxes, types = net(batch.contiguous(memory_format=torch.channels_last))
            rows = torch.cat([scores.sigmoid(), boxes, types.softmax(2)], 2)
            best = rows[..., 0].topk(min(KEPT, rows.shape[1]), 1)[1]
            rows = agreed(rows.gather(1, best[..., None].expand(-1, -1, rows.shape[2])).float()).cpu().numpy()
            for i, row in zip(part, rows):
                found[i] = suppressed(row, padded[i][1])
    return found


def suppressed(rows, scale):
    rows = keep_best(rows[rows[:, 0] >= LEAST_SCORE], NMS)
    rows[:, 1:5] /= scale
    return rows


def main_vehicle(record):
    """Number of the largest box."""
    boxes = np.array([v["box"] for v in record["vehicles"]])
    return int(((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])).argmax())


def match(record, rows):
    """Per vehicle of the scene the number of the row that shows it, -1 for none; one to one, better rows first."""
    owner = np.full(len(record["vehicles"]), -1)
    boxes = [v["box"] for v in record["vehicles"]]
    for i, row in enumerate(rows):
        fit = overlaps(row[None, 1:5], boxes)[0] * (owner < 0)
        if len(fit) and fit.max() >= SAME:
            owner[fit.argmax()] = i
    return owner


def judge(records, found, threshold=0.2):
    """Shares over scenes: main vehicles found, all found, false finds a picture where all are labelled, types right."""
    main, every, right, wrong_boxes, complete = [], [], [], 0, 0
    for record, rows in zip(records, found):
        rows = rows[rows[:, 0] >= threshold]
        owner = match(record, rows)
        if record["vehicles"]:
            largest = main_vehicle(record)
            main.append(owner[largest] >= 0)
            every += list(owner >= 0)
            types = record["vehicles"][largest]["types"]
            if owner[largest] >= 0 and len(types) == 1:
                right.append(TYPES[rows[owner[largest], 5:].argmax()] == types[0])
        if record["complete"]:
            complete += 1
            wrong_boxes += len(false_finds(record, rows, owner))
    mean = lambda values: float(np.mean(values)) if values else float("nan")
    return dict(main=mean(main), all=mean(every), type=mean(right), false_per_scene=wrong_boxes / max(1, complete))


def false_finds(record, rows, owner):
    """Rows that show no labelled vehicle and no ignored one."""
    free = [i for i in range(len(rows)) if i not in set(owner)]
    excused = record["ignored"] + [v["box"] for v in record["vehicles"]]
    if not free or not excused:
        return free
    inside = covered(rows[free][:, 1:5], excused).max(1)
    return [i for i, share in zip(free, inside) if share < 0.7]
