"""The network: a small BERT with tag, sentence and check-worthiness heads."""

from dataclasses import dataclass
from pathlib import Path

import torch
from corpus import IGNORED, ROLES, Window
from torch import Tensor, nn
from transformers import BertModel

HIDDEN = 384
_BELOW_ALL = -9.0  # hidden states are layer-normalised: none is as low


class Network(nn.Module):
    """Three independent BIO heads, one sentence head (attributed), two check-worthiness heads.

    A sentence is pooled to the mean and the maximum of its pieces' hidden states.
    """

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(base, add_pooling_layer=False)
        self.drop = nn.Dropout(0.1)
        self.tag = nn.Linear(HIDDEN, 3 * len(ROLES))
        self.sent = nn.Linear(2 * HIDDEN, 1)
        self.cw = nn.Linear(2 * HIDDEN, 2)

    def encode(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return the hidden state of every piece: (batch, pieces, HIDDEN)."""
        return self.bert(input_ids=ids, attention_mask=mask).last_hidden_state

    def judge(self, hidden: Tensor, sentence: Tensor, count: int) -> tuple[Tensor, Tensor, Tensor]:
        """Return tag logits, sentence logits and check-worthiness logits.

        ``sentence`` numbers each piece's sentence (-1: none); ``count`` is the most in a window.
        """
        batch, pieces, _ = hidden.shape
        one_hot = nn.functional.one_hot((sentence + 1).clamp(min=0), count + 1)[..., 1:].float()
        size = one_hot.sum(1).clamp(min=1)
        mean = torch.einsum("bth,bts->bsh", hidden, one_hot) / size[..., None]
        highest = torch.stack(
            [
                hidden.masked_fill(~(sentence == number).unsqueeze(-1), _BELOW_ALL).max(1).values
                for number in range(count)
            ],
            1,
        )
        pooled = self.drop(torch.cat([mean, highest], -1))
        tags = self.tag(self.drop(hidden)).view(batch, pieces, len(ROLES), 3)
        return tags, self.sent(pooled).squeeze(-1), self.cw(pooled)


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as padded tensors."""

    ids: Tensor
    mask: Tensor
    tags: Tensor
    sentence: Tensor
    attributed: Tensor
    worth: Tensor
    count: int


def collate(windows: list[Window]) -> Batch:
    """Pad windows to the longest of them; padding is ignored in every loss."""
    size, length = len(windows), max(len(window.ids) for window in windows)
    count = max(len(window.rows) for window in windows)
    batch = Batch(
        ids=torch.zeros(size, length, dtype=torch.long),
        mask=torch.zeros(size, length, dtype=torch.long),
        tags=torch.full((size, length, len(ROLES)), IGNORED),
        sentence=torch.full((size, length), -1),
        attributed=torch.full((size, count), float(IGNORED)),
        worth=torch.full((size, count, 2), float(IGNORED)),
        count=count,
    )
    for row, window in enumerate(windows):
        end = len(window.ids)
        batch.ids[row, :end] = torch.tensor(window.ids)
        batch.mask[row, :end] = 1
        batch.tags[row, :end] = torch.tensor(window.tags)
        batch.sentence[row, :end] = torch.tensor(window.sentence)
        batch.attributed[row, : len(window.attributed)] = torch.tensor(window.attributed)
        if window.worth is not None:
            task, label = window.worth
            batch.worth[row, 0, task] = label
    return batch
