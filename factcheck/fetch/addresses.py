"""Which network addresses may be connected to.

``ipaddress`` alone is not enough: on Python 3.11 ``is_global`` is True for multicast, site-local,
192.0.0.8 and the transition ranges that carry an IPv4 address inside (NAT64, 6to4).
"""

import ipaddress
from dataclasses import dataclass

from factcheck.errors import ConfigError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

# Ranges that is_global does not refuse, from the IANA special-purpose address registries
# (RFC 6890 and its updates) and RFC 3879, 3056, 4380, 6052, 8215.
REFUSED_RANGES: tuple[tuple[Network, str], ...] = tuple(
    (ipaddress.ip_network(text), why)
    for text, why in (
        ("100.64.0.0/10", "carrier-grade NAT"),
        ("192.0.0.0/24", "reserved for protocols"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("::ffff:0:0/96", "an IPv4 address in disguise"),
        ("::ffff:0:0:0/96", "an IPv4 address in disguise"),
        ("::/96", "an IPv4 address in disguise"),
        ("64:ff9b::/96", "NAT64"),
        ("64:ff9b:1::/48", "NAT64"),
        ("2001::/23", "reserved for protocols (Teredo among them)"),
        ("2002::/16", "6to4"),
        ("fec0::/10", "site-local"),
        ("5f00::/16", "segment routing"),
        ("3fff::/20", "documentation"),
    )
)


def refusal(address: Address) -> str | None:
    """Say why an address must not be connected to; None for the public internet."""
    if address.is_loopback:
        return "this machine"
    if address.is_link_local:
        return "link-local, where cloud machines keep their secrets"
    if address.is_multicast:
        return "multicast"
    if address.is_unspecified:
        return "the unspecified address"
    for network, why in REFUSED_RANGES:
        if address in network:
            return why
    if address.is_private:
        return "a private network"
    if address.is_reserved or not address.is_global:
        return "reserved"
    return None


@dataclass(frozen=True, slots=True)
class Allowance:
    """An exception from the guard: a host with its port, or a network."""

    host: str | None = None
    port: int | None = None
    network: Network | None = None

    def opens(self, host: str, port: int) -> bool:
        """Tell whether this allows the host by name (on this port)."""
        return self.host is not None and self.host == host.lower() and self.port == port

    def covers(self, address: Address) -> bool:
        """Tell whether this allows the address (on the allowed ports)."""
        return self.network is not None and address in self.network


def parse_allowance(text: str) -> Allowance:
    """Read "host:port", "[::1]:8080" or a network; raise ConfigError on anything else."""
    if "/" in text:
        try:
            return Allowance(network=ipaddress.ip_network(text.strip()))
        except ValueError:
            pass
    else:
        host, colon, port = text.strip().rpartition(":")
        if colon and host and port.isascii() and port.isdigit() and 0 < int(port) < 65536:
            return Allowance(host=host.strip("[]").lower(), port=int(port))
    raise ConfigError(
        f"allow_private_addresses: {text!r} is neither host:port nor a network such as 10.0.0.0/8"
    )
