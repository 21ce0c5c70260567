"""Equipment & doors: who is where, what visits people made, the muster."""
