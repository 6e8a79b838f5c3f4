"""Plate texts drawn from the patterns of regions.yaml."""
import os
import string

import yaml

try:
    from re import _parser as sre
except ImportError:  # before Python 3.11
    import sre_parse as sre

LATIN = frozenset(string.digits + string.ascii_uppercase)
REGIONS_FILE = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "regions.yaml")
LONGEST = 10


class Texts:
    """Draws texts of a region. Patterns with other characters than A-Z and 0-9, or with look-ahead, are left out."""

    def __init__(self, path=REGIONS_FILE):
        with open(path, encoding="utf-8") as file:
            entries = yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader))["regions"]
        self.entries = {entry["code"]: entry for entry in entries}
        self._parsed = {code: _parse(entry.get("patterns") or []) for code, entry in self.entries.items()}
        self.codes = sorted(code for code, parsed in self._parsed.items() if parsed)

    def draw(self, code, draw):
        """A text of this region in its first patterns more often than in its later ones; None where it has none."""
        patterns = self._parsed.get(code)
        if not patterns:
            return None
        for _ in range(20):
            chosen = patterns[min(int(draw.random() ** 1.6 * len(patterns)), len(patterns) - 1)]
            text = _sample(chosen, draw)
            if 2 <= len(text) <= LONGEST:
                return text
        return None


def _parse(patterns):
    parsed = [sre.parse(p["re"]) for p in patterns if "?=" not in p["re"] and "[^" not in p["re"]]
    return [p for p in parsed if _is_latin(p)]


def _is_latin(parsed):
    """Whether every place can be one of A-Z and 0-9 (some more, as umlauts, may be allowed there)."""
    for operation, value in parsed:
        name = str(operation)
        inner = [value[2]] if name in ("MAX_REPEAT", "MIN_REPEAT") else [value[-1]] if name == "SUBPATTERN" else value[1] if name == "BRANCH" else []
        if name == "LITERAL" and chr(value) not in LATIN or name == "IN" and not _members(value) or not all(map(_is_latin, inner)):
            return False
    return True


def _sample(parsed, draw):
    out = []
    for operation, value in parsed:
        name = str(operation)
        if name == "LITERAL":
            out.append(chr(value))
        elif name == "IN":
            out.append(draw.choice(_members(value)))
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            low, high, inner = value
            # The full length is the usual one; short forms are early or special issues.
            count = high if draw.random() < 0.6 else draw.randint(low, high)
            out += [_sample(inner, draw) for _ in range(count)]
        elif name == "SUBPATTERN":
            out.append(_sample(value[-1], draw))
        elif name == "BRANCH":
            out.append(_sample(draw.choice(value[1]), draw))
    return "".join(c for c in "".join(out) if c in LATIN)


def _members(ranges):
    out = []
    for operation, value in ranges:
        out += [chr(value)] if str(operation) == "LITERAL" else [chr(c) for c in range(value[0], value[1] + 1)]
    return [c for c in out if c in LATIN]
