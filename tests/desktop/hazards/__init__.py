"""The hazards page and its review desk."""
