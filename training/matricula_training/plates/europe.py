"""Plates of Europe: a blue band, one row or two."""
import numpy as np

from matricula_training.plates import layouts, words
from matricula_training.plates.chosen import chosen
from matricula_training.plates.design import BLACK, BLUE, GREEN, RED, WHITE, YELLOW, Design, plain, tone, two_row_design

_DASHED = {"fr", "nl", "pt", "hu", "lt", "lv", "fi", "ro", "hr", "sk", "rs", "me", "mk", "dk", "tr"}
_SEALED = {"de", "at", "hr", "si", "sk", "rs", "ch", "cz", "me", "mk", "xk", "no", "pl", "hu", "ro"}
_EUROPE = sorted(set(words.BAND) - {"gb"})
_BUSY = ["de", "de", "fr", "fr", "it", "es", "nl", "pl", "pt", "at", "be", "cz", "se", "hu", "ro", "sk", "ua", "tr", "bg", "hr", "fi", "no", "dk", "lt", "rs", "ch", "ie", "gr"]


def european(draw, texts, rows=1):
    code = draw.choice(_BUSY) if draw.random() < 0.65 else draw.choice(_EUROPE)
    text = texts.draw(code, draw) if draw.random() < 0.93 else chosen(draw)
    if not text:
        return european(draw, texts, rows)
    between = ["-", "-", " "] if code in _DASHED else ["", " "]
    if code in _SEALED:
        between = between + ["|", "|"] if code != "de" else ["|", "|", " ", "-"]
    background, ink = _european_colours(draw, code)
    decoration = lambda canvas, design: _band(canvas, design, code, right=code in ("fr", "it") or draw.random() < 0.05)  # noqa: E731
    if rows == 1:
        return Design(code, layouts.one_row(text, between, draw), draw.uniform(4.0, 5.1) if draw.random() < 0.85 else draw.uniform(3.1, 4), background, ink,
                      decoration, holder=0.4, seal=(0.3, 0.6))
    return two_row_design(draw, code, text, background, ink, decoration)


def _european_colours(draw, code):
    kind = draw.random()
    if code in ("nl", "lu") and kind < 0.85:
        return tone(draw, YELLOW), tone(draw, BLACK)
    if code == "be":
        return tone(draw, WHITE), tone(draw, RED)
    for limit, background, ink in ((0.03, YELLOW, BLACK), (0.05, BLACK, WHITE), (0.08, WHITE, RED), (0.1, BLUE, WHITE), (0.13, WHITE, GREEN), (0.14, (90, 190, 110), BLACK), (0.155, RED, WHITE)):
        if kind < limit:
            return tone(draw, background), tone(draw, ink)
    return tone(draw, WHITE), tone(draw, BLACK if draw.random() < 0.85 else (90, 40, 30))


def _band(canvas, design, code, right=False):
    """The blue band with stars and country letters, sometimes one on the right with a small number that is not read."""
    draw, w, h = canvas.draw, canvas.width, canvas.height
    margin, left, end = draw.uniform(0.07, 0.15), 0.025, 0.025
    tall = h if canvas.width / canvas.height > 2.5 or draw.random() < 0.3 else h * draw.uniform(0.4, 0.6)
    wide = min(0.12, draw.uniform(0.07, 0.095) * (1 if canvas.width / canvas.height > 2.5 else 1.5))
    if draw.random() < 0.8:
        colour = tone(draw, (150, 60, 10)) if draw.random() < 0.9 else design.background
        canvas.fill(0, 0, w * wide, tall, colour)
        bright = (230, 230, 230) if np.mean(colour) < 130 else design.ink
        canvas.word(words.BAND.get(code), w * wide * 0.15, tall * draw.uniform(0.58, 0.7), w * wide * 0.7, tall * 0.22, bright)
        if draw.random() < 0.75:
            canvas.disc(w * wide / 2, tall * 0.3, w * wide * 0.27, (40 if draw.random() < 0.7 else 200, 210, 235), draw.choice([1, 2, -1]))
        left = wide + 0.015
    if right:
        canvas.fill(w * 0.925, 0, w * 0.08, h, tone(draw, (150, 60, 10)) if draw.random() < 0.85 else tone(draw, YELLOW))
        canvas.word(draw.choice(words.SMALL[1:14]), w * 0.933, h * 0.62, w * 0.055, h * 0.2, (230, 230, 230))
        if draw.random() < 0.5:
            canvas.disc(w * 0.96, h * 0.3, w * 0.02, (60, 210, 235), 1)
        end = 0.085
    return w * left, h * margin, w * (1 - left - end), h * (1 - 2 * margin)


def british(draw, texts):
    text = texts.draw("gb", draw) if draw.random() < 0.93 else chosen(draw)
    yellow = draw.random() < 0.5
    between = [" ", " ", ""]
    decoration = lambda canvas, design: _band(canvas, design, "gb") if draw.random() < 0.4 else plain(canvas, design)  # noqa: E731
    if draw.random() < 0.12:
        return two_row_design(draw, "gb", text, tone(draw, YELLOW if yellow else WHITE), tone(draw, BLACK), decoration)
    return Design("gb", layouts.one_row(text, between, draw), draw.uniform(4.4, 4.9), tone(draw, YELLOW if yellow else WHITE), tone(draw, BLACK), decoration, holder=0.25)
