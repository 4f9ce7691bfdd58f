"""Words and forms that tell a work's type, in seven languages. Tables only."""

import re

from citations.item import ItemType

_GENRE_WORDS: tuple[tuple[ItemType, str], ...] = (
    (
        ItemType.PERSONAL_COMMUNICATION,
        (
            r"personal communication|pers\. comm|e-?mail to|(?:telephone|phone) interview"
            r"|interview with (?:the )?author|mündliche mitteilung|communication personnelle"
        ),
    ),
    (
        ItemType.THESIS,
        (
            r"\b(?:thesis|dissertation|diss|thèse|tesis|tesi|tese|dissertação|mémoire de"
            r"|(?:master|diplom|bachelor)arbeit|habilitation\w*|дис)\b"
        ),
    ),
    (
        ItemType.SOFTWARE,
        r"\b(?:software|mobile app|computer program|source code|app(?!\.? n)|r package|programm)\b",
    ),
    (
        ItemType.DATASET,
        (
            r"\bdata ?sets?\b|\bdata file\b|\bdatabase\b|\bdatensatz\b|\bbase de d(?:atos|ados)\b"
            r"|jeu de données"
        ),
    ),
    (
        ItemType.BROADCAST,
        r"\b(?:podcast|audio|episode|television|tv|radio|broadcast|folge|sendung|hörfunk)\b",
    ),
    (ItemType.MOTION_PICTURE, r"\b(?:video|vídeo|film|motion picture|movie|documentary|dvd)\b"),
    (ItemType.POST_WEBLOG, r"\bblog\b|\bsubstack\b|billet de blog"),
    (
        ItemType.POST,
        r"\b(?:tweet|tuit|facebook post|status update|instagram photo|forum post|thread|post)\b",
    ),
    (ItemType.INTERVIEW, r"\b(?:interview|entrevista|entretien|intervista|интервью)\b"),
    (
        ItemType.SPEECH,
        (
            r"\b(?:speech|lecture|remarks|keynote|presentation|talk|slides|rede|vortrag|discours"
            r"|discurso|discorso|выступление)\b"
        ),
    ),
    (
        ItemType.GRAPHIC,
        r"\b(?:photograph|photo|infographic|image|painting|foto(?:grafie)?|chart)\b",
    ),
    (ItemType.MAP, r"\b(?:map|karte|mapa)\b"),
    (ItemType.SONG, r"\b(?:song|album)\b"),
    (
        ItemType.WEBPAGE,
        (
            r"press release|news release|pressemitteilung|comunicado|communiqué|comunicato"
            r"|пресс-релиз"
        ),
    ),
    (ItemType.ARTICLE, r"\bpreprint\b"),
    (
        ItemType.REPORT,
        (
            r"\b(?:report|(?:working|white|discussion) paper|policy brief|bericht|rapport|informe"
            r"|relatório|rapporto|доклад)\b"
        ),
    ),
)
GENRES = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _GENRE_WORDS)

