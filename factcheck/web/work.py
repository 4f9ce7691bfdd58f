"""A finding in hand: everything that its panel shows."""

from dataclasses import dataclass

from factcheck.queue import views
from factcheck.queue.items import Context, Detail
from factcheck.queue.states import Resolution
from factcheck.reports.reasons import reason
from factcheck.web.choices import SNOOZES, Choices, choices
from factcheck.web.desk import Desk

_RESOLUTIONS = {"REF": Resolution.DUPLICATE_MERGED, "VER": Resolution.LINK_REPLACED}
_BY_CODE = {"CLM": Resolution.SOURCE_ADDED, "QUO": Resolution.ATTRIBUTION_ADDED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A finding in hand.

    ``here`` is the page it is worked on at, ``onward`` and ``back`` those of its neighbours,
    ``key`` names the submission of its form, ``likely`` is the resolution that its rule suggests.
    """

    detail: Detail
    quoted: Context | None
    why: str
    choices: Choices
    here: str
    onward: str | None
    back: str | None
    key: str
    likely: Resolution
    resolutions: tuple[Resolution, ...] = tuple(Resolution)
    snoozes: tuple[tuple[int, str], ...] = SNOOZES


def work_on(  # noqa: PLR0913 -- three addresses that only their caller knows
    desk: Desk, finding: int, *, here: str, onward: str | None, back: str | None, key: str
) -> Work:
    """Return a finding in hand; raise UnknownFinding."""
    assert desk.user is not None
    detail = views.show(desk.queue, finding)
    family = detail.item.code[:3]
    return Work(
        detail=detail,
        quoted=None if detail.context is None else paragraph(detail.context),
        why=reason(detail.item.code),
        choices=choices(detail.item, desk.user.role),
        here=here,
        onward=onward,
        back=back,
        key=key,
        likely=(_BY_CODE | _RESOLUTIONS).get(family, Resolution.REWORDED),
    )


def paragraph(context: Context) -> Context:
    """Return the context cut to the finding's own paragraph, from word to word."""
    _, broken, before = context.before.rpartition("\n")
    after, ended, _ = context.after.partition("\n")
    if not broken and len(before) >= views.CONTEXT:
        before = "… " + before.partition(" ")[2]
    if not ended and len(after) >= views.CONTEXT:
        after = after.rpartition(" ")[0] + " …"
    return Context(before=before, exact=context.exact, after=after)
