"""Copying signed visits into the council's own case system."""
