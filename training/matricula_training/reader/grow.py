"""Weights of a reader for a larger alphabet or more regions: what it knew keeps its place by name."""
import torch

from matricula_training.reader.alphabet import SYMBOLS

# The chance of what was never learnt, as a logit: near none, so that a grown reader reads as it did.
_NEVER = -12.0


def grow(weights, symbols, known_regions, regions):
    """`weights` of a reader of `symbols` and `known_regions`, for today's alphabet and `regions`. What is gone is dropped."""
    out = dict(weights)
    for name, before, now in (("head", list(symbols) + ["blank"], list(SYMBOLS) + ["blank"]), ("region", list(known_regions), list(regions))):
        rows = [before.index(n) if n in before else -1 for n in now]
        out[name + ".weight"], out[name + ".bias"] = _moved(weights[name + ".weight"], rows, 0.0), _moved(weights[name + ".bias"], rows, _NEVER)
    return out


def _moved(values, rows, new):
    index = torch.tensor(rows)
    taken = values[index.clamp(min=0)]
    missing = (index < 0).view(-1, *[1] * (values.dim() - 1))
    return torch.where(missing, torch.full_like(taken, new), taken)
