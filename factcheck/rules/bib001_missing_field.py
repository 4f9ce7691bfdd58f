"""An entry lacks what a reader needs to find the work.

## What it does

Flags an entry that was understood but has no title, no date, or no place to look: neither a
journal or other container, nor a publisher, an address or an identifier. An entry that says when
an address was visited must give the address. Journal, volume and page do without a title, as
physicists cite. An organisation is taken for its own publisher.
Interviews, letters, laws and court decisions are found in other ways and are left alone.

## Why it matters

A reference is there so that somebody else can look the thing up.

## Example

An entry that ends after its title is flagged: it could be a book, a paper or a blog post.

## Options

- `min_confidence`: entries that were read with less confidence (0-1) are left alone, since a
  field may be there and not have been recognised.

## References

- APA Publication Manual, 7th edition, section 9.4: author, date, title, source.
- Citation Style Language 1.0.2, appendices on item types and variables.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citations.checks import missing
from citations.fold import fold
from citations.item import Item
from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, Rule
from factcheck.rules.places import works

_CONVERSATION = re.compile(
    r"(?:(?:personal|telephone|phone|author['’]s) )?"
    r"(?:interview|conversation|communication|correspondence|e-?mail|gespräch|entretien)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d/.-])(?:1[5-9]|20)\d\d(?![\d/])|\b\d{1,2}[/.]\d{1,2}[/.]\d\d\b")
_LOOK_BACK = 50  # works of one author that a short form is looked for in


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of BIB001."""

    min_confidence: float = 0.3


def find(analysis: Analysis, options: Options) -> Iterator[Hit]:
    """Yield one hit for every entry that lacks something, naming all it lacks."""
    seen: set[str] = set()
    titles: dict[str, list[str]] = {}
    for reference, span in works(analysis):
        text = " ".join(reference.entry.text.split())
        if text in seen or reference.confidence < options.min_confidence:
            continue
        seen.add(text)
        # A year that is printed was not understood, which is not the writer's fault.
        lacking = tuple(
            one for one in missing(reference.item) if one != "date" or not _YEAR.search(text)
        )
        is_short = _is_short(reference.item, titles)
        if lacking and not is_short and not _CONVERSATION.match(text):
            yield Hit(
                message=f"The entry has no {_listed(lacking)}.",
                span=span,
                subject=reference.id,
                fix=f"Add the {_listed(lacking, 'and')}.",
                confidence=0.8,
            )


def _is_short(item: Item, titles: dict[str, list[str]]) -> bool:
    """Tell whether an item without a date is the short form of an earlier one, and note its title.

    ``titles`` are the folded titles so far by the first author's name.
    """
    if not item.author or not item.title:
        return False
    title = fold(item.title)
    earlier = titles.setdefault(fold(item.author[0].family or item.author[0].literal or ""), [])
    is_short = item.issued is None and any(title in other for other in earlier[:_LOOK_BACK])
    earlier.append(title)
    return is_short


def _listed(names: tuple[str, ...], last: str = "and no") -> str:
    return f", {last} ".join(names) if len(names) > 2 else f" {last} ".join(names)


_START = "# Sleep\n\nPlacebos help sleepers (Tan, 2015).\n\n## References\n\n"
_OTHER = "- Adeyemi, F. (2018). Light at night. Journal of Rest, 4(2), 11-29.\n"

RULE = Rule(
    code="BIB001",
    name="missing-field",
    severity=Severity.WARNING,
    options=Options,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            _START + _OTHER + "- Tan, J. (2015). Placebo effects in tired people.\n",
            marks=("Tan, J. (2015). Placebo effects in tired people.",),
        ),
        Good(
            _START
            + _OTHER
            + "- Tan, J. (2015). Placebo effects in tired people. Journal of Rest, 1(1), 3-9.\n"
        ),
    ),
)
