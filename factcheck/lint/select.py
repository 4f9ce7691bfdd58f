"""Turn settings into rules to run, each with its severity and options."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, get_args, get_origin, get_type_hints

from factcheck.errors import ConfigError, UsageError
from factcheck.lint.settings import LintSettings
from factcheck.model.finding import Severity
from factcheck.rule import Rule
from factcheck.rules import choose, find_rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A rule to run; ``options`` is an instance of ``rule.options``."""

    rule: Rule[Any]
    severity: Severity
    options: object


def chosen_rules(settings: LintSettings) -> tuple[Chosen, ...]:
    """Return the rules to run, by code.

    Raises ConfigError for a word that means no rule, an unknown option or a wrong value.
    """
    severities = _by_code(settings.severity)
    options = _options_by_code(settings.options)
    return tuple(
        Chosen(
            rule=rule,
            severity=severities.get(rule.code, rule.severity),
            options=options.get(rule.code) or rule.options(),
        )
        for rule in choose(settings.select, settings.ignore)
    )


def chosen_codes(settings: LintSettings) -> frozenset[str]:
    """Return the codes of the rules to run. Raises as ``chosen_rules`` does."""
    return frozenset(each.rule.code for each in chosen_rules(settings))


def make_options(rule: Rule[Any], values: Mapping[str, object]) -> object:
    """Return the options of a rule with these values, each checked against its type.

    A list is taken for a tuple and a whole number for a float, since that is how TOML writes
    them. Raises ConfigError.
    """
    hints = get_type_hints(rule.options)
    known = [option.name for option in fields(rule.options)]
    made = {}
    for name, value in values.items():
        if name not in known:
            close = get_close_matches(name, known, n=1)
            hint = (
                f"did you mean {close[0]!r}?" if close else f"it has {', '.join(known) or 'none'}"
            )
            raise ConfigError(f"{rule.code} has no option {name!r}; {hint}")
        made[name] = _checked(f"{rule.code} option {name!r}", value, hints[name])
    options: object = rule.options(**made)
    return options


def _by_code(words: Mapping[str, Severity]) -> Mapping[str, Severity]:
    # The broadest words first, so that a rule's own word has the last say.
    groups = [(choose([word]), severity) for word, severity in words.items()]
    groups.sort(key=lambda group: -len(group[0]))
    return MappingProxyType({rule.code: severity for rules, severity in groups for rule in rules})


def _options_by_code(options: Mapping[str, Mapping[str, object]]) -> Mapping[str, object]:
    made = {}
    for word, values in options.items():
        try:
            rule = find_rule(word)
        except UsageError as error:
            raise ConfigError(str(error)) from None
        made[rule.code] = make_options(rule, values)
    return MappingProxyType(made)


def _checked(what: str, value: object, hint: object) -> object:
    if get_origin(hint) is tuple and isinstance(value, list | tuple):
        member = get_args(hint)[0]
        return tuple(_checked(what, part, member) for part in value)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(hint, type) or type(value) is not hint:
        wanted = "list" if get_origin(hint) is tuple else getattr(hint, "__name__", str(hint))
        raise ConfigError(f"{what} must be a {wanted}, not {value!r}")
    return value
