"""Claims that two readers agree on, as schema.org ClaimReview JSON-LD."""

import json
from collections.abc import Iterable

from factcheck.queue.evidence import WITHHELD, ClaimVerdict
from factcheck.queue.exports import Line

_RATINGS = {
    ClaimVerdict.ACCURATE: (5, "Accurate"),
    ClaimVerdict.ACCURATE_WITH_CHANGES: (4, "Accurate with changes"),
    ClaimVerdict.UNVERIFIABLE: (3, "Cannot be verified"),
    ClaimVerdict.INACCURATE: (1, "Inaccurate"),
}


def write(lines: Iterable[Line]) -> str:
    """Return a JSON-LD graph; a claim is published only once a second reader agrees."""
    graph = [
        _review(line) for line in lines if line.record.agreed and line.record.verdict in _RATINGS
    ]
    document = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _review(line: Line) -> dict[str, object]:
    item, record = line.item, line.record
    assert record.verdict is not None
    value, words = _RATINGS[record.verdict]
    citations = [
        {"@type": "CreativeWork", "name": one.source}
        | ({"archivedAt": one.archived_url} if one.archived_url else {})
        for one in record.evidence
        if not one.withdrawn and one.source != WITHHELD
    ]
    review: dict[str, object] = {
        "@type": "ClaimReview",
        "claimReviewed": item.anchor.exact or item.sentence,
        "datePublished": max(one.at for one in record.assessments).date().isoformat(),
        "itemReviewed": {
            "@type": "Claim",
            "appearance": {"@type": "CreativeWork", "url": item.article.url or item.article.key},
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": value,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": words,
        },
    }
    return review | ({"citation": citations} if citations else {})
