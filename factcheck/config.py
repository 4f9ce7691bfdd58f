"""Settings: the nearest ``config.toml``, then ``FACTCHECK_*`` variables, then flags.

The rooms' frozen settings dataclasses are the only place where a key, its type and its default
are stated; the models that check what people wrote are made from them. A setting is a value: it
names no code, no module and no command, so that a stranger's ``config.toml`` cannot run anything.
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args, get_origin, get_type_hints

from factcheck.errors import ConfigError
from factcheck.fetch.settings import FetchSettings, platform_cache_folder
from factcheck.language.settings import LanguageSettings
from factcheck.lint.settings import LintSettings
from factcheck.model.finding import Severity

FILE_NAME = "config.toml"
PREFIX = "FACTCHECK_"
NOT_SETTINGS = frozenset(("FACTCHECK_SHARED",))
"""Variables with our prefix that are no settings: where the tests find their gold data."""

NOT_IN_FILES = frozenset(("fetch.browser",))
"""Keys that name a program: a stranger's file must not choose what is run (HARDENING 54)."""

NEVER = "never"
"""How ``fail_on`` says "no finding fails the lint"; TOML has no None."""

_LARGEST_FILE = 1_000_000
_AT_LEAST_ZERO = {"ge": 0}
_LIMITS: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "fetch.connect_timeout": {"gt": 0, "le": 600},
        "fetch.total_timeout": {"gt": 0, "le": 3600},
        "fetch.max_bytes": {"gt": 0, "le": 1024**3},
        "fetch.max_redirects": {"ge": 0, "le": 50},
        "fetch.per_host_delay": {"ge": 0, "le": 600},
        "fetch.max_retry_wait": {"ge": 0, "le": 3600},
        "fetch.cache_max_age": _AT_LEAST_ZERO,
        "fetch.cache_max_bytes": _AT_LEAST_ZERO,
        "fetch.cache_keep": _AT_LEAST_ZERO,
        "lint.min_confidence": {"ge": 0, "le": 1},
        "parse.review_below": {"ge": 0, "le": 1},
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueSettings:
    """Where the review queue is: a path, or a database URL for PostgreSQL."""

    url: str = "factcheck.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseSettings:
    """What is said about parsed references.

    ``review_below``: a reference whose confidence, the calibrated probability (0-1) that all of it
    was read right, is lower shall be looked at by a person: REF003 reports it, an export marks it.
    The default is where it is as likely wrong as right.
    """

    review_below: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every room's settings. ``config.toml`` has one table for each field."""

    lint: LintSettings = field(default_factory=LintSettings)
    fetch: FetchSettings = field(default_factory=FetchSettings)
    parse: ParseSettings = field(default_factory=ParseSettings)
    language: LanguageSettings = field(default_factory=LanguageSettings)
    queue: QueueSettings = field(default_factory=QueueSettings)


DEFAULT = Settings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Settings and where each value came from.

    ``origins`` maps a key ("lint.fail_on") to "default", a file's path, a variable's name or
    "flag"; its order is the order of ``config.toml``.
    """

    settings: Settings
    origins: Mapping[str, str]
    file: Path | None = None


def load(
    folder: Path,
    *,
    environ: Mapping[str, str] | None = None,
    flags: Mapping[str, object] | None = None,
    file: Path | None = None,
) -> Loaded:
    """Return the settings that hold in a folder.

    ``file`` is read instead of the nearest parent's ``config.toml``. ``flags`` are values by key
    ("lint.fail_on"), the ones that were given. Raises ConfigError, naming origin and key.
    """
    path = file or find_file(folder)
    values: dict[str, object] = {}
    origins: dict[str, str] = {}
    layers = (
        (_from_file(path) if path else ()),
        _from_environment(os.environ if environ is None else environ),
        ((key, value, "flag") for key, value in (flags or {}).items()),
    )
    for layer in layers:
        for key, value, origin in layer:
            values[key], origins[key] = value, origin
    settings = Settings(
        **{section: _build(section, values, origins) for section in sections()},
    )
    if settings.fetch.cache_folder is None:
        folder_here = platform_cache_folder(os.environ if environ is None else environ)
        settings = replace(settings, fetch=replace(settings.fetch, cache_folder=folder_here))
    if path is not None:
        settings = _relative_to(path.parent, settings, origins, str(path))
    return Loaded(
        settings=settings,
        origins={key: origins.get(key, "default") for key in keys()},
        file=path,
    )


def find_file(folder: Path) -> Path | None:
    """Return the ``config.toml`` of the folder or its nearest parent that has one."""
    for each in (folder, *folder.parents):
        path = each / FILE_NAME
        if path.is_file():
            return path
    return None


def sections() -> Mapping[str, type[Any]]:
    """Return the tables of ``config.toml`` and the dataclass that states each one's keys."""
    return {each.name: get_type_hints(Settings)[each.name] for each in fields(Settings)}


def keys() -> tuple[str, ...]:
    """Return every key, "section.name", in the order of the dataclasses."""
    return tuple(
        f"{section}.{each.name}" for section, kind in sections().items() for each in fields(kind)
    )


