"""What stands out over the whole case, at a point of what is known: facts with their records, never a score."""
