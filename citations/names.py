"""Split printed author strings of any style and language into names."""

import re
import unicodedata

from citations.corporate import heads_a_body, is_corporate
from citations.item import Name
from citations.name_words import (
    FAMILY_OPENERS,
    FAMILY_SUFFIXES,
    IBERIAN,
    PARTICLES,
    PATRONYMICS,
    VIETNAMESE,
)

_HONORIFIC = re.compile(
    r"(?<!\w)(?:Dr\.(?:\s?(?:med|phil|jur|rer\.\s?nat|h\.\s?c)\.)+|(?:Dr|Prof|Mrs?|Ms|Rev|Hon|Gen|Sen|Sr|Sra|Dott|Dra|Mme|Mlle)\.|Sir|Dame|Lord|Prof(?=\s))"
    r"(?:\s(?=[^\W\d_]))"
)
_SUFFIX = re.compile(
    r"(?:jr|sr|jun|sen|fils|filho|neto|júnior|ii|iii|iv|esq|ph\.?\s?d|m\.?\s?d)\.?", re.IGNORECASE
)
_ET_AL = re.compile(
    r"[\s,;&]*(?:\band\b\s*|\bund\b\s*|\bet\b\s*)?(?<!\w)(?:et\.?\s?al(?:ii)?\b\.?|u\.\s?a\."
    r"|et coll\.|and others\b|and colleagues\b|"
    r"e outros\b|y otros\b|y cols?\.|e altri\b|и др(?:угие)?\b\.?|et autres\b|и соавт\.|\.\.\.|…"
    r"|\bothers\b)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"""[\[(]?(?<!\w)(?:eds?\.?(?=[\s\]),.;:]|$)|editors?\b|hrsg\b\.?|hg\b\.?|hgg\b\.?|herausgeber(?:in)?\b
    |orgs?\.|coords?\.|dirs?\.|éds?\.|a\scura\sdi|ред\.|под\sред\.|edited\sby|compiled\sby|comps?\.
    |(?:writers?|directors?|producers?|hosts?|executive\sproducers?|translators?|narrators?|speakers?
    |presenters?|photographers?|creators?)(?=[\s\]),&]*[\])])
    )[^\w\[(]*?[\])]?(?=[\s,;.:&]|$)""",
    re.IGNORECASE | re.VERBOSE,
)
_HANDLE = re.compile(r"[\[(]?@\w[\w.]*[\])]?|^u/\w+$")
_LEAD = re.compile(
    r"^(?:by\s+|(?:by|von|por|par|text|texto|текст|words|story by):\s*)(?=[A-ZÀ-ÞА-Я@])",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:;|\||\n|,?\s&(?:amp;)?\s|,\s?&(?:amp;)?\s?|,?\s(?:and|und|u\.|et|y|e|и|en|och|og|with|with\sreporting\sby)\s)\s*"
)
_INITIALS = re.compile(
    r"(?:[^\W\d_]\.[\s-]?)+(?:[^\W\d_]\.?)?|(?:[^\W\d_a-zà-ÿ][-.\s]{0,2}){1,4}|[A-ZÀ-Þ][a-zà-ÿ]{1,2}\."
    r"(?:[\s-]?[^\W\d_]\.)*"
)
_TAIL_INITIALS = re.compile(
    r"^(?P<family>.*?[^\W\d_]{2,})\s+(?P<given>(?:[^\W\d_]\.[\s-]?){1,4}|[A-ZÀ-ÞА-Я]{1,4}|[A-ZÀ-Þ]-[A-ZÀ-Þ]"
    r"|[A-ZÀ-ÞА-Я](?:\s[A-ZÀ-ÞА-Я]){1,3})$"
)
_SLASH = re.compile(r"[^\W\d_]\.?\s?/\s?[^\W\d_]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
_HANGUL = re.compile(r"[\uac00-\ud7af]+")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_COMPOUND_CJK = (
    "남궁",
    "황보",
    "제갈",
    "사공",
    "선우",
    "독고",
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "歐陽",
    "司馬",
    "諸葛",
)


# What is left where a dash stood for the first author: "———, and Peter Roe".
_JOINT_AT_HEAD = re.compile(r"^(?:and|und|et|y|e|en|og|och|i|и)\s+(?=[^\W\d_a-zà-ÿ])")


def parse_names(text: str) -> tuple[Name, ...]:
    """Split an author or editor string into names, in printed order.

    Reads "Family, G. H., & Family, G.", "Given Family and Given Family", "FAMILY Given",
    "Family GH", lists parted by ";", "/" or "·", mononyms, handles, bodies and CJK names. Role
    words ("(Eds.)", "Hrsg.") and "et al." are no names; ``says_et_al`` tells of the latter.
    Capital surnames come back in normal case; all else is kept as printed. Never raises.
    """
    body = _cleaned(text)
    if not re.search(r"[^\W_]", body):
        return ()
    if _HANDLE.fullmatch(body):
        return (Name(literal=body.strip("[]()")),)
    body = _HANDLE.sub(" ", body).strip(" ,;") or body
    if is_corporate(body) and not _lists_bodies(body):
        return (Name(literal=body),)
    if _CJK.search(body):
        return _cjk_names(body)
    names: list[Name] = []
    for group in _groups(body):
        names.extend(_group_names(group))
    return tuple(names)


def says_et_al(text: str) -> bool:
    """Say whether the string cuts its list of names short ("et al.", "u. a.", "и др.")."""
    return _ET_AL.search(text) is not None


def is_initials(text: str) -> bool:
    """Say whether the text is nothing but initials: "G. H.", "GH", "J.-P.", "Ch."."""
    return _INITIALS.fullmatch(text.strip()) is not None


def _cleaned(text: str) -> str:
    body = " ".join(text.replace("’", "'").split()) if "’" in text else " ".join(text.split())
    body = body.replace("&amp;", "&")
    body = _ET_AL.sub(" ", body)
    body = _ROLE.sub(" ", body)
    body = _HONORIFIC.sub("", _LEAD.sub("", body.strip()))
    body = re.sub(r"\((?![A-ZÀ-ÞА-Я]{2,10}\))[^()]*\)|\[[^\[\]@]*\]", " ", body)
    body = _JOINT_AT_HEAD.sub("", " ".join(body.split()).strip(" ,;:&/-–—"))
    keeps_stop = _SUFFIX.search(body[-4:]) or re.search(r"\b(?:Inc|Ltd|Corp|Co)\.$", body)
    return body if keeps_stop else re.sub(r"(?<=[^\W\d_]{3})\.+$", "", body)


def _lists_bodies(body: str) -> bool:
    """Say whether a string that reads as a body's name is in truth a list."""
    if ";" in body or re.search(r"(?:[^\W\d_]{3}|[^\W\d_]\.)\s?/\s?[^\W\d_]{3}", body):
        return True
    return any(
        _splits_here(body[: match.start()], match.group().strip(), body[match.end() :])
        for match in _AND.finditer(body)
    )


