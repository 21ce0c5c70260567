"""Of what is made for people to read."""
