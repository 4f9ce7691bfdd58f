"""Pairs of our own, as articles print them: one work, related works, or two different ones.

Each work is printed by its fields; the tests parse nothing, so that they hold for any parser.
"""

import pytest

from citations.duplicates import Verdict, compare
from citations.item import Date, Item, ItemType, Name
from citations.parse import parse_references
from citations.reference import Entry, Reference

BOOK = ItemType.BOOK
WORKS = {
    "tide": ("Quist", "Pia", "Tide tables and smugglers", "Harbour Studies", "14", "201-219"),
    "fog": ("Oyelaran", "Tunde", "Fog signals on inland rivers", "Pilotage", "7", "33-58"),
    "salt": ("Lindqvist", "Maja", "Salt roads of the uplands", "Plateau Notes", "22", "90-104"),
    "loom": ("Barreto", "Inês", "Looms and ledgers of mills", "Textile Notes", "3", "5-27"),
    "moss": ("Tanaka", "Rei", "Moss growth on slate roofs", "Building Ecology", "41", "612-640"),
    "bell": ("Achterberg", "Joost", "Bell founders of the delta", "Metalwork Review", "9", "77-95"),
}  # fmt: skip


def printed(text: str, place: int, item: Item | None = None) -> Reference:
    return Reference(id=f"ref-{place}", entry=Entry(position=place, text=text), item=item or Item())


def verdict(left: str, right: str) -> Verdict:
    comparison = compare(printed(left, 0), printed(right, 1))
    assert comparison.reasons
    return comparison.verdict


def article(key: str, **change: str) -> dict[str, str]:
    family, given, title, journal, volume, pages = WORKS[key]
    start, _, end = pages.partition("-")
    known = {"family": family, "given": given, "initial": given[0], "title": title,
             "journal": journal, "volume": volume, "start": start, "end": end,
             "year": "2011"}  # fmt: skip
    return known | change


STYLES = {
    "apa": "{family}, {initial}. ({year}). {title}. {journal}, {volume}, {start}–{end}.",
    "mla": "{family}, {given}. “{title}.” {journal} {volume} ({year}): {start}–{end}.",
    "vancouver": "{family} {initial}. {title}. {journal}. {year};{volume}:{start}-{end}.",
    "label": "[12] {initial}. {family}, {title}, {journal} {volume} ({year}) {start}–{end}.",
}


@pytest.mark.parametrize("style", [name for name in STYLES if name != "apa"])
@pytest.mark.parametrize("key", WORKS)
def test_one_article_in_two_styles(key: str, style: str) -> None:
    work = article(key)
    assert verdict(STYLES["apa"].format(**work), STYLES[style].format(**work)) is Verdict.SAME


@pytest.mark.parametrize("key", WORKS)
def test_a_slip_of_the_pen(key: str) -> None:
    work = article(key)
    title = work["title"]
    slip = article(key, title=title[:4] + title[5] + title[4] + title[6:])
    assert verdict(STYLES["apa"].format(**work), STYLES["apa"].format(**slip)) is Verdict.SAME


@pytest.mark.parametrize("key", WORKS)
def test_another_article_of_the_author_in_the_journal(key: str) -> None:
    other = article(
        key, title="Wages of ferrymen before steam", volume="55", start="801", end="833"
    )
    found = verdict(STYLES["apa"].format(**article(key)), STYLES["mla"].format(**other))
    assert found is not Verdict.SAME


@pytest.mark.parametrize(
    ("left", "right"), [(a, b) for a in WORKS for b in WORKS if a < b]
)  # fmt: skip
def test_two_articles(left: str, right: str) -> None:
    found = verdict(STYLES["apa"].format(**article(left)), STYLES["mla"].format(**article(right)))
    assert found is Verdict.DIFFERENT


