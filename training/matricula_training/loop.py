"""The training loop that all networks share: schedule, mixed precision, moving average, resumable checkpoints, progress.

Runs on PyTorch 1.13 to 2.13, on a CPU or one CUDA device.
"""
import copy
import math
import os
import time
from dataclasses import dataclass

import torch


@dataclass(frozen=True)
class Settings:
    """What one run needs beyond the network and its data. One of `minutes` (by the clock, checks included) and `samples` is the budget."""
    minutes: float = 0.0
    samples: int = 0
    lr: float = 1.5e-3
    weight_decay: float = 0.02
    betas: tuple = (0.9, 0.98)
    warmup_steps: int = 300
    clip: float = 2.0
    ema: float = 0.999
    seed: int = 7
    log_seconds: float = 15.0
    checkpoint_seconds: float = 60.0
    bf16: bool = True


def pick_device(name="auto"):
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "cpu"
    if name.startswith("cuda"):
        torch.backends.cudnn.benchmark = True
        torch.backends.cuda.matmul.allow_tf32 = True
        torch.backends.cudnn.allow_tf32 = True
    return torch.device(name)


def load_weights(path):
    """State dict of a weights file or of a checkpoint's moving average, on the CPU."""
    loaded = torch.load(path, map_location="cpu")
    return loaded["ema"] if "ema" in loaded else loaded


def mean(first, second, share):
    """Weights between two networks of which one began from the other ("Model soups", Wortsman et al., 2022); `share`, 0..1, is the second's."""
    return {name: value.lerp(second[name], share) if value.dtype.is_floating_point else second[name] for name, value in first.items()}


def warm_start(net, path):
    """Loads what fits by name and shape; returns the names that stayed as initialised."""
    weights, own = load_weights(path), net.state_dict()
    fitting = {name: value for name, value in weights.items() if name in own and own[name].shape == value.shape}
    net.load_state_dict(fitting, strict=False)
    return sorted(set(own) - set(fitting))


class Training:
    """One resumable run. `step_loss(net, batch, progress)` returns (loss, samples in the batch, {name: scalar tensor})."""

    def __init__(self, net, settings, device, checkpoint):
        self.settings, self.device, self.checkpoint = settings, device, checkpoint
        self.net = net.to(device=device, memory_format=torch.channels_last)
        self.ema = copy.deepcopy(self.net).eval().requires_grad_(False)
        self.optimizer = torch.optim.AdamW(_groups(self.net, settings.weight_decay), settings.lr, betas=settings.betas)
        self.step = self.seen = self.skipped = 0
        self.elapsed = 0.0
        torch.manual_seed(settings.seed)
        if os.path.exists(checkpoint):
            self._resume()

    @property
    def progress(self):
        """Share of the budget that is used up, 0..1."""
        s = self.settings
        return min(1.0, self.elapsed / (60 * s.minutes) if s.minutes else self.seen / s.samples)

    def run(self, next_batch, step_loss, on_checkpoint=None):
        """Trains to the end of the budget and returns the moving average. `next_batch(progress)` gives one batch."""
        window, last_log, last_save, clock = _Window(), time.time(), time.time(), time.time()
        while self.progress < 1:
            loss, count, extra = self._step(next_batch(self.progress), step_loss)
            now = time.time()
            self.elapsed, clock = self.elapsed + now - clock, now
            self.step, self.seen = self.step + 1, self.seen + count
            window.add(loss, count, extra)
            if now - last_log > self.settings.log_seconds:
                print(self._line(window, now - last_log), flush=True)
                window, last_log = _Window(), now
            if now - last_save > self.settings.checkpoint_seconds:
                self.save()
                if on_checkpoint:
                    on_checkpoint(self)
                last_save = time.time()
        self.save()
        return self.ema

    def save(self):
        """Written beside and renamed, so that a run killed at any moment leaves a whole checkpoint."""
        state = dict(net=self.net.state_dict(), ema=self.ema.state_dict(), optimizer=self.optimizer.state_dict(),
                     step=self.step, seen=self.seen, elapsed=self.elapsed, seed=self.settings.seed)
        os.makedirs(os.path.dirname(os.path.abspath(self.checkpoint)), exist_ok=True)
        torch.save(state, self.checkpoint + ".part")
        os.replace(self.checkpoint + ".part", self.checkpoint)

    def _resume(self):
        state = torch.load(self.checkpoint, map_location=self.device)
        self.net.load_state_dict(state["net"])
        self.ema.load_state_dict(state["ema"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.seen, self.elapsed = state["step"], state["seen"], state["elapsed"]
        # Other draws than in the first part, or the run would see the same batches again.
        torch.manual_seed(self.settings.seed + self.step)
        print(f"resumed {self.checkpoint}: step {self.step}, {self.seen} samples, {self.elapsed:.0f} s", flush=True)

    def _step(self, batch, step_loss):
        self.net.train()
        for group in self.optimizer.param_groups:
            group["lr"] = self.lr()
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.settings.bf16):
            loss, count, extra = step_loss(self.net, batch, self.progress)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(self.net.parameters(), self.settings.clip)
        if torch.isfinite(norm):
            self.optimizer.step()
            self._average()
        else:
            self.skipped += 1
        return loss.detach(), count, extra

    def lr(self):
        s = self.settings
        warm = min(1.0, (self.step + 1) / s.warmup_steps)
        return s.lr * warm * (0.5 + 0.5 * math.cos(math.pi * self.progress)) + 1e-6

    @torch.no_grad()
    def _average(self):
        # A young average must forget quickly, or the random start stays in it.
        keep = min(self.settings.ema, (self.step + 1) / (self.step + 20))
        pairs = list(zip(self.ema.state_dict().values(), self.net.state_dict().values()))
        floats = [(a, b) for a, b in pairs if a.dtype.is_floating_point]
        averages = [a for a, _ in floats]
        torch._foreach_mul_(averages, keep)
        torch._foreach_add_(averages, [b for _, b in floats], alpha=1 - keep)
        for a, b in pairs:
            if not a.dtype.is_floating_point:
                a.copy_(b)

    def _line(self, window, seconds):
        left = self.elapsed * (1 / max(self.progress, 1e-6) - 1)
        values = "".join(f" {name} {value:.4f}" for name, value in window.means().items())
        skipped = f" skipped {self.skipped}" if self.skipped else ""
        return (f"step {self.step} seen {self.seen} {100 * self.progress:.1f}%{values} lr {self.lr():.2e}"
                f" {window.count / seconds:.0f} samples/s eta {left / 60:.1f} min{skipped}")


class _Window:
    """Sums between two progress lines, kept on the device so that a step does not wait for it."""

    def __init__(self):
        self.sums, self.steps, self.count = {}, 0, 0

    def add(self, loss, count, extra):
        for name, value in dict(loss=loss, **extra).items():
            value = value.detach() if torch.is_tensor(value) else value
            self.sums[name] = self.sums.get(name, 0) + value
        self.steps, self.count = self.steps + 1, self.count + count

    def means(self):
        return {name: float(total) / max(1, self.steps) for name, total in self.sums.items()}


def _groups(net, weight_decay):
    matrices = [p for p in net.parameters() if p.requires_grad and p.dim() > 1]
    vectors = [p for p in net.parameters() if p.requires_grad and p.dim() <= 1]
    return [dict(params=matrices, weight_decay=weight_decay), dict(params=vectors, weight_decay=0.0)]
