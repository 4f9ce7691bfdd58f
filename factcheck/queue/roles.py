"""Who may do what: roles, actions and the one table between them. Pure."""

from enum import StrEnum
from types import MappingProxyType

from factcheck.queue.states import DismissReason, Verdict


class Role(StrEnum):
    """What somebody is at the desk."""

    WRITER = "writer"  # wrote the article, says what was done about a finding
    CHECKER = "checker"  # judges findings and claims
    EDITOR = "editor"  # has the last word
    ADMIN = "admin"  # an editor who also keeps accounts and the database


class Action(StrEnum):
    """What can be allowed."""

    READ = "read"
    READ_CONFIDENTIAL = "read_confidential"
    SCAN = "scan"
    RESOLVE = "resolve"
    DECIDE = "decide"
    SECOND_READ = "second_read"
    CLOSE = "close"
    ACCEPT_RISK = "accept_risk"
    ASSESS = "assess"
    MERGE = "merge"
    BULK = "bulk"
    EXPORT = "export"
    EXPORT_CONFIDENTIAL = "export_confidential"
    SAVE_VIEW = "save_view"
    SHARE_VIEW = "share_view"
    MANAGE_USERS = "manage_users"
    MANAGE_DATABASE = "manage_database"


_WRITER = frozenset(
    (Action.READ, Action.SCAN, Action.RESOLVE, Action.EXPORT, Action.SAVE_VIEW),
)
_CHECKER = _WRITER | {
    Action.READ_CONFIDENTIAL,
    Action.DECIDE,
    Action.SECOND_READ,
    Action.ASSESS,
    Action.MERGE,
    Action.SHARE_VIEW,
}
_EDITOR = _CHECKER | {
    Action.CLOSE,
    Action.ACCEPT_RISK,
    Action.BULK,
    Action.EXPORT_CONFIDENTIAL,
}

ALLOWED = MappingProxyType(
    {
        Role.WRITER: _WRITER,
        Role.CHECKER: _CHECKER,
        Role.EDITOR: _EDITOR,
        Role.ADMIN: _EDITOR | {Action.MANAGE_USERS, Action.MANAGE_DATABASE},
    }
)
"""Each role's actions; a role may do all that the one before it may."""


def may(role: Role, action: Action) -> bool:
    """Tell whether a role may do something."""
    return action in ALLOWED[role]


def needed(verdict: Verdict, reason: str | None = None) -> tuple[Action, ...]:
    """Return the actions of which a verdict needs any one; undo is for whoever decided."""
    if verdict is Verdict.DISMISS and reason == DismissReason.ACCEPTED_RISK:
        return (Action.ACCEPT_RISK,)
    if verdict is Verdict.RESOLVE:
        return (Action.RESOLVE,)
    if verdict is Verdict.SECOND_READ:
        return (Action.SECOND_READ,)
    if verdict is Verdict.CLOSE:
        return (Action.CLOSE,)
    if verdict is Verdict.UNDO:
        return (Action.DECIDE, Action.RESOLVE)
    return (Action.DECIDE,)
