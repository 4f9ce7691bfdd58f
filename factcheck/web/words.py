"""The desk's words for states, verdicts and reasons."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from factcheck.queue.states import DismissReason, Resolution, Status, Verdict

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Status.NEEDS_WRITER: "with the writer",
        Status.SECOND_READ: "read twice",
        Status.REGRESSED: "back again",
        Status.SNOOZED: "put off",
        Verdict.SNOOZE: "put off",
    }
)

_DONE: Mapping[str, str] = MappingProxyType(
    {
        Verdict.CLAIM: "claimed",
        Verdict.RELEASE: "gave up the claim on",
        Verdict.CONFIRM: "confirmed",
        Verdict.DISMISS: "dismissed",
        Verdict.RESOLVE: "resolved",
        Verdict.SECOND_READ: "read a second time",
        Verdict.CLOSE: "closed",
        Verdict.SNOOZE: "put off",
        Verdict.REOPEN: "reopened",
        Verdict.UNDO: "took back the last decision on",
        "found": "found by a scan",
        "missing": "no longer seen by a scan",
        "back": "seen again by a scan",
        "evidence": "added evidence to",
        "withdraw": "withdrew evidence from",
        "merge": "said that entries are one work in",
        "apart": "said that entries are no duplicates in",
        "unmerge": "took back what was said of entries in",
    }
)

_MEANINGS: Mapping[StrEnum, str] = MappingProxyType(
    {
        Status.OPEN: "nobody has decided",
        Status.CLAIMED: "an editor is at it",
        Status.NEEDS_WRITER: "confirmed: the text has to change",
        Status.RESOLVED: "the text was changed; it waits for a second reader",
        Status.SECOND_READ: "somebody else has read the change",
        Status.CLOSED: "done",
        Status.DISMISSED: "set aside for a reason",
        Status.SNOOZED: "put off until a date",
        Status.GONE: "the last scan did not see it",
        Status.REGRESSED: "it was gone, or done, and is in the text again",
        Status.STALE: "reworded since it was decided",
        DismissReason.DETECTOR_WRONG: "the finding is mistaken; nothing of the kind stands there",
        DismissReason.NOT_CHECKABLE: "an opinion, or nothing that anybody could check",
        DismissReason.COMMON_KNOWLEDGE: "readers know it; nobody has to vouch for it",
        DismissReason.OWN_REPORTING: "the evidence is on file and not public",
        DismissReason.ATTRIBUTED_NEARBY: "somebody is credited a sentence before or after",
        DismissReason.ACCEPTED_RISK: "the finding is right, and it stays as it is",
        Resolution.SOURCE_ADDED: "the text now names where it comes from",
        Resolution.ATTRIBUTION_ADDED: "the text now says who says so",
        Resolution.REWORDED: "the sentence says something else now",
        Resolution.CUT: "the sentence is gone",
        Resolution.DUPLICATE_MERGED: "one entry was made of several",
        Resolution.LINK_REPLACED: "the link leads to something that is there",
        Resolution.ARCHIVED_COPY_ADDED: "a lasting copy is linked",
        Resolution.RETRACTION_ACKNOWLEDGED: "the text says that the work was withdrawn",
    }
)


def word(value: StrEnum | str) -> str:
    """Return how the desk calls a state, a verdict or a reason."""
    return _WORDS.get(value) or str(value).replace("_", " ")


def done(kind: str) -> str:
    """Return what somebody did, or a scan saw, in words that what it was done to follows."""
    return _DONE.get(kind) or kind.replace("_", " ")


def meaning(value: StrEnum) -> str:
    """Return what a state or a reason means, "" where the word says it all."""
    return _MEANINGS.get(value, "")
