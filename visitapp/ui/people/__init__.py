"""The people of the organisation, and the numbers to ring."""
