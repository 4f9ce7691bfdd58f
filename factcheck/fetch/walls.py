"""Answers of status 200 that are no article: portals, logins, bot checks, error pages, parking.

Every sign is one that sites use on purpose (a protocol's element, a provider's script, a title
that says "page not found"), and counts only where the page holds hardly any text, so that an
article about such a page stays an article. What is not recognised is left to the reader, which
reports a page without an article itself.
"""

import re
from urllib.parse import urlsplit

import httpx

_LOOKED_AT = 200_000  # bytes; the signs stand at the start or the page is long
MOST_TEXT = 1500  # characters; the shortest news items that are worth checking have more

_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{0,300})", re.IGNORECASE)
_H1 = re.compile(r"<h1[^<>]{0,300}>([^<]{0,300})", re.IGNORECASE)
_SILENT = re.compile(r"<(script|style|noscript|template|svg)\b[^<>]{0,2000}>", re.IGNORECASE)
_SPEAKS_AGAIN = re.compile(r"</(?:script|style|noscript|template|svg)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,5000}>")
_ASKS = re.compile(r"<(?:form|input|button)\b", re.IGNORECASE)
_PASSWORD = re.compile(r"<input\b[^<>]{0,500}type\s?=\s?[\"']?password", re.IGNORECASE)
_LOGIN_PLACE = re.compile(
    r"(?:^|[/._-])(?:log[-_]?[io]n|sign[-_]?[io]n|sso|oauth2?|saml2?|authenticate|authorize"
    r"|anmelden|connexion|consent|paywall)(?:$|[/._?&=-])",
    re.IGNORECASE,
)
_PORTAL_PLACE = re.compile(
    r"(?:^|[/. _-])(?:captive|captiveportal|hotspot|guest-?wifi|wifi-?login|splash-?page|portal"
    r"|cp)(?:$|[/._?&=-])",
    re.IGNORECASE,
)
# WISPr 2.0 (Wireless Broadband Alliance): what a hot spot says to the program that logs in.
_WISPR = re.compile(r"<WISPAccessGatewayParam\b", re.IGNORECASE)
_BOT_CHECK = re.compile(
    r"cf-chl-|/cdn-cgi/challenge-platform/|_cf_chl_opt|captcha-delivery\.com|px-captcha"
    r"|_Incapsula_Resource|awsWafCookieDomainList|/_sec/cp_challenge|g-recaptcha-challenge",
    re.IGNORECASE,
)
_BOT_TITLE = re.compile(
    r"^\W*(?:just a moment|attention required|pardon our interruption|are you (?:a )?(?:ro)?bot"
    r"|are you human|verify(?:ing)? (?:that )?you are (?:a )?human|security check"
    r"|human verification|access (?:to this page )?(?:has been )?denied|request unsuccessful)\b",
    re.IGNORECASE,
)
_PARKING = re.compile(
    r"sedoparking\.com|parkingcrew\.net|bodis\.com|parklogic\.com|above\.com/marketplace"
    r"|afternic\.com/forsale|hugedomains\.com|dan\.com/buy-domain|domainmarket\.com"
    r"|uniregistry\.com|window\.park\s?=|data-adblockkey|/lander\b[\"']",
    re.IGNORECASE,
)
_FOR_SALE = re.compile(
    r"\b(?:this |the )?domain (?:name )?(?:\S{1,80} )?(?:is|may be|could be) (?:for sale|parked)\b"
    r"|\bbuy this domain\b|\bdomain (?:has|is) expired\b|\bdiese domain (?:steht|ist) zu[mr]? "
    r"(?:verkauf|verkaufen)\b|\bce nom de domaine est (?:à vendre|en vente)\b",
    re.IGNORECASE,
)
_ERROR_TITLE = re.compile(
    r"^\W*(?:error\W{0,3})?(?:40[0-9]|410|451|50[0-9]|52[0-9])"
    r"(?=\W*$|\s{0,3}[-–—|:•·!]|\s{1,3}(?:error|not|page|file|forbidden|gone|unauthori[sz]ed|bad"
    r"|internal|service|gateway|fehler|erreur)\b)"
    r"|\b(?:page|file|article|document|story) (?:was |could |can )?(?:not|no longer) "
    r"(?:be )?(?:found|available|exists?)\b|^\W*not found\b|\bdoes(?: not|n['’]t) exist\b"
    r"|\bseite (?:wurde )?nicht gefunden\b|\bpage (?:introuvable|non trouvée)\b"
    r"|\bpágina no encontrada\b|\bpagina non trovata\b|\bpagina niet gevonden\b"
    r"|^\W*(?:internal server error|service unavailable|bad gateway|forbidden)\b",
    re.IGNORECASE,
)


def find_wall(first: str, final: str, headers: httpx.Headers, body: bytes) -> str | None:
    """Say in a clause what stands where the article should; None where nothing says so.

    ``first`` is the address asked for, ``final`` the one that answered with ``body``.
    """
    text = body[:_LOOKED_AT].decode("utf-8", "replace")
    if _WISPR.search(text):
        return "a network's login page came instead; log in to the network and try again"
    if headers.get("cf-mitigated", "").lower() == "challenge":
        return _BOT
    if not _is_page(headers.get("content-type", ""), text):
        return None
    words = _visible(text)
    if len(words) > MOST_TEXT:
        return None
    return _by_place(first, final, text) or _by_content(text, words)


_BOT = "a check for robots came instead of the page; save it from a browser and give the file"


def _by_place(first: str, final: str, text: str) -> str | None:
    """Judge by where the redirects led."""
    asked, came = urlsplit(first), urlsplit(final)
    if (asked.hostname, asked.path) == (came.hostname, came.path):
        return None
    place = f"{came.path}?{came.query}"[:2000]
    moved = asked.hostname != came.hostname
    where = f"{came.hostname} {place}"
    if moved and _PORTAL_PLACE.search(where) and _ASKS.search(text):
        return "a network's login page came instead; log in to the network and try again"
    if _LOGIN_PLACE.search(place) and not _LOGIN_PLACE.search(asked.path):
        return "leads to a login; save the page from a browser where you are logged in"
    if moved and _PASSWORD.search(text):
        return "leads to a login on another host; save the page from a browser"
    return None


def _by_content(text: str, words: str) -> str | None:
    """Judge a page of few words by what it says of itself."""
    title, heading = _first(_TITLE, text), _first(_H1, text)
    if _BOT_CHECK.search(text) or _BOT_TITLE.search(title):
        return _BOT
    if _PARKING.search(text) or _FOR_SALE.search(f"{title}\n{words}"):
        return "a parked or expired domain, not the article; look for where it has gone"
    if _ERROR_TITLE.search(title) or _ERROR_TITLE.search(heading):
        return "an error page with status 200, not an article; check the address"
    return None


def _is_page(content_type: str, text: str) -> bool:
    stated = content_type.partition(";")[0].strip().lower()
    if stated in {"text/html", "application/xhtml+xml"}:
        return True
    return not stated and "<html" in text[:2000].lower()


def _visible(text: str) -> str:
    """Return roughly the text that a page shows, its white space folded."""
    kept: list[str] = []
    at = 0
    while (start := _SILENT.search(text, at)) is not None:
        kept.append(text[at : start.start()])
        end = _SPEAKS_AGAIN.search(text, start.end())
        at = end.end() if end else len(text)
    kept.append(text[at:])
    body = " ".join(kept).partition("<body")[2] or " ".join(kept)
    return " ".join(_TAG.sub(" ", body).split())


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return " ".join(found[1].split()) if found else ""
