"""Correcting something signed: the earlier words stay beside it."""
