"""Author strings of many styles and languages split into names.

Expected names are written "family|given|particle|suffix", bodies and handles "=literal".
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.item import Name
from citations.names import is_initials, parse_name, parse_names, says_et_al

CASES = [
    ("Lyammouri, R., & Eddazi, Y.", "Lyammouri|R.; Eddazi|Y."),
    ("García Márquez, G.", "García Márquez|G."),
    ("PRADO, J.; MAIA, R. P.", "Prado|J.; Maia|R. P."),
    ("SÁ, M.; REIS, L.", "Sá|M.; Reis|L."),
    ("García Márquez, Gabriel", "García Márquez|Gabriel"),
    ("Gabriel García Márquez", "García Márquez|Gabriel"),
    ("José Ortega y Gasset", "Ortega y Gasset|José"),
    ("Ortega y Gasset, José", "Ortega y Gasset|José"),
    ("Vargas Llosa, Mario, and Octavio Paz", "Vargas Llosa|Mario; Paz|Octavio"),
    ("van Gogh, V.", "Gogh|V.|van"),
    ("Vincent van Gogh", "Gogh|Vincent|van"),
    ("Ludwig van Beethoven", "Beethoven|Ludwig|van"),
    ("Ursula von der Leyen", "Leyen|Ursula|von der"),
    ("von der Leyen, Ursula", "Leyen|Ursula|von der"),
    ("de Beauvoir, S.", "Beauvoir|S.|de"),
    ("Simone de Beauvoir", "Beauvoir|Simone|de"),
    ("Montaigne, Michel de", "Montaigne|Michel|de"),
    ("Charles de Gaulle", "Gaulle|Charles|de"),
    ("Robert De Niro", "De Niro|Robert"),
    ("Marine Le Pen", "Le Pen|Marine"),
    ("Luigi Di Maio", "Di Maio|Luigi"),
    ("Osama bin Laden", "bin Laden|Osama"),
    ("Mohammed bin Salman", "bin Salman|Mohammed"),
    ("al-Khwarizmi, Muhammad", "al-Khwarizmi|Muhammad"),
    ("Muhammad al-Khwarizmi", "al-Khwarizmi|Muhammad"),
    ("Nawal El Saadawi", "El Saadawi|Nawal"),
    ("El Saadawi, Nawal", "El Saadawi|Nawal"),
    ("Ibn Khaldun", "Ibn Khaldun"),
    ("Martin Luther King Jr.", "King|Martin Luther||Jr."),
    ("King, Martin Luther, Jr.", "King|Martin Luther||Jr."),
    ("King, M. L., Jr., & Smith, A.", "King|M. L.||Jr.; Smith|A."),
    ("Strunk, W., Jr., & White, E. B.", "Strunk|W.||Jr.; White|E. B."),
    ("Davis, Sammy, Jr.", "Davis|Sammy||Jr."),
    ("Gates, Henry Louis, III", "Gates|Henry Louis||III"),
    ("John Smith III", "Smith|John||III"),
    ("Jean-Paul Sartre", "Sartre|Jean-Paul"),
    ("Sartre, J.-P.", "Sartre|J.-P."),
    ("O'Brien, Conor", "O'Brien|Conor"),
    ("O’Brien, Conor", "O'Brien|Conor"),
    ("Conor O’Brien and Flann O'Neill", "O'Brien|Conor; O'Neill|Flann"),
    ("D'Angelo, Paul", "D'Angelo|Paul"),
    ("Gabriele D'Annunzio", "D'Annunzio|Gabriele"),
    ("Plato", "Plato"),
    ("Homer.", "Homer"),
    ("Voltaire", "Voltaire"),
    ("Madonna", "Madonna"),
    ("Sukarno", "Sukarno"),
    ("@realhandle", "=@realhandle"),
    ("u/some_user9", "=u/some_user9"),
    ("Gates, B. [@BillGates]", "Gates|B."),
    ("World Health Organization", "=World Health Organization"),
    ("World Health Organization.", "=World Health Organization"),
    ("UNICEF", "=UNICEF"),
    ("UNICEF & World Bank", "=UNICEF; =World Bank"),
    ("World Bank and International Monetary Fund", "=World Bank; =International Monetary Fund"),
    ("Centers for Disease Control and Prevention", "=Centers for Disease Control and Prevention"),
    (
        "U.S. Department of Health and Human Services",
        "=U.S. Department of Health and Human Services",
    ),
    ("Department of Health and Human Services", "=Department of Health and Human Services"),
    (
        "Food and Agriculture Organization of the United Nations",
        "=Food and Agriculture Organization of the United Nations",
    ),
    (
        "National Academies of Sciences, Engineering, and Medicine",
        "=National Academies of Sciences, Engineering, and Medicine",
    ),
    ("Human Rights Watch", "=Human Rights Watch"),
    ("Amnesty International", "=Amnesty International"),
    (
        "Ministry of Foreign Affairs, Republic of Kenya",
        "=Ministry of Foreign Affairs, Republic of Kenya",
    ),
    ("Bundesministerium der Finanzen", "=Bundesministerium der Finanzen"),
    ("Bundesministerium für Bildung und Forschung", "=Bundesministerium für Bildung und Forschung"),
    ("Statistisches Bundesamt", "=Statistisches Bundesamt"),
    ("Ministère de l'Économie et des Finances", "=Ministère de l'Économie et des Finances"),
    (
        "Institut national de la statistique et des études économiques",
        "=Institut national de la statistique et des études économiques",
    ),
    ("Instituto Nacional de Estadística", "=Instituto Nacional de Estadística"),
    ("Ministerio de Salud y Protección Social", "=Ministerio de Salud y Protección Social"),
    ("Ministero della Salute", "=Ministero della Salute"),
    ("Istituto Nazionale di Statistica", "=Istituto Nazionale di Statistica"),
    ("Ministério da Saúde", "=Ministério da Saúde"),
    ("Министерство обороны Российской Федерации", "=Министерство обороны Российской Федерации"),
    ("Росстат", "=Росстат"),
    ("R Core Team", "=R Core Team"),
    ("The Editorial Board", "=The Editorial Board"),
    ("The Lancet", "=The Lancet"),
    ("BBC News", "=BBC News"),
    ("Reuters Staff", "=Reuters Staff"),
    ("Associated Press", "=Associated Press"),
    ("Google Inc.", "=Google Inc."),
    ("Siemens AG", "=Siemens AG"),
    ("Johns Hopkins University", "=Johns Hopkins University"),
    (
        "Smith, J., World Health Organization, & Brown, K.",
        "Smith|J.; =World Health Organization; Brown|K.",
    ),
    ("Smith J, Brown AB, van der Berg C.", "Smith|J; Brown|AB; Berg|C.|van der"),
    ("Smith J, Brown AB, et al.", "Smith|J; Brown|AB"),
    ("Smith, J. et al.", "Smith|J."),
    ("J. Smith, A. B. Brown, and C. Green", "Smith|J.; Brown|A. B.; Green|C."),
    ("John Smith, Anna Brown, and Carla Green", "Smith|John; Brown|Anna; Green|Carla"),
    ("Smith, John, Anna Brown, and Carla Green", "Smith|John; Brown|Anna; Green|Carla"),
    ("Smith, John and Brown, Anna", "Smith|John; Brown|Anna"),
    ("Smith, John; Brown, Anna; Green, Carla", "Smith|John; Brown|Anna; Green|Carla"),
    ("Smith, J.; Brown, A.", "Smith|J.; Brown|A."),
    ("Müller, Hans/Schmidt, Eva", "Müller|Hans; Schmidt|Eva"),
    ("Hans Müller / Eva Schmidt", "Müller|Hans; Schmidt|Eva"),
    ("Müller, Hans und Eva Schmidt", "Müller|Hans; Schmidt|Eva"),
    ("Müller, H. u. a.", "Müller|H."),
    ("Müller, Hans (Hrsg.)", "Müller|Hans"),
    ("Jones, A. (Ed.)", "Jones|A."),
    ("A. Jones & B. Brown (Eds.)", "Jones|A.; Brown|B."),
    ("edited by Cary Nelson and Lawrence Grossberg", "Nelson|Cary; Grossberg|Lawrence"),
    ("DUPONT Jean", "Dupont|Jean"),
    ("DUPONT, Jean et MARTIN, Claire", "Dupont|Jean; Martin|Claire"),
    ("Jean DUPONT", "Dupont|Jean"),
    ("DE LA FONTAINE, Jean", "Fontaine|Jean|de la"),
    ("SMITH, JOHN", "Smith|John"),
    ("MCDONALD, Ann", "McDonald|Ann"),
    ("MacDonald, Ann", "MacDonald|Ann"),
    ("SILVA, João da", "Silva|João|da"),
    ("SILVA NETO, J. A.; SOUZA, M. de.", "Silva Neto|J. A.; Souza|M.|de"),
    ("Иванов И. И.", "Иванов|И. И."),
    ("Иванов, И. И.", "Иванов|И. И."),
    ("И. И. Иванов", "Иванов|И. И."),
    ("Иванов И.И., Петрова А.А.", "Иванов|И.И.; Петрова|А.А."),
    ("Лев Толстой", "Толстой|Лев"),
    ("Толстой, Лев Николаевич", "Толстой|Лев Николаевич"),
    ("김철수", "김|철수"),
    ("김철수, 이영희", "김|철수; 이|영희"),
    ("王小明", "王|小明"),
    ("李明, 王芳", "李|明; 王|芳"),
    ("欧阳修", "欧阳|修"),
    ("山田 太郎", "山田|太郎"),
    ("毛泽东", "毛|泽东"),
    ("Nguyễn Văn An", "Nguyễn|Văn An"),
    ("Nguyen, T. T. H. & le Roux, P.", "Nguyen|T. T. H.; Roux|P.|le"),
    ("Xi, Jinping", "Xi|Jinping"),
    ("Li, X., Wang, Y., & Zhang, Z.", "Li|X.; Wang|Y.; Zhang|Z."),
    ("Li X", "Li|X"),
    ("Kim, J.-H.", "Kim|J.-H."),
    ("By Jane Doe and John Roe", "Doe|Jane; Roe|John"),
    ("Text: Anna Schmidt", "Schmidt|Anna"),
    ("Jane Doe, Washington correspondent", "Doe|Jane"),
    ("Salling Olesen, Henning", "Salling Olesen|Henning"),
    ("St. John-Smythe, C.", "St. John-Smythe|C."),
    ("Wolfeschlegelsteinhausenbergerdorff, Hubert", "Wolfeschlegelsteinhausenbergerdorff|Hubert"),
    ("Ms. Jane Smith", "Smith|Jane"),
    ("Dr. Hans Meier", "Meier|Hans"),
    ("Sir David Attenborough", "Attenborough|David"),
    ("Smith, Dr. John", "Smith|John"),
    ("Welch G, Allen NA, Zagarins SE", "Welch|G; Allen|NA; Zagarins|SE"),
    ("Boselli A., Tuffs R., Gavazzi G.", "Boselli|A.; Tuffs|R.; Gavazzi|G."),
    ("Teng, Edmond and Larry R. Squire", "Teng|Edmond; Squire|Larry R."),
    (
        "Bengio, Yoshua, Geoffrey Hinton, and Yann LeCun",
        "Bengio|Yoshua; Hinton|Geoffrey; LeCun|Yann",
    ),
    ("Goodenough, E.R., and A.T. Kraabel", "Goodenough|E.R.; Kraabel|A.T."),
    ("Weiser, G. C, D. S. Miller, M. L. Drew", "Weiser|G. C; Miller|D. S.; Drew|M. L."),
    ("Kang J, Jiang L, Goldman S.", "Kang|J; Jiang|L; Goldman|S."),
    ("Ando S, Otani M", "Ando|S; Otani|M"),
    ("Erdős, P.", "Erdős|P."),
    ("Ångström, A.", "Ångström|A."),
    ("Đorđević, M.", "Đorđević|M."),
    ("Þórsson, Guðmundur", "Þórsson|Guðmundur"),
    ("Tuğba Yıldız", "Yıldız|Tuğba"),
    ("Abu Zayd, N. H.", "Abu Zayd|N. H."),
    ("Ben Ali, Z.", "Ben Ali|Z."),
    ("Ta-Nehisi Coates", "Coates|Ta-Nehisi"),
    ("bell hooks", "hooks|bell"),
    ("danah boyd", "boyd|danah"),
    ("E. E. Cummings", "Cummings|E. E."),
    ("J.K. Rowling", "Rowling|J.K."),
    ("J. R. R. Tolkien", "Tolkien|J. R. R."),
    ("C.S. Lewis", "Lewis|C.S."),
    ("Tolkien, JRR", "Tolkien|JRR"),
    ("", ""),
    ("...", ""),
    ("&", ""),
    (",", ""),
    ("DE OLIVEIRA NETO, R.; MENESES, M. P. (orgs.)", "Oliveira Neto|R.|de; Meneses|M. P."),
    ("SMITH J, BROWN AB", "Smith|J; Brown|AB"),
    ("WELCH G, ALLEN NA", "Welch|G; Allen|NA"),
    (
        "U.S. Department of Health and Human Services, Office of the Surgeon General",
        "=U.S. Department of Health and Human Services, Office of the Surgeon General",
    ),
    (
        "Michael Waskom and the seaborn development team",
        "Waskom|Michael; =the seaborn development team",
    ),
    (
        "Comisión Económica para América Latina y el Caribe (CEPAL)",
        "=Comisión Económica para América Latina y el Caribe (CEPAL)",
    ),
    ("Jane Smith and Reuters", "Smith|Jane; =Reuters"),
    ("García, J. y Pérez, M.", "García|J.; Pérez|M."),
    ("Ana García y Luis Pérez", "García|Ana; Pérez|Luis"),
    ("Dupont et Martin", "Dupont; Martin"),
    ("Dupont, J., Martin, P. et Durand, C.", "Dupont|J.; Martin|P.; Durand|C."),
    ("A. Rossi e B. Bianchi", "Rossi|A.; Bianchi|B."),
    ("Mario Rossi e Luigi Bianchi", "Rossi|Mario; Bianchi|Luigi"),
    ("Ж.-П. Сартр", "Сартр|Ж.-П."),
    ("ter Hofstede AHM", "Hofstede|AHM|ter"),
    ("'Abd al-Rahman, A.", "'Abd al-Rahman|A."),
    # German social science
    ("Roth, R./Hahn, P. B./Egger, E.", "Roth|R.; Hahn|P. B.; Egger|E."),
    ("Vogt, B.G./ Stein, A.L.", "Vogt|B.G.; Stein|A.L."),
    ("Kurz, Karl u. Ebert, Franz", "Kurz|Karl; Ebert|Franz"),
    ("Kurz, K. u. F. Ebert", "Kurz|K.; Ebert|F."),
    ("Hahn H P, Ebert M", "Hahn|H P; Ebert|M"),
    ("v. Trotha, K.", "Trotha|K.|v."),
    ("Dr. med. Hans Ebert", "Ebert|Hans"),
    ("DUARTE, Ana Maria de Melo; PAIVA, Rui", "Duarte|Ana Maria de Melo; Paiva|Rui"),
    ("Deutsche Gasag", "=Deutsche Gasag"),
    ("KMK – Kultusministerkonferenz", "=KMK – Kultusministerkonferenz"),
    ("Wasserforschungszentrum Kiel", "=Wasserforschungszentrum Kiel"),
    ("Deutscher Ruderbund", "=Deutscher Ruderbund"),
    (
        "Bundesministerium für Wasser, Wege, Häfen und Schleusen (BMWWHS)",
        "=Bundesministerium für Wasser, Wege, Häfen und Schleusen (BMWWHS)",
    ),
    ("Rat der Alten Häfen in Holstein", "=Rat der Alten Häfen in Holstein"),
]


def written(names: tuple[Name, ...]) -> str:
    return "; ".join(
        f"={name.literal}"
        if name.literal
        else "|".join(
            part or "" for part in (name.family, name.given, name.particle, name.suffix)
        ).rstrip("|")
        for name in names
    )


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] or "empty" for case in CASES])
def test_splits_names(text: str, expected: str) -> None:
    assert written(parse_names(text)) == expected


def test_table_is_large_enough_to_mean_something() -> None:
    assert len(CASES) >= 100


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Smith, J., et al.", True),
        ("Müller, H. u. a.", True),
        ("Иванов И. И. и др.", True),
        ("Dupont, J., et coll.", True),
        ("Smith, J., & Alvarez, E.", False),
        ("Albert Einstein", False),
    ],
)
def test_says_et_al(text: str, expected: bool) -> None:  # noqa: FBT001 - a table column
    assert says_et_al(text) is expected


@pytest.mark.parametrize("text", ["G.", "G. H.", "G.H.", "GH", "J.-P.", "Ch.", "И. И."])
def test_knows_initials(text: str) -> None:
    assert is_initials(text)


@pytest.mark.parametrize("text", ["Li", "Ann", "van", "G. Hardy", ""])
def test_knows_no_initials(text: str) -> None:
    assert not is_initials(text)


def test_one_name_alone() -> None:
    assert parse_name("Doe, Jane") == Name(family="Doe", given="Jane")
    assert parse_name("Jane Doe") == Name(family="Doe", given="Jane")


@given(st.text(max_size=200))
def test_never_raises_and_never_yields_an_empty_name(text: str) -> None:
    for name in parse_names(text):
        assert name.family or name.literal


@given(st.text(alphabet="AaBc É.,;&/'’- ()[]jr王и1@", max_size=60))
def test_never_raises_on_what_looks_like_names(text: str) -> None:
    for name in parse_names(text):
        assert name.family or name.literal
