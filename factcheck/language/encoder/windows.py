"""Pack the word pieces of sentences into windows that the network reads."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tokenizers import Tokenizer

from factcheck.model.analysis import Sentence

CLS, SEP = 101, 102
PIECES = 256
"""Word pieces in a window, marks included: what the network was trained on."""

_MARKS = 4  # room that a sentence leaves for [CLS], [SEP] and a paragraph's [SEP]
_LONGEST = 4_000  # characters of a sentence that are looked at: more than 252 pieces of prose
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_STRAIGHT = str.maketrans("“”„‘’", '"""\'\'')


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Word pieces of whole sentences.

    ``sentences`` gives each piece the index of its sentence, -1 for marks; ``starts`` and ``ends``
    are offsets into the text.
    """

    ids: list[int] = field(default_factory=lambda: [CLS])
    sentences: list[int] = field(default_factory=lambda: [-1])
    starts: list[int] = field(default_factory=lambda: [0])
    ends: list[int] = field(default_factory=lambda: [0])

    def mark(self) -> None:
        """Append a [SEP]."""
        self.ids.append(SEP)
        self.sentences.append(-1)
        self.starts.append(0)
        self.ends.append(0)


def windows(tokenizer: Tokenizer, text: str, sentences: Iterable[Sentence]) -> Iterator[Window]:
    """Yield windows over a text, [SEP] between blocks; of an endless sentence only the start."""
    window, block = Window(), None
    for number, sentence in enumerate(sentences):
        start = sentence.span.start
        stretch = text[start : min(sentence.span.end, start + _LONGEST)]
        # A lone surrogate has no UTF-8 form for the tokeniser; typographic marks must not change
        # what is found. One character stands for one, so that offsets hold.
        plain = _SURROGATE.sub("\ufffd", stretch).translate(_STRAIGHT)
        encoding = tokenizer.encode(plain, add_special_tokens=False)
        size = min(len(encoding.ids), PIECES - _MARKS)
        if len(window.ids) + size + 2 > PIECES:
            window.mark()
            yield window
            window, block = Window(), None
        if block is not None and sentence.block != block:
            window.mark()
        block = sentence.block
        window.ids.extend(encoding.ids[:size])
        window.sentences.extend([number] * size)
        window.starts.extend(start + begin for begin, _ in encoding.offsets[:size])
        window.ends.extend(start + end for _, end in encoding.offsets[:size])
    if len(window.ids) > 1:
        window.mark()
        yield window
