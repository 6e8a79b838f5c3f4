"""The model bundle that `recognition` loads: ONNX files beside a plain manifest.properties."""
import hashlib
import inspect
import os
import re
import subprocess

import onnx
import torch

MANIFEST = "manifest.properties"


def export_onnx(net, example, path, inputs, outputs, dynamic):
    """Writes `net` as ONNX opset 16 and checks the file's consistency."""
    net = net.eval().cpu().to(memory_format=torch.contiguous_format)
    options = dict(dynamo=False) if "dynamo" in inspect.signature(torch.onnx.export).parameters else {}
    with torch.no_grad():
        torch.onnx.export(net, example, path, opset_version=16, input_names=inputs, output_names=outputs,
                          dynamic_axes=dynamic, do_constant_folding=True, **options)
    onnx.checker.check_model(onnx.load(path), full_check=True)


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def commit():
    """The commit the working tree is at, or "unknown" outside of a repository."""
    here = os.path.dirname(os.path.abspath(__file__))
    answer = subprocess.run(["git", "-C", here, "rev-parse", "HEAD"], capture_output=True, text=True)
    return answer.stdout.strip() if answer.returncode == 0 else "unknown"


def read_manifest(folder):
    path = os.path.join(folder, MANIFEST)
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    return dict(line.split("=", 1) for line in lines)


def update_manifest(folder, prefix, values):
    """Replaces the keys of one model (`prefix.`) and keeps the others; sorted, so that differences are readable."""
    kept = {key: value for key, value in read_manifest(folder).items() if not key.startswith(prefix + ".")}
    kept.update({f"{prefix}.{key}": str(value) for key, value in values.items()})
    _write_manifest(folder, kept)


def update_key(folder, key, value):
    """Replaces one key and keeps all others."""
    _write_manifest(folder, {**read_manifest(folder), key: str(value)})


def _write_manifest(folder, kept):
    wrong = [key for key, value in kept.items() if not re.fullmatch(r"[a-z0-9.\-]+", key) or "\n" in value or "\\" in value]
    if wrong:
        raise ValueError(f"not fit for a properties file: {wrong}")
    with open(os.path.join(folder, MANIFEST), "w", encoding="utf-8") as file:
        file.write("# Written by training; UTF-8. Change the models, not this file.\n")
        file.writelines(f"{key}={kept[key]}\n" for key in sorted(kept))
