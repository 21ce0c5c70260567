"""What makes, lists and ships the program."""
