"""Plates of North America and Australia: a name above, a slogan below, graphics, chosen texts, frames."""
import numpy as np

from matricula_training.plates import layouts, words
from matricula_training.plates.canvas import SHAPES
from matricula_training.plates.chosen import pieces
from matricula_training.plates.design import BLACK, BLUE, GREEN, NAVY, RED, WHITE, YELLOW, Design, tone

# region: (background, text, header, special). Special: band = coloured bands, fade = gradient, middle = graphic between groups.
_STATES = {
    "us-ca": (WHITE, NAVY, RED, ""), "us-tx": (WHITE, BLACK, BLACK, "middle"), "us-fl": (WHITE, GREEN, GREEN, "orange"),
    "us-ny": (YELLOW, NAVY, NAVY, "middle"), "us-il": (WHITE, RED, NAVY, ""), "us-pa": (WHITE, NAVY, WHITE, "band"),
    "us-oh": (WHITE, NAVY, NAVY, "fade"), "us-ga": (WHITE, BLACK, NAVY, "middle"), "us-nc": (WHITE, NAVY, RED, ""),
    "us-mi": (WHITE, NAVY, NAVY, "band"), "us-nj": ((150, 225, 240), BLACK, BLACK, "fade"), "us-va": (WHITE, NAVY, NAVY, ""),
    "us-wa": (WHITE, NAVY, NAVY, "fade"), "us-az": ((200, 150, 170), (90, 60, 20), (120, 120, 20), "fade"), "us-ma": (WHITE, RED, NAVY, ""),
    "us-tn": (NAVY, WHITE, WHITE, ""), "us-md": (WHITE, BLACK, BLACK, "middle"), "us-co": (GREEN, WHITE, WHITE, "fade"),
    "us-nv": ((215, 200, 180), NAVY, NAVY, "fade"), "us-or": ((220, 205, 190), NAVY, NAVY, "tree"), "us-ct": ((220, 200, 170), BLACK, NAVY, "fade"),
    "us-nm": ((190, 170, 20), RED, YELLOW, "middle"), "us-mn": ((225, 205, 180), NAVY, NAVY, ""), "us-wi": (WHITE, BLACK, RED, ""),
    "us-ut": (WHITE, NAVY, RED, "fade"), "us-la": (WHITE, NAVY, RED, "fade"), "us-me": (WHITE, BLACK, GREEN, "tree"),
    "us-nh": (WHITE, GREEN, GREEN, "fade"), "us-vt": (GREEN, WHITE, WHITE, ""), "us-id": (WHITE, NAVY, RED, "fade"), "us-dc": (WHITE, NAVY, RED, ""),
    "ca-on": (WHITE, NAVY, NAVY, "middle"), "ca-qc": (WHITE, NAVY, NAVY, "middle"), "ca-bc": (WHITE, NAVY, NAVY, "middle"), "ca-ab": (WHITE, RED, RED, ""),
    "au-nsw": (YELLOW, BLACK, BLACK, ""), "au-vic": (WHITE, NAVY, NAVY, ""), "au-qld": (WHITE, (40, 30, 110), (40, 30, 110), ""),
}
_OTHER_STATES = sorted(code for code in words.SLOGANS if code[:3] in ("us-", "ca-", "au-") and code not in _STATES)
_DARK = [BLACK, NAVY, RED, GREEN, (80, 20, 90), (20, 60, 140), (130, 60, 10)]


def state_plate(draw, texts):
    code = draw.choice(list(_STATES)) if draw.random() < 0.6 else draw.choice(_OTHER_STATES)
    background, ink, header, special = _STATES.get(code) or (WHITE, draw.choice(_DARK), draw.choice(_DARK), draw.choice(["", "fade", "middle", "band"]))
    if draw.random() < 0.4:
        background, ink, header, special = _special_issue(draw)
    background, ink, header = (tone(draw, colour) for colour in (background, ink, header))
    rows = _chosen_row(draw) if draw.random() < 0.45 else _usual_row(draw, texts, code, special)
    if draw.random() < 0.07:  # stacked small letters or an emblem before or behind the text
        rows[0].insert(draw.choice([0, len(rows[0])]), "|")

    def decoration(canvas, design):
        return _decorate(canvas, design, code, header, special)

    return Design(code, rows, draw.uniform(1.85, 2.15), background, ink, decoration, fill=(0.72, 1.0), seal=(0.3, 0.6), printed=0.25,
                  gap=(0.05, 0.26), emboss=0.6, frame=0.45, stuck=0.15, border=0.25, bolts=(0, 2, 2, 4))


def _special_issue(draw):
    """Any colours, some light on dark, some nearly the same for text and background."""
    background, ink = [draw.randint(120, 255) for _ in range(3)], draw.choice(_DARK)
    if draw.random() < 0.3:
        background, ink = ink, tone(draw, draw.choice([WHITE, YELLOW, (200, 240, 250)]))
    if draw.random() < 0.2:
        ink = [v + (draw.uniform(45, 90) if np.mean(background) < 110 else -draw.uniform(45, 90)) for v in background]
    header = ink if draw.random() < 0.6 else draw.choice(_DARK)
    return background, ink, header, draw.choice(["", "fade", "fade", "scenery", "middle", "band", "tree", "orange", "side"])


