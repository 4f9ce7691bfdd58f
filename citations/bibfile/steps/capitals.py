"""Step about titles: capitals that mean something are protected, word by word."""

import re

from citations.bibfile.entry import is_balanced
from citations.formats.latex.decode import decode
from citations.formats.latex.encode import protects
from citations.formats.latex.names import is_group, split_parts
from citations.titles import is_all_caps, is_title_case

_EDGES = re.compile(r"\A([^\w\\$]*)(.*?)([^\w$]*)\Z", re.DOTALL)
_SPECIAL = re.compile(r"[{}\\$~]")
_SENTENCE_END = (":", "?", "!", ".", "—", "–", "--", "---")


def protect_capitals(text: str) -> str:
    """Put braces round acronyms, formulas, brands and names in titles; never round a whole title.

    In Title Case nothing tells a name from another word, so only inner capitals count there; a
    title in ALL CAPS is left alone.
    """
    while is_group(text) and " " in text and is_balanced(text[1:-1]):
        text = text[1:-1].strip()
    if text.lower() == text:
        return text
    words = split_parts(text, " ")
    shown = decode(text)
    if is_all_caps(shown):
        return text
    heading: bool | None = None
    out, begins = [], True
    for word in words:
        if word.islower():
            out.append(word)
            begins = word.endswith(_SENTENCE_END)
            continue
        before, core, after = _edges(word)
        simple = core and not _SPECIAL.search(core)
        if simple and heading is None:
            heading = is_title_case(shown)
        if simple and is_balanced(before) and protects(core, heading=bool(heading), begins=begins):
            out.append(f"{before}{{{core}}}{after}")
        else:
            out.append(word)
        begins = word.endswith(_SENTENCE_END) and not (len(core) == 1 and word.endswith("."))
    return " ".join(out)


def _edges(word: str) -> tuple[str, str, str]:
    if word.isalnum():
        return "", word, ""
    match = _EDGES.match(word)
    assert match is not None
    return match[1], match[2], match[3]
