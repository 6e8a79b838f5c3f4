"""Scenes: geometry, windows, pasting and packing, on pictures drawn here."""
import json

import cv2
import numpy as np
import pytest
import torch

from matricula_training.scenes import geometry, pack, photometric, sources
from matricula_training.scenes import paste as pasting
from matricula_training.scenes.paste import PasteSettings, canvases_of, paste
from matricula_training.scenes.store import SceneStore, load_store
from matricula_training.scenes.windows import AREAS, PASTED, Batch, WindowSettings, draw


def green_store(count=4, side=128):
    """Grey scenes, each with one green rectangle that is marked as a plate with known corners."""
    picture = torch.full((count, 3, side, side), 100, dtype=torch.uint8)
    picture[:, :, 50:70, 30:90] = torch.tensor([0, 255, 0], dtype=torch.uint8)[None, :, None, None]
    levels = [picture] + [torch.nn.functional.avg_pool2d(picture.float(), 2 ** k).to(torch.uint8) for k in (1, 2)]
    quads = torch.zeros(count, 16, 4, 2)
    quads[:, 0] = torch.tensor([[30, 50], [90, 50], [90, 70], [30, 70]])
    kinds = torch.zeros(count, 16, dtype=torch.long)
    kinds[:, 0] = pack.EXACT
    return SceneStore(levels, torch.full((count, 2), float(side)), kinds, quads, torch.ones(count))


def test_unit_square_to_skewed_quadrilateral_corners_arrive():
    quads = torch.tensor([[[10.0, 12.0], [80.0, 8.0], [90.0, 40.0], [5.0, 50.0]]])
    unit = torch.tensor([[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]])
    assert torch.allclose(geometry.project(geometry.unit_square_to(quads), unit), quads, atol=1e-3)


def test_draw_any_window_the_marked_area_lies_on_the_plate():
    torch.manual_seed(4)
    batch = draw(green_store(), 24, 96, WindowSettings(mosaics=0.25))
    checked = 0
    for picture, kinds, quads in zip(batch.pictures, batch.kinds, batch.quads):
        for quad in quads[kinds == pack.EXACT]:
            x, y = quad.mean(0).long().tolist()
            if 2 < x < 93 and 2 < y < 93:
                checked += 1
                assert picture[1, y, x] > 200 and picture[0, y, x] < 60
    assert checked > 12


def test_draw_mirrored_scene_first_corner_stays_at_the_left():
    torch.manual_seed(4)
    batch = draw(green_store(), 16, 96, WindowSettings(mirrored=1.0, mosaics=0.0, turned=0.0, tilted=0.0))
    corners = batch.quads[batch.kinds == pack.EXACT]
    assert bool((corners[:, 0, 0] < corners[:, 1, 0]).all()) and bool((corners[:, 0, 1] < corners[:, 3, 1]).all())


def test_paste_over_plate_canvas_fills_its_new_corners():
    torch.manual_seed(5)
    batch = draw(green_store(), 12, 96, WindowSettings(mosaics=0.0))
    red = np.zeros((20, 60, 3), np.uint8)
    red[..., 2] = 255
    before = batch.pictures.clone()
    canvases = canvases_of([(red, (0, 0, 60, 20))], "cpu")
    paste(batch, canvases, canvases, PasteSettings(over=1.0, elsewhere=0.0, lookalike=0.0))
    for picture, old, kinds, quads in zip(batch.pictures, before, batch.kinds, batch.quads):
        for quad in quads[kinds == pack.EXACT]:
            x, y = quad.mean(0).long().tolist()
            if 2 < x < 93 and 2 < y < 93 and bool((picture != old).any()):
                assert picture[2, y, x] > picture[1, y, x]


def test_paste_elsewhere_plates_are_marked_and_lookalikes_are_not():
    torch.manual_seed(6)
    batch = draw(green_store(), 40, 96, WindowSettings(mosaics=0.0))
    canvases = canvases_of([(np.full((20, 60, 3), 250, np.uint8), (5, 2, 55, 18))], "cpu")
    paste(batch, canvases, canvases, PasteSettings(over=0.0, elsewhere=0.3, lookalike=0.3))
    pasted = batch.kinds[:, AREAS:]
    assert pasted.shape[1] == PASTED
    assert bool((pasted == pack.EXACT).any()) and bool((pasted == pack.KNOWN).any())


