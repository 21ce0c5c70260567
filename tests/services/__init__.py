"""Tests of what needs no screen."""
