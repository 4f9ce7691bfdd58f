"""Sentences that state something and are still no claim that wants a source of its own.

An editor asks nobody to source what follows from the sentence before, what the writer did or saw,
how an inquiry stands, what an assembly voted, the facts of a life in an obituary, advice, or
a verdict; nor the course of a game in a match report, or the figures of an article that tells how
its makers came by them. The patterns are of phrases that make such sentences in any text; they are
English.
"""

import re
from collections.abc import Iterable
from enum import Enum

_FLAGS = re.IGNORECASE


class Statement(Enum):
    """What a sentence does, where it is more than to state a fact."""

    INFERENCE = "inference"  # follows from what was just said
    OWN_WORK = "own work"  # what the writer did, counted or holds
    PENDING = "pending"  # what an inquiry does not know yet, what nobody would say
    ADVICE = "advice"  # what the reader might do or pay
    VERDICT = "verdict"  # a judgement or a general truth without a name, date or figure
    LIFE = "life"  # a fact of a life: birth, schooling, marriage, survivors
    VOTE = "vote"  # how an assembly voted, in public and on record
    MARKET = "market"  # a price that an exchange publishes
    OWN_LIFE = "own life"  # what the writer, or the body that writes, tells of itself
    CONDITION = "condition"  # what would be if


_INFERENCE = re.compile(
    r"(?:that|this|which|it) (?:leaves|left|means|meant|makes|made|gives|gave|brings|brought|"
    r"comes|came"
    r"|amounts? to|adds up|works out|would (?:take|mean|leave|make))\b|(?:that|this) (?:is|"
    r"was) (?:about|"
    r"roughly|some|just|nearly|less|more|\d|one|two|three|four|five|six|seven|eight|nine|ten|half)\b|"
    r"(?:that|this) is (?:a|an|the) \w+ (?:that |which )?(?:you|one|we|nobody|no one)\b|"
    r"either way\b|"
    r"(?:all in all|in short|in sum|on balance|all told)\b|the (?:unspent|balance|surplus|"
    r"leftover)\b|"
    r"so (?:a|an|the|if|by|for|each|every|in)\b|now (?:let|suppose|take|imagine|say)\b|"
    r"in other words\b|put (?:differently|another way)\b|at (?:that|this) (?:rate|"
    r"pace)\b|on (?:those|these|that) (?:figures|numbers|terms)\b|the (?:remaining|rest)\b|"
    r"(?:taken )?together,|by (?:that|this) measure\b|the difference\b",
    _FLAGS,
)
# The same, wherever it stands in the sentence.
_RECKONED = re.compile(
    r"\bthat (?:comes|came|adds up|works out|amounts|amounted) to\b|, (?:then|therefore|"
    r"in other words),|"
    r"\bby (?:my|our) (?:own )?(?:sums?|reckoning|count|arithmetic|calculations?|estimate)\b",
    _FLAGS,
)
_SUMMARY = re.compile(
    r"(?:the|this|that|these|those|such an?) (?:improvement|progress|rise|fall|increase|decrease|"
    r"decline|drop|growth|gap|trend|pattern|change|shift|picture|result|finding|conclusion|contrast|"
    r"recovery|slowdown|effect|imbalance|shortfall|gain|loss|saving)(?:e?s)? (?:is|are|was|were|"
    r"has|have|holds?|looks?|remains?)\b",
    _FLAGS,
)
_DATA_WORK = re.compile(
    r"\b(?:we|I) (?:also |have |then |first )?(?:surveyed|counted|analy[sz]ed|examined|measured|"
    r"tested|reviewed|obtained|compared|downloaded|compiled|collected|gathered|coded|matched|sampled|"
    r"calculated|computed|tallied|excluded|dropped|left out|read (?:all|every|each|\d))\b",
    _FLAGS,
)
_OWN_WORK = re.compile(
    rf"{_DATA_WORK.pattern}|"
    r"\bour (?:own )?(?:\w+ )?(?:inspectors?|staff|volunteers?|monitors?|surveyors?|members|"
    r"auditors?|"
    r"crews?|colleagues|people) (?:\w+ )?(?:saw|found|opened|visited|counted|checked|called|"
    r"measured|"
    r"tested|recorded|asked|spoke|met|went|inspected)\b|"
    r"\b(?:my|our) (?:own )?(?:tests?|testing|kitchen scales?|measurements?|readings|stopwatch|"
    r"bench|"
    r"notebook|notes)\b|"
    r"\b(?:we|I) (?:also |have |then |first )?(?:visited|interviewed|checked|asked|spoke|travelled|"
    r"traveled|walked|saw|met|hold|have seen|set out|requested|treated|defined)\b|"
    r"\bour (?:own )?(?:survey|visits?|count|analysis|"
    r"calculations?|teams?|researchers?|interviews|findings|reporting|correspondent)\b|"
    r"\b(?:has|have) (?:seen|obtained|reviewed|examined) (?:a |an |the |copies |it)|"
    r"\b(?:a )?cop(?:y|ies) of which (?:we|I|the)\b|"
    r"\b(?:draws on|is based on|are based on|sets out) .{0,60}(?:interviews?|survey|figures|"
    r"statistics|data|documents|visits?|teams|saw)",
    _FLAGS,
)
_PENDING = re.compile(
    r"\b(?:has|have|had) (?:not|yet to|so far not)(?: yet)? (?:been |be )?(?:establish|determin|"
    r"releas|identif|confirm|announc|disclos|said|say|publish|decided|decide|charged)\w*|"
    r"\b(?:remains?|is|are) (?:still )?(?:an open question|unclear|unknown|under investigation|"
    r"missing|"
    r"unaccounted for)\b|"
    r"\b(?:declined|refused) to (?:say|give|name|provide|share|release|disclose|discuss|identify|"
    r"confirm|describe)\b|\bnames? (?:of [\w’' ]{2,30} )?(?:has|have) been changed\b",
    _FLAGS,
)
_VOTE = re.compile(
    r"\b(?:voted|votes?|carried|passed|approved|adopted|rejected|defeated|won|lost|backed|agreed)\b"
    r"[^.;]{0,60}?\b(?:by )?\d+ (?:votes? )?(?:to|[-–]|against|for and) ?\d+\b|"
    r"\bby \d+ votes to \d+\b|\b\d+[-–]\d+ vote\b|\bin voting (?:no|yes|against|for)\b|"
    r"\bvoted (?:no|yes|against|in favou?r)\b",
    _FLAGS,
)
_MYSELF = re.compile(
    r"(?:I|My|I['’](?:ve|m|d|ll))\b(?! (?:think|believe|am told|understand|hear)\b)"
)
# The makers of a report or a dispatch say what they did: "This year we paired 40 children".
_OURSELVES = re.compile(
    r"[^.;“\"‘]{0,70}\bwe (?:[a-z]{3,}ed|went|saw|found|met|spoke|held|drove|took|ran|left|came|"
    r"sat|stood)"
    r"\b|(?:[^,.;]{3,30}, |(?:this|last|that|each|every) \w+ |in \w+ )?we (?!(?:all|are|need|must|"
    r"should|"
    r"live|know|face|have to|cannot|can)\b)",
    _FLAGS,
)
_MARKET = re.compile(
    r"\b(?:shares?|stock|units|futures|index)\b[^.;]{0,40}?\b(?:closed|opened|ended|traded|settled|"
    r"finished)\b[^.;]{0,20}?\d",
    _FLAGS,
)
_STRONG = re.compile(r"\bthe (?:\w+ ){0,2}?(?:[a-z]{2,12}est|most \w+|only|first)\b")
_CONDITION = re.compile(
    r"(?:should|were|had) (?:the|a|an|he|she|it|they|that|this|[A-Z])", re.DOTALL
)
_IF = re.compile(r"(?:if|unless|suppose|imagine)\b", _FLAGS)
_PLAY = re.compile(
    r"\b(?:goals?|scored|scorers?|equali[sz]er|penalty|half-?time|full-?time|kick-?off|wickets?|"
    r"innings|overs?|stumps|bowled|bowler|batsman|batters?|lbw|unbeaten|follow-on|run-?rate|"
    r"try|tries|scrum|lineout|set point|match point|tie-?break|break point|quarterback|touchdown|"
    r"yards|inning|homer|rebounds|free throws?|fairway|birdie|bogey|par|lap|pole position|"
    r"substitute|"
    r"keeper|goalkeeper|striker|midfielder|defender|referee|dismissal|century|boundary|boundaries|"
    r"fours|sixes|crease|slip|serve|served|deuce|semi-?final|quarter-?final)\b",
    _FLAGS,
)
_MARK = re.compile(r"[“”\"«»„]")
_PERSON = re.compile(r"(?<![\w.])(?:I|I['’](?:ve|m|d|ll)|my|[Ww]e)(?= [a-z])")
_FEWEST_PERSONS = 3
_PLAY_SHARE = 1 / 60  # of a match report's words; two or three such words make no report
_FEWEST_PLAYS = 8
_FEWEST_METHODS = 2  # sentences that tell how the makers came by their figures
_READER = re.compile(r"(?:if|when|whether) (?:you|your)\b", _FLAGS)
_ADVICE = re.compile(
    r"\b(?:ask for|book (?:ahead|early)|bring|allow yourself|head for)"
    r" |\b(?:rooms?|tickets?|doubles|beds|menus?|dinner|breakfast|entry) .{0,40}"
    r"(?:from|at|for|costs?) [$€£]\s?\d|\bthe plan was to\b",
    _FLAGS,
)
_OUGHT = re.compile(r"\b(?:should|ought to) (?!have\b)")
_IMPERATIVE = re.compile(
    r"(?:so |then |but |and |first, |instead, )?(?:please |never |always |do not |don['’]t )?"
    r"(?:talk|ask|try|use|keep|take|avoid|choose|change|check|start|stop|buy|pick|make|put|set|give|eat|"
    r"drink|wear|read|call|visit|bring|consider|remember|look|wait|leave|skip|save|add|mix|stir|bake|"
    r"cook|serve|turn|press|click|write|tell|think|learn|follow|note|imagine|expect|go|get|see)"
    r" (?!is\b|are\b|was\b|were\b|has\b|have\b|had\b)(?:to|the|a|an|your|it|them|this|that|at|"
    r"for|in|on|"
    r"up|out|off|down|only|with|as|by|no|some|all|any|each|every|when|before|after|into|about|over)\b",
    _FLAGS,
)
_COURT = re.compile(
    r"\b(?:courts?|judges?|sentenc\w+|jury|jurors|defendants?|barristers?|prosecut\w+|guilty|pleas?|"
    r"pleaded|counsel|bail|verdict|convict\w+|custody|trial|magistrates?|dock|hearing|appeal|offences?|"
    r"mitigat\w+|testif\w+|solicitor)\b",
    _FLAGS,
)
_FEWEST_COURT_WORDS = 7  # different ones
_COURT_SHARE = 1 / 60
_GENERAL = re.compile(
    r"(?:none|all|some|much|most) of (?:this|that|it|these|those)\b|not everyone\b|nobody\b|"
    r"everybody\b|(?:then )?there (?:is|are) (?:the|no|a)\b|(?:a|"
    r"an) [\w-]+(?: [\w-]+){0,2} is (?:a|an)\b|"
    r"[A-Z][a-z]+ (?:is|are) (?:a|an) [a-z]+ (?:found|made|used|that|which)\b",
    _FLAGS,
)
_LIFE = re.compile(
    r"\b(?:was|is|were) born\b|\bsurvived by\b|\b(?:studied|read) [\w ]{2,30} at\b|"
    r"\bgraduat(?:ed|ing)\b|\b(?:earned|received|took) (?:a|an|her|"
    r"his) [\w’' ]{0,20}(?:degree|doctorate|PhD|diploma)\b|"
    r"\bmarried\b|\bdied\b|\bleaves (?:a|her|his|two|three|behind)\b|\bmoved to\b|"
    r"\bbest known (?:for|as)\b|\b(?:daughter|son|"
    r"younger|elder|eldest|youngest) (?:of|child)\b|\bgraduate student\b|\bgrew up\b|^At (?:\d\d|"
    r"[a-z]+teen),? (?:he|she)\b",
)
_OBITUARY = re.compile(
    r"\bsurvived by\b|\bobituary\b|\b(?:leaves|is mourned by) (?:behind )?(?:a|an|his|her|their|"
    r"two|three"
    r"|four|five) (?:\w+ )?(?:sons?|daughters?|wife|husband|widow|widower|brothers?|sisters?|"
    r"children|"
    r"grandchildren|partner)\b",
    _FLAGS,
)
_AGE = re.compile(
    r", \d{1,3}(?=[,.])|\baged? \d{1,3}\b|\b\d{1,3}[- ]years?[- ]old\b|"
    r"\bwas (?:only )?(?:\d{1,2}|five|six|seven|eight|nine|ten|eleven|twelve)(?=[.,])|"
    r"^At \d{1,2},? (?=he|she)",
)
_APPOSED_SIZE = re.compile(
    r", (?:an?|the) [^,.]{3,60} of (?:some |about |around |nearly )?\d[\d.,]*(?: (?:million|"
    r"thousand|people|inhabitants|residents))*(?=[,.])"
)
_HEIGHT = re.compile(r"\b\d['’]\s?\d{1,2}[\"”″]|\b\d{1,2}ft\b|\b\d feet \d{1,2}\b")
_PARTICIPLE = re.compile(
    r"\b(?:is|are|gets?|be|being|becomes?) (?:\w+ly |not )?[a-z]{2,}(?:ed|en|ld|pt|ught|lt|rn|ut)\b"
)
_AT_A_TIME = re.compile(
    r"\b(?:ago|last|since|yesterday|now|already|no longer|still|lately|recently|soon|today|yet|"
    r"so far|"
    r"once|[Hh]e|[Ss]he)\b"
)
_CURE = re.compile(
    r"\b(?:flush|cleans|detoxif|cures?\b|heals?\b|boosts?\b|burns? fat|melts? away|rejuvenat|"
    r"revers|"
    r"diarrhoea|cancer|weight)\w*",
    _FLAGS,
)
_SPECIFIC = re.compile(r"\d|[^\s“‘\"(] [A-Z][a-z]")