SOCIAL = re.compile(
    r"(?:twitter|x|facebook|instagram|reddit|tiktok|telegram|mastodon|bluesky|linkedin|threads"
    r"|weibo|vk)(?:\.com)?",
    re.IGNORECASE,
)
SOCIAL_URL = re.compile(
    r"(?:^|//)(?:www\.|m\.)?(?:twitter\.com|x\.com|facebook\.com|instagram\.com|reddit\.com"
    r"|tiktok\.com|t\.me|bsky\.app)\b",
    re.IGNORECASE,
)
VIDEO_SITE = re.compile(r"youtube|vimeo|dailymotion|youtu\.be", re.IGNORECASE)
ENCYCLOPEDIA = re.compile(
    r"encyclop|wikipedia|enciclop|enzyklop|britannica|энциклопед", re.IGNORECASE
)
DICTIONARY = re.compile(
    r"\b(?:dictionary|duden|wörterbuch|merriam-webster|diccionario|dictionnaire|dizionario"
    r"|dicionário|словарь)\b",
    re.IGNORECASE,
)
NEWSPAPER = re.compile(
    r"""\b(?:times|guardian|post|daily|news(?:paper)?|herald|tribune|telegraph|gazette|chronicle
    |courier|sentinel|argus|ledger|dispatch|advertiser|evening\s\w+|morning\s\w+|express|intelligencer
    |(?:\w*kurier|courrier|courant|corriere|correo|correio)\b|diario|diário|giornale|jornal|quotidien
    |\w*dagblad(?:et)?|\w*tidning(?:en)?|\w*krant|\w*blatt|gazeta|gazzetta|dziennik|dnevnik
    |\w*nachrichten|\w*anzeiger|noticias|notícias|nouvelles|newswire|wire
    |\w*zeitung|welt|bild|taz|le\s+monde(?!\s+diplomatique)|figaro|libération|el\s+país|el\s+mundo
    |folha|estad[oã]o|o\s+globo|corriere|repubblica|la\s+stampa|wall\s+street\s+journal|independent
    |observer|reuters|associated\s+press|agence\s+france-presse|afp|bloomberg|известия
    |коммерсант\w*|ведомости|газета|правда|mirror|globe|inquirer|examiner|usa\s+today|bbc|cnn
    |al\s+jazeera|politico|daily\s+mail)\b
    |日报|晚报|早报|晨报|新闻|日報|新聞|صحيفة|جريدة|일보|신문""",
    re.IGNORECASE | re.VERBOSE,
)
MAGAZINE = re.compile(
    r"\b(?:new yorker|the atlantic|economist|magazine|magazin|time|newsweek|wired|harper['’]s"
    r"|der spiegel|die zeit|monde diplomatique|foreign policy|foreign affairs|vanity fair"
    r"|rolling stone|(?:london|new york|boston) review|l['’]express|le point|veja|огонёк)\b",
    re.IGNORECASE,
)
NEWS_HOST = re.compile(
    r"nytimes|guardian|washingtonpost|reuters|apnews|lemonde|spiegel\.|elpais|folha"
    r"|repubblica|faz\.net|zeit\.de|cnn\.com|aljazeera",
    re.IGNORECASE,
)
# Two parties at the head of the text, before any other field: "Roe v. Wade".
LEGAL_PARTIES = re.compile(
    r"\W*[A-ZÀ-ÞА-Я][^\"“”:]{1,150}?\s(?:v\.?|vs\.?|c\.|gegen|/\.)\s(?=[A-ZÀ-ÞА-Я])"
)
# Courts by the names they are cited under; a neutral citation is "[2016] EWHC 2211".
LEGAL_CASE = re.compile(
    r"\b\d{1,4} (?:U\.\s?S\.|F\.\s?(?:\dd|Supp)|S\. ?Ct\.)\s\d|\bBGH\b|\bBVerf(?:G|GE)\b"
    r"|\bECLI:|\[\d{4}\]\s(?:\d{1,3}\s)?[A-Z]{2,6}\s\d|\bCase [CT][-‑]\d+/\d\d|\bECtHR\b|\bEGMR\b"
    r"|\b(?:BVerwG|BAG|BSG|BFH|OLG|EuGH|EuG|OGH|BGer)\b|\bCass\. (?:civ|crim|soc|com|plén)"
    r"|\bConseil d[’']État,|\bCons\. const\b|\bCorte cost|\bCass\. (?:pen|sez)|\bHoge Raad\b"
    r"|\bRaad van State \d|\b[Ww]yrok\b|\bpostanowienie S|\bS?entencia (?:del )?T|\bST[CS] \d"
    r"|\bSTF\b|\bNJA (?:19|20)\d\d|\bHFD (?:19|20)\d\d|最高人民法院|最判|判决书"
)
LAW = re.compile(
    r"\bAct(?: of|,)? (?:18|19|20)\d\d|Pub\. ?L\.|\bStat\. \d|U\.S\.C\.|\bDirective \d"
    r"|\bRegulation \((?:E[UC]|EEC)\)|\bGesetz\b|\bBGBl|\bloi n[°o]|\bLey \d|\bLegge\b \d"
    r"|\bLei n|\bResolution \d+|[SA]/RES/|Федеральный закон|\bRichtlinie \d|\bVerordnung \("
    r"|\b(?:Décret|Ordonnance|Arrêté) (?:n[°o]|du \d)|\b(?:Real )?Decreto(?:[- ]L\w+)? (?:n|\d)"
    r"|\bUstawa z dnia|\bDz\. ?U\.|\bSFS \d{4}|\bProp\. \d{4}|\bStb\. \d{4}|\bWet van \d"
    r"|\bLov (?:nr|om)\b|\b(?:Закон|Указ|Постановление) (?:РФ|Президента|Правительства)",
    re.IGNORECASE,
)
PATENT = re.compile(
    r"\bpatent(?:e|schrift)?\b(?: application)?(?: no\.?| nr\.?)?\s?[A-Z]{0,2}\s?\d{4}"
    r"|\b(?:U\.?S\.?|EP|WO|DE)[ -]patent\b|patent no\.?\s?\d|Пат\.\s\d",
    re.IGNORECASE,
)
STANDARD = re.compile(
    r"\b(?:ISO|DIN|IEC|IEEE|ANSI|BS|EN|ГОСТ)(?:/\w{2,6})?\s(?:Standard|EN|ISO|No\.|\d{3,})"
)
CONFERENCE = re.compile(
    r"\b(?:proceedings|proc\.|conference|conf\.|symposium|workshop|congress|tagung"
    r"|actes du|atti del|anais d[oe])|\b[A-Z]{3,8}\s['’](?:19|20)?\d\d\b",
    re.IGNORECASE,
)
REPORT = re.compile(
    r"\b(?:\w*report|(?:working|white|discussion) paper|policy brief|technical note|fact sheet"
    r"|briefing|tech\. rep|annual review|thematic review|\w*bericht|rapport|informe|relatório"
    r"|rapporto|raport|доклад)\b|报告|報告|تقرير",
    re.IGNORECASE,
)
BROADCAST = re.compile(
    r"\b(?:season \d+,? episode|episode \d+|hosted by|folge \d+|podcast|staffel \d+|BBC (?:One|Two"
    r"|Radio)|radio \d|TV (?:programme|episode|series)|ARD-|Hörfunk)\b",
    re.IGNORECASE,
)
# Where a work was sent: a radio or television station is named as container or publisher.
STATION = re.compile(
    r"\b(?:\w*radio|rundfunk|television|televisión|televisione|télévision|fernsehen|TV|NPR|ZDF|ARD"
    r"|SVT|RTÉ|RTVE|RAI \d|France (?:Inter|Culture|[235])|Channel \d)\b",
    re.IGNORECASE,
)
# A table of a statistical office by its code: "(edat_lfse_99)"; a host that serves data.
DATA_PLACE = re.compile(r"\([a-z]{2,8}(?:_[a-z0-9]{1,8})+\)|//data\.|\bdataverse\b")
PUBLISHING_HOUSE = re.compile(
    r"(?:出版社|出版|书社|书局|书店|書店|書房|書院|館)\Z|\bدار |\bиздательство\b|출판사|\bVerlag\b"
    r"|\bPress\Z|\bÉditions\b|\bEditorial\b|\bEditora\b|\bEdizioni\b|\bWydawnictwo\b|\bförlag\b",
    re.IGNORECASE,
)
# A name in signs that does not end as offices, firms, schools and societies do.
EAST_ASIAN_PERSON = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff]{2,6}(?<![局省部会會社庁厅廳所心院学學校团團署府报報网網])"
)
DATASET = re.compile(
    r"^\W*(?:data|daten|datos|dados|données)\s?:|\bdata (?:repository|set)\b|\bdatabase\b"
    r"|\bmicroda(?:ta|dos|tos)\b|\bdatenbank\b|\bbase de d(?:atos|ados|onnées)\b",
    re.IGNORECASE,
)
SOFTWARE = re.compile(
    r"\bzenodo\b|github\.com/|\bv\d+\.\d+(?:\.\d+)?\b|\bversion \d+\.\d+", re.IGNORECASE
)
PREPRINT = re.compile(
    r"\b(?:arxiv|biorxiv|medrxiv|ssrn|psyarxiv|preprints?\.org|osf preprints)\b", re.IGNORECASE
)
PHOTO_CREDIT = re.compile(
    r"\W*(?:photo(?:graph)?|foto|image|credit|bild|фото)(?: (?:by|von|de))?\s?:", re.IGNORECASE
)
