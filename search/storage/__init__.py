"""The embedded store: its tables, and how records enter it and leave it."""
