"""Find the rules, and pick some of them by code, name, family or ALL."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from factcheck.errors import ConfigError, UsageError
from factcheck.rule import Rule

ALL = "ALL"
_MODULE = re.compile(r"([a-z]{3}[0-9]{3})_([a-z0-9_]+)")


@cache
def all_rules() -> tuple[Rule[Any], ...]:
    """Return every rule, by code.

    A rule is a module of this package whose name is the code and the name of its ``RULE``, such
    as ``ref001_duplicate_reference``. Raises RuntimeError when a module breaks that promise.
    """
    package = __name__.rpartition(".")[0]
    found = []
    for module in iter_modules(import_module(package).__path__):
        parts = _MODULE.fullmatch(module.name)
        if parts is None:
            continue
        rule = getattr(import_module(f"{package}.{module.name}"), "RULE", None)
        promised = (parts[1].upper(), parts[2].replace("_", "-"))
        if not isinstance(rule, Rule) or (rule.code, rule.name) != promised:
            raise RuntimeError(f"{module.name}.py must hold RULE, with code and name {promised}")
        found.append(rule)
    return tuple(sorted(found, key=lambda rule: rule.code))


def families() -> tuple[str, ...]:
    """Return the families that have rules: "ART", "BIB", ..."""
    return tuple(sorted({rule.code[:3] for rule in all_rules()}))


def matches(rule: Rule[Any], word: str) -> bool:
    """Tell whether a code, a name, a family or ALL means this rule; case does not matter."""
    folded = word.strip().upper()
    return folded in {ALL, rule.code, rule.code[:3], rule.name.upper()}


def is_word(word: str) -> bool:
    """Tell whether a word is a code, a name, a family or ALL."""
    return any(matches(rule, word) for rule in all_rules())


def find_rule(code_or_name: str) -> Rule[Any]:
    """Return the rule with this code or name.

    Raises UsageError, with the nearest code or name, when there is none.
    """
    folded = code_or_name.strip().upper()
    for rule in all_rules():
        if folded in {rule.code, rule.name.upper()}:
            return rule
    raise UsageError(_no_such(code_or_name))


def choose(select: Iterable[str], ignore: Iterable[str] = ()) -> tuple[Rule[Any], ...]:
    """Return the rules that are selected and not ignored, by code.

    Of a selecting and an ignoring word that both mean a rule the more specific one wins, so
    ``select=["REF001"], ignore=["REF"]`` leaves REF001; at a tie it is ignored. Raises
    ConfigError, with the nearest word, for a word that means no rule.
    """
    wanted, unwanted = tuple(select), tuple(ignore)
    for word in (*wanted, *unwanted):
        if not is_word(word):
            raise ConfigError(_no_such(word))
    return tuple(rule for rule in all_rules() if _reach(rule, wanted) > _reach(rule, unwanted))


def _reach(rule: Rule[Any], words: tuple[str, ...]) -> int:
    """Return how closely words mean a rule: 0 not at all, 1 ALL, 2 its family, 3 itself."""
    reach = 0
    for word in words:
        if matches(rule, word):
            folded = word.strip().upper()
            reach = max(reach, 1 if folded == ALL else 2 if folded == rule.code[:3] else 3)
    return reach


def _no_such(word: str) -> str:
    words = [ALL, *families()]
    words += [spelling for rule in all_rules() for spelling in (rule.code, rule.name.upper())]
    close = get_close_matches(word.strip().upper(), words, n=1, cutoff=0.6)
    shown = close[0] if close and close[0] in {rule.code for rule in all_rules()} else ""
    if close and not shown:
        shown = close[0] if close[0] in {ALL, *families()} else close[0].lower()
    hint = f"did you mean {shown!r}?" if shown else "'factcheck rule list' shows them all"
    return f"no rule is called {word!r}; {hint}"
