"""A server on loopback whose every answer is a function of the request."""

import http.server
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from typing import TypeAlias

import trustme

from factcheck.fetch.deadline import Machine

LOOPBACK = "127.0.0.1"
Headers: TypeAlias = "Message[str, str]"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a path answers; ``raw`` writes to the socket instead."""

    status: int = 200
    body: bytes = b"<p>a page</p>"
    headers: dict[str, str] = field(default_factory=dict)
    raw: Callable[[socket.socket], None] | None = None


class Site:
    """A running server: set ``answers[path]``, read ``requests``."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.answers: dict[str, Answer | Callable[[Headers], Answer]] = {}
        self.requests: list[tuple[str, Headers]] = []
        self.server = http.server.ThreadingHTTPServer((LOOPBACK, 0), self._handler())
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # type: ignore[method-assign]  # clients hang up
        self.scheme = "https" if context else "http"
        if context:
            self.server.socket = context.wrap_socket(
                self.server.socket, server_side=True, do_handshake_on_connect=False
            )
        self.port = self.server.server_port
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()

    def url(self, path: str = "/", host: str = LOOPBACK) -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.requests]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def _handler(self) -> type[http.server.BaseHTTPRequestHandler]:
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.requests.append((self.path, self.headers))
                missing = Answer(status=404, body=b"none")
                answer = site.answers.get(self.path, missing)
                if callable(answer):
                    answer = answer(self.headers)
                if answer.raw:
                    self.close_connection = True
                    answer.raw(self.connection)
                    return
                headers = {
                    "Content-Type": "text/html",
                    "Content-Length": str(len(answer.body)),
                    **answer.headers,
                }
                self.send_response(answer.status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.body)

            def log_message(self, *args: object) -> None:
                """Keep quiet."""

        return Handler


def to_loopback(host: str, port: int) -> tuple[str, ...]:
    """Resolve every name to this machine."""
    return (LOOPBACK,)


class Clock:
    """A wall clock that only sleeping moves."""

    def __init__(self) -> None:
        self.time = 1_800_000_000.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def machine(self) -> Machine:
        return Machine(resolve=to_loopback, now=lambda: self.time, sleep=self.sleep)


def tls_context(authority: trustme.CA, host: str) -> ssl.SSLContext:
    """Return a server's context with a certificate for one host."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(host).configure_cert(context)
    return context
