"""The window around all pages: side bar, status line, command palette, lock and cover."""
