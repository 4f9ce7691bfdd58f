"""Words by which a text speaks with the voice of a news agency, compiled by hand."""

import re
from functools import cache

_ASKED = (
    r"(?:requests?|demands?|questions?|calls?|e-?mails?|inquir(?:y|ies)|enquir(?:y|ies)|"
    r"quer(?:y|ies)|messages?|approach(?:es)?) (?:for comment|from|by|to|sent(?: by)?)"
)
THIS = re.compile(
    r"\bthis (?:news |wire )?(?:agency|wire service)\b|"
    r"\b(?:by|to|with|from|told) the (?:news|wire) (?:agency|service)\b",
    re.IGNORECASE,
)
CREDITS = re.compile(
    r"(?:additional )?(?:reporting|writing|editing) by .{3,200}?;\s?"
    r"(?:additional |further )?(?:reporting|writing|editing) (?:by|from)\b"
    r"|\([^()]{0,80}\b(?:reporting|editing) by [^()]{3,200}\)"
    r"|\A[(*_]*(?:reporting|writing|editing|graphics?) by (?:[A-Z][\w.’'-]+[ ,]*)+"
    r"|\A\((?:adds|updates|recasts|corrects|refiles|rewrites|repeats|writes through)\b[^()]*\)"
    r"|\bwith (?:(?:inputs?|contributions?|additional reporting) from|input from) "
    r"(?:the )?(?:news |wire )?(?:agenc(?:y|ies)|wires?)\b|\bwith agency inputs?\b",
    re.IGNORECASE,
)
# "The Alliance of Free Peasants (AFP)": the letters are somebody else's in this text.
SPELLED_OUT = re.compile(
    r"\b(?P<long>(?:[A-Z][\w’'-]+ )(?:(?:(?:of|for|the|and|de|des|du|del) )*[A-Z][\w’'-]+ )+)"
    r"\((?P<short>[A-Z]{2,5})\)(?! ?[-–—])"
)
ITEM = re.compile(r"[(\[](?=[^()\[\]]{0,200}(?:\d{4}|[“\"]|\w\.\w{2,}/|https?:|\bp\.? ?\d))")
_EYES = (
    r"(?:correspondents?|reporters?|journalists?|photographers?|witness(?:es)?|stringers?|teams?|"
    r"crews?|cameram[ae]n|camerawom[ae]n|videographers?|(?:video|photo|staff|news) "
    r"(?:journalists?|writers?|crews?|teams?)|writers?|bureaus?)"
)
_SEES = (
    r"(?:(?:in|at|on|near|inside|outside|aboard|with|for) (?:[\w’'-]+ ){1,4}?)?"
    r"(?:saw|sees|counted|heard|hears|watched|witnessed|visited|found|noted|noticed|observed|spoke|"
    r"said|says|reported|contributed|was (?:shown|told|at|in|on|present|among|with|turned|able)|"
    r"were (?:shown|told|at|in|on|present|among|turned|able)|could|travell?ed|accompanied|"
    r"at the (?:scene|site)|on (?:the (?:scene|ground|spot)|site)|embedded)"
)
_COUNTS = (
    r"(?:tall(?:y|ies)|counts?|calculations?|estimates?|analys[ie]s|polls?|surveys?|data|database|"
    r"compilations?|toll|review|examination|investigation|interviews?|projections?)"
)
_REPORTS_IT = (
    r"(?:verify|confirm|reach|ascertain|determine|establish|authenticate|contact|corroborate|"
    r"substantiate|verified|confirmed|geolocate|locate|trace|identify|review|check|obtain)"
)


def alternatives(agencies: tuple[str, ...]) -> str:
    """Return a pattern of any of the names, the longest first."""
    return "|".join(re.escape(name) for name in sorted(agencies, key=len, reverse=True))


