"""French sentences with the attribution that stands in each, written for these tests.

A case is a sentence and, below it, source | cue | content | kind of source | class of cue; "-" is a
source that is not named, "=" a content that is all the sentence.
"""

FOUND = """
Selon la mairie, le pont a perdu deux arches.
    la mairie | Selon | le pont a perdu deux arches | organisation | report
Le pont a perdu deux arches, selon la mairie.
    la mairie | selon | Le pont a perdu deux arches | organisation | report
D’après un rapport de la préfecture, la digue fuit depuis 2019.
    un rapport de la préfecture | D’après | la digue fuit depuis 2019 | document | report
La digue fuit depuis 2019, d'après Odile Ferrand.
    Odile Ferrand | d'après | La digue fuit depuis 2019 | named_person | report
À en croire les pêcheurs, le port ferme trop tôt.
    les pêcheurs | À en croire | le port ferme trop tôt | anonymous | report
Selon des sources proches du dossier, l’usine sera vendue.
    des sources proches du dossier | Selon | l’usine sera vendue | anonymous | report
Selon une source policière, trois hommes ont fui.
    une source policière | Selon | trois hommes ont fui | anonymous | report
De source diplomatique, les deux délégations se sont quittées fâchées.
    source diplomatique | De | les deux délégations se sont quittées fâchées | anonymous | report
Selon certains, le barrage n’a jamais été contrôlé.
    certains | Selon | le barrage n’a jamais été contrôlé | vague | report
Selon les experts, le barrage tiendra.
    les experts | Selon | le barrage tiendra | vague | report
Selon nos informations, le barrage a été vendu deux fois.
    nos informations | Selon | le barrage a été vendu deux fois | own_reporting | report
La facture a doublé, selon le quotidien Le Télégraphe de Brume.
    le quotidien Le Télégraphe de Brume | selon | La facture a doublé | publication | report
La vanne, comme l’a indiqué la régie, était ouverte.
    la régie | comme l’a indiqué | était ouverte | organisation | report
Le maire affirme que le pont tiendra.
    Le maire | affirme | le pont tiendra | role | assert
Odile Ferrand a déclaré que le pont tiendrait.
    Odile Ferrand | a déclaré | le pont tiendrait | named_person | assert
Odile Ferrand, maire de Brume, assure qu’il n’y a aucun danger.
    Odile Ferrand | assure | il n’y a aucun danger | named_person | assert
Le ministère a indiqué mardi à la presse que les travaux commenceraient en mai.
    Le ministère | a indiqué | les travaux commenceraient en mai | organisation | assert
En juin, la préfète a également précisé que la route resterait fermée.
    la préfète | a également précisé | la route resterait fermée | role | assert
L’étude montre que les berges reculent.
    L’étude | montre | les berges reculent | document | document
Un riverain raconte que l’eau est montée en une heure.
    Un riverain | raconte | l’eau est montée en une heure | anonymous | assert
Deux employés confient que les contrôles étaient annoncés.
    Deux employés | confient | les contrôles étaient annoncés | anonymous | assert
Certains disent que la digue a été sabotée.
    Certains | disent | la digue a été sabotée | vague | assert
Les détracteurs du projet estiment que l’eau manquera.
    Les détracteurs du projet | estiment | l’eau manquera | vague | assert
Le syndicat dément que les contrôles aient cessé.
    Le syndicat | dément | les contrôles aient cessé | organisation | deny
Le directeur espère que la roue tournera en avril.
    Le directeur | espère | la roue tournera en avril | role | want
La coopérative craint que la saison soit perdue.
    La coopérative | craint | la saison soit perdue | organisation | feel
Marc Aubin dit avoir vu l’éclusier partir.
    Marc Aubin | dit | avoir vu l’éclusier partir | named_person | assert
Le groupe reconnaît ne pas avoir prévenu les riverains.
    Le groupe | reconnaît | avoir prévenu les riverains | organisation | assert
L’entreprise dément toute négligence.
    L’entreprise | dément | toute négligence | organisation | deny
Le parquet a confirmé l’ouverture d’une enquête.
    Le parquet | a confirmé | l’ouverture d’une enquête | organisation | assert
Une enquête de la fédération recense 61 projets.
    Une enquête de la fédération | recense | 61 projets | document | document
La meunière explique : « L’eau décide de tout. »
    La meunière | explique | « L’eau décide de tout. » | role | assert
La préfecture parle de « conciliation ».
    La préfecture | parle | de « conciliation » | organisation | assert
Le syndicat dénonce une « vente à la sauvette ».
    Le syndicat | dénonce | une « vente à la sauvette » | organisation | assert
« Le pont tiendra », a déclaré le maire.
    le maire | a déclaré | « Le pont tiendra » | role | assert
« Le pont tiendra », affirme Odile Ferrand, maire de Brume.
    Odile Ferrand | affirme | « Le pont tiendra » | named_person | assert
« Le pont tiendra », dit-elle.
    elle | dit | « Le pont tiendra » | vague | assert
« Le premier jour, ajoute-t-il en riant, personne n’est venu. »
    il | ajoute | « Le premier jour | vague | assert
« On nous demande, proteste Marc Aubin, de choisir entre l’eau et le pain. »
    Marc Aubin | proteste | « On nous demande | named_person | assert
Mais, poursuit-il, « la roue ne ment pas ».
    il | poursuit | « la roue ne ment pas » | vague | assert
Peu, reconnaît l’ingénieure Léa Brunet : « La rivière est petite. »
    l’ingénieure Léa Brunet | reconnaît | « La rivière est petite. » | named_person | assert
Le pont est fermé depuis lundi, a indiqué la gendarmerie.
    la gendarmerie | a indiqué | Le pont est fermé depuis lundi | organisation | assert
Le pont restera fermé, a-t-il précisé mercredi.
    il | a-t-il précisé | Le pont restera fermé | vague | assert
“Le pont tiendra”, assure un habitant.
    un habitant | assure | “Le pont tiendra” | anonymous | assert
"Le pont tiendra", souligne le rapport.
    le rapport | souligne | "Le pont tiendra" | document | assert
« Le pont tiendra », explique M. Aubin.
    M. Aubin | explique | « Le pont tiendra » | named_person | assert
« Le pont tiendra », a indiqué jeudi soir un porte-parole du ministère.
    un porte-parole du ministère | a indiqué | « Le pont tiendra » | role | assert
On dit que la tour penche.
    - | On dit | = | vague | report
La tour penche, dit-on.
    - | dit-on | = | vague | report
La tour penche, paraît-il.
    - | paraît-il | = | vague | report
Le bruit court que la tour sera vendue.
    - | Le bruit court | = | vague | report
La direction n’a pas souhaité répondre à nos questions.
    La direction | n’a pas souhaité | = | organisation | decline
Contacté, Marc Aubin n'a pas donné suite.
    Marc Aubin | n'a pas donné suite | = | named_person | decline
"""

NOTHING = """
Le pont a perdu deux arches en mai.
La note était longue et le juge absent.
Les annonces du printemps n’ont rien changé.
Anne Roy, maire de Brume, dirige aussi le syndicat.
Le rapport sera publié en juin.
Chacun paie sa part.
La demande a baissé de 4 % cette année.
Elle parle trois langues et écrit le soir.
Le maire a-t-il menti ?
Les arbres que la ville a plantés sont morts.
"""
