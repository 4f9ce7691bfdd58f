"""The words that signal an attribution, by what they do.

Compiled by hand; the classes follow the desk's question "does somebody answer for the claim?",
not a verb typology. Base forms; ``factcheck.language.cues`` derives the others.
"""

from factcheck.language.word_lists import words
from factcheck.model.analysis import CueClass

VERBS: dict[CueClass, str] = {
    CueClass.ASSERT: """
        say tell add state claim assert declare insist maintain argue contend explain note observe
        remark comment mention stress emphasize emphasise underline underscore reiterate repeat
        affirm confirm acknowledge admit concede confess announce warn caution advise testify
        recall recount describe relate reply respond answer retort counter quip joke write tweet
        post blog allege accuse charge suggest imply predict forecast estimate calculate conclude
        disclose reveal divulge concur agree swear vow pledge promise assure reassure inform notify
        remind proclaim pronounce profess boast brag complain lament grumble criticize criticise
        condemn denounce decry blast slam praise laud hail tout applaud credit blame fault cite
        quote call label brand dub characterize characterise portray depict compare liken question
        shout yell whisper scream mutter murmur chant exclaim cry interject volunteer elaborate
        clarify specify detail outline summarize summarise sum propose recommend urge exhort
        threaten mock ridicule deride scold rebuke chide taunt attack assail defend justify
        rationalize ponder muse wonder speculate joke opine reckon theorize hypothesize posit
        postulate attest certify vouch plead echo signal indicate hint intimate point speak talk
        address thank congratulate apologize apologise read phrase word narrate reflect marvel
        gush rave fume rage scoff sneer gloat crow whine moan gripe bluster thunder bleat rant snarl
        attribute bark bemoan splutter sigh snap continue finish begin ask
        """,
    CueClass.DENY: """
        deny dispute reject rebut refute dismiss disagree contradict disavow repudiate challenge
        contest debunk discount downplay deflect
        """,
    CueClass.REPORT: """
        report hear publish broadcast air headline editorialize chronicle document reprint retweet
        uncover expose
        """,
    CueClass.DOCUMENT: """
        show find demonstrate determine discover
        list stipulate record measure rank survey poll project
        rule certify
        """,
    CueClass.DECLINE: "decline refuse",
    CueClass.WANT: """
        want wish hope intend plan seek aim demand request call beg desire aspire long yearn
        prefer favor favour support back endorse oppose advocate lobby push press propose
        encourage order instruct direct require need urge try choose pursue
        """,
    CueClass.FEEL: """
        feel fear worry believe think doubt suspect regret resent love hate like dislike admire
        trust distrust know see view regard consider understand remember forget realize realise
        perceive recognize recognise imagine dream assume presume guess care mind appreciate
        learn decide seem appear value envision fancy
        """,
    CueClass.EXPECT: "expect anticipate foresee",
}

# A verb that stands in two classes is sourcing first; these are the ones that are not.
SOURCING = (CueClass.ASSERT, CueClass.DENY, CueClass.REPORT, CueClass.DOCUMENT)

IRREGULAR: dict[str, tuple[str, ...]] = {
    "hear": ("hears", "heard", "hearing"),
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "forecast": ("forecasts", "forecast", "forecasting"),
    "read": ("reads", "read", "reading"),
    "find": ("finds", "found", "finding"),
    "show": ("shows", "showed", "shown", "showing"),
    "broadcast": ("broadcasts", "broadcast", "broadcasting"),
    "begin": ("begins", "began", "begun", "beginning"),
    "seek": ("seeks", "sought", "seeking"),
    "feel": ("feels", "felt", "feeling"),
    "think": ("thinks", "thought", "thinking"),
    "know": ("knows", "knew", "known", "knowing"),
    "see": ("sees", "saw", "seen", "seeing"),
    "understand": ("understands", "understood", "understanding"),
    "forget": ("forgets", "forgot", "forgotten", "forgetting"),
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"),
    "rebut": ("rebuts", "rebutted", "rebutting"),
    "admit": ("admits", "admitted", "admitting"),
    "slam": ("slams", "slammed", "slamming"),
    "quip": ("quips", "quipped", "quipping"),
    "brag": ("brags", "bragged", "bragging"),
    "sum": ("sums", "summed", "summing"),
    "plan": ("plans", "planned", "planning"),
    "beg": ("begs", "begged", "begging"),
    "chat": ("chats", "chatted", "chatting"),
    "dub": ("dubs", "dubbed", "dubbing"),
    "snap": ("snaps", "snapped", "snapping"),
    "blog": ("blogs", "blogged", "blogging"),
    "confer": ("confers", "conferred", "conferring"),
    "refer": ("refers", "referred", "referring"),
}

