"""German sentences with the attribution that stands in each, written for these tests.

A case is a sentence and, below it, source | cue | content | kind of source | class of cue; "-" is a
source that is not named, "=" a content that is all the sentence.
"""

FOUND = """
Laut Polizei war die Brücke seit Montag gesperrt.
    Polizei | Laut | war die Brücke seit Montag gesperrt | organisation | report
Die Brücke war laut einem Gutachten der Stadt marode.
    einem Gutachten der Stadt | laut | Die Brücke war | document | report
Nach Angaben der Feuerwehr brannten drei Boote.
    der Feuerwehr | Nach Angaben | brannten drei Boote | organisation | report
Drei Boote brannten nach Angaben von Wehrführer Jens Thode aus.
    Wehrführer Jens Thode | nach Angaben von | Drei Boote brannten | named_person | report
Der Polizei zufolge fuhr niemand zu schnell.
    Der Polizei | zufolge | fuhr niemand zu schnell | organisation | report
Medienberichten zufolge wird das Werk verkauft.
    Medienberichten | zufolge | wird das Werk verkauft | vague | report
Nach Ansicht von Kritikern kommt das Verbot zu spät.
    Kritikern | Nach Ansicht von | kommt das Verbot zu spät | vague | report
Laut Experten hält der Deich noch zehn Jahre.
    Experten | Laut | hält der Deich noch zehn Jahre | vague | report
Nach Informationen dieser Zeitung wurde der Deich nie geprüft.
    dieser Zeitung | Nach Informationen | wurde der Deich nie geprüft | own_reporting | report
Laut dem Lüner Tageblatt wurde der Deich nie geprüft.
    dem Lüner Tageblatt | Laut | wurde der Deich nie geprüft | publication | report
In dem Bericht heißt es, der Deich sei marode.
    dem Bericht | heißt es | der Deich sei marode | document | report
Der Deich sei marode, heißt es in einem Gutachten.
    einem Gutachten | heißt es in | Der Deich sei marode | document | report
Der Deich sei marode, hieß es aus Regierungskreisen.
    Regierungskreisen | hieß es aus | Der Deich sei marode | anonymous | report
Die Ministerin sagte, dass der Deich hält.
    Die Ministerin | sagte | dass der Deich hält | role | assert
Wiebke Thode sagt, der Deich sei marode.
    Wiebke Thode | sagt | der Deich sei marode | named_person | assert
Bürgermeisterin Wiebke Thode erklärte am Montag, der Deich werde halten.
    Bürgermeisterin Wiebke Thode | erklärte | der Deich werde halten | named_person | assert
Wiebke Thode, die Leiterin der Station, betont, dass der Deich hält.
    Wiebke Thode | betont | dass der Deich hält | named_person | assert
Am Montag sagte die Ministerin, dass der Deich hält.
    die Ministerin | sagte | dass der Deich hält | role | assert
Die Ministerin hat am Montag erklärt, dass der Deich hält.
    Die Ministerin | erklärt | dass der Deich hält | role | assert
Die Stadt teilte am Dienstag mit, die Brücke bleibe gesperrt.
    Die Stadt | teilte | die Brücke bleibe gesperrt | organisation | assert
Das Ministerium räumte ein, dass Akten fehlen.
    Das Ministerium | räumte | dass Akten fehlen | organisation | assert
Der Konzern wies die Vorwürfe zurück.
    Der Konzern | wies | die Vorwürfe zurück | organisation | deny
Die Firma bestreitet, dass Akten fehlen.
    Die Firma | bestreitet | dass Akten fehlen | organisation | deny
Die Firma dementierte den Bericht.
    Die Firma | dementierte | den Bericht | organisation | deny
Eine Studie zeigt, dass die Ufer wandern.
    Eine Studie | zeigt | dass die Ufer wandern | document | document
Ein Anwohner berichtet, dass es nachts brannte.
    Ein Anwohner | berichtet | dass es nachts brannte | anonymous | report
Zwei Mitarbeiter behaupten, die Akten seien verbrannt.
    Zwei Mitarbeiter | behaupten | die Akten seien verbrannt | anonymous | assert
Kritiker sagen, der Deich sei zu niedrig.
    Kritiker | sagen | der Deich sei zu niedrig | vague | assert
Viele meinen, der Deich sei zu niedrig.
    Viele | meinen | der Deich sei zu niedrig | vague | assert
Die Sprecherin sagte: „Der Deich hält.“
    Die Sprecherin | sagte | „Der Deich hält.“ | role | assert
Gutachterin Silke Rohde sprach von einer „stillen Baustelle“.
    Gutachterin Silke Rohde | sprach | von einer „stillen Baustelle“ | named_person | assert
Der Verband fordert einen neuen Deich.
    Der Verband | fordert | einen neuen Deich | organisation | want
Die Bauern fürchten, dass die Wiesen versauern.
    Die Bauern | fürchten | dass die Wiesen versauern | role | feel
„Der Deich hält“, sagte die Ministerin.
    die Ministerin | sagte | „Der Deich hält“ | role | assert
„Der Deich hält“, sagt Wiebke Thode, die Leiterin der Station.
    Wiebke Thode | sagt | „Der Deich hält“ | named_person | assert
»Der Deich hält«, sagte sie am Abend.
    sie | sagte | »Der Deich hält« | vague | assert
„Ich bin nicht gegen das Moor“, sagt er, „ich bin gegen nasse Kühe.“
    er | sagt | „Ich bin nicht gegen das Moor“ | vague | assert
Die Brücke sei marode, sagte der Gutachter am Montag.
    der Gutachter | sagte | Die Brücke sei marode | role | assert
Die Brücke bleibe gesperrt, teilte die Polizei mit.
    die Polizei | teilte | Die Brücke bleibe gesperrt | organisation | assert
„Der Deich hält“, so die Ministerin.
    die Ministerin | so | „Der Deich hält“ | role | assert
Die Brücke bleibe gesperrt, so Thode weiter.
    Thode | so | Die Brücke bleibe gesperrt | named_person | assert
Wie die Polizei mitteilte, blieb die Brücke gesperrt.
    die Polizei | mitteilte | blieb die Brücke gesperrt | organisation | assert
Die Brücke blieb gesperrt, wie ein Sprecher des Amtes am Montag sagte.
    ein Sprecher des Amtes | sagte | Die Brücke blieb gesperrt | role | assert
„Der Deich hält“, sagte ein Beamter, der anonym bleiben will.
    ein Beamter | sagte | „Der Deich hält“ | anonymous | assert
Es heißt, der Deich sei nie geprüft worden.
    - | Es heißt | der Deich sei nie geprüft worden | vague | report
Der Deich sei nie geprüft worden, heißt es.
    - | heißt es | Der Deich sei nie geprüft worden | vague | report
Der Deich wurde angeblich nie geprüft.
    - | angeblich | = | vague | report
Dem Vernehmen nach wird das Werk verkauft.
    - | Dem Vernehmen nach | = | vague | report
Der Makler soll drei Häuser verschenkt haben.
    - | soll | = | vague | report
Der Konzern wollte sich dazu nicht äußern.
    Der Konzern | wollte sich dazu nicht äußern | = | organisation | decline
Thode war am Montag nicht zu erreichen.
    Thode | war am Montag nicht zu erreichen | = | named_person | decline
"""

NOTHING = """
Im Mai begann die Entwässerung des Moors.
Die Siedler bauten Buchweizen an und stachen Torf.
Der Weg nach Husum ist lang.
Die Brücke soll 2027 fertig sein.
Sie lacht und nennt ihren Hund Bruno.
Der Bericht erscheint im Juni.
Die Stadt stellte drei Bänke auf.
Anna Kolb, die Leiterin der Station, wohnt am Deich.
Der laute Bagger stand still.
Die Sage ist alt.
"""
