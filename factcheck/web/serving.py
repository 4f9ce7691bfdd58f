"""Run the desk until Ctrl-C."""

import ipaddress
import logging
import socket
import webbrowser
from dataclasses import dataclass

import uvicorn

from factcheck.errors import UsageError
from factcheck.queue import users
from factcheck.web.app import create_app
from factcheck.web.settings import LOOPBACK, DeskSettings

_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 -- refused below unless names are stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the desk listens. Port 0 takes a free one; ``names`` are further host names."""

    host: str = "127.0.0.1"
    port: int = 8765
    names: tuple[str, ...] = ()


def hosts_of(address: Address) -> tuple[str, ...]:
    """Return the host names that the desk answers to.

    Raises UsageError for an address that stands for all of a machine's, without a name for it.
    """
    if address.host in _EVERYWHERE:
        if not address.names:
            raise UsageError(
                f"{address.host} has no name; state with --name what browsers will call the desk"
            )
        return (*LOOPBACK, *address.names)
    named = f"[{address.host}]" if ":" in address.host else address.host
    return (*LOOPBACK, named, *address.names)


def listen(address: Address, settings: DeskSettings) -> socket.socket:
    """Return a socket that listens there.

    Raises UsageError where the port is taken or the address is not this machine's, and for an
    address that others can reach while the queue has no users.
    """
    if not _is_loopback(address.host) and not users.exist(settings.queue):
        raise UsageError(
            f"{address.host} can be reached by others and the queue has no users; "
            "make one with 'factcheck user add' first"
        )
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((address.host, address.port))
        listening.listen()
    except (OSError, OverflowError) as error:
        listening.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(
            f"{address.host}:{address.port}: {reason.lower()}; choose another with --port"
        ) from error
    return listening


def url_of(listening: socket.socket) -> str:
    """Return the address to open in a browser."""
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def serve(listening: socket.socket, settings: DeskSettings, *, browse: bool) -> None:
    """Serve the desk until SIGINT or SIGTERM, finishing what is under way."""
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    config = uvicorn.Config(
        create_app(settings),
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    if browse:
        webbrowser.open(url_of(listening))
    uvicorn.Server(config).run(sockets=[listening])


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
