"""Take with me: what a laptop fetches before it leaves the hub behind."""
