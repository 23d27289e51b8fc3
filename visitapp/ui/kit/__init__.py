"""The small parts that all pages are built from: named, reachable by keyboard, right at every text size."""
