from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.attribution import find_attributions
from factcheck.language.quotations import find_quotations
from factcheck.language.sentences import split
from factcheck.model.analysis import Attribution, Sentence, SourceKind
from factcheck.model.article import Block, BlockKind, Span
from tests.factcheck.language import attribution_cases_de as german
from tests.factcheck.language import attribution_cases_fr as french
from tests.growth import grows_linearly

LANGUAGES = {"fr": french, "de": german}


def cases(listed: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each sentence with the parts that are expected of it."""
    lines = listed.strip().splitlines()
    for sentence, parts in zip(lines[::2], lines[1::2], strict=True):
        whole = sentence.removesuffix(".")
        yield sentence, [part.strip().replace("=", whole) for part in parts.split("|")]


FOUND = [
    pytest.param(language, *case, id=f"{language}-{case[0][:30]}")
    for language, module in LANGUAGES.items()
    for case in cases(module.FOUND)
]
NOTHING = [
    pytest.param(language, text, id=f"{language}-{text[:30]}")
    for language, module in LANGUAGES.items()
    for text in module.NOTHING.strip().splitlines()
]


def read(text: str, language: str) -> tuple[Attribution, ...]:
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    sentences = tuple(Sentence(span=Span(*each), block=0) for each in split(text))
    quotations = find_quotations(text, (block,))
    return find_attributions(text, sentences, quotations, language=language)


def words(text: str, span: Span | None) -> str | None:
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(("language", "text", "parts"), FOUND)
def test_found(language: str, text: str, parts: list[str]) -> None:
    found = next(each for each in read(text, language) if each.cue is not None)
    spans = [words(text, span) or "-" for span in (found.source, found.cue, found.content)]
    assert [*spans, found.source_kind.value, found.cue_class.value] == parts


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_nothing_is_attributed(language: str, text: str) -> None:
    assert read(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        (
            "fr",
            "« Le pont tiendra, a dit Odile Ferrand. Il est neuf. » « Personne ne tombera. »",
            {"Odile Ferrand"},
        ),
        (
            "de",
            "„Der Deich hält“, sagte Wiebke Thode. „Er ist neu. Niemand ertrinkt.“",
            {"Wiebke Thode"},
        ),
    ],
    ids=["fr", "de"],
)
def test_a_quotation_goes_on_with_its_speaker(language: str, text: str, speakers: set[str]) -> None:
    carried = [each for each in read(text, language) if each.cue is None]
    assert len(carried) >= 2
    assert {words(text, each.carried_from) for each in carried} == speakers


def test_a_pronoun_points_back() -> None:
    text = "Ein Beamter sagte, der Deich sei marode. „Er ist alt“, sagte er."
    found = read(text, "de")[-1]
    assert (words(text, found.source), words(text, found.carried_from)) == ("er", "Ein Beamter")
    assert (found.source_kind, found.count) == (SourceKind.ANONYMOUS, 1)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Le préfet du Val Rouge affirme que tout va bien.", SourceKind.ROLE),
        ("fr", "Le préfet, Luc Vial, affirme que tout va bien.", SourceKind.NAMED_PERSON),
        ("fr", "« Tout va bien », dit le préfet, Luc Vial.", SourceKind.NAMED_PERSON),
        ("fr", "« Tout va mal », dit un élu qui a requis l’anonymat.", SourceKind.ANONYMOUS),
        ("fr", "L’Insee affirme que tout va bien.", SourceKind.ORGANISATION),
        (
            "fr",
            "Les chercheurs de l’université affirment que tout va bien.",
            SourceKind.ORGANISATION,
        ),
        ("de", "Laut Polizeiangaben fehlt nichts.", SourceKind.ORGANISATION),
        ("de", "Umweltminister Voss sagt, dass nichts fehlt.", SourceKind.NAMED_PERSON),
        ("de", "Die Kieler Umweltministerin sagt, dass nichts fehlt.", SourceKind.ROLE),
        ("de", "Das Landesumweltamt sagt, dass nichts fehlt.", SourceKind.ORGANISATION),
        ("de", "Die Chefin, Anna Kolb, sagt, dass nichts fehlt.", SourceKind.NAMED_PERSON),
        ("de", "Der Spiegel-Reporter Jan Kolb sagt, dass nichts fehlt.", SourceKind.NAMED_PERSON),
        ("de", "Forscher der Universität Kiel sagen, dass nichts fehlt.", SourceKind.ORGANISATION),
        (
            "de",
            "Zwei Mitarbeiterinnen, die anonym bleiben wollen, sagen, dass nichts fehlt.",
            SourceKind.ANONYMOUS,
        ),
    ],
)
def test_the_kind_of_source(language: str, text: str, kind: SourceKind) -> None:
    assert read(text, language)[0].source_kind is kind


@given(
    st.text(alphabet="ab. ,:XÉ\n«»„“'’-()", max_size=60),
    st.sampled_from(
        ["selon ", "a dit ", "laut ", "sagte ", "zufolge ", "heißt es ", "dit-il", "wie "]
    ),
    st.sampled_from(sorted(LANGUAGES)),
)
def test_spans_lie_in_the_text(text: str, cue: str, language: str) -> None:
    for place in range(0, len(text) + 1, 7):
        whole = f"{text[:place]}{cue}{text[place:]}"
        for found in read(whole, language):
            for span in (found.source, found.cue, found.content):
                assert span is None or 0 <= span.start < span.end <= len(whole)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize(
    "unit",
    [
        "dit ",
        "sagte er, ",
        "« a », dit-il. ",
        "X, ",
        "selon laut ",
        "dit à la à ",
        "sich zu zu ",
        "soll aber ",
        "wie er, ",
        "„a. ",
        "que qu’",
        "hat teilte ",
    ],
)
def test_time_is_linear(unit: str, language: str) -> None:
    assert grows_linearly(lambda text: read(text, language), unit, 400)
