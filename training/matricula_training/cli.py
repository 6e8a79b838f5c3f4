"""The one command line: python3 -m matricula_training PART COMMAND ..."""
import argparse
import importlib

# A part is a subpackage whose module `cli` has `register(commands)`, where `commands` is argparse's subparsers object.
PARTS = (
    "plates",
    "reader",
    "detector",
    "regions",
    "vehicles",
    "graphs",
)


def parser():
    root = argparse.ArgumentParser(prog="matricula_training", description=__doc__)
    parts = root.add_subparsers(dest="part", required=True)
    for part in PARTS:
        commands = parts.add_parser(part).add_subparsers(dest="command", required=True)
        importlib.import_module(f"matricula_training.{part}.cli").register(commands)
    return root


def main(arguments=None):
    chosen = parser().parse_args(arguments)
    chosen.run(chosen)
