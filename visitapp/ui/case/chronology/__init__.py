"""Everything of a case by date."""
