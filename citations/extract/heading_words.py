"""The words that title a reference list, in the languages newsrooms and journals print in."""

import re

_WORDS = (
    # English
    r"(?:list of )?references?(?: cited| list)?|(?:notes? (?:and|&) )references|"
    r"references (?:and|&) notes?|"
    r"works? cited|works consulted|bibliography|literature(?: cited)?|cited literature|sources?|"
    r"sources? (?:and|&) (?:notes|references|further reading)|"
    r"notes?|end ?notes|foot ?notes|reference list|"
    r"(?:further|selected|suggested|recommended|additional|background) readings?|"
    r"(?:selected |annotated )bibliography|"
    r"(?:normative|informative|primary|secondary|print|printed|online|web|other|archival|key|main|"
    r"general|legal|unpublished|cited) (?:references|sources)|"
    # German
    r"literatur(?:verzeichnis|angaben|nachweise?|hinweise|liste)?|quellen(?:angaben?|"
    r"verzeichnis|nachweise?|liste)?|"
    r"quelle|quellen (?:und|&) literatur|literatur (?:und|&) quellen|"
    r"quellen-? und literaturverzeichnis|"
    r"anmerkungen|einzelnachweise|fu(?:ß|ss)noten|endnoten|referenzen|bibliographie|"
    r"bibliografie|nachweise|"
    r"(?:internet|online|primär|sekundär|bild|text)quellen|(?:primär|sekundär|fach)literatur|"
    r"(?:gedruckte|ungedruckte|weitere) quellen|sources (?:primaires|secondaires|imprimées)|"
    r"weiterführende literatur|zum (?:weiterlesen|nachlesen)|literatur zum weiterlesen|"
    # French
    r"r[ée]f[ée]rences?(?: bibliographiques)?|bibliographie|sources?|"
    r"notes?(?: et r[ée]f[ée]rences)?|ouvrages cités|pour (?:aller plus loin|en savoir plus)|"
    # Spanish, Portuguese, Italian, Catalan
    r"referencias?(?: bibliogr[áa]ficas)?|bibliograf[íi]a|fuentes?|notas|obras citadas|"
    r"refer[êe]ncias(?: bibliogr[áa]ficas)?|fontes|riferimenti(?: bibliografici)?|fonti|note|"
    r"refer[èe]ncies|"
    # Dutch, Danish, Norwegian, Swedish, Finnish
    r"bronnen|literatuur(?:lijst)?|voetnoten|referenties|kilder|litteratur(?:förteckning|liste)?|"
    r"referenser|källor|noter|fotnoter|lähteet|viitteet|"
    # Polish, Czech, Russian, Ukrainian, Turkish, Hungarian, Romanian
    r"bibliografia|przypisy|źródła|literatura|reference|zdroje|литература|список литературы|"
    r"источники|"
    r"примечания|література|джерела|kaynak(?:ça|lar)|források|irodalom|jegyzetek|referințe|surse|"
    # Chinese, Japanese, Korean, Arabic
    r"参考文献|參考文獻|参考资料|脚注|注释|出典|참고 ?문헌|المراجع|المصادر"
)
_HEADING = re.compile(
    rf"\W*(?:(?:\d{{1,2}}|[IVX]{{1,5}}|[A-Z])(?:\.\d{{1,2}}){{0,2}}[.):]?\s+)?(?:{_WORDS})(?:\s?\(\d{{1,4}}\)|\s?\[(?:edit|bearbeiten|modifier).{{0,40}}\])?\W*",
    re.IGNORECASE,
)
MAX_LENGTH = 60


def is_list_heading(text: str) -> bool:
    """Tell whether a short text is, as a whole, a heading over a reference list."""
    return len(text) <= MAX_LENGTH and _HEADING.fullmatch(text) is not None


_UNSURE = re.compile(
    r"\b(?:notes?|noten|note|notas|noter|reading|lesen|loin|savoir|anmerkungen|przypisy|jegyzetek)\b",
    re.IGNORECASE,
)


def is_sure_heading(text: str) -> bool:
    """Tell whether a heading can title nothing but the list of what a text rests on."""
    return is_list_heading(text) and not _UNSURE.search(text)
