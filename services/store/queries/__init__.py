"""What people ask of the store, one file a feature. Every figure that people see has its one query here."""
