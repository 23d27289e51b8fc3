"""What each of us thought, when, and the other explanations."""
