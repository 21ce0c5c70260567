"""Parts that pages share: one table, one side panel, one toast, one empty state, one form."""
