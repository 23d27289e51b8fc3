"""On top: the command line and composition."""
