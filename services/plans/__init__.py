"""Drawing files become one neutral drawing in metres; nothing here knows of screens or of the store."""
