import pytest

from factcheck.language.detect import detect, language_of
from factcheck.model.article import Article, Block, BlockKind, Span

FRENCH = (
    "Le pont a été construit par la ville et il est le plus vieux des ponts de la vallée. "
    "Les habitants ne passent plus que dans un sens et le maire est pour une nouvelle route. "
)
ENGLISH = (
    "The bridge was built by the town and it is the oldest of its kind in the valley. "
    "The people who live there have to wait for it, and the mayor is for a new road. "
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge was built by the town and it is the oldest of its kind.", "en"),
        ("Die Brücke wurde von der Stadt gebaut und ist die älteste in dem Land.", "de"),
        ("Le pont a été construit par la ville et il est le plus vieux des ponts.", "fr"),
        ("El puente fue construido por la ciudad y es el más viejo de los puentes.", "es"),
        ("Il ponte è stato costruito dalla città e non è più il solo della valle.", "it"),
        ("De brug werd door de stad gebouwd en het is een van de oudste van het land.", "nl"),
        ("A ponte não foi construída para isso, mas há muito que a cidade já o sabe.", "pt"),
        ("Bron byggdes av staden och den är inte så gammal som man har sagt till oss.", "sv"),
        ("Most wybudowano przez miasto, ale nie jest to już ten, który się zawalił.", "pl"),
        ("Most postavilo město, ale podle mapy je to už jiný, který se také zřítil.", "cs"),
        ("Мост был построен городом, и он самый старый.", "ru"),
        ("Міст збудувало місто, і він найстаріший.", "uk"),
        ("Η γέφυρα χτίστηκε από την πόλη.", "el"),
        ("橋は市によって建てられた。", "ja"),
        ("这座桥是城市建造的。", "zh"),
        ("다리는 도시가 지었다.", "ko"),
        ("بني الجسر من قبل المدينة", "ar"),
        ("12 34 56", None),
        ("a;a;y a;a;y a;a;a", None),
        ("", None),
    ],
)
def test_detect(text: str, language: str | None) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("stated", "text", "language"),
    [
        (None, FRENCH, "fr"),
        (None, "12 34", "en"),
        ("und", FRENCH, "fr"),
        ("fr-CA", FRENCH, "fr"),
        ("en_GB", ENGLISH, "en"),
        ("eng", ENGLISH, "en"),
        ("en", FRENCH * 2, "fr"),
        ("de", ENGLISH * 2, "en"),
        ("en", "Мост был построен городом.", "ru"),
        ("en", "Le pont.", "en"),
        ("la", FRENCH * 2, "la"),
        ("en", ENGLISH + FRENCH, "en"),
    ],
)
def test_what_a_document_states_holds_unless_its_words_surely_say_otherwise(
    stated: str | None, text: str, language: str
) -> None:
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    article = Article(key="a", text=text, blocks=(block,), language=stated)
    assert language_of(article) == language
