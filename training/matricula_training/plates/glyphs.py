"""The glyph atlas: masks of characters and of small words, from free fonts and from drawn dies."""
import glob
import os
import random

import numpy as np

from matricula_training.plates import scripts, words
from matricula_training.plates.strokes import LATIN, die_font, trim

HEIGHT = 64
WORD_HEIGHT = 26

_SYSTEM = [
    "opentype/b612/*egular*", "opentype/b612/*Bold.*", "opentype/league-mono/*ondensed-*edium*", "opentype/play/*",
    "opentype/yanone*/*", "opentype/urw-base35/Nimbus*Sans*Narrow*", "opentype/urw-base35/NimbusSans-*",
    "truetype/clear-sans/*Bold.*", "truetype/dejavu/*Condensed*", "truetype/dejavu/DejaVuSans-Bold.*", "truetype/lato/Lato-Bold.*",
    "truetype/liberation/*Sans-*", "truetype/liberation/*Narrow*", "truetype/liberation/*Mono-Bold*", "truetype/opendin/*",
    "truetype/roboto/**/*Condensed-*", "truetype/roboto/**/*Roboto-Medium*", "truetype/routed-gothic/*",
]
_SCRIPTS = ["opentype/urw-base35/*Chancery*", "opentype/urw-base35/*Bookman*", "opentype/urw-base35/C059*"]


class Atlas:
    """Masks (uint8) by kind: `faces` and `dies` are lists of {character: mask}, `words` {word: [mask]}, `special` {symbol: [mask]}."""

    def __init__(self, faces, dies, words, special):
        self.faces, self.dies, self.words, self.special = faces, dies, words, special

    @staticmethod
    def load(path=None, dies=400):
        """Fonts and words from a file written by `save`; the dies are drawn anew, as that is quicker than reading them."""
        drawn = [die_font(seed, HEIGHT) for seed in range(dies)]
        if path is None:
            return Atlas(drawn, drawn, {}, {})
        with np.load(path) as file:
            stored = dict(file)
        masks = _split(stored["faces"], stored["face_widths"].ravel())
        faces = [dict(zip(LATIN, masks[k:k + len(LATIN)])) for k in range(0, len(masks), len(LATIN))]
        return Atlas(faces, drawn, _named(stored, "word"), _named(stored, "special"))

    def other(self, symbol, which):
        """A mask of a symbol of another script, or None; `which` (0..1) picks the font, so that the signs of one plate fit together."""
        masks = self.special.get(symbol)
        return masks[int(which * len(masks))] if masks else None

    def save(self, path):
        faces = [_coarse(face[c]) for face in self.faces for c in LATIN]
        strips = [(name, mask) for name, masks in self.words.items() for mask in masks]
        special = [(name, mask) for name, masks in self.special.items() for mask in masks]
        np.savez_compressed(
            path, faces=np.hstack(faces), face_widths=np.array([m.shape[1] for m in faces]).reshape(-1, len(LATIN)),
            words=np.hstack([_coarse(m) for _, m in strips]), word_widths=np.array([m.shape[1] for _, m in strips]),
            word_names=np.array([n for n, _ in strips]), specials=np.hstack([_coarse(m) for _, m in special]),
            special_widths=np.array([m.shape[1] for _, m in special]), special_names=np.array([n for n, _ in special]))


