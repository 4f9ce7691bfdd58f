"""The trained encoder: what a small network sees in each sentence.

``read_sentences`` is the door; it needs onnxruntime, tokenizers and the files of
``factcheck/data``, all of them loaded when it is first called.
"""

from factcheck.language.encoder.reading import (
    Labelled,
    Reading,
    Role,
    is_installed,
    read_sentences,
)

__all__ = ["Labelled", "Reading", "Role", "is_installed", "read_sentences"]
