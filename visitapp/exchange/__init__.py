"""Formats in and out: domain in, bytes out. No store."""
