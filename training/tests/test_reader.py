"""The reader: symbols, CTC, split, degradation, measures, one short training on drawn plates, export."""
import copy
import json

import cv2
import numpy as np
import pytest
import torch

from matricula_training import bundle, loop
from matricula_training.plates.scripts import TUNIS
from matricula_training.plates.texts import Texts
from matricula_training.reader import camera, checked, cli, data, degrade, drawn, evaluate, export, feed, grow, pack, split, train
from matricula_training.reader.alphabet import BLANK, SYMBOLS, best_path, encode, symbols_of
from matricula_training.reader.model import Reader, Shape
from tests.test_renderer import drawn_atlas

SMALL = dict(height=32, width=96, channels=[8, 12, 16], blocks=[0, 0, 0], tokens=24, layers=1, heads=2)


def small_config():
    config = train.load_config(cli.CONFIG)
    config["model"] = SMALL
    config["feed"] = dict(batch=8, chunk=16, pool=64, reuse=2, real_share=0.3, dies=3, source_weights={})
    config["training"] = dict(samples=48, warmup_steps=2, bf16=False, log_seconds=0.0)
    return config


def crop(text, source="a/a", seed=0):
    draw = np.random.RandomState(seed)
    return data.Crop(draw.randint(0, 256, (30, 90, 3)).astype(np.uint8), symbols_of(text), "", source, f"{source}/{text}/{seed}")


@pytest.fixture
def packed(tmp_path):
    """A packed folder with drawn pictures only."""
    plates = tmp_path / "plates"
    (plates / "crops").mkdir(parents=True)
    lines = []
    for k, (text, source) in enumerate([("AB12CD", "a/a"), ("XY34ZW", "a/a"), ("58" + TUNIS + "5526", "b/b"), ("KLM100", "oaacUis/tesis-colombian-plate-recognition")]):
        cv2.imwrite(str(plates / "crops" / f"{k}.png"), crop(text, seed=k).image)
        lines.append(json.dumps(dict(image=f"crops/{k}.png", text=text, region="tn" if TUNIS in text else None, source=source)))
    (plates / "crops.jsonl").write_text("\n".join(lines))
    for folder in (plates / "scenes" / "easy", tmp_path / "vehicles"):
        folder.mkdir(parents=True)
    (tmp_path / "vehicles" / "scenes.jsonl").write_text("")
    cv2.imwrite(str(plates / "scenes" / "easy" / "0.png"), crop("SCENE1", seed=9).image)
    scene = dict(image="scenes/easy/0.png", width=90, height=30, complete=True, region="cn", source=split.PARTLY_HELD_OUT, plates=[
        dict(box=[20, 5, 70, 25], corners=[[20, 6], [70, 5], [70, 24], [20, 25]], text="苏D55D36")])
    (plates / "scenes.jsonl").write_text(json.dumps(scene))
    drawn_atlas().save(tmp_path / "atlas.npz")
    pack.write(str(plates), str(tmp_path / "atlas.npz"), str(tmp_path / "pack"), 80)
    return str(tmp_path / "pack")


def test_symbols_of_word_of_several_letters_is_one_symbol():
    assert symbols_of("58" + TUNIS + "5526") == ("5", "8", TUNIS, "5", "5", "2", "6")
    assert symbols_of("ab-1 é") == ("A", "B", "1")
    assert len(set(SYMBOLS)) == len(SYMBOLS) == BLANK


def test_best_path_repeats_are_merged_and_blanks_dropped():
    path = [10, 10, BLANK, 10, 11, BLANK, BLANK, 11]
    logits = torch.nn.functional.one_hot(torch.tensor([path]), BLANK + 1).float()
    assert best_path(logits) == [("A", "A", "B", "B")]


def test_probability_sums_all_paths():
    logits = torch.log(torch.tensor([[[0.6, 0.4], [0.6, 0.4]]]))
    full = torch.full((1, 2, BLANK + 1), -50.0)
    full[..., [0, BLANK]] = logits
    assert float(evaluate.probability(full, [("0",)])) == pytest.approx(1 - 0.4 * 0.4, abs=1e-4)


def test_split_whole_sources_and_look_alikes_stay_together():
    held = next(iter(sorted(split.HELD_OUT)))
    crops = [crop(f"AB{k:04d}", seed=k) for k in range(60)] + [crop("AB0007", "b/b", 99), crop("QQ9999", held, 100), crop("QQ9998", "b/b", 101)]
    learn, judge = split.split(crops)
    assert len(learn) + len(judge) <= len(crops) and any(c.source == held for c in judge)
    near = [c for c in learn for j in judge if evaluate.distance(c.text, j.text) <= 1]
    assert not near


