"""The data every stage hands on: frozen dataclasses only."""
