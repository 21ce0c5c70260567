"""The map: the floor drawing, the zones on it, and how they are edited."""
