"""Web addresses: one form for comparison, and repair of what print and copying break."""

import html
import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

# Parameters that say how a reader came, not what is read. Sources: the lists of ClearURLs and
# Firefox's query stripping, the ones met on news sites.
_TRACKING = frozenset(
    [
        "fbclid", "gclid", "gclsrc", "dclid", "msclkid", "yclid", "igshid", "igsh", "mc_cid",
        "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "oly_anon_id", "oly_enc_id", "vero_id", "wickedid",
        "twclid", "ttclid", "wbraid", "gbraid", "li_fat_id", "s_cid", "ncid", "cmpid", "icid",
        "smid", "smtyp", "ref_src", "ref_url", "referrer", "share", "ocid", "spm", "xtor",
        "at_medium", "at_campaign", "ns_source", "ns_mchannel", "ns_campaign", "ns_linkname",
        "sharetype", "cmp", "feature", "si", "guccounter", "guce_referrer", "amp", "outputtype",
    ]
)  # fmt: skip
_TRACKING_PREFIXES = ("utm_", "pk_", "mtm_", "hsa_", "at_", "wt.", "trk_", "__twitter")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_MIRRORS = re.compile(r"\A(?:www\d?|m|mobile|amp)\.(?=[^.]+\.[^.]+)")
_LANGUAGE_MOBILE = re.compile(r"\A([a-z]{2,3})\.m\.(?=[^.]+\.[^.]+)")
_WAYBACK = re.compile(
    r"\Ahttps?://web\.archive\.org/(?:web/)?(?:\d{4,14}(?:[a-z]{2}_)?|\*)/(.+)\Z", re.IGNORECASE
)
_ARCHIVE_TODAY = re.compile(
    r"\Ahttps?://archive\.(?:today|is|ph|li|vn|md|fo)/(?:\d{4,14}|o/\w{4,8}|newest|\w{4,8})/(https?:.+)\Z",
    re.IGNORECASE,
)
_AMP_CACHE = re.compile(
    r"\Ahttps?://(?:www\.google\.[a-z.]{2,6}/amp/|[^/]+\.cdn\.ampproject\.org/[cv]/)(?:s/)?(.+)\Z",
    re.IGNORECASE,
)
_AMP_PATH = re.compile(r"(?:/amp|\.amp(?:\.html)?|/amp\.html)\Z", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)\Z", re.IGNORECASE)
_SCHEME = re.compile(r"\A([a-z][a-z0-9+.\-]{1,20}):", re.IGNORECASE)
_HOST = re.compile(
    r"\A(?=.{4,253}(?:[:/?#]|\Z))[^\W_](?:[\w\-]{0,62}\.){1,8}[^\W\d_][^\W_]{1,62}(?::\d{1,5})?(?=[/?#]|\Z)"
)
_BROKEN_SCHEME = re.compile(r"\Ah(?:tt|xx)p(s?)(?::/{1,3}|:?//|;//|:)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LONGEST = 8_192
_MOST_WRAPPERS = 3


def _unescape(text: str) -> str:
    """Resolve entities that end in ";" only: "&copy=1" and "&section=2" are parameters."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def _split(url: str) -> SplitResult | None:
    """Split ``url``, or ``None`` for what the standard library refuses ("http://[x")."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _unwrap(url: str) -> str:
    """Take the archive or AMP-cache wrapper off ``url``."""
    for _ in range(_MOST_WRAPPERS):
        match = _WAYBACK.match(url) or _ARCHIVE_TODAY.match(url) or _AMP_CACHE.match(url)
        if match is None:
            break
        url = match[1] if _SCHEME.match(match[1]) else f"https://{match[1]}"
        url = re.sub(r"\A(https?):/{1,3}", r"\1://", url, flags=re.IGNORECASE)
    return url


def _is_tracking(name: str) -> bool:
    name = name.lower()
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)


def canonical_url(url: str) -> str:
    """Return ``url`` in the form in which two addresses of one page are compared.

    Scheme, "www." and mobile host names, default port, tracking parameters, fragment, AMP path,
    index page, trailing slash, and archive and AMP-cache wrappers are taken off; parameters are
    sorted; percent-encoding is evened out. A fragment that is itself a path ("#!/", "#/") stays.
    For comparison only: the result need not be reachable and has no scheme. Not an address at
    all: the stripped text.
    """
    url = "".join(_unescape(url[:_LONGEST]).split())
    url = _unwrap(url)
    parts = _split(url if "//" in url or _SCHEME.match(url) else f"//{url}")
    if parts is None or not parts.netloc:
        return url
    host = (parts.hostname or "").rstrip(".")
    host = _LANGUAGE_MOBILE.sub(r"\1.", _MIRRORS.sub("", host))
    if parts.port is not None and parts.port != _DEFAULT_PORTS.get(parts.scheme or "https"):
        host = f"{host}:{parts.port}"
    path = quote(unquote(parts.path), safe="/:@!$&'()*+,;=-._~")
    path = re.sub(r"/{2,}", "/", path)
    path = _INDEX.sub("", _AMP_PATH.sub("", path.rstrip("/"))).rstrip("/")
    pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=None)
    query = urlencode(sorted(pair for pair in pairs if not _is_tracking(pair[0])))
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return host + path + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")


def without_tracking(url: str) -> str:
    """Return ``url`` without tracking parameters; every other character stays as it is."""
    head, mark, rest = url.partition("?")
    if not mark:
        return url
    query, hash_mark, fragment = rest.partition("#")
    pairs = query.split("&")
    kept = [pair for pair in pairs if not _is_tracking(pair.partition("=")[0])]
    if len(kept) == len(pairs):
        return url
    query = "&".join(kept)
    return head + (f"?{query}" if query else "") + hash_mark + fragment


def repair_url(text: str) -> str | None:
    r"""Return the http(s) address that ``text`` means, or ``None`` when it means none.

    Mends blanks and soft hyphens inside (print breaks lines there), a missing or mistyped
    scheme ("www.x.org", "http//x", "hxxp://", "https:/x"), HTML entities, angle brackets, TeX's
    ``\url{}`` and escapes, and cuts the sentence's punctuation and unbalanced closing brackets.
    """
    text = _unescape(_unescape(text[:_LONGEST])).strip()
    text = re.sub(r"\\url\{([^{}]{1,8000})\}", r"\1", text)
    text = re.sub(r"\A<?(?:url:)?\s?|>\Z", "", text, flags=re.IGNORECASE)
    text = re.sub(r"\\([_&%#~$])", r"\1", text)
    text = re.sub("[\\s\xad\u200b\u200c\u200d\u2060\ufeff\x00-\x1f\x7f]", "", text)
    text = _BROKEN_SCHEME.sub(r"http\1://", text)
    if not re.match(r"https?://", text, re.IGNORECASE):
        text = text.removeprefix("//")
        if not _HOST.match(text) or "@" in text.split("/", 1)[0]:
            return None
        if "/" not in text and not text.lower().startswith("www."):
            return None
        text = f"https://{text}"
    while text and (text[-1] in ".,;:'\"’”»…" or (text[-1] in ")]}>" and _unbalanced(text))):
        text = text[:-1]
    parts = _split(text)
    if parts is None or not parts.hostname or "." not in parts.hostname.strip("."):
        return None
    return text


def _unbalanced(text: str) -> bool:
    closer = text[-1]
    opener = {")": "(", "]": "[", "}": "{", ">": "<"}[closer]
    return text.count(closer) > text.count(opener)
