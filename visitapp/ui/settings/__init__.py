"""This machine's settings: colours, text size, idle lock."""
