"""What is drawn for every plate: a design, its colours, its edge, bolts, frame and stickers."""
from dataclasses import dataclass
from typing import Callable

import numpy as np

from matricula_training.plates import layouts, words

WHITE, BLACK, NAVY, RED = (228, 228, 228), (26, 26, 26), (105, 45, 25), (45, 40, 175)
GREEN, YELLOW, BLUE, GREY = (70, 120, 25), (40, 195, 238), (160, 70, 15), (175, 175, 172)


@dataclass
class Design:
    """One plate to be drawn. Areas and positions are in pixels of the canvas.

    `rows` holds symbols, marks and stacks: a stack is a tuple of two rows (symbols, or tuples of them), one above the other in one
    place. Symbols of other scripts are `foreign_width` wide in parts of the row's height (None: as their font has them) and fill
    the part `foreign_height` of it.
    """
    region: str
    rows: list
    aspect: float
    background: tuple
    ink: tuple
    decoration: Callable
    fill: tuple = (0.82, 1.0)
    seal: tuple = (0.3, 0.7)
    printed: float = 0.45
    holder: float = 0.0
    row_heights: tuple = (1.0,)
    border: float = 0.4
    bolts: tuple = (0, 0, 2, 2, 4)
    frame: float = 0.0
    stuck: float = 0.0
    emboss: float = 0.4
    gap: tuple = (0.04, 0.17)
    stencil: float = 0.0
    foreign_width: tuple = None
    foreign_height: tuple = (1.0, 1.0)

    def decorate(self, canvas):
        """Draws all but the text; the area that is left for the text (x, y, w, h)."""
        return self.decoration(canvas, self)

    def finish(self, canvas, written):
        """What lies over the text, which fills the area `written` (x, y, w, h): the edge, bolts, stickers, a frame."""
        draw, w, h = canvas.draw, canvas.width, canvas.height
        if draw.random() < self.border:
            line = draw.randint(1, 3)
            for box in ((0, 0, w, line), (0, h - line, w, line), (0, 0, line, h), (w - line, 0, line, h)):
                canvas.fill(*box, self.ink)
        for _ in range(draw.choice(self.bolts)):
            tone = [draw.randint(0, 255)] * 3 if draw.random() < 0.7 else self.background
            canvas.disc(w * draw.choice([0.05, 0.18, 0.3, 0.5, 0.7, 0.82, 0.95]), h * draw.choice([0.07, 0.07, 0.93]), draw.uniform(1.5, 4), tone)
        if draw.random() < self.stuck:
            _sticker(canvas, written)
        if draw.random() < self.frame:
            _frame(canvas, written)


def tone(draw, colour, spread=14):
    """The colour, somewhat lighter or darker and a little off in hue."""
    light = draw.gauss(0, spread)
    return tuple(min(255.0, max(0.0, v + light + draw.gauss(0, spread / 3))) for v in colour)


def two_row_design(draw, code, text, background, ink, decoration):
    heights = (1.0, 1.0) if draw.random() < 0.7 else draw.choice([(0.7, 1.0), (1.0, 0.75), (0.55, 1.0)])
    return Design(code, layouts.two_rows(text, draw), draw.uniform(1.05, 1.75), background, ink, decoration, fill=(0.72, 0.98), row_heights=heights, holder=0.2, bolts=(0, 0, 2, 4))


def plain(canvas, design):
    """The decoration of a plate with nothing but its text, sometimes a small line below."""
    draw, w, h = canvas.draw, canvas.width, canvas.height
    top, bottom = draw.uniform(0.06, 0.2), draw.uniform(0.06, 0.2)
    if bottom > 0.14 and draw.random() < 0.5:
        canvas.word(None, w * 0.2, h * (1 - bottom * 0.8), w * 0.6, h * bottom * 0.7, design.ink)
    return w * 0.03, h * top, w * 0.94, h * (1 - top - bottom)


def _sticker(canvas, written):
    """A year's sticker that touches the text or lies over a corner of it, of a tenth of its height at most."""
    draw, (x, y, w, h) = canvas.draw, written
    wide, tall = canvas.width * draw.uniform(0.08, 0.15), canvas.height * draw.uniform(0.1, 0.22)
    over = h * draw.uniform(-0.05, 0.1)
    left = draw.choice([x - wide * draw.uniform(0.2, 0.9), x + w - wide * draw.uniform(0.1, 0.8)])
    canvas.sticker(left, draw.choice([y + over - tall, y + h - over]), wide, tall)


def _frame(canvas, written):
    """A dealer's frame over the plate's edge; in a third of the cases it reaches to the text or hides up to a tenth of its height."""
    draw, (x, y, wide, tall) = canvas.draw, written
    w, h = canvas.width, canvas.height
    dark = draw.random() < 0.65
    colour = tone(draw, (25, 25, 25) if dark else (180, 180, 180), 20) if draw.random() < 0.85 else canvas.any_colour()
    top, bottom, side = (h * draw.uniform(0.03, 0.15), h * draw.uniform(0.03, 0.17), w * draw.uniform(0.01, 0.04))
    if draw.random() < 0.35:
        top = y + tall * draw.uniform(-0.1, 0.1)
    if draw.random() < 0.35:
        bottom = h - y - tall + tall * draw.uniform(-0.1, 0.1)
    top, bottom, side = min(top, y + tall * 0.1), min(bottom, h - y - tall * 0.9), min(side, x + 2)
    for box in ((0, 0, w, top), (0, h - bottom, w, bottom), (0, 0, side, h), (w - side, 0, side, h)):
        canvas.fill(*box, colour)
    if draw.random() < 0.4:  # a bright or dark inner edge
        canvas.outline(side, top, w - 2 * side, h - top - bottom, tone(draw, draw.choice([WHITE, BLACK])), draw.randint(1, 2))
    ink = (225, 225, 225) if np.mean(colour) < 110 else (30, 30, 30)
    if draw.random() < 0.15:
        ink = canvas.any_colour()
    for edge, high in ((0, top), (h - bottom, bottom)):
        if high > h * 0.07 and draw.random() < 0.8:
            canvas.caption(words.DEALERS, w * 0.08, edge + high * 0.1, w * 0.84, high * draw.uniform(0.6, 0.85), ink)
