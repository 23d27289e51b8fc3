"""Envelope, chain and control (no domain), and content: domain to and from signed bytes."""
