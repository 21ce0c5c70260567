"""The demo works' building: two floors as data, drawn by services.plans."""
