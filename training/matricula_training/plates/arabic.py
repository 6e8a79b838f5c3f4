"""Plates with Arabic letters or digits, read from left to right as they stand."""
from matricula_training.plates.asia import digits
from matricula_training.plates.design import BLACK, BLUE, GREEN, RED, WHITE, YELLOW, Design, plain, tone
from matricula_training.plates.scripts import ARABIC_DIGITS, EGYPT, IRAN, PERSIAN_DIGITS, TUNIS

_EGYPTIAN = "ابجدرسصطعفقلمنهوى"
_IRANIAN = "ابپتثجدزسشصطعفقكگلمنوهى"
_MOROCCAN = "أبدهوطج"
# Saudi letters and the Latin ones that stand below them.
_SAUDI = dict(zip("ابحدرسصطعقكلمنهوى", "ABJDRSXTEGKLZNHUV"))


def _from(signs, draw, count):
    return [draw.choice(signs) for _ in range(count)]


def tunisian(draw, texts):
    row = digits(draw, draw.choice([2, 3, 3])) + [" ", TUNIS, " "] + digits(draw, draw.choice([3, 4, 4, 4]))
    colours = ((BLACK, WHITE) if draw.random() < 0.93 else (WHITE, BLUE))
    return Design("tn", [row], draw.uniform(3.2, 4.8), tone(draw, colours[0]), tone(draw, colours[1]), plain, border=0.9)


def egyptian(draw, texts):
    """A coloured head with the country's name, below it the number at the left and up to three letters at the right."""
    letters = [s for letter in _from(_EGYPTIAN, draw, draw.choice([2, 3, 3])) for s in (" ", letter)]
    row = _from(ARABIC_DIGITS[1:], draw, draw.choice([3, 3, 4, 4])) + [" "] + letters

    def decoration(canvas, design):
        w, h, top = canvas.width, canvas.height, draw.uniform(0.25, 0.38)
        canvas.fill(0, 0, w, h * top, tone(draw, draw.choice([(190, 130, 40), (190, 130, 40), (40, 120, 235), (60, 60, 190), (150, 150, 150), (80, 150, 60)])))
        canvas.word("Egypt", w * 0.08, h * 0.05, w * 0.35, h * top * 0.7, BLACK)
        canvas.letters((EGYPT,), w * 0.58, h * 0.04, w * 0.32, h * top * 0.8, BLACK)
        return w * 0.04, h * (top + 0.06), w * 0.92, h * (0.88 - top)

    return Design("eg", [row], draw.uniform(1.9, 2.3), tone(draw, WHITE), tone(draw, BLACK), decoration, fill=(0.85, 1.0), foreign_width=(0.3, 0.7), foreign_height=(0.9, 1.4))


def iranian(draw, texts):
    """At the right the region's number under the country's name."""
    two, three = _from(PERSIAN_DIGITS[1:], draw, 2), _from(PERSIAN_DIGITS[1:], draw, 3)
    row = two + [" ", draw.choice(_IRANIAN), " "] + three + [" ", ((IRAN,), tuple(_from(PERSIAN_DIGITS[1:], draw, 2)))]
    background, ink = draw.choice([(WHITE, BLACK)] * 6 + [(YELLOW, BLACK), (RED, WHITE), (GREEN, WHITE)])

    def decoration(canvas, design):
        w, h = canvas.width, canvas.height
        canvas.fill(0, 0, w * 0.07, h, tone(draw, (150, 60, 20)))
        canvas.fill(w * 0.01, h * 0.1, w * 0.05, h * 0.2, (80, 160, 60))
        canvas.word("IR", w * 0.01, h * 0.6, w * 0.05, h * 0.25, WHITE)
        return w * 0.09, h * 0.1, w * 0.89, h * 0.8

    return Design("ir", [row], draw.uniform(4.2, 5.0), tone(draw, background), tone(draw, ink), decoration, fill=(0.9, 1.0), foreign_width=(0.4, 0.8), foreign_height=(0.9, 1.3))


def moroccan(draw, texts):
    row = digits(draw, draw.choice([3, 4, 5, 5])) + [" ", draw.choice(_MOROCCAN), " "] + digits(draw, draw.choice([1, 2, 2]))
    if draw.random() < 0.15:
        cut = row.index(" ")
        return Design("ma", [row[:cut], row[cut + 1:]], draw.uniform(1.3, 1.6), tone(draw, WHITE), tone(draw, BLACK), plain, row_heights=(1.0, 1.0), foreign_width=(0.4, 0.8))
    return Design("ma", [row], draw.uniform(4.2, 5.0), tone(draw, WHITE), tone(draw, BLACK), plain, foreign_width=(0.4, 0.8), foreign_height=(0.9, 1.4))


def saudi(draw, texts):
    """The same text twice, in Arabic above and in Latin below, which is what is read; the name of the kingdom at the right."""
    arabic = _from(list(_SAUDI), draw, 3)
    number = _from("0123456789", draw, draw.choice([3, 4, 4, 4]))
    below = number + [" ", " "] + [_SAUDI[letter] for letter in reversed(arabic)]
    above = [ARABIC_DIGITS[int(d)] for d in number] + [" "] * 3 + list(reversed(arabic))

    def decoration(canvas, design):
        w, h = canvas.width, canvas.height
        canvas.letters(above, w * 0.05, h * 0.06, w * 0.8, h * 0.36, design.ink)
        canvas.fill(w * 0.03, h * 0.47, w * 0.84, max(1, h * 0.02), design.ink)
        canvas.word("KSA", w * 0.9, h * 0.3, w * 0.08, h * 0.3, design.ink)
        return w * 0.05, h * 0.52, w * 0.8, h * 0.42

    background = draw.choice([WHITE] * 4 + [YELLOW, (190, 150, 90)])
    return Design("sa", [below], draw.uniform(1.9, 2.4) if draw.random() < 0.5 else draw.uniform(4.2, 5.0), tone(draw, background), tone(draw, BLACK), decoration)
