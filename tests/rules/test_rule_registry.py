import pytest

from factcheck.errors import ConfigError, UsageError
from factcheck.model.finding import Severity
from factcheck.rules import all_rules, choose, families, find_rule, matches


def codes(*select: str, ignore: tuple[str, ...] = ()) -> list[str]:
    return [rule.code for rule in choose(select, ignore)]


def test_rules_are_found_once_and_in_order() -> None:
    found = [rule.code for rule in all_rules()]
    assert found == sorted(set(found))
    assert {"REF001", "CLM001", "QUO002", "ART004"} <= set(found)
    assert all_rules() is all_rules()
    assert set(families()) == {code[:3] for code in found}


@pytest.mark.parametrize(
    "word", ["REF001", "ref001", "duplicate-reference", " Duplicate-Reference "]
)
def test_code_and_name_both_name_a_rule(word: str) -> None:
    assert find_rule(word).code == "REF001"
    assert matches(find_rule("REF001"), word)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("REF01", "'REF001'"),
        ("duplicate-refrence", "'duplicate-reference'"),
        ("QUX", "'QUO'"),
        ("nothing at all like it", "factcheck rule list"),
        ("", "factcheck rule list"),
    ],
)
def test_an_unknown_word_gets_a_hint(word: str, hint: str) -> None:
    with pytest.raises(ConfigError, match="no rule is called") as caught:
        choose([word])
    assert hint in str(caught.value)
    with pytest.raises(UsageError):
        find_rule(word)


def test_selecting() -> None:
    everything = [rule.code for rule in all_rules()]
    assert codes("ALL") == everything
    assert codes("all", ignore=("quo",)) == [each for each in everything if each[:3] != "QUO"]
    assert codes("QUO", ignore=("unbalanced-quotation",)) == [
        each for each in everything if each[:3] == "QUO" and each != "QUO002"
    ]
    assert codes() == []


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        (("REF001",), ("REF",), ["REF001"]),
        (("REF",), ("REF001",), None),
        (("REF001",), ("REF001",), []),
        (("ALL", "duplicate-reference"), ("ALL",), ["REF001"]),
    ],
    ids=["rule beats family", "rule beats family when ignored", "tie is ignored", "beats ALL"],
)
def test_the_more_specific_word_wins(
    select: tuple[str, ...], ignore: tuple[str, ...], expected: list[str] | None
) -> None:
    got = codes(*select, ignore=ignore)
    if expected is None:
        assert "REF001" not in got
        assert "REF004" in got
    else:
        assert got == expected


def test_severities_are_of_the_type() -> None:
    assert all(isinstance(rule.severity, Severity) for rule in all_rules())
