"""French words of attribution, compiled by hand: reporting verbs, phrases, kinds of sources."""

import re
from functools import cache

from factcheck.language.foreign.kinds import SourceWords
from factcheck.language.word_lists import words
from factcheck.model.analysis import CueClass

# Infinitives in -er whose forms are regular; those that change a vowel stand below.
_REGULAR: dict[CueClass, str] = {
    CueClass.ASSERT: """
        affirmer expliquer ajouter préciser indiquer estimer souligner assurer annoncer confirmer
        raconter regretter noter observer insister résumer plaider juger déclarer confier marteler
        signaler constater avancer déplorer dénoncer critiquer accuser témoigner commenter répliquer
        rétorquer argumenter ironiser lancer détailler évoquer alerter avertir avouer
        considérer ajouter rappeler informer proclamer clamer marteler certifier garantir
        arguer protester soupirer trancher nuancer tempérer marteler relativiser pointer saluer
        conseiller recommander suggérer répéter révéler préconiser exposer énoncer tonner lâcher
        glisser murmurer crier reprocher fustiger calculer chiffrer évaluer analyser désigner
        justifier prétendre
    """,
    CueClass.REPORT: "rapporter relater",
    CueClass.DENY: "contester nier réfuter rejeter récuser",
    CueClass.DOCUMENT: "montrer démontrer recenser mentionner stipuler",
    CueClass.WANT: "souhaiter demander exiger réclamer proposer désirer appeler espérer tenter",
    CueClass.FEEL: "penser redouter douter supposer imaginer aimer",
}
# form -> class; "!" marks a participle that needs an auxiliary.
_IRREGULAR: dict[CueClass, str] = {
    CueClass.ASSERT: """
        dit disent disait disaient dirent !dit écrit écrivent écrivait écrivaient écrivit !écrit
        reconnaît reconnait reconnaissent reconnaissait !reconnu répond répondent répondait répondit
        !répondu soutient soutiennent soutenait !soutenu prévient préviennent prévenait !prévenu
        conclut concluent concluait !conclu admet admettent admettait admit !admis promet promettent
        promettait !promis rappelle rappellent martèle martèlent suggère suggèrent répète répètent
        révèle révèlent considère considèrent tempère tempèrent poursuit poursuivent poursuivait
        !poursuivi reprend !repris renchérit renchérissent !renchéri prétend prétendent prétendait
        !prétendu convient conviennent !convenu avertit avertissent averti garantit garantissent
        !garanti parle parlent parlait !parlé fustige apprend !appris félicite félicitent !félicité
        réjouit réjouissent !réjoui inquiète inquiètent !inquiété alarme !alarmé indigne !indigné
        étonne !étonné défend !défendu interroge
        souvient souviennent !souvenu agace !agacé désole !désolé insurge !insurgé amuse !amusé
        emporte !emporté offusque !offusqué
    """,
    CueClass.DENY: """
        dément démentent démentait !démenti contredit !contredit rejette rejettent
    """,
    CueClass.DOCUMENT: "conclut établit établissent !établi",
    CueClass.WANT: "veut veulent voulait !voulu requiert appelle appellent espère espèrent",
    CueClass.FEEL: """
        croit croient croyait !cru craint craignent craignait !craint sait savent savait !su
    """,
}
NOUNS = words(
    """
    note notes juge juges annonce annonces avance estime demande demandes critique critiques
    rapporte
    informe lance trompe écrit écrits parle appelle commente conseille conseil analyse exposé mesure
    relate témoignage signale dit crie aime défend reprend
    """
)
"""Forms that are nouns behind an article."""

REFLEXIVE = words(
    """
    félicite félicitent félicité réjouit réjouissent réjoui inquiète inquiètent inquiété alarme
    alarmé indigne indigné étonne étonné défend défendu interroge souvient souviennent souvenu agace
    agacé désole désolé insurge insurgé amuse amusé emporte emporté offusque offusqué
    """
)
"""Forms that report only behind "s'" or "se"."""

TAKES_OBJECT = words(
    """
    dénoncer évoquer annoncer confirmer révéler critiquer saluer regretter déplorer fustiger
    félicite félicitent félicité réjouit réjouissent réjoui inquiète inquiètent inquiété alarme
    alarmé indigne indigné étonne étonné désole désolé insurge insurgé dément démentent démentait
    démenti contester nier réfuter rejeter récuser
    """
)
"""Verbs, or forms of irregular ones, that report with a noun: "le maire dément toute faute"."""

