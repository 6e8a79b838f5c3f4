"""The attributes network: what one vehicle is, from its crop."""
from dataclasses import dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F

from matricula_training.vehicles import COLOURS, ORIENTATIONS, TYPES
from matricula_training.vehicles.layers import Trunk

HEADS = ("vehicle", "type", "colour", "orientation")


@dataclass(frozen=True)
class Maps:
    """What the heads see of N crops: the trunk's maps at strides 16 and 32, and the picture itself, BGR 0..255, shrunk to the first one's size."""
    middle: torch.Tensor
    last: torch.Tensor
    paint: torch.Tensor

    def at(self, rows):
        return Maps(*(getattr(self, f)[rows].float() for f in self.__dataclass_fields__))

    def pooled(self):
        # Colour is seen better in the finer map, so the heads get both.
        return torch.cat([self.middle.mean((2, 3)), self.last.mean((2, 3))], 1)


class PooledHead(nn.Linear):
    """A linear layer on the maps' means."""

    def forward(self, maps, features):
        return super().forward(features)


class PlaceHead(nn.Module):
    """Beside the maps' means, what is seen where: front and rear differ by the place of lamps and windows."""
    CHANNELS, PLACES = 24, (5, 7)

    def __init__(self, inputs, widths, classes):
        super().__init__()
        self.pooled = nn.Linear(inputs, classes)
        self.seen = nn.Conv2d(widths[3], self.CHANNELS, 1)
        self.where = nn.Linear(self.CHANNELS * self.PLACES[0] * self.PLACES[1], classes)
        nn.init.zeros_(self.where.weight)

    def forward(self, maps, features):
        seen = F.adaptive_avg_pool2d(F.relu(self.seen(maps.last)), self.PLACES).flatten(1)
        return self.pooled(features) + self.where(F.dropout(seen, 0.3, self.training))


class PaintHead(nn.Module):
    """Beside the maps' means, the picture's own colours at the places that attention picks: augmentation makes the trunk blind to shades."""
    GLANCES, HIDDEN = 4, 48

    def __init__(self, inputs, widths, classes):
        super().__init__()
        self.pooled = nn.Linear(inputs, classes)
        self.attention = nn.Conv2d(widths[2], self.GLANCES, 1)
        self.judge = nn.Sequential(nn.Linear(6 * self.GLANCES, self.HIDDEN), nn.ReLU(), nn.Linear(self.HIDDEN, classes))

    def forward(self, maps, features):
        shade = maps.paint / 255
        grey = shade.mean(1, keepdim=True)
        colours = torch.cat([shade, (shade - grey) / (grey + 0.08)], 1).flatten(2)
        glances = self.attention(maps.middle).flatten(2).softmax(2) @ colours.transpose(1, 2)
        return self.pooled(features) + self.judge(glances.flatten(1))


class AttributesNet(nn.Module):
    """BGR 0..255 [N, 3, H, W] -> {head: logits [N, classes]}; head `vehicle` has the finest classes (make, model, body, year).

    With `fine` colour and orientation have the heads that `train-heads` teaches; else all heads are linear."""

    def __init__(self, vehicles, stem=24, widths=(48, 96, 192, 384), depths=(1, 2, 3, 1), gate=True, drop=0.0, dropout=0.2, fine=False):
        super().__init__()
        self.trunk = Trunk(stem, widths, depths, gate, drop)
        self.dropout = nn.Dropout(dropout)
        sizes = dict(vehicle=vehicles, type=len(TYPES), colour=len(COLOURS), orientation=len(ORIENTATIONS))
        inputs, finer = widths[2] + widths[3], dict(colour=PaintHead, orientation=PlaceHead) if fine else {}
        self.heads = nn.ModuleList(finer[head](inputs, widths, sizes[head]) if head in finer else PooledHead(inputs, sizes[head]) for head in HEADS)

    def maps(self, pictures):
        _, middle, last = self.trunk(pictures)
        return Maps(middle, last, F.avg_pool2d(pictures, 16))

    def forward(self, pictures):
        maps = self.maps(pictures)
        features = self.dropout(maps.pooled())
        return {head: layer(maps, features) for head, layer in zip(HEADS, self.heads)}


