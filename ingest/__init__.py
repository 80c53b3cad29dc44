"""A published notice, in any format, becomes `Notice` records."""
