"""How a text is set out: in groups, with what between them, on one row or two."""

MARKS = frozenset(" -.:|")


def groups(text):
    """The text cut where letters and digits meet."""
    out = [text[:1]]
    for before, char in zip(text, text[1:]):
        if before.isdigit() == char.isdigit():
            out[-1] += char
        else:
            out.append(char)
    return out


def one_row(text, separators, draw):
    """One row: the groups joined by one of `separators` (each a string, which may be empty)."""
    between = draw.choice(separators)
    parts = groups(text)
    if len(parts) == 1 and len(text) > 4 and draw.random() < 0.4:
        cut = draw.randint(2, len(text) - 2)
        parts = [text[:cut], text[cut:]]
    if len(parts) > 3 and between:
        keep = draw.randint(1, len(parts) - 1)
        parts = ["".join(parts[:keep]), "".join(parts[keep:])]
    return [list(between.join(parts))]


def two_rows(text, draw):
    """Two rows, cut at a group's end near the middle; sometimes anywhere."""
    parts, best, length = groups(text), 1, 0
    ends = []
    for part in parts[:-1]:
        length += len(part)
        ends.append(length)
    if ends and draw.random() < 0.9:
        best = min(ends, key=lambda end: abs(end - len(text) / 2) + draw.random() * 1.5)
    else:
        best = draw.randint(1, max(1, len(text) - 1))
    separators = draw.choice(["", "", " ", "-", "."])
    return [list(separators.join(groups(text[:best]))), list(draw.choice(["", "", " ", "-"]).join(groups(text[best:])))]
