"""The contractors page: work permits, companies and their people."""
