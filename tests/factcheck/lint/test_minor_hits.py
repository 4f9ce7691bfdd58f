from dataclasses import replace

import pytest

from factcheck.lint import LintSettings, lint
from factcheck.model.analysis import Claim, ClaimKind
from factcheck.model.finding import Severity
from tests.rules.building import analysis, article, at

TEXT = "The harbour has been emptying since 2016."


@pytest.mark.parametrize(
    ("asked", "own", "found"),
    [
        (0.9, None, Severity.WARNING),
        (0.2, None, Severity.INFO),
        (None, None, Severity.WARNING),
        (0.2, Severity.ERROR, Severity.WARNING),
        (0.2, Severity.INFO, Severity.INFO),
    ],
    ids=["asked about", "hardly asked about", "fast", "raised by a setting", "lowered by one"],
)
def test_what_an_editor_would_hardly_ask_about_is_one_step_less_severe(
    asked: float | None, own: Severity | None, found: Severity
) -> None:
    made = article(TEXT)
    claim = Claim(span=at(made, TEXT), kinds=(ClaimKind.STATE,), score=0.8, asked=asked)
    settings = LintSettings(select=("CLM001",), severity={} if own is None else {"CLM001": own})
    (finding,) = lint(replace(analysis(made), claims=(claim,)), settings).findings
    assert finding.severity is found
    assert finding.confidence == (asked or 0.6)
