"""What the analysis can be told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSettings:
    """``fast`` leaves the encoder out: rules and linear models only, for archives."""

    fast: bool = False


DEFAULT = LanguageSettings()
