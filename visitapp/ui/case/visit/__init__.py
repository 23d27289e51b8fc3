"""One visit in full."""
