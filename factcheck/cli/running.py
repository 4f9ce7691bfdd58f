"""Run a command and turn whatever happens into an exit code and, at most, one line.

0 clean, 1 findings at or above ``fail_on``, 2 usage, configuration or a document that could not
be read, 130 interrupted. A reader that closes the pipe early (``| head``) is no fault: 0.
"""

import errno
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

import typer

from factcheck.cli.group import root
from factcheck.errors import FactcheckError
from factcheck.reports.batch import ExitCode
from factcheck.reports.visible import visible

FOUND, FAILED, INTERRUPTED = ExitCode.FOUND, ExitCode.FAILED, ExitCode.INTERRUPTED

_PROGRAM = "factcheck"


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; nothing but a bug gets out of here."""
    _make_output_forgiving()
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        return _closed_pipe()
    except OSError as error:
        if error.errno == errno.EPIPE:
            return _closed_pipe()
        reason = error.strerror or type(error).__name__
        name = f"{error.filename}: " if error.filename else ""
        return complain(f"{name}{reason}; nothing was changed, free space or choose another place")
    finally:
        signal.signal(signal.SIGTERM, before)
    return code


def _run(arguments: Sequence[str] | None) -> int:
    try:
        result = root()(
            args=None if arguments is None else list(arguments),
            prog_name=_PROGRAM,
            standalone_mode=False,
        )
    except FactcheckError as error:
        return complain(str(error))
    except typer.Abort:
        return INTERRUPTED
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    except typer.TyperException as error:
        return _wrong_usage(error)
    return result if isinstance(result, int) else 0


def complain(message: str) -> int:
    """Print one line on standard error and return the exit code of a failure."""
    sys.stderr.write(f"{_PROGRAM}: {visible(message)}\n")
    return FAILED


def _wrong_usage(error: typer.TyperException) -> int:
    context = getattr(error, "ctx", None)
    describe = getattr(error, "format_message", None)
    message = str(describe() if describe else error)
    if type(error).__name__ == "NoArgsIsHelpError":
        sys.stderr.write(f"{message}\n")
        return FAILED
    command = context.command_path if context is not None else _PROGRAM
    return complain(f"{message.rstrip('.')}; '{command} --help' shows what there is")


def _closed_pipe() -> int:
    # Python flushes standard output once more at exit; what is left must have somewhere to go.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 a handler's signature
    raise KeyboardInterrupt


def _make_output_forgiving() -> None:
    # An article may hold what the terminal's encoding cannot: show it escaped, never fail.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
