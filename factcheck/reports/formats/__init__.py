"""The output formats. A module's name is the format's name; its ``render`` writes a batch."""
