"""Reports: what a lint says, one output format a file in ``formats/``, found by its name."""

from factcheck.reports.batch import Batch, Look, Outcome
from factcheck.reports.registry import format_names, render

__all__ = ["Batch", "Look", "Outcome", "format_names", "render"]
