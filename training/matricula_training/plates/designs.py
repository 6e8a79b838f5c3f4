"""Plate designs by family: colours, proportions, bands, headers, graphics, and the texts that stand on them."""
import numpy as np

from matricula_training.plates import arabic, asia, layouts, words
from matricula_training.plates.chosen import chosen
from matricula_training.plates.design import BLACK, BLUE, GREEN, GREY, RED, WHITE, YELLOW, Design, plain, tone, two_row_design
from matricula_training.plates.europe import british, european
from matricula_training.plates.layouts import MARKS  # noqa: F401  (the renderer asks for it here)
from matricula_training.plates.states import state_plate


def choose(draw, texts, favoured=None):
    """A design and its text. `favoured`: {family: factor}, families drawn so many times as often."""
    shares = [share * (favoured or {}).get(name, 1.0) for share, name, _ in FAMILIES]
    kind, total = draw.random() * sum(shares), 0.0
    for share, (_, _, family) in zip(shares, FAMILIES):
        total += share
        if kind < total:
            return family(draw, texts)
    raise AssertionError("the shares cover all")


# ---- South America -------------------------------------------------------------------------------------------------
def _old_brazilian(draw, texts):
    text = "".join(draw.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(3)) + "".join(draw.choice("0123456789") for _ in range(4))
    background, ink = draw.choice([(GREY, BLACK)] * 6 + [(RED, WHITE), (BLACK, WHITE), (WHITE, BLACK), ((175, 185, 188), (60, 60, 60))])

    def decoration(canvas, design):
        w, h, top = canvas.width, canvas.height, draw.uniform(0.22, 0.32)
        if draw.random() < 0.6:
            canvas.fill(w * 0.15, h * 0.05, w * 0.7, h * (top - 0.08), [0.75 * a + 0.25 * b for a, b in zip(design.background, design.ink)], draw.random())
        canvas.word(draw.choice(words.TOWNS), w * 0.2, h * 0.07, w * 0.6, h * draw.uniform(0.1, 0.17), design.ink)
        return w * 0.03, h * top, w * 0.94, h * (0.94 - top)

    if draw.random() < 0.15:
        return Design("br", [list(text[:3]), list(text[3:])], draw.uniform(1.1, 1.3), tone(draw, background), tone(draw, ink), decoration, fill=(0.75, 0.98), row_heights=(1.0, 1.0))
    return Design("br", [list(text[:3] + draw.choice([".", "-", ".", " "]) + text[3:])], draw.uniform(2.7, 3.2), tone(draw, background), tone(draw, ink), decoration, seal=(0.2, 0.4), holder=0.2)


def _mercosur(draw, texts):
    code, name = draw.choice([("br", "Brasil"), ("br", "Brasil"), ("ar", "Republica Argentina"), ("ar", "Argentina"), ("uy", "Uruguay"), ("py", "Republica del Paraguay")])
    letters, digits = (lambda n: "".join(draw.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(n))), (lambda n: "".join(draw.choice("0123456789") for _ in range(n)))
    text = {"br": letters(3) + digits(1) + letters(1) + digits(2), "ar": letters(2) + digits(3) + letters(2), "uy": letters(3) + digits(4), "py": letters(4) + digits(3)}[code]
    ink = BLACK if draw.random() < 0.8 else draw.choice([RED, BLUE, GREEN])

    def decoration(canvas, design):
        w, h, top = canvas.width, canvas.height, draw.uniform(0.22, 0.27)
        canvas.fill(0, 0, w, h * top, tone(draw, (150, 60, 10)))
        canvas.word(name, w * 0.25, h * 0.05, w * 0.5, h * (top - 0.09), (235, 235, 235))
        canvas.icon(w * 0.88, h * 0.04, w * 0.08, h * (top - 0.08))
        if draw.random() < 0.5:
            canvas.word(None, w * 0.02, h * 0.75, w * 0.06, h * 0.12, design.ink)
        return w * 0.05, h * (top + 0.05), w * 0.92, h * (0.89 - top)

    if draw.random() < 0.12:
        return Design(code, layouts.two_rows(text, draw), draw.uniform(1.15, 1.45), tone(draw, WHITE), tone(draw, ink), decoration, fill=(0.7, 0.98), row_heights=(1.0, 1.0))
    return Design(code, layouts.one_row(text, ["", " ", ""], draw), draw.uniform(2.9, 3.2), tone(draw, WHITE), tone(draw, ink), decoration, holder=0.2)