def _coarse(mask):
    """16 levels, as the edges need no more and the file halves."""
    return ((mask.astype(np.uint16) + 8) // 17 * 17).clip(0, 255).astype(np.uint8)


def _split(joined, widths):
    return [np.ascontiguousarray(m) for m in np.split(joined, np.cumsum(widths)[:-1], axis=1)]


def _named(stored, kind):
    out = {}
    for name, mask in zip(stored[kind + "_names"], _split(stored[kind + "s"], stored[kind + "_widths"])):
        out.setdefault(str(name), []).append(mask)
    return out


def build(fontsource, system, judged=False, seed=5):
    """Renders the atlas from a folder of @fontsource packages and the system's font folder; `judged`: other scripts than Latin from the
    fonts that no training sees."""
    paths = find_fonts(fontsource, system)
    faces = [face for face in map(_face, paths) if face]
    scripts = [p for pattern in _SCRIPTS for p in glob.glob(os.path.join(system, pattern))]
    draw = random.Random(seed)
    strips = {}
    for text, count in words.all_words():
        for _ in range(count):
            mask = _strip(text, draw.choice(scripts if draw.random() < 0.25 else paths), draw)
            if mask is not None:
                strips.setdefault(text, []).append(mask)
    return Atlas(faces, [], strips, _special(system, judged))


def find_fonts(fontsource, system):
    found = [p for folder in sorted(glob.glob(fontsource + "/*")) for weight in (400, 500, 600, 700)
             for p in glob.glob(f"{folder}/files/{os.path.basename(folder)}-latin-{weight}-normal.woff")]
    for pattern in _SYSTEM:
        found += sorted(glob.glob(os.path.join(system, pattern), recursive=True))
    return [p for p in found if not any(word in p for word in ("talic", "blique", "Light"))]


def _font(path, size, number=0):
    from PIL import ImageFont  # only the making of the atlas needs PIL

    # Not the layout that reorders and joins, which some machines have: forms come in drawing order.
    return ImageFont.truetype(path, size, number, layout_engine=ImageFont.Layout.BASIC)


def _ink(text, font):
    from PIL import Image, ImageDraw

    left, top, right, bottom = font.getbbox(text)
    image = Image.new("L", (max(1, right - left) + 8, max(1, bottom - top) + 8))
    ImageDraw.Draw(image).text((4 - left, 4 - top), text, 255, font=font)
    return np.array(image)


def _face(path):
    """One font as {character: mask}, or None where it is broken, too wide or has one shape for all."""
    try:
        font = _font(path, 130)
        face = {c: trim(_ink(c, font), HEIGHT) for c in LATIN}
    except (OSError, ValueError):
        return None
    if any(mask is None or mask.shape[1] > 2.2 * HEIGHT for mask in face.values()):
        return None
    if all(face[c].shape == face["A"].shape and (face[c] == face["A"]).all() for c in "BQ7"):
        return None
    return face if np.mean([face[c].shape[1] for c in "023568"]) < 0.86 * HEIGHT else None


def _strip(text, path, draw):
    import cv2

    try:
        mask = _ink(text.upper() if draw.random() < 0.5 else text, _font(path, 30))
    except OSError:
        return None
    mask = mask[2:-2, 2:-2]
    width = round(mask.shape[1] * WORD_HEIGHT / mask.shape[0])
    return cv2.resize(mask, (width, WORD_HEIGHT), interpolation=cv2.INTER_AREA) if 4 < width < 500 else None


def _special(system, judged):
    """{symbol: masks in the order of its fonts}, of all scripts."""
    out = {}
    for glyphs in scripts.GLYPHS:
        for path in _script_fonts(system, glyphs.judged if judged else glyphs.fonts):
            for symbol, mask in _script_face(glyphs, path).items():
                out.setdefault(symbol, []).append(mask)
    return out


def _script_fonts(system, patterns):
    for pattern in patterns:
        pattern, _, number = pattern.partition("#")
        for path in sorted(glob.glob(os.path.join(system, pattern), recursive=True)):
            if not any(word in path for word in ("talic", "blique", "Light", "Thin")) or "DemiLight" in path:
                yield path, int(number or 0)


def _script_face(glyphs, path):
    """The symbols that the font has, as masks of the atlas' height."""
    font = _font(path[0], 90, path[1])
    missing = _ink("\U0010fffe", font)
    forms = {symbol: (glyphs.forms or {}).get(symbol, symbol) for symbol in glyphs.symbols}
    inks = {symbol: _line(form, font) for symbol, form in forms.items() if not any(_same_ink(_ink(c, font), missing) for c in form)}
    if glyphs.aligned and inks:
        lines = np.concatenate([np.flatnonzero((ink > 60).any(1)) for ink in inks.values()])
        inks = {symbol: ink[lines.min():lines.max() + 1] for symbol, ink in inks.items()}
        return {symbol: _narrow(ink) for symbol, ink in inks.items()}
    return {symbol: trim(ink, HEIGHT) for symbol, ink in inks.items()}


def _line(text, font):
    """The text's ink in a picture of fixed height, so that symbols keep their places on the line."""
    from PIL import Image, ImageDraw

    left, _, right, _ = font.getbbox(text)
    image = Image.new("L", (max(1, right - left) + 8, 3 * font.size))
    ImageDraw.Draw(image).text((4 - left, font.size), text, 255, font=font)
    return np.array(image)


def _same_ink(a, b):
    """Whether both pictures show the same: a font's sign for what it lacks."""
    a, b = trim(a, HEIGHT), trim(b, HEIGHT)
    return a is None or b is not None and a.shape == b.shape and bool((abs(a.astype(int) - b) < 40).all())


def _narrow(ink):
    """The mask cut to its ink at the left and right only, and scaled."""
    import cv2

    columns = np.flatnonzero((ink > 60).any(0))
    ink = ink[:, columns[0]:columns[-1] + 1]
    return cv2.resize(ink, (max(3, round(ink.shape[1] * HEIGHT / ink.shape[0])), HEIGHT), interpolation=cv2.INTER_AREA)
