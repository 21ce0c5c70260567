"""Tests of the rules page and its editor."""
