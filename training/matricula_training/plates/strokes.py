"""Procedural plate dies: characters drawn as lines of one width, with the variants that real dies have."""
import math
import random

import cv2
import numpy as np

LATIN = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Die(random.Random):
    """The choices that make one die: shapes of single characters, roundness, line width, character width."""

    def __init__(self, seed):
        super().__init__(seed)
        pick = self.choice
        self.slash = self.random() < 0.12
        self.one = pick([0, 0, 1, 2, 2, 3, 4, 5])
        self.two, self.four, self.seven = self.randrange(4), pick([0, 0, 1, 2, 2]), self.randrange(3)
        self.three, self.six, self.five = pick([0, 0, 0, 1]), pick([0, 0, 0, 1, 2]), self.randrange(2)
        self.a, self.g, self.i, self.j = pick([0, 0, 1, 1, 2]), self.randrange(3), pick([0, 1, 1]), self.randrange(2)
        self.m = pick([0.3, 0.4, 0.5, 0.6, 0.62, 0.75, 1.0])
        self.w = pick([0.0, 0.25, 0.35, 0.45, 0.55, 0.65])
        self.w_upright, self.q, self.v, self.k, self.r = self.random() < 0.4, self.randrange(3), self.randrange(2), self.randrange(2), self.randrange(2)
        self.middle = self.uniform(0.44, 0.55)
        self.round = self.uniform(0.45, 1.0)
        self.radius = pick([0.1, 0.2, 0.25, 0.35, 0.5, 0.5, 0.6])
        self.line = self.uniform(0.105, 0.2)
        self.width = self.uniform(0.36, 0.64)
        self.arm = pick([0.0, 0.0, 0.0, 0.1, 0.18])
        self.serif = pick([0.05, 0.05, 0.1, 0.15])
        self.fork = pick([0.42, 0.5, 0.5, 0.58])
        self.wide_m = self.random() < 0.6
        self.zero_like_o = self.random() < 0.7


def die_font(seed, height):
    """{character: mask uint8 [height, width]} of one die."""
    die = Die(seed)
    return {c: _draw(c, die, height) for c in LATIN}


def _draw(char, die, height):
    tall = 2 * height
    line = max(3, int(die.line * tall))
    factor = 1.22 if die.wide_m and char in "MWQ" else 0.6 if char == "1" or char == "I" and die.i == 0 else 1.0
    if char == "O" and not die.zero_like_o:
        factor = 1.12
    wide = die.width * factor * tall
    image = np.zeros((tall + 2 * line, int(wide) + 2 * line + 8), np.uint8)
    for closed, points in _strokes(char, die):
        path = np.array(_rounded(closed, points, wide - line, tall - line, die))
        cv2.polylines(image, [((path + line * 1.5 + 2) * 16).round().astype(np.int32)], closed, 255, line, cv2.LINE_AA, 4)
    return trim(image, height)


def trim(image, height):
    """The mask cut to its ink and scaled to `height`; None where nothing was drawn."""
    x, y, w, h = cv2.boundingRect((image > 60).astype(np.uint8))
    if not w:
        return None
    image = image[y:y + h, x:x + w]
    width = max(3, round(w * height / h))
    return cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)


def _sharp(x, y):
    return x, y, True


def _soft(x, y):
    return x, y, False


