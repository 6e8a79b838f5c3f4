"""How well a reader reads drawn plates of scripts for which there are no real ones: a family of designs at a time."""
import torch

from matricula_training.plates.designs import FAMILIES
from matricula_training.plates.renderer import Renderer
from matricula_training.reader.alphabet import LONGEST, best_path
from matricula_training.reader.degrade import Degrader
from matricula_training.reader.evaluate import summary

SCRIPTS = ("chinese", "korean", "japanese", "thai", "mongolian", "tunisian", "egyptian", "iranian", "moroccan", "saudi")


def judge(net, atlas, margin, hard, count, seed=31):
    """{family: summary} over `count` plates of each; `hard` (0..1) is the degrader's share of heavy faults."""
    torch.manual_seed(seed)
    degrade = Degrader(net.shape.height, net.shape.width, margin)
    return {name: summary(_read(net, degrade, _plates(atlas, name, count, seed), hard)) for name in SCRIPTS}


def _plates(atlas, name, count, seed):
    renderer, out = Renderer(atlas, seed, {other: 0.0 for _, other, _ in FAMILIES if other != name}), []
    while len(out) < count:
        plate = renderer.plate()
        if len(plate.text) <= LONGEST:
            out.append(plate)
    return out


def _read(net, degrade, plates, hard):
    with torch.no_grad():
        texts = [text for part in degrade.drawn(plates, hard).split(128) for text in best_path(net(part)[0])]
    return [dict(text="".join(text), truth="".join(plate.text)) for text, plate in zip(texts, plates)]
