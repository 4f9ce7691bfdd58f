"""A link in the text supports a statement and its page is not in the reference list.

## What it does

Looks at articles that print a reference list and also link out of it: where at least half of the
outside links of the text lead to listed works, a link to another site that no entry has is flagged.
Links to the article's own site, to people's profiles on social networks and inside quotations are
left alone. An article that keeps its links and its list apart is left alone as well.

## Why it matters

In print, and when the link has died, what stood behind it cannot be found again.

## Example

Two links lead to listed reports and a third to a page that the list does not name.

## Options

None.

## References

- APA Publication Manual, 7th edition, section 8.22: a work that is relied on is listed.
- Wikipedia, Link rot: what is only linked is lost with the link.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from citations.urls import canonical_url
from factcheck.model.analysis import Analysis
from factcheck.model.article import Link
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.coverage import meets, merged
from factcheck.rules.places import excerpt, in_body

_LEAST = 2  # outside links to listed works that show that the article lists what it links
_PEOPLE = ("twitter.com", "x.com", "facebook.com", "instagram.com", "linkedin.com", "youtube.com")


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every outside link that no entry has, where most are listed."""
    listed = _listed(analysis)
    quoted = merged(each.span for each in analysis.quotations)
    links = [link for link in analysis.article.links if _leads_out(analysis, link)]
    known = [link for link in links if canonical_url(link.url) in listed]
    cited = merged(each.span for each in analysis.citations if each.targets)
    known += [link for link in links if link not in known and meets(cited, link.span)]
    if len(known) < _LEAST or 2 * len(known) < len(links):
        return
    for link in links:
        if link not in known and not meets(quoted, link.span):
            words = excerpt(analysis.article.quote(link.span))
            yield Hit(
                message=f"What “{words}” links to is not in the reference list.",
                span=link.span,
                subject=link.url,
                fix="Add the page to the list, as the other links have theirs.",
                confidence=0.6,
            )


def _listed(analysis: Analysis) -> frozenset[str]:
    """Return the addresses of the list, in canonical form, DOIs among them."""
    found: set[str] = set()
    for reference in analysis.references:
        found.update(canonical_url(url) for url in reference.entry.links)
        if reference.item.url:
            found.add(canonical_url(reference.item.url))
        if reference.item.doi:
            found.add(canonical_url(f"https://doi.org/{reference.item.doi}"))
    return frozenset(found)


def _leads_out(analysis: Analysis, link: Link) -> bool:
    host = _host(link.url)
    own = _host(analysis.article.url or "")
    is_profile = any(host == name or host.endswith(f".{name}") for name in _PEOPLE)
    return bool(host) and host != own and not is_profile and in_body(analysis, link.span)


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    host = parts.hostname or ""
    return host.removeprefix("www.") if parts.scheme in ("http", "https") else ""


_LIST = """\

## References

- Brandt, L. (2011). Tidal loads on quay walls. https://harbour.example/loads
- Okafor, C. (2019). Settlement of masonry under traffic. https://coast.example/masonry
"""
_TEXT = (
    "# Quay walls\n\nThe wall [has sunk](https://harbour.example/loads). Traffic "
    "[is to blame](https://coast.example/masonry)."
)

RULE = Rule(
    code="CIT005",
    name="link-without-reference",
    severity=Severity.INFO,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            _TEXT + " The pier [was moved by ice](https://ice.example/piers).\n" + _LIST,
            marks=("was moved by ice",),
        ),
        Good(_TEXT + "\n" + _LIST),
    ),
)
