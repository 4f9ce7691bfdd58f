"""The one door to the network, and to files: a target in, a document out.

``open_document`` takes whatever the user typed. ``fetch`` takes a URL. For several targets make a
``factcheck.fetch.client.Client`` once, which keeps the pace per host; it is a module of its own so
that reading a file never loads an HTTP client.
"""

from factcheck.fetch.opening import open_document
from factcheck.fetch.scrub import scrub
from factcheck.fetch.settings import FetchSettings
from factcheck.model.document import Document

__all__ = ["FetchSettings", "fetch", "open_document", "scrub"]


def fetch(url: str, settings: FetchSettings) -> Document:
    """Fetch one URL; raise FetchError, AddressRefused or LimitExceeded."""
    from factcheck.fetch.client import Client  # noqa: PLC0415  # see the module's docstring

    return Client(settings).fetch(url)
