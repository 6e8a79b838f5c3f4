"""The plate detector: decoding, assignment, loss, finding, judging, on drawn data."""
import cv2
import numpy as np
import pytest
import torch

from matricula_training.detector import evaluate, export, lean, propose, train
from matricula_training.detector.cli import CONFIG
from matricula_training.detector.finder import Finder, Found, letterbox
from matricula_training.detector.loss import LossSettings, Targets, assign, giou, targets_of
from matricula_training.detector.model import Detector, cells, decode
from matricula_training.reader.alphabet import BLANK, SYMBOLS
from matricula_training.reader.model import Shape
from matricula_training.scenes import pack, sources
from matricula_training.scenes.banks import lookalike_canvases
from matricula_training.scenes.paste import canvases_of
from matricula_training.scenes.store import SceneStore
from matricula_training.scenes.windows import Batch

SMALL = dict(stem=8, widths=(8, 16, 16, 24), blocks=(0, 1, 1, 1), neck=16)


def one_target(box, size):
    boxes = torch.tensor([[box]], dtype=torch.float32)
    yes, no = torch.ones(1, 1, dtype=torch.bool), torch.zeros(1, 1, dtype=torch.bool)
    x0, y0, x1, y1 = box
    corners = torch.tensor([[[[x0, y0], [x1, y0], [x1, y1], [x0, y1]]]], dtype=torch.float32)
    return Targets(boxes, corners, yes, yes, no, no)


def test_decode_zero_output_corners_are_those_of_the_box():
    grid = cells(64, 96)
    _, boxes, corners = decode(torch.zeros(1, len(grid), 13), grid)
    assert torch.allclose(corners[..., 0, :], boxes[..., :2], atol=1e-4) and torch.allclose(corners[..., 2, :], boxes[..., 2:], atol=1e-4)
    assert len(grid) == 8 * 12 + 4 * 6 + 2 * 3


@pytest.mark.parametrize("box", [(40, 40, 54, 45), (10, 20, 110, 44), (2, 2, 126, 120)])
def test_assign_plate_of_any_size_is_owned_by_cells_near_its_middle(box):
    size = 128
    grid = cells(size, size)
    _, boxes, _ = decode(torch.zeros(1, len(grid), 13), grid)
    owner, quality = assign(torch.full((1, len(grid)), 0.1), boxes, grid, one_target(box, size))
    mine = grid[owner[0] >= 0]
    assert 1 <= len(mine) <= LossSettings().cells_each
    assert bool(((mine[:, 0] - (box[0] + box[2]) / 2).abs() <= max((box[2] - box[0]) / 2, 32)).all())
    assert float(quality.max()) > 0 and float(quality[owner < 0].sum()) == 0


def test_giou_same_and_apart():
    a = torch.tensor([0.0, 0.0, 10.0, 10.0])
    assert float(giou(a, a)) == pytest.approx(1, abs=1e-4)
    assert float(giou(a, torch.tensor([20.0, 0.0, 30.0, 10.0]))) < 0


def test_targets_of_plate_mostly_outside_is_ignored():
    quads = torch.zeros(1, 2, 4, 2)
    quads[0, 0] = torch.tensor([[10, 10], [50, 10], [50, 30], [10, 30]])
    quads[0, 1] = torch.tensor([[-70, 10], [20, 10], [20, 30], [-70, 30]])
    targets = targets_of(Batch(torch.zeros(1, 3, 64, 64), torch.tensor([[pack.EXACT, pack.EXACT]]), quads))
    assert targets.plates.tolist() == [[True, False]] and targets.ignored.tolist() == [[False, True]]


def drawn_batches(config):
    """Batches from two noise scenes and white plates with dark bars."""
    scenes = torch.randint(60, 120, (2, 3, 64, 64), dtype=torch.uint8)
    levels = [scenes, scenes[..., ::2, ::2], scenes[..., ::4, ::4]]
    store = SceneStore(levels, torch.full((2, 2), 64.0), torch.zeros(2, 16, dtype=torch.long), torch.zeros(2, 16, 4, 2), torch.ones(2))
    plate = np.full((40, 120, 3), 240, np.uint8)
    for x in range(10, 110, 20):
        cv2.rectangle(plate, (x, 8), (x + 9, 32), (10, 10, 10), -1)
    return train.Batches(config, store, canvases_of([(plate, (0, 0, 120, 40))], "cpu"), lookalike_canvases(8, 1, "cpu"))


def test_training_on_drawn_plates_boxes_get_better():
    torch.manual_seed(1)
    config = train.read_config(CONFIG, batch=8, sizes=(96,), samples=640, windows={})
    batches, loss_of, net = drawn_batches(config), train.step_loss(config), Detector(**SMALL)
    optimizer = torch.optim.AdamW(net.parameters(), 4e-3)
    boxes = []
    for _ in range(80):
        loss, count, parts = loss_of(net, batches(0.0), 0.0)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        boxes.append(float(parts["box"]))
        assert count == 8
    assert np.mean(boxes[-30:]) < 0.9 * np.mean(boxes[:15])


def test_read_config_unknown_key_is_refused(tmp_path):
    path = tmp_path / "c.yaml"
    path.write_text("batch: 4\nbetch: 5\n")
    with pytest.raises(TypeError):
        train.read_config(str(path))
    assert train.read_config(CONFIG, minutes=3.0, batch=7).training.minutes == 3.0


