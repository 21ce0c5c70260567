"""Rules that alert by themselves: the document that people build, what it says, and the engine that runs it, live or
over the past. Pure: time is an argument, and nothing here reads or writes anything."""
