"""Lines that say that somebody was asked and did not answer, and who did the asking."""

import re

_UNANSWERED = re.compile(
    r"\b(?:(?:did|do|does|has|have|had)(?: not|n['’]t) (?:immediately |yet |right away )?"
    r"(?:respond|repl(?:y|ied)|return|react|answer)(?:ed)?\b"
    r"|could(?: not|n['’]t) (?:immediately )?be (?:immediately )?(?:reached|contacted)"
    r"|(?:went|remained|have gone|has gone|were left) (?:unanswered|unreturned)"
    r"|(?:was|were) (?:not (?:immediately )?available|unavailable) (?:for|to) comment"
    r"|(?:has|had|have|gave|offered|made|issued|provided) (?:given |offered |made |issued )?no "
    r"(?:immediate |further )?(?:response|reply|comment|answer)\b"
    r"|(?:ignored|brushed aside) (?:[a-z]+ ){0,2}(?:requests?|calls|e-?mails|questions|messages)"
    r"|(?:would|could) not (?:comment|be drawn|discuss)"
    r"|no (?:reply|response|answer|comment) (?:had been|was|has been|came)\b"
    r"|(?:declined|refused|has refused|have refused|declines) to "
    r"(?:comment|speak|give (?:\w+ )?details|elaborate))",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"\b(?:declined|refused|declines|refuses)\b", re.IGNORECASE)
_OWN_ASKER = re.compile(
    r"\b(?:our|my|us|me|we|I|this (?:newspaper|paper|site|magazine|newsletter|publication))\b"
)

_OTHERS_ASKER = re.compile(
    r"\bthe (?:newspaper|paper|magazine|broadcaster|channel|station|website|site|outlet|programme|"
    r"podcast|news agency|wire service|blog|network)(?:['’]s (?:\w+ )?(?:requests?|questions?|"
    r"calls?|"
    r"inquir\w+|enquir\w+|quer\w+|e-?mails?|messages?|approach\w*)|(?= (?:when|before|"
    r"by the time|by "
    r"press)))|\b(?:from|by) the (?:newspaper|magazine|broadcaster|channel|website|outlet|"
    r"programme)\b"
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
