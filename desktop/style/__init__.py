"""Colours, type and spacing as tokens, and what is made of them."""
