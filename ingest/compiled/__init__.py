"""How patterns are kept from one process to the next, and made to search faster; `ingest.patterns` is their face."""
