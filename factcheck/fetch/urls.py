"""Addresses as typed or found in a page: what is refused before anything is resolved."""

import re
import unicodedata
from collections.abc import Sequence

import httpx

from factcheck.errors import AddressRefused
from factcheck.fetch.addresses import Allowance
from factcheck.fetch.scrub import scrub

# RFC 9110, section 4.1 recommends support of at least 8000 octets; real pages stay far below.
MAX_URL_LENGTH = 8192

_AUTHORITY = re.compile(r"^[^:/?#]+://([^/?#]*)")
# A host whose last label is a number is an IPv4 address to a resolver (WHATWG URL, "ends in a
# number"): 127.1, 2130706433, 0x7f.1, 0177.0.0.1.
_NUMERIC_HOST = re.compile(r"(?:^|\.)(?:0[xX][0-9a-fA-F]*|[0-9]+)\.?$")
_DOTTED_QUAD = re.compile(r"(?:(?:0|[1-9][0-9]{0,2})\.){3}(?:0|[1-9][0-9]{0,2})$")


def check_url(text: str, ports: Sequence[int], allowances: Sequence[Allowance]) -> httpx.URL:
    """Parse an http(s) URL; raise AddressRefused for what must not even be resolved.

    Refused: other schemes, control characters, more than 8,192 characters, user names and
    passwords, ports that are not allowed, hosts that spell an address oddly. The fragment goes.
    """
    shown = scrub(text)
    if len(text) > MAX_URL_LENGTH:
        raise AddressRefused(
            f"{shown}: longer than {MAX_URL_LENGTH} characters; give a shorter URL"
        )
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in text):
        raise AddressRefused(f"{shown}: holds control characters; check how the URL was copied")
    authority = _AUTHORITY.match(text)
    if authority is None or "\\" in authority[1]:
        raise AddressRefused(f"{shown}: not a web address; it should start with https://host/")
    if "@" in authority[1]:
        raise AddressRefused(
            f"{shown}: holds a user name or password; take it out, or give the page as a file"
        )
    try:
        url = httpx.URL(text).copy_with(fragment=None)
        port = url.port or (443 if url.scheme == "https" else 80)
    except (httpx.InvalidURL, ValueError) as error:
        raise AddressRefused(f"{shown}: not a web address; check its spelling") from error
    if url.scheme not in {"http", "https"}:
        raise AddressRefused(f"{shown}: only http and https are fetched; save it and give the file")
    if not url.host:
        raise AddressRefused(f"{shown}: names no host; it should start with https://host/")
    _check_spelling(authority[1], url.host, shown)
    if port not in ports and not any(each.opens(url.host, port) for each in allowances):
        raise AddressRefused(
            f"{shown}: port {port} is not among the allowed ports "
            f"({', '.join(map(str, ports))}); list host:port under allow_private_addresses"
        )
    return url


def _check_spelling(authority: str, host: str, shown: str) -> None:
    plain = unicodedata.normalize("NFKC", authority)
    for name in (host, re.sub(r":[0-9]*$", "", plain)):
        odd = _NUMERIC_HOST.search(name) and not _DOTTED_QUAD.match(name)
        if odd or "%" in name or "。" in name:
            raise AddressRefused(f"{shown}: an oddly spelled address; write it in its usual form")
    if plain != authority and _DOTTED_QUAD.match(plain.partition(":")[0]):
        raise AddressRefused(f"{shown}: an oddly spelled address; write it in its usual form")
