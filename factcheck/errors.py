"""Environment problems. Content problems are values (a finding), never one of these.

    FactcheckError              every error below; its text is one line: what, where, what to do
    ├── UsageError              the command was given something it cannot take
    ├── ConfigError             config.toml, a FACTCHECK_* variable or a flag is wrong
    ├── DocumentError           a target that cannot be opened
    │   ├── FetchError          the network: unreachable, refused, too slow, too big, HTTP error
    │   │   └── AddressRefused  the address guard said no
    │   └── UnreadableDocument  the bytes are not what a reader can read (binary, truncated, empty)
    ├── LimitExceeded           a document beyond a stated limit (size, depth, ratio)
    ├── OutputError             a file that cannot be written
    └── QueueError              the queue's database
        ├── QueueUnavailable    missing, read-only, full disk, locked for too long
        ├── QueueCorrupt        not a queue, damaged, or of a newer version
        ├── UnknownFinding      no such finding
        ├── DecisionConflict    somebody else decided first, or the state does not allow it
        ├── NotAllowed          the actor's role does not allow it, or there is no such account
        └── LoginRefused        wrong name or password, or too many attempts

The command line prints the text after "factcheck: " on standard error and exits with 2.
"""

from enum import StrEnum


class FactcheckError(Exception):
    """Any environment problem; the message is one line that names the thing and the way out."""


class UsageError(FactcheckError):
    """The command was given something it cannot take."""


class ConfigError(FactcheckError):
    """A setting is unknown or has a value that it cannot have."""


class DocumentError(FactcheckError):
    """A target that cannot be opened."""


class FetchFault(StrEnum):
    """Why the network did not give the document."""

    ADDRESS = "address"  # refused before a connection: scheme, port, spelling, private address
    NAME = "name"  # the host name does not resolve
    CONNECTION = "connection"  # nobody answers there, or the connection broke
    TLS = "tls"  # the certificate or the handshake
    DEADLINE = "deadline"  # too slow
    STATUS = "status"  # an HTTP status that is not a success; see ``FetchError.status``
    REDIRECT = "redirect"  # too many, in a circle, or to nowhere
    WALL = "wall"  # a portal, login, robot check, error page or parked domain came instead
    CONTENT = "content"  # empty, truncated, wrongly packed, or not something to read
    ROBOTS = "robots"  # robots.txt asks not to
    OFFLINE = "offline"  # not in the cache, and the network is switched off


class FetchError(DocumentError):
    """The network did not give the document.

    ``fault`` says why, ``status`` is the last HTTP status if there was one, ``retry_after`` the
    seconds that the server asked to wait (at most a day).
    """

    def __init__(
        self,
        message: str,
        *,
        fault: FetchFault = FetchFault.CONNECTION,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.fault = fault
        self.status = status
        self.retry_after = retry_after


class AddressRefused(FetchError):
    """The address guard refused to connect."""

    def __init__(self, message: str) -> None:
        super().__init__(message, fault=FetchFault.ADDRESS)


class UnreadableDocument(DocumentError):
    """The bytes are not a document that any reader can read."""


class LimitExceeded(FactcheckError):
    """A document goes beyond a stated limit."""


class OutputError(FactcheckError):
    """A file could not be written."""


class QueueError(FactcheckError):
    """The queue's database could not do what was asked."""


class QueueUnavailable(QueueError):
    """The database cannot be opened or written at present."""


class QueueCorrupt(QueueError):
    """The file is not a queue, is damaged, or was written by a newer version."""


class UnknownFinding(QueueError):
    """No finding has that id."""


class DecisionConflict(QueueError):
    """Somebody else decided first, or the finding's state does not allow the decision."""


class NotAllowed(QueueError):
    """The actor's role does not allow it, or the actor has no active account."""


class LoginRefused(QueueError):
    """A login was refused; ``retry_after`` are the seconds to wait, if that is the reason."""

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after