def value_of(settings: Settings, key: str) -> object:
    """Return the value of a key as ``config.toml`` writes it; None where nothing is set."""
    section, _, name = key.partition(".")
    value = getattr(getattr(settings, section), name)
    if key == "lint.fail_on" and value is None:
        return NEVER
    return value


def _from_file(path: Path) -> Iterator[tuple[str, object, str]]:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise ConfigError(f"{path}: larger than {_LARGEST_FILE:,} bytes; not a config file")
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(f"{path}: cannot be read ({reason}); check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: not valid TOML: {' '.join(str(error).split())}") from error
    for section, table in tables.items():
        if section not in sections():
            raise ConfigError(f"{path}: unknown key {section!r}; {_hint(section, sections())}")
        if not isinstance(table, dict):
            raise ConfigError(f"{path}: {section} must be a table: [{section}]")
        for name, value in table.items():
            key = _known(f"{section}.{name}", str(path))
            if key in NOT_IN_FILES:
                variable = PREFIX + key.replace(".", "_").upper()
                raise ConfigError(
                    f"{path}: {key} names a program, which no file may; set {variable} instead"
                )
            yield key, value, str(path)


def _from_environment(environ: Mapping[str, str]) -> Iterator[tuple[str, object, str]]:
    names = {PREFIX + key.replace(".", "_").upper(): key for key in keys()}
    for name in sorted(environ):
        if not name.startswith(PREFIX) or name in NOT_SETTINGS:
            continue
        if name not in names:
            raise ConfigError(f"the variable {name} is no setting; {_hint(name, names)}")
        key = names[name]
        if get_origin(_hint_of(key)) is Mapping:
            raise ConfigError(f"the variable {name} cannot be set; write it in {FILE_NAME}")
        text = environ[name]
        is_list = get_origin(_hint_of(key)) is tuple
        yield key, _listed(text) if is_list else text, name


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _build(section: str, values: Mapping[str, object], origins: Mapping[str, str]) -> Any:
    kind = sections()[section]
    given = {
        _known(key, origins[key]).partition(".")[2]: value
        for key, value in values.items()
        if key.startswith(f"{section}.")
    }
    if given.get("fail_on") == NEVER:
        given["fail_on"] = None
    return kind(**_validated(section, given, origins)) if given else kind()


def _validated(
    section: str, given: Mapping[str, object], origins: Mapping[str, str]
) -> dict[str, object]:
    # Imported here: a run without any setting need not pay for the validator.
    from pydantic import ConfigDict, Field, ValidationError, create_model  # noqa: PLC0415

    hints = get_type_hints(sections()[section])
    definitions: dict[str, Any] = {}
    for each in fields(sections()[section]):
        if each.name in given:
            limits: dict[str, Any] = dict(_LIMITS.get(f"{section}.{each.name}", {}))
            definitions[each.name] = (hints[each.name], Field(_default(each), **limits))
    model = create_model(section, __config__=ConfigDict(extra="forbid"), **definitions)
    try:
        checked = model.model_validate(dict(given))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0])
        inner = "".join(f".{part}" for part in first["loc"][1:])
        key = f"{section}.{name}"
        choices = " or 'never'" if key == "lint.fail_on" else ""
        wanted = first["msg"].replace("Input s", "s", 1) + choices
        raise ConfigError(
            f"{origins[key]}: {key}{inner}: {wanted}, not {str(first['input'])[:60]!r}"
        ) from None
    return {name: getattr(checked, name) for name in given}


def _default(each: Any) -> Any:
    return each.default if each.default is not MISSING else each.default_factory()


def _relative_to(
    folder: Path, settings: Settings, origins: Mapping[str, str], origin: str
) -> Settings:
    """Read a path that the file states as seen from the file, not from the working directory."""
    lint, queue, fetch = settings.lint, settings.queue, settings.fetch
    if lint.baseline is not None and origins.get("lint.baseline") == origin:
        lint = replace(lint, baseline=folder / lint.baseline)
    if origins.get("queue.url") == origin and "://" not in queue.url:
        queue = replace(queue, url=str(folder / queue.url))
    for name in ("ca_file", "cache_folder"):
        value = getattr(fetch, name)
        if value is not None and origins.get(f"fetch.{name}") == origin:
            fetch = replace(fetch, **{name: folder / value})
    return replace(settings, lint=lint, queue=queue, fetch=fetch)


def _known(key: str, origin: str) -> str:
    if key in keys():
        return key
    section, _, name = key.partition(".")
    siblings = [each.partition(".")[2] for each in keys() if each.startswith(f"{section}.")]
    raise ConfigError(f"{origin}: unknown key {name!r} in [{section}]; {_hint(name, siblings)}")


def _hint(word: str, known: Any) -> str:
    close = get_close_matches(word, list(known), n=1)
    return f"did you mean {close[0]!r}?" if close else "'factcheck config show' lists them all"


def _hint_of(key: str) -> Any:
    section, _, name = key.partition(".")
    hint = get_type_hints(sections()[section])[name]
    return next((part for part in get_args(hint) if get_origin(part) is tuple), hint)


def severities() -> tuple[str, ...]:
    """Return what ``fail_on`` may be."""
    return (*(severity.value for severity in Severity), NEVER)
