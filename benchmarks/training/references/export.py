"""Write the trained network as an ONNX graph in 8 bits, and its tables as JSON."""

import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from citations.parse.confidence import SIGNS

from .harmonise import KINDS, LABELS
from .network import EMBEDDINGS, LAYERS
from .train import Trained

_OPSET, _IR = 20, 9
_KEPT_WHOLE = {"shape", "script"}  # tables of a few rows: multiplied through once for all


class _Graph:
    """Nodes and weights in the making."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.weights.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output


def write_graph(trained: Trained, path: Path) -> None:
    """Write the network's graph to ``path``, embeddings and layers in 8 bits."""
    state = {name: w.detach().numpy() for name, w in trained.network.state_dict().items()}
    graph = _Graph()
    x = _entrance(graph, state)
    x = _layers(graph, state, x, trained.plan.hidden)
    labels = graph.constant("label_weight", state["label_head.weight"].T)
    scores = graph.node("MatMul", [x, labels], "label_product")
    graph.node("Add", [scores, graph.constant("label_bias", state["label_head.bias"])], "labels")
    _kind_head(graph, state, x)
    columns = len(EMBEDDINGS)
    flags = state["entrance.weight"].shape[1] - sum(
        state[f"embeddings.{k}.weight"].shape[1] for k in range(columns)
    )
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "reference-tagger",
            [
                helper.make_tensor_value_info("ids", TensorProto.INT64, ["B", "T", columns]),
                helper.make_tensor_value_info("flags", TensorProto.FLOAT, ["B", "T", flags]),
                helper.make_tensor_value_info("lengths", TensorProto.INT32, ["B"]),
                helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["B", "T"]),
            ],
            [
                helper.make_tensor_value_info("labels", TensorProto.FLOAT, ["B", "T", len(LABELS)]),
                helper.make_tensor_value_info("kinds", TensorProto.FLOAT, ["B", len(KINDS)]),
            ],
            graph.weights,
        ),
        opset_imports=[helper.make_opsetid("", _OPSET)],
        ir_version=_IR,
    )
    onnx.checker.check_model(model)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        onnx.save(model, whole)
        quantize_dynamic(
            whole, path, op_types_to_quantize=["LSTM", "MatMul"], weight_type=QuantType.QInt8
        )


def tables_of(trained: Trained) -> dict[str, object]:
    """Return what the runtime needs beside the graph."""
    network = trained.network
    return {
        "labels": LABELS,
        "kinds": KINDS,
        "vocabulary": list(trained.tables.vocabulary),
        "shapes": list(trained.tables.shapes),
        "transitions": _rounded(network.transitions.detach().numpy()),
        "start": _rounded(network.start.detach().numpy()),
        "end": _rounded(network.end.detach().numpy()),
        "calibration": dict.fromkeys(SIGNS, 0.0),  # until the strings of calibrate.py are read
    }


def write_tables(tables: dict[str, object], path: Path) -> None:
    """Write the tables, one to a line."""
    lines = ",\n".join(
        f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for name, value in tables.items()
    )
    path.write_text("{\n" + lines + "\n}\n", encoding="utf-8")


def _entrance(graph: _Graph, state: dict[str, np.ndarray]) -> str:
    """Look the tokens up and bring them to the layers' input, embeddings multiplied through."""
    parts: list[str] = []
    low = 0
    for column, name in enumerate(EMBEDDINGS):
        table = state[f"embeddings.{column}.weight"]
        weight = state["entrance.weight"][:, low : low + table.shape[1]].T
        low += table.shape[1]
        place = graph.constant(f"{name}_column", np.array(column, dtype=np.int64))
        index = graph.node("Gather", ["ids", place], f"{name}_index", axis=2)
        if name in _KEPT_WHOLE:
            rows = graph.constant(f"{name}_rows", (table @ weight).astype(np.float32))
            parts.append(graph.node("Gather", [rows, index], f"{name}_part", axis=0))
            continue
        scale = np.abs(table).max(1, keepdims=True) / 127 + 1e-9
        small = graph.constant(f"{name}_rows", np.round(table / scale).astype(np.int8))
        scales = graph.constant(f"{name}_scales", scale.astype(np.float32))
        rows = graph.node("Gather", [small, index], f"{name}_small", axis=0)
        rows = graph.node("Cast", [rows], f"{name}_float", to=TensorProto.FLOAT)
        factor = graph.node("Gather", [scales, index], f"{name}_scale", axis=0)
        rows = graph.node("Mul", [rows, factor], f"{name}_embedding")
        parts.append(
            graph.node("MatMul", [rows, graph.constant(f"{name}_in", weight)], f"{name}_part")
        )
    flags = graph.constant("flags_in", state["entrance.weight"][:, low:].T)
    parts.append(graph.node("MatMul", ["flags", flags], "flags_part"))
    parts.append(graph.constant("entrance_bias", state["entrance.bias"]))
    return graph.node("Gelu", [graph.node("Sum", parts, "entrance_sum")], "entrance")


