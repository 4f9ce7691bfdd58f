"""Words of time that say nothing, or that only the date of the article could explain.

## What it does

Flags words that no date can explain: "some time ago", "not long ago", "for ages". In an article
without a date, flags those too that a date would explain, such as "recently", "in recent years",
"last month" and "yesterday". English, German and French. Words in quotation marks are the
speaker's.

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

_UNIT = r"(?:day|week|month|year|decade|spring|summer|autumn|fall|winter)"
_VAGUE = re.compile(
    r"\b(?:recently|lately|nowadays|yesterday|tomorrow|tonight"
    rf"|in (?:recent|the (?:last|past) few|the coming) {_UNIT}s"
    rf"|(?<!the )(?:last|next) {_UNIT}(?! of\b)|(?:a few|several) {_UNIT}s ago"
    r"|kürzlich|neulich|vor kurzem|in den (?:letzten|vergangenen) (?:Tagen|Wochen|Monaten|Jahren)"
    r"|(?:letzte|vergangene|nächste|kommende)[nrs]? (?:Woche|Monat|Jahr)|gestern"
    r"|récemment|dernièrement|ces derni(?:ers|ères) (?:jours|semaines|mois|années)"
    r"|l['’]an(?:née)? derni(?:er|ère)|(?:la semaine|le mois) (?:dernière?|prochaine?)|hier)\b",
    re.IGNORECASE,
)


_NEVER_SAID = re.compile(
    r"\b(?:(?:some|a long|a short) (?:time|while) (?:ago|back|now)|not (?:so |too |very )?long ago"
    r"|a (?:little |short |long |good )?while (?:ago|back)|(?:many|some) (?:moons|years) (?:ago|"
    r"back)"
    r"|for (?:ages|(?:quite )?some (?:time|while)(?: now| past)?)"
    r"|(?:ages|donkey['’]s years) ago|the other (?:day|week|month)"
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
            # In German "hier" is "here".
            if not meets(quoted, place) and not (german and match[0].lower() == "hier"):
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
