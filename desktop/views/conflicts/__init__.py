"""The conflicts page: what was done here and the hub refused, on which basis, what is so now, and what to do."""