@pytest.mark.parametrize("edition", ["2nd ed.", "3rd edition", "4. Aufl.", "revised edition"])
@pytest.mark.parametrize("key", WORKS)
def test_a_new_edition_is_related(key: str, edition: str) -> None:
    work = article(key)
    first = "{family}, {given}. {title}. Kelp Press, 1998.".format(**work)
    new = "{family}, {given}. {title}. {edition}, Kelp Press, 2009.".format(edition=edition, **work)
    assert verdict(first, new) is Verdict.RELATED


@pytest.mark.parametrize("cue", ["Review of", "Erratum to", "Reply to", "Comment on"])
@pytest.mark.parametrize("key", WORKS)
def test_writing_about_a_work_is_related(key: str, cue: str) -> None:
    work = article(key)
    first = "{family}, {given}. {title}. Kelp Press, 2011.".format(**work)
    about = "Roe, J. {cue} {title}, by {given} {family}. Kelp Press, 2011.".format(cue=cue, **work)
    assert verdict(first, about) is not Verdict.SAME


RELATED = {
    "edition, German": (
        "Ritter, U.: Lehrbuch der Fährkunde. 4., überarb. Aufl. Kiel: Tang 2011.",
        "Ritter, U.: Lehrbuch der Fährkunde. 5. Auflage. Kiel: Tang 2018.",
    ),
    "part in Roman and in words": (
        "Roe, J. Letters of a ferryman. Part II. Skarn: Kelp, 1989.",
        "Roe, J. Letters of a ferryman. Part one. Skarn: Kelp, 1987.",
    ),
    "part, Italian": (
        "Conti, D. Diari del traghetto, parte prima. Napoli: Alga, 1955.",
        "Conti, D. Diari del traghetto, parte seconda. Napoli: Alga, 1957.",
    ),
    "review that names author and title, German": (
        "Kahn, K.: Die leere Fähre. Kiel: Tang 2001.",
        "Lang, P.: Rez. von: Kahn, K., Die leere Fähre. In: Hafenblatt 7 (2002), S. 90-92.",
    ),
    "review of a short title, Italian": (
        "Riva, C. Il remo. Genova: Alga, 1993.",
        "Neri, P. Recensione di: C. Riva, Il remo. Quaderni, 4, 1994, pp. 60-61.",
    ),
    "working paper, Portuguese": (
        "Sousa, P. Remos e salários. Texto para discussão 210, Brasília, 2015.",
        "Sousa, P. Remos e salários. Economia e Mar, v. 7, n. 2, p. 12-40, 2016.",
    ),
    "quarters, German": (
        "Amt Nordland: Fährverkehr, 1. Quartal 2020. Skarn 2020.",
        "Amt Nordland: Fährverkehr, 3. Quartal 2020. Skarn 2020.",
    ),
    "days in a headline": (
        "Hassan, O. 'Ferry strike: day one'. The Mail, 4 July 2018.",
        "Hassan, O. 'Ferry strike: day two'. The Mail, 5 July 2018.",
    ),
    "translation": (
        "Ekman, L. (2004). Färjan som försvann. Stockholm: Tång.",
        "Ekman, L. (2007). The Ferry That Vanished. Translated by P. Hill. London: Kelp.",
    ),
}


@pytest.mark.parametrize(("left", "right"), RELATED.values(), ids=RELATED)
def test_related_works_as_articles_print_them(left: str, right: str) -> None:
    found = compare(*parse_references([left, right]))
    assert found.verdict is Verdict.RELATED, found


def test_initials_are_no_parties_of_a_law_case() -> None:
    left, right = parse_references(
        [
            "H. V. Roe, Laks V. S. Marlow. Querying tide tables. Harbour Data, 1999.",
            "H. V. Roe, Nick Doe. Mining deviant ferries in a time series. Harbour Data, 1999.",
        ]
    )
    assert compare(left, right).verdict is not Verdict.SAME


def test_a_body_and_its_initials_are_one_author() -> None:
    left, right = parse_references(
        [
            "International Ferry Fund. (2016). World Ferry Outlook: Calm Water. Skarn, October.",
            "IFF, World Ferry Outlook: Calm Water (Skarn, 2016)",
        ]
    )
    found = compare(left, right)
    assert found.verdict is Verdict.SAME
    assert "same authors" in found.reasons


