"""Ask for a password: on the terminal without showing it, else one line of standard input."""

import getpass
import sys

from factcheck.errors import UsageError


def ask_password() -> str:
    """Return a password, asked for twice on a terminal. Raises UsageError where they differ."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != password:
        raise UsageError("the two passwords are not the same; nothing was changed")
    return password
