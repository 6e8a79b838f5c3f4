"""The plate renderer: texts by pattern, repeatable drawing, the atlas file."""
import functools
import random
import re

import numpy as np
import pytest

from matricula_training.plates import chosen, layouts
from matricula_training.plates.canvas import Canvas
from matricula_training.plates.design import _frame
from matricula_training.plates import scripts
from matricula_training.plates.glyphs import HEIGHT, Atlas
from matricula_training.plates.designs import FAMILIES
from matricula_training.plates.renderer import Renderer
from matricula_training.plates.strokes import LATIN, die_font
from matricula_training.plates.texts import Texts


SPECIAL = [symbol for glyphs in scripts.GLYPHS for symbol in glyphs.symbols]


def drawn_atlas():
    """An atlas without any font: dies only, bars for other glyphs."""
    dies = [die_font(seed, HEIGHT) for seed in range(4)]
    bar = np.full((HEIGHT, HEIGHT), 255, np.uint8)
    return Atlas(dies, dies, {"Texas": [bar[:26]]}, {symbol: [bar] for symbol in SPECIAL})


@functools.lru_cache(maxsize=1)
def drawn_atlas_once():
    return drawn_atlas()


def test_texts_draw_matches_a_pattern_of_the_region():
    texts, draw = Texts(), random.Random(1)
    for code in ("us-ca", "de", "br", "in", "gb", "ch"):
        patterns = [p["re"] for p in texts.entries[code]["patterns"]]
        for _ in range(30):
            text = texts.draw(code, draw)
            assert any(re.fullmatch(p, text) for p in patterns), (code, text)


def test_chosen_texts_are_short_and_hold_every_character_often():
    draw = random.Random(3)
    texts = [chosen.chosen(draw) for _ in range(4000)]
    assert all(1 <= len(text) <= 8 and set(text) <= set(LATIN) for text in texts)
    letters = "".join(texts)
    assert all(letters.count(c) > len(letters) / 150 for c in "ABCDEFGHIJKLMNOPRSTUVWXYZ123458")


def test_words_shortened_keep_their_first_character():
    draw = random.Random(4)
    for words in (["THUNDR", "COWBOY"], ["SKY", "MY"], ["AT"]):
        shorter = chosen._shorter(words, draw)
        assert sum(map(len, shorter)) < sum(map(len, words))
        assert all(a[0] == b[0] for a, b in zip(shorter, words))


def test_frame_hides_a_tenth_of_the_text_at_most():
    for seed in range(60):
        canvas = Canvas(220, 110, (200, 200, 200), random.Random(seed), drawn_atlas_once())
        before = canvas.image.copy()
        _frame(canvas, (30, 35, 160, 50))
        assert np.array_equal(canvas.image[42:78, 34:186], before[42:78, 34:186])
        assert not np.array_equal(canvas.image, before)


def test_letters_stay_inside_their_box():
    canvas = Canvas(220, 110, (200, 200, 200), random.Random(5), drawn_atlas_once())
    canvas.letters("North Side", 20, 10, 100, 20, (0, 0, 0))
    ys, xs = np.nonzero(canvas.image[..., 0] < 150)
    assert len(xs) > 50 and ys.min() >= 9 and ys.max() <= 31 and xs.min() >= 18 and xs.max() <= 122


def test_layouts_keep_the_text():
    draw = random.Random(2)
    for text in ("ABC1234", "12", "AB12CD3456", "AAAA", "7"):
        for rows in (layouts.one_row(text, ["", "-", "|"], draw), layouts.two_rows(text, draw)):
            assert "".join(c for row in rows for c in row if c not in layouts.MARKS) == text


def test_plate_same_seed_same_plate():
    atlas = drawn_atlas()
    first, second = (Renderer(atlas, 5) for _ in range(2))
    for _ in range(5):
        a, b = first.plate(), second.plate()
        assert a.text == b.text and np.array_equal(a.image, b.image)


def test_plate_all_designs_are_well_formed():
    renderer, seen, known = Renderer(drawn_atlas(), 6), set(), set(LATIN) | set(scripts.READ)
    for _ in range(400):
        plate = renderer.plate()
        height, width = plate.image.shape[:2]
        assert plate.image.dtype == np.uint8 and 30 < height < 260 and 100 < width < 340
        assert 1 <= len(plate.text) <= 12 and set(plate.text) <= known and plate.rows in (1, 2)
        assert (plate.corners >= 0).all() and (plate.corners <= [width, height]).all()
        assert plate.image.std() > 3
        seen.add(plate.region)
    assert len(seen) > 60


def family(name, seed=9):
    return Renderer(drawn_atlas_once(), seed, {other: 0.0 for _, other, _ in FAMILIES if other != name})


@pytest.mark.parametrize("name", ["chinese", "korean", "japanese", "thai", "mongolian", "tunisian", "egyptian", "iranian", "moroccan", "saudi"])
def test_foreign_family_texts_match_a_pattern_of_their_region(name):
    renderer, entries = family(name), Texts().entries
    for plate in (renderer.plate() for _ in range(40)):
        patterns = [p["re"] for p in entries[plate.region]["patterns"]]
        assert any(re.fullmatch(p, "".join(plate.text)) for p in patterns), (name, plate.text)


def test_every_symbol_of_the_alphabet_is_drawn_by_some_font():
    drawn = {scripts.says(symbol) for symbol in SPECIAL}
    assert set(scripts.READ) <= drawn and scripts.UNREAD <= drawn
    assert not set(scripts.READ) & scripts.UNREAD and len(set(scripts.READ)) == len(scripts.READ)


def test_stack_is_read_from_above_and_stands_in_one_place():
    region = next(p for p in (family("korean", seed).plate() for seed in range(60)) if p.rows == 1 and "".join(p.text[:2]) in scripts.HANGUL_REGIONS)
    assert re.fullmatch("[가-힣]{2}[0-9]{2,3}[가-힣][0-9]{4}", "".join(region.text))


def test_atlas_other_symbols_of_one_plate_come_from_one_font():
    narrow, wide = np.zeros((HEIGHT, 10), np.uint8), np.zeros((HEIGHT, 40), np.uint8)
    atlas = Atlas([], [], {}, {"가": [narrow, wide], "나": [narrow, wide]})
    assert [atlas.other(s, 0.9).shape[1] for s in "가나"] == [40, 40] and atlas.other("가", 0.1) is narrow and atlas.other("x", 0.5) is None


def test_atlas_save_and_load_keeps_the_masks(tmp_path):
    atlas = drawn_atlas()
    atlas.save(tmp_path / "atlas.npz")
    loaded = Atlas.load(tmp_path / "atlas.npz", dies=1)
    assert np.abs(loaded.faces[3]["W"].astype(int) - atlas.faces[3]["W"]).max() <= 8
    assert np.array_equal(loaded.words["Texas"][0], atlas.words["Texas"][0]) and set(loaded.special) == set(SPECIAL)


def test_favoured_family_is_drawn_more_often():
    renderer = Renderer(drawn_atlas(), 8, {name: 0.0 for _, name, _ in FAMILIES if name != "tunisian"})
    assert {renderer.plate().region for _ in range(5)} == {"tn"}
