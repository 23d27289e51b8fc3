"""Training: a case gone through contact by contact, with one's own questions first."""
