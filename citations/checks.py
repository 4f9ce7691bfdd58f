"""What a reader would miss or doubt in one work: pure tests that rules and lints share."""

import datetime as dt
import re

from citations.item import Date, Item, ItemType, Name
from citations.normalise.page_ranges import settle_pages
from citations.pages import page_bounds

_OWN_WAYS = frozenset(
    {
        ItemType.BILL,
        ItemType.HEARING,
        ItemType.INTERVIEW,
        ItemType.LEGAL_CASE,
        ItemType.LEGISLATION,
        ItemType.MANUSCRIPT,
        ItemType.PATENT,
        ItemType.PERSONAL_COMMUNICATION,
        ItemType.REGULATION,
        ItemType.SPEECH,
        ItemType.TREATY,
    }
)

# UTF-8 read as Latin-1 or Windows-1252: the lead byte's letter, then a continuation byte's sign.
_MISDECODED = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac[\u0080-\u00bf\u2018-\u203a\u02dc\u2122]|\ufffd"
)
_ADDRESS = re.compile(r"\S@\w|https?://|\bwww\.", re.IGNORECASE)
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_JOINED = re.compile(r";|&|\band\b")
_INITIALLED = re.compile(r"[^\W\d_]{2,}\d{0,2}, [^\W\d_]\d{0,2}\.")
_MARKED_PERSON = re.compile(r"[^\W\d_][^\W\d_'’\-]+\d{0,2}, (?:[^\W\d_]\d{0,2}(?:\.|\Z) ?){1,3}\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ \-]?){1,3}\Z")


def missing(item: Item) -> tuple[str, ...]:
    """Return the names of what an item lacks; () where it lacks nothing or cannot be judged."""
    persons = any(name.family for name in (*item.author, *item.editor))
    # A body's name and nothing else is most often a court decision or a law that was not known.
    if item.type in _OWN_WAYS or not (item.title or persons):
        return ()
    identifier = item.doi or item.isbn or item.pmid or item.arxiv or item.issn
    lacking = []
    # Physicists and chemists cite journal, volume and page or year, which leads there.
    is_located = item.container_title and item.volume and (item.page or item.issued)
    if not item.title and not is_located:
        lacking.append("title")
    if item.issued is None and not identifier:
        lacking.append("date")
    own_publisher = any(name.literal for name in item.author) and item.title is not None
    # Many books are cited by place alone, or by their series.
    series = any(name in {"series", "collection-title"} for name, _ in item.extra)
    container = item.container_title or item.publisher or item.publisher_place or series
    if item.accessed is not None and not (item.url or item.doi):
        lacking.append("address")
    elif not (identifier or item.url or container or own_publisher):
        lacking.append("publisher, journal or address")
    return tuple(lacking)


def backward_pages(item: Item) -> tuple[int, int] | None:
    """Return first and last page where they run backwards, else ``None``.

    What only looks like a range is left alone: volume and issue ("67-5", as East Asian lists have
    them) and the numbers of articles ("30002-0").
    """
    page = settle_pages(item).page
    bounds = page_bounds(page) if page else None
    if bounds is None or bounds[0] <= bounds[1]:
        return None
    is_number = len(str(bounds[0])) - len(str(bounds[1])) > 2
    is_issue = item.volume is None and _EAST_ASIAN.search(f"{item.title} {item.container_title}")
    return None if is_number or is_issue else bounds


def implausible(item: Item, published: dt.date | None) -> str:
    """Return what is wrong with an item's dates in a sentence, or ""."""
    for date in (item.issued, item.accessed):
        if date is not None and not _in_calendar(date):
            return f"There is no day {date.year}-{date.month:02}-{date.day:02}."
    issued = item.issued.year if item.issued is not None else None
    accessed = item.accessed.year if item.accessed is not None else None
    if issued is not None and accessed is not None and accessed < issued:
        return f"The work was visited in {accessed} and issued in {issued}."
    if issued is not None and published is not None and issued > published.year + 1:
        return f"The work is of {issued}, and the article of {published.year}."
    return ""


def _in_calendar(date: Date) -> bool:
    if date.year is None or date.month is None or date.day is None or not 0 < date.year < 9999:
        return True
    try:
        dt.date(date.year, date.month, date.day)
    except ValueError:
        return False
    return True


def name_fault(name: Name) -> str:
    """Return what is wrong with the form of one name in a clause ("holds a digit"), or "".

    A body's name is judged only where it is in the form of persons' names.
    """
    whole = name.literal or " ".join(part for part in (name.given, name.family) if part)
    if _ADDRESS.search(whole):
        return "holds an address"
    if name.literal is not None:
        people = len(_INITIALLED.findall(name.literal))
        if people > 1 and _JOINED.search(name.literal):
            return "is several names in one"
        # The parser takes "Harker2, J." for a body, as no person is called so.
        is_marked = _MARKED_PERSON.match(name.literal) and any(map(str.isdecimal, name.literal))
        return "holds a digit" if is_marked else ""
    if any(letter.isdecimal() for letter in whole):
        return "holds a digit"
    if name.family and name.given and _INITIALS.match(name.family):
        return "has its initials for a family name"
    return ""


def looks_misdecoded(text: str) -> bool:
    """Tell whether ``text`` was decoded with a wrong character set: "MÃ¼ller", "itâ€™s"."""
    return not text.isascii() and _MISDECODED.search(text) is not None
