"""The store: what is written stays written, and can be checked."""
