"""Tests of the console's models."""
