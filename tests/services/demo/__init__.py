"""Tests of the demo plant."""
