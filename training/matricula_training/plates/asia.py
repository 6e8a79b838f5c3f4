"""Plates of East and South East Asia with scripts of their own."""
from matricula_training.plates.design import BLACK, BLUE, GREEN, WHITE, YELLOW, Design, plain, tone
from matricula_training.plates.scripts import CYRILLIC, HANGUL_COMMERCIAL, HANGUL_MILITARY, HANGUL_PRIVATE, HANGUL_REGIONS, KANA, OFFICES, PROVINCES, THAI

_CHINESE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
# Where a plate of a vehicle with new energy has a letter that tells so.
_NEW_ENERGY = "ABCDEFGHJK"


def digits(draw, count):
    return [draw.choice("0123456789") for _ in range(count)]


def chinese(draw, texts):
    """All signs of a one-row plate are of one width, the province's too (GA 36: 45 x 90 mm)."""
    pattern = draw.choice(["?????", "DDDDD", "LDDDD", "DLDDD", "DDLDD", "LLDDD", "LDDLD", "LDDDL", "LDLDD", "DDDDL", "LDDDDD", "DDDDDL"])
    pick = {"L": _CHINESE_LETTERS, "D": "0123456789", "?": _CHINESE_LETTERS + "0123456789"}
    serial = [draw.choice(pick[c]) for c in pattern]
    if len(serial) == 6:
        serial[pattern.index("L")] = draw.choice(_NEW_ENERGY)
    head = [draw.choice(PROVINCES), draw.choice(_CHINESE_LETTERS)]
    tail = [draw.choice("挂学警港澳")] if draw.random() < 0.05 else []
    serial = serial[:4] + tail if tail else serial
    background, ink = draw.choice([(BLUE, WHITE)] * 6 + [(YELLOW, BLACK), (YELLOW, BLACK), (WHITE, BLACK), (BLACK, WHITE)])
    background = (175, 75, 20) if background == BLUE else background
    green = len(serial) == 6

    def decoration(canvas, design):
        if green:
            canvas.gradient((235, 240, 235), 1.5, True)
        w, h = canvas.width, canvas.height
        return w * 0.03, h * 0.12, w * 0.94, h * 0.76

    colours = (tone(draw, (120, 200, 100)), tone(draw, BLACK)) if green else (tone(draw, background, 16), tone(draw, ink))
    if draw.random() < 0.08:
        return Design("cn", [head, serial], draw.uniform(1.5, 2.0), *colours, decoration, row_heights=(0.65, 1.0), fill=(0.8, 0.98))
    return Design("cn", [head + [draw.choice([".", ".", " "])] + serial], draw.uniform(2.9, 3.5), *colours, decoration, fill=(0.92, 1.0), border=0.7, holder=0.15,
                  foreign_width=(0.45, 0.75))


def korean(draw, texts):
    """Private plates without a region; commercial and old ones with it, stacked before the text or above it."""
    two_rows = draw.random() < 0.3
    region = draw.choice(HANGUL_REGIONS) if draw.random() < (0.6 if two_rows else 0.43) else None
    number, use, serial = digits(draw, 2 if two_rows or region else draw.choice([2, 2, 3])), [_korean_use(draw, region)], digits(draw, 4)
    if use[0] in HANGUL_MILITARY:
        number = number[:2]
    background, ink = draw.choice([(WHITE, BLACK)] * 4 + [(GREEN, WHITE), (YELLOW, BLACK), ((225, 195, 140), BLACK)])
    colours = tone(draw, background), tone(draw, ink)
    look = dict(foreign_width=(0.4, 0.9), foreign_height=(0.65, 1.0))
    if two_rows:
        top = list(region) + [" "] + number if region else number + use
        bottom = use + [" "] + serial if region else serial
        return Design("kr", [top, bottom], draw.uniform(1.8, 2.2), *colours, plain, row_heights=(draw.uniform(0.4, 0.6), 1.0), **look)
    row = ([tuple(region)] if region else []) + number + use + draw.choice([[" "], []]) + serial
    return Design("kr", [row], draw.uniform(2.1, 4.8), *colours, _korean_band, holder=0.2, **look)


