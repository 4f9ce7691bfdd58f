"""What went wrong, as a page or, under ``/api``, as JSON: one line that says what to do."""

import logging
import secrets
from http import HTTPStatus
from urllib.parse import urlsplit

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from factcheck.errors import (
    DecisionConflict,
    DocumentError,
    FactcheckError,
    LimitExceeded,
    NotAllowed,
    QueueUnavailable,
    UnknownFinding,
    UsageError,
)
from factcheck.web.access import SignInFirst
from factcheck.web.desk import at_desk
from factcheck.web.paths import local_path, with_query

_STATUS: tuple[tuple[type[FactcheckError], HTTPStatus], ...] = (
    (UnknownFinding, HTTPStatus.NOT_FOUND),
    (DecisionConflict, HTTPStatus.CONFLICT),
    (NotAllowed, HTTPStatus.FORBIDDEN),
    (UsageError, HTTPStatus.BAD_REQUEST),
    (LimitExceeded, HTTPStatus.UNPROCESSABLE_ENTITY),
    (DocumentError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (QueueUnavailable, HTTPStatus.SERVICE_UNAVAILABLE),
)
_TITLES = {
    HTTPStatus.BAD_REQUEST: "That cannot be done",
    HTTPStatus.UNAUTHORIZED: "Sign in first",
    HTTPStatus.FORBIDDEN: "Not with your role",
    HTTPStatus.NOT_FOUND: "Nothing is here",
    HTTPStatus.METHOD_NOT_ALLOWED: "That cannot be done here",
    HTTPStatus.CONFLICT: "Somebody was first",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Too large",
    HTTPStatus.UNPROCESSABLE_ENTITY: "That cannot be read",
    HTTPStatus.SERVICE_UNAVAILABLE: "The queue cannot be reached",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something went wrong",
}
_LOG = logging.getLogger("factcheck.web")


def answer_faults(app: FastAPI) -> None:
    """Have the desk answer every error in its own way."""
    app.add_exception_handler(FactcheckError, _fault)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(SignInFirst, _sign_in)
    app.add_exception_handler(Exception, _bug)


def answer(request: Request, status: int, message: str) -> Response:
    """Return a page, or JSON under ``/api``, that says what went wrong."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": message, "status": int(status)}, status)
    known = HTTPStatus(status)
    title = _TITLES.get(known, known.phrase)
    return at_desk(request).page(
        "fault.html", status=status, title=title, message=message, back=_back(request)
    )


def _back(request: Request) -> str:
    """Return the page of the desk that a request came from, "" for none."""
    try:
        parts = urlsplit(request.headers.get("referer", ""))
    except ValueError:
        return ""
    if parts.netloc != request.headers.get("host"):
        return ""
    return local_path(parts.path + (f"?{parts.query}" if parts.query else ""), "")


def _fault(request: Request, error: Exception) -> Response:
    status = next(
        (status for kind, status in _STATUS if isinstance(error, kind)),
        HTTPStatus.INTERNAL_SERVER_ERROR,
    )
    return answer(request, status, str(error))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    stated = str(error.detail)
    if error.status_code == HTTPStatus.NOT_FOUND and stated == "Not Found":
        stated = "There is no such page at this desk."
    return answer(request, error.status_code, stated)


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    wrong = [
        f"{'.'.join(str(part) for part in each['loc'][1:]) or 'form'}: {each['msg'].lower()}"
        for each in error.errors()[:5]
    ]
    return answer(request, HTTPStatus.UNPROCESSABLE_ENTITY, "; ".join(wrong))


def _sign_in(request: Request, error: Exception) -> Response:  # noqa: ARG001 a handler's signature
    if request.url.path.startswith("/api/") or request.method not in ("GET", "HEAD"):
        return answer(request, HTTPStatus.UNAUTHORIZED, "Sign in first: nothing was done.")
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(with_query("/login", [("next", asked)]), HTTPStatus.SEE_OTHER)


def _bug(request: Request, error: Exception) -> Response:
    mark = secrets.token_hex(4)
    _LOG.error("fault %s at %s", mark, request.url.path, exc_info=error)
    return answer(
        request,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        f"Something went wrong here, and nothing was changed by halves. The log calls it {mark}.",
    )
