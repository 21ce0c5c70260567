"""The inspections page: the board of a day, plans by days of a month, the plant's calendar, the plans."""
