"""List an article's references as printed, as parsed, and by duplicate cluster."""

import os
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from citations import formats
from citations.duplicates import cleaned
from citations.item import Item
from citations.reference import Reference
from factcheck.bibliography import Work, kept_keys, written
from factcheck.cli import options
from factcheck.cli.csl import csl_item
from factcheck.cli.fetching import Fetching, read_target
from factcheck.cli.house_style import FORMS, LIST, all_styles, check_style, styled
from factcheck.cli.labelled import labelled
from factcheck.cli.output import check_output, write
from factcheck.cli.settings import choice, load_settings
from factcheck.errors import UsageError
from factcheck.model.analysis import Analysis
from factcheck.reports.plain import dump, envelope, plain
from factcheck.reports.visible import visible

EXAMPLES = """\b
Examples:
  factcheck refs article.html
  factcheck refs article.html --duplicates
  factcheck refs article.html --cleaned
  factcheck refs article.html --format labelled
  factcheck refs article.html --format json
  factcheck refs article.html --style apa --format html
  factcheck refs --style list
"""
_HERE = ("text", "json", "labelled")


def command(
    target: Annotated[
        str | None, typer.Argument(metavar="TARGET", help="A file, a URL, or - for standard input.")
    ] = None,
    format_name: Annotated[
        str,
        typer.Option("--format", "-f", metavar="NAME", help=" | ".join((*_HERE, *formats.names()))),
    ] = "text",
    style: Annotated[
        str | None,
        typer.Option(
            "--style",
            metavar="NAME",
            help="Write the cleaned list in a CSL style (apa, ieee, a .csl file, ...), as text,"
            " markdown or html; 'list' shows the names.",
        ),
    ] = None,
    duplicates: Annotated[
        bool, typer.Option("--duplicates", help="Only what is listed more than once.")
    ] = False,
    cleaned_list: Annotated[
        bool,
        typer.Option(
            "--cleaned", help="The list as printed, each work once, with what repeats add to it."
        ),
    ] = False,
    config: options.Config = None,
    output: options.Output = None,
    offline: options.Offline = False,
    refresh: options.Refresh = False,
    no_cache: options.NoCache = False,
    render: options.Render = False,
) -> int:
    """List an article's references as printed, as parsed, and by duplicate cluster.

    The bibliography formats hold every entry as printed, repeated ones too; 'factcheck bib' merges
    and cleans them. With --style the cleaned list comes ready to paste: duplicates merged, entries
    that may not have been understood left as printed and marked.
    """
    if style == LIST:
        write(all_styles(), output)
        return 0
    if target is None:
        raise UsageError("name an article: a file, a URL, or -")
    if cleaned_list and (style or duplicates or format_name != "text"):
        raise UsageError(
            "--cleaned is a text of its own; leave out --style, --format, --duplicates"
        )
    choice("--format", format_name, FORMS if style else (*_HERE, *formats.names()))
    house = check_style(style) if style else None
    check_output(output, [target])
    fetching = Fetching(offline=offline, refresh=refresh, no_cache=no_cache, render=render)
    settings = load_settings(config, fetching.flags())
    analysis = read_target(target, settings)
    if house is not None:
        write(styled(analysis, house, format_name, settings.parse.review_below), output, [target])
        return 0
    if cleaned_list:
        write("".join(f"{line}\n" for line in _cleaned(analysis)), output, [target])
        return 0
    repeated = {name for cluster in analysis.clusters for name in cluster.members}
    shown = [each for each in analysis.references if not duplicates or each.id in repeated]
    if format_name == "text":
        text = "\n".join(_lines(analysis, shown, settings.parse.review_below)) + "\n"
    elif format_name == "json":
        text = dump(_document(analysis, shown, settings.parse.review_below))
    elif format_name == "labelled":
        in_colour = output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
        text = "\n".join(labelled(shown, in_colour=in_colour)) + "\n"
    else:
        listed = [Work(item=each.item, confidence=each.confidence) for each in shown]
        text = written(listed, format_name, settings.parse.review_below)
    write(text, output, [target])
    return 0


def _document(analysis: Analysis, shown: list[Reference], review_below: float) -> dict[str, object]:
    return envelope(
        "references",
        references=[
            {
                "id": each.id,
                "entry": plain(each.entry),
                "item": csl_item(each.item, each.id),
                "fields": plain(each.fields),
                "confidence": each.confidence,
                "review": each.confidence < review_below,
                "kind": each.kind,
            }
            for each in shown
        ],
        clusters=plain(analysis.clusters),
        key_map=kept_keys(analysis),
    )


def _cleaned(analysis: Analysis) -> Iterator[str]:
    """Yield each work's kept entry, what the dropped ones add, and what was dropped."""
    number = {each.id: place + 1 for place, each in enumerate(analysis.references)}
    for work in cleaned(analysis.references, analysis.clusters):
        yield visible(" ".join(work.kept.entry.text.split()))
        for field, value in work.adds:
            yield f"     add {field.replace('_', ' ')}: {visible(value)}"
        for each in work.dropped:
            kept, dropped = number[work.kept.id], number[each.id]
            text = visible(" ".join(each.entry.text.split()))
            yield f"     entry {dropped} was dropped for entry {kept}: {text}"


def _lines(analysis: Analysis, shown: list[Reference], review_below: float) -> list[str]:
    number = {each.id: place + 1 for place, each in enumerate(analysis.references)}
    lines: list[str] = []
    for each in shown:
        lines += [f"{number[each.id]}. {visible(each.entry.text)}", *_parsed(each.item)]
        doubt = ", so look at it" if each.confidence < review_below else ""
        lines += [f"     {'sure':11}{each.confidence:.0%}{doubt}", ""]
    for cluster in analysis.clusters:
        members = ", ".join(str(number[name]) for name in cluster.members)
        reasons = "; ".join(cluster.reasons)
        lines.append(f"{cluster.verdict.value}: entries {members} ({cluster.score:.2f}) {reasons}")
    for old, kept in kept_keys(analysis).items():
        lines.append(f"key: {old} -> {kept}")
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
