"""Open the review desk in a browser."""

from dataclasses import replace
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.actor import actor_name
from factcheck.cli.opening import opened
from factcheck.cli.output import write
from factcheck.cli.settings import load_settings

EXAMPLES = """\b
Examples:
  factcheck serve
  factcheck serve --db desk.db --port 9000 --open
"""


def command(
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")
    ] = 8765,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="Another host name the desk answers to."),
    ] = None,
    browse: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    by: options.Actor = None,
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Open the review desk in a browser.

    Without users in the queue it is one person's desk, on this machine only; the name is the
    login name or --by. Ctrl-C ends it.
    """
    # Imported here: --help needs no web framework.
    from factcheck.web.serving import Address, hosts_of, listen, serve, url_of  # noqa: PLC0415
    from factcheck.web.settings import DeskSettings  # noqa: PLC0415

    settings = load_settings(config, {"queue.url": database})
    address = Address(host=host, port=port, names=tuple(name or ()))
    with opened(settings.queue.url, create=False) as queue:
        desk = DeskSettings(queue=queue, actor=actor_name(by), settings=settings)
        desk = replace(desk, hosts=hosts_of(address))
        listening = listen(address, desk)
        write(f"The desk is at {url_of(listening)} (Ctrl-C ends it)\n", None)
        serve(listening, desk, browse=browse)
    return 0
