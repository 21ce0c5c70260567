"""The real console window under a heartbeat: what the benchmark of the GUI thread consists of."""
