"""Copies of an ONNX graph that calculate with 8-bit integers or with half floats. Needs the package onnxruntime."""
import os
import re
import tempfile

import onnx

SEVEN_BITS = True
TYPES = ("Conv", "MatMul", "Add", "Relu", "Resize")
# Ranges differ too much between the channels of what goes out, and sums of tokens stay float so that their norms are fused.
INTEGERS = {
    "detector": r"/net/(stem|stages|lateral|Add|Resize|heads\.\d/heads\.\d\.[0-3]/)",
    "reader": r"/net/(trunk|rows)/|/net/encoder\.\d+/(attention/(query|key_value|out)|mlp/mlp\.\d)/MatMul",
    "vehicles": r"/net/(trunk/(stem|stages)|laterals|smooth|what|where|kind|Add(_1)?$|Resize)",
    "attributes": r"/net/trunk/(stem|stages)",
}


def tools():
    try:
        import onnxruntime.quantization
    except ImportError as missing:
        raise SystemExit("Other precisions need the package onnxruntime: pip install onnxruntime") from missing
    return onnxruntime.quantization


def is_converted(path):
    """Whether a graph has integers or half floats already: a copy of a copy would lose twice."""
    graph = onnx.load(path).graph
    half = any(value.data_type == onnx.TensorProto.FLOAT16 for value in graph.initializer)
    return half or any(node.op_type == "QuantizeLinear" for node in graph.node)


def to_int8(source, target, samples, nodes):
    """Writes `source` with the nodes whose names match `nodes` in integers, weights with one scale a channel.

    `samples`: inputs of the graph, from which the ranges of the values between the nodes are learnt. Weights have 7 bits: with 8, processors
    with AVX2 and without VNNI overflow (VPMADDUBSW adds two products in 16 bits) and read something else.
    """
    quantization = tools()
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as folder:
        prepared = os.path.join(folder, "prepared.onnx")
        quant_pre_process(source, prepared, skip_symbolic_shape=True)
        graph = _unshared(prepared)
        chosen = [node.name for node in graph.node if node.op_type in TYPES and re.match(nodes, node.name)]
        quantization.quantize_static(
            prepared, target, _reader(quantization, graph.input[0].name, samples), quant_format=quantization.QuantFormat.QDQ,
            op_types_to_quantize=list(TYPES), nodes_to_quantize=chosen, per_channel=True, reduce_range=SEVEN_BITS,
            activation_type=quantization.QuantType.QUInt8, weight_type=quantization.QuantType.QInt8, extra_options={"WeightSymmetric": True})


def _unshared(path):
    """Gives each layer constants of its own, where the export wrote one and other names for it, and returns the graph: the integers of a bias depend on the
    ranges of its layer."""
    model = onnx.load(path)
    stored = {value.name: value for value in model.graph.initializer}
    for node in [node for node in model.graph.node if node.op_type == "Identity" and node.input[0] in stored]:
        copied = model.graph.initializer.add()
        copied.CopyFrom(stored[node.input[0]])
        copied.name = node.output[0]
        model.graph.node.remove(node)
    onnx.save(model, path)
    return model.graph


def to_fp16(source, target):
    """Writes `source` with half floats inside; inputs and outputs keep their types."""
    tools()
    from onnxruntime.transformers.float16 import convert_float_to_float16

    half = convert_float_to_float16(onnx.load(source), keep_io_types=True, op_block_list=["TopK", "CumSum", "Resize"])
    seen = set()
    for node in list(half.graph.node):
        # The tool writes a cast once for each node that needs it, always under one name, which the runtime refuses.
        if node.output[0] in seen:
            half.graph.node.remove(node)
        seen.add(node.output[0])
    onnx.save(half, target)


def _reader(quantization, name, samples):
    class Samples(quantization.CalibrationDataReader):
        def __init__(self):
            self.left = iter(samples)

        def get_next(self):
            sample = next(self.left, None)
            return None if sample is None else {name: sample}

    return Samples()
