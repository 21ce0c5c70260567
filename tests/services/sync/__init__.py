"""Consoles and the hub, in step."""
