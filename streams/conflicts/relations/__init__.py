"""The relation of two claims of a slot: one small pure function for each kind of claim."""
