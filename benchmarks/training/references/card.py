"""Write the model's card: what it is, what it was made of, how good it is, its checksums."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.references import report
from citations.parse import parse_reference

from .calibrate import reliability, samples
from .train import Plan

_FILES = ("references.onnx", "references.json")
_TEXT = """\
# The reference tagger

Labels the fields of a printed reference and says what kind of work it is: two bidirectional LSTM
layers over word, affix and shape embeddings, a CRF, and a head for the kind; weights in 8 bits.
Made by `make train-references` ({date}) from `{seed}` as its seed: {plan}.

## Data and licences

- GROBID's annotated citations, Patrice Lopez and contributors, CC BY 4.0
  (https://creativecommons.org/licenses/by/4.0/), changed: converted, relabelled, deduplicated.
- AnyStyle's core, good and bad sets, BSD-2-Clause, whose notice stands below.
- Synthetic references (`benchmarks/training/references/forms`): names from Faker (MIT), frequent
  words from wordfreq (CC BY-SA 4.0, Robyn Speer), titles, journals, publishers and places of the
  two sets above, and titles and sentences of PolNeAR's training split, which states NO licence and
  whose texts are the publishers'. The model holds single words of them, no sentence.
- Recombined references: the print of one string of the first two sets with values of others.
- Confidence: fitted on the development strings of the first two and on newsroom-dev.

## Scores on the development sets

Newsroom's type rules were written with that set in sight, so its type accuracy is not a forecast.

```
{scores}
```

Confidence: expected calibration error {error:.3f}, Brier {brier:.3f}, over {count} strings out of
the fold that the weights were fitted on.

| strings | said | right |
| --- | --- | --- |
{bins}

## Checksums (sha256)

{sums}

## AnyStyle's notice

Copyright 2011-2023 Sylvester Keil. All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are permitted
provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions
   and the following disclaimer.
2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions
   and the following disclaimer in the documentation and/or other materials provided with the
   distribution.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDER "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES,
INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A
PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT
NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR
BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT
LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS
SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
"""


def write_card(folder: Path, data: Path) -> None:
    """Score the model in ``data`` on the strings in ``folder`` and write its card beside it."""
    found = samples(folder)
    measured = reliability(found)
    plan = Plan()
    card = _TEXT.format(
        date=f"{datetime.now(tz=UTC):%Y-%m-%d}",
        seed=plan.seed,
        plan=", ".join(f"{name} {value}" for name, value in plan._asdict().items()),
        scores="\n".join(report(folder, parse_reference)),
        error=measured.error,
        brier=measured.brier,
        count=len(found),
        bins="\n".join(
            f"| {count} | {said:.2f} | {true:.2f} |" for count, said, true in measured.bins
        ),
        sums="\n".join(
            f"- `{name}` {hashlib.sha256((data / name).read_bytes()).hexdigest()}"
            for name in _FILES
        ),
    )
    (data / "references.card.md").write_text(card, encoding="utf-8")
