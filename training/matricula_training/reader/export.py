"""The trained reader as an ONNX graph and its part of the bundle's manifest."""
import os

import torch
import torch.nn as nn

from matricula_training import bundle


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
