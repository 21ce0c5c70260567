"""The small sync service: serves phones, takes operations, keeps consoles in step, sends alerts."""
