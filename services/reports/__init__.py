"""Figures and labels become pages."""
