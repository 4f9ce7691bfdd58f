"""What the slots of a form print: values of every field, drawn anew for each reference."""

import random
import re
from collections.abc import Callable
from typing import NamedTuple

from .dates import Day, draw_day, draw_year, print_date
from .draft import Draft
from .people import draw_person, print_people, print_person
from .tables import listed, table
from .words import Corpus, capital, frequent, phrase, scholarly, title

_DIGITS = "0123456789"


class World(NamedTuple):
    """What one reference is about: the day it came out and the texts that titles come from."""

    day: Day
    texts: Corpus


Fill = Callable[[Draft, World], str]


def city(draft: Draft, *, bare: bool) -> str:
    """Return a city; a bare one has no state."""
    name = (
        draft.listed("places", "cities")
        if draft.chance(0.8)
        else draft.random.choice(listed("places", "cities", "en"))
    )
    return re.split("[,/;]", name)[0] if bare else name


def fill_pattern(draft: Draft, pattern: str) -> str:
    """Put digits, years and capitals into a pattern of ``tables/patterns.toml``."""
    year = draw_year(draft.random)
    text = pattern.replace("YYYY", str(year)).replace("YY", f"{year % 100:02d}")
    text = text.replace("MM", f"{draft.random.randint(1, 12):02d}")
    text = re.sub("#+", lambda match: _digits(draft.random, len(match.group())), text)
    return re.sub("A{3}", lambda _: "".join(draft.random.choices("ABCDEGKLMNPRSU", k=3)), text)


def _digits(source: random.Random, count: int) -> str:
    first = source.choice(_DIGITS[1:])
    return first + "".join(source.choice(_DIGITS) for _ in range(count - 1))


def named(draft: Draft, pattern: str) -> str:
    """Put topics, countries and cities into a body's or a meeting's pattern."""
    topics = listed("bodies", "topics", "en")
    if draft.language != "en":
        topics = [capital(w) for w in frequent(draft.language)[600:4000] if len(w) > 5]
    while "{A}" in pattern:
        pattern = pattern.replace("{A}", draft.random.choice(topics), 1)
    pattern = pattern.replace("{N}", draft.listed("places", "nations"))
    return pattern.replace("{C}", city(draft, bare=True))


def body(draft: Draft, _: World) -> str:
    """Return the name of a body."""
    if draft.chance(0.5):
        return draft.listed("bodies", "bodies")
    name = named(draft, draft.listed("bodies", "patterns"))
    if draft.chance(0.12):
        name += " (" + "".join(word[0] for word in name.split() if word[0].isupper()) + ")"
    return name


def people(draft: Draft, longest: int) -> str:
    """Return a list of people in the draft's style."""
    count = draft.pick(1, 1, 1, 2, 2, 3, draft.random.randint(1, longest))
    persons = [draw_person(draft.random, draft.language) for _ in range(count)]
    return print_people(draft, persons, draft.style.names)


def _natural(draft: Draft, _: World) -> str:
    return print_person(draft, draw_person(draft.random, draft.language), "natural")


def _natural_people(draft: Draft, _: World) -> str:
    count = draft.pick(1, 1, 2, 2, 3)
    persons = [draw_person(draft.random, draft.language) for _ in range(count)]
    form = draft.pick("natural", "natural", "natural_initials")
    return print_people(draft, persons, form)


def _family(draft: Draft, _: World) -> str:
    return draw_person(draft.random, draft.language).family


def _author(draft: Draft, world: World) -> str:
    return body(draft, world) if draft.chance(0.12) else people(draft, 7)


def _mostly_body(draft: Draft, world: World) -> str:
    return body(draft, world) if draft.chance(0.7) else people(draft, 5)


def _person(draft: Draft, _: World) -> str:
    person = draw_person(draft.random, draft.language)
    return print_person(draft, person, draft.style.names)


def _word(draft: Draft) -> str:
    return draft.random.choice(frequent("en")[300:9000])


