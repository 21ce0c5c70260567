"""Where records and the journal live. SQL is written here and nowhere else."""
