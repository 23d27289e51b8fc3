"""The field's words as frozen structs, and pure rules on them. No clock, no disk, no Qt."""
