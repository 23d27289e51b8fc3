"""A case as it stands."""
