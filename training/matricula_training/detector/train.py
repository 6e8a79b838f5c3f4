"""Trains the detector on windows of packed scenes."""
import os
import random
from dataclasses import dataclass, field

import torch
import yaml

from matricula_training import loop
from matricula_training.scenes import banks, photometric, store
from matricula_training.scenes.paste import PasteSettings, paste
from matricula_training.scenes.windows import WindowSettings, draw
from matricula_training.detector.loss import LossSettings, detection_loss, targets_of
from matricula_training.detector.lean import LeanDetector, from_boxes_only, is_boxes_only
from matricula_training.detector.model import Detector, normalised


@dataclass(frozen=True)
class Config:
    """What `configs/detector.yaml` holds; unknown keys are refused."""
    architecture: str = "full"
    network: dict = field(default_factory=dict)
    training: loop.Settings = loop.Settings()
    loss: LossSettings = LossSettings()
    windows: WindowSettings = WindowSettings()
    paste: PasteSettings = PasteSettings()
    batch: int = 96
    sizes: tuple = (384, 448, 512)
    store_side: int = 512
    # How often a drawn window is used, mirrored and lit anew each time, and how many batches are kept for that.
    uses: int = 1
    kept: int = 24
    # Modules that keep the weights they start with.
    frozen: tuple = ()
    plates: int = 6000
    lookalikes: int = 2000
    source_weights: dict = field(default_factory=dict)


ARCHITECTURES = dict(full=Detector, lean=LeanDetector)
_PARTS = dict(training=loop.Settings, loss=LossSettings, windows=WindowSettings, paste=PasteSettings)


def read_config(path, **changes):
    """`changes` replace top-level values, or values of `training` where the name is one of its own."""
    with open(path, encoding="utf-8") as file:
        values = yaml.safe_load(file) or {}
    given = {name: value for name, value in changes.items() if value is not None}
    for name in [name for name in given if hasattr(loop.Settings, name)]:
        values.setdefault("training", {})[name] = given.pop(name)
    values.update(given)
    parts = {name: part(**values.pop(name, {})) for name, part in _PARTS.items()}
    return Config(**parts, **values)


def build(config):
    """The network of a config, with fresh weights."""
    return ARCHITECTURES[config.architecture](**config.network)


class Batches:
    """Gives (normalised pictures, targets) on the device, each batch of another size."""

    def __init__(self, config, scenes, plates, lookalikes):
        self.config, self.scenes, self.plates, self.lookalikes = config, scenes, plates, lookalikes
        self.draw = random.Random(config.training.seed)
        self.kept, self.turn = [], 0

    @torch.no_grad()
    def __call__(self, progress=0.0):
        batch = self._fresh() if self.config.uses == 1 else self._used()
        return batch, targets_of(batch, self.config.loss)

    def _used(self):
        if self.turn % self.config.uses == 0:
            self.kept = self.kept[-self.config.kept + 1:] + [self._fresh()]
        self.turn += 1
        batch = self.draw.choice(self.kept)
        batch = batch.mirrored(torch.rand(len(batch.pictures), device=batch.kinds.device) < 0.5)
        batch.pictures = photometric.relight(batch.pictures)
        return batch

    def _fresh(self):
        size = self.draw.choice(self.config.sizes)
        # Smaller windows, more of them: each step costs about the same.
        count = max(2, int(self.config.batch * (max(self.config.sizes) / size) ** 2))
        batch = draw(self.scenes, count, size, self.config.windows)
        paste(batch, self.plates, self.lookalikes, self.config.paste)
        batch.pictures = photometric.degrade(batch.pictures)
        return batch.trimmed() if batch.pictures.device.type == "cpu" else batch


def train(config, pack, atlas, checkpoint, out, device="auto", workers=0, limit=0, warm=None):
    """Trains to the end of the budget (resuming `checkpoint` if there is one) and writes the averaged weights to `out`."""
    device = loop.pick_device(device)
    net = build(config)
    if warm:
        _start(net, warm)
    for name in config.frozen:
        net.get_submodule(name).requires_grad_(False)
    run = loop.Training(net, config.training, device, checkpoint)
    seed = config.training.seed + run.step
    scenes = store.load_store(pack, device, config.store_side, weights=config.source_weights, limit=limit)
    plates = banks.plate_canvases(atlas, config.plates, seed, device, workers)
    lookalikes = banks.lookalike_canvases(config.lookalikes, seed, device)
    print(f"{len(scenes)} scenes, {len(plates.aspects)} plates, {len(lookalikes.aspects)} look-alikes on {device}", flush=True)
    averaged = run.run(Batches(config, scenes, plates, lookalikes), step_loss(config))
    os.makedirs(os.path.dirname(os.path.abspath(out)), exist_ok=True)
    torch.save({k: v.cpu() for k, v in averaged.state_dict().items()}, out)


def _start(net, path):
    weights = loop.load_weights(path)
    if is_boxes_only(weights):
        net.load_state_dict(from_boxes_only(weights))
    else:
        print("fresh:", loop.warm_start(net, path))


def step_loss(config):
    def loss_of(net, sample, progress):
        batch, targets = sample
        size = batch.pictures.shape[-1]
        maps = net(normalised(batch.pictures).contiguous(memory_format=torch.channels_last))
        with torch.autocast(batch.pictures.device.type, enabled=False):
            loss, parts = detection_loss([level.float() for level in maps], targets, size, config.loss)
        return loss, len(batch.pictures), parts
    return loss_of
