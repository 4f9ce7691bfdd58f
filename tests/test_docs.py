"""What is there is documented, and what is documented is there."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from factcheck.cli.commands.queue.dismiss import MEANINGS
from factcheck.cli.group import COMMANDS, command_names, root
from factcheck.config import keys
from factcheck.queue.states import LEASE, NEEDS_WORK, Status
from factcheck.reports import format_names
from factcheck.rule import Rule
from factcheck.rules import all_rules, page

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    found = []
    for name in command_names(COMMANDS):
        inner = command_names(f"{COMMANDS}.{name}")
        found += [f"{name} {sub}" for sub in inner] or [name]
    return sorted(found)


@pytest.mark.parametrize("command", commands())
def test_every_command_is_in_the_readme(command: str) -> None:
    group, _, name = command.partition(" ")
    assert f"factcheck {command}" in README or (name and f"{group} {name}" in README)


def test_the_readmes_commands_exist() -> None:
    known = commands()
    for match in re.finditer(
        r"(?:^    \$? ?|`)factcheck ([a-z]+)(?: ([a-z]+))?", README, re.MULTILINE
    ):
        named = [match[1], f"{match[1]} {match[2]}"]
        assert set(named) & set(known), match[0]


def test_the_readmes_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"make (demo|test|check)", README)) <= targets
    assert README.index("make demo") < README.index("## What it says")


@pytest.mark.parametrize("name", format_names())
def test_every_report_format_is_documented(name: str) -> None:
    assert f"| `{name}` |" in ARCHITECTURE


@pytest.mark.parametrize("key", keys())
def test_every_setting_is_documented(key: str) -> None:
    text = (ROOT / "config.toml").read_text(encoding="utf-8")
    section, _, name = key.partition(".")
    assert f"[{section}]" in text
    assert re.search(rf"^(# )?{name} = |^\[{re.escape(key)}\]", text, re.MULTILINE)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_has_its_page(rule: Rule[Any]) -> None:
    path = ROOT / "docs" / "rules" / f"{rule.code}.md"
    assert path.read_text(encoding="utf-8") == page(rule)


def test_the_queues_states_reasons_and_decisions_are_documented() -> None:
    text = (ROOT / "docs" / "queue.md").read_text(encoding="utf-8")
    section = text.partition("## States")[2].partition("##")[0]
    assert re.findall(r"^\| `(\w+)` ", section, re.MULTILINE) == [each.value for each in Status]
    waiting = text.partition("still has to act on: ")[2].partition(".")[0]
    assert re.findall(r"`(\w+)`", waiting) == [each.value for each in NEEDS_WORK]
    assert f"lapses after {LEASE.seconds // 60} minutes" in text
    for reason, meaning in MEANINGS.items():
        assert f"| `{reason.value}` | {meaning} |" in text
    for command in ("confirm", "dismiss", "reopen", "undo", "list", "history"):
        assert f"`factcheck queue {command}`" in text


def test_every_option_says_what_it_does() -> None:
    for command in commands():
        inner: Any = root()
        for word in command.split():
            inner = inner.get_command(SimpleNamespace(resilient_parsing=False), word)
        for each in inner.params:
            assert each.help, f"{command}: {each.name}"


def test_links_lead_somewhere() -> None:
    for document in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(
            r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8")
        ):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
