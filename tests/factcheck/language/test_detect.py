import pytest

from factcheck.language.detect import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge was built by the town and it is the oldest of its kind.", "en"),
        ("Die Brücke wurde von der Stadt gebaut und ist die älteste in dem Land.", "de"),
        ("Le pont a été construit par la ville et il est le plus vieux des ponts.", "fr"),
        ("El puente fue construido por la ciudad y es el más viejo de los puentes.", "es"),
        ("12 34 56", None),
        ("", None),
    ],
)
def test_detect(text: str, language: str | None) -> None:
    assert detect(text) == language
