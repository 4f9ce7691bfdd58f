"""Which names are not in the form of a name."""

import pytest

from citations.checks import name_fault
from citations.item import Name

CASES = {
    "plain": (Name(family="Harker", given="J."), ""),
    "particle": (Name(family="Berg", given="Jan", particle="van der"), ""),
    "short family": (Name(family="Ng", given="A."), ""),
    "body": (Name(literal="Office 365 Users and Friends"), ""),
    "body with a comma": (Name(literal="Bank of X, Research Dept. 7"), ""),
    "digit": (Name(family="Harker2", given="J."), "holds a digit"),
    "digit, taken for a body": (Name(literal="Harker2, J."), "holds a digit"),
    "initials first": (Name(family="M.", given="J."), "has its initials for a family name"),
    "address": (Name(literal="j.harker@bridges.example"), "holds an address"),
    "two in one": (Name(literal="Harker, J. and Moss, A."), "is several names in one"),
}


@pytest.mark.parametrize(("name", "fault"), CASES.values(), ids=CASES)
def test_name_fault(name: Name, fault: str) -> None:
    assert name_fault(name) == fault
