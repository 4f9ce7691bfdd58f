"""News outlets that a text speaks of, and whether one of them is the text's own."""

import re
from collections.abc import Iterator

from factcheck.language import source_words
from factcheck.model.analysis import Analysis
from factcheck.model.article import Article, BlockKind, Span

AGENCIES = (
    *("Reuters", "Associated Press", "AP", "Agence France-Presse", "AFP", "dpa", "Bloomberg"),
    *("Xinhua", "TASS", "Interfax", "RIA Novosti", "EFE", "Europa Press", "ANSA", "Lusa", "Belga"),
    *("PA Media", "Press Association", "UPI", "Canadian Press", "Dow Jones Newswires", "Ritzau"),
    *("Kyodo", "Jiji", "Yonhap", "KCNA", "Antara", "Bernama", "Australian Associated Press"),
    *("Press Trust of India", "PTI", "IANS", "ANI", "Anadolu", "IRNA", "WAFA", "Ukrinform"),
    *("NAN", "Panapress", "Prensa Latina", "Télam", "Notimex", "Inter Press Service"),
)
"""Agencies whose copy others print."""

_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_WORD = r"(?:[\w&'’-]|\.(?=\w))*"
_NAME = rf"(?P<name>[A-Z]{_WORD}(?: (?:[A-Z]|\d){_WORD}){{0,3}})"
# What an outlet is, before its name ("the podcast Sleeve Notes") or after it ("Quay magazine").
_KIND = (
    r"(?:newspaper|tabloid|broadsheet|magazine|news ?(?:site|website|portal|outlet|channel|"
    r"letter|agency|service|bulletin|magazine)|wire service|press agency|podcast|broadcaster|"
    r"(?:radio|TV|television|breakfast|current affairs) (?:station|channel|network|programme|"
    r"program|show)|blog|vlog|fanzine|newsletter|weekly|daily|fortnightly|YouTube channel|"
    r"(?:local|trade|student|community|Sunday) (?:paper|title|publication|journal|radio)|"
    r"state (?:television|TV|radio|media))"
)
_KIND_AFTER = (
    r"(?:newspaper|magazine|podcast|radio|television|TV|FM|news (?:site|website|agency|channel)|"
    r"tabloid|blog|newsletter|website|weekly|daily)"
)
_INTRODUCED = re.compile(
    rf"\b{_KIND},? (?:the |The |called )?{_NAME}"
    rf"|{_NAME.replace('name', 'other')}(?=,? (?:(?:the|a|an) (?:\w+ )?)?{_KIND_AFTER}\b)"
)
_TITLED = frozenset({"Daily", "Evening", "Morning", "Weekly", "Radio", "Channel", "TV"})
_SAYING = (
    r"(?:reported|reports|reporting|wrote|writes|claimed|claims|said|says|revealed|reveals|"
    r"disclosed|quoted|quotes|cited|cites|alleged|alleges|found|understands|learned|learnt|"
    r"published|noted|notes|named|put|puts|estimated|calculated)"
)
# "an investigation by the Border Times", "as reported in", "according to"
_ITEM_OF = (
    r"(?:[Aa]ccording to|[Pp]er|[Vv]ia|[Cc]iting|[Qq]uoting|"
    r"(?:reported|revealed|quoted|cited|published|printed|carried|aired|broadcast|disclosed|"
    r"uncovered|obtained|seen|named|quoted as saying|cited as saying) (?:by|in|on)"
    r"|(?:investigations?|reports?|articles?|interviews?|stor(?:y|ies)|polls?|surveys?|analys[ie]s|"
    r"editorials?|profiles?|documentar(?:y|ies)|columns?|features?|pieces?|essays?|op-eds?|"
    r"expos[eé]s?|scoops?|series|dispatch(?:es)?|review|broadcasts?) (?:by|in|for|on|from)"
    r"|[Rr]eports? (?:in|by|from|on)|(?:wrote|writing|writes|appeared|ran|says|said) (?:in|on))"
)
_CREDITED = re.compile(
    rf"\b(?:[Tt]he )?{_NAME}(?:,? {_KIND_AFTER})?,? "
    rf"(?:(?:has|had|have|also|first|later|last \w+) )?{_SAYING}\b(?! (?:us|me)\b)"
    rf"|\b{_ITEM_OF} (?:the |The |an? )?(?:(?:\w+ )?\w+['’]s )?(?:\w+ )?(?:{_KIND},? )?"
    rf"(?:the |The )?{_NAME.replace('name', 'other')}"
)
# One that has no name and is still one: "the state news agency".
_NAMELESS = re.compile(
    r"\b(?P<lead>(?:by|to|on|told|in) )?(?P<name>(?:[Tt]he )?(?:[Ss]tate|[Ss]tate-(?:run|owned|"
    r"controlled)|[Oo]fficial|[Pp]ro-government) (?:news agency|television|TV|radio|broadcaster|"
    r"newspaper|daily|wire|news site|media))\b"
    r"(?(lead)|(?= (?:has |had |have |also )?(?:reported|reports|said|says|claimed|claims|quoted)))"
)
_OUTLET_NAME = re.compile(
    r"\b(?:(?:told|tells|telling|readers of|viewers of|listeners to|reported by|quoted by|"
    r"interviewed by|contacted by|reached by)|"
    r"(?:said|says|disclosed|discloses|confirmed|explained|admitted|revealed|confided|complained|"
    r"speaking|speaks|spoke|spoken|talking|talked|statements?|comments?|remarks|interviews?|letter|"
    r"e-?mail|(?:text )?messages?|calls?|conversations?) (?:to|with|in|for|by)) (?:[Tt]he )?"
    rf"(?:(?:\w+ )?{_KIND},? (?:the |The )?)?"
    + _NAME
    + r"|\b[Oo]n (?:the |The )?(?P<other>[A-Z][\w&'’.-]*(?: [A-Z][\w&'’.-]*){0,3}"
    r"(?= podcast\b| show\b))"
)
# An outlet by what it does, whatever it is called: "FreightBeat first reported".
_REPORTED = re.compile(
    rf"\b(?:[Tt]he )?{_NAME} (?:(?:first|originally|earlier|previously) (?:reported|revealed)|"
    r"(?:has )?(?:revealed|uncovered)(?=,| last| this| in [A-Z]| on \w+day|\.)|"
    r"broke the (?:story|news)|reported (?:at the weekend|on its (?:website|front page)))\b"
    rf"|\bas (?:the )?{_NAME.replace('name', 'third')} (?:first |then |also )?"
    r"(?:reported|revealed|disclosed)\b"
    r"|\b(?P<foreign>(?:La|Le|Les|El|Los|Il|Lo|Die|Der|Das|O) [A-Z]\w+) (?:reported|wrote|"
    r"reports)\b"
    rf"|\b(?:first|originally|previously) (?:reported|published|revealed) (?:by|in) (?:the )?"
    rf"{_NAME.replace('name', 'other')}"
)
_REQUEST = (
    r"(?i:requests?|questions?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|calls?|e-?mails?|"
    r"messages?|letters?|approach(?:es)?|demands?|invitations?|attempts?|efforts?)"
)
_STAFF = (
    r"(?:reporters?|correspondents?|journalists?|crews?|teams?|cameras?|photographers?|producers?|"
    r"presenters?|researchers?|microphones?)"
)
_ASKER = re.compile(
    rf"\b{_REQUEST}(?: for (?:an? )?[a-z]{{3,12}})? "
    rf"(?:from|by|sent by|put by|sent from|made by|left by) (?:[Tt]he )?{_NAME}"
    rf"|\b(?:(?:a|an|the|several|two|three|repeated|multiple|both) |(?:to|of) (?:[Tt]he )?)"
    rf"{_NAME.replace('name', 'subject')}(?:['’]s?)? (?:\w+ ){{0,2}}{_REQUEST}\b"
    r"|\b(?:approached|contacted|asked|reached|called|phoned|telephoned|rung|pressed|questioned|"
    r"interviewed|e-?mailed|messaged|tracked down|doorstepped|confronted|visited) (?:\w+ )?by "
    rf"(?:[Tt]he )?{_NAME.replace('name', 'by')}"
    rf"|\b(?:when|after|before|as|until|that) (?:[Tt]he )?{_NAME.replace('name', 'when')} "
    r"(?:rang|called|phoned|telephoned|asked|contacted|approached|visited|e-?mailed|knocked|"
    r"reached|sent|put|went)"
    r"|\b(?:comment|commenting|speak|speaking|talk|talking|respond|reply|elaborate|details|"
    r"interview|interviewed|statement|answer|response|comments?) (?:[a-z]+ )?(?:to|with|by|for) "
    rf"(?:[Tt]he )?{_NAME.replace('name', 'to')}"
    rf"|\b(?:[Tt]he )?{_NAME.replace('name', 'seeker')} (?:could not|was unable|were unable|"
    r"was not able|did not|has not|had not|received no|got no|had no|has (?:approached|contacted|"
    r"asked|sought|reached|requested)|approached|contacted|reached out|sought|is seeking|"
    r"requested|tried)\b"
    rf"|\btold (?:[Tt]he )?{_NAME.replace('name', 'heard')}(?= (?:that )?(?:he|she|they|it) "
    r"(?:had|would|could|did|does|do|has|was)(?: not|n['’]t| no) |[.,]? ?\Z)"
    rf"|\b(?:on|from|to|by|at|past) (?:an?|the|two|three) {_NAME.replace('name', 'staff')}"
    rf"(?:['’]s?)? (?:\w+ )?{_STAFF}\b"
    rf"|\b{_NAME.replace('name', 'theirs')}['’]s? {_STAFF}\b"
    r"|\b(?:respond|responded|reply|replied|get back|got back|answer|comment|speak|talk|spoken) "
    rf"to (?:[Tt]he )?{_NAME.replace('name', 'answered')}"
)
# Only the press asks for comment or an interview, whatever it is called.
_FOR_COMMENT = r"(?:comment|an interview|interviews?|reaction|a (?:comment|response|reaction))"
_PRESS_ASKS = re.compile(
    rf"\b(?i:requests?|calls?|e-?mails?|approach(?:es)?) (?:for {_FOR_COMMENT} )?(?:from|by) "
    rf"(?:the )?{_NAME} for {_FOR_COMMENT}"
    rf"|\b(?i:requests?|calls?) for {_FOR_COMMENT} (?:\w+ )?(?:from|by) (?:the )?"
    rf"{_NAME.replace('name', 'from')}"
    rf"|\b{_NAME.replace('name', 'whose')}(?:['’]s?)? (?:\w+ )?"
    r"(?:(?:requests?|calls?) for (?:comment|an interview|interviews|reaction|a response)|"
    r"interview requests?)\b"
    r"|\b(?:approached|contacted|asked|reached|e-?mailed|called) (?:for comment )?by (?:the )?"
    rf"{_NAME.replace('name', 'by')}(?= for {_FOR_COMMENT}| about|[,.])"
    rf"|\b(?:comment|commenting|an interview|be interviewed|give interviews) (?:to|by|with|for) "
    rf"(?:the )?{_NAME.replace('name', 'to')}"
    rf"|\b(?:when|after) (?:the )?{_NAME.replace('name', 'when')} "
    rf"(?:asked|approached|contacted|sought|reached)[^.,;]{{0,60}} {_FOR_COMMENT}\b"
    rf"|\b(?:[Tt]he )?{_NAME.replace('name', 'seeker')} (?:has |had |also )?(?:asked|approached|"
    rf"contacted|reached out to)[^.,;]{{1,80}} for {_FOR_COMMENT}\b"
)
_NOBODY_S = frozenset({"The", "A", "An", "We", "I", "It", "They", "He", "She", "You", "All", "Any"})
_ARTICLES = frozenset(
    {"La", "Le", "Les", "El", "Los", "Il", "Lo", "Die", "Der", "Das", "De", "Het"}
)
_SECTIONS = frozenset({"sport", "sports", "business", "politics", "world", "africa", "asia"})
_ACRONYM = re.compile(r"[A-Z]{1,4}(?:TV|BC|FM|NN)\d?")


