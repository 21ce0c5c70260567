"""Rules as blocks: the palette, the blocks with their slots, how they are carried, and what is done to them."""