def _argentine(draw, texts):
    """White on black in a white frame, name above."""
    text = texts.draw("ar", draw)

    def decoration(canvas, design):
        w, h = canvas.width, canvas.height
        canvas.fill(w * 0.04, h * 0.17, w * 0.92, h * 0.76, tone(draw, (30, 28, 28)))
        canvas.word("Argentina", w * 0.25, h * 0.02, w * 0.5, h * 0.13, (130, 60, 20))
        return w * 0.07, h * 0.24, w * 0.86, h * 0.62

    return Design("ar", layouts.one_row(text, ["|", " ", "-"], draw), draw.uniform(2.2, 2.9), tone(draw, (215, 215, 215)), tone(draw, (225, 225, 225)), decoration, seal=(0.2, 0.4))


# ---- Asia -----------------------------------------------------------------------------------------------------------
def _indian(draw, texts):
    # The Bharat series is one of two patterns, but few have it.
    text = next(text for text in iter(lambda: texts.draw("in", draw), None) if text[2:4] != "BH" or draw.random() < 0.15)
    background, ink = draw.choice([(WHITE, BLACK)] * 6 + [(YELLOW, BLACK)] * 3 + [(BLACK, YELLOW), (GREEN, WHITE)])
    background, ink = tone(draw, background), tone(draw, ink)
    parts = layouts.groups(text)
    if draw.random() < 0.5:
        design = two_row_design(draw, "in", text, background, ink, _band_in)
        if len(parts) == 4 and len(parts[2]) == 2 and draw.random() < 0.4:  # the series stands upright before the number
            design.rows = [list("".join(parts[:2])), [tuple(parts[2])] + list(parts[3])]
            design.row_heights = (draw.uniform(0.7, 1.0), 1.0)
        return design
    between = draw.choice(["", " ", "-", ".", " "])
    return Design("in", [list(between.join(parts))], draw.uniform(3.3, 5.0), background, ink, _band_in, printed=0.7, stencil=0.1)


def _band_in(canvas, design):
    draw, w, h = canvas.draw, canvas.width, canvas.height
    margin, left = draw.uniform(0.06, 0.2), 0.03
    if draw.random() < 0.4:
        canvas.word("IND", w * 0.01, h * 0.55, w * 0.06, h * 0.15, (150, 60, 10))
        canvas.disc(w * 0.04, h * 0.35, w * 0.022, (180, 140, 80))
        left = 0.09
    if len(design.rows) == 2:
        design.stencil = 0.3
        if draw.random() < 0.3:  # painted between the rows
            canvas.fill(0, h * (margin + (1 - 2 * margin) * design.row_heights[0] / sum(design.row_heights)), w, h * draw.uniform(0.01, 0.04), tone(draw, draw.choice([RED, BLACK])))
    return w * left, h * margin, w * (0.97 - left), h * (1 - 2 * margin)


def _dark_plate(draw, texts):
    """White on black: Malaysia, Singapore, Indonesia before 2022 (with the month of expiry below), old plates."""
    code = draw.choice(["my", "my", "sg", "id", "id", "bn", "mu", "mo"])
    text = texts.draw(code, draw) or chosen(draw)

    def decoration(canvas, design):
        x, y, w, h = plain(canvas, design)
        if code != "id":
            return x, y, w, h
        canvas.word(draw.choice(words.SLOGANS["id"]), w * 0.3, canvas.height * 0.72, w * 0.4, canvas.height * 0.2, design.ink)
        return x, canvas.height * 0.08, w, canvas.height * 0.58

    if draw.random() < 0.2:
        return two_row_design(draw, code, text, tone(draw, BLACK), tone(draw, WHITE), plain)
    return Design(code, layouts.one_row(text, [" ", " ", ""], draw), draw.uniform(2.6, 5), tone(draw, BLACK), tone(draw, WHITE), decoration, printed=0.6)


# ---- the rest ------------------------------------------------------------------------------------------------------
_COLOURS = {"white on black": (BLACK, WHITE), "blue on white": (WHITE, BLUE), "black on yellow": (YELLOW, BLACK), "red on white": (WHITE, RED),
            "green on white": (WHITE, GREEN), "white on green": (GREEN, WHITE), "white on red": (RED, WHITE), "white on blue": (BLUE, WHITE)}


