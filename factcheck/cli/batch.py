"""Work through several targets: progress on a terminal, on past one that fails."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Generic, TypeVar

from factcheck.errors import ConfigError, FactcheckError, QueueError
from factcheck.fetch import scrub
from factcheck.reports.visible import visible

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Generic[ResultT]):
    """One target's result, or the line that says why there is none."""

    target: str
    result: ResultT | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run(Generic[ResultT]):
    """All that was done; ``complete`` is False after an interruption."""

    done: tuple[Done[ResultT], ...]
    complete: bool = True


def work_through(
    targets: Sequence[str], work: Callable[[str], ResultT], *, quiet: bool = False
) -> Run[ResultT]:
    """Do the work for each target; one that cannot be read does not stop the others.

    Ctrl-C and SIGTERM end the run with what there is. A wrong setting or a broken queue concerns
    every target, so ConfigError and QueueError are raised at once.
    """
    done: list[Done[ResultT]] = []
    try:
        with _progress(len(targets), quiet=quiet) as step:
            for target in targets:
                step(target)
                done.append(_one(target, work))
    except KeyboardInterrupt:
        return Run(done=tuple(done), complete=False)
    return Run(done=tuple(done))


def _one(target: str, work: Callable[[str], ResultT]) -> Done[ResultT]:
    shown = scrub(target)
    try:
        return Done(target=shown, result=work(target))
    except (ConfigError, QueueError):
        raise
    except FactcheckError as error:
        return Done(target=shown, error=str(error))


@contextmanager
def _progress(count: int, *, quiet: bool) -> Iterator[Callable[[str], None]]:
    if quiet or count < 2 or not sys.stderr.isatty():
        with nullcontext():
            yield lambda _: None
        return
    # Imported here: only several targets on a terminal need it.
    from rich.console import Console  # noqa: PLC0415
    from rich.markup import escape  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=count)
        number = -1

        def step(target: str) -> None:
            nonlocal number
            number += 1
            bar.update(task, completed=number, description=escape(visible(scrub(target))[:60]))

        yield step
