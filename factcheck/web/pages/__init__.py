"""The desk's pages, one a module: its ``router`` is found by being there.

A module may state ``LARGE_BODIES``, the paths to which a whole document may be sent.
"""
