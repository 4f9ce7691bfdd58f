"""Expand a form into labelled pieces."""

from .addresses import draw_url, put_doi, put_url
from .draft import Draft
from .slots import World, fill
from .tables import listed
from .templates import Choice, Node, Slot


def render(draft: Draft, nodes: tuple[Node, ...], world: World) -> None:
    """Print the nodes of a form into the draft."""
    for node in nodes:
        if isinstance(node, str):
            draft.put(node)
        elif isinstance(node, Choice):
            render(draft, _branch(draft, node), world)
        elif node.name in _PARTS:
            _PARTS[node.name](draft, world, node)
        else:
            label, value = fill(draft, world, node.name)
            draft.put(value, node.label or label)


def _branch(draft: Draft, choice: Choice) -> tuple[Node, ...]:
    if choice.first is None:
        return draft.random.choice(choice.branches)
    if draft.chance(choice.first):
        return choice.branches[0]
    others = choice.branches[1:]
    return draft.random.choice(others) if others else ()


def _title(draft: Draft, world: World, slot: Slot) -> None:
    """Print a title in the style's marks or without; ``{words=title}`` takes another slot."""
    _quoted(draft, world, slot, draft.style.quotes)


def _always_quoted(draft: Draft, world: World, slot: Slot) -> None:
    marks = draft.style.quotes or tuple(draft.random.choice(_quotes(draft)))
    _quoted(draft, world, slot, marks)


def _quotes(draft: Draft) -> list[tuple[str, str]]:
    return list(listed("cues", "quotes", draft.language))


def _quoted(draft: Draft, world: World, slot: Slot, marks: tuple[str, str] | None) -> None:
    _, value = fill(draft, world, slot.label or "bare_title")
    if marks is None:
        draft.put(value, "title")
        return
    draft.put(marks[0])
    draft.put(value, "title")
    mark = "" if value.endswith(("?", "!", ".")) else draft.style.inner_mark
    draft.pieces.append((mark + marks[1], "other"))


def _stop(draft: Draft, _: World, __: Slot) -> None:
    draft.put(draft.style.stop)


def _after_author(draft: Draft, _: World, __: Slot) -> None:
    draft.put(draft.style.after_author)


def _imprint(draft: Draft, world: World, slot: Slot) -> None:
    """Print place and publisher; ``{body=imprint}`` takes the publisher from another slot."""
    _, publisher = fill(draft, world, slot.label or "publisher")
    _, place = fill(draft, world, "place")
    order = draft.random.random()
    if draft.language in {"fr", "es", "it"} and draft.chance(0.5):
        draft.put(place, "location")
        draft.put(", ")
        draft.put(publisher, "publisher")
    elif order < 0.45:
        draft.put(place, "location")
        draft.put(draft.pick(": ", ": ", ": ", " : ", ", "))
        draft.put(publisher, "publisher")
    elif order < 0.65:
        draft.put(publisher, "publisher")
        draft.put(", ")
        draft.put(place, "location")
    elif order < 0.93:
        draft.put(publisher, "publisher")
    else:
        draft.put(place, "location")


def _web(draft: Draft, _: World, __: Slot) -> None:
    put_url(draft)


def _url(draft: Draft, _: World, __: Slot) -> None:
    draft.put(draw_url(draft), "url")


def _doi(draft: Draft, _: World, __: Slot) -> None:
    put_doi(draft)


def _post_web(draft: Draft, world: World, _: Slot) -> None:
    _, handle = fill(draft, world, "handle")
    number = draft.random.randint(10**9, 10**18)
    host = draft.pick(
        "twitter.com", "x.com", "www.facebook.com", "www.instagram.com", "t.me", "bsky.app/profile"
    )
    scheme = draft.pick("https://", "https://", "")
    tail = draft.pick(f"status/{number}", f"posts/{number}", f"p/{number}")
    put_url(draft, f"{scheme}{host}/{handle[1:]}/{tail}")


def _video_web(draft: Draft, _: World, __: Slot) -> None:
    host = draft.pick("www.youtube.com/watch?v=", "youtu.be/", "vimeo.com/")
    signs = "abcdefghijkABCDEFG0123456789_-"
    code = "".join(draft.random.choice(signs) for _ in range(11))
    put_url(draft, draft.pick("https://", "https://", "") + host + code)


def _wiki_web(draft: Draft, _: World, __: Slot) -> None:
    article = draft.pick("Index_(history)", "Main_topic", "Grand_Canal", "Energie_und_Umwelt")
    page = draft.pick(
        article, f"index.php?title={article}&oldid={draft.random.randint(10**6, 10**9)}"
    )
    put_url(draft, f"https://{draft.language}.wikipedia.org/wiki/{page}")


def _end(draft: Draft, _: World, __: Slot) -> None:
    closed = draft.last.endswith((".", "!", "?", ">", "]", ")"))
    if draft.chance(0.3 if closed else 0.65):
        draft.put(".")


_PARTS = {
    "title": _title,
    "quoted": _always_quoted,
    ".": _stop,
    ",": _after_author,
    "imprint": _imprint,
    "web": _web,
    "url": _url,
    "doi": _doi,
    "post_web": _post_web,
    "video_web": _video_web,
    "wiki_web": _wiki_web,
    "end": _end,
}
