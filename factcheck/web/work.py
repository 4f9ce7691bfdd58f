"""A finding in hand: everything that its panel shows."""

from dataclasses import dataclass

from factcheck.queue import evidence, insight, views
from factcheck.queue.evidence import ClaimRecord
from factcheck.queue.items import Context, Detail
from factcheck.queue.roles import Action
from factcheck.queue.states import Resolution
from factcheck.reports.reasons import reason
from factcheck.web.choices import RISKS, SNOOZES, Choices, choices
from factcheck.web.desk import Desk
from factcheck.web.excerpt import paragraph

_RESOLUTIONS = {"REF": Resolution.DUPLICATE_MERGED, "VER": Resolution.LINK_REPLACED}
_BY_CODE = {"CLM": Resolution.SOURCE_ADDED, "QUO": Resolution.ATTRIBUTION_ADDED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A finding in hand.

    ``here`` is the page it is worked on at, ``onward`` and ``back`` those of its neighbours,
    ``key`` names the submission of its form, ``likely`` is the resolution that its rule suggests.
    ``record`` is what it rests on, ``alike`` are the other findings of its group that wait.
    """

    detail: Detail
    quoted: Context | None
    record: ClaimRecord
    alike: tuple[int, ...]
    why: str
    choices: Choices
    here: str
    onward: str | None
    back: str | None
    key: str
    likely: Resolution
    resolutions: tuple[Resolution, ...] = tuple(Resolution)
    snoozes: tuple[tuple[int, str], ...] = SNOOZES
    risks: tuple[tuple[int, str], ...] = RISKS


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
        record=evidence.record_of(
            desk.queue, finding, confidential=desk.may(Action.READ_CONFIDENTIAL)
        ),
        alike=insight.alike(desk.queue, (detail.item,)).get(detail.item.id, ()),
        why=reason(detail.item.code),
        choices=choices(detail.item, desk.user.role),
        here=here,
        onward=onward,
        back=back,
        key=key,
        likely=(_BY_CODE | _RESOLUTIONS).get(family, Resolution.REWORDED),
    )
