"""Audit visits: bags are made for them, looked at, and what was said in them comes back."""