# Verbs whose base and -s forms are more often nouns; those forms need a subject right before.
NOUN_LIKE = words(
    """
    report reports claim claims call calls charge charges comment comments post posts plan plans
    hope hopes fear fears worry worries doubt doubts love hate like need needs wish wishes demand
    demands request requests order orders poll polls project projects rule rules record records
    list lists survey surveys measure measures rank ranks show shows document documents question
    questions answer answers attack attacks support back press push mind care view views desire
    forecast forecasts estimate estimates quote quotes label labels brand brands blame credit
    fault word words point points talk talks address addresses signal signals detail details read
    vow pledge promise promises praise challenge challenges contest contests air headline trust
    guess dream dreams long finding findings reading writing rulings saying meaning feeling
    feelings understanding beginning thought thoughts regard regards direct process aim aims
    tweet tweets echo echoes hail state states note notes advocate advocates favor favour mock
    snap counter counters relate finish reply blast release
    """
)

# Verbs that signal an attribution only with a clause or a quotation behind them.
NEEDS_CLAUSE = words(
    """
    hear find see know read feel continue begin finish address detail record list rank measure
    back push press order direct require need like love hate mind care trust call
    point speak answer charge air document remember forget view volunteer snap word phrase
    rule determine survey poll project signal reflect uncover recall relate certify
    instruct plan aim long rage bark sigh thunder snarl crow bleat whine moan gush sneer
    """
)

# States of mind that are adjectives; the subject stands before them.
STATES_OF_MIND = (
    r"(?:is|are|was|were|be|been|feels?|felt|remains?|remained|seems?|seemed)"
    r" (?:also |still |not |very |so |deeply |increasingly )?"
    r"(?:afraid|willing|unwilling|worried|concerned|hopeful|confident|eager|reluctant|angry|happy|"
    r"unhappy|proud|certain|convinced|skeptical|sceptical|aware|unaware|glad|pleased|"
    r"disappointed|outraged|frustrated|determined|interested|excited|surprised|opposed)|"
    r"would (?:like|prefer|love|rather)"
)

# "Put the figure at 40", "gave a number of 12": the network knows no such cues.
GIVES_A_FIGURE = (
    r"(?:puts?|gives?|gave|has put|have put|has given|have given) (?:a|an|the|its|their|that|this)"
    r" (?:[a-z]{3,12} ){0,2}?(?:figure|number|total|toll|count|estimate|cost|bill|share|damage|"
    r"losses|turnout|crowd) (?:at|of|as high as|as low as|closer to|nearer|above|below|between|as)"
    r"|(?:puts?|pegs?|pegged|gives?|gave|lists?|listed|has put|have put) "
    r"(?:[^\s,;.]{1,20} ){1,12}?(?:at|as)"
    r"(?= (?:about |around |some |nearly |roughly |just |more than |less than |over |under |up to |"
    r"between |at least )?(?:[$€£]|US\$|\d|half\b|zero\b|one in\b|(?:low|high|greater|"
    r"little) risk\b))"
    r"|(?:counts?|counted|records?|recorded|logged|registered|tallied|measured|clocked)"
    r"(?= (?:about |some |just |nearly |only |more than |over |at least |fewer than )?(?:\d|"
    r"(?:two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)\b))"
)

