"""An article's list in house style, for ``refs --style``."""

import sys
from pathlib import Path

from citations.house_style import Form, is_doubtful, merged, render_list, style_names
from factcheck.errors import UsageError
from factcheck.model.analysis import Analysis

FORMS = tuple(form.value for form in Form)
LIST = "list"
_MOST_BYTES = 5_000_000


def check_style(style: str) -> str | bytes:
    """Return a style's name, or the content of a .csl file. Raises UsageError where it is none."""
    if not style.endswith(".csl"):
        _try(style)
        return style
    try:
        with Path(style).open("rb") as file:
            source = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file can have this name"
        raise UsageError(f"--style {style}: {reason}; give a CSL file or a style's name") from error
    if len(source) > _MOST_BYTES:
        raise UsageError(f"--style {style}: larger than any style; give a CSL file")
    _try(source)
    return source


def _try(style: str | bytes) -> None:
    """Render nothing, to learn of a wrong style before an article is read."""
    try:
        render_list((), style, Form.TEXT)
    except ValueError as error:
        raise UsageError(f"--style: {error}; --style {LIST} shows all") from error


def all_styles() -> str:
    """Return the names of all styles, one a line."""
    return "".join(f"{name}\n" for name in style_names())


def styled(analysis: Analysis, style: str | bytes, form: str, review_below: float) -> str:
    """Return the list, each work once, and say on standard error what stayed as printed."""
    references = merged(analysis.references, analysis.clusters)
    doubtful = sum(is_doubtful(each, review_below) for each in references)
    if doubtful:
        entries = "entry is" if doubtful == 1 else "entries are"
        sys.stderr.write(f"{doubtful} {entries} left as printed and marked [check]\n")
    language = analysis.article.language
    return render_list(references, style, Form(form), language, review_below)
