"""The drawing surface of the renderer: colours, masks, small lettering, graphics."""
import math

import cv2
import numpy as np

from matricula_training.plates.chosen import WORDS
from matricula_training.plates.words import MONTHS, YEARS

cv2.setNumThreads(0)


class Canvas:
    """A float32 BGR picture [height, width, 3] and what is drawn on it. Positions and sizes are in pixels."""

    def __init__(self, width, height, colour, draw, atlas):
        self.image = np.empty((int(height), int(width), 3), np.float32)
        self.image[:] = colour
        self.draw, self.atlas = draw, atlas

    @property
    def width(self):
        return self.image.shape[1]

    @property
    def height(self):
        return self.image.shape[0]

    def fill(self, x, y, w, h, colour, opacity=1.0):
        part = self.image[max(0, int(y)):max(0, int(round(y + h))), max(0, int(x)):max(0, int(round(x + w)))]
        part *= 1 - opacity
        part += np.asarray(colour, np.float32) * opacity

    def stamp(self, mask, x, y, w, h, colour, opacity=1.0):
        w, h, x, y = int(round(w)), int(round(h)), int(round(x)), int(round(y))
        x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + w, self.width), min(y + h, self.height)
        if w < 2 or h < 2 or x1 <= x0 or y1 <= y0:
            return
        mask = cv2.resize(mask, (w, h), interpolation=cv2.INTER_AREA)
        alpha = (mask[y0 - y:y1 - y, x0 - x:x1 - x].astype(np.float32) * (opacity / 255))[..., None]
        part = self.image[y0:y1, x0:x1]
        part *= 1 - alpha
        part += alpha * np.asarray(colour, np.float32)

    def word(self, text, x, y, w, h, colour, align=0.5):
        """Small lettering inside a box; any word where `text` is None."""
        masks = self.atlas.words.get(text) if text else None
        if not masks:
            if not self.atlas.words or text:
                return
            masks = self.atlas.words[self.draw.choice(list(self.atlas.words))]
        mask = self.draw.choice(masks)
        natural = mask.shape[1] * h / mask.shape[0] * self.draw.uniform(0.85, 1.3)
        wide = min(w, natural)
        tall = h if wide > 0.7 * natural else h * max(0.5, wide / natural * 1.2)
        self.stamp(mask, x + (w - wide) * align, y + (h - tall) / 2, wide, tall, colour)

    def letters(self, text, x, y, w, h, colour):
        """Lettering of any text (a string, or symbols) in the glyphs of plates, centred in a box."""
        font, which = self.draw.choice(self.atlas.faces or self.atlas.dies), self.draw.random()
        masks = [font.get(c) if c in font else self.atlas.other(c, which) for c in (text.upper() if isinstance(text, str) else text)]
        gap = h * self.draw.choice([0.08, 0.15, 0.3, 0.8])
        widths = [gap * 3 if mask is None else mask.shape[1] * h / mask.shape[0] + gap for mask in masks]
        squeeze = min(1.0, w / max(sum(widths), 1e-6))
        tall = h if squeeze > 0.6 else h * squeeze / 0.6
        x += (w - sum(widths) * squeeze) / 2
        for mask, wide in zip(masks, widths):
            if mask is not None:
                self.stamp(mask, x, y + (h - tall) / 2, (wide - gap) * squeeze, tall, colour)
            x += wide * squeeze

    def caption(self, names, x, y, w, h, colour):
        """A large line that is not the text: one of `names` as a strip, or it or any words in the glyphs of plates."""
        draw = self.draw
        if draw.random() < 0.5:
            self.word(draw.choice(names), x, y, w, h, colour)
        else:
            text = draw.choice(names) if draw.random() < 0.5 else " ".join(draw.choice(WORDS) for _ in range(draw.choice([1, 1, 2, 3])))
            self.letters(text, x, y, w, h, colour)

    def outline(self, x, y, w, h, colour, line):
        cv2.rectangle(self.image, (int(x), int(y)), (int(x + w), int(y + h)), [float(v) for v in colour], line)

    def sticker(self, x, y, w, h):
        colour = self.any_colour()
        self.fill(x, y, w, h, colour)
        self.word(self.draw.choice(MONTHS + YEARS), x + w * 0.07, y + h * 0.14, w * 0.87, h * 0.72, (235, 235, 235) if np.mean(colour) < 110 else (20, 20, 20))

    def wash(self, strength):
        """A soft random pattern over all: printed backgrounds, reflections."""
        draw = self.draw
        rows, columns = draw.randint(2, 3), draw.randint(2, 6)
        small = np.array([draw.random() - 0.5 for _ in range(rows * columns * 3)], np.float32).reshape(rows, columns, 3)
        if draw.random() < 0.4:
            small = np.repeat(small.mean(2, keepdims=True), 3, 2)
        self.image += cv2.resize(small, (self.width, self.height), interpolation=cv2.INTER_CUBIC) * strength

    def gradient(self, colour, power, from_top):
        weight = np.linspace(0, 1, self.height, dtype=np.float32)[:, None, None] ** power
        weight = (weight[::-1] if from_top else weight) * 0.9
        self.image += (np.asarray(colour, np.float32) - self.image) * weight

    def scenery(self, colour):
        """What is printed behind a text: hills, a sun, stripes, one half in another colour."""
        draw, w, h = self.draw, self.width, self.height
        kind = draw.random()
        if kind < 0.5:
            level = h * draw.uniform(0.35, 0.9)
            ridge = [(w * k / 6, level + h * draw.uniform(-0.2, 0.2)) for k in range(7)]
            self.polygon(ridge + [(w, h), (0, h)], colour)
        elif kind < 0.65:
            self.disc(w * draw.random(), h * draw.random(), h * draw.uniform(0.15, 0.5), colour)
        elif kind < 0.8:
            for k in range(draw.randint(2, 6)):
                self.fill(0, h * k / 6, w, h * draw.uniform(0.03, 0.1), colour)
        else:
            cut = w * draw.uniform(0.2, 0.8)
            self.polygon([(cut, 0), (w, 0), (w, h), (cut + h * draw.uniform(-1, 1), h)], colour)

    def disc(self, x, y, radius, colour, line=-1):
        cv2.circle(self.image, (int(x), int(y)), max(1, int(radius)), [float(v) for v in colour], line, cv2.LINE_AA)

    def polygon(self, points, colour):
        cv2.fillPoly(self.image, [np.asarray(points, np.float32).round().astype(np.int32)], [float(v) for v in colour], cv2.LINE_AA)

    def any_colour(self):
        return [self.draw.randint(0, 255) for _ in range(3)]

    def icon(self, x, y, w, h, colour=None, kinds=None):
        """A graphic that is no character: emblem, state outline, star, heart, wheelchair, orange, tree, stacked small letters."""
        colour = self.any_colour() if colour is None else colour
        self.draw.choice(kinds or _ICONS)(self, x, y, max(4, w), max(4, h), colour)


