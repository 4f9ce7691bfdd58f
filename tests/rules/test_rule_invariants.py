"""What every rule must have. Run this file as a script to write the pages anew."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from factcheck.rule import Bad, Good, Rule
from factcheck.rules import all_rules, page
from factcheck.rules.pages import docstring_sections

PAGES = Path(__file__).resolve().parents[2] / "docs" / "rules"
RULES = [pytest.param(rule, id=rule.code) for rule in all_rules()]


@pytest.mark.parametrize("rule", RULES)
def test_the_file_is_named_after_the_rule(rule: Rule[Any]) -> None:
    module = rule.find.__module__.rpartition(".")[2]
    assert module == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    assert re.fullmatch(r"[A-Z]{3}[0-9]{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)


@pytest.mark.parametrize("rule", RULES)
def test_the_docstring_says_all_there_is_to_say(rule: Rule[Any]) -> None:
    sections = docstring_sections(rule)
    assert all(sections.values())
    for option in fields(rule.options):
        assert f"- `{option.name}`: " in sections["Options"]
    if not fields(rule.options):
        assert sections["Options"] == "None."


@pytest.mark.parametrize("rule", RULES)
def test_there_are_good_and_bad_examples(rule: Rule[Any]) -> None:
    assert any(isinstance(example, Good) for example in rule.examples)
    bad = [example for example in rule.examples if isinstance(example, Bad)]
    assert bad
    assert all(example.marks for example in bad)


@pytest.mark.parametrize("rule", RULES)
def test_options_are_frozen_and_have_defaults(rule: Rule[Any]) -> None:
    assert is_dataclass(rule.options)
    assert rule.options() == rule.options()
    assert hash(rule.options()) == hash(rule.options())


def test_the_pages_are_those_of_the_rules() -> None:
    wanted = {f"{rule.code}.md": page(rule) for rule in all_rules()}
    written = {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("[A-Z]*.md")}
    assert written == wanted, "run `python tests/rules/test_rule_invariants.py` to write the pages"


def write_pages() -> None:
    PAGES.mkdir(parents=True, exist_ok=True)
    for path in PAGES.glob("[A-Z]*.md"):
        path.unlink()
    for rule in all_rules():
        (PAGES / f"{rule.code}.md").write_text(page(rule), encoding="utf-8")


if __name__ == "__main__":
    write_pages()