@dataclass(frozen=True)
class Marginals:
    """0/1 matrices that add the finest classes up to make+model and to make, with the names of both."""
    models: list
    makes: list
    to_model: torch.Tensor
    to_make: torch.Tensor

    @staticmethod
    def of(classes, device="cpu"):
        pairs = [(c["make"], c["model"]) for c in classes]
        models, makes = sorted(set(pairs)), sorted({make for make, _ in pairs})
        to_model, to_make = torch.zeros(len(pairs), len(models)), torch.zeros(len(pairs), len(makes))
        for i, (make, model) in enumerate(pairs):
            to_model[i, models.index((make, model))] = 1
            to_make[i, makes.index(make)] = 1
        return Marginals(models, makes, to_model.to(device), to_make.to(device))


@dataclass(frozen=True)
class Labels:
    """What is known of N vehicles: class numbers, -1 where unknown; `types` bool [N, 7] and `colours` bool [N, 8], what is possible."""
    vehicle: torch.Tensor
    types: torch.Tensor
    colours: torch.Tensor
    orientation: torch.Tensor
    colour_weight: torch.Tensor

    def at(self, rows):
        return Labels(*(getattr(self, f)[rows] for f in self.__dataclass_fields__))


def label_loss(outputs, labels, marginals, smoothing=0.1):
    """Per-picture loss [N]; a label that is unknown adds nothing."""
    vehicle = outputs["vehicle"].float().log_softmax(1)
    chances = vehicle.exp()
    loss = nll(vehicle, labels.vehicle, smoothing)
    for matrix in (marginals.to_model, marginals.to_make):
        coarse = labels.vehicle.clone()
        known = coarse >= 0
        coarse[known] = matrix[coarse[known]].argmax(1)
        loss = loss + 0.3 * nll((chances @ matrix).clamp(min=1e-7).log(), coarse, 0)
    loss = loss + 0.5 * possible_loss(outputs["type"].float(), labels.types)
    loss = loss + labels.colour_weight * possible_loss(outputs["colour"].float(), labels.colours)
    return loss + nll(outputs["orientation"].float().log_softmax(1), labels.orientation, smoothing)


def nll(log_chances, labels, smoothing):
    """Cross entropy [N] with label smoothing; 0 where the label is -1."""
    known = (labels >= 0).float()
    exact = -log_chances.gather(1, labels.clamp(min=0)[:, None])[:, 0]
    return known * ((1 - smoothing) * exact - smoothing * log_chances.mean(1))


def possible_loss(logits, possible):
    """-log of the chance of all possible classes together [N]: the exact label's cross entropy where only one is possible."""
    barred = torch.where(possible, 0.0, -1e4)
    return logits.logsumexp(1) - (logits + barred).logsumexp(1)


def imitation_loss(outputs, teacher):
    """Per-picture divergence [N] from a teacher's answers over all heads."""
    weights = dict(vehicle=1.0, type=0.5, colour=0.5, orientation=0.5)
    loss = 0
    for head, weight in weights.items():
        wanted = teacher[head].detach().float().log_softmax(1)
        loss = loss + weight * F.kl_div(outputs[head].float().log_softmax(1), wanted, reduction="none", log_target=True).sum(1)
    return loss


class Pair(nn.Module):
    """A large and a small network that learn together, the small one from the large one's answers too.

    With `frozen` the large one only teaches."""

    def __init__(self, teacher, student, frozen=False):
        super().__init__()
        self.teacher, self.student, self.frozen = teacher, student, frozen
        if frozen:
            teacher.requires_grad_(False)

    def train(self, mode=True):
        super().train(mode)
        if self.frozen:
            self.teacher.eval()
        return self

    def forward(self, pictures):
        if self.frozen:
            with torch.no_grad():
                taught = self.teacher(pictures)
        else:
            taught = self.teacher(pictures)
        return taught, self.student(pictures)
