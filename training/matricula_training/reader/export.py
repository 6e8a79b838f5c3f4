"""The trained reader as an ONNX graph and its part of the bundle's manifest."""
import os

import cv2
import torch
import torch.nn as nn

from matricula_training import bundle
from matricula_training.plates.renderer import Renderer
from matricula_training.reader.alphabet import best_path
from matricula_training.reader.degrade import Degrader
from matricula_training.reader.evaluate import probability

PARITY_COLUMNS, PARITY_ROWS = 10, 20


class ReaderGraph(nn.Module):
    """uint8 [N,H,W,3] BGR to CTC log-probabilities [N,T,C] at the fitted temperature and region log-probabilities [N,R]."""

    def __init__(self, net, temperature):
        super().__init__()
        self.net, self.temperature = net, temperature

    def forward(self, plates):
        logits, region = self.net(plates.permute(0, 3, 1, 2).float())
        return torch.log_softmax(logits / self.temperature, -1), torch.log_softmax(region, -1)


def export(net, folder, description):
    """Writes reader.onnx and the manifest's reader keys. `description`: alphabet, regions, margin_x, margin_y, temperature."""
    shape, path = net.shape, os.path.join(folder, "reader.onnx")
    os.makedirs(folder, exist_ok=True)
    graph = ReaderGraph(net, description["temperature"])
    example = torch.zeros(2, shape.height, shape.width, 3, dtype=torch.uint8)
    bundle.export_onnx(graph, example, path, ["plates"], ["logprobs", "region"],
                       {"plates": {0: "n"}, "logprobs": {0: "n"}, "region": {0: "n"}})
    bundle.update_manifest(folder, "reader", {
        "file": "reader.onnx",
        "sha256": bundle.sha256(path),
        "height": shape.height,
        "width": shape.width,
        "margin.x": description["margin_x"],
        "margin.y": description["margin_y"],
        "blank": shape.symbols,
        "alphabet": ",".join(description["alphabet"]),
        "regions": ",".join(description["regions"]),
        "temperature": description["temperature"],
    })
    return graph


def parity(graph, folder, atlas, margin):
    """Drawn crops and what the graph reads of them, for a test of the Java reader against this one.

    plates.png is a sheet of 20 rows of 10 crops of the reader's size; plates.tsv has one line for each crop: text, probability. Of what is
    drawn the least sure eleventh is left out: there the text of an integer graph hangs on the rounding of one value, which differs
    between versions of the runtime.
    """
    torch.manual_seed(21)
    shape, renderer, count = graph.net.shape, Renderer(atlas, 21), PARITY_COLUMNS * PARITY_ROWS
    plates = [renderer.plate() for _ in range(count + count // 10)]
    drawn = Degrader(shape.height, shape.width, margin).drawn(plates, 0.25)
    crops = drawn.permute(0, 2, 3, 1).to(torch.uint8).contiguous()
    with torch.no_grad():
        logprobs = torch.cat([graph(part)[0] for part in crops.split(50)])
    texts = best_path(logprobs)
    scores = probability(logprobs, texts)
    surest = scores.topk(count).indices.sort().values
    os.makedirs(folder, exist_ok=True)
    sheet = crops[surest].numpy().reshape(PARITY_ROWS, PARITY_COLUMNS, shape.height, shape.width, 3).transpose(0, 2, 1, 3, 4)
    cv2.imwrite(os.path.join(folder, "plates.png"), sheet.reshape(PARITY_ROWS * shape.height, -1, 3), [cv2.IMWRITE_PNG_COMPRESSION, 9])
    with open(os.path.join(folder, "plates.tsv"), "w", encoding="utf-8") as file:
        file.writelines(f"{''.join(texts[k])}\t{float(scores[k]):.5f}\n" for k in surest.tolist())
