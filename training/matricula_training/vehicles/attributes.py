"""The attributes network: what one vehicle is, from its crop."""
from dataclasses import dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F

from matricula_training.vehicles import COLOURS, ORIENTATIONS, TYPES
from matricula_training.vehicles.layers import Trunk

HEADS = ("vehicle", "type", "colour", "orientation")


class AttributesNet(nn.Module):
    """BGR 0..255 [N, 3, H, W] -> {head: logits [N, classes]}; head `vehicle` has the finest classes (make, model, body, year)."""

    def __init__(self, vehicles, stem=24, widths=(48, 96, 192, 384), depths=(1, 2, 3, 1), gate=True, drop=0.0, dropout=0.2):
        super().__init__()
        self.trunk = Trunk(stem, widths, depths, gate, drop)
        self.dropout = nn.Dropout(dropout)
        sizes = dict(vehicle=vehicles, type=len(TYPES), colour=len(COLOURS), orientation=len(ORIENTATIONS))
        # Colour is seen better in the finer map, so the heads get both.
        self.heads = nn.ModuleList(nn.Linear(widths[2] + widths[3], sizes[head]) for head in HEADS)

    def forward(self, pictures):
        _, middle, last = self.trunk(pictures)
        features = self.dropout(torch.cat([middle.mean((2, 3)), last.mean((2, 3))], 1))
        return {head: layer(features) for head, layer in zip(HEADS, self.heads)}


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
