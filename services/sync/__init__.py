"""How consoles keep in step with the hub: messages, client, clocks."""

PROTOCOL = 3  # what this program speaks
PULLS_FROM = 2  # the oldest console that still gets what is new
PUSHES_FROM = 1  # the oldest console from which what was done is still taken
