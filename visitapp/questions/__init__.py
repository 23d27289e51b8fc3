"""The extra-question engine: facts, bank, expressions, injury rules, choosing. Pure."""
