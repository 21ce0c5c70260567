"""Qt item models: one table of records; a feature adds only its columns."""
