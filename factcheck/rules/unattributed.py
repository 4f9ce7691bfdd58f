"""Claims that nobody is credited with, parted by what an editor would ask about them."""

import re
from collections.abc import Iterator

from factcheck.language.cue_words import SOURCING
from factcheck.language.detect import language_of
from factcheck.language.span_index import SpanIndex
from factcheck.model.analysis import Analysis, Claim, ClaimKind, CueClass, QuotationKind, SourceKind
from factcheck.model.article import Span
from factcheck.rules.coverage import meets, merged
from factcheck.rules.places import in_body

_FIGURE_WORD = (
    r"(?:half|third|quarter|dozens?|hundreds?|thousands?|millions?|billions?|trillions?"
    r"|twice|double[ds]?|tripled?|trebled?|quadrupled?|halved|halving|doubling|tripling|\w+fold"
    r"|per\s?cent|percent)"
)
# A number that is not part of a date: no bare year, no day beside a month, no clock time.
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b"
    r"|\b(?:1[5-9]|20)\d\ds?\b(?![\d,.%]*\d)(?!\s?(?:%|per\s?cent|people|tonnes))"
    r"|(?<![$€£¥\d.,])\b\d{1,2}[:.]\d\d\b(?!\s?(?:%|per\s?cent|million|billion|m\b|bn\b))\s?"
    r"(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_SMALL = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety)"
)
# A small number in words is a quantity where it measures something or is a ratio.
_MEASURED = (
    rf"(?:{_SMALL}(?:-\w+)? (?:centuries|decades|years|months|weeks|days|hours|minutes|miles|"
    rf"kilometres|"
    rf"kilometers|metres|meters|tonnes|tons|litres|liters|acres|hectares|times|percentage points)|"
    rf"average of {_SMALL}|one (?:\w+ )?in {_SMALL}|{_SMALL} (?:\w+ )?(?:in|out of|"
    rf"of) (?:every )?{_SMALL})"
)
_FIGURE = re.compile(rf"\d|\b{_FIGURE_WORD}\b|\b{_MEASURED}\b", re.IGNORECASE)

_SOMEBODY = frozenset({SourceKind.NAMED_PERSON, SourceKind.ROLE, SourceKind.PUBLICATION})
_MINDS = frozenset({CueClass.WANT, CueClass.FEEL, CueClass.EXPECT})
_MIND = 0.25  # unattributed, by the models, which count minds as attributed
_NAMED_FIRST = re.compile(
    r"(?:[A-Z][\w’'-]+\.? )?[A-Z][\w’'-]+ (?:[“\"‘][A-Z]\w+[”\"’] )?(?P<family>[A-Z][\w’-]+)\b"
)
_BY_RULES = (
    0.6  # where no model judged: on PolNeAR the rules alone are right about 0.64 of the time
)

# On pages of authors that the model did not learn from, two of three false alarms are below it and
# a third of the statements that an editor must or should ask about.
_ASKED = 0.35

_EXTREME = re.compile(
    r"\b(?:(?:the|a|its|his|her|their|\w+['’]s) (?:very |single |world['’]s )?(?:first|most|least|"
    r"only|best|worst)(?! (?:of all|thing|time|place|name|half|people|part|likely|recent|two|"
    r"three|four|few|day|week|child)\b)|"
    r"unprecedented|"
    r"on record|ever (?:recorded|known|seen|built|made|held|played|written|sold|found|staged)|"
    r"record[- ](?:high|low|breaking|setting)|unrivall?ed|unparalleled|unmatched|peerless|"
    r"second to none|without equal|without parallel|like no other|world-beating)\b",
    re.IGNORECASE,
)
# "No other coast is so fouled", "nowhere is it dearer", "more than anywhere else".
_COMPARATIVE = (
    r"(?:so (?!far\b|long as\b|well as\b|well that\b|that\b|much as\b|to\b)[a-z]+|more|less|"
    r"fewer|better|worse|"
    r"bigger|larger|"
    r"smaller|higher|lower|faster|slower|cheaper|dearer|costlier|richer|poorer|older|younger|longer|"
    r"shorter|stronger|weaker|heavier|lighter|harder|easier|safer|deadlier|busier|greater|steeper|"
    r"deeper|wider|brighter|darker|hotter|colder|wetter|drier|louder|quieter|cleaner|dirtier|tougher)"
)
_BEYOND_ALL = re.compile(
    r"\b(?:no (?:other )?[a-z]+|nowhere(?: else)?|nobody(?: else)?|no one(?: else)?|"
    r"nothing(?: else)?|"
    rf"never)\b[^.;:]{{1,80}}?\b(?:is|are|was|were|has|have|had|does|do|did|can|[a-z]{{3,}}s)\b"
    rf"[^.;:]{{0,30}}?\b{_COMPARATIVE}\b"
    rf"|\bno {_COMPARATIVE}\b[^.;]{{2,50}}?\b(?:anywhere|exists?|in (?:the|all) |on earth|left)\b"
    rf"|\b{_COMPARATIVE}\b[^.;:]{{0,50}}?\bthan (?:any|anyone|anywhere|anything|anybody|all|"
    rf"every|ever"
    r" before)\b",
    re.IGNORECASE,
)
_ENDING_IN_EST = re.compile(r"\b[a-z]{2,20}est\b")
_NO_SUPERLATIVE = re.compile(
    r"(?:arr|att|beh|bequ|brea|buchar|budap|ch|conqu|cont|cr|det|dig|disinter|div|earn|for|gu|harv"
    r"|hon|inf|ing|inqu|inter|inv|lat|manif|midw|mod|n|near|northw|pri|prot|qu|r|requ|southw|sugg"
    r"|t|temp|unr|w|wr|z)est"
)


