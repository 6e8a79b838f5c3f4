"""Makes the canvases to paste: plates by the renderer and look-alikes, in several processes."""
import multiprocessing

from matricula_training.scenes.lookalikes import Lookalikes
from matricula_training.scenes.paste import canvases_of


def plate_canvases(atlas, count, seed, device, workers=0):
    """`count` drawn plates, some in holders."""
    return canvases_of(_in_processes(_plates, atlas, count, seed, workers), device)


def lookalike_canvases(count, seed, device):
    source = Lookalikes(seed)
    pictures = [source.picture() for _ in range(count)]
    return canvases_of([(p, (0, 0, p.shape[1], p.shape[0])) for p in pictures], device)


def _in_processes(work, atlas, count, seed, workers):
    if workers < 2:
        return work((atlas, count, seed))
    shares = [(atlas, count // workers + (k < count % workers), seed * 1000 + k) for k in range(workers)]
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        return [drawn for part in pool.map(work, shares) for drawn in part]


def _plates(share):
    from matricula_training.plates import glyphs, renderer
    atlas, count, seed = share
    source = renderer.Renderer(glyphs.Atlas.load(atlas), seed)
    plates = [source.plate() for _ in range(count)]
    return [(p.image, (*p.corners[0], *p.corners[2])) for p in plates]
