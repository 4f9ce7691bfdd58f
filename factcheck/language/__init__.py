"""What a text says about its own sourcing: pure functions from text to spans.

Every offset is half-open and indexes the text that the function was given.
"""
