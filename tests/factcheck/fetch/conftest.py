"""Two sites on loopback, settings that open them, a clock, a certificate authority."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from factcheck.fetch.settings import FetchSettings
from tests.factcheck.fetch.loopback import LOOPBACK, Clock, Site


@pytest.fixture
def site() -> Iterator[Site]:
    running = Site()
    yield running
    running.close()


@pytest.fixture
def other() -> Iterator[Site]:
    running = Site()
    yield running
    running.close()


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="session")
def ca_file(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("authority") / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


@pytest.fixture
def settings(site: Site, other: Site, ca_file: Path) -> FetchSettings:
    """Settings that open the two sites and nothing else of this machine."""
    hosts = (LOOPBACK, "a.test", "b.test")
    ports = (site.port, other.port)
    return FetchSettings(
        allow_private_addresses=tuple(f"{host}:{port}" for host in hosts for port in ports),
        per_host_delay=0.0,
        total_timeout=5.0,
        connect_timeout=2.0,
        max_bytes=1_000_000,
        ca_file=ca_file,  # one certificate loads faster than the world's
    )


@pytest.fixture
def clock() -> Clock:
    return Clock()
