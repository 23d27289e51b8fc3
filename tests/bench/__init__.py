"""Benchmarks of DESIGN.md 7: ratios to floors measured in the same run. They print; they never fail on time."""
