"""The plant's meaning: records, operations and their rules. Standard library only; no clock, no I/O."""
