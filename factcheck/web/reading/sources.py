"""How the desk writes the kinds of sources: a letter and words, so that colour is never alone."""

from collections.abc import Mapping
from types import MappingProxyType

from factcheck.language.ledger import Ledger
from factcheck.model.analysis import SourceKind

LETTERS: Mapping[str, str] = MappingProxyType(
    {
        SourceKind.NAMED_PERSON: "P",
        SourceKind.ORGANISATION: "O",
        SourceKind.PUBLICATION: "M",
        SourceKind.DOCUMENT: "D",
        SourceKind.ROLE: "R",
        SourceKind.ANONYMOUS: "A",
        SourceKind.VAGUE: "V",
        SourceKind.OWN_REPORTING: "W",
        SourceKind.CITATION: "C",
    }
)

WORDS: Mapping[str, str] = MappingProxyType(
    {
        SourceKind.NAMED_PERSON: "named person",
        SourceKind.ORGANISATION: "organisation",
        SourceKind.PUBLICATION: "other medium",
        SourceKind.DOCUMENT: "document",
        SourceKind.ROLE: "official by role only",
        SourceKind.ANONYMOUS: "anonymous",
        SourceKind.VAGUE: "vague",
        SourceKind.OWN_REPORTING: "own reporting",
        SourceKind.CITATION: "reference or link",
    }
)


def shares(ledger: Ledger) -> tuple[tuple[str, float], ...]:
    """Return what the claims rest on, in words, each with its share of all claims (0-1)."""
    return (
        ("somebody named", ledger.named),
        ("an office without a name", ledger.role),
        ("a reference or link", ledger.cited),
        ("own reporting", ledger.own_reporting),
        ("somebody unnamed", ledger.anonymous),
        ("somebody vague", ledger.vague),
        ("nobody", ledger.unattributed),
    )
