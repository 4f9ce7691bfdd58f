"""Show the settings."""
