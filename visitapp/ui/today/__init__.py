"""The page on which the day begins."""
