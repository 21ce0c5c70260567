"""Who is told, over which channel, and whether it arrived."""
