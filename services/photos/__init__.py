"""Bytes that strangers send become clean pictures, in a process that may do little."""
