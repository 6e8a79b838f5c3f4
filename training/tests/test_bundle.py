"""The bundle: manifest and ONNX graphs."""
import onnx
import pytest
import torch

from matricula_training import bundle
from matricula_training.detector.export import DetectorGraph
from matricula_training.detector.model import Detector
from matricula_training.reader.export import export as export_reader
from matricula_training.reader.model import Reader, Shape


def small_reader():
    torch.manual_seed(2)
    return Reader(Shape(symbols=3, regions=2, height=32, width=64, channels=(8, 8, 8), blocks=(0, 1, 0), tokens=16, layers=1)).eval()


DESCRIPTION = dict(alphabet=["A", "B", "تونس"], regions=["us", "unknown"], margin_x=0.06, margin_y=0.1, temperature=1.3)


def test_update_manifest_other_models_keys_stay(tmp_path):
    bundle.update_manifest(tmp_path, "reader", {"file": "a", "width": 1})
    bundle.update_manifest(tmp_path, "detector", {"file": "b"})
    bundle.update_manifest(tmp_path, "reader", {"file": "c"})
    assert bundle.read_manifest(tmp_path) == {"reader.file": "c", "detector.file": "b"}


def test_update_key_others_stay(tmp_path):
    bundle.update_manifest(tmp_path, "reader", {"file": "a", "width": 1})
    bundle.update_key(tmp_path, "reader.file", "b")
    assert bundle.read_manifest(tmp_path) == {"reader.file": "b", "reader.width": "1"}


def test_update_manifest_line_break_in_value_is_refused(tmp_path):
    with pytest.raises(ValueError):
        bundle.update_manifest(tmp_path, "reader", {"file": "a\nb"})


def test_export_reader_graph_gives_log_probabilities(tmp_path):
    graph = export_reader(small_reader(), str(tmp_path), DESCRIPTION)
    logprobs, region = graph(torch.randint(0, 256, (2, 32, 64, 3), dtype=torch.uint8))
    assert logprobs.shape == (2, 32, 4) and region.shape == (2, 2)
    assert torch.allclose(logprobs.exp().sum(-1), torch.ones(2, 32))
    manifest = bundle.read_manifest(tmp_path)
    assert manifest["reader.alphabet"] == "A,B,تونس" and manifest["reader.blank"] == "3"
    names = [value.name for value in onnx.load(tmp_path / "reader.onnx").graph.output]
    assert names == ["logprobs", "region"] and manifest["reader.sha256"] == bundle.sha256(tmp_path / "reader.onnx")


@pytest.mark.parametrize("height, width", [(32, 64), (96, 160)])
def test_detector_graph_any_size_gives_sorted_rows(height, width):
    torch.manual_seed(3)
    graph = DetectorGraph(Detector()).eval()
    with torch.no_grad():
        rows = graph(torch.randint(0, 256, (1, height, width, 3), dtype=torch.uint8))
    assert rows.shape == (1, 100, 13)
    assert bool((rows[0, 1:, 0] <= rows[0, :-1, 0]).all())
    assert bool((rows[..., 1:3] < rows[..., 3:5]).all())