def test_graph_and_finder_same_picture_same_boxes():
    torch.manual_seed(2)
    net = Detector(**SMALL).eval()
    picture = np.random.RandomState(1).randint(0, 255, (96, 128, 3), np.uint8)
    with torch.no_grad():
        rows = export.DetectorGraph(net)(torch.from_numpy(letterbox(picture, 1.0))[None])[0].numpy()
    best = Finder(net).find(picture, sizes=(128,), threshold=0.0)[0]
    assert best.score == pytest.approx(float(rows[0, 0]), abs=1e-5)
    assert np.allclose(best.box, rows[0, 1:5], atol=1e-2) and np.allclose(best.corners.ravel(), rows[0, 5:], atol=1e-2)


def test_lean_graph_and_full_graph_give_the_same_kind_of_rows():
    torch.manual_seed(3)
    image = torch.randint(0, 255, (1, 64, 96, 3), dtype=torch.uint8)
    nets = (Detector(**SMALL), lean.LeanDetector(stem=8, widths=(8, 16, 16, 24), blocks=(1, 1, 1, 1), neck=16))
    rows = [export.DetectorGraph(net.eval())(image) for net in nets]
    assert [r.shape for r in rows] == [(1, 100, 13)] * 2


def test_from_boxes_only_same_boxes_and_corners_of_the_box():
    torch.manual_seed(4)
    net = lean.LeanDetector().eval()
    picture = torch.randint(0, 255, (1, 3, 64, 96)).float() - 114
    with torch.no_grad():
        wanted = [level[:, :5] for level in net(picture)]
        net.load_state_dict(lean.from_boxes_only(as_boxes_only(net.state_dict())))
        maps = net(picture)
    for old, new in zip(wanted, maps):
        assert torch.allclose(old, new[:, :5], atol=1e-4) and not new[:, 5:].any()


def as_boxes_only(weights):
    """Names and scale as in the first experiments."""
    old = {}
    for name, value in weights.items():
        part = name.split(".")
        if part[0] == "stem":
            part[0] = "s2.0"
        elif part[0] == "stages":
            block = int(part[2]) + (part[1] == "0")
            part = [f"s{int(part[1]) + 2}", str(block), *({"first": "a", "second": "b"}.get(p, p) for p in part[3:])]
        else:
            part[0] = {"lateral": "l", "heads": "head"}[part[0]]
        old[".".join(part)] = value[:5] if name.startswith("heads") and ".4." in name else value
    old["s2.0.0.weight"] = old["s2.0.0.weight"] * 58
    return old


def test_used_batches_windows_come_back_with_their_areas():
    config = train.read_config(CONFIG, batch=4, sizes=(96,), uses=3, kept=2)
    batches = drawn_batches(config)
    for turn in range(7):
        batch, targets = batches()
        assert batch.pictures.shape == (4, 3, 96, 96) and targets.boxes.shape[1] <= 32
    assert len(batches.kept) == 2


def test_graph_box_corners_are_those_of_the_box():
    torch.manual_seed(5)
    image = torch.randint(0, 255, (1, 64, 96, 3), dtype=torch.uint8)
    net = lean.LeanDetector(stem=8, widths=(8, 16, 16, 24), blocks=(1, 1, 1, 1), neck=16).eval()
    own, boxed = export.DetectorGraph(net)(image)[0], export.DetectorGraph(net, box_corners=True)(image)[0]
    assert torch.allclose(own[:, :5], boxed[:, :5]) and not torch.allclose(own[:, 5:], boxed[:, 5:])
    assert torch.allclose(boxed[:, [5, 6, 9, 10]], boxed[:, 1:5], atol=1e-3)


def judged(found_boxes, plates, complete=True):
    scene = sources.Scene("x", "s", 100, 100, complete, tuple(sources.Plate(p) for p in plates))
    return evaluate.Judged(scene, tuple(Found(score, np.array(box, float), np.zeros((4, 2))) for score, box in found_boxes))


def test_summary_two_pictures_recall_precision_and_rank():
    one = judged([(0.9, (0, 0, 10, 10)), (0.8, (50, 50, 60, 60))], [(0, 0, 10, 10)])
    two = judged([(0.7, (70, 70, 90, 80)), (0.6, (20, 20, 40, 30))], [(20, 20, 40, 30), (1, 1, 9, 5)])
    table = evaluate.summary([one, two], 0.5)["all"]
    assert (table["recall"], table["precision"], table["best_box_right"]) == (0.6667, 0.5, 0.5)
    assert len(list(evaluate.failures([one, two], 0.5))) == 2


def test_summary_incomplete_picture_false_hits_are_not_counted():
    assert evaluate.summary([judged([(0.9, (50, 50, 60, 60))], [(0, 0, 10, 10)], complete=False)], 0.5)["all"]["false_hits"] == 0


def test_wilson_known_value():
    low, high = evaluate.wilson(98, 100)
    assert (low, high) == (0.93, 0.9945)


def read_as(*paths):
    """A reader that is sure of these paths, one a crop."""
    def net(crops):
        assert crops.shape == (len(paths), 3, 16, 48)
        logits = torch.full((len(paths), len(paths[0]), len(SYMBOLS) + 1), -20.0)
        for k, path in enumerate(paths):
            logits[k, range(len(path)), path] = 5.0
        return logits, None
    net.shape = Shape(symbols=len(SYMBOLS), regions=1, height=16, width=48)
    return net


def test_readable_a_text_counts_from_three_symbols_on():
    text, repeated, blank = [1, BLANK, 1, 2], [1, 1, 2, 2], [BLANK] * 4
    picture, boxes = np.zeros((40, 60, 3), np.uint8), [(2, 2, 30, 12)] * 3
    sure, two, none = propose.readable(picture, boxes, read_as(text, repeated, blank), (0.02, 0.05))
    assert sure > 0.9 and two == none == 0
