"""The two signatures: what happened, and what I make of it."""
