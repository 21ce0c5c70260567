"""The settings page: this console, the plant, its times, its mail."""
