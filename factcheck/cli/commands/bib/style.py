"""Set a bibliography file in house style, ready to paste."""

from typing import Annotated

import typer

from citations import formats, reference
from citations.duplicates import find_clusters
from citations.house_style import Form, merged, render_list
from citations.item import Item
from citations.normalise import normalise
from factcheck.cli import options
from factcheck.cli.bibfiles import UTF8, collector_paused, format_of, read_bibliography, tidied
from factcheck.cli.choosing import choice
from factcheck.cli.house_style import FORMS, check_style
from factcheck.cli.output import check_output, write

EXAMPLES = """\b
Examples:
  factcheck bib style refs.bib --style apa
  factcheck bib style library.json --style chicago-author-date --format html -o list.html
"""


def command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A bibliography file, or -.")],
    style: Annotated[
        str, typer.Option("--style", metavar="NAME", help="A CSL style's name, or a .csl file.")
    ] = "apa",
    format_name: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help=" | ".join(FORMS))
    ] = Form.TEXT.value,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="NAME", help="The file's format, if its name does not say."),
    ] = None,
    output: options.Output = None,
    encoding: options.Encoding = UTF8,
) -> int:
    """Set a bibliography file in house style, ready to paste: each work once.

    'factcheck refs --style list' shows the styles. An entry without a title stays as its key.
    """
    choice("--format", format_name, FORMS)
    house = check_style(style)
    check_output(output, [file])
    text = read_bibliography(file, encoding)
    name = format_of(file, source)
    with collector_paused():
        found = formats.read(tidied(text, name), name)
        items = tuple(map(normalise, found.items))
        # Nothing was printed, so only what is known is compared.
        clusters = find_clusters([_reference(n, item, "") for n, item in enumerate(items)])
        pairs = enumerate(zip(items, found.keys, strict=True))
        once = merged([_reference(n, item, key) for n, (item, key) in pairs], clusters)
        written = render_list(once, house, Form(format_name)) if once else ""
    write(written, output, [file])
    return 0


def _reference(place: int, item: Item, text: str) -> reference.Reference:
    entry = reference.Entry(position=place, text=text)
    return reference.Reference(id=str(place), entry=entry, item=item, confidence=1.0)