def _strokes(c, d):
    """Strokes (closed, points) in a unit box, y down; a point is sharp or rounded off."""
    s, o, m = _sharp, _soft, d.middle
    box = (True, [o(0, 0), o(1, 0), o(1, 1), o(0, 1)])
    if c == "0":
        return [box] + ([(False, [s(.15, .85), s(.85, .15)])] if d.slash else [])
    if c == "O":
        return [box]
    if c == "1":
        foot, stem = (False, [s(.05, 1), s(1, 1)]), [s(.2, .2), s(.55, 0), s(.55, 1)]
        return [[(False, stem)], [(False, [s(.02, .26), s(.58, 0), s(.58, 1)])], [(False, stem), foot], [(False, [s(.5, 0), s(.5, 1)])],
                [(False, [s(.1, 0), s(.55, 0), s(.55, 1)])], [(False, [s(.1, .02), s(.55, 0), s(.55, 1)]), foot]][d.one]
    if c == "2":
        return [(False, [[s(0, .28), o(0, 0), o(1, 0), o(1, .45), s(0, 1), s(1, 1)],
                         [s(0, .22), o(0, 0), o(1, 0), o(1, .55), o(0, .6), s(0, 1), s(1, 1)],
                         [s(0, .25), o(0, 0), o(1, 0), o(1, .4), o(.7, .6), s(0, 1), s(1, 1)],
                         [s(0, .2), o(0, 0), o(1, 0), o(1, m), o(0, m + .12), s(0, 1), s(1, 1)]][d.two])]
    if c == "3":
        if d.three:
            return [(False, [s(0, 0), s(1, 0), s(.45, .38), o(1, .38), o(1, 1), o(0, 1), s(0, .78)])]
        return [(False, [s(0, .22), o(0, 0), o(1, 0), o(1, m), s(.45, m)]), (False, [s(.45, m), o(1, m), o(1, 1), o(0, 1), s(0, .78)])]
    if c == "4":
        b = d.uniform(.62, .8)
        return [[(False, [s(.72, 1), s(.72, 0), s(0, b), s(1, b)])], [(False, [s(.55, 0), s(0, b), s(1, b)]), (False, [s(.75, .4), s(.75, 1)])],
                [(False, [s(.12, 0), s(0, b), s(1, b)]), (False, [s(.75, d.uniform(.2, .5)), s(.75, 1)])]][d.four]
    if c == "5":
        inner = [o(.2, m - .06), o(1, m - .06)] if d.five else [o(1, m - .1)]
        return [(False, [s(.95, 0), s(.05, 0), s(0, m)] + inner + [o(1, 1), o(0, 1), s(0, .78)])]
    if c in "69":
        six = [[(False, [s(1, .22), o(1, 0), o(0, 0), o(0, 1), o(1, 1), o(1, m - .06), o(0, m - .06), s(0, .75)])],
               [(True, [o(0, .42), o(1, .42), o(1, 1), o(0, 1)]), (False, [s(.03, .62), s(.62, 0)])],
               [(True, [o(0, .42), o(1, .42), o(1, 1), o(0, 1)]), (False, [s(.02, .72), o(0, .3), o(.1, 0), s(.8, 0)])]][d.six]
        return six if c == "6" else [(closed, [(1 - x, 1 - y, f) for x, y, f in points]) for closed, points in six]
    if c == "7":
        return [(False, [[s(0, 0), s(1, 0), s(.35, 1)], [s(0, 0), s(1, 0), o(1, .25), o(.4, .5), s(.35, 1)], [s(0, .12), s(0, 0), s(1, 0), s(.35, 1)]][d.seven])]
    if c == "8":
        return [(True, [o(.05, 0), o(.95, 0), o(.95, m), o(.05, m)]), (True, [o(0, m), o(1, m), o(1, 1), o(0, 1)])]
    return _letter(c, d, box)


