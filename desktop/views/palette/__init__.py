"""The palette: one field that finds pages, actions and records by name, pinyin or number."""
