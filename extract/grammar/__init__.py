"""Phrases and clauses of official Chinese: how nouns end, what an act is, who stands where in a clause."""
