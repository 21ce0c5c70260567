"""A big table in a window of its own process: the project's, read page by page, and one that fetches everything."""
