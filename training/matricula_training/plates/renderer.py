"""Draws plates: what a plate of a region looks like when nothing is wrong with the picture."""
import random
from dataclasses import dataclass

import cv2
import numpy as np

from matricula_training.plates import designs
from matricula_training.plates.canvas import Canvas
from matricula_training.plates.scripts import UNREAD, says
from matricula_training.plates.texts import Texts


@dataclass(frozen=True)
class Plate:
    """A drawn plate. `image` uint8 BGR [H,W,3]; `corners` float32 [4,2] of the plate in it, top left first, clockwise, as it
    is read; `text` symbols in reading order; `region` a code of regions.yaml or "unknown"."""
    image: np.ndarray
    corners: np.ndarray
    text: tuple
    region: str
    rows: int


class Renderer:
    """An endless source of plates; the same seed gives the same plates. Not shared between processes.

    `favoured`: {family of designs: how many times as often as usual it is drawn}.
    """

    def __init__(self, atlas, seed, favoured=None):
        self.atlas, self.draw, self.texts, self.favoured = atlas, random.Random(seed), Texts(), favoured

    def plate(self):
        draw = self.draw
        design = designs.choose(draw, self.texts, self.favoured)
        width = draw.uniform(*((250, 288) if design.aspect > 2.9 else (200, 240) if design.aspect > 1.75 else (140, 190)))
        canvas = Canvas(width, width / design.aspect, design.background, draw, self.atlas)
        area = design.decorate(canvas)
        design.finish(canvas, self._write(canvas, design, area))
        image, corners = self._surround(canvas, design)
        symbols = tuple(says(s) for row in design.rows for s in _flat(row) if s not in designs.MARKS and s not in UNREAD)
        return Plate(np.clip(image, 0, 255).astype(np.uint8), corners, symbols, design.region, len(design.rows))

    def _write(self, canvas, design, area):
        """Writes the rows into the area (x, y, w, h), as one mask so that embossing costs little; the area that the ink fills."""
        draw = self.draw
        font = draw.choice(self.atlas.faces) if self.atlas.faces and draw.random() < design.printed else draw.choice(self.atlas.dies)
        style = _Style(font, draw, design)
        ink = np.zeros(canvas.image.shape[:2], np.float32)
        x, y, w, h = area
        total = sum(design.row_heights)
        for row, share in zip(design.rows, design.row_heights):
            tall = h * share / total
            lead = 0.0 if len(design.rows) == 1 else style.lead * tall
            self._row(canvas, ink, row, (x, y + lead / 2, w, tall - lead), style)
            y += tall
        _blend(canvas.image, ink, design.ink, style)
        return cv2.boundingRect((ink > 0.3).astype(np.uint8))

    def _row(self, canvas, ink, row, box, style):
        x, y, w, h = box
        widths = [style.width(symbol, self.atlas) for symbol in row]
        natural = sum(widths) * h
        scale = min(w * style.fill / max(natural, 1e-6), style.widest)
        if scale < style.narrowest:  # too many characters for this height: smaller characters, not thinner ones
            smaller = max(scale / style.narrowest, 0.4)
            y, h, scale = y + h * (1 - smaller) / 2, h * smaller, scale / smaller
        x += (w - natural / box[3] * h * scale) * style.align if natural else 0
        for symbol, width in zip(row, widths):
            wide = width * h * scale
            self._symbol(canvas, ink, symbol, (x, y, wide, h), style)
            x += wide

    def _symbol(self, canvas, ink, symbol, box, style):
        x, y, w, h = box
        if symbol in designs.MARKS:
            self._mark(canvas, ink, symbol, box, style)
            return
        if isinstance(symbol, tuple):
            self._stack(canvas, ink, symbol, box, style)
            return
        latin = symbol in style.font
        mask = style.font[symbol] if latin else self.atlas.other(symbol, style.which)
        gap = style.gap * w / max(style.width(symbol, self.atlas), 1e-6)
        wide, tall = max(2, w - gap), h if latin else h * style.foreign_height
        if style.mono and latin:
            wide = min(wide, mask.shape[1] / mask.shape[0] * h * 1.2)
        _stamp(ink, style.weigh(mask, latin), x + (w - wide) / 2, y + (h - tall) / 2 + self.draw.gauss(0, style.wobble) * h, wide, tall)
        if style.bridge:  # what holds a stencil's inner parts stays without paint
            middle = x + w / 2 + self.draw.uniform(-0.08, 0.08) * w
            ink[max(0, int(y)):int(y + h), max(0, int(middle)):max(0, int(round(middle + max(1.5, style.bridge * w))))] = 0

    def _stack(self, canvas, ink, stack, box, style):
        """Two rows in the place of one symbol."""
        x, y, w, h = box
        for k, row in enumerate(stack):
            row = (row,) if isinstance(row, str) else row
            for at, symbol in enumerate(row):
                self._symbol(canvas, ink, symbol, (x + w * at / len(row), y + h * (k * 0.52), w / len(row), h * 0.48), style)

    def _mark(self, canvas, ink, mark, box, style):
        x, y, w, h = box
        if mark == "-":
            _rect(ink, x + w * 0.15, y + h * 0.45, w * 0.7, max(2, h * 0.1))
        elif mark == ".":
            cv2.circle(ink, (int(x + w / 2), int(y + h * style.dot)), max(1, int(h * 0.06)), 1.0, -1, cv2.LINE_AA)
        elif mark == ":":
            _rect(ink, x + w * 0.3, y + h * 0.2, w * 0.35, h * 0.13)
            _rect(ink, x + w * 0.3, y + h * 0.65, w * 0.35, h * 0.13)
        elif mark == "|":
            canvas.icon(x + w * 0.05, y + h * style.icon[0], w * 0.9, h * style.icon[1], None if self.draw.random() < 0.6 else style.colour)

    def _surround(self, canvas, design):
        """Puts the plate into a holder or a frame; both carry lettering."""
        draw, image = self.draw, canvas.image
        height, width = image.shape[:2]
        if design.holder and draw.random() < design.holder:
            dark = draw.random() < 0.75
            tone = [draw.gauss(28 if dark else 190, 12)] * 3
            top, bottom, side = (int(height * draw.uniform(a, b)) for a, b in ((0.02, 0.1), (0.03, 0.2), (0.01, 0.06)))
            image = cv2.copyMakeBorder(image, top, bottom, side, side, cv2.BORDER_CONSTANT, value=tone)
            if bottom > 6 and draw.random() < 0.7:
                canvas.image = image
                canvas.word(None, width * 0.1, height + top + 1, width * 0.8, bottom - 3, [225 - tone[0]] * 3)
            x, y = side, top
        else:
            x = y = 0
        corners = np.array([[x, y], [x + width, y], [x + width, y + height], [x, y + height]], np.float32)
        return image, corners


