"""Outlines of children by age, computed once for the body map. Not part of the product: see packaging/bodymap.py."""
