"""What may be asked of the network: one frozen dataclass with safe defaults."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

MEBIBYTE = 1024 * 1024
DAY = 86400.0
FOLDER_NAME = "factcheck-desk"


class CacheMode(StrEnum):
    """What is done with kept answers."""

    ON = "on"  # ask the server whether a kept answer still holds
    REFRESH = "refresh"  # fetch anew, and keep what comes
    OFF = "off"  # neither use nor keep any


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How documents are opened.

    ``contact``: an e-mail address or URL sent in the User-Agent, so that a site's owner can reach
    whoever runs the program; services ask for one.
    ``user_agent``: the product token of the User-Agent, and the name looked up in robots.txt.
    ``connect_timeout``: seconds to wait for one connection (TCP, then TLS).
    ``total_timeout``: seconds for a whole document, redirects, headers and body included; only the
    waiting that politeness asks for (``per_host_delay``, Retry-After) is not counted.
    ``max_bytes``: size limit of a document, counted after unpacking.
    ``max_redirects``: hops followed before giving up.
    ``per_host_delay``: seconds between two visits to one host, over all threads, and over all
    processes that share ``cache_folder``.
    ``max_retry_wait``: longest wait in seconds that a Retry-After may ask for before a retry; a
    server that asks for more is not asked again.
    ``ports``: ports that may be connected to.
    ``allow_private_addresses``: what the address guard lets through beside the public internet,
    for tests and intranets: "host:port" opens that port of that host, whatever it resolves to; a
    network ("10.0.0.0/8") opens its addresses on ``ports``.
    ``respect_robots``: obey robots.txt.
    ``trust_env``: take proxies from HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY. A proxy
    resolves names itself, so that the address guard then sees literal addresses only.
    ``ca_file``: certificates to trust instead of the bundled ones (PEM), for intranets.
    ``cache``: whether kept answers are used; see ``CacheMode``.
    ``cache_folder``: where answers are kept; None keeps nothing. ``factcheck.config.load`` puts
    ``platform_cache_folder`` here where nothing is stated.
    ``cache_max_age``: seconds for which a kept answer is used without asking the server, unless
    the server set a shorter time. 0 asks every time, so that no edit is missed.
    ``cache_max_bytes``: size of the folder from which the oldest answers are dropped.
    ``cache_keep``: seconds after which an answer that nobody asked for is dropped.
    ``offline``: open no socket; take what the cache has, whatever its age.
    ``render``: let a real browser draw each page (the extra ``render``).
    ``browser``: the browser's program; None looks for Chromium or Chrome on PATH. It cannot be
    stated in a file: a stranger's ``config.toml`` must name no program.
    """

    contact: str = ""
    user_agent: str = "factcheck-desk"
    connect_timeout: float = 10.0
    total_timeout: float = 30.0
    max_bytes: int = 20 * MEBIBYTE
    max_redirects: int = 10
    per_host_delay: float = 1.0
    max_retry_wait: float = 20.0
    ports: tuple[int, ...] = (80, 443)
    allow_private_addresses: tuple[str, ...] = ()
    respect_robots: bool = True
    trust_env: bool = False
    ca_file: Path | None = None
    cache_folder: Path | None = None
    cache: CacheMode = CacheMode.ON
    cache_max_age: float = 0.0
    cache_max_bytes: int = 200 * MEBIBYTE
    cache_keep: float = 30 * DAY
    offline: bool = False
    render: bool = False
    browser: Path | None = None


def platform_cache_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """Return where this system wants caches; None where it does not say.

    XDG Base Directory Specification 0.8 (a relative XDG_CACHE_HOME does not count),
    ~/Library/Caches on macOS, %LOCALAPPDATA% on Windows.
    """
    stated = Path(environ.get("XDG_CACHE_HOME", ""))
    if stated.is_absolute():
        return stated / FOLDER_NAME
    if platform == "win32":
        local = Path(environ.get("LOCALAPPDATA", ""))
        return local / FOLDER_NAME / "Cache" if local.is_absolute() else None
    home = Path(environ.get("HOME", ""))
    if not home.is_absolute():
        return None
    return home / ("Library/Caches" if platform == "darwin" else ".cache") / FOLDER_NAME