# Verbs of saying made of several words: the lists of single verbs cannot hold them.
PHRASAL = (
    r"(?:lets?|letting) (?:on|slip)|own(?:s|ed|ing) up(?: to)?|(?:come|comes|came) clean|"
    r"(?:makes?|made) (?:it )?(?:clear|plain|known|public)|let it be known|"
    r"(?:laugh|brush|shrug|play|wav)(?:s|es|ed|ing)? (?:off|down|away|aside)|"
    r"(?:pass|passes|passed) on|(?:spell|spells|spelled|spelt) out|(?:set|sets) out|"
    r"(?:lash|lashes|lashed|hit|hits) (?:out|back)|(?:chip|chips|chipped) in|"
    r"(?:puts?) it(?= (?:more|this|another|like|down|in|bluntly|simply|mildly|differently)\b|[,:.])"
)

# Fixed phrases: pattern -> class. The source follows.
PHRASES_BEFORE_SOURCE: tuple[tuple[str, CueClass], ...] = (
    (r"according to", CueClass.REPORT),
    (r"in the words of", CueClass.ASSERT),
    (r"in the (?:view|opinion|eyes) of", CueClass.FEEL),
    (
        r"as (?:reported|noted|stated|described|quoted|told|announced|confirmed|claimed) (?:by|to)",
        CueClass.REPORT,
    ),
    (r"(?:as )?per(?= the | a | an | its | his | her | their )", CueClass.REPORT),
    (r"citing|quoting|attributed to", CueClass.REPORT),
)

# Nobody is named: the claim is passed on without a source.
VAGUE_PHRASES = (
    r"reportedly|allegedly|purportedly|supposedly|apparently|ostensibly|"
    r"rumou?red to|rumou?r has it|"
    r"(?:it|there) (?:is|was|has been|had been) (?:also )?"
    r"(?:widely |generally |commonly |often |long been |universally |freely |openly )?"
    r"(?:believed|said|thought|reported|alleged|claimed|rumou?red|understood|assumed|estimated|"
    r"suggested|argued|expected|feared|hoped|known|considered|accepted|held|acknowledged|agreed|"
    r"recogni[sz]ed|whispered|supposed|reckoned)|"
    r"(?:is|are|was|were|been|be) (?:also |still |now |not )?"
    r"(?:widely |generally |commonly |often )?"
    r"(?:believed|said|thought|reported|alleged|claimed|rumou?red|understood|assumed|estimated|"
    r"accused of|suspected of|expected|feared|known|considered|seen as|viewed as|described as|"
    r"regarded as|perceived|called|dubbed|supposed|projected|poised|likely) ?(?:to\b|by\b|as\b)?|"
    r"some (?:say|argue|believe|claim|think)|many (?:say|argue|believe|claim|think)|"
    r"they say(?= that\b|,)|as (?:everyone|everybody|anyone|we all) (?:here )?knows?|"
    r"(?:questions|eyebrows|concerns|doubts|fears|suspicions|fingers|accusations|allegations|"
    r"complaints) (?:have been|had been|were|are being|were being|are|continue to be) (?:also )?"
    r"(?:raised|asked|voiced|expressed|pointed|made|levell?ed)(?! by\b)"
)

