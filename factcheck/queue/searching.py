"""Text search: the same words and the same queries on SQLite (FTS5) and PostgreSQL (tsvector).

Texts are cut into folded words here, not in the database, so that both find the same things. A
query is parsed here too: what people type never reaches the database's own query syntax.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BindParameter,
    Boolean,
    ColumnElement,
    Integer,
    and_,
    bindparam,
    column,
    func,
    literal,
    literal_column,
    text,
)
from sqlmodel import col, select

from citations.fold import fold
from factcheck.errors import UsageError
from factcheck.queue.tables import FindingRow

_WORD = re.compile(r"[^\W_]+")
# Scripts written without blanks: each character counts as a word and a run of them as a phrase.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_TERM = re.compile(r'(-?)(?:"([^"]*)"|([^\s"]+))')
_LONGEST_WORD = 100  # characters; PostgreSQL leaves out words of more than 2,046 bytes
_LONGEST_TEXT = 20_000
_MOST_TERMS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words in a row to look for, the last of which may go on, or (``without``) must not occur."""

    words: tuple[str, ...]
    whole: bool = False
    without: bool = False


def words_of(*texts: str) -> str:
    """Return the words of texts as they are indexed: folded, one blank between them."""
    return " ".join(_words(" \n ".join(texts)[:_LONGEST_TEXT]))


def parse(query: str) -> tuple[Term, ...]:
    """Return what a query asks for: words or their beginnings, "a phrase", -without.

    Raises UsageError for a query with nothing to look for, an open quotation mark or more than
    twenty terms.
    """
    if query.count('"') % 2:
        raise UsageError(f'a quotation mark is open in the search for {query[:80]!r}; add a "')
    terms = tuple(_terms(query))
    if not any(not term.without for term in terms):
        raise UsageError(f"no word to look for in {query[:80]!r}; give at least one")
    if len(terms) > _MOST_TERMS:
        raise UsageError(f"a search for {len(terms)} terms; give {_MOST_TERMS} at most")
    return terms


def matching(terms: tuple[Term, ...], dialect: str) -> Any:
    """Return the statement that yields a row for each finding that the word index tells of."""
    if dialect != "sqlite":
        return select(literal(1)).select_from(FindingRow).where(_on_server(terms))
    sought: BindParameter[str] = bindparam("sought", _fts5(terms), unique=True)
    found = text("SELECT rowid FROM finding_words WHERE finding_words MATCH :sought")
    return found.bindparams(sought).columns(column("rowid", Integer))


def guessing(terms: tuple[Term, ...], dialect: str) -> Any | None:
    """Return the statement that yields the plan of ``matching``, which holds a server's guess.

    A server gathers all that match before it gives the first, so half a million are better guessed
    from its statistics. SQLite gives them one by one, and there is nothing to return.
    """
    if dialect == "sqlite":
        return None
    # The statistics of beginnings need a hundred common words; those of words do not.
    sought: BindParameter[str] = bindparam("sought", _tsquery(terms, "({0} | {0}:*)"), unique=True)
    return text(
        "EXPLAIN (FORMAT JSON) SELECT 1 FROM finding "
        "WHERE to_tsvector('simple'::regconfig, words) @@ to_tsquery('simple'::regconfig, :sought)"
    ).bindparams(sought)


def in_index(terms: tuple[Term, ...], dialect: str) -> ColumnElement[bool]:
    """Return the condition on ``finding`` that its text matches, answered by the word index."""
    if dialect == "sqlite":
        return col(FindingRow.id).in_(matching(terms, dialect))
    found = _on_server(terms)
    more = any(len(term.words) > 1 or term.without for term in terms)
    # The index holds no places; the server would cut each row into words anew to find them.
    return found & in_row(terms, dialect) if more else found


def _on_server(terms: tuple[Term, ...]) -> ColumnElement[bool]:
    simple: ColumnElement[Any] = literal_column(
        "'simple'::regconfig"
    )  # spelt as in the index, or it is not used
    vector = func.to_tsvector(simple, col(FindingRow.words))
    query = func.to_tsquery(simple, _tsquery(terms, "{0}:*"))
    matches: ColumnElement[bool] = vector.op("@@", return_type=Boolean())(query)
    return matches


def in_row(terms: tuple[Term, ...], dialect: str) -> ColumnElement[bool]:
    """Return the same condition answered by each row's own words.

    For going along a list: the index would gather all that match first, which may be half of them.
    """
    position = func.instr if dialect == "sqlite" else func.strpos
    words = literal(" ") + col(FindingRow.words) + literal(" ")
    wanted: list[ColumnElement[bool]] = []
    for term in terms:
        sought = f" {' '.join(term.words)}" + (" " if term.whole else "")
        found = position(words, sought)
        wanted.append(found == 0 if term.without else found > 0)
    return and_(*wanted)


def _words(text: str) -> Iterator[str]:
    spaced = _UNSPACED.sub(lambda found: f" {found[0]} ", text)
    return (found[0][:_LONGEST_WORD] for found in _WORD.finditer(fold(spaced)))


def _terms(query: str) -> Iterator[Term]:
    for minus, phrase, word in _TERM.findall(query):
        words = tuple(_words(phrase or word))
        if words:
            yield Term(words=words, whole=bool(phrase), without=bool(minus))


def _fts5(terms: tuple[Term, ...]) -> str:
    """Write terms as an FTS5 query (sqlite.org/fts5.html, section 3); words are letters only."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for term in terms:
        written = f'"{" ".join(term.words)}"' + ("" if term.whole else " *")
        (unwanted if term.without else wanted).append(written)
    query = f"({' AND '.join(wanted)})"
    return f"{query} NOT ({' OR '.join(unwanted)})" if unwanted else query


def _tsquery(terms: tuple[Term, ...], beginning: str) -> str:
    """Write what a server's index can tell of terms as a tsquery (postgresql.org/docs).

    A phrase is its words in any place, and what is to be left out is not asked. ``beginning`` is
    how to ask for what begins with a word.
    """
    written = []
    for term in terms:
        words = [f"'{word}'" for word in term.words]
        if not term.whole:
            words[-1] = beginning.format(words[-1])
        if not term.without:
            written.extend(words)
    return " & ".join(written)