def test_split_partly_held_source_goes_by_its_scenes():
    crops = [data.Crop(crop(f"CD{k}{k}{k}{k}", seed=k).image, symbols_of(f"CD{k}{k}{k}{k}"), "", split.PARTLY_HELD_OUT, f"scenes/easy/{k}.jpg#0") for k in range(9)]
    crops.append(crop("CD3333", "sirius-ai/LPRNet_Pytorch", 3))
    learn, judge = split.split(crops, {"plates/scenes/easy/0.jpg", "plates/scenes/easy/4.jpg"})
    assert {c.name for c in judge} == {"scenes/easy/0.jpg#0", "scenes/easy/4.jpg#0", crops[-1].name}
    assert "CD3333" not in {"".join(c.text) for c in learn} and len(learn) == 6


def test_rectify_corners_land_inside_the_margin():
    image = np.zeros((60, 120, 3), np.uint8)
    corners = np.float32([[30, 20], [90, 20], [90, 40], [30, 40]])
    cv2.fillConvexPoly(image, corners.astype(np.int32), (255, 255, 255))
    cut = data.rectify(data.Crop(image, (), "", "", "", corners), 64, 192, (0.1, 0.1))
    assert cut[32, 96].min() == 255 and cut[2, 96].max() == 0 and cut[32, 6].max() == 0


@pytest.mark.parametrize("aspect", [1.2, 2.0, 4.7])
def test_degrade_gives_pictures_with_the_plate_in_them(aspect):
    torch.manual_seed(4)
    canvases = torch.full((12, *data.CANVAS, 3), 20, dtype=torch.uint8)
    canvases[:, 10:-10, 20:-20] = 235
    out = degrade.Degrader(64, 192, (0.05, 0.09))(canvases, torch.full((12,), aspect), torch.zeros(12, dtype=torch.bool), 0.0)
    assert out.shape == (12, 3, 64, 192) and torch.isfinite(out).all() and 0 <= float(out.min()) and float(out.max()) <= 255
    middle, edge = out[:, :, 24:40, 60:130].mean(), out[:, :, :4].mean()
    assert middle > edge + 20


def test_homography_corners_are_met():
    quad = torch.tensor([[[1.0, 2], [9, 3], [10, 8], [0, 7]]])
    unit = torch.tensor([[0.0, 0], [1, 0], [1, 1], [0, 1]])
    assert torch.allclose(degrade._warp_points(degrade.homography(quad), unit), quad, atol=1e-4)


def test_degrade_one_side_is_cut_tight_in_some_and_moves_inwards_only():
    torch.manual_seed(6)
    moved = degrade._tight_side(600, torch.ones(600, dtype=torch.bool), torch.device("cpu"))
    corners = torch.tensor([[0.0, 0], [1, 0], [1, 1], [0, 1]]) + moved
    assert 20 < int((moved.abs().amax((1, 2)) > 0).sum()) < 90
    assert float(corners.min()) >= 0 and float(corners.max()) <= 1 and float(moved.abs().max()) <= 0.18
    assert not degrade._tight_side(50, torch.zeros(50, dtype=torch.bool), torch.device("cpu")).any()


def test_speckles_are_few_white_and_black_pixels_in_some_pictures():
    torch.manual_seed(7)
    changed = camera._speckled(torch.full((300, 3, 32, 64), 120.0)) != 120
    share = changed.float().mean((1, 2, 3))
    assert 10 < int((share > 0).sum()) < 60 and float(share.max()) < 0.05
    assert torch.equal(changed[:, 0], changed[:, 2])


def test_jpeg_high_quality_changes_little_and_low_quality_much():
    torch.manual_seed(5)
    smooth = torch.nn.functional.interpolate(torch.rand(2, 1, 4, 8).expand(-1, 3, -1, -1) * 255, size=(32, 64), mode="bilinear", align_corners=True)
    fine, coarse = (camera.jpeg(smooth, torch.full((2,), q)) - smooth for q in (98.0, 5.0))
    assert fine.abs().mean() < 3 < coarse.abs().mean()


def test_check_wrong_labels_are_corrected_and_unreadable_ones_left_out():
    rows = [dict(name=name, source="a/a", truth="AB12", text=text) for name, text in (("right", "AB12"), ("wrong", "AB13"), ("blurred", "X"), ("unseen", "AB1"))]
    by_eye = checked.check(rows, {"right": "=", "wrong": "AB13", "blurred": "?"})
    assert [row["truth"] for row in by_eye.rows] == ["AB12", "AB13", "AB12"] and rows[1]["truth"] == "AB12"
    table = evaluate.checked_tables(by_eye)["source"]["a/a"]
    assert (table["count"], table["corrected"], table["unreadable"]) == (3, 1, 1) and table["exact"] == pytest.approx(2 / 3, abs=1e-4)


def test_verdicts_by_eye_hold_known_symbols_only():
    verdicts = checked.read_verdicts()
    assert len(verdicts) > 200
    assert all(verdict in "=?" or symbols_of(verdict) and "".join(symbols_of(verdict)) == verdict for verdict in verdicts.values())


