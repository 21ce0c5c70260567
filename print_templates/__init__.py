"""Labels and reports as data, which users copy and edit."""
