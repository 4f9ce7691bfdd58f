"""Show what was read out of a document: title, byline, text, links, printed entries."""

from factcheck.cli import options
from factcheck.cli.fetching import Fetching, read_target
from factcheck.cli.output import write
from factcheck.cli.settings import choice, load_settings
from factcheck.model.article import Article
from factcheck.reports.plain import dump, envelope, plain
from factcheck.reports.visible import visible

EXAMPLES = """\b
Examples:
  factcheck article page.html
  factcheck article https://example.org/news/1 --format json
"""


def command(
    target: options.Target,
    format_name: options.TextOrJson = "text",
    config: options.Config = None,
    output: options.Output = None,
    offline: options.Offline = False,
    refresh: options.Refresh = False,
    no_cache: options.NoCache = False,
    render: options.Render = False,
) -> int:
    """Show what was read out of a document: title, byline, text, links, printed entries.

    Offsets are half-open and index the article's text.
    """
    choice("--format", format_name, ("text", "json"))
    fetching = Fetching(offline=offline, refresh=refresh, no_cache=no_cache, render=render)
    settings = load_settings(config, fetching.flags())
    article = read_target(target, settings).article
    if format_name == "json":
        text = dump(envelope("article", article=plain(article)))
    else:
        text = "\n".join(_lines(article)) + "\n"
    write(text, output, [target])
    return 0


def _lines(article: Article) -> list[str]:
    facts = (
        ("title", article.title),
        ("byline", article.byline),
        ("published", article.published and article.published.isoformat()),
        ("language", article.language),
        ("site", article.site_name),
        ("address", article.url),
    )
    lines = [
        f"{name + ':':11}{visible(value) if value else '(none found)'}" for name, value in facts
    ]
    for block in article.blocks:
        where = f" {block.origin}" if block.origin else ""
        lines += [
            "",
            f"[{block.kind.value} {block.span.start}-{block.span.end}{where}]",
            visible(article.quote(block.span)),
        ]
    if article.links:
        lines += ["", f"{len(article.links)} links"]
        lines += [f"  {visible(article.quote(each.span))}: {each.url}" for each in article.links]
    lines += ["", f"{len(article.entries)} printed entries"]
    for placed in article.entries:
        label = f"[{placed.entry.label}] " if placed.entry.label else ""
        lines.append(f"  {placed.entry.position + 1}. {label}{visible(placed.entry.text)}")
    lines += [f"note: {visible(problem.message)}" for problem in article.problems]
    return lines
