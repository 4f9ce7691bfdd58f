"""Lines that say that somebody was asked and did not answer, and who did the asking."""

import re

_ASK = (
    r"(?:(?:[\w’'-]+ ){0,3}(?:requests?|calls?|e-?mails?|questions?|messages?|invitations?|texts?))"
)
_NOT = (
    r"(?:(?:did|do|does|has|have|had|would|could|will|is|was|were)(?: not|n['’]t)|never|"
    r"(?:has|have|had|is|are) yet to|(?:has |have |had )?failed to|neither \w+ nor) "
    r"(?:immediately |yet |right away |even |so far |otherwise )?"
)
_UNANSWERED = re.compile(
    rf"\b(?:{_NOT}(?:respond|repl(?:y|ied)|return|react|answer|acknowledge|get back|got back|"
    r"pick up|picked up|take calls|taken calls|take (?:his|her|their|the) calls)(?:ed|d)?\b"
    r"|could(?: not|n['’]t) (?:immediately )?be (?:immediately )?(?:reached|contacted|located for|"
    r"found for|drawn)"
    r"|(?:went|remained|remain|have gone|has gone|had gone|were left|was left|are|were|was) "
    r"(?:unanswered|unreturned|not (?:answered|returned|picked up?|acknowledged))"
    r"|(?:was|were) (?:not (?:immediately )?(?:available|reachable)|unavailable|unreachable)"
    r"(?: (?:for|to) (?:comment|interview|an interview|be interviewed)\b| by (?:phone|telephone))"
    r"|(?:has|had|have|gave|got|offered|made|issued|provided|received|with) (?:been )?(?:given |"
    r"offered |made |issued |received |been )?no (?:immediate |further |official )?(?:response|"
    r"reply|comment|answer)\b"
    rf"|(?:ignored|brushed (?:aside|off)|rebuffed|dodged|deflected|rejected|waved away) {_ASK}"
    r"|turned (?:down|away) (?:[a-z]+ ){0,2}(?:requests?|interviews?|invitations?)"
    r"|(?:would|could|will)(?: not|n['’]t) (?:comment|be drawn|discuss|(?:speak|talk) (?:to|with)|"
    r"be interviewed|elaborate|answer|give (?:an interview|details))"
    r"|(?:did|do|does)(?: not|n['’]t) (?:want|wish|care) to (?:comment|speak|be interviewed)"
    r"|(?:was|were) (?:not (?:prepared|willing|able)|unwilling|unable) to (?:comment|speak|discuss|"
    r"answer|be interviewed)"
    r"|(?:chose|opted|preferred) not to (?:comment|speak|respond|answer|be interviewed)"
    r"|no (?:reply|response|answer|comment) (?:had been|was|has been|came)\b"
    rf"|(?:efforts|attempts|{_ASK}) (?:[\w’'-]+ ){{1,8}}?(?:were unsuccessful|failed|proved "
    r"(?:abortive|futile|unsuccessful|fruitless)|(?:did not|didn['’]t) (?:go through|connect)|"
    r"rang out|bounced)"
    r"|hung up\b|put (?:the|his|her|their) phone down|put down (?:the|his|her) (?:phone|receiver)"
    r"|(?:shut|closed|slammed) (?:the|his|her|its) (?:door|gate|window)|walked (?:past|away|off)"
    r"|drove (?:off|past|away)|shook (?:his|her|their) heads?|waved (?:\w+ )?away"
    r"|(?:kept|remained|stayed|was|were|has been) silent\b|met (?:with|by) silence"
    r"|(?:drew|elicited|brought|produced|met with|yielded|got) (?:no (?:reply|response|answer)|"
    r"silence|nothing)"
    r"|without (?:a |an |any )?(?:reply|answer|response|answering|replying|comment)\b"
    r"|(?:nobody|no one|no-one) (?:\w+ ){0,5}(?:answered|replied|responded|picked up|came to)"
    r"|[\"“‘]no comment\b|as yet unanswered|still waiting for|is awaiting|(?:has|had) still not"
    rf"|{_NOT}(?:comment(?! on)|speak (?:to|with)|talk (?:to|with)|call(?:ed)? back|"
    r"come (?:to the phone|back)|confirm or deny|grant|say(?= when asked)|be available)\b"
    r"|(?:was|were) unable to (?:contact|reach|get hold of)|could(?: not|n['’]t) (?:reach|contact)"
    r"|(?:has|have) (?:approached|contacted|reached out to) (?:[\w’'-]+ ){1,8}?for (?:an? )?"
    r"(?:comment|response|reply|statement)\b"
    r"|(?:has declined|have declined|had declined|declined|refused|has refused|have refused|"
    r"declines|refuses|declining|refusing) "
    r"(?:to (?:comment|speak|talk|discuss|answer|respond|say|be (?:interviewed|drawn)|"
    r"give (?:\w+ )?(?:details|interviews?|comment|statement)|elaborate|confirm or deny|"
    r"provide (?:\w+ )?(?:comment|details))"
    rf"|(?:an? |all |further )?(?:[A-Z]\w+ )?(?:interview|comment)|{_ASK}))",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"\b(?:declined|refused|declines|refuses)\b", re.IGNORECASE)
