"""How likely it is that a rule-parsed item is wholly right."""

from citations.item import Item

# What each sign of a whole parse is worth; the sum is capped. Judgement, not fitted: the trained
# model brings its own calibrated probability.
_BASE = 0.2
_AUTHOR, _DATE, _TITLE, _PLACE, _NOTE = 0.2, 0.15, 0.15, 0.15, 0.12
_LONG_TITLE = 300


def confidence(item: Item) -> float:
    """Return a probability between 0.02 and 0.9 from the fields found and the text left over."""
    score = _BASE
    score += _AUTHOR if item.author or item.editor else 0.0
    score += _DATE if item.issued else 0.0
    has_place = any((item.container_title, item.publisher, item.url, item.doi))
    score += _PLACE if has_place else 0.0
    if item.title:
        score += _TITLE if len(item.title) < _LONG_TITLE else 0.0
    else:
        score -= _TITLE
    if item.volume and item.page and item.container_title:
        score += 0.1
    score -= _NOTE * sum(name == "note" for name, _ in item.extra)
    return round(min(0.9, max(0.02, score)), 3)
