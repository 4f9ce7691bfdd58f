"""Drafts as writers' tools make them: dialects of Markdown, mails, pasted text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.article import Article
from factcheck.model.document import Document
from factcheck.readers import read
from factcheck.readers.dialects import as_commonmark

FIRST = "The council voted on Tuesday to close the harbour for the winter."


def _article(text: str, target: str = "draft.md") -> Article:
    return read(Document(target=target, body=text.encode()))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("See [[Harbour of Alder|the harbour]] and [[Pier]].", "See the harbour and Pier."),
        ("It is ==closed== %%really?%% now.", "It is closed  now."),
        ("![[map.png]]A map.", "A map."),
        ("> [!note] Remember\n> it.", "> Remember\n> it."),
        ("- [x] Ask them\n- [ ] Ask us", "- Ask them\n- Ask us"),
        ("Closed. ^block-1", "Closed."),
        ('{{< figure src="a.jpg" >}}Text {{ site.name }}.', "Text ."),
        ("{% include nav.html %}Text.\n{: .lead}", "Text.\n"),
        ("# Sources {.unnumbered #refs}", "# Sources"),
        ("::: {.warning}\nStop.\n:::", "\nStop.\n"),
        ("H~2~O and 10^3^ litres", "H2O and 10<sup>3</sup> litres"),
        ("```\n{{ a }} ==b==\n```\n{{ a }}c", "```\n{{ a }} ==b==\n```\nc"),
        ("`==a==` and ==b==", "`==a==` and b"),
        ("~~~\n[[a]]\n```\n[[b]]\n~~~\n[[c]]", "~~~\n[[a]]\n```\n[[b]]\n~~~\nc"),
        ("a == b and c == d", "a == b and c == d"),
        ("A note.^[Doe 2019.] And [^1].", "A note.^[Doe 2019.] And [^1]."),
        ("It costs {about} 3 % [@doe; -@roe].", "It costs {about} 3 % [@doe; -@roe]."),
    ],
)
def test_dialects_become_commonmark(written: str, plain: str) -> None:
    assert as_commonmark(written) == plain


@given(st.text(alphabet="a[]{}%=^~`:>!|#-\n ", max_size=200))
def test_lines_stay_lines(text: str) -> None:
    assert as_commonmark(text).count("\n") == text.count("\n")


def test_toml_front_matter() -> None:
    article = _article(
        '+++\ntitle = "Pier shut"\ndate = 2024-03-05T10:00:00+01:00\n'
        f'authors = ["Ada Quill", "Bo Reed"]\n+++\n\n{FIRST}\n'
    )
    assert (article.title, article.authors, str(article.published)) == (
        "Pier shut",
        ("Ada Quill", "Bo Reed"),
        "2024-03-05",
    )
    assert article.blocks[0].origin == "line 7"


def test_broken_toml_is_a_problem() -> None:
    (problem,) = _article(f"+++\ntitle = \n+++\n\n{FIRST}\n").problems
    assert problem.kind == "broken-front-matter"
    assert "TOML" in problem.message


def test_a_printed_date_in_front_matter() -> None:
    assert str(_article(f"---\ndate: March 5, 2024\n---\n{FIRST}\n").published) == "2024-03-05"


def test_program_text_is_no_prose() -> None:
    article = _article(f"{FIRST}\n\n```python\nprint('said the mayor')\n```\n")
    assert article.text == FIRST


def test_an_export_with_notes_at_its_end() -> None:
    article = _article(
        "# Pier shut\n\n[Ada Quill](https://a.example/@ada)\n\nMar 05, 2024\n\n"
        f"{FIRST}[1](#footnote-1)\n\n{FIRST}[2](#footnote-2)\n\n"
        "[1](#footnote-anchor-1)\n\nDoe, J. (2019). *Boats*. Pier Press.\n\n"
        "[2](#footnote-anchor-2)\n\nRoe, P. (2020). Ships. *Harbour*, 3(2), 4–5.\n"
    )
    assert (article.title, article.byline, str(article.published)) == (
        "Pier shut",
        "Ada Quill",
        "2024-03-05",
    )
    assert len(article.blocks) == 2
    assert len(article.entries) == 2


MAIL = f"""\
From: Ada Quill <ada@coast.example>
To: desk@coast.example
Date: Tue, 5 Mar 2024 10:00:00 +0100
Subject: Fwd: Draft: Pier shut

{FIRST} The pier stays open for the harbour-
side trains, officials said [1].

> He wrote: "We were never asked."

Sources:
[1] Doe, J. (2019). Boats. Pier Press. https://boats.example/a-very-
    long-address
--\x20
Ada Quill
Coast Post
"""


def test_a_mail() -> None:
    article = _article(MAIL, "mail.txt")
    assert (article.title, article.byline, str(article.published)) == (
        "Pier shut",
        "Ada Quill",
        "2024-03-05",
    )
    assert [(block.kind.value, article.quote(block.span)) for block in article.blocks] == [
        (
            "paragraph",
            f"{FIRST} The pier stays open for the harbour-side trains, officials said [1].",
        ),
        ("quote", 'He wrote: "We were never asked."'),
    ]
    assert [one.entry.text for one in article.entries] == [
        "Doe, J. (2019). Boats. Pier Press. https://boats.example/a-very-long-address"
    ]


def test_lines_with_colons_are_no_mail() -> None:
    article = _article(f"To: be or not to be\n\n{FIRST}\n", "play.txt")
    assert (article.title, article.byline) == ("To: be or not to be", None)


def test_pasted_text_with_a_line_of_its_own_for_the_date() -> None:
    article = _article(f"The harbour closes\nBy Ada Quill\n5 March 2024\n\n{FIRST}\n", "a.txt")
    assert (article.title, article.byline, str(article.published), article.text) == (
        "The harbour closes",
        "Ada Quill",
        "2024-03-05",
        FIRST,
    )


def test_notes_and_a_list_that_name_one_work() -> None:
    article = _article(
        f"{FIRST}[^1]\n\n[^1]: Doe, J. (2019). *Boats*. Pier Press.\n\n# References\n\n"
        "Doe, J. (2019). *Boats*. Pier Press.\n\nRoe, P. (2020). Ships. *Harbour*, 3(2), 4–5.\n"
    )
    assert article.text.count("Roe, P.") == 1
    assert "Roe, P. (2020). Ships. Harbour, 3(2), 4–5." in [
        one.entry.text for one in article.entries
    ]
