"""Step 4: who and when at the head of a reference, and where the rest begins."""

import re

from citations.corporate import is_corporate
from citations.dates import FoundDate, find_dates
from citations.names import is_initials
from citations.parse.board import Board

_NUMBER = re.compile(
    r"\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.)]?(?=\s+[^\W\d_a-zà-ÿ])|\^|[-*•–](?=\s))\s*"
)
_CREDIT = re.compile(
    r"\s*(?:sources?|quellen?|fuentes?|fontes?|fonti|источники?|photo|foto|credit|image|data|daten|grafik"
    r"|chart|map)\s*:\s*",
    re.IGNORECASE,
)
_DASH_AUTHOR = re.compile(r"\s*((?:[—–―_-]\s?){2,12}|—)(?=[\s.,:(])")
_OPEN_QUOTE = re.compile("[\"“„«‹‘]|(?<![^\\W_])'(?=\\S)|``")
_ROLE_BEFORE_DATE = re.compile(
    r"[\s,]*[(\[](?:eds?|editors?|hrsg|hg|orgs?|coords?|dirs?|éds?|comps?)\.?[)\]][\s.,]*$|,?\s(?:eds?|hrsg|hg)\.[\s,]*$",
    re.IGNORECASE,
)
_FAR = 700
_AFTER_DATE = re.compile(r"[\s)\].,:;]*")
_CONJUNCTION = re.compile(r"(?:&(?:amp;)?|and|und|et|y|e|i|и|en|och|og)\Z", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_PARTICLE = re.compile(
    r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|ten|zu|zur|af|av|al|bin|ibn|st)\.?\Z",
    re.IGNORECASE,
)
_HAS_INITIAL = re.compile(r"(?<![\w.])[A-ZÀ-ÞА-Я](?:\.|,|\Z)|\s[A-ZÀ-ÞА-Я]{2}(?:,|\Z)")
# "Kang J, Jiang L.": in such a list the stop after the initials closes it.
_FAMILY_FIRST = re.compile(r"[^,.;]{1,40}[^\W\d_]\s[A-ZÀ-ÞА-Я]{1,3},\s")
_FAMILY_AND_INITIALS = re.compile(r"[^\W\d_]{2}\s[A-ZÀ-ÞА-Я]{1,3}\Z")
_HANDLE = re.compile(r"\s*[\[(](@\w[\w.]*)[\])]\.?,?")


def claim_lead(board: Board) -> int:
    """Claim list number, authors (or editors) and a date beside them; return where they end."""
    text = board.text
    cursor = 0
    number = _NUMBER.match(text)
    if number and number.end():
        if number.lastindex:
            board.claim(
                number.start(number.lastindex), number.end(number.lastindex), "citation-number"
            )
        cursor = number.end()
    credit = _CREDIT.match(text, cursor)
    if credit:
        cursor = credit.end()
    dash = _DASH_AUTHOR.match(text, cursor)
    if dash:
        board.claim(dash.start(1), len(text[: dash.end(1)].rstrip()), "author")
        return _date_after(board, dash.end())
    return _people(board, cursor)


def _people(board: Board, cursor: int) -> int:
    text = board.text
    limit = min(board.next_taken(cursor), cursor + _FAR)
    quote = _OPEN_QUOTE.search(text, cursor, limit)
    if quote and quote.start() > cursor:
        limit = min(limit, quote.start())
    head = text[cursor:limit]
    dated = _dated_head(head)
    if dated is not None:
        _claim_people(board, cursor, cursor + dated.start)
        board.claim(cursor + dated.start, cursor + dated.end, "date")
        return _skip(text, cursor + dated.end)
    end = _end_of_names(head)
    if not end:
        return cursor
    _claim_people(board, cursor, cursor + end)
    return _date_after(board, cursor + end)


def _dated_head(head: str) -> FoundDate | None:
    """Return the date that closes a run of names: in brackets, or between stops."""
    for found in find_dates(head):
        before, after = head[: found.start], head[found.end :]
        bracketed = before.rstrip().endswith(("(", "["))
        names = before.rstrip(" ([")
        if not names.strip() or len(names) < 2:
            return None
        if bracketed and (after[:1] in ")],;: " or not after):
            return found if _reads_as_names(names, is_bracketed=True) else None
        stopped = names.endswith((".", ",", ":")) and re.match(
            r"[a-z]?\s?[.,:;]\s|\s[A-Z]|\.?$", after
        )
        body = (
            not names.endswith((".", ",")) and re.match(r"[.,:]?\s", after) and is_corporate(names)
        )
        if (stopped or body) and _reads_as_names(names.rstrip(" ,:"), is_bracketed=False):
            return found
        return None
    return None


def _reads_as_names(text: str, *, is_bracketed: bool) -> bool:
    """Say whether the whole stretch can be a list of names or one body."""
    names = _ROLE_BEFORE_DATE.sub("", text).strip(" .,:;")
    if len(names) > _FAR or re.search(r"[?!“”\"«»]", names):
        return False
    end = _end_of_names(names + ". ")
    if end >= len(names) - 1:
        return True
    if not is_bracketed:
        if ":" in names or "(" in names:
            return False
        if not is_corporate(names) and not _HAS_INITIAL.search(names):
            return False
    # A body's name may hold anything; a sentence has a stop followed by a word in lower case.
    words = names.split()
    return len(words) <= 14 and not re.search(r"[^\W\d_]{4,}\.\s+[^\W\d_]{4,}", names)


