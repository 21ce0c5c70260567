"""The labels page: which zones need a label, the sheet as it will come out, and what is wrong with it."""
