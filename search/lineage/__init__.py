"""What points at what among the notices of a store, and what is in force when."""
