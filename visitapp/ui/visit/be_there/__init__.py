"""Be there: one text field and one row a child."""
