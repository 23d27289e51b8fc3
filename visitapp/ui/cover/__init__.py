"""A plain appointments page to stand over everything."""
