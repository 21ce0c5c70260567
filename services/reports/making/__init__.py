"""What the blocks of papers are made of, each by a query of its own."""
