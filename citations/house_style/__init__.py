"""A reference list in house style, ready to paste: CSL styles through citeproc-py.

``render_list`` is the whole of it. Entries that were understood are set in the style, duplicates
must have been merged before (``merged``); doubtful ones stay as printed and are marked. Scraped
text is escaped for the form that is written. The processor is imported when a list is rendered.
"""

from citations.house_style.listing import DOUBTFUL, is_doubtful, merged, render_list
from citations.house_style.marks import Form
from citations.house_style.styles import near_names, style_names

__all__ = [
    "DOUBTFUL",
    "Form",
    "is_doubtful",
    "merged",
    "near_names",
    "render_list",
    "style_names",
]
