"""The best label sequence under a linear-chain CRF, and its probability, for a batch at once.

Viterbi (1967) for the path; the forward algorithm in the probability domain, rescaled at every
step, for the normaliser (Rabiner 1989, section V.A).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The CRF's weights: label to label, first label, last label."""

    transitions: Floats
    start: Floats
    end: Floats


def best_paths(scores: Floats, lengths: Ints, chain: Chain) -> tuple[Ints, Floats]:
    """Return the best labels (batch x time) and the natural log of each path's probability.

    ``scores`` is batch x time x labels; what lies beyond a row's length is ignored and its labels
    are 0. Every length must be at least 1.
    """
    batch, time, labels = scores.shape
    best = chain.start + scores[:, 0]
    back = np.zeros((time, batch, labels), dtype=np.int16)
    weights = np.exp(chain.transitions)
    shift = best.max(axis=1, keepdims=True)
    forward = np.exp(best - shift)
    log_total = shift[:, 0].astype(np.float64)
    incoming = np.ascontiguousarray(chain.transitions.T)  # to x from
    for at in range(1, time):
        live = lengths > at
        routes = best[:, None, :] + incoming
        pointers = routes.argmax(axis=2)
        moved = np.take_along_axis(routes, pointers[:, :, None], axis=2)[:, :, 0] + scores[:, at]
        back[at] = pointers
        best = np.where(live[:, None], moved, best)
        peak = scores[:, at].max(axis=1, keepdims=True)
        step = (forward @ weights) * np.exp(scores[:, at] - peak)
        scale = step.sum(axis=1, keepdims=True)
        forward = np.where(live[:, None], step / scale, forward)
        log_total = np.where(live, log_total + np.log(scale[:, 0]) + peak[:, 0], log_total)
    best = best + chain.end
    log_total = log_total + np.log((forward * np.exp(chain.end)).sum(axis=1))
    return _trace(best, back, lengths), (best.max(axis=1) - log_total).astype(np.float32)


def _trace(best: Floats, back: npt.NDArray[np.int16], lengths: Ints) -> Ints:
    """Follow the back pointers from each row's last token to its first."""
    time, batch, _ = back.shape
    rows = np.arange(batch)
    out = np.zeros((batch, time), dtype=np.int64)
    label = best.argmax(axis=1)
    for at in range(time - 1, -1, -1):
        inside = lengths > at
        out[:, at] = np.where(inside, label, 0)
        if at:
            label = np.where(inside, back[at][rows, label], label)
    return out