def is_obituary(text: str) -> bool:
    """Tell whether an article is about somebody who has died, by its survivors' line."""
    return _OBITUARY.search(text) is not None


def is_match_report(text: str) -> bool:
    """Tell whether an article tells the course of a game, which its writer watched."""
    found = len({match.group().lower() for match in _PLAY.finditer(text)})
    plays = sum(1 for _ in _PLAY.finditer(text))
    return found >= _FEWEST_PLAYS and plays >= _PLAY_SHARE * (text.count(" ") + 1)


def is_court_report(text: str) -> bool:
    """Tell whether an article reports a hearing, which its writer followed."""
    found = [match.group().lower() for match in _COURT.finditer(text)]
    return len(set(found)) >= _FEWEST_COURT_WORDS and len(found) >= _COURT_SHARE * (
        text.count(" ") + 1
    )


def is_told_in_person(own_words: Iterable[str]) -> bool:
    """Tell whether a writer who was there tells an article: "I", "we", in words of nobody else."""
    return sum(map(is_in_person, own_words)) >= _FEWEST_PERSONS


def is_in_person(sentence: str) -> bool:
    """Tell whether a sentence without quotation marks says "I", "my" or "we"."""
    return _PERSON.search(sentence) is not None and _MARK.search(sentence) is None


