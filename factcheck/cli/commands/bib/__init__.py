"""Export an article's references; tidy, check and convert bibliography files."""

DEFAULT = "export"