def _anywhere(draw, texts):
    """Any region with patterns, set out from what regions.yaml says of its sizes and colours."""
    code = draw.choice(texts.codes)
    entry, text = texts.entries[code], texts.draw(code, draw)
    if not text:
        return _anywhere(draw, texts)
    aspect = draw.choice(entry.get("aspect") or [2.0, 4.6, 3.0]) * draw.uniform(0.93, 1.07)
    said = draw.choice(entry.get("colours") or ["black on white"])
    background, ink = next((pair for name, pair in _COLOURS.items() if said.startswith(name)), (WHITE, BLACK))
    background, ink = tone(draw, background), tone(draw, ink)
    # Provinces of these countries have plates of their own; elsewhere they differ in the text only.
    code = code if code[:2] in ("us", "ca", "au") else entry.get("parent") or code
    if aspect < 1.8 or aspect < 2.2 and len(text) > 7:
        return two_row_design(draw, code, text, background, ink, _headed)
    return Design(code, layouts.one_row(text, ["", " ", "-", ".", "|"], draw), aspect, background, ink, _headed, frame=0.1, holder=0.15)


def _headed(canvas, design):
    draw, w, h = canvas.draw, canvas.width, canvas.height
    if canvas.width / canvas.height > 2.9 or draw.random() < 0.4:
        return plain(canvas, design)
    top, bottom = draw.uniform(0.12, 0.28), draw.uniform(0.06, 0.2)
    if draw.random() < 0.2:
        canvas.fill(0, 0, w, h * top * 0.85, canvas.any_colour())
    canvas.word(draw.choice(words.SLOGANS.get(design.region) or ("",)) or None, w * 0.2, h * 0.03, w * 0.6, h * top * 0.75, design.ink)
    if bottom > 0.12:
        canvas.word(None, w * 0.2, h * (1 - bottom * 0.85), w * 0.6, h * bottom * 0.65, design.ink)
    if draw.random() < 0.2:
        canvas.icon(w * draw.choice([0.02, 0.86]), h * draw.uniform(0, 0.7), w * 0.12, h * 0.25)
    return w * 0.03, h * top, w * 0.94, h * (1 - top - bottom)


def _motorcycle(draw, texts):
    """Small upright plates of two rows."""
    code = draw.choice(["in", "br", "it", "es", "de", "pl", "gb", "vn", "vn", "th", "id", "co", "ar", "cl", "fr", "nl", "cz", "pt", "be", "us-ca", "us-fl"])
    text = texts.draw(code, draw) or chosen(draw)
    background, ink = draw.choice([(WHITE, BLACK)] * 5 + [(YELLOW, BLACK), (BLACK, WHITE), (BLUE, WHITE), (RED, WHITE)])
    return two_row_design(draw, code, text, tone(draw, background), tone(draw, ink), _headed if draw.random() < 0.5 else plain)


def _unknown(draw, texts):
    """Texts in no format on plates of no country."""
    text = chosen(draw)
    background = tone(draw, [draw.randint(0, 255) for _ in range(3)])
    ink = tone(draw, WHITE if np.mean(background) < 120 else BLACK)
    if len(text) > 3 and draw.random() < 0.3:
        return two_row_design(draw, "unknown", text, background, ink, _headed)
    return Design("unknown", layouts.one_row(text, ["", " ", "-", ".", "|"], draw), draw.uniform(1.9, 5), background, ink, _headed, frame=0.2, holder=0.2)


# share, family
FAMILIES = (
    (0.33, "states", state_plate),
    (0.18, "european", european),
    (0.045, "two-row", lambda draw, texts: european(draw, texts, rows=2)),
    (0.04, "british", british),
    (0.04, "old-brazilian", _old_brazilian),
    (0.05, "mercosur", _mercosur),
    (0.015, "argentine", _argentine),
    (0.05, "chinese", asia.chinese),
    (0.02, "korean", asia.korean),
    (0.014, "japanese", asia.japanese),
    (0.014, "thai", asia.thai),
    (0.004, "mongolian", asia.mongolian),
    (0.012, "tunisian", arabic.tunisian),
    (0.01, "egyptian", arabic.egyptian),
    (0.01, "iranian", arabic.iranian),
    (0.006, "moroccan", arabic.moroccan),
    (0.01, "saudi", arabic.saudi),
    (0.05, "indian", _indian),
    (0.025, "dark", _dark_plate),
    (0.06, "anywhere", _anywhere),
    (0.02, "motorcycle", _motorcycle),
    (0.03, "unknown", _unknown),
)
