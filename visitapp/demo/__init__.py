"""Demo families and the tour; starts client and server together."""