_CANNOT = (
    r"(?:could not|couldn['’]t|was unable|were unable|was not able|were not able|has not been able|"
    r"has been unable|cannot|can not|did not|has not|had not) (?:yet |independently |immediately )*"
    r"(?:to )?(?:independently |immediately )?"
)
_DONE = (
    r"(?:(?:also|not|exclusively|independently) )?(?:seen|obtained|reviewed|learned|learnt|"
    r"verified|confirmed|spoken|approached|asked|contacted|reached out|sought|examined|"
    r"interviewed|analysed|analyzed|agreed|requested|counted|documented|tracked)"
)
_DOES = (
    r"(?:spoke (?:to|with)|talked (?:to|with)|interviewed|visited|reviewed|analysed|analyzed|"
    r"examined|counted|tracked|obtained|contacted|approached|sought|saw|witnessed|geolocated|"
    r"verified|reached out|understands|was (?:told|shown|given|able|refused|not (?:present|allowed|"
    r"given))|is (?:not naming|not identifying|withholding|seeking)|agreed (?:not )?to)"
)
_PICTURES = (
    r"(?:(?:drone |television |TV |video )?(?:footage|videos?|images?|pictures?|photo(?:graph)?s?|"
    r"live))"
)
_SHOW = (
    r"(?:of|shows?|showed|shown|found|based|put|puts|suggests?|suggested|by|from|at|compiled|in|"
    r"taken)"
)
_BY = (
    r"(?:[Ss]een|[Rr]eviewed|[Oo]btained|[Rr]eached|[Cc]ontacted|[Vv]erified|[Ii]nterviewed|"
    r"[Pp]olled|[Ss]urveyed|[Cc]ompiled|[Cc]alculated|[Aa]nalysed|[Aa]nalyzed|[Cc]ollated|"
    r"[Tt]allied|[Cc]ounted|[Gg]eolocated|[Ee]xamined|[Rr]ead|[Aa]pproached|[Qq]uestioned|"
    r"[Aa]sked|[Qq]uizzed|[Cc]onsulted|[Cc]anvassed|[Ff]ilmed|[Hh]eard|[Mm]onitored|unanswered|"
    r"comment)"
)
_GIVEN = (
    r"(?:[Ss]hared (?:exclusively )?with|(?:[Pp]rovided|[Ss]ent|[Ss]hown|[Gg]iven|[Ss]upplied|"
    r"[Ll]eaked|[Pp]assed|[Mm]ade available|[Rr]eleased|[Ff]orwarded|[Cc]onfirmed|[Dd]escribed|"
    r"[Cc]onfided) (?:exclusively )?to)"
)


@cache
def voice(agencies: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of agencies that check, count, see, ask, are shown things or are signed.

    The groups ``name`` and ``signed`` hold an agency's name where it is subject or signature.
    """
    names = rf"(?:{alternatives(agencies)}|(?:[A-Z][\w’'-]+ ){{1,3}}(?:News|Press) Agency)"
    return re.compile(
        rf"\b(?P<name>{names})(?:['’]s?)? (?:{_CANNOT}{_REPORTS_IT}\b|(?:has|have|had) {_DONE}\b"
        rf"|(?:also |later |then |first )?{_DOES}\b|{_COUNTS} {_SHOW}\b|{_PICTURES} {_SHOW}\b"
        rf"|{_EYES}(?: [A-Z][\w’'-]+)* {_SEES}\b|{_ASKED})"
        rf"|{_ASKED} (?:the )?{names}\b"
        rf"|\b{_BY} (?:exclusively |earlier |separately )?by (?:the |The |an? )?{names}\b"
        rf"|\b{_GIVEN} (?:the |The )?{names}\b"
        r"|\b(?:told|(?:speaking|spoke|spoken|said|shown?|shouted|confirmed) (?:to|by|with)"
        r"|(?:seen|heard|counted|witnessed|watched|visited|observed|interviewed|reached|contacted"
        r"|asked|approached|overheard|accompanied) by) (?:an?|the|two|three|several) "
        rf"{names} {_EYES}\b"
        rf"|(?:[—–-] ?|[/(])(?P<signed>{names})(?:/[A-Z]\w+)?\)?\.?\Z"
        rf"|\b(?:[Aa]ccording to|by|in) (?:an?|the) {names} {_COUNTS}\b"
        rf"|\b{_COUNTS} (?:made |conducted |carried out |kept )?(?:by|for) (?:the |The )?{names}\b"
        r"|\b(?:[Ww]ith )?(?:inputs?|reporting|contributions?|files) (?:from|by) "
        rf"(?:the |The )?{names}\b"
        rf"|(?:©|\([Cc]\)|\b[Cc]opyright)(?: \d{{4}})? (?:the |The )?{names}\b"
        rf"|\bfor {names} (?:to|and)\b"
        r"|\b(?:shot|taken|filmed|recorded|made|photographed) by (?:an?|the|two) "
        rf"{names} {_EYES}\b(?!, [A-Z])"
        r"|\b(?i:joined|reached|contacted|interviewed|questioned)(?: (?:by|"
        r"over the) (?:tele)?phone)? by "
        rf"(?:the )?{names}\b"
    )
