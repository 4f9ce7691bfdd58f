"""Lists within ``pre`` and in drafts as plain text: nothing of the text is lost or moved."""

from hypothesis import given
from hypothesis import strategies as st

from citations.extract import find_entries_in_text
from citations.extract.preformatted import wrap_preformatted
from citations.extract.tree import as_tree

DRAFT = """\
   The switch is tested daily.

4.  References

   [LOOP]    Varga, I., "Passing Loops", Valley Press,
             March 2007.

   [TRACK]   Lem, T., "Lines That Were


Moor                    Expires 4 November 2020                 [Page 7]
\f
Internet-Draft              The Upper Line                      May 2020


             Closed", Valley Press, ISBN 0-000-00000-0, 2004.

Author's Address

   Pia Moor
   Upper Valley Institute

   EMail: pia@tram.example
"""
LINES = (
    "References",
    "9.  Sources:",
    "",
    "   ",
    "[1] Lem, T. (2004). Lines that were closed. Valley Press.",
    "   [TRACK]  Lem, T., <a href='#x'>&quot;Lines&quot;</a>, 2004, pp. 3-9.",
    "<b>Brook</b>, A. (2017). Rails. J Rail 9(2), 114-129. <!-- no text -->",
    "         goes on here",
    "<span class='h2'><a id='s1'></a>References</span>",
    "<i>two",
    "lines</i> of prose",
)


def test_an_entry_goes_on_after_the_end_of_a_printed_page() -> None:
    entries = find_entries_in_text(DRAFT.split("\n"))
    assert [(entry.label, entry.text) for entry in entries] == [
        ("LOOP", 'Varga, I., "Passing Loops", Valley Press, March 2007.'),
        ("TRACK", 'Lem, T., "Lines That Were Closed", Valley Press, ISBN 0-000-00000-0, 2004.'),
    ]


def test_wrapped_lines_without_numbers_or_indent_are_joined() -> None:
    text = """\
References

Brook, A., Varga, I., and Sole, D. (2017). Rails under strain. Journal
of Light Rail 9(2), 114-129.

Lem, T. (2004). Lines that were closed, and those that came back after
the war. Upper Town: Valley Press.
"""
    assert [entry.text[-13:] for entry in find_entries_in_text(text.split("\n"))] == [
        "(2), 114-129.",
        "Valley Press.",
    ]


def test_lines_of_their_own_are_not_joined() -> None:
    lines = ["Sources", "Lem, T. (2004). Lines.", "Brook, A. (2017). Rails under strain. J Rail 9."]
    assert len(find_entries_in_text(lines)) == 2


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_every_word_stays_and_in_order(lines: list[str]) -> None:
    tree = as_tree("<body><pre>" + "\n".join(lines) + "</pre><p>after</p></body>")
    assert tree is not None
    before = str(tree.xpath("string()"))
    elements = len(list(tree.iter("a", "b", "i", "span")))
    wrap_preformatted(tree)
    assert str(tree.xpath("string()")) == before
    assert len(list(tree.iter("a", "b", "i", "span"))) == elements
