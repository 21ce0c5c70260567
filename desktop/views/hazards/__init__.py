"""Hazards: the list, what one is about, and the desk where the two reviews are done."""