def _chosen_row(draw):
    """A chosen text, its words apart or with a graphic between them, or with one anywhere in it."""
    parts = pieces(draw)
    between = draw.choice(["", "", " ", " ", "-", "|"])
    row = list(between.join(parts) if sum(map(len, parts)) < 8 else "".join(parts))
    if len(row) < 7 and draw.random() < 0.15:
        row.insert(draw.randint(0, len(row)), draw.choice(" ||"))
    return [row]


def _usual_row(draw, texts, code, special):
    text = texts.draw(code, draw)
    if not text:
        return _chosen_row(draw)
    between = ["", " ", "-", "."] if special not in ("middle", "tree", "orange") else ["|"]
    if special == "middle" and draw.random() < 0.4:
        between = ["", "-", " "]
    return layouts.one_row(text, between if len(text) < 8 or between == ["|"] else [""], draw)


def _decorate(canvas, design, code, header, special):
    draw, w, h = canvas.draw, canvas.width, canvas.height
    top, bottom, left = draw.uniform(0.2, 0.34), draw.uniform(0.14, 0.3), 0.03
    if special == "band":
        header = _bands(canvas, top, bottom)
    elif special == "side":
        left = draw.uniform(0.15, 0.3)
        canvas.icon(w * 0.02, h * draw.uniform(0.15, 0.3), w * (left - 0.03), h * draw.uniform(0.4, 0.6))
    elif special:
        _print_background(canvas, design, special)
    for _ in range(draw.choice([0, 0, 0, 1, 2])):
        canvas.icon(w * draw.uniform(0, 0.85), h * draw.choice([draw.uniform(0, 0.1), draw.uniform(0.72, 0.85)]), w * draw.uniform(0.06, 0.16), h * draw.uniform(0.1, 0.22))
    if draw.random() < 0.15:  # a graphic behind the text
        colour = _between(design.background, canvas.any_colour(), draw.uniform(0.2, 0.5))
        canvas.icon(w * draw.uniform(0.1, 0.7), h * draw.uniform(0.15, 0.3), w * draw.uniform(0.12, 0.35), h * draw.uniform(0.4, 0.6), colour, SHAPES)
        _keep_readable(canvas, design, h * 0.25, h * 0.75)
    _lettering(canvas, design, code, header, top, bottom)
    for x, y in ((0.02, 0.03), (0.86, 0.03), (0.02, 0.83), (0.86, 0.83)):
        if draw.random() < 0.3:
            canvas.sticker(w * x, h * y, w * 0.12, h * 0.14)
    return w * left, h * top, w * (0.97 - left), h * (1 - top - bottom)


def _bands(canvas, top, bottom):
    """Coloured bands above and below; the colour of the name on them."""
    draw, w, h = canvas.draw, canvas.width, canvas.height
    colour = tone(draw, draw.choice([NAVY, RED, GREEN, BLUE, YELLOW]))
    canvas.fill(0, 0, w, h * top * 0.85, colour)
    canvas.fill(0, h * (1 - bottom * 0.85), w, h * bottom, colour if draw.random() < 0.5 else tone(draw, YELLOW))
    return WHITE if np.mean(colour) < 130 else NAVY


def _print_background(canvas, design, special):
    draw = canvas.draw
    other = canvas.any_colour() if draw.random() < 0.6 else design.background
    if special == "fade":
        canvas.gradient(other, draw.uniform(0.7, 3), draw.random() < 0.5)
    if special == "scenery":
        for _ in range(draw.randint(1, 3)):
            canvas.scenery(_between(design.background, canvas.any_colour(), draw.uniform(0.3, 0.8)))
    if special in ("fade", "scenery") and draw.random() < 0.5:
        canvas.wash(draw.uniform(20, 110))
    _keep_readable(canvas, design, 0, canvas.height)


def _between(colour, other, share):
    return [(1 - share) * a + share * b for a, b in zip(colour, other)]


def _keep_readable(canvas, design, top, bottom):
    """What is printed between two heights may not swallow the text: it is faded, or the ink becomes black or white."""
    part = canvas.image[int(top):int(bottom)]
    mean = part.mean((0, 1))
    if np.abs(mean - np.asarray(design.ink)).max() < 45:
        design.ink = tone(canvas.draw, BLACK if mean.mean() > 120 else WHITE)
    near = (np.abs(part - np.asarray(design.ink, np.float32)).max(2) < 45).mean()
    if near > 0.04:
        part += (mean - part) * 0.6


def _lettering(canvas, design, code, header, top, bottom):
    """Name and slogan, sometimes as large as the places allow and in the glyphs of plates."""
    draw, w, h = canvas.draw, canvas.width, canvas.height
    name, slogan = words.SLOGANS[code]
    large = draw.random() < 0.2
    if draw.random() < 0.92:
        tall = h * top * (0.85 if large else draw.uniform(0.55, 0.9))
        (canvas.letters if draw.random() < 0.25 else canvas.word)(name.upper() if large else name, w * 0.16, h * 0.03, w * 0.68, tall, header)
    if draw.random() < 0.7:
        tall = h * bottom * (draw.uniform(0.65, 0.85) if large else draw.uniform(0.45, 0.75))
        colour = header if draw.random() < 0.6 else design.ink
        if slogan and draw.random() < 0.7:
            canvas.word(slogan, w * 0.12, h * 0.97 - tall, w * 0.76, tall, colour)
        else:
            canvas.caption([name], w * 0.12, h * 0.97 - tall, w * 0.76, tall, colour)
