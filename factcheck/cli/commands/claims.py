"""List what an article claims and who is credited for it."""

from factcheck.cli import options
from factcheck.cli.output import write
from factcheck.cli.settings import choice, load_settings
from factcheck.model.analysis import Analysis, Attribution, Claim
from factcheck.model.article import Span
from factcheck.pipeline import understand
from factcheck.reports.plain import dump, envelope, plain_fields
from factcheck.reports.visible import visible

EXAMPLES = """\b
Examples:
  factcheck claims article.html
  factcheck claims article.html --format json
"""


def command(
    target: options.Target,
    format_name: options.TextOrJson = "text",
    config: options.Config = None,
    output: options.Output = None,
    offline: options.Offline = False,
) -> int:
    """List what an article claims and who is credited for it.

    The JSON also holds every sentence and every attribution with its source, its cue and the kind
    of source.
    """
    choice("--format", format_name, ("text", "json"))
    settings = load_settings(config, {"fetch.offline": offline})
    analysis = understand(target, settings).analysis
    if format_name == "json":
        text = dump(_document(analysis))
    else:
        text = "\n".join(_lines(analysis)) + "\n"
    write(text, output, [target])
    return 0


def _document(analysis: Analysis) -> dict[str, object]:
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
        claims=[{**plain_fields(each), "text": quoted(each.span)} for each in analysis.claims],
    )


def _lines(analysis: Analysis) -> list[str]:
    lines: list[str] = []
    for number, claim in enumerate(analysis.claims, start=1):
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
    span = attribution.source or attribution.carried_from
    name = f"“{visible(analysis.article.quote(span))}”" if span else "somebody"
    return f"{name} ({attribution.source_kind.value.replace('_', ' ')})"
