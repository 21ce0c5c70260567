"""Everything of Anhuan that needs no screen."""

__version__ = "0.1.0"