def _star(c, x, y, w, h, colour):
    points = [(x + w / 2 + w / 2 * r * math.sin(k * math.pi / 5), y + h / 2 - h / 2 * r * math.cos(k * math.pi / 5)) for k, r in enumerate([1, 0.42] * 5)]
    c.polygon(points, colour)


def _outline(c, x, y, w, h, colour):
    n = c.draw.randint(5, 12)
    points = [(x + w / 2 * (1 + math.cos(k * 6.283 / n) * c.draw.uniform(0.45, 1)), y + h / 2 * (1 + math.sin(k * 6.283 / n) * c.draw.uniform(0.45, 1))) for k in range(n)]
    if c.draw.random() < 0.7:
        c.polygon(points, colour)
    else:
        cv2.polylines(c.image, [np.array(points, np.float32).round().astype(np.int32)], True, [float(v) for v in colour], 1, cv2.LINE_AA)


def _heart(c, x, y, w, h, colour):
    r = min(w, h) / 4
    c.disc(x + w / 2 - r, y + h / 2 - r / 2, r, colour)
    c.disc(x + w / 2 + r, y + h / 2 - r / 2, r, colour)
    c.polygon([(x + w / 2 - 1.9 * r, y + h / 2), (x + w / 2 + 1.9 * r, y + h / 2), (x + w / 2, y + h / 2 + 2.2 * r)], colour)