def _layers(graph: _Graph, state: dict[str, np.ndarray], x: str, hidden: int) -> str:
    x = graph.node("Transpose", [x], "by_time", perm=[1, 0, 2])
    for layer in range(LAYERS):
        names = (f"forwards.{layer}", f"backwards.{layer}")
        inputs = np.stack([_gates(state[f"{name}.weight_ih_l0"]) for name in names])
        again = np.stack([_gates(state[f"{name}.weight_hh_l0"]) for name in names])
        biases = np.stack(
            [
                np.concatenate([_gates(state[f"{name}.bias_{of}_l0"]) for of in ("ih", "hh")])
                for name in names
            ]
        )
        y = graph.node(
            "LSTM",
            [
                x,
                graph.constant(f"inputs_{layer}", inputs),
                graph.constant(f"again_{layer}", again),
                graph.constant(f"biases_{layer}", biases),
                "lengths",
            ],
            f"both_{layer}",
            hidden_size=hidden,
            direction="bidirectional",
        )
        y = graph.node("Transpose", [y], f"paired_{layer}", perm=[0, 2, 1, 3])
        shape = graph.constant(f"shape_{layer}", np.array([0, 0, 2 * hidden], dtype=np.int64))
        x = graph.node("Reshape", [y, shape], f"layer_{layer}")
    return graph.node("Transpose", [x], "hidden", perm=[1, 0, 2])


def _kind_head(graph: _Graph, state: dict[str, np.ndarray], x: str) -> None:
    """Mean and maximum over the tokens; what lies beyond a row's length is zero or pushed down."""
    one = graph.constant("axis_1", np.array([1], dtype=np.int64))
    two = graph.constant("axis_2", np.array([2], dtype=np.int64))
    count = graph.node("Cast", ["lengths"], "count", to=TensorProto.FLOAT)
    count = graph.node("Unsqueeze", [count, one], "counts")
    total = graph.node("ReduceSum", [x, one], "total", keepdims=0)
    mean = graph.node("Div", [total, count], "mean")
    unit = graph.constant("unit", np.array(1, dtype=np.float32))
    down = graph.node("Sub", ["mask", unit], "beyond")
    down = graph.node("Mul", [down, graph.constant("deep", np.array(9, dtype=np.float32))], "push")
    down = graph.node("Unsqueeze", [down, two], "pushed")
    highest = graph.node(
        "ReduceMax", [graph.node("Add", [x, down], "kept"), one], "highest", keepdims=0
    )
    both = graph.node("Concat", [mean, highest], "pooled", axis=1)
    weight = graph.constant("kind_weight", state["kind_head.weight"].T)
    scores = graph.node("MatMul", [both, weight], "kind_product")
    graph.node("Add", [scores, graph.constant("kind_bias", state["kind_head.bias"])], "kinds")


def _gates(weight: np.ndarray) -> np.ndarray:
    """Bring torch's order of gates (i, f, g, o) to ONNX's (i, o, f, g)."""
    first, forget, cell, output = np.split(weight, 4, axis=0)
    return np.concatenate([first, output, forget, cell], axis=0)


def _rounded(values: np.ndarray) -> list:
    return np.round(values.astype(float), 4).tolist()
