"""The SQLCipher vault: open, migrations, log, items, drafts, search, keys. Plain functions; all client SQL."""