class _Style:
    """How one plate's characters are set."""

    def __init__(self, font, draw, design):
        self.font, self.colour = font, design.ink
        self.mono = draw.random() < 0.55
        self.middle = float(np.mean([font[c].shape[1] / font[c].shape[0] for c in "023568"]))
        self.gap = draw.uniform(*design.gap)
        self.lead = draw.uniform(0.08, 0.22)
        self.fill = draw.uniform(*design.fill)
        self.align = 0.5 if draw.random() < 0.75 else draw.uniform(0.1, 0.9)
        self.widest, self.narrowest = draw.uniform(1.0, 1.35), draw.uniform(0.5, 0.75)
        bold = float(np.mean([(font[c] > 127).mean() for c in "0E8H"]))
        self.weight = draw.choice([0, 0, 0, 1, 1, 2] if bold < 0.38 else [0, 0, 1, -1] if bold < 0.48 else [0, 0, -1])
        self.wobble = 0.0 if draw.random() < 0.85 else draw.uniform(0.0, 0.03)
        self.dot, self.icon = draw.choice([0.5, 0.5, 0.95]), draw.choice([(0.0, 1.0), (0.2, 0.6), (0.1, 0.8), (0.3, 0.4)])
        self.emboss = draw.choice([0.25, 0.45, 0.8]) if draw.random() < design.emboss else 0.0
        self.light = draw.choice([(1, 1), (0, 1), (-1, 1), (1, 0), (0, -1), (0, 2), (2, 2)])
        self.worn = draw.uniform(0.1, 0.5) if draw.random() < 0.06 else 0.0
        self.which, self.foreign_height = draw.random(), draw.uniform(*design.foreign_height)
        self.foreign_weight = draw.choice([0, 0, 0, 1, 1, 2, -1])  # few fonts are there, and none is a plate's
        self.foreign_width = draw.uniform(*design.foreign_width) if design.foreign_width else None
        self.bridge = draw.uniform(0.05, 0.12) if draw.random() < design.stencil else 0.0
        self.marks = {"-": draw.uniform(0.2, 0.45), ".": draw.uniform(0.12, 0.35), " ": draw.uniform(0.18, 0.55), ":": draw.uniform(0.2, 0.4),
                      "|": draw.uniform(*design.seal)}

    def width(self, symbol, atlas):
        """Width of a place in units of the row's height."""
        if symbol in self.marks:
            return self.marks[symbol]
        if isinstance(symbol, tuple):
            return max(0.5 * sum(self.width(s, atlas) for s in row) for row in symbol)
        if symbol not in self.font:
            mask = atlas.other(symbol, self.which)
            return (min(2.2, mask.shape[1] / mask.shape[0]) * 0.95 if self.foreign_width is None or len(symbol) > 1 else self.foreign_width) + self.gap
        own = self.font[symbol].shape[1] / self.font[symbol].shape[0]
        return (self.middle if self.mono and symbol not in "MW" else own) + self.gap

    def weigh(self, mask, latin):
        weight = self.weight if latin else self.foreign_weight
        if not weight:
            return mask
        kernel = np.ones((abs(weight) * 2 + 1,) * 2, np.uint8)
        return cv2.dilate(mask, kernel) if weight > 0 else cv2.erode(mask, kernel)


def _flat(row):
    """The symbols of a row, those of a stack from above."""
    for symbol in row:
        if isinstance(symbol, tuple):
            yield from _flat(symbol)
        else:
            yield symbol


def _stamp(ink, mask, x, y, w, h):
    w, h, x, y = int(round(w)), int(round(h)), int(round(x)), int(round(y))
    x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + w, ink.shape[1]), min(y + h, ink.shape[0])
    if w < 1 or h < 1 or x1 <= x0 or y1 <= y0:
        return
    mask = cv2.resize(mask, (w, h), interpolation=cv2.INTER_AREA)[y0 - y:y1 - y, x0 - x:x1 - x]
    part = ink[y0:y1, x0:x1]
    np.maximum(part, mask * np.float32(1 / 255), out=part)


def _rect(ink, x, y, w, h):
    ink[max(0, int(y)):max(0, int(round(y + h))), max(0, int(x)):max(0, int(round(x + w)))] = 1.0


def _blend(image, ink, colour, style):
    """Paint in the ink's shape; embossed characters catch light on one side and shade on the other."""
    if style.worn:
        ink = ink * (1 - style.worn)
    image += (np.asarray(colour, np.float32) - image) * ink[..., None]
    if style.emboss:
        dx, dy = style.light
        shifted = np.roll(ink, (dy, dx), (0, 1))
        image += ((ink - shifted) * (style.emboss * 110))[..., None]
