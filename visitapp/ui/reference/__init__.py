"""Where questions come from: sources, what the injury rules say, their limits, and published figures."""
