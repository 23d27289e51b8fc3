"""What stands out over time in a case."""
