import pytest

from citations.item import Date, Item, Name
from citations.reference import Entry, Reference
from factcheck.language.citations_in_text import find_citations
from factcheck.model.analysis import Citation, CitationFault, CitationStyle
from factcheck.model.article import Article, Block, BlockKind, Link, Span
from tests.growth import grows_linearly


def reference(name: str, *families: str, year: int, label: str | None = None) -> Reference:
    text = f"{', '.join(families)} ({year}). Bridges of {name}."
    item = Item(author=tuple(Name(family=f) for f in families), issued=Date(year=year))
    entry = Entry(position=0, text=text, label=label, ids=(f"fn-{name}",))
    return Reference(id=name, entry=entry, item=item, confidence=1.0)


AUTHOR_YEAR = (
    reference("elm", "Cole", year=2019),
    reference("oak", "Ames", "Ito", year=2020),
    reference("ash", "van der Berg", "Ito", "Dax", year=2021),
    reference("fir-a", "Dax", year=2018),
    reference("fir-b", "Dax", year=2018),
    Reference(
        id="who",
        entry=Entry(position=5, text="World Health Organization (2017). Water."),
        item=Item(author=(Name(literal="World Health Organization"),), issued=Date(year=2017)),
    ),
)
NUMBERED = tuple(
    reference(str(number), "Cole", year=2000 + number, label=str(number)) for number in range(1, 8)
)


def read(
    text: str, references: tuple[Reference, ...], url: str | None = None
) -> tuple[Citation, ...]:
    links: tuple[Link, ...] = ()
    if url is not None:
        begin = text.index("{")
        end = text.index("}") - 1
        text = text.replace("{", "").replace("}", "")
        links = (Link(span=Span(begin, end), url=url),)
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    article = Article(key="a", text=text, blocks=(block,), links=links)
    return find_citations(article, references)


@pytest.mark.parametrize(
    ("text", "targets", "fault"),
    [
        ("It fell (Cole, 2019).", ("elm",), None),
        ("It fell (Cole 2019).", ("elm",), None),
        ("It fell (see Cole, 2019, p. 4).", ("elm",), None),
        ("As Cole (2019) says, it fell.", ("elm",), None),
        ("Cole's (2019) view is that it fell.", ("elm",), None),
        ("It fell (Ames & Ito, 2020).", ("oak",), None),
        ("Ames and Ito (2020) say so.", ("oak",), None),
        ("Ames et al. (2020) say so.", ("oak",), None),
        ("It fell (van der Berg et al., 2021).", ("ash",), None),
        ("It fell (Cole, 2019; Ames & Ito, 2020).", ("elm", "oak"), None),
        ("It fell (WHO, 2017).", ("who",), None),
        ("It fell (World Health Organization, 2017).", ("who",), None),
        ("It fell (Cole, 2018).", ("elm",), CitationFault.YEAR),
        ("It fell (Dax 2018).", ("fir-a", "fir-b"), CitationFault.AMBIGUOUS),
        ("It fell (Moss & Reed, 2019).", (), CitationFault.DANGLING),
    ],
)
def test_author_year(text: str, targets: tuple[str, ...], fault: CitationFault | None) -> None:
    (found,) = read(text, AUTHOR_YEAR)
    assert (found.style, found.targets, found.fault) == (
        CitationStyle.AUTHOR_YEAR,
        targets,
        fault,
    )


@pytest.mark.parametrize(
    ("text", "targets", "fault"),
    [
        ("It fell.[3]", ("3",), None),
        ("It fell [1, 3–5].", ("1", "3", "4", "5"), None),
        ("It fell.²", ("2",), None),
        ("It fell.[9]", (), CitationFault.DANGLING),
        ("It fell.[^2]", ("2",), None),
        ("It fell.[^9]", (), CitationFault.DANGLING),
    ],
)
def test_numbers(text: str, targets: tuple[str, ...], fault: CitationFault | None) -> None:
    (found,) = read(text, NUMBERED)
    assert (found.targets, found.fault) == (targets, fault)


def test_one_dangling_number_in_a_mark_is_its_own_citation() -> None:
    found = read("It fell [1, 9].", NUMBERED)
    assert {(c.targets, c.fault) for c in found} == {(("1",), None), ((), CitationFault.DANGLING)}


@pytest.mark.parametrize(
    "text", [r"It fell \citep[4]{elm}.", "It fell [@elm, p. 3].", "As @elm says."]
)
def test_keys(text: str) -> None:
    keyed = (reference("elm", "Cole", year=2019, label="elm"),)
    (found,) = read(text, keyed)
    assert (found.style, found.targets) == (CitationStyle.KEY, ("elm",))


@pytest.mark.parametrize(
    "text",
    [
        "It was 12 m² wide (2019).",
        "The hall (Oslo 1952) stood.",
        "It opened (May 2019) and closed.",
        "It cost (3) euros.",
        "Mail a@b.example today.",
    ],
)
def test_not_a_citation(text: str) -> None:
    assert read(text, NUMBERED) == ()


def test_a_link_to_an_entry_is_a_citation() -> None:
    (found,) = read("It fell.{3}", NUMBERED, url="#fn-3")
    assert (found.style, found.targets) == (CitationStyle.NUMERIC, ("3",))


def test_a_plain_link_is_one_without_targets() -> None:
    (found,) = read("It {fell}.", NUMBERED, url="https://elm.example/news")
    assert (found.style, found.targets, found.fault) == (CitationStyle.LINK, (), None)


@pytest.mark.parametrize(
    "unit", ["[1", "(Cole 2019; ", "A & ", "@a:", "[1,", "(A ", "\\cite{a", "Cole, "]
)
def test_time_is_linear(unit: str) -> None:
    assert grows_linearly(lambda text: read(text, NUMBERED), unit, 1_000)


@pytest.mark.parametrize(
    "url",
    ["https://www.coast.example/other", "https://coast.example/", "https://x.com/intent/post?u=1"],
)
def test_a_link_inside_the_site_or_for_sharing_credits_nobody(url: str) -> None:
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, 8))
    links = (Link(span=Span(3, 7), url=url),)
    article = Article(
        key="a", url="https://coast.example/a", text="It fell.", blocks=(block,), links=links
    )
    assert find_citations(article, NUMBERED) == ()


def test_where_numbers_are_linked_a_bare_exponent_is_no_citation() -> None:
    text = "It fell [1] and [2] and [3] by 3 h2 (Moss, 1801)."
    links = tuple(
        Link(span=Span(at + 1, at + 2), url=f"#fn-{text[at + 1]}")
        for at, character in enumerate(text)
        if character == "["
    )
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    raised = text.index("h2") + 1
    article = Article(
        key="a", text=text, blocks=(block,), links=links, superscripts=(Span(raised, raised + 1),)
    )
    assert [one.targets for one in find_citations(article, NUMBERED)] == [("1",), ("2",), ("3",)]
