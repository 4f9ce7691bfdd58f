"""Say what a cue does, whatever its words: verbs by the lists, nouns and phrases by their own."""

import re

from factcheck.language import cue_words
from factcheck.language.cues import verb_class
from factcheck.language.word_lists import words
from factcheck.model.analysis import CueClass

_NAMING = frozenset({"call", "calls"})
_CALL_FOR = re.compile(
    r"\bcalls? (?:for|on|upon)\b|\b(?:a|the|his|her|its|their) calls?\b", re.IGNORECASE
)
_ASKS_FOR = re.compile(r"\bask(?:s|ed|ing)? (?:\w+ )?for\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

_NOUNS: dict[CueClass, frozenset[str]] = {
    CueClass.WANT: words(
        "hope hopes desire wish wishes intention intent intentions plan plans goal goals aim aims"
        " effort efforts bid attempt attempts willing willingness unwilling ready eager vow"
        " ambition demand demands request requests call calls push preference proposal proposals"
        " opposition support supporting opposed opposing commitment committed determined"
    ),
    CueClass.FEEL: words(
        "fear fears concern concerns worry worries concerned worried afraid anger angry belief"
        " beliefs view views opinion opinions doubt doubts hopeful confident confidence skeptical"
        " sceptical skepticism convinced happy unhappy proud sure certain aware frustrated"
        " frustration thought thoughts feeling feelings thinking understanding sense mind"
        " memory memories interested enthusiastic enthusiasm disappointed outraged outrage eyes"
    ),
    CueClass.EXPECT: words("expectation expectations prediction predictions expecting"),
    CueClass.DENY: words("denial denials rejection dispute"),
    CueClass.DOCUMENT: words("findings finding evidence data results"),
}
_NO_COMMENT = re.compile(cue_words.NO_COMMENT, re.IGNORECASE)


def class_of(cue: str) -> CueClass:
    """Return the class of a cue's words; ASSERT where nothing says otherwise.

    Where the words are of several classes the last one that makes somebody answerable decides
    ("wanted to say"), or else the last one.
    """
    if _NO_COMMENT.search(cue):
        return CueClass.DECLINE
    if _ASKS_FOR.search(cue):
        return CueClass.WANT
    found: list[CueClass] = []
    for match in _WORD.finditer(cue):
        word = match.group().lower()
        verb = verb_class(word)
        noun = next((name for name, listed in _NOUNS.items() if word in listed), None)
        if word in _NAMING and noun is CueClass.WANT and not _CALL_FOR.search(cue):
            noun = None  # "critics call it a gift" says what it is; "calls for" asks
        if noun is not None or verb is not None:
            found.append(noun or verb or CueClass.ASSERT)
    sourcing = [each for each in found if each in cue_words.SOURCING]
    return (sourcing or found or [CueClass.ASSERT])[-1]
