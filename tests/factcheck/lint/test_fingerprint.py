import itertools
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lint.fingerprint import fingerprint, fingerprints, fold

TEXT = st.text(alphabet=string.ascii_letters + " .,'\"-–“”‘’\n\t\u00a0é", max_size=60)
SPACES = st.sampled_from([" ", "  ", "\n", "\t", "\u00a0", "\u2009", " \r\n "])


def of(exact: str) -> str:
    return fingerprint("CLM001", "", exact, 0)


@given(TEXT, SPACES)
def test_white_space_does_not_count(text: str, space: str) -> None:
    assert of(text.replace(" ", space)) == of(text)
    assert of(f" {text}\n") == of(text)


@given(TEXT)
def test_the_shape_of_quotation_marks_does_not_count(text: str) -> None:
    curly = text.replace('"', "”").replace("'", "’")
    straight = text.translate(str.maketrans("“”‘’", "\"\"''"))
    assert of(curly) == of(straight) == of(text)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("don't", "don’t"),
        ("«Non»", '"Non"'),
        ("„Nein“", '"Nein"'),
        ("« Non »", "“Non”"),
        ("1998–2001", "1998-2001"),
        ("wait…", "wait..."),
        ("fi\u00adnance", "finance"),
        ("\ufb01nance", "finance"),
        ("a\u200bb", "ab"),
        ("café", "cafe\u0301"),
    ],
)
def test_forms_of_one_text(left: str, right: str) -> None:
    assert of(left) == of(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("1,000", "10,000"), ("said", "says"), ("he", "He"), ("''", '"'), ("", "a")],
)
def test_other_texts(left: str, right: str) -> None:
    assert of(left) != of(right)


@given(st.text(max_size=30), SPACES)
def test_any_text_is_taken_and_space_never_counts(text: str, space: str) -> None:
    assert fold(space.join(text)) == fold(text)
    of(text)


def test_lone_surrogates_and_controls_are_taken() -> None:
    assert of("a\ud800\x00b").startswith("1:")


def test_the_parts_do_not_run_into_each_other() -> None:
    made = {
        fingerprint("CLM001", "a", "bc", 0),
        fingerprint("CLM001", "ab", "c", 0),
        fingerprint("CLM001", "", "abc", 0),
        fingerprint("CLM001", "", "abc", 1),
        fingerprint("CLM003", "", "abc", 0),
    }
    assert len(made) == 5


def test_the_version_and_its_values_are_fixed() -> None:
    # A change here gives every recorded decision another name: it needs a new version.
    assert of("“So be it,” she said.") == "1:cc9539ae23869a1957b9cc6312374da9"


def test_equal_keys_are_counted_in_order() -> None:
    key = ("CLM001", "", "abc")
    other = ("CLM001", "", "other")
    assert fingerprints([key, other, ("CLM001", "", "a b c")]) == (
        fingerprint(*key, 0),
        fingerprint(*other, 0),
        fingerprint(*key, 1),
    )


def test_many_do_not_collide() -> None:
    made = {fingerprint("CLM001", "", f"claim {number}", 0) for number in range(20_000)}
    assert len(made) == 20_000
    assert {len(each) for each in made} == {34}


@pytest.mark.slow
def test_a_million_claims_have_a_million_fingerprints() -> None:
    names = [f"{first} {last}" for first in ("Ada", "Bo", "Cy", "Ida") for last in ("Cole", "Hart")]
    claims = itertools.product(("CLM001", "CLM002"), names, range(50), range(20, 45), range(50))
    seen: set[bytes] = set()
    for code, name, number, of, share in claims:
        exact = f"{name} said {number} of {of} piers, or {share} percent, had closed."
        seen.add(bytes.fromhex(fingerprint(code, "", exact, 0).removeprefix("1:")))
    assert len(seen) == 1_000_000