# What goes round, with nobody who sends it: "the talk in town is that", "rumour has it".
TALK = (
    r"(?:(?:the|local|common|popular|received|conventional|campus|market|office|hallway|city|"
    r"industry|village|dressing[- ]room|backstage|current|general|prevailing|persistent|other|"
    r"much of the|most of the|all the) ){0,3}"
    r"(?:talk|word|gossip|rumou?rs?|story|stories|buzz|chatter|whispers?|grapevine|legend|"
    r"tradition|lore|folklore|scuttlebutt|view|feeling|sense|mood|consensus|suspicion|belief|"
    r"perception|assumption|theory|speculation|fear|wisdom|betting|bet|verdict|smart money|money)"
    r"(?: (?:in|on|at|around|round|along|among|across|inside|within|over|from) [^,.;:]{2,40}?)?"
    r" (?:(?:is|was|has been|has long been|remains) (?:all about\b|that\b|:)|has it\b|had it\b|"
    r"goes\b|went\b|holds that\b|says that\b|suggests? that\b)|"
    r"there (?:are|were) (?:those|some|many|people|plenty)(?: [^,.;:]{2,30}?)? who\b|"
    r"by (?:all|most|some|many) accounts\b|by common consent\b|"
    r"it is (?:now |well |long |an )?(?:established|settled|taken for granted|beyond (?:doubt|"
    r"dispute)|"
    r"documented|proven)(?: [^,.;:]{2,30}?)? that\b|"
    r"there (?:is|was|remains|has long been) (?:a|an|some|much|little|no|growing|widespread) "
    r"(?:[a-z]+ ){0,2}(?:view|feeling|sense|talk|suspicion|consensus|belief|fear|speculation|"
    r"unease|"
    r"doubt|perception|impression)(?: (?:in|on|at|among|around|across|"
    r"within) [^,.;:]{2,30}?)? that\b|"
    r"(?:as )?(?:anyone|anybody|everyone|everybody|any [a-z]+|those who|people who)"
    r"(?: [^,.;:]{2,30}?)? "
    r"(?:will|would|can|could) tell you\b|"
    r"the (?:smart )?money (?:is|was) on\b|the smart money has\b|"
    r"(?:it is|it was|it['’]s|it has long been) (?:no secret|an open secret|common knowledge|"
    r"an article of faith|received wisdom)(?: (?:in|at|on|among|around|"
    r"that) [^,.;:]{2,30}?)? that\b"
)

# Lines about the asking, not about the world.
NO_COMMENT = (
    r"could not (?:immediately |right away |yet )?be (?:immediately )?(?:reached|contacted)|"
    r"could ?n[o']t be reached|"
    r"(?:declined|refused|has declined|have declined|would not|refuses|declines|unwilling) "
    r"(?:immediate |further )?(?:to )?(?:immediately )?"
    r"(?:comment|speak|discuss|elaborate|answer|respond|say more|be interviewed|give details)|"
    r"(?:did not|didn['’]t|has not|hasn['’]t|have not|had not|did n['’]t|have yet to|has yet to) "
    r"(?:immediately |yet |right away )?"
    r"(?:respond|responded|reply|replied|return|returned|react|reacted|answer|answered)|"
    r"(?:no|further|immediate) (?:further )?comment (?:was|on)|"
    r"(?:was|were) (?:not )?(?:un)?available for (?:a )?comment|"
    r"offered no comment|made no comment|without comment(?:ing)?|"
    r"(?:went|stayed|remained) (?:unanswered|without (?:an )?(?:answer|reply|response))|"
    r"(?:no|not any) (?:more|further|additional|other) (?:details?|information|comments?) "
    r"(?:was|were|is|are|has|have|could)|"
    r"there (?:was|were) no (?:more|further|additional|other|immediate) "
    r"(?:details?|information|comments?|response)|"
    r"no (?:response|reply|answer) (?:was|came|had)|would not be drawn|"
    r"(?:has|had|have|gave|issued|provided) (?:given |offered |made )?no (?:immediate |further )?"
    r"(?:response|reply|comment|answer)\b|"
    r"ignored (?:[a-z]+ ){0,2}(?:requests?|calls|e-?mails|questions|messages)|"
    r"(?:was|were|is|has been) unable to (?:ascertain|verify|confirm|establish|determine|reach)|"
    r"could not (?:independently |immediately )?(?:ascertain|verify|confirm|establish|determine)|"
    r"could not be (?:independently |immediately )?(?:confirmed|verified|established|authenticated)"
)
