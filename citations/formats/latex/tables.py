"""Characters and the LaTeX commands that print them, both ways."""

# Combining marks and the accent commands of LaTeX 2e (The LaTeX Companion, table 7.33).
ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0308": '"', "\u0304": "=",
    "\u0307": ".", "\u0306": "u", "\u030c": "v", "\u030b": "H", "\u030a": "r", "\u0327": "c",
    "\u0328": "k", "\u0323": "d", "\u0331": "b",
}  # fmt: skip
COMBINING = {command: mark for mark, command in ACCENTS.items()}

# Characters TeX treats as its own: escaped in every output, also where Unicode stays.
SPECIAL = {
    "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$",
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}", "^": r"{\textasciicircum}", "<": r"{\textless}",
    ">": r"{\textgreater}", "|": r"{\textbar}", "`": r"{\textasciigrave}",
    "'": r"{\textquotesingle}", '"': r"{\textquotedbl}",
    "’": "'", "‘": "`", "“": "``", "”": "''", "–": "--", "—": "---",
}  # fmt: skip
# Characters with a command, written so where the output is ASCII.
COMMANDS = {
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l",
    "Ł": "L", "å": "aa", "Å": "AA", "ı": "i", "ȷ": "j", "đ": "dj", "Đ": "DJ", "ð": "dh",
    "Ð": "DH", "þ": "th", "Þ": "TH", "…": "ldots", "€": "texteuro", "£": "pounds",
    "©": "copyright", "®": "textregistered", "™": "texttrademark", "°": "textdegree",
    "·": "textperiodcentered", "«": "guillemotleft", "»": "guillemotright",
    "‹": "guilsinglleft", "›": "guilsinglright", "„": "quotedblbase", "‚": "quotesinglbase",
    "¿": "textquestiondown", "¡": "textexclamdown", "×": "texttimes", "±": "textpm",
    "½": "textonehalf", "¼": "textonequarter", "¾": "textthreequarters", "µ": "textmu",
    "§": "S", "¶": "P", "†": "dag", "‡": "ddag", "•": "textbullet", "ª": "textordfeminine",
    "º": "textordmasculine", "¹": "textonesuperior", "²": "texttwosuperior",
    "³": "textthreesuperior", "¢": "textcent", "¥": "textyen", "‰": "textperthousand",
    "№": "textnumero", "¬": "textlnot", "÷": "textdiv",
}  # fmt: skip
# Characters with a command of mathematics, written as {\ensuremath{\alpha}} where the output is
# ASCII. One command a character, the one that LaTeX itself defines.
MATHS = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "ϵ": "epsilon",
    "ζ": "zeta", "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu",
    "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "varsigma", "τ": "tau",
    "υ": "upsilon", "φ": "varphi", "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
    "Γ": "Gamma", "Δ": "Delta",
    "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Υ": "Upsilon", "Φ": "Phi",
    "Ψ": "Psi", "Ω": "Omega", "∞": "infty", "≤": "leq", "≥": "geq", "≠": "neq", "≈": "approx",
    "∼": "sim", "≡": "equiv", "∝": "propto", "→": "rightarrow", "←": "leftarrow",
    "↔": "leftrightarrow", "⇒": "Rightarrow", "∂": "partial", "∇": "nabla", "∈": "in",
    "∉": "notin", "⊂": "subset", "∪": "cup", "∩": "cap", "∑": "sum", "∏": "prod", "∫": "int",
    "√": "surd", "∀": "forall", "∃": "exists", "ℓ": "ell", "ℏ": "hbar", "∗": "ast",
    "⋅": "cdot", "⊗": "otimes", "⊕": "oplus", "♯": "sharp",
    "♭": "flat", "⊙": "odot",
}  # fmt: skip
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
SUPERSCRIPTS = dict(zip("⁰⁴⁵⁶⁷⁸⁹", "0456789", strict=True))
CHARACTERS = {command: character for character, command in (*COMMANDS.items(), *MATHS.items())} | {
    value[2:-1]: character for character, value in SPECIAL.items() if value.startswith(r"{\text")
} | {
    "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
    "textquotedblright": "”", "textendash": "–", "textemdash": "—", "textellipsis": "…",
    "dots": "…", "textsection": "§", "textcopyright": "©", "textsterling": "£", "slash": "/",
    "flqq": "«", "frqq": "»", "glqq": "„", "grqq": "“", "euro": "€", "EUR": "€",
    "TeX": "TeX", "LaTeX": "LaTeX", "relax": "", "textdagger": "†", "textunderscore": "_",
    "backslash": "\\", "guillemetleft": "«", "guillemetright": "»",
}  # fmt: skip
# Commands whose argument is the text and which only dress it.
DRESS = frozenset(
    [
        "emph",
        "textit",
        "textbf",
        "textsc",
        "textrm",
        "textsf",
        "texttt",
        "textup",
        "textsl",
        "textnormal",
        "mbox",
        "text",
        "url",
        "path",
        "uppercase",
        "lowercase",
        "enquote",
        "noopsort",
        "nocase",
        "bibstring",
        "hbox",
        "ensuremath",
        "mathrm",
        "textsubscript",
        "textsuperscript",
    ]
)
SWITCHES = frozenset(
    ["em", "it", "bf", "sc", "rm", "sf", "tt", "itshape", "bfseries", "scshape", "upshape", "small"]
)
