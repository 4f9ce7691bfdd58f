"""JATS: what is read out of an archived article, and what is refused."""

import pytest

from factcheck.errors import UnreadableDocument
from factcheck.model.article import Article
from factcheck.model.document import Document
from factcheck.readers import choose, read

FRONT = """<?xml version="1.0"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Archiving v1.2//EN" "JATS-archive.dtd">
<article article-type="research-article" xml:lang="en" xmlns:xlink="http://www.w3.org/1999/xlink">
<front><journal-meta><journal-title-group><journal-title>Ports</journal-title>
</journal-title-group></journal-meta><article-meta><article-id pub-id-type="doi">10.5555/p.1
</article-id><title-group><article-title>A harbour and its tides</article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Doe</surname>
<given-names>Jo</given-names></name></contrib></contrib-group>
<pub-date pub-type="ppub"><year>2020</year></pub-date>
<pub-date pub-type="epub"><day>4</day><month>5</month><year>2019</year></pub-date>
</article-meta></front>"""
BODY = """<body><sec><title>Silt</title><p>The basin filled with silt over many winters, as was
found elsewhere [<xref ref-type="bibr" rid="B1">1</xref>].</p></sec></body><back><ref-list>
<title>References</title><ref id="B1"><label>1.</label><mixed-citation>Marsh K. (2018) Dredging for
beginners. Ports 3(2): 11-19.<pub-id pub-id-type="doi"> 10.5555/q.2</pub-id></mixed-citation></ref>
<ref id="B2"><label>2.</label><element-citation><person-group><name><surname>Roe</surname>
<given-names>P</given-names></name></person-group><year>2017</year><article-title>Mud
</article-title><source>Quays</source><volume>4</volume><fpage>5</fpage><lpage>9</lpage>
</element-citation></ref></ref-list></back></article>"""


def article_of(text: str, target: str = "paper.xml") -> Article:
    return read(Document(target=target, body=text.encode()))


def test_article() -> None:
    article = article_of(FRONT + BODY)
    assert (article.title, article.authors) == ("A harbour and its tides", ("Jo Doe",))
    assert (str(article.published), article.published_from) == ("2019-05-04", "JATS")
    assert (article.site_name, article.language) == ("Ports", "en")
    assert article.key == "https://doi.org/10.5555/p.1"
    assert [block.kind.value for block in article.blocks] == ["heading", "paragraph"]
    assert [link.url.rpartition("#")[2] for link in article.links] == ["B1"]
    first, second = (placed.entry for placed in article.entries)
    assert (first.label, first.ids, first.list_heading) == ("1", ("B1",), "References")
    assert first.text.startswith("Marsh K. (2018) Dredging for beginners. Ports 3(2): 11-19.")
    assert ("doi", "10.5555/q.2") in first.metadata
    assert second.text == "Roe, P (2017). Mud. Quays, 4, 5–9."


def test_it_is_known_by_its_first_bytes() -> None:
    document = Document(target="-", body=(FRONT + BODY).encode())
    assert choose(document).name == "jats"


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE article [<!ENTITY a "b">]><article>&a;</article>',
        '<!DOCTYPE article SYSTEM "file:///etc/passwd" [<!ENTITY % x SYSTEM "y">]><article/>',
        "<feed><entry/></feed>",
        "<article><front>",
        "<article>" + "<sec>" * 400 + "</sec>" * 400 + "</article>",
    ],
    ids=["entity", "external", "not-jats", "broken", "deep"],
)
def test_refusals(text: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"paper\.xml"):
        article_of(text)
