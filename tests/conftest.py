"""Fixtures every test may use."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

# As in CI, the same examples on every run and no clock: a busy machine must not decide on a test.
# To explore, run with --hypothesis-profile=default.
settings.load_profile("ci")


@pytest.fixture(scope="session", autouse=True)
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the commands fetch out of the cache of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of gold data beside the checkout, or skip."""
    folder = Path(os.environ.get("FACTCHECK_SHARED", ROOT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip(f"gold data not found at {folder}; set FACTCHECK_SHARED")
    return folder
