"""Proxies from the environment, for whoever asks for them with ``trust_env``."""

from collections.abc import Mapping

import httpcore
import httpx

from factcheck.errors import ConfigError
from factcheck.fetch.scrub import scrub


def proxy_for(url: httpx.URL, environ: Mapping[str, str]) -> httpx.URL | None:
    """Return the proxy that the environment names for an address, None for a direct connection.

    Lower-case names win, as in curl; HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY (host names,
    their subdomains, or "*") are read.
    """

    def setting(name: str) -> str:
        return environ.get(name.lower()) or environ.get(name.upper()) or ""

    for exempt in setting("no_proxy").lower().split(","):
        name = exempt.strip().lstrip(".")
        if name == "*" or (name and (url.host == name or url.host.endswith("." + name))):
            return None
    stated = setting(f"{url.scheme}_proxy") or setting("all_proxy")
    if not stated:
        return None
    text = stated if "://" in stated else f"http://{stated}"
    try:
        proxy = httpx.URL(text)
    except (httpx.InvalidURL, ValueError) as error:
        raise ConfigError(f"{scrub(text)}: not a proxy's address; correct the variable") from error
    if proxy.scheme not in {"http", "https"} or not proxy.host:
        raise ConfigError(f"{scrub(text)}: only http proxies are supported; correct the variable")
    return proxy


def as_httpcore(proxy: httpx.URL) -> httpcore.Proxy:
    """Return the proxy as the connection pool wants it."""
    port = proxy.port or (443 if proxy.scheme == "https" else 80)
    auth = (proxy.username, proxy.password) if proxy.username else None
    return httpcore.Proxy(
        httpcore.URL(scheme=proxy.scheme, host=proxy.raw_host, port=port, target=b"/"), auth=auth
    )