def test_distance_and_interval():
    assert evaluate.distance("ABC", "ABD") == 1 and evaluate.distance("", "AB") == 2 and evaluate.distance("RRK", "RK") == 1
    low, high = evaluate.wilson(95, 100)
    assert low == pytest.approx(0.888, abs=0.002) and high == pytest.approx(0.978, abs=0.002)


def test_train_resume_evaluate_export_on_drawn_plates(packed, tmp_path):
    config, out = small_config(), str(tmp_path / "reader.ckpt")
    train.train(config, packed, out, "cpu", workers=1)
    first = torch.load(out, map_location="cpu")
    net = train.train(config, packed, out, "cpu", workers=1, budget=dict(samples=64))
    assert first["seen"] == 48 and torch.load(out, map_location="cpu")["seen"] == 64
    rows = evaluate.read(net, pack.read(packed)[1], config["margin"], torch.device("cpu"), config["regions"])
    assert "cn" in evaluate.tables(rows)["places"] and all(row["place"] in config["regions"] for row in rows)
    assert {row["source"] for row in rows} >= {"liuruoze/EasyPR", "oaacUis/tesis-colombian-plate-recognition"}
    evaluate.write(rows, tmp_path / "result.json", {}, checked.check(rows, {}))
    evaluate.failure_sheet(rows, pack.read(packed)[1], str(tmp_path / "failures.png"))
    assert json.loads((tmp_path / "result.json").read_text())["all"]["count"] == len(rows)


def test_export_logprobs_equal_the_network_at_its_temperature(tmp_path):
    config = small_config()
    net = train.build(config).eval()
    graph = export.export(net, str(tmp_path), dict(alphabet=SYMBOLS, regions=config["regions"], margin_x=0.05, margin_y=0.09, temperature=2.0))
    image = torch.randint(0, 256, (1, 32, 96, 3), dtype=torch.uint8)
    with torch.no_grad():
        expected = torch.log_softmax(net(image.permute(0, 3, 1, 2))[0] / 2.0, -1)
        assert torch.allclose(graph(image)[0], expected, atol=1e-5)
    assert bundle.read_manifest(tmp_path)["reader.alphabet"].split(",")[-1] == TUNIS


def test_warm_start_takes_a_checkpoint(packed, tmp_path):
    config, out = small_config(), str(tmp_path / "a.ckpt")
    train.train(config, packed, out, "cpu", workers=1)
    assert loop.warm_start(train.build(config), out) == []
    assert encode(("0", "Z")) == [0, 35]


def test_parity_sheet_holds_what_the_graph_read(tmp_path, monkeypatch):
    monkeypatch.setattr(export, "PARITY_ROWS", 2)
    net = train.build(small_config()).eval()
    export.parity(export.ReaderGraph(net, 1.0).eval(), str(tmp_path), drawn_atlas(), (0.05, 0.09))
    sheet, lines = cv2.imread(str(tmp_path / "plates.png")), (tmp_path / "plates.tsv").read_text().splitlines()
    assert sheet.shape == (2 * 32, 10 * 96, 3) and len(lines) == 20
    crops = sheet.reshape(2, 32, 10, 96, 3).transpose(0, 2, 1, 3, 4).reshape(20, 32, 96, 3)
    with torch.no_grad():
        again = best_path(export.ReaderGraph(net, 1.0).eval()(torch.from_numpy(crops))[0])
    assert ["".join(text) for text in again] == [line.split("\t")[0] for line in lines]


def test_read_crops_own_folder_names_are_texts(tmp_path):
    for name in ("AB123CD.png", "AB123CD_2.png", "notes.txt"):
        if name.endswith("png"):
            cv2.imwrite(str(tmp_path / name), crop("x1").image)
        else:
            (tmp_path / name).write_text("no picture")
    assert [c.text for c in data.read_crops(str(tmp_path))] == [tuple("AB123CD")] * 2


def test_config_with_a_base_holds_only_what_differs(tmp_path):
    (tmp_path / "base.yaml").write_text("feed: {batch: 8, reuse: 2}\nmargin: [0.1, 0.1]\n")
    (tmp_path / "own.yaml").write_text("base: base.yaml\nfeed: {batch: 4}\n")
    assert train.load_config(str(tmp_path / "own.yaml")) == dict(feed=dict(batch=4, reuse=2), margin=[0.1, 0.1])
    shipped = train.load_config(cli.CONFIG.replace("reader.yaml", "reader_finetune.yaml"))
    assert shipped["model"] == train.load_config(cli.CONFIG)["model"] and shipped["fixed_stages"] == 3


def test_regions_of_the_config_are_codes_of_the_regions_file():
    regions = train.load_config(cli.CONFIG)["regions"]
    assert len(set(regions)) == len(regions) and set(regions) - {"unknown"} <= set(Texts().entries)


