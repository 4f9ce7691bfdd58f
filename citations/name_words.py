"""Words of personal names: particles, openers of compound surnames, surnames. Tables only."""

# Particles that CSL calls non-dropping when written in lower case before a family name.
PARTICLES = frozenset(
    """
    van von der den de del della delle degli dei di da das do dos du des la las le les lo los
    ter ten te 't op zu zum zur af av auf vom vander
    """.split()  # noqa: SIM905 - a table of words reads better unquoted
)
# Words that open a family name of several words even where they are capitalised.
FAMILY_OPENERS = PARTICLES | frozenset(
    """
    al el abu abou ibn bin bint ben bat ould ait aït st st. saint san santa mac o d'
    """.split()  # noqa: SIM905 - a table of words reads better unquoted
)
IBERIAN = frozenset(
    """
    garcía garcia gonzález rodríguez rodriguez fernández lópez lopez martínez sánchez pérez
    perez gómez gomez ramírez torres flores rivera díaz diaz vargas castro ruiz álvarez jiménez
    moreno muñoz hernández romero alonso gutiérrez navarro ramos gil serrano blanco molina
    morales ortega delgado ortiz rubio marín iglesias medina cortés castillo guerrero maldonado
    azevedo vázquez suárez núñez domínguez benítez méndez herrera aguilar guzmán salazar
    """.split()  # noqa: SIM905 - a table of words reads better unquoted
)
PATRONYMICS = frozenset({"ibn", "abu", "abou", "bint"})
# Written with their marks these are Vietnamese, whose family name comes first.
VIETNAMESE = frozenset(
    """
    nguyễn trần lê phạm huỳnh hoàng võ đặng bùi đỗ ngô dương
    """.split()  # noqa: SIM905 - a table of words reads better unquoted
)
FAMILY_SUFFIXES = frozenset({"filho", "neto", "júnior", "sobrinho"})
