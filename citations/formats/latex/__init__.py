"""What BibTeX and BibLaTeX share: LaTeX text, names, entries."""
