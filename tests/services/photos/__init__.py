"""Tests of the photo room."""
