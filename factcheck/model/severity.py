"""How much a fault matters."""

from enum import StrEnum


class Severity(StrEnum):
    """How much a fault matters; separate from how sure we are."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)

    @property
    def step_down(self) -> "Severity":
        """The severity one step below; info is the lowest."""
        return Severity.WARNING if self is Severity.ERROR else Severity.INFO
