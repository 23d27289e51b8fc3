"""The people of a case: household over time, relationships, addresses, professionals."""
