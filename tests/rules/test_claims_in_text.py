"""What the claim rules make of short articles, read and judged as a user's would be."""

import pytest

from factcheck.analyse import analyse
from factcheck.lint import lint
from factcheck.model.document import Document
from factcheck.readers import read

_LIST = """

## References

Harbour Warden (2021) Quays and Cranes: a Review. Port Elm: Office of the Harbour Warden.
Calder, I. (2019) The boats of Elm. Port Elm: Alder Press.
"""


def codes(text: str) -> dict[str, list[str]]:
    """Return the quoted texts that each rule flags in an article in Markdown."""
    document = Document(target="a.md", body=f"# The harbour\n\n{text}\n".encode())
    found: dict[str, list[str]] = {}
    for each in lint(analyse(read(document))).findings:
        found.setdefault(each.code, []).append(each.anchor.exact)
    return found


def test_an_office_that_signs_as_author_is_cited_by_its_whole_name() -> None:
    body = "The quay is sinking (Harbour Warden 2021: 17). The fleet is old (Calder 2019)."
    assert {"CIT001", "REF004"}.isdisjoint(codes(body + _LIST))


@pytest.mark.parametrize(
    ("text", "code", "flagged"),
    [
        pytest.param(
            "A harbour spokeswoman declined to give details.",
            "CLM009",
            ["A harbour spokeswoman"],
            id="a spokeswoman who declines has no name either",
        ),
        pytest.param(
            "A survey by the boat owners' association found 84 leaking hulls.\n\n"
            "Rust accounted for 52 of the 84 leaks and worms for 32.",
            "CLM002",
            [],
            id="a count is taken up again",
        ),
        pytest.param(
            "Rust accounted for 52 of the 84 leaks and worms for 32.",
            "CLM002",
            ["Rust accounted for 52 of the 84 leaks and worms for 32."],
            id="a count that nobody gave",
        ),
        pytest.param(
            "Calder and Roe gave 90 sailors ginger, according to their report. Those on ginger "
            "were sick 12 minutes less.",
            "CLM002",
            [],
            id="a group of the trial just named",
        ),
        pytest.param(
            "Port sources put the toll at 12.",
            "CLM008",
            ["Port sources put the toll at 12."],
            id="to put a figure at something is to say so",
        ),
        pytest.param(
            "Three men entered the boathouse at night, lawyer Ines Calder told the court. They "
            "broke the lock and sank the dinghy. They fled across the yard.",
            "CLM007",
            ["They broke the lock and sank the dinghy.", "They fled across the yard."],
            id="a lawyer's story goes on without the lawyer",
        ),
        pytest.param(
            "Three men entered the boathouse at night, lawyer Ines Calder told the court. They "
            "broke the lock and sank the dinghy.",
            "CLM001",
            [],
            id="a story that goes on is asked about once",
        ),
        pytest.param(
            "Three men entered the boathouse at night, lawyer Ines Calder told the court. Harbour "
            "master Tom Brandt closed the quay.",
            "CLM007",
            [],
            id="somebody new is no part of the story",
        ),
        pytest.param(
            "Three men entered the boathouse at night, lawyer Ines Calder told the court.\n\n"
            "They broke the lock and sank the dinghy.",
            "CLM007",
            [],
            id="a new paragraph is a new start",
        ),
        pytest.param(
            "The union asked the owners to close the boathouse. They painted the doors and "
            "changed the locks.",
            "CLM007",
            [],
            id="what somebody asks for is no account",
        ),
        pytest.param(
            "Insiders say Mayor Brandt is desperate to keep the contract.",
            "CLM011",
            ["Insiders say Mayor Brandt is desperate to keep the contract."],
            id="nobody in particular knows a mind",
        ),
        pytest.param(
            "Ines Calder, his deputy, said Mayor Brandt is desperate to keep the contract.",
            "CLM011",
            [],
            id="somebody with a name may know it",
        ),
    ],
)
def test_what_is_flagged(text: str, code: str, flagged: list[str]) -> None:
    assert codes(text).get(code, []) == flagged
