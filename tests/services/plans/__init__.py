"""Tests of the rooms that read drawings."""
