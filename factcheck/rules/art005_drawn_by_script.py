"""A script draws the page, and the document holds next to no text.

## What it does

Flags a page whose HTML has an empty place for a script to fill, or a note that JavaScript is
needed, and hardly any text of its own.

## Why it matters

The article that readers see was not read, so nothing in it was checked.

## Example

A page that asks for JavaScript and shows nothing else is flagged.

## Options

None.

## References

- Google Search Central, JavaScript SEO basics: the "app shell" model, in which the first HTML
  does not hold the content.
"""

from collections.abc import Iterator

from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, NoOptions, Rule


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit when the reader found the page to be drawn by script."""
    for problem in analysis.article.problems:
        if problem.kind == "drawn-by-script":
            yield Hit(
                message=problem.message,
                fix=(
                    "Lint its address with --render (extra 'factcheck-desk[render]'), which draws "
                    "it with a browser, or save the page once it is drawn and lint the file."
                ),
            )
            return


_NOTE = "<noscript>You need to enable JavaScript to read this.</noscript>"

RULE = Rule(
    code="ART005",
    name="drawn-by-script",
    severity=Severity.ERROR,
    options=NoOptions,
    find=find,
    examples=(
        Bad(
            f'<html><body>{_NOTE}<div id="root"></div></body></html>',
            marks=("",),
            media_type="text/html",
        ),
        Good(
            f"<html><body>{_NOTE}<article><h1>The harbour</h1><p>"
            + "The gate stood open all night, said Tom Brandt, the harbour master. " * 40
            + "</p></article></body></html>",
            media_type="text/html",
        ),
    ),
)