def _person_like(part: str) -> bool:
    return bool(re.search(r",\s*[^\W\d_]\.", part))


def _groups(body: str) -> list[str]:
    """Split at hard boundaries: semicolons, slashes, bullets and conjunctions."""
    if ";" in body or "|" in body or "·" in body or "•" in body:
        pieces = re.split(r"\s*[;|·•]\s*", body)
    elif _SLASH.search(body):
        pieces = re.split(r"\s*/\s*", body)
    else:
        pieces = [body]
    out: list[str] = []
    for piece in pieces:
        start = 0
        for match in _AND.finditer(piece):
            if _splits_here(
                piece[start : match.start()], match.group().strip(), piece[match.end() :]
            ):
                out.append(piece[start : match.start()])
                start = match.end()
        out.append(piece[start:])
    return [group.strip(" ,") for group in out if group.strip(" ,.&")]


def _splits_here(left: str, joint: str, right: str) -> bool:
    word = joint.strip(" ,").casefold()
    bodies = is_corporate(left), is_corporate(right)
    if any(bodies):
        # "Department of Health and Human Services" is one body; "Fund" can head a second one.
        persons = (
            _person_like(right)
            or _person_like(left)
            or (not bodies[0] and len(left.split()) in (2, 3))
        )
        right_heads = heads_a_body(right.partition(",")[0])
        return (right_heads and (heads_a_body(left) or persons)) or (persons and not bodies[1])
    if word in {"y", "e"} and "," not in left:
        # "José Ortega y Gasset" is one man; so is "Ortega y Gasset, José".
        return len(left.split()) > 1 and len(right.partition(",")[0].split()) > 1
    return True


