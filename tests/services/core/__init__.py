"""Core: every decision, without a store."""
