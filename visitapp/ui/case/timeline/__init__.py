"""A case through time: a picture with lanes, and a table that holds the same."""
