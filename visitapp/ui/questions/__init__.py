"""The list of questions, for team leads: read it, change it, try a change on past cases."""
