"""Everything of a plant in open formats, and back again: the data are the plant's own."""
