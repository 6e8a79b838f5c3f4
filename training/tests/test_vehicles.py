"""The vehicle part on drawn pictures: data, augmentation with its boxes, losses, figures, and all commands in a row."""
import json
import os

import cv2
import numpy as np
import onnx
import pytest
import torch

from matricula_training.bundle import read_manifest
from matricula_training.cli import main
from matricula_training.vehicles import TYPES, evaluate_types, report, sources, train_types
from matricula_training.vehicles.attributes import Labels, Marginals, label_loss, possible_loss
from matricula_training.vehicles.boxes import covered, generalised_overlap, keep_best, overlaps, pairwise_overlap
from matricula_training.vehicles.detector import STRIDES, Truth, VehicleDetector, agreed, all_centres, assign, detector_loss
from matricula_training.vehicles.find import judge, letterbox, match
from matricula_training.vehicles.layers import HalvingPool
from matricula_training.vehicles.pack import Shard
from matricula_training.vehicles.views import Scenes, TypedCrops, mosaic, paste, view

BODIES = {"Sedan": ("sedan", 1.8), "SUV": ("suv", 1.2), "Bus": (None, 2.4)}
SIDE = 96


def vehicle(draw, kind, colour, width):
    """A drawn vehicle: body in the colour given, two wheels, a window."""
    height = int(width / BODIES[kind][1])
    picture = np.empty((height, width, 3), np.uint8)
    picture[:] = colour
    cv2.rectangle(picture, (width // 4, height // 8), (3 * width // 4, height // 3), (200, 190, 180), -1)
    for x in (width // 4, 3 * width // 4):
        cv2.circle(picture, (x, height - height // 6), height // 6, (10, 10, 10), -1)
    noise = draw.integers(-12, 12, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def scene(draw, kind):
    picture = cv2.resize(draw.integers(60, 120, (6, 8, 3), np.uint8), (160, 120), interpolation=cv2.INTER_LINEAR)
    car = vehicle(draw, kind, (30, 30, 220), int(draw.integers(50, 100)))
    y, x = draw.integers(0, 120 - car.shape[0]), draw.integers(0, 160 - car.shape[1])
    picture[y:y + car.shape[0], x:x + car.shape[1]] = car
    return picture, [float(x), float(y), float(x + car.shape[1]), float(y + car.shape[0])]


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A data folder in the form of the vehicle data: 24 scenes and 60 crops."""
    root, draw = tmp_path_factory.mktemp("vehicles"), np.random.default_rng(5)
    scenes, crops = [], []
    for folder in ("scenes/highway-id", "crops/stanford-cars"):
        os.makedirs(root / folder)
    for i in range(24):
        kind = list(BODIES)[i % 3]
        picture, box = scene(draw, kind)
        name = f"scenes/highway-id/{i:04d}.png"
        cv2.imwrite(str(root / name), picture)
        scenes.append(dict(image=name, vehicles=[dict(box=box, **{"class": "bus" if kind == "Bus" else "car"})], complete=True))
    for i in range(60):
        kind, red = list(BODIES)[i % 3], i % 2 == 0
        name = f"crops/stanford-cars/{i:04d}.png"
        cv2.imwrite(str(root / name), vehicle(draw, kind, (30, 30, 220) if red else (220, 60, 30), 60 + i))
        known = kind != "Bus"
        crops.append(dict(image=name, type=kind, make="Ford" if known else None, model=kind.title() if known else None, body=BODIES[kind][0],
                          year=2012 if known else None, colour="red" if red else "blue", orientation="Front" if i % 4 else "Rear",
                          original_label=kind))
    for name, rows in (("scenes.jsonl", scenes), ("crops.jsonl", crops)):
        (root / name).write_text("\n".join(json.dumps(row) for row in rows))
    return root


@pytest.fixture(scope="module")
def shards(data, tmp_path_factory):
    out = tmp_path_factory.mktemp("pack")
    main(["vehicles", "pack", "--data", str(data), "--out", str(out)])
    return out


def test_similarityGroups_mirroredCopy_isOneGroup():
    draw = np.random.default_rng(1)
    first, second = (cv2.resize(draw.integers(0, 255, (12, 12, 3), np.uint8), (96, 96)) for _ in range(2))
    groups = sources.similarity_groups([first, second, first[:, ::-1], cv2.GaussianBlur(first, (3, 3), 0)])
    assert groups[0] == groups[2] == groups[3] != groups[1]


def test_holdOut_groups_stayWhole():
    groups = np.repeat(np.arange(100), 2)
    held = sources.hold_out(["a"] * 120 + ["b"] * 80, groups, 0.25)
    assert (held[::2] == held[1::2]).all()
    assert held[:120].sum() == 30 and held[120:].sum() == 20


def test_overlaps_numpyAndTorch_agree():
    draw = np.random.default_rng(2)
    low = draw.uniform(0, 50, (7, 2))
    boxes = np.hstack([low, low + draw.uniform(1, 40, (7, 2))])
    tensor = torch.tensor(boxes)
    assert np.allclose(overlaps(boxes, boxes), pairwise_overlap(tensor, tensor).numpy(), atol=1e-6)
    generalised, plain = generalised_overlap(tensor, tensor.flip(0))
    assert (generalised <= plain + 1e-9).all() and (generalised >= -1).all()
    assert covered([[0, 0, 2, 2]], [[1, 0, 9, 9]])[0, 0] == pytest.approx(0.5)


def test_keepBest_overlappingRows_keepsTheBetter():
    rows = np.array([[0.5, 0, 0, 10, 10], [0.9, 1, 0, 10, 10], [0.3, 50, 50, 60, 60]])
    assert keep_best(rows, 0.5)[:, 0].tolist() == [0.9, 0.3]


def test_possibleLoss_oneClass_isCrossEntropyAndAllClassesCostNothing():
    logits = torch.randn(5, 7)
    one = torch.nn.functional.one_hot(torch.arange(5), 7).bool()
    assert torch.allclose(possible_loss(logits, one), torch.nn.functional.cross_entropy(logits, torch.arange(5), reduction="none"), atol=1e-5)
    assert possible_loss(logits, torch.ones(5, 7, dtype=torch.bool)).abs().max() < 1e-6


def test_labelLoss_nothingKnown_isZero():
    marginals = Marginals.of([dict(make="A", model="x"), dict(make="A", model="y"), dict(make="B", model="x")])
    outputs = dict(vehicle=torch.randn(2, 3), type=torch.randn(2, 7), colour=torch.randn(2, 8), orientation=torch.randn(2, 2))
    unknown = torch.full((2,), -1)
    labels = Labels(unknown, torch.ones(2, 7, dtype=torch.bool), torch.ones(2, 8, dtype=torch.bool), unknown, torch.zeros(2))
    assert label_loss(outputs, labels, marginals).abs().max() < 1e-6
    assert marginals.makes == ["A", "B"] and marginals.to_make.sum(0).tolist() == [2, 1]


def test_pack_crops_keepLabelsAndHeldOutOnes(shards):
    shard = Shard.read(shards / "attributes.zip")
    assert [c["model"] for c in shard.classes] == ["Sedan", "Suv"]
    assert {r["split"] for r in shard.records} == {"train", "test"}
    red = next(i for i, r in enumerate(shard.records) if r["colour"] == "red")
    assert shard.picture(red)[..., 2].mean() > shard.picture(red)[..., 0].mean()


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    own = tmp_path_factory.mktemp("own")
    draw = np.random.default_rng(9)
    rows = [dict(image=f"{i}.png", type="SUV", make="Dacia", model="Duster", colour=None, orientation=None) for i in range(8)]
    for row in rows:
        cv2.imwrite(str(own / row["image"]), draw.integers(0, 255, (60, 80, 3), np.uint8))
    (own / "own.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    return own / "own.jsonl"


def test_pack_ownCrops_addClasses(data, own, tmp_path):
    main(["vehicles", "pack", "--data", str(data), "--own", str(own), "--out", str(tmp_path / "pack")])
    shard = Shard.read(tmp_path / "pack" / "attributes.zip")
    assert [c["make"] for c in shard.classes] == ["Dacia", "Ford", "Ford"]
    assert {r["split"] for r in shard.records if r["vehicle"] == 0} == {"train", "test"}


def test_pack_ownCropsAlone_areAllClasses(own, tmp_path):
    main(["vehicles", "pack", "--own", str(own), "--out", str(tmp_path)])
    assert [c["model"] for c in Shard.read(tmp_path / "attributes.zip").classes] == ["Duster"]
    assert not (tmp_path / "scenes.zip").exists()


def test_pack_labelsByEye_areTakenOverAndGiveCropsOfScenes(data, shards, tmp_path):
    scene = next(r for r in Shard.read(shards / "scenes.zip", "train").records if "Sedan" in r["vehicles"][0]["types"])
    crop = Shard.read(shards / "attributes.zip").records[0]["name"]
    (tmp_path / "eye.tsv").write_text(f"# by eye\nimage\ttype\torientation\tcolour\n{scene['name']}\tSUV\tRear\t-\n{crop}\t-\t-\tgreen\n")
    main(["vehicles", "pack", "--data", str(data), "--by-eye", str(tmp_path / "eye.tsv"), "--out", str(tmp_path)])
    crops = {r["name"]: r for r in Shard.read(tmp_path / "attributes.zip").records}
    street = crops[scene["name"]]
    assert (street["types"], street["orientation"], street["colour"], street["split"]) == (["SUV"], "Rear", None, "train")
    assert crops[crop]["colour"] == "green" and crops[crop]["orientation"] is not None
    packed = next(r for r in Shard.read(tmp_path / "scenes.zip").records if r["name"] == scene["name"])
    assert packed["vehicles"][0]["types"] == ["SUV"]


def test_pack_labelsByEyeOfHeldOutScenes_areLeftToWhoJudges(data, shards, tmp_path):
    name = Shard.read(shards / "scenes.zip", "test").records[0]["name"]
    (tmp_path / "eye.tsv").write_text(f"image\ttype\torientation\tcolour\n{name}\t?\t-\t-\n")
    main(["vehicles", "pack", "--data", str(data), "--by-eye", str(tmp_path / "eye.tsv"), "--out", str(tmp_path)])
    packed, before = (next(r for r in Shard.read(at / "scenes.zip").records if r["name"] == name) for at in (tmp_path, shards))
    assert packed["vehicles"] == before["vehicles"]


def test_view_boxes_followTheVehicle(shards):
    torch.manual_seed(0)
    scenes = Scenes.load(Shard.read(shards / "scenes.zip"), "cpu")
    assert_red_inside(*view(scenes, torch.arange(len(scenes.records)), SIDE))


def test_mosaic_boxes_followTheVehicles(shards):
    torch.manual_seed(0)
    scenes = Scenes.load(Shard.read(shards / "scenes.zip"), "cpu")
    pictures, truth = mosaic(scenes, torch.arange(24), SIDE)
    assert len(pictures) == 6 and truth.real.sum() > 12
    assert_red_inside(pictures, truth)


def assert_red_inside(pictures, truth):
    """The drawn vehicles are red and the backgrounds grey: redness is high in the boxes, low outside boxes and ignored ones."""
    redness = pictures[:, 2] - pictures[:, 0]
    for picture, boxes, real, ignored in zip(redness, truth.boxes, truth.real, truth.ignored):
        outside = torch.ones_like(picture, dtype=torch.bool)
        for x0, y0, x1, y1 in ignored.round().int().tolist():
            outside[max(0, y0 - 2):y1 + 2, max(0, x0 - 2):x1 + 2] = False
        for x0, y0, x1, y1 in boxes[real].round().int().tolist():
            assert picture[y0:y1, x0:x1].mean() > 50
            outside[max(0, y0 - 2):y1 + 2, max(0, x0 - 2):x1 + 2] = False
        assert not outside.any() or picture[outside].mean() < 30


def test_paste_hiddenVehicle_isNoLongerAskedFor(shards):
    torch.manual_seed(0)
    scenes = Scenes.load(Shard.read(shards / "scenes.zip"), "cpu")
    crops = TypedCrops.load(Shard.read(shards / "attributes.zip"), (32, 48), "cpu")
    pictures, truth = view(scenes, torch.arange(24), SIDE)
    pasted, after = paste(pictures, truth, crops, torch.arange(24), 1.0)
    assert after.real[:, -1].all() and after.types[:, -1].sum(1).eq(1).all()
    assert pasted.shape == pictures.shape
    hidden = truth.real & ~after.real[:, :-1]
    over = [covered(box, new[None])[0, 0] for box, new in zip(truth.boxes[hidden].numpy(), after.boxes[hidden.any(1), -1].numpy())]
    assert len(over) and min(over) > 0.45


def test_assign_perfectBoxes_everyVehicleGetsCells():
    middle, strides = all_centres(SIDE, SIDE, "cpu")
    boxes = torch.tensor([[[4.0, 4, 60, 50], [70, 70, 75, 74], [0, 0, 0, 0]]])
    truth = Truth(boxes, torch.ones(1, 3, 7, dtype=torch.bool), torch.tensor([[True, True, False]]), torch.zeros(1, 1, 4))
    predicted = torch.where(middle[:, :1] < 62, boxes[0, 0], boxes[0, 1])[None]
    owner, wanted = assign(torch.zeros(1, len(middle), 1), predicted, truth, middle, strides)
    assert set(owner.unique().tolist()) == {-1, 0, 1}
    assert wanted[owner == 0].max() == pytest.approx(1.0) and wanted[owner < 0].max() == 0


def test_detectorLoss_ignoredRegion_costsNothing():
    net = VehicleDetector(stem=8, widths=(8, 8, 8, 8), depths=(0, 1, 1, 1), neck=8)
    outputs = net(torch.zeros(1, 3, 64, 64))
    assert outputs[0].shape[1] == sum((64 // s) ** 2 for s in STRIDES)
    nothing = Truth(torch.zeros(1, 1, 4), torch.ones(1, 1, 7, dtype=torch.bool), torch.zeros(1, 1, dtype=torch.bool), torch.zeros(1, 1, 4))
    everywhere = Truth(nothing.boxes, nothing.types, nothing.real, torch.tensor([[[-1.0, -1, 65, 65]]]))
    assert detector_loss(outputs, nothing, (64, 64))[0] > 0
    assert detector_loss(outputs, everywhere, (64, 64))[0] == 0


def test_letterbox_oddSize_isPaddedAtRightAndBottom():
    padded, scale = letterbox(np.zeros((100, 173, 3), np.uint8), 96)
    assert padded.shape == (64, 96, 3) and scale == pytest.approx(96 / 173)
    assert padded[-1, -1].tolist() == [114, 114, 114] and padded[0, 0].tolist() == [0, 0, 0]


def test_judge_secondBoxOnOneVehicle_isAFalseFind():
    record = dict(vehicles=[dict(box=[0, 0, 50, 50], types=["Bus"])], ignored=[], complete=True)
    rows = np.zeros((2, 12))
    rows[:, :5] = [[0.9, 0, 0, 50, 50], [0.8, 60, 60, 90, 90]]
    rows[:, 5 + TYPES.index("Bus")] = 1
    assert match(record, rows).tolist() == [0]
    assert judge([record], [rows]) == dict(main=1.0, all=1.0, type=1.0, false_per_scene=1.0)


@pytest.mark.parametrize("size", [(9, 13), (8, 13), (9, 12), (8, 12)])
def test_halvingPool_anySize_isAPoolThatCountsWhatIsThere(size):
    maps = torch.randn(2, 3, *size)
    assert torch.allclose(HalvingPool()(maps), torch.nn.AvgPool2d(2, ceil_mode=True)(maps), atol=1e-6)


def small_detector():
    torch.manual_seed(3)
    network = dict(stem=8, widths=[8, 8, 16, 16], depths=[0, 1, 1, 1], neck=8)
    net = VehicleDetector(**network).eval()
    # Every cell is sure of a vehicle.
    torch.nn.init.constant_(net.score.bias, 3.0)
    return net, network


def test_setApart_untaught_answersAlike():
    net, network = small_detector()
    picture = torch.rand(1, 3, 64, 96) * 255
    with torch.no_grad():
        for before, after in zip(net(picture), train_types.set_apart(net, network)(picture)):
            assert torch.allclose(before, after, atol=1e-5)


def test_cellsOf_neighbourhood_givesTheCellsOwnTypes():
    net, network = small_detector()
    net = train_types.set_apart(net, network)
    padded = np.random.default_rng(1).integers(0, 255, (64, 96, 3), np.uint8)
    with torch.no_grad():
        scores, boxes, types = net(torch.from_numpy(padded)[None].permute(0, 3, 1, 2).float())
        best = scores[0, :, 0].argmax()
        around, owner = train_types.cells_of(net, padded, 1.0, boxes[0, best:best + 1].numpy())
        seen = [net.kind(around.float())[..., 1:2, 1:2], train_types.sides(net, around)]
        found = net.types(torch.cat(seen, 1))[..., 0, 0]
    assert owner.max() == 0 and (found - types[0, best]).abs().max(1).values.min() < 0.02


def test_fit_typesThatDiffer_areLearnt():
    net, network = small_detector()
    net = train_types.set_apart(net, network)
    types = torch.arange(200) % 2
    around = torch.randn(200, 8, 3, 3) + 3 * types.float().view(-1, 1, 1, 1)
    train_types.fit(net, train_types.Cells(around.half(), types, torch.ones(200)))
    with torch.no_grad():
        seen = [net.kind(around)[..., 1:2, 1:2], train_types.sides(net, around)]
        guess = net.types(torch.cat(seen, 1)).flatten(1).argmax(1)
    assert (guess == types).float().mean() > 0.95


def test_wilson_known_interval():
    found = report.wilson(90, 100)
    assert (found["low"], found["high"]) == (pytest.approx(0.8256, abs=2e-3), pytest.approx(0.9448, abs=2e-3))


def test_temperature_sharpenedLogits_isUndone():
    torch.manual_seed(0)
    logits = torch.randn(4000, 5)
    truth = torch.multinomial(logits.softmax(1), 1)[:, 0]
    assert report.temperature(logits * 2, truth) == pytest.approx(2, rel=0.15)


def test_threshold_highestScoresWrong_answersLittle():
    scores, right = np.linspace(1, 0.01, 100), np.arange(100) < 50
    found = report.threshold(scores, right)
    assert found["answered"] == pytest.approx(0.55) and found["threshold"] == pytest.approx(scores[54], abs=1e-3)


def test_agreed_cellsOfOneVehicle_shareTheirTypes():
    chances = torch.tensor([[0.6, 0.4], [0.1, 0.9], [0.9, 0.1], [0.5, 0.5]])
    boxes = torch.tensor([[0.0, 0, 100, 100], [2, 0, 100, 100], [300, 0, 400, 100], [0, 0, 0, 0]])
    found = torch.cat([torch.tensor([[0.8], [0.7], [0.9], [0.0]]), boxes, chances], 1)[None]
    shared = agreed(found)[0]
    assert torch.equal(shared[:, :5], found[0, :, :5])
    assert shared[0, 6] > 0.6 and torch.allclose(shared[0, 5:], shared[1, 5:])
    assert torch.allclose(shared[2, 5:], chances[2]) and torch.isfinite(shared).all()


def chances(*best):
    """Rows whose best type has that chance, the other six share the rest."""
    rows = np.repeat([[(1 - chance) / 6] for _, chance in best], 7, 1)
    for row, (kind, chance) in zip(rows, best):
        row[TYPES.index(kind)] = chance
    return rows


def mains():
    """A sure bus; two doubtful ones that the closer look knows better and worse; one that nobody can tell."""
    truth = np.array([TYPES.index(kind) for kind in ("Bus", "Sedan", "Van", "Bus")])
    detected = chances(("Bus", 0.9), ("SUV", 0.4), ("Van", 0.5), ("SUV", 0.9))
    return evaluate_types.Mains(["a", "b", "c", "d"], truth, detected, np.log(chances(("SUV", 0.99), ("Sedan", 0.9), ("Bus", 0.999), ("SUV", 0.9))))


def test_told_sureTypes_areTheDetectors():
    told, doubtful = mains().told(0.7)
    assert doubtful.tolist() == [False, True, True, False]
    assert [TYPES[best] for best in told.argmax(1)] == ["Bus", "Sedan", "Bus", "SUV"]
    assert np.allclose(told[0], mains().detected[0]) and np.allclose(told.sum(1), 1)
    assert [TYPES[best] for best in mains().told(0.0)[0].argmax(1)] == ["Bus", "SUV", "Van", "SUV"]


def test_judged_labelsByEye_areCountedApart():
    figures = evaluate_types.judged(mains(), {"c": {"type": "Bus"}, "d": {"type": "?"}, "e": {"type": "Van"}}, below=0.7)
    closer = figures["closer"]
    assert closer["accuracy"]["right"] == 2 and closer["accuracy"]["total"] == 4 and closer["looked"] == 0.5
    assert closer["clear"]["right"] == 3 and closer["clear"]["total"] == 3
    assert figures["detector"]["accuracy"]["right"] == 2 and figures["detector"]["clear"]["right"] == 1


def test_answered_typesUnderTheThreshold_areLeftOpen():
    told = evaluate_types.answered(mains(), {}, 0.0, 0.5, threshold=0.6)
    assert told["share"]["right"] == 2 and told["right"]["right"] == 1 and told["right"]["total"] == 2


def write_config(path, **values):
    path.write_text(json.dumps(values))
    return str(path)


def test_attributes_allCommands_writeTheBundle(shards, tmp_path):
    small = dict(stem=8, widths=[8, 8, 16, 16], depths=[1, 1, 1, 1])
    config = write_config(tmp_path / "a.yaml", stored=[48, 64], sizes=[[0.5, [32, 48]], [1.0, [48, 64]]], batch=16, least_area=0.5, recoloured=0.3,
                          erased=0.3, mixed=0.5, pure_from=0.8, imitation=0.5, student=small, teacher=dict(small, drop=0.1),
                          settings=dict(lr=0.002, warmup_steps=3, clip=3.0))
    pack = str(shards / "attributes.zip")
    main(["vehicles", "train-attributes", "--pack", pack, "--config", config, "--samples", "96", "--device", "cpu",
          "--checkpoint", str(tmp_path / "a.ckpt"), "--out", str(tmp_path)])
    main(["vehicles", "train-attributes", "--pack", pack, "--config", config, "--samples", "64", "--device", "cpu",
          "--checkpoint", str(tmp_path / "b.ckpt"), "--out", str(tmp_path), "--teacher", str(tmp_path / "attributes-teacher.pt"),
          "--start", str(tmp_path / "attributes.pt")])
    size = ["--size", "144", "208"]
    main(["vehicles", "train-heads", "--weights", str(tmp_path / "attributes.pt"), "--pack", pack, "--out", str(tmp_path / "fine"), *size])
    main(["vehicles", "evaluate-attributes", "--weights", str(tmp_path / "fine" / "attributes.pt"), "--pack", pack, "--out", str(tmp_path / "r"), *size])
    main(["vehicles", "export", "--attributes", str(tmp_path / "fine" / "attributes.pt"), "--results", str(tmp_path / "r"),
          "--out", str(tmp_path / "bundle"), "--parity", str(tmp_path / "parity"), *size])
    assert cv2.imread(str(tmp_path / "parity" / "vehicles.png")).shape == (4 * 144, 2 * 208, 3)
    assert [len(line.split("\t")) for line in (tmp_path / "parity" / "vehicles.tsv").read_text().splitlines()] == [6] * 8
    graph = onnx.load(tmp_path / "bundle" / "attributes.onnx").graph
    assert [o.name for o in graph.output] == ["models", "makes", "types", "colours", "orientations"]
    manifest = read_manifest(tmp_path / "bundle")
    assert manifest["attributes.makes.models"] == "Ford|Sedan,Ford|Suv" and manifest["attributes.width"] == "208" and manifest["attributes.margin"] == "0.04"
    assert (manifest["attributes.type.weight"], manifest["attributes.type.below"]) == ("0.5", "0.7")


def test_detector_allCommands_writeTheBundle(shards, tmp_path):
    config = write_config(tmp_path / "d.yaml", side=96, crop=[32, 48], batch=8, mosaics=0.5, pasted=0.5, plain_from=0.8, drawn={},
                          network=dict(stem=8, widths=[8, 8, 16, 16], depths=[0, 1, 1, 1], neck=8), settings=dict(lr=0.002, warmup_steps=3, clip=3.0))
    pack = str(shards / "scenes.zip")
    main(["vehicles", "train-detector", "--pack", pack, "--crops", str(shards / "attributes.zip"), "--config", config, "--samples", "48",
          "--device", "cpu", "--checkpoint", str(tmp_path / "d.ckpt"), "--out", str(tmp_path)])
    main(["vehicles", "evaluate-detector", "--weights", str(tmp_path / "vehicles.pt"), "--pack", pack, "--out", str(tmp_path / "r")])
    assert json.loads((tmp_path / "r" / "vehicles.json").read_text())["sources"]["all"]["main"]["total"] > 3
    main(["vehicles", "export", "--vehicles", str(tmp_path / "vehicles.pt"), "--results", str(tmp_path / "r"), "--out", str(tmp_path / "bundle")])
    assert onnx.load(tmp_path / "bundle" / "vehicles.onnx").graph.output[0].name == "detections"
    assert read_manifest(tmp_path / "bundle")["vehicles.types"].split(",") == list(TYPES)
