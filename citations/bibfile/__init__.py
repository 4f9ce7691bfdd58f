"""Tidy and check .bib files in place: what is not understood stays byte for byte.

``citations.formats`` reads a file into items; here the file itself stays the truth. A file is
split into segments (entries, comments, preambles, strings, broken blocks, white space) whose raw
texts joined are the file. Steps, each a small function ``Entry -> Entry``, rewrite the entries;
every change is reported with the step that made it, and ``undo`` takes all of them back.
"""

from citations.bibfile.changes import Change
from citations.bibfile.entry import Entry, Field
from citations.bibfile.fault import Fault
from citations.bibfile.segments import Segment, split
from citations.bibfile.steps import STEPS, Letters, Step, steps_for
from citations.bibfile.tidy import Layout, Rewrite, Tidied, tidy, undo

__all__ = [
    "STEPS",
    "Change",
    "Entry",
    "Fault",
    "Field",
    "Layout",
    "Letters",
    "Rewrite",
    "Segment",
    "Step",
    "Tidied",
    "split",
    "steps_for",
    "tidy",
    "undo",
]
