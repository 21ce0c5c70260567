"""The alerts page: what rules have said, and who takes care."""
