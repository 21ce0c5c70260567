"""How consoles keep in step with the hub: messages, client, clocks."""

PROTOCOL = 1
