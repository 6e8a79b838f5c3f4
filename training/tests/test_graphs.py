"""Graphs in other precisions."""
import numpy as np
import pytest
import torch

from matricula_training import bundle
from matricula_training.detector.export import DetectorGraph, export
from matricula_training.detector.lean import LeanDetector
from matricula_training.detector.finder import Found
from matricula_training.graphs import looks, precision
from matricula_training.scenes.sources import Plate, Scene

onnxruntime = pytest.importorskip("onnxruntime")


@pytest.fixture
def folder(tmp_path):
    torch.manual_seed(4)
    export(DetectorGraph(LeanDetector().eval()).eval(), str(tmp_path), {"threshold": 0.5})
    return tmp_path


def best_score(path, picture):
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return session.run(None, {"image": picture})[0][0, 0, 0]


def pictures(count):
    return list(np.random.RandomState(5).randint(0, 256, (count, 1, 64, 96, 3)).astype(np.uint8))


def test_to_int8_graph_is_smaller_and_answers_alike(folder):
    path, small = folder / "detector.onnx", folder / "small.onnx"
    precision.to_int8(str(path), str(small), pictures(8), precision.INTEGERS["detector"])
    assert small.stat().st_size < 0.5 * path.stat().st_size
    for picture in pictures(3):
        assert best_score(small, picture) == pytest.approx(best_score(path, picture), abs=0.01)


def test_to_int8_weights_have_seven_bits(folder):
    import onnx

    small = folder / "small.onnx"
    precision.to_int8(str(folder / "detector.onnx"), str(small), pictures(2), precision.INTEGERS["detector"])
    weights = [value for value in onnx.load(small).graph.initializer if value.data_type == onnx.TensorProto.INT8 and len(value.dims) == 4]
    assert weights and all(np.abs(onnx.numpy_helper.to_array(value).astype(int)).max() <= 64 for value in weights)


def test_to_fp16_answers_alike(folder):
    path, half = folder / "detector.onnx", folder / "half.onnx"
    precision.to_fp16(str(path), str(half))
    assert best_score(half, pictures(1)[0]) == pytest.approx(best_score(path, pictures(1)[0]), abs=0.01)


def test_is_converted_tells_them_apart(folder):
    path, small = str(folder / "detector.onnx"), str(folder / "small.onnx")
    precision.to_int8(path, small, pictures(2), precision.INTEGERS["detector"])
    assert precision.is_converted(small) and not precision.is_converted(path)
    assert bundle.read_manifest(str(folder))["detector.sha256"] == bundle.sha256(path)


MANIFEST = {"detector.looks": "320,640", "detector.looks.sure": "0.7", "detector.looks.last": "1088", "detector.looks.last.below": "0.35",
            "detector.looks.enlarge": "1.0", "detector.threshold": "0.5", "detector.nms.iou": "0.45", "detector.looks.vehicles": "320",
            "detector.looks.vehicles.most": "4", "detector.looks.vehicles.from": "0.3", "detector.looks.vehicles.least": "0.45",
            "vehicles.input.size": "320"}


class FakeGraph:
    """A vehicle at the right of a picture, whose plate only a look at it alone sees, as only that is square."""

    def __init__(self, _, network):
        self.network, self.manifest, self.shapes = network, MANIFEST, []

    def __call__(self, pictures):
        self.shapes.append(pictures.shape[1:3])
        if self.network == "vehicles":
            return {"detections": np.float32([[[0.9, 200, 100, 240, 140] + [0] * 7]])}
        score = 0.9 if pictures.shape[1] == pictures.shape[2] else 0.1
        return {"detections": np.float32([[[score, 20, 30, 60, 40] + [20, 30, 60, 30, 60, 40, 20, 40]]])}


def test_looks_vehicle_without_plate_is_looked_at_alone(monkeypatch):
    monkeypatch.setattr(looks, "Graph", FakeGraph)
    picture = np.zeros((1440, 1920, 3), np.uint8)
    assert looks.Looks("", closer=False).find(picture) == []
    closer = looks.Looks("")
    found = closer.find(picture)
    # The vehicle lies at 1200, 600; with its margin the part begins at 1188, 588 and isn't blown up.
    assert closer.taken == 1 and len(found) == 1
    assert found[0].box == pytest.approx([1188 + 20, 588 + 30, 1188 + 60, 588 + 40], abs=1)


def test_looks_plate_on_no_vehicle_keeps_a_little_of_its_score():
    on, apart = (Found(score, np.float32(box), np.zeros((4, 2))) for score, box in ((0.5, (10, 10, 30, 20)), (0.9, (200, 10, 220, 20))))
    told = looks.Looks._on_vehicles([apart, on], [(0, 0, 100, 100)])
    assert [f.score for f in told] == [0.5, pytest.approx(0.36)]
    assert looks.Looks._on_vehicles([apart, on], []) == [apart, on]


def test_told_threshold_becomes_a_fifth():
    assert looks.told(np.array([0.0, 0.5, 1.0]), 0.5) == pytest.approx([0, 0.2, 1])


def test_checked_box_that_no_label_has_counts_as_it_was_seen():
    scene = Scene("a/b/c/plates/scenes/x/1.jpg", "x", 400, 300, True, (Plate((10, 10, 110, 40)), Plate((200, 200, 220, 206))))
    found = tuple(Found(0.9, np.float32(box), np.zeros((4, 2))) for box in ((30, 18, 90, 32), (300, 100, 340, 110), (300, 200, 340, 210), (50, 250, 90, 260)))
    seen = [(np.array(box, float), verdict) for box, verdict in (((32, 19, 90, 33), True), ((300, 100, 338, 111), True), ((300, 200, 340, 210), None))]
    boxes = {"plates/scenes/x/1.jpg": seen}
    figures = looks.checked([(scene, found)], boxes)
    # The first lies in a loose label, the second is a plate without one, of the third nobody can tell, the fourth is none.
    assert (figures["recall"], figures["wide_recall"]) == (0.5, 1.0)
    assert (figures["right"], figures["wrong"], figures["unclear"]) == (2, 1, 1)
