"""The families on this laptop: the list, a new one by hand, one brought in from a case file."""
