"""How consoles keep in step with the hub: messages, client, clocks."""

PROTOCOL = 3  # what this program speaks
PULLS_FROM = 2  # the oldest console that still gets what is new
FOLLOWS_FROM = 2  # the oldest hub that this console still follows
PUSHES_FROM = 1  # the oldest console from which what was done is still taken
