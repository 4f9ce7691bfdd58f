"""Words that end with a full stop without ending a sentence, and words that begin one.

Compiled by hand from style guides (AP, Duden, Imprimerie nationale); lower case, no final stop.
"""

from factcheck.language.word_lists import words

# Always followed by the name or the thing that they belong to.
ATTACHED = words(
    """
    mr mrs ms mx messrs dr prof rev hon pres gov sen rep sens reps gens gen lt col maj capt cpl sgt
    adm cmdr supt insp det fr br sr st ste mt ft atty asst assoc dist pfc pvt brig mgr msgr
    e.g i.e cf viz vs v ca approx resp incl esp al
    m mm mme mlle mlles me hr fr. frau dipl ing hl bzgl bzw vgl ggf evtl inkl sog z.b d.h u.a s.o
    v.a z.t i.d.r m.e p.ex c.-à-d env
    """
)

# Attached to a number that follows: "No. 5", "pp. 4-6", "Abb. 2".
BEFORE_NUMBER = words(
    """
    no nos nr n° fig figs p pp vol vols ch chap sec secs art arts eq eqs tab ex para paras s ss
    abb bd kap abs ziff jg ed app pt op ver act
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    janv févr avr juil déc okt dez mär
    """
)

# May end a sentence: a capitalised word that begins sentences decides.
OPEN = words(
    """
    u.s u.k u.n e.u u.s.a u.a.e d.c a.m p.m b.c a.d n.y l.a inc corp co ltd llc bros plc jr sr
    esq ph.d m.d b.a m.a d.d.s r.n etc usw st ave blvd rd hwy dept univ est min max hrs
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb
    nev okla ore pa penn tenn tex va vt wash wis wyo n.c s.c n.d s.d n.h n.j n.m r.i w.va
    """
)

# Lower-case forms of words that, capitalised, nearly always begin a sentence.
STARTERS = words(
    """
    a an the this that these those there here it its he she they we i you his her their our my your
    who what when where why how which while although though but and or so yet if in on at as for
    from with without after before during since until by to of not no some many most more all
    both each every another other one two also still now then however meanwhile moreover
    according because despite even just only once instead later last next such
    der die das den dem ein eine einer er sie es wir ich aber und oder doch wenn weil nach vor bei
    im am mit auch noch nur so dann dies diese dieser
    le la les l' un une des il elle ils elles on nous vous je ce cette ces mais et ou donc dans en
    au aux pour par sur selon après avant depuis
    """
)

# "am 3. Oktober", "das 19. Jahrhundert": a German ordinal goes on with one of these.
AFTER_ORDINAL = words(
    """
    januar jänner februar märz april mai juni juli august september oktober november dezember
    jahrhundert jahrhunderts jahrhunderte bundesliga liga jahrestag geburtstag weltkrieg weltkriegs
    stock platz mal klasse runde lebensjahr auflage etage spieltag
    """
)
