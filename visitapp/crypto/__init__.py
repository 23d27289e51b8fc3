"""Bytes in, bytes out: seal, sign, wrap, derive, commit, pad. Knows nothing of the field."""
