"""What is asked: words, fields, conditions and their order, and the SQL that they become."""
