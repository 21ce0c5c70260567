"""The journal page: who did what, what it was before and is now, and whether anything was changed behind its back."""
