"""A bundle's network as ONNX Runtime runs it."""
import os
import time

import numpy as np

from matricula_training import bundle
from matricula_training.detector.finder import letterbox
from matricula_training.graphs import precision


class Graph:
    """A network of a bundle on one thread: inputs uint8 to its outputs by name."""

    def __init__(self, folder, network):
        precision.tools()
        import onnxruntime

        self.manifest = bundle.read_manifest(folder)
        self.path = os.path.join(folder, self.manifest[network + ".file"])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(self.path, options, providers=["CPUExecutionProvider"])
        self.input, self.seconds, self.runs = self.session.get_inputs()[0].name, 0.0, 0
        self.names = [output.name for output in self.session.get_outputs()]

    def __call__(self, pictures):
        start = time.process_time()
        outputs = self.session.run(None, {self.input: np.ascontiguousarray(pictures)})
        self.seconds, self.runs = self.seconds + time.process_time() - start, self.runs + 1
        return dict(zip(self.names, outputs))


def plates_at(detector, picture, scale):
    """Rows [K, 13] score, box, corners of the plate detector's graph that looks at the picture times `scale`; in pixels of the picture."""
    rows = detector(letterbox(picture, scale)[None])["detections"][0].copy()
    rows[:, 1:] /= scale
    return rows
