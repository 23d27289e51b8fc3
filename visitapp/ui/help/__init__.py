"""The users' help: plain pages, found from everywhere by F1."""
