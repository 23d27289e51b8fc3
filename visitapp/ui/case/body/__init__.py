"""All marks of one child on one map, through time."""
