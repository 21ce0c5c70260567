"""The dispatch page: the ordered routes by which hazards go to teams and people, and a line to try them with."""
