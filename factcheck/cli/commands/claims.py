"""List what an article claims and who is credited for it."""

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.fetching import Fetching, read_target
from factcheck.cli.output import write
from factcheck.cli.settings import choice, load_settings
from factcheck.language.cues import is_sourcing
from factcheck.language.ledger import Account, Ledger, make_ledger
from factcheck.lint.settings import Order
from factcheck.model.analysis import Analysis, Attribution, Claim, SourceKind
from factcheck.model.article import Span
from factcheck.model.finding import Severity
from factcheck.model.ranking import value
from factcheck.reports.plain import dump, envelope, plain_fields
from factcheck.reports.visible import visible
from factcheck.rules.unattributed import sureness

EXAMPLES = """\b
Examples:
  factcheck claims article.html
  factcheck claims article.html --order value
  factcheck claims article.html --explain
  factcheck claims article.html --format json
"""

Ordered = Annotated[
    str,
    typer.Option("--order", metavar="ORDER", help="place: of the text; value: to look at first."),
]
Explain = Annotated[bool, typer.Option("--explain", help="Show what was seen in every sentence.")]
_BAR = 20  # characters of a full bar
_NAME = 40  # characters of a source's name that are shown
_KIND = 20


def command(
    target: options.Target,
    format_name: options.TextOrJson = "text",
    order: Ordered = "place",
    explain: Explain = False,
    config: options.Config = None,
    output: options.Output = None,
    offline: options.Offline = False,
    refresh: options.Refresh = False,
    no_cache: options.NoCache = False,
    render: options.Render = False,
    fast: options.Fast = False,
) -> int:
    """List what an article claims and who is credited for it, with the sourcing ledger.

    The JSON also holds every sentence and every attribution with its source, its cue and the kind
    of source.
    """
    choice("--format", format_name, ("text", "json"))
    choice("--order", order, tuple(Order))
    fetching = Fetching(offline=offline, refresh=refresh, no_cache=no_cache, render=render)
    settings = load_settings(config, {**fetching.flags(), "language.fast": fast})
    analysis = read_target(target, settings, whole=True)
    if format_name == "json":
        text = dump(_document(analysis, Order(order)))
    else:
        listed = _explained(analysis) if explain else _lines(analysis, Order(order))
        text = "\n".join((*listed, "", *_ledger_lines(make_ledger(analysis)))) + "\n"
    write(text, output, [target])
    return 0


def _document(analysis: Analysis, order: Order) -> dict[str, object]:
    def quoted(span: Span | None) -> str | None:
        return None if span is None else analysis.article.quote(span)

    return envelope(
        "claims",
        sentences=[
            {**plain_fields(each), "text": quoted(each.span)} for each in analysis.sentences
        ],
        attributions=[
            {
                **plain_fields(each),
                "content_text": quoted(each.content),
                "source_text": quoted(each.source or each.carried_from),
                "cue_text": quoted(each.cue),
            }
            for each in analysis.attributions
        ],
        claims=[
            {**plain_fields(each), "value": _value(each), "text": quoted(each.span)}
            for _, each in _ordered(analysis, order)
        ],
        ledger=plain_fields(make_ledger(analysis)),
    )


def _ledger_lines(ledger: Ledger) -> list[str]:
    lines = [f"{'Source':{_NAME}}  {'Kind':{_KIND}} Claims"]
    most = max((each.claims for each in ledger.accounts), default=1)
    for each in ledger.accounts:
        name = visible(each.name)
        name = name if len(name) <= _NAME else name[: _NAME - 1] + "…"
        drawn = _bar(each.claims / most)
        lines.append(f"{name:{_NAME}}  {_kind(each):{_KIND}} {each.claims:4} {drawn}".rstrip())
    lines.append("")
    for label, share in (
        ("named source", ledger.named),
        ("office without a name", ledger.role),
        ("anonymous source", ledger.anonymous),
        ("vague source", ledger.vague),
        ("own reporting", ledger.own_reporting),
        ("citation, note or link", ledger.cited),
        ("nobody credited", ledger.unattributed),
    ):
        lines.append(f"{label:24} {share:4.0%} {_bar(share)}".rstrip())
    alone = ledger.on_one_anonymous
    which = f" (claims {', '.join(str(number + 1) for number in alone)})" if alone else ""
    lines.append(f"{len(alone)} of {ledger.claims} claims rest on one unnamed source{which}")
    if ledger.unlisted_outlets:
        names = ", ".join(visible(name) for name in ledger.unlisted_outlets)
        lines.append(f"Credited, but neither listed nor linked: {names}")
    return lines