def tells_its_method(sentences: Iterable[str]) -> bool:
    """Tell whether an article says how its makers counted, so that its figures are their own."""
    return sum(_DATA_WORK.search(each) is not None for each in sentences) >= _FEWEST_METHODS


def without_ages(sentence: str) -> str:
    """Return a sentence without ages, heights and a country's size in passing."""
    return _HEIGHT.sub(" ", _AGE.sub(" ", _APPOSED_SIZE.sub("", sentence)))


def is_general_truth(sentence: str, past: re.Pattern[str]) -> bool:
    """Tell whether a sentence tells how things are always, with no name, figure or time in it.

    ``past`` finds what has happened. Textbook knowledge wants no source; a cure does.
    """
    present = _PARTICIPLE.sub(" ", sentence)
    return not any(
        pattern.search(text)
        for pattern, text in (
            (_SPECIFIC, sentence[1:]),
            (_AT_A_TIME, sentence),
            (_CURE, sentence),
            (_STRONG, sentence),
            (past, present),
        )
    )


# What words anywhere in a sentence make of it, in the order that they are asked about.
_ANYWHERE = (
    (Statement.INFERENCE, _RECKONED),
    (Statement.OWN_WORK, _OWN_WORK),
    (Statement.VOTE, _VOTE),
    (Statement.MARKET, _MARKET),
    (Statement.PENDING, _PENDING),
    (Statement.ADVICE, _ADVICE),
)