PHRASES: tuple[tuple[str, CueClass], ...] = (
    (r"selon(?! (?:que|lequel|laquelle|lesquels|lesquelles|les cas|le cas)\b)", CueClass.REPORT),
    (
        (
            r"d['’]après|aux dires de|au dire de|à en croire|si l['’]on en croit|s['’]il faut en "
            r"croire|de l['’]aveu (?:même )?(?=d[eu]|de)|de l['’]avis de|aux yeux de|citant"
        ),
        CueClass.REPORT,
    ),
    (r"(?:appris|confirmé|indiqué|recueillies?) auprès d(?:e |['’]|u |es )", CueClass.REPORT),
    (
        (
            r"(?:comme|ainsi que) l['’](?:a|ont|avait|avaient)(?: également| déjà| aussi)? (?:dit|"
            r"déclaré|indiqué|annoncé|"
            r"expliqué|rappelé|souligné|écrit|montré|rapporté|révélé|précisé)|(?:comme|ainsi que) "
            r"l['’](?:explique|indique|rappelle|souligne|note|affirme|raconte|montre|confirme|écrit|"
            r"précise)"
            r"(?:nt)?"
        ),
        CueClass.REPORT,
    ),
    (r"de (?=sources? )", CueClass.REPORT),
)
"""What stands before a source, the source following."""

VAGUE = (
    r"on (?:dit|raconte|murmure|prétend|assure|affirme|croit savoir)(?= qu)|dit-on|paraît-il|"
    r"il parait(?= qu)|il paraît(?= qu)|il se (?:dit|murmure|raconte)(?= qu)|à ce qu['’]on dit|"
    r"la rumeur (?:veut|court|dit|prétend)|le bruit court|de notoriété publique|"
    r"il est (?:généralement|communément|souvent|couramment|largement) "
    r"(?:admis|dit|reconnu|considéré|affirmé)|"
    r"(?:est|sont|était|étaient) (?:généralement |souvent |largement )?(?:réputée?s?|"
    r"soupçonnée?s? de|considérée?s? comme|présumée?s?)|prétendument|"
    r"murmure-t-on|raconte-t-on|affirme-t-on|assure-t-on|prétend-on|"
    r"d['’]aucuns (?:disent|affirment|prétendent|pensent|estiment)"
)

NO_COMMENT = (
    r"n['’](?:a|ont|avait|avaient) (?:pas|jamais|pour l['’]heure pas) (?:encore |immédiatement )?"
    r"(?:souhaité|voulu|répondu|donné suite|réagi|commenté|désiré|accepté de)|"
    r"n['’](?:a|ont|avait|avaient) pu être (?:jointe?s?|contactée?s?)|"
    r"(?:était|étaient|est|restait|reste) injoignables?|"
    r"(?:refuse|refusent|refusait|a refusé|ont refusé) de (?:commenter|répondre|s['’]exprimer|"
    r"faire de commentaires?)|se refus\w+ à tout commentaire|"
    r"n['’](?:a|ont) fait aucun commentaire|(?:est|sont) restée?s? sans réponse"
)