def _letter(c, d, box):
    s, o, m = _sharp, _soft, d.middle
    if c == "A":
        return [[(False, [s(0, 1), s(.5, 0), s(1, 1)]), (False, [s(.18, .68), s(.82, .68)])],
                [(False, [s(0, 1), s(.4, 0), s(.6, 0), s(1, 1)]), (False, [s(.14, .7), s(.86, .7)])],
                [(False, [s(0, 1), o(0, 0), o(1, 0), s(1, 1)]), (False, [s(0, .6), s(1, .6)])]][d.a]
    if c == "B":
        return [(True, [s(0, 0), o(.95, 0), o(.95, m), s(0, m)]), (True, [s(0, m), o(1, m), o(1, 1), s(0, 1)])]
    if c == "C":
        return [(False, [s(1, .26), o(1, 0), o(0, 0), o(0, 1), o(1, 1), s(1, .74)])]
    if c == "D":
        return [(True, [s(0, 0), o(1, 0), o(1, 1), s(0, 1)])]
    if c in "EF":
        spine = [s(1, 0), s(0, 0), s(0, 1)] + ([s(1, 1)] if c == "E" else [])
        return [(False, spine), (False, [s(0, m), s(.8, m)])]
    if c == "G":
        hook = [[o(1, 1), s(1, .55), s(.55, .55)], [o(.95, 1), s(1, .7), s(1, .55), s(.5, .55)], [o(1, 1), s(1, .6), s(.6, .6)]][d.g]
        return [(False, [s(1, .24), o(1, 0), o(0, 0), o(0, 1)] + hook)] + ([(False, [s(1, .55), s(1, 1)])] if d.g == 1 else [])
    if c == "H":
        return [(False, [s(0, 0), s(0, 1)]), (False, [s(1, 0), s(1, 1)]), (False, [s(0, m), s(1, m)])]
    if c == "I":
        bars = [(False, [s(d.serif, y), s(1 - d.serif, y)]) for y in (0, 1)] if d.i else []
        return [(False, [s(.5, 0), s(.5, 1)])] + bars
    if c == "J":
        return [(False, ([s(.3, 0)] if d.j else []) + [s(1, 0), o(1, 1), o(0, 1), s(0, .7)])]
    if c == "K":
        return [(False, [s(0, 0), s(0, 1)])] + ([(False, [s(1, 0), s(.02, .62)]), (False, [s(.35, .42), s(1, 1)])] if d.k else [(False, [s(1, 0), s(.1, m), s(1, 1)])])
    if c == "L":
        return [(False, [s(0, 0), s(0, 1), s(1, 1)])]
    if c == "M":
        return [(False, [s(0, 1), s(0, 0), s(.5, d.m), s(1, 0), s(1, 1)])]
    if c == "N":
        return [(False, [s(0, 1), s(0, 0), s(1, 1), s(1, 0)])]
    if c in "PR":
        bowl = m + .05
        leg = [(False, [s(.45 if d.r else .2, bowl), s(1, 1)])] if c == "R" else []
        return [(False, [s(0, 1), s(0, 0), o(1, 0), o(1, bowl), s(0, bowl)])] + leg
    if c == "Q":
        return [box, (False, [[s(.55, .68), s(1.05, 1.03)], [s(.6, .85), s(.95, 1.1)], [s(.5, .75), s(.98, .98)]][d.q])]
    if c == "S":
        return [(False, [s(1, .24), o(1, 0), o(0, 0), o(0, m), o(1, m), o(1, 1), o(0, 1), s(0, .76)])]
    if c == "T":
        return [(False, [s(d.arm, 0), s(1 - d.arm, 0)]), (False, [s(.5, 0), s(.5, 1)])]
    if c == "U":
        return [(False, [s(0, 0), o(0, 1), o(1, 1), s(1, 0)])]
    if c == "V":
        return [(False, [s(0, 0), s(.42, 1), s(.58, 1), s(1, 0)] if d.v else [s(0, 0), s(.5, 1), s(1, 0)])]
    if c == "W":
        apex = max(.3, d.w) if d.w_upright else d.w
        return [(False, [s(0, 0), s(0 if d.w_upright else .24, 1), s(.5, apex), s(1 if d.w_upright else .76, 1), s(1, 0)])]
    if c == "X":
        return [(False, [s(0, 0), s(1, 1)]), (False, [s(1, 0), s(0, 1)])]
    if c == "Y":
        return [(False, [s(0, 0), s(.5, d.fork), s(1, 0)]), (False, [s(.5, d.fork), s(.5, 1)])]
    return [(False, [s(0, 0), s(1, 0), s(0, 1), s(1, 1)])]


def _rounded(closed, points, width, height, die):
    """The stroke as a polyline in pixels, its soft points replaced by curves."""
    scaled, out = [(x * width, y * height, sharp) for x, y, sharp in points], []
    for i, (x, y, sharp) in enumerate(scaled):
        if sharp or not closed and i in (0, len(scaled) - 1):
            out.append((x, y))
        else:
            out += _curve(scaled[i - 1], (x, y), scaled[(i + 1) % len(scaled)], die.radius * width * 2 * die.round)
    return out


def _curve(before, corner, after, reach):
    def towards(other):
        x, y, sharp = other
        length = math.hypot(x - corner[0], y - corner[1])
        part = min(reach, length * (0.96 if sharp else 0.5)) / max(length, 1e-6)
        return corner[0] + (x - corner[0]) * part, corner[1] + (y - corner[1]) * part

    def control(end):  # 0.62 makes the corner a little squarer than a quadratic curve
        return end[0] + (corner[0] - end[0]) * 0.62, end[1] + (corner[1] - end[1]) * 0.62

    start, end = towards(before), towards(after)
    bend = [start, control(start), control(end), end]
    steps = []
    for j in range(9):
        t, u = j / 8, 1 - j / 8
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        steps.append((sum(w * p[0] for w, p in zip(weights, bend)), sum(w * p[1] for w, p in zip(weights, bend))))
    return steps
