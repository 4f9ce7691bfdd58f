"""What the tagger sees of each token: six ids and twelve numbers.

Words outside the vocabulary are still seen by their first and last letters, shape and script.
The weights were trained on exactly these features.
"""

import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int64]
Flags = npt.NDArray[np.float32]

BUCKETS = 4096  # of hashed prefixes and suffixes: 30,000 words collide rarely enough
ID_COLUMNS = 6
FLAG_COLUMNS = 12
_ADDRESS = ("http", "www")


def shape(word: str) -> str:
    """Return the shape of a token: Y a year, D3 three digits, Cc4 a capitalised word, ...."""
    if word.isdigit():
        if len(word) == 4 and "1400" <= word <= "2099":
            return "Y"
        return f"D{min(len(word), 6)}"
    if word[0].isalpha():
        return _letters(word)
    if len(word) > 3 and word.startswith("10."):
        return "DOI"
    return "p" + word[0]


def _letters(word: str) -> str:
    size = min(len(word), 4)
    if word.isupper():
        return "C" if len(word) == 1 else f"CC{size}"
    if word.islower():
        return f"c{size}"
    if word[0].isupper() and word[1:].islower():
        return f"Cc{size}"
    return "U" if word.startswith(_ADDRESS) else "X"


def script(word: str) -> int:
    """Return a small number for the script of the first character."""
    point = ord(word[0])
    if point < 0x250:
        return 0 if point < 128 else 1
    if 0x370 <= point < 0x530:
        return 2 if point < 0x400 else 3
    if 0x590 <= point < 0x900:
        return 4
    if 0x3040 <= point < 0x3100:
        return 5
    if 0x4E00 <= point < 0xA000:
        return 6
    if 0xAC00 <= point < 0xD7B0:
        return 7
    return 8 if point >= 0x2000 else 9


def word_key(word: str) -> str:
    """Return the form under which a token stands in the vocabulary."""
    if len(word) > 8 and word.startswith(_ADDRESS):
        return "<url>"
    if len(word) > 6 and word.startswith("10."):
        return "<doi>"
    if word.isdigit() and len(word) > 2:
        return f"<Y{word[:2]}>" if shape(word) == "Y" else f"<d{len(word)}>"
    return word.lower()


def _bucket(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass")) % BUCKETS


@lru_cache(maxsize=200_000)
def word_features(word: str) -> tuple[str, int, int, int, str, int]:
    """Return vocabulary key, prefix, suffix and short-suffix buckets, shape and script."""
    lower = word.lower()
    return (
        word_key(word),
        _bucket("p" + lower[:3]),
        _bucket("s" + lower[-3:]),
        _bucket("2" + lower[-2:] + str(min(len(lower), 5))),
        shape(word),
        script(word),
    )


def encode(
    text: str,
    tokens: Sequence[tuple[int, int]],
    vocabulary: Mapping[str, int],
    shapes: Mapping[str, int],
) -> tuple[Ids, Flags]:
    """Return the ids and flags of the tokens of ``text``, a row a token."""
    count = len(tokens)
    ids: list[tuple[int, ...]] = []
    states: list[tuple[bool, bool, int, int, int, int]] = []
    depth = quoted = year_seen = dots = commas = 0
    before = -1
    for start, end in tokens:
        word = text[start:end]
        key, prefix, suffix, ending, form, writing = word_features(word)
        ids.append((vocabulary.get(key, 1), prefix, suffix, ending, shapes.get(form, 0), writing))
        if end - start == 1 and not word.isalnum():
            if word in "([<":
                depth += 1
            elif word in ")]>" and depth:
                depth -= 1
            elif word in '"“”„«»‘':
                quoted ^= 1
            elif word == ".":
                dots += 1
            elif word == ",":
                commas += 1
        states.append((start > before, depth > 0, quoted, year_seen, dots, commas))
        year_seen = year_seen or int(form == "Y")
        before = end
    flags = np.zeros((count, FLAG_COLUMNS), dtype=np.float32)
    if count:
        at = np.arange(count)
        seen = np.array(states, dtype=np.float64)
        flags[:, :4] = seen[:, :4]
        flags[:, 4] = at / count
        flags[:, 5:7] = np.minimum(seen[:, 4:], 8) / 8
        flags[0, 7] = flags[-1, 8] = 1
        flags[:, 9] = min(count, 100) / 100
        flags[:, 10] = np.minimum(at, 10) / 10
        flags[:, 11] = np.minimum(count - 1 - at, 10) / 10
    return np.array(ids, dtype=np.int64).reshape(count, ID_COLUMNS), flags
