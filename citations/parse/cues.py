"""Words that only announce a field ("Retrieved from", "pp.", "In"), in seven languages.

Chinese, Japanese and Korean counters (第 3 期, 45 頁) are such words too.
"""

import re

_CUES = frozenset(
    """
    a a.a abgerufen abrufbar accessed acesso acessado am and art at auf available by cited
    consulta consultado
    consulté consultée consultato conf coord coords dans de del der die di dir disponibile
    disponible
    disponível doi e ed eds editado edited editor editors el em en et from gt heft herausgegeben
    hg hrsg http
    https i il im in indirizzo isbn issn issue jg le ligne line linha línea lt n name no nos nr
    nr num núm o
    obtenido of on online orgs org p p.p pag pagg page pages pg pmc pmcid pmid pp qtd recuperado
    retrieved s
    seite seiten site source su sur t the tome tomo trad trans translated um under und unter url
    v verfügbar via
    viewed vol volume y zugriff zuletzt bd band arxiv pmid von a cura sous direction la par por
    réalisé directed
    under
    и в под ред с стр т том дата обращения режим доступа электронный ресурс № выпуск вып url
    """.split()  # noqa: SIM905 - a table of words reads better unquoted
)
_WORD = re.compile(r"[^\W_]+")
_COUNTERS = re.compile("[第제年月日巻卷권号號期호页頁面版쪽朝夕刊集閲覧访问]+")


def is_cue(text: str) -> bool:
    """Say whether the text holds nothing but cue words and punctuation."""
    return all(
        word.casefold() in _CUES or _COUNTERS.fullmatch(word) for word in _WORD.findall(text)
    )