def unattributed_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield the claims of the body that have neither an attribution nor a citation.

    Where quotation marks are broken nobody can tell whose words a claim is: QUO002 asks first.
    Words quoted from nobody are asked about once: by QUO001.
    """
    broken = merged(each.span for each in analysis.quotations if each.fault is not None)
    spoken = SpanIndex(
        (each.span, place)
        for place, each in enumerate(analysis.quotations)
        if each.kind is QuotationKind.DIRECT
    )
    cited = merged(each.span for each in analysis.citations)  # one that dangles is CIT001's
    named = SpanIndex(
        (each.content, place)
        for place, each in enumerate(analysis.attributions)
        if each.source_kind in _SOMEBODY and each.source and each.cue_class in _MINDS
    )
    introduced = _introduced(analysis)
    for claim in analysis.claims:
        if claim.span in introduced:
            continue
        if claim.attributions or claim.citations or meets(broken, claim.span):
            continue
        if meets(cited, claim.span):
            continue
        measured = ClaimKind.FIGURE in claim.kinds and has_figure(
            analysis.article.quote(claim.span)
        )
        if (claim.unattributed or 1.0) < _MIND and not measured and named.touching(claim.span):
            continue  # what somebody wants, thinks or fears, and the text says who
        whole = spoken.touching(claim.span)
        if any(analysis.quotations[place].span.contains(claim.span) for place in whole):
            continue
        if in_body(analysis, claim.span):
            yield claim


def _introduced(analysis: Analysis) -> frozenset[Span]:
    """Return the sentences that introduce the speaker of the next one.

    "Ada Cole ran it for years. She says ...": what is told of her she is taken to have told.
    """
    text = analysis.article.text
    speakers: dict[int, list[str]] = {}
    index = SpanIndex((each.span, place) for place, each in enumerate(analysis.sentences))
    for each in analysis.attributions:
        if each.source is not None and each.cue_class in SOURCING:
            for place in index.touching(each.source):
                speakers.setdefault(place, []).append(analysis.article.quote(each.source))
    found = []
    for place, sentence in enumerate(analysis.sentences[:-1]):
        named = _NAMED_FIRST.match(text, sentence.span.start, sentence.span.end)
        following = speakers.get(place + 1, ())
        near = analysis.sentences[place + 1].block == sentence.block
        if named and near and any(_is_the_same(named["family"], each) for each in following):
            found.append(sentence.span)
    return frozenset(found)


def _is_the_same(family: str, source: str) -> bool:
    return source.lower() in {"he", "she", "they"} or family in source


def sureness(claim: Claim) -> float:
    """Return the probability that a claim without credit is one that an editor asks about.

    In fast mode, where no encoder tells, it is the probability that nobody is credited.
    """
    if claim.asked is not None:
        return claim.asked
    return _BY_RULES if claim.unattributed is None else round(claim.unattributed, 3)


def is_minor(claim: Claim) -> bool:
    """Tell whether an editor would rather not ask about a claim: then it is for information."""
    return claim.asked is not None and claim.asked < _ASKED


def aspect(analysis: Analysis, claim: Claim) -> ClaimKind | None:
    """Return what is most in need of a source: the figure, the superlative, or the claim (None)."""
    return next(iter(aspects(analysis, claim)), None)


def aspects(analysis: Analysis, claim: Claim) -> tuple[ClaimKind, ...]:
    """Return all that is in need of a source by itself: the figure and the superlative."""
    text = analysis.article.quote(claim.span)
    english = language_of(analysis.article) == "en"  # CLM004 knows no other superlatives
    found = (
        (ClaimKind.FIGURE, ClaimKind.FIGURE in claim.kinds and has_figure(text)),
        (ClaimKind.SUPERLATIVE, english and has_superlative(text)),
    )
    return tuple(kind for kind, holds in found if holds)


def has_superlative(text: str) -> bool:
    """Tell whether a text says that something is the most of its kind ("oldest", "the first")."""
    words = _ENDING_IN_EST.findall(text.lower())
    if any(not _NO_SUPERLATIVE.fullmatch(word) for word in words):
        return True
    return bool(_EXTREME.search(text) or _BEYOND_ALL.search(text))


def has_figure(text: str) -> bool:
    """Tell whether a text states a quantity, be it in digits or words; dates are none."""
    return _FIGURE.search(_DATE.sub(" ", text)) is not None
