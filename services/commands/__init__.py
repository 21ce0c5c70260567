"""The commands behind `anhuan`, a file a group. Each takes the parsed arguments and returns the exit code."""
