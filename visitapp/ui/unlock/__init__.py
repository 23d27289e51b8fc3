"""The page that asks for the passphrase."""