def test_paste_only_where_the_canvas_lies_same_picture_as_whole_window(monkeypatch):
    pictures = []
    for spot in (pasting._spot, lambda box, size: (slice(0, size), slice(0, size))):
        monkeypatch.setattr(pasting, "_spot", spot)
        torch.manual_seed(6)
        batch = draw(green_store(), 6, 96, WindowSettings(mosaics=0.0))
        paste(batch, canvases_of([(np.full((20, 60, 3), 30, np.uint8), (0, 0, 60, 20))], "cpu"),
              canvases_of([(np.full((30, 30, 3), 230, np.uint8), (0, 0, 30, 30))], "cpu"), PasteSettings(elsewhere=0.5))
        pictures.append(batch.pictures)
    assert torch.allclose(*pictures, atol=1e-3)


def test_trimmed_areas_are_kept_and_empty_columns_go():
    kinds = torch.tensor([[0, pack.EXACT, 0, 0], [pack.BOXED, 0, 0, pack.IGNORED]])
    quads = torch.arange(2 * 4 * 8, dtype=torch.float32).view(2, 4, 4, 2)
    trimmed = Batch(torch.zeros(2, 3, 8, 8), kinds, quads).trimmed()
    assert trimmed.kinds.shape == (2, 2)
    for row in range(2):
        before = {(int(k), float(q[0, 0])) for k, q in zip(kinds[row], quads[row]) if k}
        assert {(int(k), float(q[0, 0])) for k, q in zip(trimmed.kinds[row], trimmed.quads[row]) if k} == before


def test_mirrored_chosen_rows_picture_and_corners_turn_together():
    batch = draw(green_store(), 4, 96, WindowSettings(mosaics=0.0, tilted=0.0, turned=0.0))
    rows = torch.tensor([True, False, True, False])
    turned = batch.mirrored(rows)
    assert torch.equal(turned.pictures[0], batch.pictures[0].flip(-1)) and torch.equal(turned.pictures[1], batch.pictures[1])
    again = turned.mirrored(rows)
    assert torch.equal(again.pictures, batch.pictures) and torch.allclose(again.quads, batch.quads, atol=1e-4)
    assert torch.allclose(turned.quads[0, 0, 0], torch.tensor([96.0, 0.0]) + batch.quads[0, 0, 1] * torch.tensor([-1.0, 1.0]))


def test_relight_dark_and_bright_pictures_stay_in_range():
    torch.manual_seed(8)
    lit = photometric.relight(torch.rand(32, 3, 8, 8) * 255)
    assert 0 <= float(lit.min()) and float(lit.max()) <= 255


def test_degrade_many_pictures_stay_finite_and_in_range():
    torch.manual_seed(7)
    out = photometric.degrade(torch.rand(64, 3, 32, 32) * 255)
    assert bool(torch.isfinite(out).all()) and float(out.min()) >= 0 and float(out.max()) <= 255


