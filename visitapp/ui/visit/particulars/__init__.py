"""Particular things that a visit or a note may hold, each in a small form that opens only when it is wanted."""
