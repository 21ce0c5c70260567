"""Plants of a group side by side."""