def written_scenes(folder, count=6):
    for part in ("plates", "vehicles"):
        (folder / part / "scenes" / "drawn").mkdir(parents=True)
    rows = []
    for k in range(count):
        picture = np.random.RandomState(k).randint(0, 255, (6, 8, 3), np.uint8)
        name = f"scenes/drawn/{k}.png"
        cv2.imwrite(str(folder / "plates" / name), cv2.resize(picture, (160, 120), interpolation=cv2.INTER_CUBIC))
        plate = dict(box=[10, 20, 70, 40], corners=[[10, 20], [70, 20], [70, 40], [10, 40]])
        source = "conztantinee/thesis" if k < 4 else sources.HELD_OUT_SOURCES[0]
        rows.append(dict(image=name, width=160, height=120, plates=[plate], complete=k % 2 == 0, source=source))
    (folder / "plates" / "scenes.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (folder / "vehicles" / "scenes.jsonl").write_text("")


def test_split_held_out_source_is_never_trained_on(tmp_path):
    written_scenes(tmp_path)
    kept, away, apart = sources.split(sources.read_plate_scenes(str(tmp_path)))
    assert len(away) == 2 and len(kept) + len(apart) == 4
    assert all(s.source not in sources.HELD_OUT_SOURCES for s in kept + apart)


def test_alike_copy_and_mirror_are_one_group(tmp_path):
    written_scenes(tmp_path, 2)
    scenes = sources.read_plate_scenes(str(tmp_path))
    cv2.imwrite(scenes[1].path, cv2.imread(scenes[0].path)[:, ::-1])
    assert len(sources.alike(scenes)) == 1


def test_pack_read_again_areas_are_scaled_with_the_picture(tmp_path):
    written_scenes(tmp_path)
    counts = pack.pack(str(tmp_path), str(tmp_path / "pack.zip"), settings=pack.PackSettings(side=80))
    store = load_store(str(tmp_path / "pack.zip"), "cpu", side=80)
    assert len(store) == sum(counts.values()) and store.sizes[0].tolist() == [80, 60]
    first = store.quads[0, 0]
    assert first[0].tolist() == pytest.approx([5, 10], abs=0.2)


def test_areas_of_incomplete_scene_rest_is_ignored_unless_candidates_are_known():
    plate = sources.Plate((10, 10, 50, 20))
    scene = sources.Scene("x", "y", 100, 100, False, (plate,))
    assert [kind for kind, _ in pack.areas_of(scene, None)] == [pack.IGNORED, pack.BOXED, pack.KNOWN]
    proposed = (sources.Candidate(0.9, (12, 10, 50, 20)), sources.Candidate(0.8, (60, 60, 90, 70)), sources.Candidate(0.5, (0, 80, 5, 90)),
                sources.Candidate(0.1, (70, 10, 80, 20)))
    assert [kind for kind, _ in pack.areas_of(scene, proposed)] == [pack.BOXED, pack.SLOT, pack.IGNORED]


def test_areas_of_crop_read_text_is_a_plate_and_a_lamp_is_background():
    crop = sources.Scene("x", "y", 200, 100, False, (), ((0, 0, 200, 100),), True)
    read, unread, lamp, wheel, doubtful = (sources.Candidate(*c) for c in (
        (0.9, (10, 10, 50, 20), 0.6), (0.8, (60, 10, 90, 20), 0.0), (0.6, (100, 10, 130, 20), 0.0), (0.75, (10, 60, 40, 90), 0.0), (0.5, (60, 60, 90, 70), 0.3)))
    areas = pack.areas_of(crop, (wheel, lamp, doubtful, unread, read))
    assert [(kind, quad[0].tolist()) for kind, quad in areas] == [(pack.BOXED, [10, 10]), (pack.SLOT, [60, 10]), (pack.IGNORED, [60, 60])]


def test_pack_with_candidates_crops_of_vehicles_come_too(tmp_path):
    written_scenes(tmp_path)
    (tmp_path / "vehicles" / "crops").mkdir()
    rows = [dict(image=f"crops/{k}.png", source=sources.CROPS[0] if k < 2 else "cut/from-scenes") for k in range(3)]
    for row in rows:
        cv2.imwrite(str(tmp_path / "vehicles" / row["image"]), np.full((60, 120, 3), 90, np.uint8))
    (tmp_path / "vehicles" / "crops.jsonl").write_text("\n".join(map(json.dumps, rows)))
    candidates = [dict(image=f"{tmp_path.name}/vehicles/crops/{k}.png", candidates=[[0.9, 10, 20, 50, 40, 0.7]]) for k in range(3)]
    (tmp_path / "candidates.jsonl").write_text("\n".join(map(json.dumps, candidates)))
    names = [scene.name for scene in sources.read_vehicle_crops(str(tmp_path))]
    counts = pack.pack(str(tmp_path), str(tmp_path / "pack.zip"), str(tmp_path / "candidates.jsonl"))
    assert len(names) == counts[sources.CROPS[0]] == 2 and "cut/from-scenes" not in counts


def test_draw_small_scenes_stand_in_mosaics_only():
    store = green_store()
    with pytest.raises(RuntimeError):  # nothing is large enough
        draw(store, 4, 400, WindowSettings(mosaics=0.0, least_fill=0.5))
    assert len(draw(store, 4, 100, WindowSettings(mosaics=0.0, least_fill=0.5)).pictures) == 4
