"""The rules page: what the plant alerts about by itself."""
