"""What the paragraph styles of a DOCX mean: style names are in English in every translation."""

import re
from dataclasses import dataclass

from factcheck.readers.docx_package import Package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading ([1-6])")
_LIST = re.compile(r"list(?: (?:bullet|number|paragraph|continue))?(?: \d)?")


@dataclass(frozen=True, slots=True)
class Role:
    """The HTML element of a paragraph style; ``title`` marks the document's own."""

    tag: str = "p"
    title: bool = False


def roles_of(package: Package) -> dict[str, Role]:
    """Return the roles of the package's paragraph styles by style id.

    A style that means nothing of itself takes the role of the style it is based on.
    """
    root = package.part("word/styles.xml")
    if root is None:
        return {}
    roles: dict[str, Role] = {}
    bases: dict[str, str] = {}
    for style in root.iter(f"{_W}style"):
        identifier = style.get(f"{_W}styleId", "")
        name = style.find(f"{_W}name")
        base = style.find(f"{_W}basedOn")
        roles[identifier] = _role(name.get(f"{_W}val", "") if name is not None else identifier)
        bases[identifier] = base.get(f"{_W}val", "") if base is not None else ""
    return {identifier: _inherited(identifier, roles, bases) for identifier in roles}


def _role(name: str) -> Role:
    name = name.lower().strip()
    if name == "title":
        return Role(tag="h1", title=True)
    if match := _HEADING.fullmatch(name):
        return Role(tag=f"h{match.group(1)}")
    if _LIST.fullmatch(name):
        return Role(tag="li")
    if name in ("quote", "intense quote", "block text"):
        return Role(tag="blockquote")
    return Role(tag="figcaption") if name == "caption" else Role()


def _inherited(identifier: str, roles: dict[str, Role], bases: dict[str, str]) -> Role:
    for _ in range(12):  # a chain of styles may be circular in a damaged file
        role = roles.get(identifier, Role())
        if role != Role() or not bases.get(identifier):
            return role
        identifier = bases[identifier]
    return Role()
