"""A `Notice` becomes what it requires, and what it says of other notices."""