_OWN_ASKER = re.compile(
    r"\b(?:our|my|us|me|we|I|this (?:newspaper|paper|site|magazine|newsletter|publication))\b"
)

_PRESS = (
    r"(?:newspaper|magazine|broadcaster|channel|(?:radio|TV|television) station|website|news site|"
    r"outlet|programme|podcast|news agency|wire service|blog|paper|network|station|site|"
    r"newsletter|publication|daily|weekly|tabloid|broadsheet|documentary|(?:film|documentary|"
    r"programme)(?: ?-?makers?)|consortium|reporters?|journalists?|interviewer|presenter|host|"
    r"correspondent|producers?|news service|show|newsroom|news desk|sister paper|bureau)"
)
_OTHERS_ASKER = re.compile(
    rf"\b[Tt]he {_PRESS}(?:['’]s? (?:\w+ ){{0,2}}(?:requests?|questions?|calls?|[ei]nquir\w+|"
    r"quer\w+|e-?mails?|messages?|approach\w*|reporters?|journalists?)|(?= (?:when|before|by the "
    r"time|by press|could not|was unable|did not (?:receive|get)|received no|asked|approached|"
    r"contacted|rang|called|has (?:asked|approached|contacted))))"
    rf"|\b(?:from|by|with) (?:the|another|an?) (?:\w+ )?"
    rf"(?!paper|site|network|station|bureau|show|host){_PRESS}\b"
    rf"|\b(?:comment|commenting|speak|talk|interview) (?:to|with) (?:the|that) {_PRESS}\b"
    rf"|\btold the {_PRESS} (?:that )?(?:he|she|they|it) (?:had no|would not|could not|did not)\b"
)


def is_unanswered(text: str) -> bool:
    """Tell whether a sentence says that a request for comment got no answer."""
    return _UNANSWERED.search(text) is not None


def unanswered(text: str) -> tuple[int, int] | None:
    """Return where a sentence says that a request got no answer, as offsets into it, or None."""
    match = _UNANSWERED.search(text)
    return None if match is None else match.span()


def is_refusal(text: str) -> bool:
    """Tell whether somebody was reached and declined, so that the writer most likely asked."""
    return _REFUSED.search(text) is not None


def asked_by_the_writer(text: str) -> bool:
    """Tell whether a sentence says that the writer or the writer's own outlet did the asking."""
    return _OWN_ASKER.search(text) is not None


def asked_by_another(text: str) -> bool:
    """Tell whether a sentence says that "the newspaper" asked, which is somebody else's."""
    return _OTHERS_ASKER.search(text) is not None
