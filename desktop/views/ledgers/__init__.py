"""Old registers from workbooks: looked at cell by cell, mended, brought in, and taken back as one."""