def _party(draft: Draft, world: World) -> str:
    family = draw_person(draft.random, "en").family
    company = capital(_word(draft)) + draft.pick(" Ltd", " Inc.", " Corp.", " GmbH", " plc", " Co.")
    nation = draft.random.choice(listed("places", "nations", "en"))
    state = draft.pick("State", "People", "Regina", "R", "United States", "Commission", "R (")
    if state == "R (":
        state = f"R ({family})"
    return draft.pick(family, family, company, nation, state, body(draft, world))


def _parties(draft: Draft, world: World) -> str:
    if draft.chance(0.1):
        return draft.pick("In re ", "Re ", "Ex parte ") + draw_person(draft.random, "en").family
    joint = draft.pick(" v. ", " v. ", " v ", " vs. ", " versus ")
    return _party(draft, world) + joint + _party(draft, world)


def _german_law(draft: Draft, _: World) -> str:
    name = capital(phrase(draft.random, "de", draft.pick(1, 2, 3)))
    return (
        "Gesetz " + draft.pick("zur ", "über ", "für ") + name
        if draft.chance(0.5)
        else name + "gesetz"
    )


def _proceedings(draft: Draft, world: World) -> str:
    opening = draft.pick("Proceedings of the ", "Proc. ", "", "Proceedings of ", "Proc. of the ")
    number = draft.pick("", "", f"{draft.random.randint(4, 40)}th ")
    kind = draft.pick(
        "International Conference on ", "ACM Conference on ", "IEEE Symposium on ", ""
    )
    topic = capital(phrase(draft.random, "en", draft.random.randint(2, 5)))
    short = "".join(draft.random.choices("ABCDEFGHIKLMNPRST", k=4))
    tail = draft.pick("", "", f" ({short} ’{world.day.year % 100:02d})", f" {world.day.year}")
    return opening + number + kind + topic + tail


def _periodical(draft: Draft, world: World) -> str:
    known = table("academic")["journals"].get(draft.language)
    if known and draft.chance(0.3):
        return str(draft.random.choice(known))
    if draft.chance(0.75):
        return draft.random.choice(world.texts.journals)
    if draft.language == "de":
        opening = draft.pick("Zeitschrift für ", "Archiv für ", "Jahrbuch ", "Forum ", "Soziale ")
        return opening + capital(phrase(draft.random, "de", draft.pick(1, 1, 2)))
    return capital(phrase(draft.random, draft.language, draft.random.randint(1, 4)))


def _book(draft: Draft, world: World) -> str:
    return title(draft.random, draft.language, world.texts)


def _site(draft: Draft, world: World) -> str:
    domain = capital(_word(draft)) + draft.pick(".org", ".com", ".net", "")
    famous = draft.listed("outlets", "sites")
    return draft.pick(famous, famous, body(draft, world), domain)


def _newspaper(draft: Draft, _: World) -> str:
    if draft.chance(0.07):
        kinds = [" Post", " Gazette", " Chronicle", " Courier", " Herald", " Times", " Tribune"]
        if draft.language == "de":
            kinds = ["er Zeitung", "er Anzeiger", "er Nachrichten", "er Allgemeine"]
        return city(draft, bare=True) + draft.random.choice(kinds)
    return draft.listed("outlets", "newspapers")


def _blog(draft: Draft, _: World) -> str:
    made = capital(_word(draft)) + " " + draft.listed("outlets", "blog_words")
    phrased = capital(phrase(draft.random, draft.language, 2))
    known = draft.pick(draft.listed("outlets", "sites"), draft.listed("outlets", "magazines"))
    return draft.pick(made, made, phrased, known)


def _show(draft: Draft, _: World) -> str:
    made = capital(phrase(draft.random, draft.language, draft.random.randint(1, 3)))
    paired = f"{capital(_word(draft))} & {capital(_word(draft))}"
    return (
        draft.pick(made, draft.random.choice(table("patterns")["fixed"]["show"]))
        if draft.chance(0.93)
        else paired
    )


def _publisher(draft: Draft, world: World) -> str:
    """Return a publisher's name: well known, from the corpora, or made up like the small ones."""
    kind = draft.random.random()
    if kind < 0.25 and world.texts.publishers:
        return draft.random.choice(world.texts.publishers)
    if kind < 0.37:
        name = capital(_word(draft)) if draft.chance(0.5) else _family(draft, world)
        return draft.pick(*listed("academic", "houses", draft.language)).replace("{A}", name)
    return str(draft.listed("outlets", "publishers"))


