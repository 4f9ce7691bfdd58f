"""Words of time that say nothing, or that only the date of the article could explain.

## What it does

Flags words that no date can explain: "some time ago", "not long ago", "for ages". In an article
without a date, flags those too that a date would explain, such as "recently", "in recent years",
"for decades", "soon", "last month" and "yesterday". English, German and French. Words in quotation
marks are the speaker's; "in recent years: 41 since 2015" says when.

## Why it matters

Read a year later, "recently" is wrong or means nothing.

## Example

"Recently" in an undated article is flagged.

## Options

None.

## References

- Wikipedia, Manual of Style: words to watch, relative time references; template "when?".
"""

import re
from collections.abc import Iterator

from factcheck.model.analysis import Analysis
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, NoOptions, Rule
from factcheck.rules.coverage import meets, merged
from factcheck.rules.places import body_sentences, excerpt

_UNIT = r"(?:day|week|fortnight|month|year|decade|spring|summer|autumn|fall|winter|season|term)"
_MANY = r"(?:days|weeks|months|years|decades|centuries|generations|seasons)"
_SOME = r"(?:a few|several|some|many|a couple of|a handful of|countless|umpteen|a number of)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_VAGUE = re.compile(
    r"\b(?:(?<!most )(?<!more )recently|lately|of late|nowadays|these days|yesterday|tomorrow"
    r"|tonight"
    rf"|(?:in|over|during|for|within|throughout) (?:recent|the (?:last|past|coming|next|previous|"
    rf"recent)(?: few| couple of| several| many)?) {_MANY}"
    r"|in recent times?|in the (?:recent|distant|near|foreseeable) (?:past|future)"
    r"|(?:in|of) the past(?=[.,;:!?]| and| but| has| have| had)"
    rf"|(?<!the )(?:last|next|this|earlier this|later this) {_UNIT}(?! of\b)"
    rf"|(?:last|next) {_WEEKDAY}|(?:last night|this (?:morning|afternoon|evening|week|weekend))"
    rf"|(?:(?:{_SOME}|long|a) )?(?<![\d-] ){_MANY} (?:ago|back|past)"
    rf"|(?:{_SOME}) {_MANY} (?:earlier|later)"
    rf"|a (?:{_UNIT}|century|generation) (?:ago|or (?:so|two) (?:ago|back))"
    rf"|(?:for|since) (?:{_SOME} )?{_MANY}(?! of (?!waiting)| to come)"
    r"|for (?:a long time|the longest time|generations|time immemorial)|since (?:long|ages)"
    r"|at (?:one|some) (?:point|time|stage)|at one time or another|once,? long ago|long since"
    r"|(?:will|would|shall|is|are|should|may|could|to|coming|be) (?:very |pretty )?(?:soon|shortly)"
    r"|(?:soon|shortly) (?:be|to be)|before (?:too )?long|any day now|sooner or later|in due course"
    r"|in (?:the )?(?:old|olden|earlier|former|bygone) (?:days|times)|back in the day"
    r"|in (?:years|times|days) (?:gone by|past)|until recently|as of now|the day before yesterday"
    r"|kürzlich|neulich|vor kurzem|in den (?:letzten|vergangenen) (?:Tagen|Wochen|Monaten|Jahren)"
    r"|(?:letzte|vergangene|nächste|kommende)[nrs]? (?:Woche|Monat|Jahr)|gestern"
    r"|récemment|dernièrement|ces derni(?:ers|ères) (?:jours|semaines|mois|années)"
    r"|l['’]an(?:née)? derni(?:er|ère)|(?:la semaine|le mois) (?:dernière?|prochaine?)|hier)\b",
    re.IGNORECASE,
)
# "In recent years: 41 since 2015" says which.
_SAID_AFTER = re.compile(
    r"[:,]? ?\(?(?:[^.;]{0,30}\b)?(?:since|from|between|in) (?:1[5-9]|20)\d\d\b"
)


_NEVER_SAID = re.compile(
    r"\b(?:(?:some|a long|a short) (?:time|while) (?:ago|back|now)|not (?:so |too |very )?long ago"
    r"|a (?:little |short |long |good )?while (?:ago|back)|(?:many|some) (?:moons|years|days) "
    r"(?:ago|back)"
    r"|for (?:ages|(?:quite )?some (?:time|while)(?: now| past)?)"
    r"|(?:ages|donkey['’]s years) ago|the other (?:day|week|month|night|morning|evening)"
    r"|once upon a time|in days gone by|in the not too distant past|vor einiger Zeit|"
    r"seit einiger Zeit"
    r"|vor langer Zeit|irgendwann|depuis (?:un certain|quelque|longtemps|un moment)(?: temps)?"
    r"|il y a (?:quelque temps|longtemps|peu)|naguère|jadis)\b",
    re.IGNORECASE,
)


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for the first such words of each paragraph, with the others as related."""
    article = analysis.article
    dated = article.published is not None or article.modified is not None
    quoted = merged(quotation.span for quotation in analysis.quotations)
    german = (article.language or "").startswith("de")
    found: dict[int, list[Span]] = {}
    for sentence in body_sentences(analysis):
        text = article.quote(sentence.span)
        for match in (*_NEVER_SAID.finditer(text), *(() if dated else _VAGUE.finditer(text))):
            start = sentence.span.start + match.start()
            place = Span(start, start + len(match[0]))
            if german and match[0].lower() == "hier":  # in German "here"
                continue
            if not meets(quoted, place) and not _SAID_AFTER.match(text, match.end()):
                found.setdefault(sentence.block, []).append(place)
    for first, *others in found.values():
        words = excerpt(article.quote(first))
        yield Hit(
            message=f"“{words}” could be any time."
            if dated
            else f"The page has no date, so “{words}” could be any time.",
            span=first,
            related=tuple(others),
            fix="Say when." if dated else "Say when, or date the article.",
            confidence=0.6 if dated else 0.8,
        )


RULE = Rule(
    code="FIG007",
    name="vague-time",
    severity=Severity.INFO,
    options=NoOptions,
    find=find,
    examples=(
        Bad(
            "# The harbour\n\nThe crane was sold recently, said Tom Brandt, the harbour master.\n",
            marks=("recently",),
        ),
        Bad(
            "# The harbour\n\nFor decades the crane stood idle.\n\nIt will soon be sold.\n\nIt was "
            "moved a couple of years back.\n\nAt one point it was red.\n",
            marks=("For decades", "will soon", "a couple of years back", "At one point"),
        ),
        Good(
            "# The harbour\n\nIn recent years, from 2019 to 2022, the crane stood idle. For nine "
            "years nobody had asked. We ate, and soon the cranes moved past.\n"
        ),
        Bad(
            "---\ndate: 2024-06-11\n---\n\n# The harbour\n\nThe crane was sold some time ago, said "
            "Tom Brandt, the harbour master.\n",
            marks=("some time ago",),
        ),
        Good(
            "# The harbour\n\nThe crane was sold in 2023, said Tom Brandt, the harbour master. "
            '"It was worn out lately," he added. The last week of May 2023 was its last.\n'
        ),
        Good(
            "---\ndate: 2024-06-11\n---\n\n# The harbour\n\nThe crane was sold recently, said Tom "
            "Brandt, the harbour master.\n"
        ),
    ),
)
