"""Who is at the keyboard."""

import getpass

from factcheck.errors import UsageError


def actor_name(stated: str | None) -> str:
    """Return the stated name, or the login name. Raises UsageError where there is neither."""
    if stated is not None:
        if not stated.strip():
            raise UsageError("--by cannot be empty; give a name")
        return stated.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise UsageError("this machine knows no login name; say who decides with --by") from None
