"""Marks as print sets them: a table of what a person reads, and what looks like a mark and is none.

``^{3}`` is a raised "3". Beside each mark stand the works that it leads to.
"""

import re

import pytest

from citations.item import Date, Item, Name
from citations.reference import Entry, Reference
from factcheck.language.citations_in_text import find_citations
from factcheck.model.analysis import CitationStyle
from factcheck.model.article import Article, Block, BlockKind, Span


def _work(key: str, text: str, *authors: str, label: str | None = None) -> Reference:
    year = re.search(r"\b(?:19|20)\d\d", text)
    names = tuple(
        Name(literal=name) if " " in name and name[0].isupper() else Name(family=name)
        for name in authors
    )
    item = Item(author=names, issued=Date(year=int(year.group())) if year else None)
    return Reference(
        id=key, entry=Entry(position=0, text=text, label=label), item=item, confidence=1.0
    )


WORKS = (
    _work("smith99", "Smith, J. (1999). Piers.", "Smith"),
    _work("smithjones01", "Smith, J., & Jones, B. (2001). Docks.", "Smith", "Jones"),
    _work("joneslee01", "Jones, B., & Lee, C. (2001). Quays.", "Jones", "Lee"),
    _work("cole19a", "Cole, D. (2019a). Boats.", "Cole"),
    _work("cole19b", "Cole, D. (2019b). Ships.", "Cole"),
    _work("who17", "World Health Organization (2017). Water.", "World Health Organization"),
    _work(
        "ons22", "Office for National Statistics (2022). Ferries.", "Office for National Statistics"
    ),
    _work("obrien10", "O’Brien, K. (2010). Ropes.", "O’Brien"),
    _work("garcia15", "García-Márquez, L. (2015). Redes.", "García-Márquez"),
    _work("mueller08", "Müller, T. (2008). Häfen.", "Müller"),
    _work(
        "vries12",
        "de Vries, P., Bakker, A., & Smit, R. (2012). Havens.",
        "de Vries",
        "Bakker",
        "Smit",
    ),
    _work("nd", "Harbour Board (n.d.). Tides.", "Harbour Board"),
    _work("tanaka16", "田中太郎（2016）『港』", "田中"),
    _work(
        "brown10",
        "Brown, A., Green, B., White, C., & Black, D. (2010). Tides.",
        "Brown",
        "Green",
        "White",
        "Black",
    ),
    _work("press24", "Hale, S. (in press). Nets.", "Hale"),
)
NUMBERED = tuple(
    _work(str(n), f"Author{n}, A. ({1990 + n}). Title {n}.", f"Author{n}", label=str(n))
    for n in range(1, 31)
)
KEYED = tuple(
    _work(key, f"{key}, A. (2000).", key, label=key)
    for key in ("smith1999", "jones2001", "lee:2005", "Brown_2010")
)
CASES: list[tuple[tuple[Reference, ...], str, list[tuple[str, str]]]] = [
    (NUMBERED, "It fell [3-7].", [("[3-7]", "3 4 5 6 7")]),
    (NUMBERED, "It fell [3–5].", [("[3–5]", "3 4 5")]),
    (NUMBERED, "It fell [1,2;4].", [("[1,2;4]", "1 2 4")]),
    (NUMBERED, "It fell [1, 3–5, 9].", [("[1, 3–5, 9]", "1 3 4 5 9")]),
    (NUMBERED, "It fell [1], [2] and rose [3].", [("[1]", "1"), ("[2]", "2"), ("[3]", "3")]),
    (NUMBERED, "It fell [1][2].", [("[1]", "1"), ("[2]", "2")]),
    (NUMBERED, "It fell [1]-[3].", [("[1]-[3]", "1 2 3")]),
    (NUMBERED, "It fell [1]–[3].", [("[1]–[3]", "1 2 3")]),
    (NUMBERED, "It fell [12, p. 45].", [("[12, p. 45]", "12")]),
    (NUMBERED, "It fell [12, pp. 45–47].", [("[12, pp. 45–47]", "12")]),
    (NUMBERED, "As shown in Ref. [5], it fell.", [("[5]", "5")]),
    (NUMBERED, "It fell [see 5].", [("[see 5]", "5")]),
    (NUMBERED, "It fell [e.g., 5, 6].", [("[e.g., 5, 6]", "5 6")]),
    (NUMBERED, "It fell ［3］.", [("［3］", "3")]),
    (NUMBERED, "それは減った［3，4］。", [("［3，4］", "3 4")]),
    (NUMBERED, "下降了[3]。", [("[3]", "3")]),
    (NUMBERED, "下降了【3】。", [("【3】", "3")]),
    (
        NUMBERED,
        "It fell (1). It rose (2). It stayed (3, 4).",
        [("(1)", "1"), ("(2)", "2"), ("(3, 4)", "3 4")],
    ),
    (NUMBERED, "下降了（1）。上升（2）。", [("（1）", "1"), ("（2）", "2")]),
    (NUMBERED, "It fell^{3}.", [("3", "3")]),
    (NUMBERED, "It fell.^{3,4}", [("3,4", "3 4")]),
    (NUMBERED, "It fell.^{3–5}", [("3–5", "3 4 5")]),
    (NUMBERED, "It fell.^{3, 5-7}", [("3, 5-7", "3 5 6 7")]),
    (NUMBERED, "It fell³ and rose.⁴⁻⁶", [("³", "3"), ("⁴⁻⁶", "4 5 6")]),
    (NUMBERED, "The area is 12 m^{2} and the volume 10^{3} litres.", []),
    (NUMBERED, "The area is 12 m² and 10³ litres, 5 km².", []),
    (NUMBERED, "On the 5^{th} of May the 21^{st} boat came.", []),
    (NUMBERED, "CO^{2} fell^{2}.", [("2", "2")]),
    (NUMBERED, "x^{2} + y^{2} = z^{2} holds.", []),
    (NUMBERED, "In 1998^{4} it fell.", [("4", "4")]),
    (NUMBERED, "About 40%^{4} fell.", [("4", "4")]),
    (NUMBERED, "He said “it fell.”^{4}", [("4", "4")]),
    (NUMBERED, "It fell (by half^{4}).", [("4", "4")]),
    (NUMBERED, "It fell^{[4]}.", [("[4]", "4")]),
    (NUMBERED, "It fell^{(4)}.", [("(4)", "4")]),
    (NUMBERED, "There were (3) boats.", []),
    (NUMBERED, "Call (020) 7946 0000 or see (a) and (b).", []),
    (NUMBERED, "The score was [3-7] [99].", [("[3-7]", "3 4 5 6 7"), ("[99]", "")]),
    (WORKS, "It fell (Smith, 1999).", [("(Smith, 1999)", "smith99")]),
    (
        WORKS,
        "It fell (see Smith 1999; Jones & Lee, 2001, p. 4).",
        [("(see Smith 1999; Jones & Lee, 2001, p. 4)", "smith99 joneslee01")],
    ),
    (WORKS, "Smith and Jones (2001) say it fell.", [("Smith and Jones (2001)", "smithjones01")]),
    (WORKS, "In Smith's (1999) view it fell.", [("Smith's (1999)", "smith99")]),
    (WORKS, "In Smith’s (1999: 12) view it fell.", [("Smith’s (1999: 12)", "smith99")]),
    (WORKS, "It fell (Cole 2019a,b).", [("(Cole 2019a,b)", "cole19a cole19b")]),
    (WORKS, "It fell (Cole, 2019a, 2019b).", [("(Cole, 2019a, 2019b)", "cole19a cole19b")]),
    (WORKS, "Cole (2019a, b) says so.", [("Cole (2019a, b)", "cole19a cole19b")]),
    (
        WORKS,
        "Cole (2019a) and Smith (1999) agree.",
        [("Cole (2019a)", "cole19a"), ("Smith (1999)", "smith99")],
    ),
    (WORKS, "It fell (Brown et al., 2010).", [("(Brown et al., 2010)", "brown10")]),
    (WORKS, "Brown et al. (2010) say so.", [("Brown et al. (2010)", "brown10")]),
    (WORKS, "Brown and colleagues (2010) say so.", [("Brown and colleagues (2010)", "brown10")]),
    (WORKS, "de Vries et al. (2012) say so.", [("de Vries et al. (2012)", "vries12")]),
    (
        WORKS,
        "It fell (de Vries, Bakker & Smit 2012, 33–35).",
        [("(de Vries, Bakker & Smit 2012, 33–35)", "vries12")],
    ),
    (WORKS, "It fell (WHO 2017).", [("(WHO 2017)", "who17")]),
    (
        WORKS,
        "It fell (World Health Organization [WHO], 2017).",
        [("(World Health Organization [WHO], 2017)", "who17")],
    ),
    (
        WORKS,
        "The Office for National Statistics (2022) counted.",
        [("Office for National Statistics (2022)", "ons22")],
    ),
    (WORKS, "It fell (ONS, 2022).", [("(ONS, 2022)", "ons22")]),
    (WORKS, "It fell (O'Brien, 2010).", [("(O'Brien, 2010)", "obrien10")]),
    (WORKS, "Se cayó (García-Márquez 2015: 12).", [("(García-Márquez 2015: 12)", "garcia15")]),
    (
        WORKS,
        "Es fiel (vgl. Müller 2008, S. 12 f.).",
        [("(vgl. Müller 2008, S. 12 f.)", "mueller08")],
    ),
    (WORKS, "Müller (2008, S. 12) schreibt das.", [("Müller (2008, S. 12)", "mueller08")]),
    (WORKS, "It fell (Harbour Board, n.d.).", [("(Harbour Board, n.d.)", "nd")]),
    (WORKS, "It fell (Hale, in press).", [("(Hale, in press)", "press24")]),
    (WORKS, "It fell [Smith 1999].", [("[Smith 1999]", "smith99")]),
    (WORKS, "港は古い（田中，2016）。", [("（田中，2016）", "tanaka16")]),
    (WORKS, "田中（2016）によれば港は古い。", [("田中（2016）", "tanaka16")]),
    (
        WORKS,
        "It fell (Smith, 1999, as cited in Cole, 2019a).",
        [("(Smith, 1999, as cited in Cole, 2019a)", "smith99 cole19a")],
    ),
    (
        WORKS,
        "It fell (e.g., Smith, 1999; cf. Jones and Lee 2001).",
        [("(e.g., Smith, 1999; cf. Jones and Lee 2001)", "smith99 joneslee01")],
    ),
    (WORKS, "As argued in Smith (1999, chap. 3), it fell.", [("Smith (1999, chap. 3)", "smith99")]),
    (
        WORKS,
        "It fell (Smith 1999: 12–13; Cole 2019b).",
        [("(Smith 1999: 12–13; Cole 2019b)", "smith99 cole19b")],
    ),
    (WORKS, "According to Smith (ibid.) it fell (Smith 1999).", [("(Smith 1999)", "smith99")]),
    (WORKS, "In 2001 Smith and Jones left. In 1999 it fell.", []),
    (
        WORKS,
        "He saw The Pier (1999) twice, and Jaws (1975) once. Smith (1999) did not.",
        [("Smith (1999)", "smith99")],
    ),
    (
        WORKS,
        "Smith (born 1950) said so; Jones (1950–2001) did not. (Smith 1999).",
        [("(Smith 1999)", "smith99")],
    ),
    (
        WORKS,
        "It opened in May (2001) and shut (in 1999). (Smith 1999)",
        [("(Smith 1999)", "smith99")],
    ),
    (WORKS, "The Harbour Act (1850) applied until Cole (2019a).", [("Cole (2019a)", "cole19a")]),
    (WORKS, "It fell (Smith 1998).", [("(Smith 1998)", "smith99")]),
    (WORKS, "It fell (Nobody, 2003; Smith, 1999).", [("(Nobody, 2003; Smith, 1999)", "smith99")]),
    (KEYED, "It fell [@smith1999].", [("[@smith1999]", "smith1999")]),
    (
        KEYED,
        "It fell [@smith1999; -@jones2001].",
        [("[@smith1999; -@jones2001]", "smith1999 jones2001")],
    ),
    (
        KEYED,
        "It fell [see @smith1999, pp. 33-35; also @lee:2005].",
        [("[see @smith1999, pp. 33-35; also @lee:2005]", "smith1999 lee:2005")],
    ),
    (KEYED, "@smith1999 [p. 33] says so.", [("@smith1999 [p. 33]", "smith1999")]),
    (KEYED, "Mail me at ed@smith1999.example or follow @harbour.", []),
    (
        KEYED,
        "It fell \\citep{smith1999,jones2001}.",
        [("\\citep{smith1999,jones2001}", "smith1999 jones2001")],
    ),
    (
        KEYED,
        "\\citet[see][p.~4]{smith1999} says so.",
        [("\\citet[see][p.~4]{smith1999}", "smith1999")],
    ),
    (
        KEYED,
        "It fell \\autocite[12]{Brown_2010} and \\parencites{smith1999}{jones2001}.",
        [
            ("\\autocite[12]{Brown_2010}", "Brown_2010"),
            ("\\parencites{smith1999}{jones2001}", "smith1999 jones2001"),
        ],
    ),
    (NUMBERED, "The loads t[1] and t[2] and the array a[0] differ.", []),
]


def _article(marked: str) -> Article:
    text, raised = "", []
    for part in re.split(r"(\^\{[^}]*\})", marked):
        inner = part[2:-1] if part.startswith("^{") else part
        if inner != part:
            raised.append(Span(len(text), len(text) + len(inner)))
        text += inner
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    return Article(key="a", text=text, blocks=(block,), superscripts=tuple(raised))


@pytest.mark.parametrize(
    ("references", "text", "expected"), CASES, ids=[text for _, text, _ in CASES]
)
def test_marks_are_found_and_lead_to_their_works(
    references: tuple[Reference, ...], text: str, expected: list[tuple[str, str]]
) -> None:
    article = _article(text)
    found: dict[str, set[str]] = {}
    for citation in find_citations(article, references):
        if citation.style is not CitationStyle.LINK:
            found.setdefault(article.quote(citation.span), set()).update(citation.targets)
    assert found == {mark: set(works.split()) for mark, works in expected}
