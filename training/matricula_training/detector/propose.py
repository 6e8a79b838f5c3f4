"""What a detector finds in pictures whose plates are not all labelled, and whether a reader reads a text there."""
import json

import cv2
import numpy as np
import torch

from matricula_training.reader.alphabet import best_path
from matricula_training.reader.data import Crop, rectify
from matricula_training.scenes import sources

SCENE_LOOKS, CROP_LOOKS = (320, 448, 640, 960), (144, 208, 304, 416)
FAINTEST, MOST = 0.05, 12
ENLARGE = 2.2
# Grilles and wheels are read as one or two symbols, seldom as more.
FEWEST_SYMBOLS = 3


def propose(data, finder, out, reader=None):
    """Writes one JSON object a picture: `image`, `candidates` [[score, x0, y0, x1, y1, read], ...], best first, as `sources.read_candidates` reads them.

    `reader`: (network, (margin x, margin y) of its cut); without one `read` is 0."""
    scenes = [s for s in sources.read_plate_scenes(data) + sources.read_vehicle_scenes(data) if not s.complete or s.vehicles]
    with open(out, "w", encoding="utf-8") as file:
        for scene in scenes + sources.read_vehicle_crops(data):
            picture = cv2.imread(scene.path)
            found = finder.find(picture, CROP_LOOKS if scene.crop else SCENE_LOOKS, FAINTEST, enlarge=ENLARGE)[:MOST]
            read = readable(picture, [f.box for f in found], *reader) if reader and found else [0.0] * len(found)
            rows = [[round(f.score, 3), *[round(float(v), 1) for v in f.box], round(sure, 3)] for f, sure in zip(found, read)]
            file.write(json.dumps(dict(image=scene.name, candidates=rows)) + "\n")


@torch.no_grad()
def readable(picture, boxes, net, margin):
    """For each box the probability of the likeliest path through what the reader says of it; 0 where that has less than three symbols."""
    crops = [Crop(picture, (), "", "", "", np.float32([[x0, y0], [x1, y0], [x1, y1], [x0, y1]])) for x0, y0, x1, y1 in boxes]
    cut = np.stack([rectify(crop, net.shape.height, net.shape.width, margin) for crop in crops])
    logits = net(torch.from_numpy(cut).permute(0, 3, 1, 2).float())[0].float()
    sure = logits.log_softmax(-1).amax(-1).sum(1).exp().tolist()
    return [chance if len(text) >= FEWEST_SYMBOLS else 0.0 for chance, text in zip(sure, best_path(logits))]
