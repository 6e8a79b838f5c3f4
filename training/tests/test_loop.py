"""The shared loop: schedule, resume, moving average, steps that are not finite."""
import torch

from matricula_training.loop import Settings, Training, mean, warm_start

CPU = torch.device("cpu")


def line_fit(tmp_path, samples=2000, **settings):
    torch.manual_seed(1)
    net = torch.nn.Linear(1, 1)
    return Training(net, Settings(samples=samples, lr=0.1, warmup_steps=5, bf16=False, **settings), CPU, str(tmp_path / "line.ckpt"))


def batch(progress):
    x = torch.randn(20, 1)
    return x, 3 * x + 1


def squared(net, data, progress):
    x, y = data
    return (net(x) - y).pow(2).mean(), len(x), {}


def test_run_simple_function_is_learned(tmp_path):
    ema = line_fit(tmp_path).run(batch, squared)
    assert abs(float(ema.weight) - 3) < 0.1 and abs(float(ema.bias) - 1) < 0.1


def test_resume_half_way_continues_the_count(tmp_path):
    line_fit(tmp_path, samples=1000).run(batch, squared)
    second = line_fit(tmp_path, samples=2000)
    assert second.seen == 1000 and second.progress == 0.5
    second.run(batch, squared)
    assert second.seen == 2000


def test_step_not_finite_is_skipped(tmp_path):
    training = line_fit(tmp_path, samples=20)
    before = training.net.weight.detach().clone()
    training.run(batch, lambda net, data, progress: (net(data[0]).sum() * float("nan"), 20, {}))
    assert training.skipped == 1 and torch.equal(before, training.net.weight)


def test_lr_at_the_ends_is_low(tmp_path):
    training = line_fit(tmp_path)
    first = training.lr()
    training.step = training.seen = 1000
    middle = training.lr()
    training.seen = 2000
    assert first < middle and training.lr() < 1e-5


def test_warm_start_other_shapes_are_left(tmp_path):
    small, large = torch.nn.Linear(1, 1), torch.nn.Linear(2, 1)
    torch.save(small.state_dict(), tmp_path / "w.pt")
    assert warm_start(large, str(tmp_path / "w.pt")) == ["weight"]
    assert torch.equal(large.bias, small.bias)


def test_mean_weights_lie_between_and_counters_are_the_seconds():
    first, second = torch.nn.BatchNorm1d(2), torch.nn.BatchNorm1d(2)
    second.weight.data.fill_(3.0)
    second.num_batches_tracked += 5
    between = mean(first.state_dict(), second.state_dict(), 0.25)
    assert torch.equal(between["weight"], torch.full((2,), 1.5)) and int(between["num_batches_tracked"]) == 5
    assert torch.equal(first.weight, torch.ones(2))
