"""Titles: where the subtitle begins, whether capitals carry meaning, how titles are compared."""

import re

from citations.fold import fold_words

_SUBTITLE = re.compile(r"\s?[:：]\s|\s[–—]\s|\s?—\s?|\s-{1,3}\s|[?!]\s(?=[A-ZÀ-Þ\"“'‘])")
_ARTICLES = frozenset(
    ["a", "an", "the", "der", "die", "das", "le", "la", "les", "el", "los", "las", "o", "os", "as"]
)
_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTEST_SHOUT = 8


def split_subtitle(title: str) -> tuple[str, str | None]:
    """Return ``title``'s main part and its subtitle (``None`` without one), both stripped.

    The break is the first colon followed by a blank, spaced or long dash, or "?" and "!" before
    a capital; a question or exclamation mark stays with the main part.
    """
    match = _SUBTITLE.search(title)
    if match is None:
        return title.strip(), None
    cut = match.start() + 1 if match[0][0] in "?!" else match.start()
    main, subtitle = title[:cut].strip(), title[match.end() :].strip()
    if not main or not subtitle:
        return title.strip(), None
    return main, subtitle


def is_all_caps(title: str) -> bool:
    """Tell whether ``title`` is shouted: no lower-case letter, two words or more, 8+ letters."""
    if title.upper() != title:
        return False
    words = _LETTERS.findall(title)
    letters = "".join(words)
    cased = sum(letter.lower() != letter.upper() for letter in letters)
    return len(words) >= 2 and cased >= _SHORTEST_SHOUT and letters.upper() == letters


def is_title_case(title: str) -> bool:
    """Tell whether most long words of ``title`` after the first begin with a capital."""
    words = [word for word in _LETTERS.findall(title)[1:] if len(word) > 3]
    capital = sum(word[0].isupper() for word in words)
    return len(words) >= 2 and capital * 4 >= len(words) * 3 and not is_all_caps(title)


def title_words(title: str) -> tuple[str, ...]:
    """Return the folded words of ``title`` for comparison, a leading article left out."""
    words = fold_words(title)
    if len(words) > 1 and words[0] in _ARTICLES:
        return words[1:]
    return words


def fold_title(title: str) -> str:
    """Return ``title`` as it is compared: its folded words, one blank between them."""
    return " ".join(title_words(title))
