"""The trained sequence tagger: tokens, features, network and decoding."""
