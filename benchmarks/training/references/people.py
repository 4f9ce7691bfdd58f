"""Names of people from many countries, and the ways in which references print them."""

import random
import re
from dataclasses import dataclass
from functools import cache

from faker import Faker

from .draft import Draft, Style

_HOMES = {
    "en": ["en_US", "en_GB", "en_IN", "en_NG", "en_AU", "en_IE", "en_PH"],
    "de": ["de_DE", "de_AT", "de_CH"],
    "fr": ["fr_FR", "fr_BE", "fr_CA", "fr_CH"],
    "es": ["es_ES", "es_MX", "es_CO", "es_AR", "es_CL"],
    "it": ["it_IT"],
    "pt": ["pt_BR", "pt_PT"],
    "ru": ["ru_RU"],
}
_ELSEWHERE = [
    "nl_NL",
    "sv_SE",
    "no_NO",
    "da_DK",
    "fi_FI",
    "pl_PL",
    "cs_CZ",
    "hu_HU",
    "ro_RO",
    "tr_TR",
    "id_ID",
    "vi_VN",
    "zu_ZA",
    "yo_NG",
    "tw_GH",
    "hr_HR",
    "lt_LT",
    "lv_LV",
    "et_EE",
    "sk_SK",
    "sl_SI",
    "az_AZ",
]
_PARTICLES = "van|van der|van den|de|de la|del|von|zu|di|da|dos|El|al-|ben|bin|ter|Le|La|St.|Mc"
_NAMES_EACH = 700
_CYRILLIC = re.compile("[А-Яа-я]")


@dataclass(frozen=True, slots=True)
class Person:
    """A person's names; ``second`` is a middle name or a patronymic."""

    family: str
    given: str
    second: str = ""
    suffix: str = ""


@cache
def _stock(locale: str) -> tuple[list[str], list[str], list[str]]:
    """Return family, given and middle names of a locale, the same in every run."""
    faker = Faker(locale)
    faker.seed_instance(f"references {locale}")
    families = [faker.last_name() for _ in range(_NAMES_EACH)]
    given = [faker.first_name() for _ in range(_NAMES_EACH)]
    middle = [
        faker.middle_name() if hasattr(faker, "middle_name") else faker.first_name()
        for _ in range(_NAMES_EACH)
    ]
    if locale != "ru_RU" and any(_CYRILLIC.search(name) for name in families):
        raise ValueError(f"{locale} prints in Cyrillic")
    return families, given, middle


def draw_person(source: random.Random, language: str) -> Person:
    """Draw a person who might write in the language; one in five comes from elsewhere."""
    away = [*_ELSEWHERE, *(home for homes in list(_HOMES.values())[:6] for home in homes)]
    locale = source.choice(_HOMES[language] if source.random() < 0.8 else away)
    families, given, middle = _stock(locale)
    family = source.choice(families)
    if source.random() < 0.05:
        family += source.choice("- ") + source.choice(families)
    if source.random() < 0.06 and locale != "ru_RU":
        particle = source.choice(_PARTICLES.split("|"))
        family = particle + ("" if particle in {"al-", "Mc"} else " ") + family
    has_second = source.random() < (0.8 if locale == "ru_RU" else 0.25)
    return Person(
        family=family,
        given=source.choice(given),
        second=source.choice(middle) if has_second else "",
        suffix=source.choice(["Jr.", "III"]) if source.random() < 0.015 else "",
    )


def print_person(draft: Draft, person: Person, form: str) -> str:
    """Print a person in one of the forms that ``Style.names`` may have."""
    style = draft.style
    family = person.family.upper() if style.capitals else person.family
    full = person.given
    if person.second:
        full += " " + (person.second if draft.chance(0.4) else person.second[0] + ".")
    suffix = f", {person.suffix}" if person.suffix else ""
    if form == "inverted_initials":
        return family + style.comma + _initials(person, style) + suffix
    if form == "inverted":
        return f"{family}, {full}{suffix}"
    if form == "natural_initials":
        return f"{_initials(person, style)} {family}{suffix}"
    if form == "vancouver":
        return family + " " + "".join(name[0] for name in (person.given, person.second) if name)
    if form == "bare":
        return f"{family} {full}" if style.capitals or draft.chance(0.3) else f"{full} {family}"
    if form == "russian":
        return family + " " + _initials(person, style)
    return f"{full} {family}{suffix}"


def print_people(draft: Draft, people: list[Person], form: str) -> str:
    """Print a list of people, cut short with "et al." where it is long."""
    style = draft.style
    printed: list[str] = []
    for place, person in enumerate(people):
        natural = form == "inverted" and place and style.natural_after_first
        printed.append(print_person(draft, person, "natural" if natural else form))
    if len(printed) > 1 and draft.chance(0.5 if len(printed) > 3 else 0.06):
        kept = printed[: draft.pick(1, 1, 3)] if len(printed) > 3 else printed[:1]
        comma = "," if style.serial_comma and draft.chance(0.5) else ""
        return style.joint.join(kept) + comma + " " + draft.listed("cues", "et_al")
    if len(printed) == 1 or style.conjunction is None:
        return style.joint.join(printed)
    comma = style.joint.rstrip() if style.serial_comma else ""
    return f"{style.joint.join(printed[:-1])}{comma} {style.conjunction} {printed[-1]}"


def _initials(person: Person, style: Style) -> str:
    stop = "." if style.initials_stop else ""
    names = [name for name in (person.given, person.second) if name]
    return style.initials_gap.join(
        "-".join(part[0] + stop for part in name.split("-") if part) for name in names
    )
