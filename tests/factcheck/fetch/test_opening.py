"""Whatever the user typed: a document, or one line that names it and the way out."""

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from factcheck.errors import AddressRefused, DocumentError, FactcheckError, LimitExceeded
from factcheck.fetch import open_document
from factcheck.fetch.client import Client
from factcheck.fetch.settings import FetchSettings
from tests.factcheck.fetch.loopback import Answer, Site

SETTINGS = FetchSettings()


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.html", "text/html"), ("a.HTM", "text/html"), ("a.md", "text/markdown"),
        ("a.txt", "text/plain"), ("a.xml", "application/xml"), ("a.pdf", "application/pdf"),
        ("a", None), ("a.unknown", None), ("x:y.md", "text/markdown"),
    ],
)  # fmt: skip
def test_a_file(tmp_path: Path, name: str, media_type: str | None) -> None:
    path = tmp_path / name
    path.write_bytes(b"text")
    document = open_document(str(path), SETTINGS)
    assert (document.target, document.body) == (str(path), b"text")
    assert (document.media_type, document.url) == (media_type, None)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    assert open_document("-", SETTINGS, stdin=b"given").body == b"given"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"piped")))
    assert open_document("-", SETTINGS).body == b"piped"


def test_a_url(site: Site, settings: FetchSettings) -> None:
    site.answers["/"] = Answer()
    assert open_document(site.url(), settings).url == site.url()
    assert open_document(site.url(), settings, client=Client(settings)).body == b"<p>a page</p>"


@pytest.mark.parametrize(
    ("target", "way_out"),
    [
        ("missing.html", "check the path"),
        ("example.com/page", "starts with https://"),
        ("", "a directory"),
        (".", "a directory"),
        ("a\x00b", "not a file's path"),
        ("x" * 100_000, "pipe it in"),
        ("ftp://x.example/a", "only http"),
        ("file:///etc/passwd", "only http"),
        ("javascript:alert(1)", "only http"),
        ("data:text/html,x", "only http"),
        ("http:/x.example", "https://host/"),
    ],
)
def test_nothing_to_open(
    target: str, way_out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DocumentError, match=way_out) as caught:
        open_document(target, SETTINGS)
    assert len(str(caught.value).splitlines()) == 1
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("body", [b"", b" \n\t"])
def test_nothing_in_it(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(body)
    with pytest.raises(DocumentError, match="empty"):
        open_document(str(path), SETTINGS)
    with pytest.raises(DocumentError, match="standard input: empty"):
        open_document("-", SETTINGS, stdin=body)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(DocumentError, match="no permission"):
        open_document(str(tmp_path / "a.html"), SETTINGS)


@pytest.mark.parametrize("target", ["file", "-", "/dev/zero"])
def test_too_big(tmp_path: Path, target: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 1001)
    asked = replace(SETTINGS, max_bytes=1000)
    with pytest.raises(LimitExceeded, match="max_bytes"):
        open_document(str(path) if target == "file" else target, asked, stdin=b"x" * 1001)


def test_a_refusal_is_a_document_error() -> None:
    assert issubclass(AddressRefused, DocumentError)
    assert issubclass(LimitExceeded, FactcheckError)


def test_reading_a_file_loads_no_http_client(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"text")
    script = (
        "import sys; from factcheck.fetch import FetchSettings, open_document; "
        "open_document(sys.argv[1], FetchSettings()); assert 'httpx' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)
