"""Many notices: which one each relation points at, and what is in force on which day."""
