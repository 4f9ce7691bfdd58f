"""Findings as a W3C Web Annotation page (w3.org/TR/annotation-model): text quote selectors."""

import json
from collections.abc import Iterable

from factcheck.queue.exports import Line


def write(lines: Iterable[Line]) -> str:
    """Return an annotation collection as JSON-LD; findings without a place are left out."""
    items = [_annotation(line) for line in lines if line.item.anchor.exact]
    document = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "items": items,
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _annotation(line: Line) -> dict[str, object]:
    item = line.item
    selector = {"type": "TextQuoteSelector", "exact": item.anchor.exact}
    stated = {"prefix": item.anchor.prefix, "suffix": item.anchor.suffix}
    return {
        "id": f"urn:factcheck:{item.fingerprint}",
        "type": "Annotation",
        "motivation": "assessing",
        "created": item.first_seen.isoformat(),
        "modified": item.last_seen.isoformat(),
        "body": [
            {"type": "TextualBody", "value": item.message, "purpose": "commenting"},
            {"type": "TextualBody", "value": item.code, "purpose": "tagging"},
            {"type": "TextualBody", "value": item.status.value, "purpose": "tagging"},
        ],
        "target": {
            "source": item.article.url or item.article.key,
            "selector": selector | {name: value for name, value in stated.items() if value},
        },
    }
