"""Records become a store and an index, and the store answers questions."""
