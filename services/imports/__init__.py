"""Registers that were kept in workbooks, read, repaired where it can be seen, and brought into the plant."""