def _end_of_names(text: str) -> int:
    """Return the length of the longest list of names that the text begins with, or 0.

    A list ends at the stop after a whole word, at a colon, or before a chunk between commas that
    no longer looks like a name.
    """
    end = at = 0
    chunks = 0
    family_first = _FAMILY_FIRST.match(text) is not None
    while at < len(text):
        chunk_end = _chunk_end(text, at, family_first=family_first)
        chunk = text[at:chunk_end].strip(" ,;&")
        if not chunk:
            at = chunk_end + 1
            continue
        if not _name_like(chunk, is_first=not chunks):
            break
        chunks += 1
        end = chunk_end
        closing = text[chunk_end : chunk_end + 1]
        at = chunk_end + 1
        if closing in (":", ".", "") or chunk.casefold().endswith(("et al", "et al.")):
            end = chunk_end
            break
    if chunks == 1 and text[end : end + 1] not in (":", ".", ",", "(", ""):
        return 0
    return end if chunks else 0


def _chunk_end(text: str, at: int, *, family_first: bool) -> int:
    """Return where the chunk that starts at ``at`` ends: at a comma, semicolon, colon or stop."""
    for match in re.finditer(r"[,;:(\[]|\.(?=\s|$|[\"“,:;])", text[at:]):
        place = at + match.start()
        if match.group() != ".":
            return place
        word = re.search(r"[^\s.,]*\Z", text[at:place])
        following = text[place + 1 : place + 2]
        stem = word.group() if word else ""
        short = (
            len(stem) <= 1
            or stem.casefold() in {"jr", "sr", "st", "al", "mc", "chr", "ph", "th"}
            or (len(stem) <= 3 and stem.isupper() and "-" in stem)
        )
        if family_first and following == " " and _FAMILY_AND_INITIALS.search(text[at:place]):
            return place
        if following in (",", ";", ":") or (
            short and following == " " and _goes_on(text[place + 2 :])
        ):
            continue
        return place + 1 if short else place
    return len(text)


def _goes_on(rest: str) -> bool:
    """Say whether after an initial another initial, a family name or a conjunction follows."""
    words = rest.split(maxsplit=2)
    if not words:
        return False
    first = words[0]
    if is_initials(first.rstrip(",;:")) and first[:1].isupper() and "." in first:
        return True
    if _CONJUNCTION.match(first) or _PARTICLE.match(first) or first.startswith(("et", "&", "(")):
        return True
    # "M. Foucault, Sorvegliare": a family name and then a stop of any kind.
    return bool(
        re.match(r"[^\W\d_][\w'’-]+(?:[,:;.(]|\s(?:and|&|und|et|y|e|и|Jr)\b)", rest)
    ) or bool(re.match(r"[A-ZÀ-ÞА-Я][\w'’-]+\s[A-ZÀ-ÞА-Я][\w'’-]+[,:]", rest))


def _name_like(chunk: str, *, is_first: bool) -> bool:
    words = [match.group() for match in _WORD.finditer(chunk)]
    if chunk.startswith(("@", "u/")):
        return is_first
    if is_first and is_corporate(chunk.rstrip(".")) and len(words) <= 12:
        return True
    words = [word for word in words if not _CONJUNCTION.match(word)]
    if not words or len(words) > 9:
        return False
    capital = sum(word[:1].isupper() or word[:1] in "'’" for word in words)
    lower = [
        word
        for word in words
        if word[:1].islower() and not _PARTICLE.match(word) and word not in ("al.", "al", "avec")
    ]
    if lower or not capital or re.search(r"\d", chunk):
        return False
    return not (len(words) > 4 and not re.search(r"(?<!\w)\w\.|\s(?:and|&|und|et|y|e)\s", chunk))


def _claim_people(board: Board, start: int, end: int) -> None:
    text = board.text
    handle = _HANDLE.search(text, start, end)
    role = _ROLE_BEFORE_DATE.search(text[start:end].rstrip(" ([.,:"))
    stop = end
    if handle:
        board.claim(handle.start(1), handle.end(1), "handle")
        stop = handle.start()
    label = "author"
    if role and re.search(r"ed|hrsg|hg|org|coord|dir|comp", role.group(), re.IGNORECASE):
        label = "editor"
        stop = min(stop, start + role.start())
    while stop > start and text[stop - 1] in " ,:;([-–—&/":
        stop -= 1
    if stop > start and text[stop - 1] == "." and not _keeps_stop(text[start:stop]):
        stop -= 1
    while start < stop and text[start] in " ,;:":
        start += 1
    board.claim(start, stop, label)


def _keeps_stop(names: str) -> bool:
    """Say whether the last stop belongs to the names: after an initial, "Jr." or "al."."""
    return bool(
        re.search(r"(?:(?<![^\W\d_])[^\W\d_]{1,2}|\bal|\bJr|\bSr|\bInc|\bCo|\bLtd)\.\Z", names)
    )


def _date_after(board: Board, cursor: int) -> int:
    """Claim a date that comes straight after the names; return where the rest begins."""
    text = board.text
    start = _skip(text, cursor, "([")
    found = next(find_dates(text[start : start + 60]), None)
    if found is not None and found.start == 0 and board.claim(start, start + found.end, "date"):
        return _skip(text, start + found.end)
    return _skip(text, cursor)


def _skip(text: str, at: int, more: str = "") -> int:
    while at < len(text) and (text[at] in " .,:;)]" or text[at] in more):
        at += 1
    return at
