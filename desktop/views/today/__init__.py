"""The first page: who is in danger now, what waits for me, whether inspections are on time, what got stuck."""
