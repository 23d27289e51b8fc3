"""Prepare: what to know before going in."""