def _korean_use(draw, region):
    """The syllable between the numbers: those of commercial vehicles come with a region only, those of the armed forces without."""
    if region:
        return draw.choice(HANGUL_COMMERCIAL if draw.random() < 0.5 else HANGUL_PRIVATE)
    return draw.choice(HANGUL_MILITARY if draw.random() < 0.1 else HANGUL_PRIVATE)


def _korean_band(canvas, design):
    draw, w, h = canvas.draw, canvas.width, canvas.height
    if w / h < 4 or draw.random() < 0.5:
        return plain(canvas, design)
    canvas.fill(0, 0, w * 0.07, h, tone(draw, (150, 70, 20)))
    canvas.disc(w * 0.035, h * 0.35, w * 0.02, (200, 190, 180))
    return w * 0.09, h * 0.12, w * 0.88, h * 0.76


def japanese(draw, texts):
    """Above the office, small, and the class; below the use and the number, whose missing digits are dots."""
    number = digits(draw, 4) if draw.random() < 0.8 else ["."] * 2 + digits(draw, 2)
    serial = number[:2] + ["-"] + number[2:] if "." not in number else number
    background, ink = draw.choice([(WHITE, GREEN)] * 4 + [(GREEN, WHITE), (YELLOW, BLACK), (YELLOW, BLACK), (BLACK, YELLOW)])
    vehicle_class = digits(draw, draw.choice([2, 3, 3, 3]))
    if len(vehicle_class) == 3 and draw.random() < 0.1:
        vehicle_class[2] = draw.choice("ACFHKLMPXY")
    rows = [list(draw.choice(OFFICES)) + [" "] + vehicle_class, [draw.choice(KANA), " "] + serial]
    return Design("jp", rows, draw.uniform(1.8, 2.1), tone(draw, background), tone(draw, ink), plain, row_heights=(draw.uniform(0.4, 0.6), 1.0),
                  foreign_width=(0.4, 1.0), foreign_height=(0.5, 0.95))


def thai(draw, texts):
    """Letters and number, the province below in small letters that are not read."""
    row = digits(draw, 1) * (draw.random() < 0.5) + [draw.choice(THAI) for _ in range(draw.choice([1, 2, 2, 2]))] + [" "] + digits(draw, draw.choice([1, 2, 3, 4, 4, 4]))
    background, ink = draw.choice([(WHITE, BLACK)] * 5 + [(YELLOW, BLACK), (WHITE, BLUE), (WHITE, GREEN)])
    upright = draw.random() < 0.2

    def decoration(canvas, design):
        w, h, low = canvas.width, canvas.height, draw.uniform(0.2, 0.34)
        canvas.letters("".join(draw.choice(THAI) for _ in range(draw.randint(3, 10))), w * 0.15, h * (1 - low), w * 0.7, h * low * 0.75, design.ink)
        return w * 0.04, h * 0.06, w * 0.92, h * (0.92 - low)

    colours = tone(draw, background), tone(draw, ink)
    if upright:
        cut = row.index(" ")
        return Design("th", [row[:cut], row[cut + 1:]], draw.uniform(1.2, 1.5), *colours, plain, row_heights=(1.0, 1.0), foreign_width=(0.5, 1.0))
    return Design("th", [row], draw.uniform(2.0, 2.5), *colours, decoration, foreign_width=(0.45, 1.0), foreign_height=(0.85, 1.0))


def mongolian(draw, texts):
    """Letters that look Latin are read as Latin."""
    letters = [draw.choice("ABEKMHOPCTX" + CYRILLIC) for _ in range(3)]
    row = digits(draw, 4) + [" "] + letters
    if draw.random() < 0.3:
        row = [row[:4], letters]
        return Design("mn", row, draw.uniform(1.3, 1.6), tone(draw, WHITE), tone(draw, BLACK), plain, row_heights=(1.0, 1.0))
    return Design("mn", [row], draw.uniform(4.2, 5.0), tone(draw, WHITE), tone(draw, BLACK), plain)
