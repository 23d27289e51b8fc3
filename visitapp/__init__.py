"""VisitApp: visit notes, the extra question and review for social workers, offline, encrypted and synced blind."""

__version__ = "0.1.0"
