"""Parts that several movements of a visit show: a child's row, what was covered, the questions."""
