"""The team lead's inbox, and replying to a visit."""
