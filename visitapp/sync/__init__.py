"""One cycle: push, pull, verify; the HTTP client; schedule; what people are told."""
