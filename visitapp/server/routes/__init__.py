"""The routes under /v1. Each reads, calls one function of the server, and answers."""
