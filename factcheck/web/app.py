"""The desk as one ASGI application."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from factcheck import __version__
from factcheck.web import api, pages
from factcheck.web.access import Door, doors_of
from factcheck.web.faults import answer_faults
from factcheck.web.guard import Guard
from factcheck.web.rendering import STATIC
from factcheck.web.settings import DeskSettings

_ABOUT = (
    "The review queue and its articles as JSON: the resources of the desk's pages. "
    'Errors are `{"error": one line, "status": number}`.'
)


class _Static(StaticFiles):
    """Static files; an address that states a mark of the content may be kept for good."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        """Return the file."""
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]  # passed on
        scope: Scope = args[2] if len(args) > 2 else kwargs["scope"]  # type: ignore[assignment]  # as above
        marked = scope["query_string"].startswith(b"v=")
        kept = "public, max-age=31536000, immutable" if marked else "no-cache"
        response.headers["Cache-Control"] = kept
        return response


def create_app(settings: DeskSettings) -> FastAPI:
    """Return the desk; raise LookupError for a route that does not state what it needs.

    ``app.state.doors`` are its ways in.
    """
    app = FastAPI(
        title="factcheck desk",
        version=__version__,
        description=_ABOUT,
        openapi_url="/api/openapi.json",
        docs_url=None,  # Swagger and ReDoc come from another site, which the desk's policy forbids
        redoc_url=None,
    )
    app.state.desk = settings
    large_bodies: dict[str, int] = {}
    doors: list[Door] = []
    for module in _modules(pages):
        doors += doors_of(module.router)
        app.include_router(module.router, include_in_schema=False)
        large_bodies |= _large_bodies(module, settings)
    for module in _modules(api):
        doors += doors_of(module.router, "/api")
        app.include_router(module.router, prefix="/api")
        large_bodies |= _large_bodies(module, settings)
    app.state.doors = tuple(doors)
    app.mount("/static", _Static(directory=STATIC), name="static")
    answer_faults(app)
    app.add_middleware(Guard, hosts=settings.hosts, large_bodies=large_bodies)
    return app


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    names = sorted(module.name for module in iter_modules(package.__path__))
    for name in names:
        yield import_module(f"{package.__name__}.{name}")


def _large_bodies(module: ModuleType, settings: DeskSettings) -> Mapping[str, int]:
    stated: tuple[str, ...] = getattr(module, "LARGE_BODIES", ())
    return dict.fromkeys(stated, settings.settings.fetch.max_bytes)
