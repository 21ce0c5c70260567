"""What stands beside the project in the sync benchmark: one plant for all, each of them in a process of its own."""
