"""Show the rules."""
