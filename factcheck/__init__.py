"""The editorial desk: read an article, find what needs an editor, remember the decisions."""

__version__ = "0.1.0"
