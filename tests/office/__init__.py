"""A small real organisation for tests: a server over HTTP, a lead and a worker with SQLCipher vaults."""
