"""The address guard: resolve once, check every answer, connect to what was checked.

It sits at httpcore's documented extension point, the network backend, so that no request of any
hop can go round it. TLS and the Host header keep the name; only the socket uses the address, which
leaves no second look-up for a changed answer (DNS rebinding) to slip into.
"""

import ipaddress
import queue
import ssl
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import httpcore
import httpx

from factcheck.errors import AddressRefused, FetchError, FetchFault
from factcheck.fetch.addresses import Allowance, refusal
from factcheck.fetch.deadline import Deadline, Machine, Resolver

SocketOptions = Iterable[httpcore.SOCKET_OPTION]

# Enough for a host with both families; a name with hundreds of answers must not cost the deadline.
MAX_ADDRESSES_TRIED = 4


def checked_addresses(
    host: str, port: int, answers: Sequence[str], allowances: Sequence[Allowance]
) -> tuple[str, ...]:
    """Return the answers if every one may be connected to; raise AddressRefused otherwise."""
    if any(each.opens(host, port) for each in allowances):
        return tuple(answers)
    for answer in answers:
        address = ipaddress.ip_address(answer)
        why = refusal(address)
        if why and not any(each.covers(address) for each in allowances):
            raise AddressRefused(
                f"{host}: its address {address} is not on the public internet ({why}); for a "
                "public site, log in to this network in a browser first; for a host of your own, "
                f"list {host}:{port} under allow_private_addresses"
            )
    return tuple(answers)


def resolve_within(resolve: Resolver, host: str, port: int, seconds: float) -> tuple[str, ...]:
    """Resolve a host in at most so many seconds; raise FetchError when it has no address.

    getaddrinfo knows no timeout, so that it runs in a thread which is left behind when it hangs.
    """
    box: queue.Queue[tuple[str, ...] | Exception] = queue.Queue()

    def work() -> None:
        try:
            box.put(resolve(host, port))
        except (OSError, UnicodeError) as error:
            box.put(error)

    threading.Thread(target=work, daemon=True, name="resolve").start()
    try:
        answers = box.get(timeout=max(seconds, 0.0))
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(answers, Exception) or not answers:
        raise FetchError(
            f"{host}: no such host; check the spelling of the address and your connection",
            fault=FetchFault.NAME,
        )
    return answers


class GuardedStream(httpcore.NetworkStream):
    """A connection of which every single step ends at the total deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there, up to ``max_bytes``."""
        return self._inner.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write it all."""
        self._inner.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        """Close the socket."""
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Speak TLS from here on, under the host's own name."""
        limit = self._deadline.within(timeout)
        return GuardedStream(
            self._inner.start_tls(ssl_context, server_hostname, limit), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        """Return what the inner stream knows (socket, addresses)."""
        return self._inner.get_extra_info(info)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardedBackend(httpcore.NetworkBackend):
    """Opens the connections of one visit."""

    allowances: tuple[Allowance, ...]
    deadline: Deadline
    machine: Machine

    def through(self, proxy: httpx.URL) -> "GuardedBackend":
        """Return a backend that may also connect to a proxy, wherever it stands."""
        port = proxy.port or (443 if proxy.scheme == "https" else 80)
        allowance = Allowance(host=proxy.host, port=port)
        return replace(self, allowances=(*self.allowances, allowance))

    def check_literal(self, url: httpx.URL) -> None:
        """Check an address given in figures, where a proxy would connect in our place."""
        with suppress(ValueError):
            answer = str(ipaddress.ip_address(url.host))
            port = url.port or (443 if url.scheme == "https" else 80)
            checked_addresses(url.host, port, (answer,), self.allowances)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first checked address that answers."""
        name = host.strip("[]")
        answers = resolve_within(self.machine.resolve, name, port, self.deadline.within(timeout))
        addresses = checked_addresses(name, port, answers, self.allowances)
        inner = httpcore.SyncBackend()
        failure: Exception = OSError("no address")
        for address in addresses[:MAX_ADDRESSES_TRIED]:
            limit = self.deadline.within(timeout)
            try:
                stream = inner.connect_tcp(address, port, limit, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return GuardedStream(stream, self.deadline)
        raise failure

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002  # the base class's signature
        socket_options: SocketOptions | None = None,  # noqa: ARG002  # same
    ) -> httpcore.NetworkStream:
        """Refuse: pages do not live on local sockets."""
        raise AddressRefused(f"{path}: local sockets are not fetched")
