"""The symbols that the reader knows, and texts as numbers."""
from matricula_training.plates.scripts import READ, TUNIS
from matricula_training.plates.strokes import LATIN

SYMBOLS = tuple(LATIN) + READ
BLANK = len(SYMBOLS)
LONGEST = 12
_INDEX = {symbol: k for k, symbol in enumerate(SYMBOLS)}


def symbols_of(text):
    """The text's symbols; characters the reader does not know are left out."""
    marked = text.upper().replace(TUNIS, "\0")
    return tuple(TUNIS if c == "\0" else c for c in marked if c == "\0" or c in _INDEX)


def encode(symbols):
    return [_INDEX[s] for s in symbols]


def best_path(logits):
    """Texts (tuples of symbols) of logits [N,T,C]: repeats merged, blanks dropped."""
    out = []
    for path in logits.argmax(-1).tolist():
        kept = [c for before, c in zip([BLANK] + path, path) if c != before and c != BLANK]
        out.append(tuple(SYMBOLS[c] for c in kept))
    return out
