"""The tagger's network: embeddings, two bidirectional LSTM layers, a CRF and a head for the kind.

After Lample et al. (2016), "Neural architectures for named entity recognition", with hashed
prefixes and suffixes in place of the character LSTM, which costs more than all the rest.
"""

import torch
from torch import nn
from torch.nn import functional

from citations.parse.tagger.features import BUCKETS, FLAG_COLUMNS

from .dataset import Batch

# Columns of the ids: word, prefix, suffix, short suffix, shape, script.
EMBEDDINGS = ("word", "prefix", "suffix", "ending", "shape", "script")
_WIDTHS = (64, 32, 32, 16, 16, 6)
_SCRIPTS = 10
INPUT = 128
LAYERS = 2


class Network(nn.Module):
    """Scores of every label for every token, and of every kind for the string."""

    def __init__(self, rows: tuple[int, int, int, int], hidden: int, dropout: float) -> None:
        """``rows``: number of words, shapes, labels and kinds."""
        super().__init__()
        words, shapes, labels, kinds = rows
        counts = (words, BUCKETS, BUCKETS, BUCKETS, shapes, _SCRIPTS)
        self.embeddings = nn.ModuleList(
            nn.Embedding(count, width) for count, width in zip(counts, _WIDTHS, strict=True)
        )
        for embedding in list(self.embeddings)[:4]:
            nn.init.normal_(embedding.weight, std=0.1)
        self.entrance = nn.Linear(sum(_WIDTHS) + FLAG_COLUMNS, INPUT)
        sizes = [INPUT, *[2 * hidden] * (LAYERS - 1)]
        self.forwards = nn.ModuleList(nn.LSTM(size, hidden, batch_first=True) for size in sizes)
        self.backwards = nn.ModuleList(nn.LSTM(size, hidden, batch_first=True) for size in sizes)
        self.dropout = nn.Dropout(dropout)
        self.label_head = nn.Linear(2 * hidden, labels)
        self.kind_head = nn.Linear(4 * hidden, kinds)
        self.transitions = nn.Parameter(torch.zeros(labels, labels))
        self.start = nn.Parameter(torch.zeros(labels))
        self.end = nn.Parameter(torch.zeros(labels))

    def forward(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """Return label scores (batch x time x labels) and kind scores (batch x kinds)."""
        seen = [emb(batch.ids[..., column]) for column, emb in enumerate(self.embeddings)]
        x = torch.cat([*seen, batch.flags], dim=-1)
        x = self.dropout(functional.gelu(self.entrance(x)))
        turned = _turned(batch.lengths, x.shape[1])
        for layer, (onward, back) in enumerate(zip(self.forwards, self.backwards, strict=True)):
            ahead, _ = onward(x)
            behind, _ = back(_take(x, turned))
            x = torch.cat([ahead, _take(behind, turned)], dim=-1)
            if layer < LAYERS - 1:
                x = self.dropout(x)
        x = x * batch.mask.unsqueeze(-1)
        mean = x.sum(1) / batch.lengths.unsqueeze(1)
        highest = (x + (batch.mask.unsqueeze(-1) - 1) * 9).amax(1)
        kinds = self.kind_head(self.dropout(torch.cat([mean, highest], dim=-1)))
        return self.label_head(self.dropout(x)), kinds

    def label_loss(self, scores: torch.Tensor, batch: Batch) -> torch.Tensor:
        """Return each string's negative log likelihood under the CRF."""
        rows = torch.arange(len(scores))
        labels = batch.labels
        path = self.start[labels[:, 0]] + scores[rows, 0, labels[:, 0]]
        total = self.start + scores[:, 0]
        weights = self.transitions.exp()
        for at in range(1, scores.shape[1]):
            live = batch.mask[:, at]
            step = self.transitions[labels[:, at - 1], labels[:, at]]
            path = path + (step + scores[rows, at, labels[:, at]]) * live
            peak = total.amax(1, keepdim=True).detach()
            moved = ((total - peak).exp() @ weights).log() + peak + scores[:, at]
            total = torch.where(live.unsqueeze(1) > 0, moved, total)
        path = path + self.end[labels[rows, batch.lengths - 1]]
        return torch.logsumexp(total + self.end, 1) - path


def _turned(lengths: torch.Tensor, size: int) -> torch.Tensor:
    """Return positions that turn each row's tokens round and leave its padding in place."""
    at = torch.arange(size).unsqueeze(0)
    ends = lengths.unsqueeze(1)
    return torch.where(at < ends, ends - 1 - at, at)


def _take(x: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
    return x.gather(1, places.unsqueeze(-1).expand(-1, -1, x.shape[-1]))
