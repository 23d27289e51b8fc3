"""A phone call or a short contact, written down in under a minute."""