def is_own(article: Article, name: str) -> bool:
    """Tell whether an outlet's name is that of the site, or of its address."""
    wanted = _squeezed(name.removeprefix("the ").removeprefix("The "))
    site = _squeezed(article.site_name or "")
    host = _squeezed((article.url or "").partition("//")[2].partition("/")[0])
    short = len(wanted) < 4  # "AP" is in many a word
    if short:
        return wanted == site or f"{wanted}news" in host or host.startswith(f"www{wanted}com")
    return bool(wanted) and (wanted in site or wanted in host or (bool(site) and site in wanted))


def _squeezed(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def introduced(text: str) -> tuple[str, ...]:
    """Return the names that a text itself says are outlets': "the podcast Quayside"."""
    found = (match["name"] or match["other"] for match in _INTRODUCED.finditer(text))
    return tuple(dict.fromkeys(name.rstrip(".'’").removesuffix("’s") for name in found))


def wires(text: str) -> tuple[str, ...]:
    """Return those of them that are news agencies: "the news agency Harbour Wire"."""
    return tuple(
        dict.fromkeys(
            (match["name"] or match["other"]).rstrip(".'’")
            for match in _INTRODUCED.finditer(text)
            if re.search(r"\b(?:agency|wire service)\b", text[match.start() : match.end() + 30])
        )
    )


def told(analysis: Analysis) -> Iterator[tuple[str, Span]]:
    """Yield (name, place) of each outlet that somebody told something, in order; own ones too."""
    yield from _named(analysis, _OUTLET_NAME)


def asked(analysis: Analysis) -> Iterator[tuple[str, Span]]:
    """Yield (name, place) of each outlet that asked somebody for an answer; own ones too."""
    yield from _named(analysis, _ASKER)
    for sentence in analysis.sentences:
        if analysis.article.blocks[sentence.block].kind in _BODY:
            for match in _PRESS_ASKS.finditer(analysis.article.quote(sentence.span)):
                group = match.lastgroup or "name"
                name = match[group].rstrip(".'’").removesuffix("’s").removesuffix("'s")
                body = name.split()[-1].casefold() in source_words.ORGANISATIONS
                if name not in _NOBODY_S and not body:
                    start = sentence.span.start + match.start(group)
                    yield name, Span(start, start + len(name))


def reported(analysis: Analysis) -> Iterator[tuple[str, Span]]:
    """Yield (name, place) of each outlet or body that "first reported" something, in order."""
    for sentence in analysis.sentences:
        if analysis.article.blocks[sentence.block].kind in _BODY:
            for match in _REPORTED.finditer(analysis.article.quote(sentence.span)):
                group = next(each for each in ("name", "other", "third", "foreign") if match[each])
                name = match[group].rstrip(".'’")
                start = sentence.span.start + match.start(group)
                if name.split()[-1].casefold() not in source_words.ORGANISATIONS:
                    yield name, Span(start, start + len(name))


def credited(analysis: Analysis) -> Iterator[tuple[str, Span]]:
    """Yield (name, place) of each outlet that says something or in which it stands, own ones too.

    State media without a name are among them.
    """
    yield from _named(analysis, _CREDITED)
    for sentence in analysis.sentences:
        if analysis.article.blocks[sentence.block].kind in _BODY:
            for match in _NAMELESS.finditer(analysis.article.quote(sentence.span)):
                start = sentence.span.start + match.start("name")
                yield match["name"], Span(start, start + len(match["name"]))


def _named(analysis: Analysis, pattern: re.Pattern[str]) -> Iterator[tuple[str, Span]]:
    names = {name.casefold() for name in (*AGENCIES, *introduced(analysis.article.text))}
    names.update(name.casefold() for name, _ in reported(analysis))
    for sentence in analysis.sentences:
        if analysis.article.blocks[sentence.block].kind not in _BODY:
            continue
        text = analysis.article.quote(sentence.span)
        for match in pattern.finditer(text):
            group = match.lastgroup or "name"
            words = match[group].rstrip(".'’").removesuffix("’s").removesuffix("'s").split()
            if group == "other" and pattern is _OUTLET_NAME:
                kept = len(words)
            else:
                lengths = range(len(words), 0, -1)
                kept = next((n for n in lengths if _is_outlet(words[:n], names)), 0)
            if kept:
                known = " ".join(words[:kept])
                start = sentence.span.start + match.start(group)
                yield known, Span(start, start + len(known))


def _is_outlet(words: list[str], agencies: set[str]) -> bool:
    last = words[-1].casefold()
    bare = words[1:] if words[0] == "The" and len(words) > 1 else words
    titled = len(bare) > 1 and bare[0] in _TITLED | _ARTICLES
    wire = len(words) > 2 and words[-1] == "Agency" and words[-2] in {"News", "Press"}
    section = len(bare) > 1 and last in _SECTIONS
    spelled = _ACRONYM.fullmatch(words[-1]) is not None
    known = " ".join(bare).casefold() in agencies or last in source_words.OUTLET_NAMES
    return known or wire or titled or section or spelled
