"""Words that tell kinds of sources apart, compiled by hand."""

from factcheck.language.word_lists import words

PRONOUNS = words(
    "he she they it we i you who il elle ils elles on lui eux er sie es wir ihm ihr ihnen ihn"
)

ANONYMOUS = words(
    """
    source sources official officials diplomat diplomats insider insiders aide aides adviser
    advisers advisor advisors people person persons employee employees worker workers witness
    witnesses staffer staffers executive executives resident residents informant informants
    whistleblower whistleblowers man woman men women neighbour neighbours neighbor neighbors
    colleague colleagues relative relatives friend friends lawyer lawyers teacher teachers
    passenger passengers protester protesters protestor protestors trader traders banker bankers
    doctor doctors nurse nurses soldier soldiers villager villagers eyewitness eyewitnesses
    attendee attendees strategist strategists donor donors operative operatives member members
    whistle-blower whistle-blowers builder builders driver drivers tenant tenants parent parents
    pupil pupils student students patient patients customer customers shopkeeper shopkeepers
    bystander bystanders onlooker onlookers referee referees reviewer reviewers officer officers
    servant servants lobbyist lobbyists
    staff trustee trustees backbencher backbenchers cleric clerics elder elders farmers shareholder
    shareholders supplier suppliers contractor contractors detainee detainees migrant migrants
    quelle quellen kreise insidern diplomaten source sources proches
    """
)

VAGUE = words(
    """
    critics critic observers experts analysts commentators some many others several most few
    opponents supporters pundits skeptics sceptics scientists researchers economists historians
    scholars locals media rumours rumors reports everyone everybody nobody people advocates
    campaigners activists studies kritiker beobachter experten medienberichten observateurs
    critiques experts insiders conventional
    talk gossip chatter buzz whispers wisdom folklore lore legend grapevine money
    plenty lots scores dozens hundreds thousands majority legions number countless physicians
    fans voters viewers listeners users taxpayers investors astronomers academics
    commentariat punters insiders watchers doubters naysayers detractors purists traditionalists
    """
)

ORDINARY = words(
    """
    workers employees residents villagers neighbours neighbors witnesses eyewitnesses onlookers
    bystanders colleagues friends relatives passengers protesters protestors demonstrators drivers
    doctors nurses teachers parents pupils students patients customers shopkeepers traders farmers
    fishermen tenants migrants shareholders suppliers attendees men women staff members elders
    """
)
"""Plurals of people of whom there are many: without a number or an article they could be anyone."""

ROLES = words(
    """
    spokesman spokeswoman spokesperson spokespeople minister ministers president mayor governor
    senator chief director chairman chairwoman chair secretary ambassador commissioner judge
    prosecutor prosecutors sheriff detective inspector sergeant captain coroner superintendent
    headteacher principal manager owner founder coach editor author reporter journalist
    mouthpiece chairlady trustee superintendent chairperson
    representative attorney defendant plaintiff victim suspect candidate nominee professor
    farmer priest bishop pope king queen prince pastor councillor engineer architect curator
    head leader boss mother father son daughter wife husband widow brother sister sprecher
    sprecherin minister bürgermeister ministre maire porte-parole préfet président directeur
    """
)

ON_RECORD = words("judge judges coroner coroners magistrate magistrates minister ministers jury")
"""Offices that speak in public and on record, so that an unnamed one can be looked up."""

DOCUMENTS = words(
    """
    banner placard placards sign signs poster posters notice plaque inscription graffiti sticker
    headline leaflet letterhead deck yearbook prospectus brochure newsletter circular
    report study survey poll polls data figures statistics document documents statement email
    emails letter memo memorandum records record filing filings complaint indictment affidavit
    lawsuit paper article analysis review research findings census transcript audit inquiry
    investigation book website post tweet video footage ruling judgment verdict order papers
    accounts minutes agreement contract bill law constitution plan estimate estimates release
    letters memos statements files recording recordings certificate certificates invoice invoices
    messages contracts photographs photos images tapes diary diaries transcripts spreadsheet slides
    briefing dossier file receipts notes logs log register map maps
    rapport étude sondage communiqué bericht studie umfrage mitteilung gutachten text caption
    """
)

ORGANISATIONS = words(
    """
    ministry department agency police court committee commission council government junta party
    university institute company corporation group association foundation union bank campaign
    army navy military force forces administration bureau office board authority service services
    senate congress parliament house kremlin pentagon hospital school club federation centre
    center society trust network organisation organization embassy cabinet regime team airline
    firm inc corp ltd llc gmbh ag council assembly nations nato un eu fbi cia nhs who ngo charity
    branch chapter collective secretariat consortium directorate inspectorate registry tribunal
    coalition alliance movement church fund programme program observatory laboratory syndicate
    ministère gouvernement mairie préfecture ministerium regierung polizei behörde verband
    opposition prosecution defence defense paris moscow washington london berlin brussels beijing
    """
)

OUTLETS = words(
    """
    reuters bloomberg ap afp cnn bbc nbc abc cbs fox msnbc npr pbs politico axios buzzfeed vox
    vice guardian independent times post journal tribune herald gazette courier chronicle
    telegraph observer mirror mail sun star globe news newspaper magazine daily weekly express
    examiner inquirer dispatch sentinel bulletin monde figaro libération spiegel zeit welt faz
    zeitung breitbart newsweek economist atlantic yorker broadcaster channel radio tv dpa tass
    xinhua interfax aljazeera podcast tagblatt
    """
)

OUTLET_NAMES = OUTLETS | words(
    """
    ledger argus advertiser standard record reporter echo review press packet nation citizen leader
    recorder enquirer statesman hindu vanguard punch mercury scotsman metro wire register
    intelligencer monitor bild blick
    beacon bugle clarion courant messenger outlook frontline caravan quint mint pioneer graphic
    trumpet advocate banner bee blade chieftain patriot spectator comet gleaner eye age spotlight
    lantern sketch correspondent transcript fm television today online live insider despatch
    tatler lens examiner tidings broadsheet newswire diary jazeera welle itv cnbc
    ndtv rte sabc nhk cbc zdf
    """
)
"""Words that end an outlet's name and, written small, mean other things."""

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "another": 1,
    "ein": 1, "eine": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "un": 1, "une": 1,
    "deux": 2, "trois": 3, "quatre": 4,
}  # fmt: skip

HONORIFICS = words("mr mrs ms miss dr prof sir dame lord lady rev sen rep gov gen")
