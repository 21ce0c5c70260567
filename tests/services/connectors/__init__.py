"""Tests of what speaks to other systems."""
