"""Fixtures every test may use."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of gold data beside the checkout, or skip."""
    folder = Path(os.environ.get("FACTCHECK_SHARED", ROOT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip(f"gold data not found at {folder}; set FACTCHECK_SHARED")
    return folder
