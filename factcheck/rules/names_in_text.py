"""Names of persons in running text: full ones, and family names that stand alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.language.word_lists import words
from factcheck.model.analysis import Analysis, SourceKind
from factcheck.model.article import Article, BlockKind, Span

_NAME = re.compile(
    r"\b(?P<given>[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+)?)"
    r"(?: (?:[A-Z]\.|[“\"‘'][A-Z][a-z]+[”\"’']))?"
    r"(?P<particle>(?: (?:van|von|de|der|den|du|la|le|al|bin|di|da|dos|ten|ter)){0,2})"
    r" (?P<family>[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+)?)(?![\w-])"
)
_GOES_ON = re.compile(r" [A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]")
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CAPTION})
_NO_GIVEN = words(
    """
    The A An In On At By For From To Of And But Or If When While As This That These Those
    His Her Their Its Our My Your He She It They We You I Mr Mrs Ms Dr Prof Sir Dame Lord
    Lady President Minister Mayor Governor Senator General Captain Judge King Queen Prince
    Pope New North South East West Northern Southern Eastern Western Upper Lower Great Saint
    Sankt Port Lake Mount River Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December
    Street Road Male Female Former Chief Old Both After Before Since Until With Without
    Under Over Between According Two Three Four Five Six Director Professor Doctor Inspector
    Justice Colonel Coroner Sheikh Bishop Rabbi Imam Nurse Coach Sergeant Councillor
    Lawyer Editor Photo Photograph Figure Table Last Next Most
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """One mention of a full name; ``span`` indexes the article's text."""

    given: str
    family: str
    span: Span


def full_names(article: Article) -> Iterator[NamedPerson]:
    """Yield the full names in the article's running text and captions, in order.

    The name of a place or a body of the same form is yielded too: what a caller does with a pair
    of spellings must be right for those as well.
    """
    for block in article.blocks:
        if block.kind not in _RUNNING:
            continue
        text = article.quote(block.span)
        start = 0
        while match := _NAME.search(text, start):
            # Of "Organist Reg Dunmore" the last two are the name.
            if match["given"] in _NO_GIVEN or _GOES_ON.match(text, match.end()):
                start = match.end("given")
                continue
            start = match.end()
            yield NamedPerson(
                given=match["given"],
                family=f"{match['particle'].strip()} {match['family']}".strip(),
                span=Span(block.span.start + match.start(), block.span.start + match.end()),
            )


_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Cllr|Councillor|Sgt|Sergeant|"
    r"Captain|Capt|Col|Colonel|Judge|Justice|Sen|Senator|Rep|Gov|Governor|Mayor|Minister|President|"
    r"Chief|Inspector|Father|Sister|Rabbi|Imam|Herr|Frau|Madame|Mme|Monsieur)\.? "
    r"(?P<family>[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+)?)(?![\w-])(?! [A-ZÀ-ÖØ-Þ])"
    r"(?!, (?:an?|the|his|her|its|their|our|who|whose|from|of|\d))"
)
_INSIDE = re.compile(
    r"(?<=[a-zà-öø-ÿ,;] )(?P<family>[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{4,})(?![\w'’-])(?! [A-ZÀ-ÖØ-Þ])"
    r"(?!, (?:an?|the|his|her|its|their|our|who|whose|from|of|\d))"
)
# "Reiger taps a plank": at the head of a sentence, before a verb in one of its commonest forms.
_LEADING = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=[.!?]”[ ]))"
    r"(?P<family>[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{1,3}?[A-ZÀ-ÖØ-Þ]?[a-zà-öø-ÿ]{3,})"
    r" (?:(?:also|then|never|still) )?(?:[a-z]{2,}(?:ed|es|[b-df-hj-np-rtv-z]s)|would|will|has|"
    r"had|is|was|can|could|did|does|left|took|told|went|came|keeps|kept|made|sent|put|got|gave|ran|won)\b"
)
_ONE_WORD = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{3,}(?:-[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+)?")


def lone_names(analysis: Analysis) -> Iterator[tuple[str, Span]]:
    """Yield family names without a given name: behind a title, credited, or within a sentence.

    One that is introduced by itself ("Mr Steward, the usher") is somebody else's and left out.
    """
    article = analysis.article
    for block in article.blocks:
        if block.kind in _RUNNING:
            text, start = article.quote(block.span), block.span.start
            for match in (
                *_TITLED.finditer(text),
                *_INSIDE.finditer(text),
                *_LEADING.finditer(text),
            ):
                place = Span(*(start + at for at in match.span("family")))
                yield match["family"], place
    for each in analysis.attributions:
        if each.source is not None and each.source_kind is SourceKind.NAMED_PERSON:
            words = article.quote(each.source)
            if _ONE_WORD.fullmatch(words):
                yield words, each.source
