"""Reference lists in the markup of designs that the gold pages do not hold; all text is made up."""

import pytest

from citations.extract import find_entries

ONE = "Doe, J., &amp; Roe, P. (2019). A harbour and its tides. Ports, 3(2), 11–19."
TWO = "Marsh, K. (2020). Dredging for beginners. Coast Press."
PRINTED = [
    "Doe, J., & Roe, P. (2019). A harbour and its tides. Ports, 3(2), 11–19.",
    "Marsh, K. (2020). Dredging for beginners. Coast Press.",
]
PROSE = "<p>The harbour board agreed on Tuesday to dredge the old basin before winter.</p>" * 6
OUT = "<a href='https://a.example/s'>Google Scholar</a>"

DESIGNS = {
    "wiley": "<section class=article-section__references id=references-section><div>"
    "<ul class='rlist separator'>"
    f"<li data-bib-id=b1><span class=author></span>{ONE}<div class=extra-links>{OUT}</div></li>"
    f"<li data-bib-id=b2>{TWO}<div class=extra-links>{OUT}</div></li></ul></div></section>",
    "elsevier": "<section class='bibliography u-font-serif'><h2>References</h2>"
    "<ol class=references><li><span class=label><a href='#bbb1'>[1]</a></span>"
    f"<span class=reference id=sbref1>{ONE}</span></li>"
    f"<li><span class=label><a href='#bbb2'>[2]</a></span><span class=reference>{TWO}</span></li>"
    "</ol></section>",
    "springer": "<section data-title=References><h2>References</h2><ul "
    "class=c-article-references><li class=c-article-references__item><p "
    f"class=c-article-references__text id=ref-CR1>{ONE}</p><p class=c-article-references__links>"
    f"{OUT}</p></li><li class=c-article-references__item><p id=ref-CR2>{TWO}</p></li></ul>"
    "</section>",
    "frontiers": f"<h2>References</h2><div class=References><p class=ReferencesCopy1>{ONE}</p>"
    f"<p class=ReferencesCopy2>{OUT}</p></div><div class=References><p class=ReferencesCopy1>"
    f"{TWO}</p><p class=ReferencesCopy2>{OUT}</p></div>",
    "mla": f"<p style='text-align:center'>Works Cited</p><p>{ONE}</p><p>{TWO}</p>",
    "wordpress-notes": f"<ol class=wp-block-footnotes><li id=a1>{ONE} <a href='#a1-link'>↩︎</a></li>"
    f"<li id=a2>{TWO} <a href='#a2-link'>↩︎</a></li></ol>",
    "easy-footnotes": "<div class=easy-footnote-title><h4>Notes</h4></div><ol "
    f"class=easy-footnotes-wrapper><li class=easy-footnote-single>{ONE}"
    f"<a class=easy-footnote-to-top href='#x'></a></li><li class=easy-footnote-single>{TWO}</li>"
    "</ol>",
    "pensoft": f"<div><div class=art-ref><a name=B1></a>{ONE}</div><div class=art-ref>{TWO}</div>"
    "</div>",
    "pre": f"<h2>7. References</h2><pre>[RFC8011] {ONE}\n\n[RFC9110] {TWO}\n</pre>",
    "ikiwiki": f"<h1>References</h1><ol><li><p>{ONE}</p></li><li><p>{TWO}</p></li></ol>",
    "blogger": f"<div dir=ltr><b>References:</b><br><br>{ONE}<br><br>{TWO}<br></div>",
    "spip": f"<div class=notes><h2>Notes</h2><div id=nb1><p>[<a href='#nh1'>1</a>] {ONE}</p></div>"
    f"<div id=nb2><p>[<a href='#nh2'>2</a>] {TWO}</p></div></div>",
    "hugo": f"<div class=footnotes role=doc-endnotes><hr><ol><li id='fn:1'><p>{ONE}&#160;<a "
    f"class=footnote-backref href='#fnref:1'>↩︎</a></p></li><li id='fn:2'><p>{TWO}</p></li></ol>"
    "</div>",
    "rule-alone": f"<hr><p class=small>{ONE}</p><p class=small>{TWO}</p>",
    "substack": f"<div class=footnote><a id=f1 class=footnote-number href='#fa1'>1</a><div><p>{ONE}"
    f"</p></div></div><div class=footnote><a id=f2 class=footnote-number href='#fa2'>2</a><div><p>"
    f"{TWO}</p></div></div>",
}


@pytest.mark.parametrize("markup", DESIGNS.values(), ids=DESIGNS.keys())
def test_design(markup: str) -> None:
    page = f"<html><body><article>{PROSE}{markup}</article><footer><p>Coast 2024</p></footer>"
    assert [entry.text for entry in find_entries(page)] == PRINTED
