"""Look after the review queue's database."""
