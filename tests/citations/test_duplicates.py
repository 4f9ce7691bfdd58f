"""Duplicates: verdicts on small lists of our own, and the laws of clusters and merging."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.duplicates import (
    Cluster,
    Policy,
    Verdict,
    cleaned,
    compare,
    find_clusters,
    key_map,
    merge,
    merge_with_origins,
)
from citations.duplicates.profile import Profile, profile
from citations.item import Date, Item, ItemType, Name
from citations.reference import Entry, Reference


def reference(text: str, place: int = 0, item: Item | None = None) -> Reference:
    return Reference(
        id=f"ref-{place:04}", entry=Entry(position=place, text=text), item=item or Item()
    )


APA = (
    "Halvorsen, M., & Quist, P. (2011). Harbour tides and the price of salted cod."
    " Journal of Northern Trade, 14(2), 233–251."
)
MLA = (
    "Halvorsen, Mari, and Per Quist. “Harbour Tides and the Price of Salted Cod.”"
    " Journal of Northern Trade 14.2 (2011): 233-51."
)
OTHER = (
    "Halvorsen, M., & Quist, P. (2014). Lighthouse keepers and their pensions."
    " Journal of Northern Trade, 17(1), 12–40."
)
PAIRS = {
    "equal": (APA, APA, Verdict.SAME),
    "style": (APA, MLA, Verdict.SAME),
    "typing error": (APA, APA.replace("Harbour", "Habrour"), Verdict.SAME),
    "same authors, other work": (APA, OTHER, Verdict.DIFFERENT),
    "nothing in common": (APA, "Oyelaran, T. Wells. Dakar: Baobab, 1987.", Verdict.DIFFERENT),
    "edition": (
        "Brandt, K. (2003). Field guide to lichens (2nd ed.). Moss Press.",
        "Brandt, K. (2012). Field guide to lichens (4th ed.). Moss Press.",
        Verdict.RELATED,
    ),
    "review": (
        "Brandt, K. (2003). Field guide to lichens. Moss Press.",
        "Otis, J. Review of Field guide to lichens by K. Brandt, Moss Press, 2003.",
        Verdict.RELATED,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("left", "right", "verdict"), PAIRS.values(), ids=PAIRS)
def test_pairs(left: str, right: str, verdict: Verdict) -> None:
    a, b = reference(left, 0), reference(right, 1)
    comparison = compare(a, b)
    assert comparison.verdict is verdict, comparison
    assert comparison.reasons
    back = compare(b, a)
    assert (back.score, back.verdict, back.reasons) == (
        comparison.score, comparison.verdict, comparison.reasons,
    )  # fmt: skip


def test_clusters_name_the_works_in_printed_order() -> None:
    texts = [OTHER, APA, "Oyelaran, T. Wells of the Sahel. Dakar: Baobab, 1987.", MLA]
    clusters = find_clusters(reference(text, place) for place, text in enumerate(texts))
    same = [cluster for cluster in clusters if cluster.verdict is Verdict.SAME]
    assert [cluster.members for cluster in same] == [("ref-0001", "ref-0003")]


def test_what_an_editor_keeps_apart_stays_apart_through_a_third() -> None:
    texts = [APA, APA, MLA]
    references = [reference(text, place) for place, text in enumerate(texts)]
    policy = Policy(kept_apart=frozenset([("ref-0001", "ref-0000")]))
    for order in itertools.permutations(references):
        for cluster in find_clusters(order, policy):
            if cluster.verdict is Verdict.SAME:
                assert not {"ref-0000", "ref-0001"} <= set(cluster.members)


def test_a_decision_is_not_asked_again_of_the_works_it_is_about() -> None:
    references = [reference(text, place) for place, text in enumerate([APA, MLA, APA])]
    policy = Policy(kept_apart=frozenset([("ref-0000", "ref-0001")]))
    for cluster in find_clusters(references, policy):
        assert not {"ref-0000", "ref-0001"} <= set(cluster.members)


def test_a_dash_stands_for_the_authors_above() -> None:
    printed = "———. Collected letters. Oslo: Fjord Press, 2001."
    items = [Item(title="Collected letters", author=(Name(family=name),)) for name in ["Ek", "Ost"]]
    references = [
        Reference(id=f"ref-{place}", entry=Entry(position=place, text=printed), item=item)
        for place, item in enumerate(items)
    ]
    assert not any(c.verdict is Verdict.SAME and c.score == 1 for c in find_clusters(references))


WORDS = st.sampled_from(
    [
        "harbour",
        "tides",
        "price",
        "cod",
        "salted",
        "trade",
        "north",
        "light",
        "keeper",
        "1999",
        "2003",
        "14",
        "233",
        "12",
        "Quist,",
        "Brandt.",
        "–",
    ]
)
TEXTS = st.lists(WORDS, max_size=8).map(" ".join) | st.text(max_size=20)


@given(st.lists(TEXTS, max_size=8))
@settings(max_examples=60, deadline=None)
def test_same_clusters_share_no_member(texts: list[str]) -> None:
    references = [reference(text, place) for place, text in enumerate(texts)]
    ids = {entry.id for entry in references}
    clusters = find_clusters(references)
    same = [member for c in clusters if c.verdict is Verdict.SAME for member in c.members]
    assert len(same) == len(set(same))
    for cluster in clusters:
        assert set(cluster.members) <= ids
        assert len(cluster.members) >= 2
        assert 0 <= cluster.score <= 1
        assert cluster.reasons


@given(st.lists(TEXTS, max_size=6), st.integers(1, 4))
@settings(max_examples=40, deadline=None)
def test_kept_apart_holds_in_any_list(texts: list[str], step: int) -> None:
    references = [reference(text, place) for place, text in enumerate(texts + texts)]
    ids = [entry.id for entry in references]
    pairs = list(itertools.combinations(ids, 2))[::step]
    for cluster in find_clusters(references, Policy(kept_apart=frozenset(pairs))):
        if cluster.verdict is Verdict.SAME:
            assert not any(set(pair) <= set(cluster.members) for pair in pairs)


def test_two_thousand_copies_cost_no_more_than_one(monkeypatch: pytest.MonkeyPatch) -> None:
    references = [reference(APA, place) for place in range(2_000)]
    worked_out = []

    def counted(each: Reference) -> Profile:
        worked_out.append(each.id)
        return profile(each)

    monkeypatch.setattr("citations.duplicates.copies.profile", counted)
    (cluster,) = find_clusters(references)
    assert len(cluster.members) == 2_000
    assert len(worked_out) == 1


FULL = Item(
    type=ItemType.ARTICLE_JOURNAL,
    title="Harbour tides and the price of salted cod",
    author=(Name(family="Halvorsen", given="Mari"), Name(family="Quist", given="Per")),
    issued=Date(year=2011, month=3),
    page="233-251",
    doi="10.5555/jnt.14",
)
POOR = Item(
    title="HARBOUR TIDES AND THE PRICE OF SALTED COD",
    author=(Name(family="Halvorsen", given="M."),),
    issued=Date(year=2012),
    volume="14",
    extra=(("note", "in press"),),
)


def test_merging_takes_the_best_and_keeps_the_rest() -> None:
    merged = merge([POOR, FULL])
    assert merged.title == FULL.title
    assert merged.author == FULL.author
    assert merged.type is ItemType.ARTICLE_JOURNAL
    assert merged.volume == "14"
    assert merged.doi == FULL.doi
    assert ("note", "in press") in merged.extra
    assert ("also issued", "2012") in merged.extra
    assert any(name == "also title" for name, _ in merged.extra)


def test_merging_says_where_each_field_comes_from() -> None:
    merged = merge_with_origins([POOR, FULL])
    assert merged.item == merge([POOR, FULL])
    origins = dict(merged.origins)
    assert (origins["title"], origins["volume"], origins["doi"]) == ((1,), (0,), (1,))
    others = {(each.field, each.value): each.items for each in merged.alternatives}
    assert others["issued", "2012"] == (0,)
    assert others["title", POOR.title or ""] == (0,)
    with pytest.raises(ValueError, match="at least one"):
        merge_with_origins([])


def test_old_keys_point_at_the_kept_one() -> None:
    assert key_map([("a", "b"), ("c", "d")]) == {"a": "a", "b": "a", "c": "c", "d": "c"}


def test_merging_does_not_look_at_the_order() -> None:
    third = Item(title="Harbor tides", issued=Date(year=2011), page="233")
    outcomes = {merge(order) for order in itertools.permutations([FULL, POOR, third])}
    assert len(outcomes) == 1


def test_merging_one_changes_nothing_and_none_is_an_error() -> None:
    assert merge([FULL]) == FULL
    with pytest.raises(ValueError, match="at least one"):
        merge([])


def cleanable() -> list[Reference]:
    texts = [
        "Roe, J. (2019). Silt in harbours. Dredging Review, 4(2), 7-19.",
        "Doe, K. (2020). Locks. Kelp Press.",
        "J. Roe, Silt in harbours, 2019.",
        "Ibid.",
    ]
    roe = (Name(family="Roe", given="J."),)
    items = [
        Item(title="Silt in harbours", author=roe, volume="4", page="7-19", issued=Date(year=2019)),
        Item(title="Locks"),
        Item(title="Silt in harbours", author=roe, doi="10.5555/silt", issued=Date(year=2019)),
        Item(),
    ]
    return [
        Reference(
            id=f"r{place}",
            entry=Entry(position=place, text=text),
            item=item,
            kind="back_reference" if text == "Ibid." else "reference",
        )
        for place, (text, item) in enumerate(zip(texts, items, strict=True))
    ]


def test_the_cleaned_list_keeps_the_fuller_entry_and_what_the_other_adds() -> None:
    same = Cluster(members=("r0", "r2"), score=0.9)
    related = Cluster(members=("r0", "r1"), score=0.9, verdict=Verdict.RELATED)
    first, second = cleaned(cleanable(), [same, related])
    assert (first.kept.id, [each.id for each in first.dropped]) == ("r0", ["r2"])
    assert first.adds == (("doi", "10.5555/silt"),)
    assert first.merged.item.volume == "4"
    assert (second.kept.id, second.dropped, second.adds) == ("r1", (), ())


def test_a_list_without_duplicates_is_clean() -> None:
    assert [work.kept.id for work in cleaned(cleanable(), [])] == ["r0", "r1", "r2"]
