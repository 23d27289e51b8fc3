"""The lead's picture of the team's families."""
