"""Training of the reader."""
import json
import math
import os
from functools import partial

import torch
import torch.nn.functional as F
import yaml

from matricula_training import loop
from matricula_training.plates.glyphs import Atlas
from matricula_training.plates.strokes import LATIN
from matricula_training.reader import evaluate, pack
from matricula_training.reader.alphabet import BLANK, SYMBOLS
from matricula_training.reader.data import Workers
from matricula_training.reader.degrade import Degrader
from matricula_training.reader.feed import Feed
from matricula_training.reader.model import Reader, Shape


# Of the region beside the text, in what is learnt and in what is kept.
_REGION = 0.1


def load_config(path):
    """The configuration in a YAML file. With `base`, the name of another in the same folder, it holds only what differs from that."""
    with open(path, encoding="utf-8") as file:
        config = yaml.safe_load(file)
    if "base" in config:
        base = load_config(os.path.join(os.path.dirname(path), config.pop("base")))
        config = {**base, **{key: {**base[key], **value} if isinstance(value, dict) else value for key, value in config.items()}}
    unknown = set(config) - {"model", "regions", "margin", "cut", "feed", "training", "fixed_stages", "keep"}
    if unknown:
        raise ValueError(f"unknown keys in {path}: {sorted(unknown)}")
    return config


def build(config):
    model = {key: tuple(value) if isinstance(value, list) else value for key, value in config["model"].items()}
    return Reader(Shape(symbols=len(SYMBOLS), regions=len(config["regions"]), **model))


def load(path, weights):
    """(configuration, network with these weights), on the CPU."""
    config = load_config(path)
    net = build(config)
    net.load_state_dict(loop.load_weights(weights))
    return config, net


def loss(net, batch, progress, kept=None):
    """CTC of the text and a tenth of the region's cross entropy (where the region is known); with `kept`, what leaving it costs."""
    images, labels = batch
    logits, region = net(images)
    lengths, texts, known = labels[:, 0], labels[:, 3:], labels[:, 1] >= 0
    logprobs = F.log_softmax(logits.float(), -1)
    extra = dict(kept=kept(images, labels, logprobs, F.log_softmax(region.float(), -1))) if kept else {}
    logprobs = logprobs.transpose(0, 1)
    inputs = torch.full_like(lengths, logprobs.shape[0])
    ctc = F.ctc_loss(logprobs, texts, inputs, lengths, blank=BLANK, reduction="none", zero_infinity=True)
    text = (ctc / lengths.clamp(min=1)).mean()
    place = F.cross_entropy(region.float(), labels[:, 1].clamp(min=0), reduction="none")
    place = (place * known).sum() / known.sum().clamp(min=1)
    return text + _REGION * place + sum(extra.values()), len(images), dict(ctc=text, region=place, **extra)


class Kept:
    """Keeps a reader near what it was on plates in Latin letters that it read right, while it learns others ("Learning without
    Forgetting", Li and Hoiem, 2016): `weight` times the divergence from its first weights, over all places and divided by the text's
    length, as CTC is; and the divergence of the region's chances, as formats are weighed by these."""

    def __init__(self, first, weight):
        self.first, self.weight = first.eval().requires_grad_(False), weight

    def __call__(self, images, labels, logprobs, places):
        latin = (labels[:, 3:] < len(LATIN)).all(1)
        if not latin.any():
            return logprobs.sum() * 0
        labels, lengths = labels[latin], labels[latin, 0]
        with torch.no_grad():
            before, places_before = (F.log_softmax(out.float(), -1) for out in self.first(images[latin]))
            inputs = torch.full_like(lengths, before.shape[1])
            nats = F.ctc_loss(before.transpose(0, 1), labels[:, 3:], inputs, lengths, blank=BLANK, reduction="none", zero_infinity=False)
        apart = F.kl_div(logprobs[latin], before, reduction="none", log_target=True).sum((1, 2))
        elsewhere = F.kl_div(places[latin], places_before, reduction="none", log_target=True).sum(1)
        return self.weight * (apart / lengths.clamp(min=1) * (nats < math.log(2)) + _REGION * elsewhere).mean()


def train(config, folder, out, device="auto", workers=None, init=None, drop=None, budget=None, keep=None):
    """Trains from a packed folder; `out` is the checkpoint, which a second call continues. `keep`: weights that
    are kept to on Latin plates, where the configuration says so; by default the initial ones. Returns the averaged network."""
    device = loop.pick_device(device)
    learn, judge = pack.read(folder)
    dropped = set(json.load(open(drop, encoding="utf-8"))) if drop else set()
    learn = [crop for crop in learn if crop.name not in dropped]
    regions = {code: k for k, code in enumerate(config["regions"])}
    settings = loop.Settings(**{**config["training"], **(budget or {})})
    resumed = os.path.exists(out)
    # Forked before the device is first used: a CUDA context does not survive a fork.
    # Another seed after a resumption, or the same plates would come again.
    atlas = Atlas.load(os.path.join(folder, "atlas.npz"), config["feed"]["dies"])
    drawers = Workers(workers or max(1, (os.cpu_count() or 2) - 1), atlas, regions, settings.seed + (os.getpid() if resumed else 0), config["feed"].get("favoured"))
    try:
        net = build(config)
        if init and not resumed:
            print("not in the initial weights:", loop.warm_start(net, init), flush=True)
        if "fixed_stages" in config:
            net.fix(config["fixed_stages"])
        run = loop.Training(net, settings, device, out)
        degrade = Degrader(net.shape.height, net.shape.width, config["margin"])
        feed = Feed(drawers, degrade, learn, regions, device, {**config["feed"], **config["feed"].get(device.type, {})})
        print(f"{sum(p.numel() for p in net.parameters())} parameters, {len(learn)} real crops, {len(judge)} judged, {device}", flush=True)

        judged = judge if device.type == "cuda" else judge[::len(judge) // 256 + 1]  # a look in between may not cost minutes

        def check(training):
            rows = evaluate.read(training.ema, judged, config["margin"], device)
            print(evaluate.brief(rows), f"drawn {feed.drawn} used {feed.used}", flush=True)

        if "keep" in config:
            kept = Kept(build(config).to(device), config["keep"])
            kept.first.load_state_dict(loop.load_weights(keep or init))
        ema = run.run(feed, partial(loss, kept=kept) if "keep" in config else loss, check)
        torch.save(ema.state_dict(), out + ".weights.pt")
        check(run)
        return ema
    finally:
        drawers.stop()
