"""Write up: the running note and all that belongs to it."""
