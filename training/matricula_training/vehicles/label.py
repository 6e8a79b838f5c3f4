"""Labels pictures with the two teacher networks; what comes out is training material and is never committed.

Needs ONNX Runtime for Python. Teachers (both fixed at batch 1, BGR, 0..255, NCHW, plain resize):
vehicle-detection-0200.onnx (256 x 256: boxes as fractions, vehicle confidence) and vehicle-attributes-0039.onnx (72 x 72: colour).
"""
import glob
import json
import os

import cv2
import numpy as np

from matricula_training.vehicles.boxes import keep_best
from matricula_training.vehicles.sources import read_index

# The second teacher's order; it knows no brown.
TEACHER_COLOURS = ("white", "silver", "yellow", "red", "green", "blue", "black")
LEAST_SCORE = 0.15


def session(path):
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def _blob(picture, side):
    return cv2.resize(picture, (side, side)).astype(np.float32).transpose(2, 0, 1)[None]


def vehicle_boxes(teacher, picture):
    """Float [n, 5]: score, x0, y0, x1, y1 in pixels, best first."""
    height, width = picture.shape[:2]
    boxes, confidence = teacher.run(["boxes", "conf"], {"image": _blob(picture, 256)})
    boxes = np.clip(boxes.reshape(-1, 4), 0, 1) * (width, height, width, height)
    scores = confidence.reshape(-1, 2)[:, 0]
    return keep_best(np.column_stack([scores, boxes])[scores >= LEAST_SCORE], 0.45)


def colours(teacher, picture):
    """{colour: probability}."""
    probabilities = teacher.run(["b"], {"image": _blob(picture, 72)})[0].reshape(-1)
    return {name: round(float(p), 4) for name, p in zip(TEACHER_COLOURS, probabilities)}


def central(picture, boxes):
    """The best box cut out of the picture, the whole picture where there is none."""
    if not len(boxes):
        return picture
    x0, y0, x1, y1 = boxes[0][1:].astype(int)
    return picture[y0:max(y1, y0 + 8), x0:max(x1, x0 + 8)]


def run(options):
    finder = session(os.path.join(options.teachers, "vehicle-detection-0200.onnx"))
    painter = session(os.path.join(options.teachers, "vehicle-attributes-0039.onnx"))
    with open(options.out, "w", encoding="utf-8") as out:
        for root in options.data:
            for index in sorted(glob.glob(os.path.join(root, "*.jsonl"))):
                if os.path.basename(root) == "plates" and "crops" in index:
                    continue
                for record in read_index(index):
                    picture = cv2.imread(os.path.join(root, record["image"]))
                    boxes = vehicle_boxes(finder, picture)
                    line = dict(image=os.path.basename(root) + "/" + record["image"], boxes=np.round(boxes, 3).tolist(),
                                colours=colours(painter, central(picture, boxes)))
                    out.write(json.dumps(line) + "\n")
