"""Word lists written as plain text, one blank between words."""


def words(listed: str) -> frozenset[str]:
    """Return the words of a list; order and line breaks do not matter."""
    return frozenset(listed.split())