def _place(draft: Draft, world: World) -> str:
    if world.texts.places and draft.chance(0.2):
        return draft.random.choice(world.texts.places)
    return city(draft, bare=False)


def _film_house(draft: Draft, _: World) -> str:
    return (
        f"{capital(_word(draft))} {draft.random.choice(table('patterns')['fixed']['film_house'])}"
    )


def _handle(draft: Draft, _: World) -> str:
    person = draw_person(draft.random, "en")
    base = re.sub("[^A-Za-z]", "", draft.pick(person.given + person.family, _word(draft)))[:16]
    base = base or "reporter"
    ending = draft.pick("", "", str(draft.random.randint(1, 99)), "_news", "UK")
    return "@" + draft.pick(base, base.lower(), base.lower()) + ending


def _short_title(draft: Draft, world: World) -> str:
    words = title(draft.random, draft.language, world.texts).split()
    return " ".join(words[: draft.random.randint(1, 5)]).strip(",:;–-| ")


def _hashtagged(draft: Draft, world: World) -> str:
    text = title(draft.random, draft.language, world.texts)
    if draft.chance(0.2):
        text += draft.pick(" #", ". #") + _word(draft)
    return text + draft.pick(*[""] * 9, "…", " 🙏", " 🔥")


def _programme(draft: Draft, _: World) -> str:
    name = capital(_word(draft))
    return draft.pick(
        name, name, f"{_word(draft)}/{_word(draft)}", name + ": " + phrase(draft.random, "en", 5)
    )


def _law_name(draft: Draft, world: World) -> str:
    name = capital(phrase(draft.random, "en", draft.random.randint(2, 5)))
    if draft.chance(0.5):
        name = draft.random.choice(listed("bodies", "topics", "en")) + " and " + name
    year = world.day.year
    return name + draft.pick(
        " Act", f" Act of {year}", f" Act {year}", " Code", " Bill", f" Regulations {year}"
    )


def _eu_act(draft: Draft, world: World) -> str:
    number = f" {world.day.year}/{draft.random.randint(1, 2000)}"
    kind = draft.random.choice(table("patterns")["fixed"]["eu_act"])
    month = draft.random.choice(listed("cues", "months_long", "en"))
    made = f" of {draft.random.randint(1, 28)} {month} {world.day.year}"
    maker = draft.pick("", " of the European Parliament and of the Council")
    topic = draft.pick("", " on " + phrase(draft.random, "en", 5))
    return kind + number + maker + draft.pick("", made) + topic


def _pages(draft: Draft, _: World) -> str:
    first = draft.random.randint(1, 900)
    last = str(first + draft.random.randint(1, 40))
    if len(last) == len(str(first)) > 2 and draft.chance(0.2) and last[:-2] == str(first)[:-2]:
        last = last[-2:]
    return f"{first}{draft.pick('-', '–', '–', '-', '—', '--', ' - ', ' – ')}{last}"


def _year(draft: Draft, world: World) -> str:
    chance = draft.random.random()
    if chance < 0.03:
        return str(draft.listed("cues", "nd"))
    if chance < 0.05:
        return str(draft.listed("cues", "forthcoming"))
    return str(world.day.year) + draft.pick(*[""] * 14, "a", "b")


def _date(draft: Draft, world: World) -> str:
    if draft.chance(0.03):
        return str(draft.listed("cues", "nd"))
    return print_date(draft, world.day, draft.style.date)


def _full_date(draft: Draft, world: World) -> str:
    form = draft.style.date
    if form in {"year", "month"}:
        form = draft.pick("day_first", "month_first", "iso") if draft.language != "de" else "dots"
    return print_date(draft, world.day, form)


def _season(draft: Draft, world: World) -> str:
    return f"{draft.random.choice(table('patterns')['fixed']['season'])} {world.day.year}"


def _topics(draft: Draft, _: World) -> str:
    return ", ".join(draft.random.sample(frequent(draft.language)[300:5000], 4))


def _sentence(draft: Draft, world: World) -> str:
    if draft.language == "en":
        return draft.random.choice(world.texts.sentences) + "."
    return capital(phrase(draft.random, draft.language, draft.random.randint(6, 18))) + "."


