"""Batches for training: a pool of canvases on the device, fed by the drawing workers, degraded anew for each use."""
import random
import time
from collections import Counter

import numpy as np
import torch

from matricula_training.reader.data import CANVAS, Labels, canvas


class Feed:
    """Gives (images [B,3,H,W] float, labels [B, Labels.WIDTH] int64) on the device.

    The pool holds `size` drawn canvases, renewed as the workers deliver them, and behind them all real crops.
    """

    def __init__(self, workers, degrade, crops, regions, device, config):
        self.workers, self.degrade, self.device = workers, degrade, device
        self.size, self.batch, self.chunk = config["pool"], config["batch"], config["chunk"]
        self.reuse, self.real_share = config["reuse"], config["real_share"] if crops else 0.0
        real = np.stack([canvas(crop.image) for crop in crops]) if crops else np.zeros((0, *CANVAS, 3), np.uint8)
        labels = [Labels.row(c.text, c.region, c.image.shape[1] / c.image.shape[0], regions) for c in crops]
        self.pixels = torch.empty(self.size + len(real), *CANVAS, 3, dtype=torch.uint8, device=device)
        self.labels = torch.zeros(self.size + len(real), Labels.WIDTH, dtype=torch.long, device=device)
        self.pixels[self.size:] = torch.from_numpy(real).to(device)
        self.labels[self.size:] = torch.tensor(labels, dtype=torch.long).view(-1, Labels.WIDTH).to(device)
        rarity = _rarity(crops)
        weights = [config["source_weights"].get(crop.source, 1.0) * max((rarity[s] for s in crop.text), default=1.0) for crop in crops]
        self.weights = torch.tensor(weights, dtype=torch.float, device=device)
        self.easiest, self.repeats = config.get("easiest", 0.15), config.get("repeats", 1)
        self.hardest = config.get("hardest", 0.94)
        self.drawn = self.used = 0
        self.waiting = []

    def __call__(self, progress):
        if not self.waiting:
            self._renew()
            self._degrade(progress)
        return self.waiting.pop()

    def _renew(self):
        """Takes what the workers have drawn, not more than is wanted; waits only until a tenth of the pool is filled."""
        while self.drawn < self.size // 10 or self.drawn < self.size + self.used / self.reuse:
            block = self.workers.take()
            if block is None:
                if self.drawn >= self.size // 10:
                    return
                time.sleep(0.002)
                continue
            pixels, labels = (torch.from_numpy(part).to(self.device, non_blocking=True) for part in block)
            at = self.drawn % (self.size - len(pixels) + 1)
            self.pixels[at:at + len(pixels)], self.labels[at:at + len(pixels)] = pixels, labels.long()
            self.drawn += len(pixels)

    def _degrade(self, progress):
        real = int(self.chunk * self.real_share)
        index = torch.randint(0, min(self.size, self.drawn), (self.chunk,), device=self.device)
        if real:
            index[:real] = self.size + torch.multinomial(self.weights, real, True)
        index = index[torch.randperm(self.chunk, device=self.device)]
        labels = self.labels[index]
        # Easy pictures first: the alignment of CTC is found in minutes instead of never.
        hard = min(self.hardest, self.easiest + 4 * progress)
        images = self.degrade(self.pixels[index], labels[:, 2] / 100, index >= self.size, hard)
        self.used += self.chunk
        for k in range(0, self.chunk - self.batch + 1, self.batch):
            part = images[k:k + self.batch].contiguous(memory_format=torch.channels_last)
            self.waiting += [(part, labels[k:k + self.batch])] * self.repeats
        random.shuffle(self.waiting)


def _rarity(crops, usual=200, most=4.0):
    """How many times as often crops with a symbol are taken: more where few have it, such as most provinces."""
    counts = Counter(symbol for crop in crops for symbol in set(crop.text))
    return {symbol: min(most, max(1.0, (usual / count) ** 0.5)) for symbol, count in counts.items()}
