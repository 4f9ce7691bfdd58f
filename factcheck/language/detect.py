"""Tell which language a text is in, by its most frequent function words.

A count of closed-class words is enough for whole articles (Ingle 1976; Grefenstette 1995) and
needs no model. Words that two languages share count for both.
"""

import re

from factcheck.language.word_lists import words

_WORD = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]))?")
_SAMPLE = 20_000  # characters: more does not change the answer
_LEAST_HITS = 3
_LEAST_LEAD = 1.15  # how far the best must be ahead of the second

_FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": words(
        "the of and to in that is was for it with as on be at by this had not are but from or have"
        " an they which you were her his she he will has would been their who its said"
    ),
    "de": words(
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es"
        " an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so"
        " zum war haben nur oder aber vor zur bis mehr durch"
    ),
    "fr": words(
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il"
        " sont avec ils ou son aux d' l' qu' n' s' c' mais cette été ses leur elle deux nous"
    ),
    "es": words(
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus"
        " le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había"
    ),
    "it": words(
        "di e il la che in un a per è una sono con non si da le dei del della nel come più al anche"
        " ma lo i gli ha alla delle su questo suo dal nella essere stato o se"
    ),
    "nl": words(
        "de van het een en in is dat op te zijn met voor die niet aan er om ook als dan maar bij of"
        " uit nog worden door naar heeft hebben over ze wat werd wordt deze"
    ),
    "pt": words(
        "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao"
        " ele das tem à seu sua ou ser quando muito há nos já está"
    ),
}


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, or None where it cannot be told."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text[:_SAMPLE])]
    scores = sorted(
        ((sum(word in known for word in words), code) for code, known in _FUNCTION_WORDS.items()),
        reverse=True,
    )
    (best, code), (second, _) = scores[0], scores[1]
    if best < _LEAST_HITS or best < _LEAST_LEAD * second:
        return None
    return code
