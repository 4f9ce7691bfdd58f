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
    r"general|legal|unpublished|published|manuscript|archival|cited) (?:references|sources|works)|"
    r"(?:(?:article|our|data|image|story|full) )?sources(?: (?:consulted|cited|used))?|source list|"
    r"works referenced|literature references|list of (?:sources|works cited)|citations|"
    # German
    r"literatur(?:verzeichnis|angaben|nachweise?|hinweise|liste)?|quellen(?:angaben?|"
    r"verzeichnis|nachweise?|liste)?|"
    r"(?:verwendete|benutzte|zitierte|benützte) (?:literatur|quellen)|literaturangabe|"
    r"quelle|quellen (?:und|&) literatur|literatur (?:und|&) quellen|"
    r"quellen-? und literaturverzeichnis|"
    r"anmerkungen|einzelnachweise|fu(?:ß|ss)noten|endnoten|referenzen|bibliographie|"
    r"bibliografie|nachweise|"
    r"(?:internet|online|primär|sekundär|bild|text)quellen|(?:primär|sekundär|fach)literatur|"
    r"(?:gedruckte|ungedruckte|weitere) quellen|sources (?:primaires|secondaires|imprimées)|"
    r"weiterführende literatur|zum (?:weiterlesen|nachlesen)|literatur zum weiterlesen|"
    # French
    r"r[ée]f[ée]rences?(?: bibliographiques)?|bibliographie|sources?|"
    r"(?:ouvrages|sources|œuvres|travaux|références|articles) "
    r"(?:cit[ée]e?s|consult[ée]e?s|utilisées)|"
    r"sitographie|webographie|notes de (?:bas de page|fin)|notes?(?: et r[ée]f[ée]rences)?|"
    r"pour (?:aller plus loin|en savoir plus)|"
    # Spanish, Portuguese, Italian, Catalan
    r"referencias?(?: bibliogr[áa]ficas)?|bibliograf[íi]a|fuentes?|notas|(?:obras|fuentes|fontes|"
    r"bibliograf[íi]a|literatura|referências|trabajos) "
    r"(?:citad[ao]s?|consultad[ao]s?|utilizad[ao]s)|"
    r"notas (?:al pie|de rodap[ée]|finales)|webgraf[íi]a|sitografia|"
    r"(?:fonti|opere|testi) (?:citat[ei]|consultat[ei]|utilizzat[ei])|"
    r"refer[êe]ncias(?: bibliogr[áa]ficas)?|fontes|riferimenti(?: bibliografici)?|fonti|note|"
    r"refer[èe]ncies|"
    # Dutch, Danish, Norwegian, Swedish, Finnish
    r"(?:geraadpleegde |gebruikte )?bronnen|bronnenlijst|bronvermelding|"
    r"(?:geraadpleegde |gebruikte )?literatuur(?:lijst|verwijzingen)?|voetnoten|eindnoten|"
    r"kildeliste|kildehenvisninger|litteraturhenvisninger|referanser|fodnoter|fotnoter|slutnoter|"
    r"källförteckning|referenslista|lähdeluettelo|kirjallisuus|alaviitteet|referenties|kilder|litteratur(?:förteckning|liste)?|"
    r"referenser|källor|noter|fotnoter|lähteet|viitteet|"
    # Polish, Czech, Russian, Ukrainian, Turkish, Hungarian, Romanian
    r"(?:spis literatury|literatura cytowana|wykaz literatury|použit[áée] (?:literatura|zdroje)|"
    r"použitá literatúra|poznámky)|список (?:использованн[а-я]{1,4} )?(?:источников|литературы)|"
    r"список використаних джерел|примітки|сноски|бібліографія|библиография|литература|"
    r"bibliografia|przypisy|źródła|literatura|reference|zdroje|литература|список литературы|"
    r"источники|"
    r"примечания|література|джерела|kaynak(?:ça|lar)|források|irodalom|jegyzetek|referințe|surse|"
    # Chinese, Japanese, Korean, Arabic
    r"参考文献|參考文獻|参考资料|參考資料|引用文献|脚注|腳註|注释|註釋|資料來源|资料来源|来源|出典|注記|"
    r"참고 ?문헌|참고 ?자료|출처|각주|المراجع|المصادر|مراجع|מקורות|הערות שוליים|ביבליוגרפיה|منابع|"
    # Greek, Vietnamese, Indonesian, Thai, Hindi, Estonian, Latvian, Lithuanian, Slovene, Croatian
    r"βιβλιογραφία|παραπομπές|πηγές|tài liệu tham khảo|chú thích|daftar pustaka|referensi|"
    r"เอกสารอ้างอิง|อ้างอิง|संदर्भ|kirjandus|viited|allikad|atsauces|avoti|literatūra|šaltiniai|viri|"
    r"literatura i izvori|izvori|reference i napomene"
)
_BESIDE = (
    r"(?:(?:(?:further|external|useful|related|weitere|weiterführende|nützliche|externe|autres) )?"
    r"(?:web-?)?(?:links?|readings?|resources|informationen|liens|enlaces|collegamenti|"
    r"letture(?: \w+)?|lectures(?: \w+)?|lecturas(?: \w+)?|leituras(?: \w+)?|lesetipps))"
)
"""What a heading may name beside its references, and alone would title a list of links."""
_JOINED = (
    rf"(?:{_WORDS})(?:\s?(?:,|/|&|\b(?:and|und|et|y|e|i|a|en|og|och|ja|ve|и|та))\s?"
    rf"(?:{_WORDS}|{_BESIDE}))?"
)
_HEADING = re.compile(
    rf"\W*(?:(?:\d{{1,2}}|[IVX]{{1,5}}|[A-Z])(?:\.\d{{1,2}}){{0,2}}[.):]?\s+)?(?:{_JOINED})(?:\s?\(\d{{1,4}}\)|\s?\[(?:edit|bearbeiten|modifier).{{0,40}}\])?\W*",
    re.IGNORECASE,
)
MAX_LENGTH = 60


def is_list_heading(text: str) -> bool:
    """Tell whether a short text is, as a whole, a heading over a reference list."""
    return len(text) <= MAX_LENGTH and _HEADING.fullmatch(text) is not None


_OWN_CITATION = re.compile(
    r"\W*(?:how to cite|to cite|cite|suggested citation|recommended citation|citation|"
    r"citing|c[óo]mo citar|citar|para citar|cita sugerida|comment citer|pour citer|citer|"
    r"come citare|citazione|zitier\w*|empfohlene zitierweise|hoe te citeren|så citerar)"
    r"(?: (?:this|as|le|cet|cette|este|esta|esse|questo|dieser?s?|dit|deze|en) ?.{0,40})?\W*",
    re.IGNORECASE,
)


def titles_own_citation(text: str) -> bool:
    """Tell whether a heading titles how to cite the page it stands on."""
    return len(text) <= MAX_LENGTH and _OWN_CITATION.fullmatch(text) is not None


_UNSURE = re.compile(
    r"\b(?:notes?|noten|note|notas|noter|reading|lesen|loin|savoir|anmerkungen|przypisy|jegyzetek)\b",
    re.IGNORECASE,
)


def is_sure_heading(text: str) -> bool:
    """Tell whether a heading can title nothing but the list of what a text rests on."""
    return is_list_heading(text) and not _UNSURE.search(text)
