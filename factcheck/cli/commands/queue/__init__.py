"""Work the review queue."""
