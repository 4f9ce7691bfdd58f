"""Printed references: find them, parse them, tell duplicates, normalise, write bibliographies.

A pure library: no network, no database, no clock. It never imports ``factcheck``.
"""
