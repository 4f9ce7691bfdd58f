"""The shortcuts: switch them off, or give them other letters. Each browser has its own."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from factcheck.errors import UsageError
from factcheck.queue.roles import Action
from factcheck.web import keys
from factcheck.web.access import needs
from factcheck.web.desk import AtDesk
from factcheck.web.flash import Flash

router = APIRouter()


@router.get("/settings", dependencies=[needs(Action.READ)])
def settings_page(desk: AtDesk) -> Response:
    """Show the shortcuts."""
    return desk.page("settings.html", meanings=keys.MEANINGS)


@router.post("/settings", dependencies=[needs(Action.READ)])
async def choose(request: Request, desk: AtDesk) -> Response:
    """Remember other shortcuts in the browser."""
    async with request.form(max_files=0, max_fields=100) as form:
        stated = {name: str(value) for name, value in form.items()}
    if stated.get("reset"):
        chosen = keys.Keys()
    else:
        letters = {name: stated[name].strip() for name in keys.DEFAULTS if name in stated}
        try:
            chosen = keys.checked(on=stated.get("on") == "yes", letters=letters)
        except UsageError as error:
            return desk.redirect("/settings", Flash(text=f"{error}.", problem=True))
    response = desk.redirect("/settings", Flash(text="Kept in this browser."))
    keys.keep(response, chosen)
    return response
