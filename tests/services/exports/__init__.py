"""Everything in open formats, and back."""
