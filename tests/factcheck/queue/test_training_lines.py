import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.queue.exports import training
from factcheck.queue.exports.training import Example


@given(
    st.builds(
        Example,
        rule=st.just("CLM001"),
        text=st.text(),
        sentence=st.text(),
        right=st.booleans(),
        confidence=st.floats(0, 1),
        language=st.none() | st.sampled_from(["en", "fr"]),
        fingerprint=st.text("0123456789abcdef:"),
    )
)
def test_an_example_survives_any_text(example: Example) -> None:
    assert training.read(training.written([example])) == (example,)


@pytest.mark.parametrize("line", ["{", "[]", '{"rule": "CLM001"}', "[" * 100_000, '"a"'])
def test_a_line_that_is_no_example_is_named(line: str) -> None:
    with pytest.raises(UsageError, match="line 2"):
        training.read(f"\n{line}\n")