SOURCES = SourceWords(
    anonymous=words(
        """
        source sources proche proches témoin témoins habitant habitants habitante habitantes
        riverain
        riverains salarié salariés employé employés policier policiers diplomate diplomates
        fonctionnaire fonctionnaires responsable responsables cadre cadres collaborateur
        collaborateurs collègue collègues voisin voisins voisine voisines ami amis participant
        participants passager passagers manifestant manifestants enquêteur enquêteurs infirmière
        infirmières médecin médecins enseignant enseignants interlocuteur interlocuteurs élu élus
        parent parents client clients avocat avocats soldat soldats personne personnes homme femme
        militant militants agent agents usager usagers pêcheur pêcheurs commerçant commerçants
        entourage milieux officiel officiels ancien
        """
    ),
    vague=words(
        """
        certains certaines beaucoup aucuns plusieurs nombreux observateurs experts spécialistes
        analystes critiques détracteurs opposants partisans défenseurs commentateurs chercheurs
        scientifiques économistes historiens études recherches médias rumeurs rumeur gens monde
        connaisseurs tous autres sondages
        """
    ),
    roles=words(
        """
        porte-parole maire ministre président présidente directeur directrice préfet préfète
        procureur procureure juge sénateur sénatrice député députée secrétaire ambassadeur
        ambassadrice commissaire chef cheffe patron patronne gérant gérante responsable conseiller
        conseillère adjoint adjointe avocat avocate professeur professeure chercheur chercheuse
        historien historienne économiste ingénieur ingénieure médecin meunier agriculteur
        agricultrice curé évêque roi reine pape capitaine général colonel commandant rédacteur
        rédactrice journaliste sociologue géologue biologiste urbaniste architecte propriétaire
        fondateur fondatrice entraîneur coach père mère fils fille frère sœur veuve veuf élue élu
        candidat candidate vice-président vice-présidente premier
        """
    ),
    documents=words(
        """
        rapport étude enquête sondage communiqué document documents lettre mémo note données
        chiffres
        statistiques statistique jugement arrêt décision texte article livre essai courriel message
        tribune thèse recensement inventaire procès-verbal plainte loi décret contrat accord bilan
        audit avis expertise dossier baromètre archives archive registre tweet vidéo ouvrage
        """
    ),
    organisations=words(
        """
        ministère gouvernement mairie préfecture police gendarmerie parquet tribunal cour commission
        conseil assemblée sénat parti syndicat syndicats association fédération union comité
        institut
        université entreprise société groupe compagnie banque hôpital école office agence direction
        opposition majorité défense accusation ville commune région département état armée marine
        coopérative collectif fondation organisation ong élysée matignon kremlin onu otan insee cgt
        cfdt inserm cnrs anses observatoire autorité autorités chambre centre club justice pompiers
        rectorat exécutif présidence pouvoir régie musée
        """
    ),
    outlets=words(
        """
        monde figaro libération parisien afp reuters journal quotidien hebdomadaire magazine revue
        radio télévision chaîne ouest-france mediapart canard franceinfo humanité télégramme dépêche
        échos express point obs presse site bfmtv bfm rtl tf1 gazette courrier voix
        """
    ),
    honorifics=words("m mm mme mmes mlle mlles dr pr me maître monsieur madame docteur"),
    small=words(
        """
        le la les l un une des du de d ce cet cette ces son sa ses leur leurs notre nos votre vos
        mon
        ma mes deux trois quatre cinq six plusieurs quelques certains certaines autre autres au aux
        à
        en et sa
        """
    ),
    of=words("de du des d"),
    numbers={
        "un": 1,
        "une": 1,
        "deux": 2,
        "trois": 3,
        "quatre": 4,
        "cinq": 5,
        "six": 6,
        "sept": 7,
        "huit": 8,
        "neuf": 9,
        "dix": 10,
        "onze": 11,
        "douze": 12,
    },
    unnamed=re.compile(
        r"anonym\w*|sous (?:le )?couvert|qui (?:a|ont) (?:requis|souhaité|demandé)|"
        r"qui (?:n['’]a|n['’]ont) pas souhaité|dont (?:le|les) noms?|proches? d[eu]|au fait d[eu]|"
        r"requ(?:iert|érant|ièrent) l['’]anonymat|bon connaisseur|bien informée?s?|"
        r"sources? (?!:)",
        re.IGNORECASE,
    ),
    own=re.compile(
        r"\b(?:nos|notre) (?:informations|calculs?|enquête|décompte|recherches|analyse|relevés|"
        r"journal|reporter|correspondante?|envoyée? spéciale?|constatations|rédaction)\b",
        re.IGNORECASE,
    ),
    head_ends=re.compile(
        r",|\b(?:qui|que|dont|où|de|du|des|à|au|aux|en|dans|pour|sur|par)\b|\bd['’]"
    ),
)


@cache
def forms() -> dict[str, tuple[str, CueClass, bool, bool]]:
    """Map a form to its verb, class, and whether it is finite and whether it is a participle.

    The verb of an irregular form is the form itself.
    """
    table: dict[str, tuple[str, CueClass, bool, bool]] = {}

    def add(form: str, verb: str, cue_class: CueClass, *, finite: bool) -> None:
        known = table.get(form)
        if known is None:
            table[form] = (verb, cue_class, finite, not finite)
        else:
            table[form] = (known[0], known[1], known[2] or finite, known[3] or not finite)

    for cue_class, listed in _IRREGULAR.items():
        for form in listed.split():
            bare = form.lstrip("!")
            add(bare, bare, cue_class, finite=not form.startswith("!"))
    for cue_class, listed in _REGULAR.items():
        for verb in listed.split():
            stem = verb.removesuffix("er") if verb.endswith("er") else verb.removesuffix("r")
            soft = stem + "e" if stem.endswith("g") else stem
            soft = stem[:-1] + "ç" if stem.endswith("c") else soft
            for ending in ("e", "ent", "èrent", "era", "eront"):
                add(stem + ending, verb, cue_class, finite=True)
            for ending in ("ait", "aient", "a"):
                add(soft + ending, verb, cue_class, finite=True)
            add(stem + "é", verb, cue_class, finite=False)
    return table
