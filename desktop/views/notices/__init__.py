"""Notifications: what happened that a person should know while they looked elsewhere, until they have seen it."""
