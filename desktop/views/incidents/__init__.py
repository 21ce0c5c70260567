"""The incidents page: what happened, how it was investigated, and the codes of accident types."""
