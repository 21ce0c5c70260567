"""The console: everything of Anhuan that needs Qt."""
