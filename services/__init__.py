"""Everything of Anhuan that needs no screen."""
