import pytest

from factcheck.language.statements import Statement, statement_of, without_ages


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("That leaves a gap of £3m in the budget.", Statement.INFERENCE),
        ("In other words, one boat in four is idle.", Statement.INFERENCE),
        ("The decline is real, but it has stopped.", Statement.INFERENCE),
        ("The decline is real: 300 boats in 2019.", None),
        ("At that rate the quay would last nine years.", Statement.INFERENCE),
        ("We visited 40 farms and interviewed 12 owners.", Statement.OWN_WORK),
        ("The Gazette has seen a copy of the lease.", Statement.OWN_WORK),
        ("Nine of 14 pumps worked on the day of our visit.", Statement.OWN_WORK),
        ("Detectives have not yet identified the driver.", Statement.PENDING),
        ("The firm refused to say how many had left.", Statement.PENDING),
        ("If you rent, a new stove saves you nothing.", Statement.ADVICE),
        ("The hostel has rooms from €40.", Statement.ADVICE),
        ("None of this is simple.", Statement.VERDICT),
        ("The harbour lost 400 jobs in 2019.", None),
        ("The remains of the wall fell in 2019.", None),
        ("None of the 40 boats returned in March.", None),
        ("", None),
    ],
)
def test_what_a_sentence_does(sentence: str, expected: Statement | None) -> None:
    assert statement_of(sentence) is expected


def test_a_life_is_told_without_sources_in_an_obituary_only() -> None:
    sentence = "She was born in Elm in 1938."
    assert statement_of(sentence, obituary=True) is Statement.LIFE
    assert statement_of(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    ["Ada Cole, 52, resigned.", "A 40-year-old man fell.", "Borland, a state of 9 million, sank."],
)
def test_an_age_or_a_size_in_passing_is_no_figure(sentence: str) -> None:
    assert not any(mark.isdigit() for mark in without_ages(sentence))
