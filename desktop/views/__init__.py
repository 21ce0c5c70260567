"""The pages of the console: one file or folder a feature."""
