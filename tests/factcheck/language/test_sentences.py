import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.sentences import split
from tests.growth import grows_linearly

# "|" marks where the text must be cut.
CASES = {
    "two": "We left.| They stayed.",
    "question": "Did we leave?| We did!| Good.",
    "title": "Mr. Cole met Dr. Ames and Gen. Ito.| They spoke.",
    "initials": "J. R. Cole and Ada B. Ames spoke.",
    "country": "The U.S. Senate met.| It was in the U.S. The vote failed.".replace(
        "U.S. The", "U.S.| The"
    ),
    "time": "It began at 9 a.m. Monday.| It ended at 5 p.m.| The hall was full.",
    "company": "Acme Inc. Chairman Cole left Acme Inc.| He sold it.",
    "number": "See No. 5 on p. 12 of vol. 3.| It says so.",
    "month": "On Sept. 15 they met.| By Oct. 3 it was over.",
    "decimal": "It rose 3.6 percent to 1,204.75 points.| It then fell.",
    "latin": "Metals, e.g. Iron, i.e. Fe, rust.| Tin does not.",
    "quote": 'He said, "We left."| Then he sat.',
    "quote-goes-on": '"Why?" he asked.| Nobody knew.',
    "inside": '"We left.| They stayed," he said.',
    "bracket": "They left.| (It was late.)| Then it rained.",
    "glued": 'He was done.|"This is it," she said.',
    "glued-close": '"This is it."|Cole left the room.',
    "glued-word": "It was over.|Nobody spoke.",
    "note": "It was so.[3]| Nobody spoke.| It was done.12| All slept.",
    "year-note": "It ended in 2023.6| Nobody spoke.",
    "ellipsis": "We waited … and waited.| We left ...| But they stayed.",
    "web": "Visit example.org or mail a.b@example.org today.",
    "break": "We left\n\n|they stayed",
    "line-break": "We\nleft.| They stayed.",
    "german": "Am 3. Oktober traf Dr. Ito ein.| Es war z.B. Kies da, d.h. Steine.| Er ging.",
    "german-quote": "„Wir gehen.“| Er blieb.",
    "french": "M. Ito est parti.| Mme Cole, non.| « Il est tard. »| Elle dort.",
}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    parts = [part.strip() for part in CASES[name].split("|")]
    text = CASES[name].replace("|", "")
    assert [text[start:end] for start, end in split(text)] == parts


@given(st.text(alphabet='aB .!?…"”“»\n\u00a0()[]12', max_size=60))
def test_every_word_is_in_one_sentence(text: str) -> None:
    spans = split(text)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "unit", ["a. ", ". ", '."', "A", "a.B", "?!", "\n\n", "[1]", "x" * 50 + ". "]
)
def test_time_is_linear(unit: str) -> None:
    assert grows_linearly(split, unit, 5_000)