def _edition(draft: Draft, _: World) -> str:
    return fill_pattern(draft, draft.listed("cues", "edition"))


FILLS: dict[str, tuple[str, Fill]] = {
    "author": ("author", _author),
    "authors": ("author", lambda draft, _: people(draft, 7)),
    "writers": ("author", _mostly_body),
    "person": ("author", _person),
    "natural": ("author", _natural),
    "family": ("author", _family),
    "body": ("author", body),
    "editors": ("editor", lambda draft, _: people(draft, 4)),
    "natural_editors": ("editor", _natural_people),
    "parties": ("title", _parties),
    "german_law": ("title", _german_law),
    "law_topic": ("title", lambda d, _: phrase(d.random, d.language, d.random.randint(3, 8))),
    "book": ("booktitle", _book),
    "proceedings": ("booktitle", _proceedings),
    "periodical": ("journal", _periodical),
    "newspaper": ("journal", _newspaper),
    "magazine": ("journal", lambda draft, _: draft.listed("outlets", "magazines")),
    "site": ("journal", _site),
    "known_site": ("journal", lambda draft, _: draft.listed("outlets", "sites")),
    "blog": ("journal", _blog),
    "show": ("journal", _show),
    "publisher": ("publisher", _publisher),
    "university": ("publisher", lambda d, _: named(d, d.listed("cues", "university"))),
    "film_house": ("publisher", _film_house),
    "place": ("location", _place),
    "series": ("series", lambda d, _: scholarly(d.random, d.language, "series")),
    "town": ("location", lambda draft, _: city(draft, bare=True)),
    "bare_title": ("title", _book),
    "short_title": ("title", _short_title),
    "post_text": ("title", _hashtagged),
    "programme": ("title", _programme),
    "law_name": ("title", _law_name),
    "eu_act": ("title", _eu_act),
    "words": ("title", lambda d, _: capital(phrase(d.random, d.language, d.pick(1, 2, 3, 4)))),
    "year": ("date", _year),
    "plain_year": ("date", lambda _, world: str(world.day.year)),
    "date": ("date", _date),
    "full_date": ("date", _full_date),
    "day": ("date", lambda draft, world: print_date(draft, world.day, "day")),
    "month_year": ("date", lambda draft, world: print_date(draft, world.day, "month")),
    "season": ("date", _season),
    "nd": ("date", lambda draft, _: str(draft.listed("cues", "nd"))),
    "other_date": ("other", lambda d, _: print_date(d, draw_day(d.random), d.style.date)),
    "visit": ("accessed", lambda d, _: print_date(d, draw_day(d.random), d.style.visited)),
    "pages": ("pages", _pages),
    "edition": ("edition", _edition),
    "event": ("event", lambda d, _: named(d, d.listed("cues", "conference"))),
    "handle": ("handle", _handle),
    "topics": ("other", _topics),
    "topic": ("other", lambda d, _: d.random.choice(listed("bodies", "topics", "en"))),
    "sentence": ("other", _sentence),
    "number": ("other", lambda draft, _: str(draft.random.randint(1, 90))),
}


def fill(draft: Draft, world: World, name: str) -> tuple[str, str]:
    """Return the default label and the value of a slot.

    A name with a dot is a table's word ("genre.report", "cue.in"); one that ``patterns.toml``
    knows is filled from there. Raises KeyError for a name that nobody knows.
    """
    if name in FILLS:
        label, function = FILLS[name]
        return label, function(draft, world)
    kind, _, key = name.partition(".")
    if key:
        return ("genre" if kind == "genre" else "other"), draft.listed(
            {"genre": "genres", "cue": "cues"}[kind], key
        )
    patterns = table("patterns")
    if name in patterns["patterns"]:
        return name, fill_pattern(draft, draft.random.choice(patterns["patterns"][name]))
    if name in patterns["fixed"]:
        return name, fill_pattern(draft, draft.random.choice(patterns["fixed"][name]))
    words = patterns["by_language"][name]
    value = draft.random.choice(words.get(draft.language) or words["en"])
    return "other", fill_pattern(draft, value) if "#" in value else value
