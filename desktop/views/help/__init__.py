"""Help: the guide in a window of its own, offline, opened at what one looks at (F1)."""