def test_names_and_a_year_alone_are_not_the_same_work() -> None:
    left, right = parse_references(
        [
            "[1] J. Roe, K. Doe, (1992).",
            "Roe, J., & Doe, K. (1992). Wages of ferrymen before steam. Harbour Notes, 4, 11-29.",
        ]
    )
    assert compare(left, right).verdict is not Verdict.SAME


def test_a_number_and_its_roman_form_are_one_volume() -> None:
    left, right = parse_references(
        [
            "Roe, J. (1986). Shifts of tide. In Ferry Studies: An Approach, Vol. II. Kelp Press.",
            "Roe, J. Shifts of tide. In Ferry Studies: An Approach, volume 2. Kelp Press, 1986.",
        ]
    )
    assert compare(left, right).verdict is Verdict.SAME


@pytest.mark.parametrize("title", ["Tidetables and smugglers", "Tide tab les and smug glers"])
def test_words_that_a_slip_joins_or_splits(title: str) -> None:
    work, slip = article("tide"), article("tide", title=title)
    assert verdict(STYLES["apa"].format(**work), STYLES["mla"].format(**slip)) is Verdict.SAME


def item_pair(left: Item, right: Item) -> Verdict:
    return compare(printed("", 0, left), printed("", 1, right)).verdict


BODY = (Name(literal="Harbour Board of Skarn"),)
ROE, DOE = (Name(family="Roe", given="Jan"),), (Name(family="Doe", given="Kim"),)
Y11, Y12 = Date(year=2011), Date(year=2012)
ITEMS = {
    "yearly report": (
        Item(title="State of the quays 2011", author=BODY, issued=Y12),
        Item(title="State of the quays 2012", author=BODY, issued=Date(year=2013)),
        Verdict.RELATED,
    ),
    "law report and reporter": (
        Item(title="Marlow v. Pike, 12 H.R. 40", issued=Y11),
        Item(title="Marlow v Pike, 99 Q 7", issued=Y11),
        Verdict.SAME,
    ),
    "other party": (
        Item(title="Marlow v. Pike, 12 H.R. 40", issued=Y11),
        Item(title="Marlow v. Sands, 14 H.R. 9", issued=Y11),
        Verdict.DIFFERENT,
    ),
    "one address": (
        Item(title="Who dredges the estuary", url="https://www.quay.example/a/dredge?utm_source=x"),
        Item(title="Who dredges the estuary", url="http://quay.example/a/dredge"),
        Verdict.SAME,
    ),
    "preprint": (
        Item(title="Learning tide curves from few gauges", author=ROE, arxiv="2101.00001",
             issued=Y11),
        Item(title="Learning tide curves from few gauges", author=ROE, issued=Y12, page="4-19",
             container_title="Proceedings of Gauges"),
        Verdict.RELATED,
    ),
    "a lost subtitle": (
        Item(type=BOOK, title="The long harbour: A history of waiting", author=ROE, issued=Y11),
        Item(type=BOOK, title="The long harbour", author=ROE, issued=Y11),
        Verdict.SAME,
    ),
    "one title, two authors": (
        Item(title="Maps of the lower river", author=ROE, issued=Y11, container_title="Delta"),
        Item(title="Maps of the lower river", author=DOE, issued=Y11, container_title="Briefs"),
        Verdict.DIFFERENT,
    ),
    "one supplement's DOI": (
        Item(title="Kidney function in divers", author=ROE, doi="10.5555/supp.1", issued=Y11),
        Item(title="Bone density after spaceflight", author=DOE, doi="10.5555/supp.1", issued=Y11),
        Verdict.DIFFERENT,
    ),
    "one page of a supplement of a long meeting": (
        Item(title="P14 Oxygen debt in young ferrymen of the upper strait", author=ROE, issued=Y11,
             container_title="Tidal Medicine. Conference: 52nd Annual Meeting of the Northern "
             "Society of Harbour Research. Skarn", volume="4", page="48", doi="10.5555/supp.1"),
        Item(title="P16 Hearing loss among foghorn keepers", author=DOE, issued=Y11,
             container_title="Tidal Medicine. Conference: 52nd Annual Meeting of the Northern "
             "Society of Harbour Research. Skarn", volume="4", page="48", doi="10.5555/supp.1"),
        Verdict.DIFFERENT,
    ),
    "book and broadcast": (
        Item(type=BOOK, title="Why the ferry stopped", author=ROE, issued=Y11, publisher="Kelp"),
        Item(type=ItemType.BROADCAST, title="Why the ferry stopped", author=ROE, issued=Y11),
        Verdict.RELATED,
    ),
    "a meeting's paper and the article of its title": (
        Item(title="Switching losses in tidal turbines", author=ROE, issued=Y11, volume="7",
             page="146-153", container_title="Journal of Tidal Power"),
        Item(title="Switching losses in tidal turbines", author=ROE, issued=Y11,
             container_title="International Tidal Power Conference"),
        Verdict.RELATED,
    ),
    "volumes with titles of their own": (
        Item(type=BOOK, title="The first ferries", author=ROE, issued=Y11, volume="1",
             container_title="A history of the strait"),
        Item(type=BOOK, title="Steam and after", author=ROE, issued=Y12, volume="2",
             container_title="A history of the strait"),
        Verdict.DIFFERENT,
    ),
    "a name's other bearer in one volume": (
        Item(author=(Name(family="Zhu", given="Y."),), issued=Y11,
             container_title="Proceedings of the International Conference on Quays"),
        Item(author=(Name(family="Zhu", given="L."),), issued=Y11,
             container_title="Proceedings of the International Conference on Quays"),
        Verdict.DIFFERENT,
    ),
    "neighbours in one volume, without titles": (
        Item(author=ROE, issued=Y11, container_title="Acta Fluvialia", volume="8", page="40-47"),
        Item(author=DOE, issued=Y11, container_title="Acta Fluvialia", volume="8", page="48-55"),
        Verdict.DIFFERENT,
    ),
    "a chapter and the book it is in": (
        Item(title="Einleitung", author=ROE, issued=Y11, page="9-20",
             container_title="Reform der Hafenämter"),
        Item(type=BOOK, title="Reform der Hafenämter", issued=Y11),
        Verdict.DIFFERENT,
    ),
}  # fmt: skip


