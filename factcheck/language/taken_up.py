"""Figures that a sentence takes up from one that somebody is credited with.

"Of the 61, 34 were broken" is the count of the sentence that first gave the 61, and "Those on the
drug slept longer" is about the trial of the sentence before: whoever is credited there answers for
both. Numbers of one digit are too common to tell.
"""

import re

_AGAIN = re.compile(
    r"\b(?:(?:of|among|from) (?:the|those|these|all)|des|sur les|parmi les|der|von den|unter den)"
    r"(?: other| same| autres)? (?P<number>\d[\d,.]{0,12}\d)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:those|the others|the rest|participants|respondents|patients|volunteers|the (?:control|"
    r"treatment|placebo|other) group)(?: (?:on|in|who|with|without|given|taking|from|assigned|"
    r"over|under|aged))?\b"
)
_STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|experiments?|surveys?|reviews?|census|papers?|analysis|audit|accounts)"
    r"\b",
    re.IGNORECASE,
)
_OF_A_STUDY = re.compile(
    r"it |they |this |these |both |those |after (?:\w+ ){1,3}(?:those|they|the)\b|on average|"
    r"among (?:the|those)|of (?:the|those)|in (?:the|this|that) (?:study|trial|survey|"
    r"experiment|review)|"
    r"the (?:trial|study|team|authors|participants|volunteers|patients|animals|mice|effect|"
    r"difference|"
    r"results?|average|mean|median|rest|remaining|other|control|treatment|placebo|two|unspent)\b|"
    r"[a-z]+ (?:\w+ )?(?:were|was) (?:\d|[a-z]+er\b|more|less|\w+ per ?cent)"
)
_NUMBER = re.compile(r"\d[\d,.]{0,12}\d")

Credits = tuple[tuple[int, ...], tuple[int, ...]]
"""Indices of citations and of attributions."""


class TakenUp:
    """What was credited so far: ask before you tell, sentence by sentence, in order."""

    def __init__(self) -> None:
        self._numbers: dict[str, Credits] = {}
        self._last: tuple[int, Credits] | None = None
        self._study = False  # the last credited sentences are of one study

    def credits_of(self, text: str, block: int) -> Credits:
        """Return who is credited with what a sentence without credits of its own takes up."""
        for match in _AGAIN.finditer(text):
            known = self._numbers.get(match["number"])
            if known is not None:
                return known
        if self._last and self._last[0] == block:
            lower = text.lower()
            if _GROUP.match(lower) or (self._study and _OF_A_STUDY.match(lower)):
                return self._last[1]
        return ((), ())

    def tell(self, text: str, block: int, credited: Credits) -> None:
        """Remember a sentence and its credits, which may be none."""
        if not any(credited):
            self._last, self._study = None, False
            return
        same = self._last is not None and self._last[0] == block and self._study
        self._study = same or _STUDY.search(text) is not None
        self._last = (block, credited)
        for match in _NUMBER.finditer(text):
            self._numbers.setdefault(match.group(), credited)