def _kind(account: Account) -> str:
    """Return an account's kind in words; an unnamed source's with how many people it states."""
    kind = account.kind.value.replace("_", " ")
    if account.kind is not SourceKind.ANONYMOUS:
        return kind
    return f"{kind}, {'no number' if account.sources is None else account.sources}"


def _bar(share: float) -> str:
    return "█" * round(share * _BAR)


def _explained(analysis: Analysis) -> list[str]:
    """Say for each sentence what was seen in it: probability, spans, cue class, carried source."""
    quote = analysis.article.quote
    lines: list[str] = []
    for number, sentence in enumerate(analysis.sentences, start=1):
        sure = "" if sentence.attributed is None else f"  [{sentence.attributed:.0%} attributed]"
        lines.append(f"{number}. {visible(quote(sentence.span))}{sure}")
        for each in analysis.attributions:
            if not each.content.overlaps(sentence.span):
                continue
            cue = f"“{visible(quote(each.cue))}”" if each.cue else "carried over"
            counts = "" if is_sourcing(each.cue_class) else ", credits nobody"
            said = visible(quote(each.content))
            lines.append(
                f"     {_source(analysis, each)}, {cue} ({each.cue_class.value}{counts}, "
                f"{each.confidence:.0%}): {said}"
            )
        for claim in analysis.claims:
            if claim.span == sentence.span:
                kinds = ", ".join(kind.value for kind in claim.kinds)
                scores = f"{claim.score:.0%} worth checking, value {_value(claim):.2f}"
                lines.append(f"     claim: {kinds}; {scores}")
        lines.append("")
    return lines


def _value(claim: Claim) -> float:
    """Return what a look at a claim is worth: nothing where somebody answers for it."""
    if claim.attributions or claim.citations:
        return 0.0
    return value(sureness(claim), claim.score, Severity.WARNING)


def _ordered(analysis: Analysis, order: Order) -> list[tuple[int, Claim]]:
    """Return the claims, each with its number in the text."""
    numbered = list(enumerate(analysis.claims, start=1))
    if order is Order.VALUE:
        numbered.sort(key=lambda each: (-_value(each[1]), -each[1].score, each[0]))
    return numbered


def _lines(analysis: Analysis, order: Order) -> list[str]:
    lines: list[str] = []
    for number, claim in _ordered(analysis, order):
        kinds = ", ".join(kind.value for kind in claim.kinds)
        lines += [
            f"{number}. {visible(analysis.article.quote(claim.span))}",
            f"     {kinds or 'claim'}, {claim.score:.0%} worth checking; "
            + _credit(analysis, claim),
            "",
        ]
    lines.append(f"{len(analysis.claims)} claims in {len(analysis.sentences)} sentences")
    return lines


def _credit(analysis: Analysis, claim: Claim) -> str:
    parts = [_source(analysis, analysis.attributions[number]) for number in claim.attributions]
    if claim.citations:
        parts.append(f"{len(claim.citations)} cited")
    return "credited to " + "; ".join(parts) if parts else "nobody is credited"


def _source(analysis: Analysis, attribution: Attribution) -> str:
    span, meant = attribution.source or attribution.carried_from, attribution.carried_from
    name = f"“{visible(analysis.article.quote(span))}”" if span else "somebody"
    if meant is not None and meant != span:
        name += f" = “{visible(analysis.article.quote(meant))}”"
    return f"{name} ({attribution.source_kind.value.replace('_', ' ')})"