def test_fixed_stages_and_statistics_stay_while_the_rest_learns(packed, tmp_path):
    config, first, second = small_config(), str(tmp_path / "a.ckpt"), str(tmp_path / "b.ckpt")
    train.train(config, packed, first, "cpu", workers=1)
    train.train({**config, "fixed_stages": 2}, packed, second, "cpu", workers=1, init=first + ".weights.pt")
    before, after = loop.load_weights(first), loop.load_weights(second)
    same = {name for name in before if torch.equal(before[name], after[name])}
    assert {name for name in before if name.startswith(("trunk.0.", "trunk.1."))} <= same
    assert {name for name in before if "running" in name} <= same and "head.weight" not in same


def test_grow_what_was_known_is_read_as_before_and_what_is_new_never():
    regions, tiny = train.load_config(cli.CONFIG)["regions"], dict(channels=(8, 8, 8, 8), tokens=16, layers=1, heads=2)
    before = Reader(Shape(symbols=len(SYMBOLS) - 60, regions=3, **tiny)).eval()
    symbols, known = list(reversed(SYMBOLS[60:])), ["us", "de", "gone"]
    after = Reader(Shape(symbols=len(SYMBOLS), regions=len(regions), **tiny)).eval()
    after.load_state_dict(grow.grow(before.state_dict(), symbols, known, regions))
    images = torch.rand(2, 3, 64, 192) * 255
    (was, was_region), (now, now_region) = before(images), after(images)
    assert torch.allclose(now[..., SYMBOLS.index("가")], was[..., symbols.index("가")], atol=1e-5)
    assert torch.allclose(now[..., BLANK], was[..., -1], atol=1e-5) and torch.allclose(now_region[:, regions.index("de")], was_region[:, 1], atol=1e-5)
    assert (now[..., SYMBOLS.index("0")] == -12).all() and (now_region[:, regions.index("jp")] == -12).all()


class Reading(torch.nn.Module):
    """Answers with what it is given, whatever it sees."""

    def __init__(self, logits):
        super().__init__()
        self.logits = logits

    def forward(self, images):
        return self.logits[:len(images)], torch.zeros(len(images), 3)


def sure_of(*symbols, places=6):
    logits = torch.zeros(places, len(SYMBOLS) + 1)
    for place in range(places):
        logits[place, encode([symbols[place]])[0] if place < len(symbols) else BLANK] = 12.0
    return logits


def test_kept_costs_nothing_where_all_is_as_before_or_of_another_script_or_was_misread():
    first = sure_of("A", "1")[None]
    kept, images = train.Kept(Reading(first), 2.0), torch.zeros(1, 3, 8, 8)
    def cost(text, logits, places=torch.zeros(1, 3)):
        return kept(images, torch.tensor([data.Labels.row(text, "", 3.0, {})]), torch.log_softmax(logits[None], -1), torch.log_softmax(places, -1)).item()
    assert cost(("A", "1"), first[0]) == pytest.approx(0, abs=1e-5)
    assert cost(("A", "1"), sure_of("A", "7")) > 1 and cost(("A", "1"), first[0], torch.tensor([[5.0, 0, 0]])) > 0.1
    assert cost(("A", "7"), sure_of("A", "7")) == 0 and cost(("가", "1"), sure_of("A", "7")) == 0


def test_drawn_scripts_are_judged_by_family():
    net = Reader(Shape(symbols=len(SYMBOLS), regions=3, channels=(8, 8, 8, 8), tokens=16, layers=1, heads=2)).eval()
    families = drawn.judge(net, drawn_atlas(), [0.05, 0.09], 0.2, 3)
    assert set(families) == set(drawn.SCRIPTS) and all(part["count"] == 3 and part["exact"] < 0.5 for part in families.values())


def test_rare_symbols_are_taken_more_often():
    rarity = feed._rarity([crop("AB12")] * 800 + [crop("皖A1")] * 50)
    assert rarity["A"] == rarity["2"] == 1.0 and rarity["皖"] == 2.0


def test_feed_repeats_each_degraded_picture(packed):
    class Drawn:
        def take(self):
            return np.zeros((32, *data.CANVAS, 3), np.uint8), np.tile(np.int32([data.Labels.row(tuple("AB12"), "", 3.0, {})]), (32, 1))

    config = dict(batch=4, chunk=8, pool=64, reuse=2, real_share=0.5, source_weights={}, repeats=2)
    source = feed.Feed(Drawn(), degrade.Degrader(32, 96, (0.05, 0.09)), pack.read(packed)[0], {}, torch.device("cpu"), config)
    pictures = [source(0.5)[0].flatten().tolist() for _ in range(4)]
    assert source.used == 8 and len({tuple(p) for p in pictures}) == 2
