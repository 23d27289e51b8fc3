"""One family: as it stands, its chronology, what people said, a visit in full, an addendum."""