def test_an_erratum_that_names_the_article_s_place_is_not_the_article() -> None:
    article_ = "[1] H. Roe, C. Doe, The Journal of Tidal Physics 77 (1982) 2460."
    erratum = (
        "Roe, H., & Doe, C. (1982). Erratum: Calculation of tidal energy surfaces [J. Tidal Phys. "
        "77, 2460 (1982)]. The Journal of Tidal Physics, 77(12), 6350–6355."
    )
    assert verdict(article_, erratum) is not Verdict.SAME


def test_volumes_of_one_work_are_related() -> None:
    first, second = (
        f"Roe, Jan. {title}. The Years of the Strait Bridge, vol. {number}. Kelp Press, {year}."
        for title, number, year in (("The Way Up", 1, 1982), ("Means of Crossing", 2, 1990))
    )
    items = [
        Item(type=BOOK, title=title, author=ROE, container_title="The Years of the Strait Bridge")
        for title in ("The Way Up", "Means of Crossing")
    ]
    found = compare(printed(first, 0, items[0]), printed(second, 1, items[1]))
    assert found.verdict is Verdict.RELATED


@pytest.mark.parametrize(("left", "right", "expected"), ITEMS.values(), ids=ITEMS)
def test_items(left: Item, right: Item, expected: Verdict) -> None:
    found = item_pair(left, right)
    if expected is Verdict.DIFFERENT:
        assert found is not Verdict.SAME
    else:
        assert found is expected


def test_year_letters_tell_works_apart() -> None:
    left, right = (
        STYLES["apa"].format(**article("tide", year=year)) for year in ("2011a", "2011b")
    )
    assert verdict(left, right) is not Verdict.SAME
