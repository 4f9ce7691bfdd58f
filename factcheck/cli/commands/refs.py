"""List an article's references as printed, as parsed, and by duplicate cluster."""

import os
import sys
from typing import Annotated

import typer

from citations import formats
from citations.item import Item
from citations.reference import Reference
from factcheck.cli import options
from factcheck.cli.bibliography import written
from factcheck.cli.csl import csl_item
from factcheck.cli.labelled import labelled
from factcheck.cli.output import check_output, write
from factcheck.cli.settings import choice, load_settings
from factcheck.model.analysis import Analysis
from factcheck.pipeline import understand
from factcheck.reports.plain import dump, envelope, plain
from factcheck.reports.visible import visible

EXAMPLES = """\b
Examples:
  factcheck refs article.html
  factcheck refs article.html --duplicates
  factcheck refs article.html --format labelled
  factcheck refs article.html --format json
"""
_HERE = ("text", "json", "labelled")


def command(
    target: options.Target,
    format_name: Annotated[
        str,
        typer.Option("--format", "-f", metavar="NAME", help=" | ".join((*_HERE, *formats.names()))),
    ] = "text",
    duplicates: Annotated[
        bool, typer.Option("--duplicates", help="Only what is listed more than once.")
    ] = False,
    config: options.Config = None,
    output: options.Output = None,
    offline: options.Offline = False,
) -> int:
    """List an article's references as printed, as parsed, and by duplicate cluster.

    The bibliography formats hold every entry as printed, repeated ones too; 'factcheck bib' merges
    and cleans them.
    """
    choice("--format", format_name, (*_HERE, *formats.names()))
    check_output(output, [target])
    settings = load_settings(config, {"fetch.offline": offline})
    analysis = understand(target, settings).analysis
    repeated = {name for cluster in analysis.clusters for name in cluster.members}
    shown = [each for each in analysis.references if not duplicates or each.id in repeated]
    if format_name == "text":
        text = "\n".join(_lines(analysis, shown)) + "\n"
    elif format_name == "json":
        text = dump(_document(analysis, shown))
    elif format_name == "labelled":
        in_colour = output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
        text = "\n".join(labelled(shown, in_colour=in_colour)) + "\n"
    else:
        text = written([each.item for each in shown], format_name)
    write(text, output, [target])
    return 0


def _document(analysis: Analysis, shown: list[Reference]) -> dict[str, object]:
    return envelope(
        "references",
        references=[
            {
                "id": each.id,
                "entry": plain(each.entry),
                "item": csl_item(each.item, each.id),
                "fields": plain(each.fields),
                "confidence": each.confidence,
                "kind": each.kind,
            }
            for each in shown
        ],
        clusters=plain(analysis.clusters),
    )


def _lines(analysis: Analysis, shown: list[Reference]) -> list[str]:
    number = {each.id: place + 1 for place, each in enumerate(analysis.references)}
    lines: list[str] = []
    for each in shown:
        lines += [f"{number[each.id]}. {visible(each.entry.text)}", *_parsed(each.item)]
        lines += [f"     {'sure':11}{each.confidence:.0%}", ""]
    for cluster in analysis.clusters:
        members = ", ".join(str(number[name]) for name in cluster.members)
        reasons = "; ".join(cluster.reasons)
        lines.append(f"{cluster.verdict.value}: entries {members} ({cluster.score:.2f}) {reasons}")
    if not analysis.clusters:
        lines.append("No entry repeats another.")
    return lines


def _parsed(item: Item) -> list[str]:
    names = "; ".join(
        name.literal or ", ".join(part for part in (name.family, name.given) if part)
        for name in item.author
    )
    year = item.issued.year if item.issued else None
    fields = (
        ("type", item.type.value),
        ("author", names),
        ("issued", str(year) if year is not None else None),
        ("title", item.title),
        ("container", item.container_title),
        ("publisher", item.publisher),
        ("volume", item.volume),
        ("issue", item.issue),
        ("page", item.page),
        ("doi", item.doi),
        ("url", item.url),
    )
    return [f"     {name:11}{visible(value)}" for name, value in fields if value]