def _group_names(group: str) -> list[Name]:
    chunks = [chunk.strip() for chunk in re.split(r"\s*,\s*", group) if chunk.strip(" .")]
    if not chunks:
        return []
    if is_corporate(group) and not any(is_initials(chunk) for chunk in chunks):
        if len(chunks) == 1 or not all(is_corporate(chunk) for chunk in chunks):
            return [Name(literal=group)]
        return [Name(literal=chunk) for chunk in chunks]
    names: list[Name] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        if names and _SUFFIX.fullmatch(chunk) and names[-1].literal is None:
            names[-1] = _with_suffix(names[-1], chunk)
        elif names and len(chunk.split()) > 1 and chunk.split()[-1].islower():
            pass  # "Jane Doe, Washington correspondent": a description, no name
        elif following is not None and _is_inverted(chunk, following, chunks):
            names.append(_inverted(chunk, following))
            at += 1
        else:
            names.append(parse_name(chunk))
        at += 1
    return names


def _is_inverted(chunk: str, following: str, chunks: list[str]) -> bool:
    if _SUFFIX.fullmatch(following):
        return False
    words = chunk.split()
    if is_initials(following) and len(words) < 5:
        # "LEAL, R. P.": a short surname in capitals looks like initials.
        is_family = chunk is chunks[0] or ("." in following and "." not in chunk)
        return (is_family or not is_initials(chunk)) and not _ends_in_initials(chunk)
    given = [word for word in following.split() if word not in PARTICLES]
    lone_capitals = chunk.isupper() and len(words) == 1 and len(given) < 4
    if is_corporate(chunk) and not (lone_capitals and not is_corporate(following)):
        return False
    if _ends_in_initials(chunk):
        return False
    if _is_all_initials(following):
        return not is_initials(chunk)
    if words[0].casefold() in PARTICLES and len(words) > 1:
        return True
    if is_initials(words[0]) and len(words) > 1:
        return False
    if len(words) == 1:
        return True
    if chunk.isupper() and not following.isupper():
        return True
    if len(following.split()) == 1:
        return True
    return len(chunks) == 2 and len(words) == 2 and words[0].casefold() in IBERIAN


def _is_all_initials(text: str) -> bool:
    return all(len(word.strip(".")) == 1 or word.strip(".") in PARTICLES for word in text.split())


def _ends_in_initials(chunk: str) -> re.Match[str] | None:
    """Match "Family AB" and "Family A. B."; capital surnames ("SILVA NETO") are no initials."""
    match = _TAIL_INITIALS.match(chunk)
    if (
        match is None
        or _SUFFIX.fullmatch(match["given"])
        or is_initials(match["family"].split()[0])
    ):
        return None
    shouted = match["family"].isupper() and len(re.sub(r"\W", "", match["given"])) > 2
    return None if shouted else match


def parse_name(text: str) -> Name:
    """Read one name that stands alone, in direct or inverted order."""
    body = " ".join(text.split()).strip(" ,;")
    if "," in body:
        family, _, given = body.partition(",")
        return _inverted(family.strip(), given.strip(" ,"))
    if _HANDLE.fullmatch(body) or is_corporate(body):
        return Name(literal=body)
    words = body.split()
    if len(words) == 1:
        return Name(family=_normal_case(body.rstrip(".") if len(body) > 2 else body))
    tail = _ends_in_initials(body)
    if tail:
        return _inverted(tail["family"], tail["given"].strip())
    suffix = None
    if (
        len(words) > 2
        and _SUFFIX.fullmatch(words[-1])
        and words[-1].casefold() not in FAMILY_SUFFIXES
    ):
        suffix, words = words[-1], words[:-1]
    name = _direct(words)
    return name if suffix is None else _with_suffix(name, suffix)


