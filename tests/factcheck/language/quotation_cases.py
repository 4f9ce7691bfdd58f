"""Quotations by hand: id, paragraphs (parted by a blank line), what must be found, in order.

Each finding is the quoted text with its marks, and its fault ("" for none), then the text around
the mark at fault as (before, mark) where there is one.
"""

from typing import NamedTuple


class Case(NamedTuple):
    id: str
    text: str
    found: tuple[tuple[str, str], ...]


def case(name: str, text: str, *found: str | tuple[str, str]) -> Case:
    return Case(name, text, tuple((f, "") if isinstance(f, str) else f for f in found))


CASES = (
    # plain pairs
    case("none", "Nothing is quoted here."),
    case("empty", ""),
    case("straight", 'She said "no" twice.', '"no"'),
    case("curly", "She said “no” twice.", "“no”"),
    case("sentence", '"We left early," Cole said.', '"We left early,"'),
    case("whole-paragraph", '"We left early."', '"We left early."'),
    case("two", '"One," he said, "and two."', '"One,"', '"and two."'),
    case("three", "“A b,” “c d” and “e f”.", "“A b,”", "“c d”", "“e f”"),
    case("stop-outside", 'He called it "a mess".', '"a mess"'),
    case("after-colon", 'He wrote: "We are done."', '"We are done."'),
    case("after-bracket", 'The plan ("a mess") failed.', '"a mess"'),
    case("before-bracket", '"It is (mostly) true."', '"It is (mostly) true."'),
    case("before-semicolon", '"Yes"; then "no".', '"Yes"', '"no"'),
    case("after-dash", 'One word—"never"—was heard.', '"never"'),
    case("before-dash", '"I thought—" he began.', '"I thought—"'),
    case("question", '"Why?" asked Cole.', '"Why?"'),
    case("ellipsis", '"Well …" he said.', '"Well …"'),
    case("tex", "``We left,'' she said.", "``We left,''"),
    case("doubled-singles", "''We left,'' she said.", "''We left,''"),
    case("note-behind", "He said “it works”.3 Then he left.", "“it works”"),
    case("bracket-note", 'He said "it works."[3] Then he left.', '"it works."'),
    case("swedish", "”We left”, she said.", "”We left”"),
    case("low-high-9", "„We left”, she said.", "„We left”"),
    # glued marks
    case("glued-next", 'It was over."This is it," she said.', '"This is it,"'),
    case("glued-curly-wrong", "It was over.”This is it,” she said.", "”This is it,”"),
    case("glued-close", '"This is it."Cole left.', '"This is it."'),
    case("glued-word", 'the"word"here', '"word"'),
    # apostrophes
    case("contraction", "It's what they don't say."),
    case("contraction-curly", "It’s what they don’t say."),
    case("plural", "The boys' room and the girls' room."),
    case("plural-curly", "The boys’ room and the girls’ room."),
    case("decade", "Back in the '90s and the ’80s it was so."),
    case("decade-wrong", "Back in the ‘90s it was so."),
    case("decade-year", "The class of '68 met in ’98."),
    case("elision", "'Twas the night; rock 'n' roll; get 'em."),
    case("irish", "O'Hara met D’Arcy at the Shi'a mosque."),
    case("quote-and-apostrophe", "\"It's the boys' room,\" he said.", "\"It's the boys' room,\""),
    case("decade-in-quote", "“The ’90s are back,” he said.", "“The ’90s are back,”"),
    case("possessive-end", "It was James'. Nobody cared."),
    # single marks
    case("single-straight", "He called it 'a mess' again.", "'a mess'"),
    case("single-curly", "He called it ‘a mess’ again.", "‘a mess’"),
    case("british", "‘We left early,’ Cole said.", "‘We left early,’"),
    case("british-apostrophe", "‘It’s late,’ Cole said.", "‘It’s late,’"),
    case("british-plural", "‘The boys’ room is cold,’ Cole said.", "‘The boys’ room is cold,’"),
    case("single-plural", "'The boys' room is cold,' he said.", "'The boys' room is cold,'"),
    case("single-open-only", "He came from 'way out west."),
    # nesting
    case("nested", "“He said ‘no’ to me,” Cole said.", "“He said ‘no’ to me,”", "‘no’"),
    case("nested-straight", "\"He said 'no' to me.\"", "\"He said 'no' to me.\"", "'no'"),
    case("nested-end", "“He said ‘no.’”", "“He said ‘no.’”", "‘no.’"),
    case("nested-start", "“‘No’ is what he said.”", "“‘No’ is what he said.”", "‘No’"),
    case("nested-british", "‘He said “no” to me.’", "‘He said “no” to me.’", "“no”"),
    case("nested-same", "“The “big” plan,” he said.", "“The “big” plan,”", "“big”"),
    case("nested-open", "“He said ‘no to me.”", "“He said ‘no to me.”", ("‘no to me.", "unclosed")),
    # measures
    case("feet-inches", "He is 6'2\" tall."),
    case("feet-inches-prime", "He is 6’2” tall."),
    case("inches", 'A 12" disc and a 7" single.'),
    case("feet", "A 6' wall."),
    case("inches-in-quote", '"He is 6\'2" tall," she said.', '"He is 6\'2" tall,"'),
    case("inches-end-quote", '"He is 6\'2"," she said.', '"He is 6\'2","'),
    case("number-end-quote", 'She said "we saw 12" of them.', '"we saw 12"'),
    case("coordinates", "At 52° 31' north."),
    # paragraphs
    case("carried", '"One.\n\n"Two."', '"One.', '"Two."'),
    case("carried-curly", "“One.\n\n“Two.”", "“One.", "“Two.”"),
    case("carried-three", '"One.\n\n"Two.\n\n"Three."', '"One.', '"Two.', '"Three."'),
    case("carried-single", "‘One.\n\n‘Two.’", "‘One.", "‘Two.’"),
    case("carried-then-new", '"One.\n\n"Two." Then "x y".', '"One.', '"Two."', '"x y"'),
    case("carried-french", "« Un.\n\n« Deux. »", "« Un.", "« Deux. »"),
    case("carried-french-closing-mark", "« Un.\n\n» Deux. »", "« Un.", "» Deux. »"),
    case("carried-german", "„Eins.\n\n„Zwei.“", "„Eins.", "„Zwei.“"),
    case("carried-nested", "“A ‘b c.\n\n“‘D e.’”", "“A ‘b c.", "‘b c.", "“‘D e.’”", "‘D e.’"),
    case("not-carried", "“One.”\n\n“Two.”", "“One.”", "“Two.”"),
    # French and German
    case("french", "Il a dit « non » hier.", "« non »"),
    case("french-hard", "Il a dit «\u00a0non\u00a0» hier.", "«\u00a0non\u00a0»"),
    case("french-narrow", "Il a dit «\u202fnon\u202f».", "«\u202fnon\u202f»"),
    case("french-tight", "Il a dit «non» hier.", "«non»"),
    case("french-inside", "« Un “mot” »", "« Un “mot” »", "“mot”"),
    case("french-nested", "« Un « mot » ici »", "« Un « mot » ici »", "« mot »"),
    case("french-angle", "‹ Un mot ›", "‹ Un mot ›"),
    case("french-straight-hard", 'Il a dit "\u00a0non\u00a0" hier.', '"\u00a0non\u00a0"'),
    case("elided-french", "L'eau d’ici n'est pas l’eau."),
    case("german", "Sie sagte: „Nein.“", "„Nein.“"),
    case("german-twice", "„Eins“ und „zwei“.", "„Eins“", "„zwei“"),
    case("german-nested", "„Er sagte ‚nein‘ dazu.“", "„Er sagte ‚nein‘ dazu.“", "‚nein‘"),
    case("german-guillemets", "Sie sagte: »Nein.«", "»Nein.«"),
    case("german-guillemets-two", "»Eins« und »zwei«.", "»Eins«", "»zwei«"),
    case("german-inverted-nested", "»Er sagte ›nein‹.«", "»Er sagte ›nein‹.«", "›nein‹"),
    case("german-straight-close", '„Nein", sagte sie.', '„Nein"'),
    case("german-clipped", "Wie geht's? So ’ne Sache."),
    # faults
    case("unopened", 'We left early." He sat.', ('We left early."', "unopened")),
    case("unopened-curly", "We left early.” He sat.", ("We left early.”", "unopened")),
    case(
        "unopened-second",
        '"One two." We left early."',
        '"One two."',
        ('We left early."', "unopened"),
    ),
    case("unopened-single", "We left early.’ He sat.", ("We left early.’", "unopened")),
    case("unopened-french", "Non. » Il sort.", ("Non. »", "unopened")),
    case("unopened-german", "Nein.“ Sie geht.", ("Nein.“", "unopened")),
    case("unclosed", '"We left early.', ('"We left early.', "unclosed")),
    case("unclosed-curly", "He said “we left.", ("“we left.", "unclosed")),
    case("unclosed-single", "He said ‘we left.", ("‘we left.", "unclosed")),
    case("unclosed-next-plain", '"We left.\n\nHe sat.', ('"We left.', "unclosed")),
    case("unclosed-carried", '"One.\n\n"Two.', ('"One.', ""), ('"Two.', "unclosed")),
    case(
        "unclosed-then-pair",
        '"We left, he said. She said "no" twice.',
        ('"We left, he said. She said', "unclosed"),
        '"no"',
    ),
    case("unclosed-french", "« On reste, dit-il.", ("« On reste, dit-il.", "unclosed")),
    case("unclosed-german", "„Wir bleiben, sagte er.", ("„Wir bleiben, sagte er.", "unclosed")),
    case("displaced-close", '"We left early "Cole said.', ('"We left early "', "misplaced")),
    case("displaced-close-curly", "“We left early “Cole said.", ("“We left early “", "misplaced")),
    case(
        "displaced-after-glued",
        'He was done."We never answer that "Cole said.',
        ('"We never answer that "', "misplaced"),
    ),
    case("floating-close", '"We left early " Cole said.', ('"We left early "', "misplaced")),
    case("french-plain-spaces", "« On reste », dit-il. « Non. »", "« On reste »", "« Non. »"),
    case("french-plain-spaces-elided", "L’« effet » passe, dit-on.", "« effet »"),
    case("french-plain-spaces-bracket", "(« On reste »)", "« On reste »"),
    case("only-mark", '"', ('"', "unopened")),
)
