"""The product's verbs, one function each: check role, apply rule, store."""
