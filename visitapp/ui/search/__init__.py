"""Finding words in all cases."""
