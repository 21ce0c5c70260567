"""Points: who has earned what and why, the figures by which it is earned, and what is done by hand."""
