"""Tell which language a text is in: by its script, then by its most frequent function words.

A count of closed-class words is enough for whole articles (Ingle 1976; Grefenstette 1995) and
needs no model. Words that two languages share count for both. A script that one language of the
press owns, or nearly, names it; Cyrillic and Arabic stand for their largest languages.
"""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from factcheck.language.word_lists import words
from factcheck.model.article import Article

_WORD = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]))?")
_SAMPLE = 20_000  # characters: more does not change the answer
_SCRIPT_SAMPLE = 2_000
_LEAST_HITS = 3  # different function words: "a a a" is no language
_LEAST_LEAD = 1.15  # how far the best must be ahead of the second
# What overrules a language that the document states: many pages of all languages state "en".
_SURE_HITS = 15
_SURE_LEAD = 2.0
_SURE_KINDS = 6  # different function words
_SHORT = {"eng": "en", "english": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr"}
_UNSTATED = frozenset({"", "und", "mul", "zxx"})

_FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": words(
        "the of and to in that is was for it with as on be at by this had not are but from or have"
        " an they which you were her she his he will has would been their who its said"
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
    "sv": words(
        "och att det i en som på är av för med den till inte om ett han men var jag från vi så har"
        " hade hon eller när kan skulle efter där vid nu sig ut över under detta"
    ),
    "da": words(
        "og at det i en som på er af for med den til ikke om et han men var jeg fra vi så har"
        " havde hun eller når kan skulle efter der ved nu sig ud over under dette blev"
    ),
    "no": words(
        "og at det i en som på er av for med den til ikke om et han men var jeg fra vi så har"
        " hadde hun eller når kan skulle etter der ved nå seg ut over under dette ble"
    ),
    "fi": words(
        "ja on ei että se oli hän mutta joka kun myös niin ovat kuin olla hänen sen sitä tai jos"
        " jo ole vain mukaan sekä jonka ollut vielä"
    ),
    "pl": words(
        "i w na z się że do nie jest to o jak po od za przez dla ale są był który która które jego"
        " przed także tym już oraz było"
    ),
    "cs": words(
        "a v se na je že s z do o to i pro by byl ale jako za po od jsou které který která podle"
        " také nebo při bylo jeho už"
    ),
    "ro": words(
        "și în de la a cu pe nu că o un este din pentru mai au care o fost sunt prin dar după sau"
        " al lui ale fi"
    ),
    "hu": words(
        "a az és hogy nem is egy ez de volt meg már csak mint még azt szerint ki el van vagy aki"
        " lesz lehet után között"
    ),
    "tr": words(
        "ve bir bu da de için ile olarak çok daha olan gibi ne var kadar ama sonra olduğunu en ya"
        " değil göre oldu her"
    ),
}
_SCRIPTS = (
    ("HIRAGANA", "ja"),
    ("KATAKANA", "ja"),
    ("HANGUL", "ko"),
    ("CJK", "zh"),
    ("CYRILLIC", "ru"),
    ("GREEK", "el"),
    ("ARABIC", "ar"),
    ("HEBREW", "he"),
    ("DEVANAGARI", "hi"),
    ("THAI", "th"),
    ("ARMENIAN", "hy"),
    ("GEORGIAN", "ka"),
)
_UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)
_JAPANESE = 0.05  # the least share of kana: Chinese has none


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, or None where it cannot be told."""
    by_script = _script_language(text)
    if by_script is not None:
        return by_script
    (best, code), (second, _) = _ranking(text)[:2]
    if best < _LEAST_LEAD * second or _kinds(text, code) < _LEAST_HITS:
        return None
    return code


def language_of(article: Article) -> str:
    """Return the language that an article is judged in: "en" where nothing tells another."""
    return known_language(article) or "en"


def known_language(article: Article) -> str | None:
    """Return an article's language as an ISO 639-1 code, None where nothing tells.

    What the document states holds, unless its words surely are of another language that is known
    here. A regional subtag is left off.
    """
    stated = (article.language or "").strip().lower().replace("_", "-").partition("-")[0]
    stated = _SHORT.get(stated, stated)
    body = "\n".join(article.quote(block.span) for block in article.blocks) or article.text
    return _known(stated, body[:_SAMPLE])


@lru_cache(maxsize=8)  # every rule asks of the same article
def _known(stated: str, body: str) -> str | None:
    if stated in _UNSTATED:
        return detect(body)
    return _overruling(body, stated) or stated


def _overruling(text: str, stated: str) -> str | None:
    """Return the language that a text surely is in against what is stated, or None."""
    by_script = _script_language(text)
    if by_script is not None:
        return by_script if stated in _FUNCTION_WORDS else None
    ranking = _ranking(text)
    hits = {code: number for number, code in ranking}
    best, code = ranking[0]
    if stated not in _FUNCTION_WORDS or code == stated or best < _SURE_HITS:
        return None
    surely = best >= _SURE_LEAD * hits[stated] and best >= _LEAST_LEAD * ranking[1][0]
    surely = surely and _kinds(text, code) >= _SURE_KINDS
    return code if surely else None


def _ranking(text: str) -> list[tuple[int, str]]:
    listed = Counter(word.lower().replace("’", "'") for word in _WORD.findall(text[:_SAMPLE]))
    return sorted(
        (
            (sum(number for word, number in listed.items() if word in known), code)
            for code, known in _FUNCTION_WORDS.items()
        ),
        reverse=True,
    )


def _kinds(text: str, code: str) -> int:
    """Return how many different function words of a language a text has."""
    listed = {word.lower().replace("’", "'") for word in _WORD.findall(text[:_SAMPLE])}
    return len(listed & _FUNCTION_WORDS[code])


def _script_language(text: str) -> str | None:
    """Return the language of a text most of whose letters are not Latin."""
    sample = [each for each in text[:_SCRIPT_SAMPLE] if each.isalpha()]
    foreign = [each for each in sample if each > "\u036f"]
    if len(foreign) < _LEAST_HITS or 2 * len(foreign) <= len(sample):
        return None
    counted: Counter[str] = Counter()
    for each in foreign:
        name = unicodedata.name(each, "")
        counted.update(code for script, code in _SCRIPTS if name.startswith(script))
    if not counted:
        return None
    if counted["ja"] >= _JAPANESE * len(foreign):
        return "ja"
    code = counted.most_common(1)[0][0]
    return "uk" if code == "ru" and _UKRAINIAN.search(text[:_SCRIPT_SAMPLE]) else code