def _direct(words: list[str]) -> Name:
    capital = [
        (len(word.strip(".-")) > 1 and word.isupper() and not is_initials(word)) or _long_caps(word)
        for word in words
    ]
    if any(capital) and not all(capital):
        # Capitals mark the family name wherever it stands: "THELEN Kathleen", "Ghaith ABDUL-AHAD".
        family = [word for word, is_family in zip(words, capital, strict=True) if is_family]
        given = [word for word, is_family in zip(words, capital, strict=True) if not is_family]
        while given and given[-1] in PARTICLES:
            family.insert(0, given.pop())
        if given:
            return _inverted(" ".join(family), " ".join(given))
    at = len(words) - 1
    if at >= 2 and words[-1].casefold() in FAMILY_SUFFIXES:
        at -= 1
    for index, word in enumerate(words[1:-1], 1):
        if word.casefold().rstrip(".") in FAMILY_OPENERS and not (
            is_initials(word) and len(word) < 3
        ):
            at = index
            break
    else:
        if at >= 2 and words[at - 1].casefold() in IBERIAN:
            at -= 1
    if words[0] in PARTICLES or (words[0].casefold() in PATRONYMICS and len(words) == 2):
        return _inverted(" ".join(words), "")
    if words[0].casefold() in VIETNAMESE and len(words) > 2:
        return _inverted(words[0], " ".join(words[1:]))
    if len(words) > 3 and words[-2] == "y":
        # "José Ortega y Gasset"
        at = len(words) - 3
    return _inverted(" ".join(words[at:]), " ".join(words[:at]))


def _long_caps(word: str) -> bool:
    return word.isupper() and len([sign for sign in word if sign.isalpha()]) >= 4


def _inverted(family: str, given: str) -> Name:
    suffix = None
    family_words, given_words = family.split(), given.split()
    if given_words and _SUFFIX.fullmatch(given_words[-1].strip(".")) and len(given_words) > 1:
        suffix = given_words.pop()
    if (
        len(family_words) > 1
        and _SUFFIX.fullmatch(family_words[-1])
        and family_words[-1].casefold() not in FAMILY_SUFFIXES
    ):
        suffix = family_words.pop()
    is_capital = family.isupper()
    particle: list[str] = []
    while len(family_words) > 1 and _is_particle(family_words[0], is_capital=is_capital):
        particle.append(family_words.pop(0))
    while len(given_words) > 1 and _is_particle(given_words[-1].strip(".,"), is_capital=False):
        particle.insert(0, given_words.pop().strip("."))
    return Name(
        family=_normal_case(" ".join(family_words)) or None,
        given=_given_case(" ".join(given_words)) or None,
        particle=" ".join(particle).casefold() or None,
        suffix=suffix.strip(",") if suffix else None,
    )


def _is_particle(word: str, *, is_capital: bool) -> bool:
    return word in PARTICLES or word in {"v", "v."} or (is_capital and word.casefold() in PARTICLES)


def _with_suffix(name: Name, suffix: str) -> Name:
    return Name(family=name.family, given=name.given, particle=name.particle, suffix=suffix)


def _normal_case(text: str) -> str:
    """Turn a capital surname into normal case: "ABDUL-AHAD" gives "Abdul-Ahad"."""
    if not text.isupper() or len([sign for sign in text if sign.isalpha()]) < 2:
        return text
    lowered = re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize(), text)
    lowered = re.sub(r"\bMc([a-z])", lambda match: "Mc" + match[1].upper(), lowered)
    return unicodedata.normalize("NFC", lowered)


def _given_case(text: str) -> str:
    words = [_normal_case(word) if _long_caps(word) else word for word in text.split()]
    return " ".join(words)


def _cjk_names(body: str) -> tuple[Name, ...]:
    parts = re.split(r"\s*[,;、，；·・/&]\s*|\s+(?:and|와|과|및)\s+", body)
    names: list[Name] = []
    for part in parts:
        cleaned = part.strip(" .")
        if not cleaned:
            continue
        names.append(_cjk_name(cleaned) if _CJK.search(cleaned) else parse_name(cleaned))
    return tuple(names)


def _cjk_name(text: str) -> Name:
    """Family name first; only Korean and Chinese names of two to four signs can be split."""
    spaced = text.split()
    if len(spaced) == 2:
        return Name(family=spaced[0], given=spaced[1])
    whole_script = _HANGUL.fullmatch(text) or _HAN.fullmatch(text)
    if (
        not whole_script
        or not 2 <= len(text) <= 4
        or (_HAN.fullmatch(text) and len(text) == 4 and text[:2] not in _COMPOUND_CJK)
    ):
        return Name(literal=text)
    size = 2 if text[:2] in _COMPOUND_CJK and len(text) > 2 else 1
    return Name(family=text[:size], given=text[size:])
