"""Tests of the console's widgets."""
