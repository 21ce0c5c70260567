"""Checklists: the list, the editor with its palette and its phone, ready ones, versions."""
