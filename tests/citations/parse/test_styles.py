"""Styles of many houses and languages, text around articles, and that nothing printed is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations import parse_reference, parse_references
from citations.item import ItemType
from citations.parse.cues import is_cue
from citations.parse.tagger.tokens import tokenize

# (printed, {field: value}); "author" and "editor" are family names or literals, joined by "; ".
STYLES: dict[str, tuple[str, dict[str, str]]] = {
    "german book": (
        (
            "Kern, Ulrich (1986): Hafengesellschaft. Auf dem Weg in eine andere Stadt, "
            "Frankfurt a. M.: Campus."
        ),
        {"author": "Kern", "title": "Hafengesellschaft. Auf dem Weg in eine andere Stadt"},
    ),
    "german edited book": (
        (
            "Roth, Hans-Peter/Hahn, Michael (Hrsg.) (1995): Stadt und Hafen. Opladen: Leske "
            "+ Budrich."
        ),
        {"author": "", "editor": "Roth; Hahn", "publisher": "Leske + Budrich"},
    ),
    "german chapter": (
        (
            "Egger, Rainer (2004): Die Struktur der Häfen. In: Hradil, Stefan (Hg.): "
            "Lehrbuch der Hafenkunde. 3., überarb. Aufl. Wiesbaden: VS Verlag für "
            "Sozialwissenschaften, S. 45–78."
        ),
        {"container_title": "Lehrbuch der Hafenkunde", "editor": "Hradil", "page": "45-78"},
    ),
    "german apa chapter": (
        (
            "Mahler, K. U. & Roth, W. (1989). Lebensläufe im Hafen. In A. Weiland (Hrsg.), "
            "Spielräume (S. 41-60). Stuttgart: Enke."
        ),
        {"author": "Mahler; Roth", "container_title": "Spielräume", "editor": "Weiland"},
    ),
    "german journal": (
        (
            "Kohl, M., 1985: Die Ordnung der Schleusen. Kölner Zeitschrift für Soziologie "
            "und Sozialpsychologie 37: 1-29."
        ),
        {"volume": "37", "page": "1-29", "title": "Die Ordnung der Schleusen"},
    ),
    "pages before in": (
        (
            "Hahn, Johannes, und Michael Ebert, 1998: Wohnen am Wasser. S. 85–106 in: Jürgen "
            "Fried (Hrsg.), Die Flut-These. Opladen: Leske & Budrich."
        ),
        {"author": "Hahn; Ebert", "editor": "Fried", "container_title": "Die Flut-These"},
    ),
    "quoted after": (
        "Zit. nach Brandt, Willi: Strömungen, Berlin 1989, S. 212.",
        {"author": "Brandt", "title": "Strömungen", "publisher_place": "Berlin"},
    ),
    "same editor": (
        (
            "Kern, H. (2005): Nachtrag. In: ders. (Hrsg.): Gesammelte Schriften. Köln: "
            "Böhlau, S. 3-9."
        ),
        {"author": "Kern", "editor": "Kern", "container_title": "Gesammelte Schriften"},
    ),
    "french article": (
        (
            "Bertin, Daniel, « L’approche des quais », Cahiers internationaux de sociologie, "
            "vol. LXIX, 1980, p. 197-225."
        ),
        {"volume": "LXIX", "container_title": "Cahiers internationaux de sociologie"},
    ),
    "french chapter": (
        (
            "Laroche, B., « La vie du port », in F. de Sainte (dir.), La ville en questions, "
            "Paris, Syros, 1996, p. 79-94."
        ),
        {"editor": "Sainte", "container_title": "La ville en questions", "publisher": "Syros"},
    ),
    "italian chapter": (
        (
            "Sarti C., Le politiche del porto, in M. Bardi e C. Sarti (a cura di), Lo stato "
            "dei porti in Italia, Bologna, Il Mulino, 1997, pp. 301-310."
        ),
        {"editor": "Bardi; Sarti", "publisher": "Il Mulino", "page": "301-310"},
    ),
    "spanish chapter": (
        (
            "Prado, C. (2001). La sociedad del agua. En J. Gómez (ed.), Manual de puertos "
            "(pp. 23-44). Madrid: Alianza."
        ),
        {"editor": "Gómez", "container_title": "Manual de puertos"},
    ),
    "brazilian book": (
        ("DUARTE, Ana de Melo. O porto e a cidade: uma história. 2. ed. São Paulo: Cortez, 2000."),
        {"author": "Duarte", "publisher": "Cortez", "publisher_place": "São Paulo"},
    ),
    "dutch article": (
        (
            "Van der Laan, T. en Dekker, P. (2011). Vertrouwen in de haven. Mens & Stad, "
            "86(2), 118-140."
        ),
        {"author": "Van der Laan; Dekker", "volume": "86", "issue": "2"},
    ),
    "chicago chapter": (
        (
            "Bijker, R. V., and A. van den Broek. “Trends in Tides.” In The Wealth of "
            "Rivers, edited by J. de Vries and M. Have, 33–61. The Hague: SDU, 2011."
        ),
        {"author": "Bijker; Broek", "container_title": "The Wealth of Rivers"},
    ),
    "mla article": (
        (
            'Putney, Robert D. "Rowing Alone: The Decline of Crews." Journal of Rivers 6.1 '
            "(1995): 65-78. Print."
        ),
        {"volume": "6", "issue": "1", "page": "65-78"},
    ),
    "ieee book": (
        (
            "R. E. Parker and E. W. Burger, Introduction to the Science of Tides, 3rd ed. "
            "Chicago, IL, USA: Univ. of Chicago Press, 1969, pp. 12–19."
        ),
        {"author": "Parker; Burger", "edition": "3rd ed."},
    ),
    "patent": (
        "U.S. Patent No. 6,111,222, Method for lifting a lock gate, issued Sept. 4, 2001.",
        {"author": "", "title": "Method for lifting a lock gate"},
    ),
    "lost blank": (
        "A. Roth, Tidal loads ,inAdvances in Hydrology (2003), edited byM. Hahn",
        {"author": "Roth", "container_title": "Advances in Hydrology"},
    ),
    "body with commas": (
        (
            "Bundesministerium für Bildung, Häfen und Verkehr (BMBHV) (2009): 13. "
            "Hafenbericht. Berlin."
        ),
        {
            "author": "Bundesministerium für Bildung, Häfen und Verkehr (BMBHV)",
            "title": "13. Hafenbericht",
        },
    ),
}


def people(reference_names: tuple[object, ...]) -> str:
    return "; ".join(
        str(getattr(name, "literal", None) or getattr(name, "family", ""))
        for name in reference_names
    )


@pytest.mark.parametrize(("text", "fields"), STYLES.values(), ids=STYLES)
def test_reads_the_style(text: str, fields: dict[str, str]) -> None:
    item = parse_reference(text).item
    found = {
        name: people(getattr(item, name))
        if name in ("author", "editor")
        else str(getattr(item, name) or "")
        for name in fields
    }
    assert found == fields


AROUND_ARTICLES = (
    "By Maria Sand and John Reed, Nairobi",
    "Maria Sand is a senior correspondent covering energy.",
    "Home › World › Europe",
    "Home | News | Sport | Weather",
    "5 min read",
    "Skip to main content",
    "Residents wait for water in the old town, 12 May 2020.",
    "A ferry leaves the harbour at dawn on Tuesday.",
    "Have you been affected by this story? Get in touch.",
    "Note: Figures are adjusted for inflation.",
    "Loading...",
    "© 2021 The Harbour Times. All rights reserved.",
    "Von Anna Kern, Kiel",
    "Artikel teilen",
    "Lesedauer: 4 Minuten",
    "Aktualisiert am 3. Mai 2021, 14:20 Uhr",
    "Die Ministerin kündigte am Montag an, das Gesetz noch in diesem Jahr vorzulegen.",
    "Par Jeanne Marin, à Lyon",
    "Publié le 3 mai 2021 à 14h20, mis à jour à 16h",
    "Le ministre a annoncé lundi que le texte serait présenté à l'automne.",
    "Partager sur Facebook",
    "Compartir en redes sociales",
    "El gobierno anunció el lunes que aplazará la reforma hasta el próximo año.",
    "Di Giulia Sala, Roma",
    "Condividi su Facebook",
    "O governo anunciou na segunda-feira o adiamento da obra.",
    "Compartilhe esta notícia",
    "Поделиться в соцсетях",
    "Министр заявил в понедельник, что реформу отложат до следующего года.",
    "Текст: Анна Котова",
)
REFERENCES = (
    "Eurostat, Population on 1 January, 2021",
    "The Guardian, 3 May 2021",
    "Sand, J. (2019). Ports.",
    "Author's interview with the harbour master, 3 March 2020",
    "Interview mit Hans Kern, 3. Mai 2020",
    "Le Monde, 4 mai 2019",
    "Source: Ministry of Health",
    "Quelle: Statistisches Bundesamt",
    "Fuente: INE",
    "Harbour Act 1964, s. 12",
    '[1] BBC News: "Ferry runs aground", 2 Feb 2018',
    "Kern: Hafenkunde, Kiel 1999",
    "https://www.example.org/report.pdf",
    "UN Doc. A/75/982",
    "Sand, op. cit., p. 3",
)


def test_tells_references_from_what_stands_around_articles() -> None:
    said = [r.kind == "not_a_reference" for r in parse_references((*AROUND_ARTICLES, *REFERENCES))]
    right = sum(said[: len(AROUND_ARTICLES)])
    assert right / len(AROUND_ARTICLES) >= 0.9
    assert right / max(1, sum(said)) >= 0.9


PIECES = st.sampled_from(
    [
        "Doe, J.",
        "(2019).",
        "In ",
        "“A title”",
        "et al.",
        "12(3), 4-5.",
        "https://a.example/b- c",
        "Ibid.",
        "pp. 3",
        "Vol. 4",
        "—",
        "Hrsg.",
        "doi:10.1000/x",
        ". ",
        ", ",
        "Press: ",
        "[Tweet]",
        "ders.",
        "Bd. 2",
        "Aufl.",
        "München",
        "« mot »",
        "Berlin 1999",
        "ISBN 3-16-148410-0",
        "o. J.",
        "Nr. 7",
        "Kern/Roth",
        "inAdvances",
        "見出し",
        "Заголовок",
        "제3권 제2호",
    ]
)


@given(st.lists(PIECES, max_size=14).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_every_word_is_in_a_span_or_kept_or_a_cue(text: str) -> None:
    reference = parse_reference(text)
    rest = list(text)
    for span in reference.fields:
        rest[span.start : span.end] = " " * (span.end - span.start)
    kept = " ".join(value for _, value in reference.item.extra)
    left = "".join(rest)
    for word in (left[start:end] for start, end in tokenize(left)):
        assert not word.isalnum() or word in kept or is_cue(word)


def test_a_lost_blank_parts_tokens() -> None:
    text = "inAdvances byM. arXiv McDonald eBay"
    words = [text[start:end] for start, end in tokenize(text)]
    assert words == ["in", "Advances", "by", "M", ".", "arXiv", "McDonald", "eBay"]


@pytest.mark.parametrize(
    "text",
    [
        "김하나, 물의 시간, 강연구, 제36권 제1호, 127-180쪽, 2019.",
        "김하나 (2019). 물의 시간. 강연구, 36권 1호, 127-180.",
        "田中一 (2019) 水の時間. 川の研究 第36巻第1号, 127-180.",
    ],
    ids=["korean", "korean without a prefix", "japanese"],
)
def test_counter_words_of_east_asia(text: str) -> None:
    item = parse_reference(text).item
    assert (item.volume, item.issue) == ("36", "1")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("孟小舟：《码头的夜》，宁波：海潮书局，2009年，第12-15页。",
         {"author": "孟小舟", "title": "码头的夜", "publisher_place": "宁波",
          "publisher": "海潮书局", "issued": "2009", "page": "12-15"}),
        ("[4] 孟小舟、何青：《潮水与账本》，《港口研究》2012年第4期，第30页。",
         {"author": "孟小舟、何青", "title": "潮水与账本", "container_title": "港口研究",
          "issued": "2012", "issue": "4", "page": "30"}),
        ("《渡轮停航三天》，《海湾日报》2018年11月3日，第2版。",
         {"title": "渡轮停航三天", "container_title": "海湾日报", "issued": "2018年11月3日",
          "page": "2"}),
        ("山口澄『港の記憶』潮書店、2003年、88頁。",
         {"author": "山口澄", "title": "港の記憶", "publisher": "潮書店", "issued": "2003",
          "page": "88"}),
        ("港湾局「高潮の備え」2019年6月2日、https://kowan.example/takashio（2020年1月5日閲覧）",
         {"author": "港湾局", "title": "高潮の備え", "issued": "2019年6月2日",
          "url": "https://kowan.example/takashio", "accessed": "2020年1月5日"}),
        ("박지원, 「항구의 밤」, 『항만연구』 제12권 제3호, 2015, 44-60쪽.",
         {"author": "박지원", "title": "항구의 밤", "container_title": "항만연구", "volume": "12",
          "issue": "3", "issued": "2015", "page": "44-60"}),
    ],
    ids=["chinese book", "chinese article", "chinese paper", "japanese book", "page", "korean"],
)  # fmt: skip
def test_marked_titles_are_read_by_rule(text: str, fields: dict[str, str]) -> None:
    reference = parse_reference(text)
    printed = {each.name: text[each.start : each.end] for each in reference.fields}
    assert printed == fields
    assert reference.confidence > 0.5


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Moor, P. “Ferry stops for good.” The Tidewater Argus, 3 May 2011, p. 4.",
         ItemType.ARTICLE_NEWSPAPER),
        ("Moor, Pia: De laatste boot. In: Zeekrant, 6 november 2016, p. 3.",
         ItemType.ARTICLE_NEWSPAPER),
        ("Wessel v. Denmark (ECtHR, 4 July 2013), App. no. 1234/09.", ItemType.LEGAL_CASE),
        ("Décret n° 2011-77 du 3 mai 2011 relatif aux bacs, JORF n° 104, p. 7.",
         ItemType.LEGISLATION),
        ("“Night Boats.” Harbour Hour, Radio Tidewater, 12 June 2014.", ItemType.BROADCAST),
        ("Reuters, “Ferries to stop,” June 1, 2012.", ItemType.ARTICLE_NEWSPAPER),
        ("Harbour Authority (2015), Quay Safety, https://harbour.example/quay.pdf.",
         ItemType.REPORT),
        ("Moor, P. (2011). In Proceedings of the Symposium on Harbour News (pp. 3-9). Tide Press.",
         ItemType.PAPER_CONFERENCE),
    ],
    ids=["paper", "dutch paper", "court", "decree", "radio", "agency", "body's pdf", "proceedings"],
)  # fmt: skip
def test_the_type_follows_from_form_and_words(text: str, kind: ItemType) -> None:
    assert parse_reference(text).item.type is kind
