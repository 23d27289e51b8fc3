"""How far the first sync of a laptop is, and the families that are here already."""