def statement_of(sentence: str, *, obituary: bool = False) -> Statement | None:
    """Return what a sentence does where it wants no source of its own, None for a plain claim."""
    stripped = sentence.lstrip(" \"“‘'(—–-")
    specific = _SPECIFIC.search(stripped[1:]) is not None
    if _INFERENCE.match(stripped) or (_SUMMARY.match(stripped) and not specific):
        # "The gap is real": what the figures before it come to; a superlative is more than that.
        return None if _STRONG.search(stripped) else Statement.INFERENCE
    found = next((kind for kind, pattern in _ANYWHERE if pattern.search(sentence)), None)
    if found is not None:
        return found
    if _MYSELF.match(sentence) or _OURSELVES.match(sentence):
        return Statement.OWN_LIFE
    ought = _OUGHT.search(sentence) is not None and _MARK.search(sentence) is None
    if ought or _READER.match(stripped) or _IMPERATIVE.match(sentence):
        return Statement.ADVICE
    supposed = stripped[:1].lower() + stripped[1:]
    if "," in stripped and (_CONDITION.match(supposed) or _IF.match(stripped)):
        return Statement.CONDITION
    if obituary and _LIFE.search(sentence):
        return Statement.LIFE
    return Statement.VERDICT if _GENERAL.match(stripped) and not specific else None
