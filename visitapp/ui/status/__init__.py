"""The true state of saving and syncing."""