def _seal(c, x, y, w, h, colour):
    r = min(w, h) / 2
    c.disc(x + w / 2, y + h / 2, r, colour, -1 if c.draw.random() < 0.7 else max(1, int(r / 4)))
    if c.draw.random() < 0.7:
        c.disc(x + w / 2, y + h / 2, r * 0.5, c.any_colour())


def _two_seals(c, x, y, w, h, colour):
    r = min(w, h / 2) / 2
    for centre in (y + h * 0.27, y + h * 0.75):
        c.disc(x + w / 2, centre, r, colour)
        c.disc(x + w / 2, centre, r * 0.55, c.any_colour())


def _orange(c, x, y, w, h, colour):
    r = min(w, h) / 3.2
    c.polygon([(x + w * 0.5, y), (x + w, y + h * 0.25), (x + w * 0.45, y + h * 0.45)], (70, 140, 60))
    c.disc(x + w * 0.4, y + h * 0.6, r, (30, 120, 235))
    c.disc(x + w * 0.7, y + h * 0.7, r, (20, 100, 225))


def _tree(c, x, y, w, h, colour):
    for k in range(3):
        c.polygon([(x + w / 2, y + h * k * 0.25), (x + w * (0.3 - 0.1 * k), y + h * (0.35 + 0.25 * k)), (x + w * (0.7 + 0.1 * k), y + h * (0.35 + 0.25 * k))], colour)


def _wheelchair(c, x, y, w, h, colour):
    if c.draw.random() < 0.5:
        c.fill(x, y, w, h, (170, 90, 20))
        colour = (240, 240, 240)
    line, r = max(1, int(min(w, h) / 9)), min(w, h)
    tone = [float(v) for v in colour]
    c.disc(x + w * 0.42, y + h * 0.14, r * 0.1, colour)
    cv2.ellipse(c.image, (int(x + w * 0.45), int(y + h * 0.66)), (max(2, int(r * 0.28)),) * 2, 0, -60, 230, tone, line, cv2.LINE_AA)
    path = np.array([(x + w * .42, y + h * .25), (x + w * .45, y + h * .55), (x + w * .7, y + h * .55), (x + w * .82, y + h * .88)], np.float32)
    cv2.polylines(c.image, [path.round().astype(np.int32)], False, tone, line, cv2.LINE_AA)


def _flag(c, x, y, w, h, colour):
    for k in range(3):
        if c.draw.random() < 0.5:
            c.fill(x, y + h * k / 3, w, h / 3, c.any_colour())
        else:
            c.fill(x + w * k / 3, y, w / 3, h, c.any_colour())


def _stacked(c, x, y, w, h, colour):
    font, rows = c.draw.choice(c.atlas.dies), c.draw.choice([2, 2, 3])
    for k in range(rows):
        mask = font[c.draw.choice("ABCDEFGHJKLMNPRSTUVWXYZ0123456789")]
        tall = h / rows * 0.82
        wide = min(w, mask.shape[1] * tall / mask.shape[0])
        c.stamp(mask, x + (w - wide) / 2, y + h * k / rows, wide, tall, colour)


def _sticker(c, x, y, w, h, colour):
    c.fill(x, y, w, h, c.any_colour())
    c.word(None, x + 1, y + h * 0.25, w - 2, h * 0.5, (20, 20, 20) if c.draw.random() < 0.6 else (240, 240, 240))


_ICONS = (_star, _outline, _outline, _heart, _seal, _two_seals, _orange, _tree, _wheelchair, _flag, _stacked, _sticker)
SHAPES = (_star, _outline, _outline, _heart, _tree)  # those of one colour
