"""Names in the one division that every format can hold."""

from dataclasses import replace

from citations.item import Item, Name

_OTHERS = frozenset(["others", "et al", "et al.", "u. a.", "and others", "y otros", "и др."])


def _literal(text: str) -> Name:
    if text.lower() in _OTHERS:
        return Name(literal="others")
    if "," in text or "{" in text or "}" in text:
        # In RIS braces mark a body whose name has a comma.
        return Name(literal=text.replace("{", "(").replace("}", ")"))
    return Name(literal=text)


def _is_particle(word: str) -> bool:
    return word[:1].islower()


def settle_name(name: Name) -> Name:
    """Divide one name: particles in lower case apart, a lone given or many-worded name literal."""
    if name.literal is not None:
        return _literal(name.literal)
    words = " ".join(part for part in (name.particle, name.family) if part).split()
    if not words or not (name.given or len(words) == 1 or _is_particle(words[0])):
        whole = (name.given, name.particle, name.family, name.suffix)
        return _literal(" ".join(part for part in whole if part))
    cut = 0
    while cut < len(words) - 1 and _is_particle(words[cut]):
        cut += 1
    family = " ".join(words[cut:])
    if not name.given and (len(words) - cut > 1 or name.suffix):
        return _literal(" ".join([*words, *((name.suffix,) if name.suffix else ())]))
    if any(
        mark in part for part in (*words, name.given or "", name.suffix or "") for mark in ",{}~"
    ):
        parts = (" ".join(words), name.suffix, name.given)
        return _literal(", ".join(part for part in parts if part))
    return Name(
        family=family,
        particle=" ".join(words[:cut]) or None,
        given=name.given,
        suffix=name.suffix,
    )


def settle_names(item: Item) -> Item:
    """Divide all names of ``item``; "et al." in any words becomes the literal "others"."""
    author, editor = tuple(map(settle_name, item.author)), tuple(map(settle_name, item.editor))
    if author == item.author and editor == item.editor:
        return item
    return replace(item, author=author, editor=editor)
