"""A finding in few words of the article: its own paragraph, or a line for a list."""

from factcheck.queue import views
from factcheck.queue.items import Context, Item

_LEAD = 50
_TAIL = 160
"""Characters shown before and after what is marked: two lines of a list, the mark among them."""


def paragraph(context: Context) -> Context:
    """Return the context cut to the finding's own paragraph, from word to word."""
    _, broken, before = context.before.rpartition("\n")
    after, ended, _ = context.after.partition("\n")
    if not broken and len(before) >= views.CONTEXT:
        before = "… " + before.partition(" ")[2]
    if not ended and len(after) >= views.CONTEXT:
        after = after.rpartition(" ")[0] + " …"
    return Context(before=before, exact=context.exact, after=after)


def excerpt(item: Item) -> Context:
    """Return a finding's sentence cut around what is marked in it.

    A finding that marks nothing is told by its message. Where the whole sentence is marked, as an
    entry of a list is, ``exact`` is empty: there is nothing to tell apart.
    """
    marked, sentence = item.anchor.exact, item.sentence
    if not marked:
        return Context(before=item.message, exact="", after="")
    lead, found, tail = sentence.partition(marked)
    if not found or not (lead.strip() or tail.strip()):
        return Context(before=marked[: _LEAD + _TAIL], exact="", after="")
    if len(lead) > _LEAD:
        lead = "… " + lead[-_LEAD:].partition(" ")[2]
    return Context(before=lead, exact=marked[:_TAIL], after=tail[:_TAIL])
