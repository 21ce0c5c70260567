"""The hub as its callers meet it."""
