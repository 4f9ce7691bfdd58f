"""Quotations by hand: id, paragraphs (parted by a blank line), what must be found, in order.

Each finding is the quoted text with its marks, and its fault ("" for none), then the text around
the mark at fault as (before, mark) where there is one.
"""

from typing import NamedTuple


class Case(NamedTuple):
    id: str
    text: str
    found: tuple[tuple[str, str], ...]


def _case(name: str, text: str, *found: str | tuple[str, str]) -> Case:
    return Case(name, text, tuple((f, "") if isinstance(f, str) else f for f in found))


CASES = (
    # plain pairs
    _case("none", "Nothing is quoted here."),
    _case("empty", ""),
    _case("straight", 'She said "no" twice.', '"no"'),
    _case("curly", "She said “no” twice.", "“no”"),
    _case("sentence", '"We left early," Cole said.', '"We left early,"'),
    _case("whole-paragraph", '"We left early."', '"We left early."'),
    _case("two", '"One," he said, "and two."', '"One,"', '"and two."'),
    _case("three", "“A b,” “c d” and “e f”.", "“A b,”", "“c d”", "“e f”"),
    _case("stop-outside", 'He called it "a mess".', '"a mess"'),
    _case("after-colon", 'He wrote: "We are done."', '"We are done."'),
    _case("after-bracket", 'The plan ("a mess") failed.', '"a mess"'),
    _case("before-bracket", '"It is (mostly) true."', '"It is (mostly) true."'),
    _case("before-semicolon", '"Yes"; then "no".', '"Yes"', '"no"'),
    _case("after-dash", 'One word—"never"—was heard.', '"never"'),
    _case("before-dash", '"I thought—" he began.', '"I thought—"'),
    _case("question", '"Why?" asked Cole.', '"Why?"'),
    _case("ellipsis", '"Well …" he said.', '"Well …"'),
    _case("tex", "``We left,'' she said.", "``We left,''"),
    _case("doubled-singles", "''We left,'' she said.", "''We left,''"),
    _case("note-behind", "He said “it works”.3 Then he left.", "“it works”"),
    _case("bracket-note", 'He said "it works."[3] Then he left.', '"it works."'),
    _case("swedish", "”We left”, she said.", "”We left”"),
    _case("low-high-9", "„We left”, she said.", "„We left”"),
    # glued marks
    _case("glued-next", 'It was over."This is it," she said.', '"This is it,"'),
    _case("glued-curly-wrong", "It was over.”This is it,” she said.", "”This is it,”"),
    _case("glued-close", '"This is it."Cole left.', '"This is it."'),
    _case("glued-word", 'the"word"here', '"word"'),
    # apostrophes
    _case("contraction", "It's what they don't say."),
    _case("contraction-curly", "It’s what they don’t say."),
    _case("plural", "The boys' room and the girls' room."),
    _case("plural-curly", "The boys’ room and the girls’ room."),
    _case("decade", "Back in the '90s and the ’80s it was so."),
    _case("decade-wrong", "Back in the ‘90s it was so."),
    _case("decade-year", "The class of '68 met in ’98."),
    _case("elision", "'Twas the night; rock 'n' roll; get 'em."),
    _case("irish", "O'Hara met D’Arcy at the Shi'a mosque."),
    _case("quote-and-apostrophe", "\"It's the boys' room,\" he said.", "\"It's the boys' room,\""),
    _case("decade-in-quote", "“The ’90s are back,” he said.", "“The ’90s are back,”"),
    _case("possessive-end", "It was James'. Nobody cared."),
    # single marks
    _case("single-straight", "He called it 'a mess' again.", "'a mess'"),
    _case("single-curly", "He called it ‘a mess’ again.", "‘a mess’"),
    _case("british", "‘We left early,’ Cole said.", "‘We left early,’"),
    _case("british-apostrophe", "‘It’s late,’ Cole said.", "‘It’s late,’"),
    _case("british-plural", "‘The boys’ room is cold,’ Cole said.", "‘The boys’ room is cold,’"),
    _case("single-plural", "'The boys' room is cold,' he said.", "'The boys' room is cold,'"),
    _case("single-open-only", "He came from 'way out west."),
    # nesting
    _case("nested", "“He said ‘no’ to me,” Cole said.", "“He said ‘no’ to me,”", "‘no’"),
    _case("nested-straight", "\"He said 'no' to me.\"", "\"He said 'no' to me.\"", "'no'"),
    _case("nested-end", "“He said ‘no.’”", "“He said ‘no.’”", "‘no.’"),
    _case("nested-start", "“‘No’ is what he said.”", "“‘No’ is what he said.”", "‘No’"),
    _case("nested-british", "‘He said “no” to me.’", "‘He said “no” to me.’", "“no”"),
    _case("nested-same", "“The “big” plan,” he said.", "“The “big” plan,”", "“big”"),
    _case(
        "nested-open", "“He said ‘no to me.”", "“He said ‘no to me.”", ("‘no to me.", "unclosed")
    ),
    # measures
    _case("feet-inches", "He is 6'2\" tall."),
    _case("feet-inches-prime", "He is 6’2” tall."),
    _case("inches", 'A 12" disc and a 7" single.'),
    _case("feet", "A 6' wall."),
    _case("inches-in-quote", '"He is 6\'2" tall," she said.', '"He is 6\'2" tall,"'),
    _case("inches-end-quote", '"He is 6\'2"," she said.', '"He is 6\'2","'),
    _case("number-end-quote", 'She said "we saw 12" of them.', '"we saw 12"'),
    _case("coordinates", "At 52° 31' north."),
    # paragraphs
    _case("carried", '"One.\n\n"Two."', '"One.', '"Two."'),
    _case("carried-curly", "“One.\n\n“Two.”", "“One.", "“Two.”"),
    _case("carried-three", '"One.\n\n"Two.\n\n"Three."', '"One.', '"Two.', '"Three."'),
    _case("carried-single", "‘One.\n\n‘Two.’", "‘One.", "‘Two.’"),
    _case("carried-then-new", '"One.\n\n"Two." Then "x y".', '"One.', '"Two."', '"x y"'),
    _case("carried-french", "« Un.\n\n« Deux. »", "« Un.", "« Deux. »"),
    _case("carried-french-closing-mark", "« Un.\n\n» Deux. »", "« Un.", "» Deux. »"),
    _case("carried-german", "„Eins.\n\n„Zwei.“", "„Eins.", "„Zwei.“"),
    _case("carried-nested", "“A ‘b c.\n\n“‘D e.’”", "“A ‘b c.", "‘b c.", "“‘D e.’”", "‘D e.’"),
    _case("not-carried", "“One.”\n\n“Two.”", "“One.”", "“Two.”"),
    # French and German
    _case("french", "Il a dit « non » hier.", "« non »"),
    _case("french-hard", "Il a dit «\u00a0non\u00a0» hier.", "«\u00a0non\u00a0»"),
    _case("french-narrow", "Il a dit «\u202fnon\u202f».", "«\u202fnon\u202f»"),
    _case("french-tight", "Il a dit «non» hier.", "«non»"),
    _case("french-inside", "« Un “mot” »", "« Un “mot” »", "“mot”"),
    _case("french-nested", "« Un « mot » ici »", "« Un « mot » ici »", "« mot »"),
    _case("french-angle", "‹ Un mot ›", "‹ Un mot ›"),
    _case("french-straight-hard", 'Il a dit "\u00a0non\u00a0" hier.', '"\u00a0non\u00a0"'),
    _case("elided-french", "L'eau d’ici n'est pas l’eau."),
    _case("german", "Sie sagte: „Nein.“", "„Nein.“"),
    _case("german-twice", "„Eins“ und „zwei“.", "„Eins“", "„zwei“"),
    _case("german-nested", "„Er sagte ‚nein‘ dazu.“", "„Er sagte ‚nein‘ dazu.“", "‚nein‘"),
    _case("german-guillemets", "Sie sagte: »Nein.«", "»Nein.«"),
    _case("german-guillemets-two", "»Eins« und »zwei«.", "»Eins«", "»zwei«"),
    _case("german-inverted-nested", "»Er sagte ›nein‹.«", "»Er sagte ›nein‹.«", "›nein‹"),
    _case("german-straight-close", '„Nein", sagte sie.', '„Nein"'),
    _case("german-clipped", "Wie geht's? So ’ne Sache."),
    # faults
    _case("unopened", 'We left early." He sat.', ('We left early."', "unopened")),
    _case("unopened-curly", "We left early.” He sat.", ("We left early.”", "unopened")),
    _case(
        "unopened-second",
        '"One two." We left early."',
        '"One two."',
        ('We left early."', "unopened"),
    ),
    _case("unopened-single", "We left early.’ He sat.", ("We left early.’", "unopened")),
    _case("unopened-french", "Non. » Il sort.", ("Non. »", "unopened")),
    _case("unopened-german", "Nein.“ Sie geht.", ("Nein.“", "unopened")),
    _case("unclosed", '"We left early.', ('"We left early.', "unclosed")),
    _case("unclosed-curly", "He said “we left.", ("“we left.", "unclosed")),
    _case("unclosed-single", "He said ‘we left.", ("‘we left.", "unclosed")),
    _case("unclosed-next-plain", '"We left.\n\nHe sat.', ('"We left.', "unclosed")),
    _case("unclosed-carried", '"One.\n\n"Two.', ('"One.', ""), ('"Two.', "unclosed")),
    _case(
        "unclosed-then-pair",
        '"We left, he said. She said "no" twice.',
        ('"We left, he said. She said', "unclosed"),
        '"no"',
    ),
    _case("unclosed-french", "« On reste, dit-il.", ("« On reste, dit-il.", "unclosed")),
    _case("unclosed-german", "„Wir bleiben, sagte er.", ("„Wir bleiben, sagte er.", "unclosed")),
    _case("displaced-close", '"We left early "Cole said.', ('"We left early "', "misplaced")),
    _case("displaced-close-curly", "“We left early “Cole said.", ("“We left early “", "misplaced")),
    _case(
        "displaced-after-glued",
        'He was done."We never answer that "Cole said.',
        ('"We never answer that "', "misplaced"),
    ),
    _case("floating-close", '"We left early " Cole said.', ('"We left early "', "misplaced")),
    _case("french-plain-spaces", "« On reste », dit-il. « Non. »", "« On reste »", "« Non. »"),
    _case("french-plain-spaces-elided", "L’« effet » passe, dit-on.", "« effet »"),
    _case("french-plain-spaces-bracket", "(« On reste »)", "« On reste »"),
    _case("only-mark", '"', ('"', "unopened")),
)
