"""The demo plant: made by real operations at the times they would have happened, with photos drawn for it."""
