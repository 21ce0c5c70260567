"""Tests of the console's style."""
