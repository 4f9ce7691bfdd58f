"""The rules: one module each, discovered, never registered by hand."""

from factcheck.rules.pages import page
from factcheck.rules.registry import all_rules, choose, families, find_rule, is_word, matches

__all__ = ["all_rules", "choose", "families", "find_rule", "is_word", "matches", "page"]
