"""Roles and what they may do, until the queue states them."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody is at the desk."""

    WRITER = "writer"
    CHECKER = "checker"
    EDITOR = "editor"
    ADMIN = "admin"


class Action(StrEnum):
    """What a route lets somebody do."""

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


def may(role: Role, action: Action) -> bool:
    """Tell whether a role may do an action."""
    return role is not Role.WRITER or action in (Action.READ, Action.RESOLVE, Action.SCAN)
